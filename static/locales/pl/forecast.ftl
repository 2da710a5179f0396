# Prognozy szeregów
forecast-method-auto = Attain auto
forecast-method-naive = Ostatnia wartość
forecast-method-seasonal-naive = Wartość sprzed cyklu
forecast-method-naive2 = Ostatnia wartość, wyrównana sezonowo
forecast-method-ses = Proste wygładzanie
forecast-method-holt = Trend Holta
forecast-method-damped = Trend gasnący
forecast-method-comb = Średnia trzech wygładzań
forecast-method-theta = Theta
forecast-method-dynamic-theta = Dynamiczna theta
forecast-method-ets = Wygładzanie wykładnicze wg AICc
forecast-method-croston = Croston
forecast-method-sba = Croston z poprawką
forecast-method-tsb = Zanikający popyt (TSB)
forecast-method-run-rate = Bieżące tempo
forecast-method-last-quarter = Średnia ostatniego kwartału
forecast-method-linearity = Zwykły udział do dziś
forecast-method-mstl = Kilka sezonów
forecast-method-learned = Wyuczona kombinacja
forecast-demand-smooth = często i równo
forecast-demand-erratic = często i nierówno
forecast-demand-intermittent = rzadko i równo
forecast-demand-lumpy = rzadko i nierówno
forecast-why-asked = { $method }, zgodnie z życzeniem.
forecast-why-short = { $method }: przy mniej niż pięciu wcześniejszych punktach metod nie da się odróżnić.
forecast-why-seldom = { $method }: sprzedaż przychodzi { $demand }; przy mniej niż pięciu wcześniejszych punktach metod nie da się odróżnić.
forecast-why-least = { $method }: błąd w { $count } wcześniejszych punktach wyniósł { $error } zwykłej zmiany wobec { $auto } metody { $other } i { $naive } lepszej linii naiwnej.
forecast-why-nothing = { $method }: w { $count } wcześniejszych punktach nic nie myliło się wyraźnie mniej. Błąd wyniósł { $error } zwykłej zmiany; najmniejszy był { $least } ({ $best }), co może być przypadkiem.
forecast-why-best = { $method }: w { $count } wcześniejszych punktach nic nie myliło się mniej. Błąd wyniósł { $error } zwykłej zmiany.
forecast-why-least-of-tried = { $method }: najmniejszy błąd ze sprawdzonych metod, { $error } zwykłej zmiany w { $count } wcześniejszych punktach.
forecast-note-gaps-zero =
    { $n ->
        [one] { $count } krok bez żadnej wartości liczy się jako 0.
        [few] { $count } kroki bez żadnej wartości liczą się jako 0.
        [many] { $count } kroków bez żadnej wartości liczy się jako 0.
       *[other] { $count } kroku bez żadnej wartości liczy się jako 0.
    }
forecast-note-gaps-line =
    { $n ->
        [one] { $count } krok bez wartości leży na linii między sąsiadami.
        [few] { $count } kroki bez wartości leżą na linii między sąsiadami.
        [many] { $count } kroków bez wartości leży na linii między sąsiadami.
       *[other] { $count } kroku bez wartości leży na linii między sąsiadami.
    }
forecast-note-incomplete = { $step }: okres jeszcze trwa, więc go pominięto.
forecast-note-maybe-incomplete = { $step }: okres może jeszcze trwać, bo na ostatni dzień nic nie przypada. Pomiń go, jeśli trwa.
forecast-note-negative =
    { $n ->
        [one] { $count } wartość jest poniżej 0. Sezony są kwotami, nie mnożnikami.
        [few] { $count } wartości są poniżej 0. Sezony są kwotami, nie mnożnikami.
        [many] { $count } wartości jest poniżej 0. Sezony są kwotami, nie mnożnikami.
       *[other] { $count } wartości jest poniżej 0. Sezony są kwotami, nie mnożnikami.
    }
forecast-note-short =
    { $n ->
        [one] { $count } wartość to mniej niż dwa cykle po { $cycle }: sezonów nie widać.
        [few] { $count } wartości to mniej niż dwa cykle po { $cycle }: sezonów nie widać.
        [many] { $count } wartości to mniej niż dwa cykle po { $cycle }: sezonów nie widać.
       *[other] { $count } wartości to mniej niż dwa cykle po { $cycle }: sezonów nie widać.
    }
forecast-note-blind = W { $count } z { $all } wcześniejszych punktów znano mniej niż dwa cykle, więc sezonów nie było widać: ówczesne błędy metod niewiele mówią o obecnych.
forecast-note-constant = Wszystkie wartości są równe: nie da się z nich podać przedziału.
forecast-note-zero = Wszystkie wartości to 0.
forecast-note-summed =
    { $n ->
        [one] { $count } krok ma kilka wartości; dodano je.
        [few] { $count } kroki mają kilka wartości; dodano je.
        [many] { $count } kroków ma kilka wartości; dodano je.
       *[other] { $count } kroku ma kilka wartości; dodano je.
    }
forecast-note-undated =
    { $n ->
        [one] { $count } rekord bez dnia pominięto.
        [few] { $count } rekordy bez dnia pominięto.
        [many] { $count } rekordów bez dnia pominięto.
       *[other] { $count } rekordu bez dnia pominięto.
    }
forecast-note-unvalued =
    { $n ->
        [one] { $count } rekord bez kwoty lub bez kursu pominięto.
        [few] { $count } rekordy bez kwoty lub bez kursu pominięto.
        [many] { $count } rekordów bez kwoty lub bez kursu pominięto.
       *[other] { $count } rekordu bez kwoty lub bez kursu pominięto.
    }
forecast-note-later =
    { $n ->
        [one] { $count } rekord po ostatnim pełnym kroku pominięto.
        [few] { $count } rekordy po ostatnim pełnym kroku pominięto.
        [many] { $count } rekordów po ostatnim pełnym kroku pominięto.
       *[other] { $count } rekordu po ostatnim pełnym kroku pominięto.
    }
forecast-note-unnamed =
    { $n ->
        [one] { $count } rekord nie podaje grupy i stoi bez nazwy.
        [few] { $count } rekordy nie podają grupy i stoją razem bez nazwy.
        [many] { $count } rekordów nie podaje grupy i stoi razem bez nazwy.
       *[other] { $count } rekordu nie podaje grupy i stoi razem bez nazwy.
    }
forecast-note-other-length =
    { $n ->
        [one] { $count } wartość dotyczy dłuższego czasu niż krok i jest pominięta.
        [few] { $count } wartości dotyczą dłuższego czasu niż krok i są pominięte.
        [many] { $count } wartości dotyczy dłuższego czasu niż krok i jest pominiętych.
       *[other] { $count } wartości dotyczy dłuższego czasu niż krok i jest pominięte.
    }
forecast-note-no-range = Przeszłość nic nie mówi o tym, jak bardzo prognozy się mylą: przedziału nie ma.
forecast-note-floored = Szereg nigdy nie był poniżej 0, więc prognoza i przedział też nie schodzą poniżej 0.
forecast-note-too-short = Szereg jest za krótki na tę metodę; w każdym kroku stoi jego ostatnia wartość.
forecast-note-reconciled = Części dają razem całość. Przedziały przesunęły się z prognozami i są tak szerokie, jak takie prognozy myliły się we wcześniejszych punktach, jeśli jest ich dość.
forecast-error-nothing = Nic w danych się nie liczy. Wybierz do liczenia co innego albo sprawdź import.
forecast-error-mixed = Część okresów to daty, a część zwykłe liczby, albo dla zwykłych liczb wybrano kroki z kalendarza. Użyj jednego rodzaju.
forecast-error-long = Liczba kroków od pierwszej do ostatniej wartości: { $count }; dozwolone najwyżej { $most }. Wybierz dłuższe kroki.
forecast-error-many = Wszystkie szeregi mają razem { $count } wartości; może ich być { $most }. Wybierz dłuższe kroki albo mniej grup.
forecast-error-empty = Szereg nie ma żadnej wartości.
forecast-error-value = Wartość { $place } nie jest liczbą albo przekracza 1e15. Popraw ją.
forecast-error-step = Sezon i horyzont mogą mieć od 1 do 10 000 kroków. Wybierz wartości z tego zakresu.
forecast-no-column = Nie ma kolumny „{ $header }”.
forecast-no-numbers = Żadna kolumna nie zawiera liczb.
forecast-week-of = tydzień od { $day }
forecast-cost-not-monthly = Tylko prognoza miesięczna mówi, ile będą kosztować wypłaty. Prognozuj miesiące.
forecast-cost-not-bookings = Najważniejszy składnik planu liczy co innego niż sprzedaż, a prognoza dotyczy sprzedaży. Wybierz plan, który płaci przede wszystkim za sprzedaż.
forecast-cost-other-months = Prognoza nie obejmuje miesiąca { $month }. Musi zaczynać się od pierwszego opłacanego miesiąca i sięgać ostatniego.
forecast-cost-nothing = { $month }: po nikim nie oczekuje się żadnej sprzedaży, więc prognoza na nikogo nie przypada. Sprawdź cele i kto jest w zespole.
forecast-coverage =
    { $n ->
        [one] Prognoza na { $count } miesiąc: { $expected }, { $share } wydanych celów ({ $quota }).
        [few] Prognoza na { $count } miesiące: { $expected }, { $share } wydanych celów ({ $quota }).
        [many] Prognoza na { $count } miesięcy: { $expected }, { $share } wydanych celów ({ $quota }).
       *[other] Prognoza na { $count } miesiąca: { $expected }, { $share } wydanych celów ({ $quota }).
    }
