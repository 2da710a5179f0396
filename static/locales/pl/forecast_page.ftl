# Strona prognoz
tab-series = Szeregi
tab-pipeline = Lejek
forecast-no-data = Nie ma jeszcze danych. Prognozy powstają z dotychczasowej sprzedaży: wczytaj pliki z transakcjami lub aktywnościami albo wypróbuj przykładową firmę.
series-stopped = Zatrzymano. Na to pytanie nie ma jeszcze odpowiedzi.
# Co jest prognozowane
series-what-bookings = Sprzedaż
series-what-units = Sztuki
series-what-deals = Wygrane transakcje
series-what-activities = Aktywności
series-by-nothing = bez podziału
series-by-rep = według handlowca
series-by-team = według zespołu
series-by-product = według produktu
series-by-segment = według segmentu
series-by-region = według regionu
series-by-source = według źródła
series-by-kind = według rodzaju
series-by-account = według klienta
series-step-day = Dzień
series-step-week = Tydzień
series-step-month = Miesiąc
series-step-quarter = Kwartał
series-step-year = Rok
series-step-place = Miejsce
series-whole = Wszystko razem
series-unnamed = Bez nazwy
series-between = { $name } (razem)
series-of-group = { $what } ({ $group })
series-ahead-day =
    { $n ->
        [one] następny dzień
        [few] następne { $count } dni
       *[many] następnych { $count } dni
    }
series-ahead-week =
    { $n ->
        [one] następny tydzień
        [few] następne { $count } tygodnie
       *[many] następnych { $count } tygodni
    }
series-ahead-month =
    { $n ->
        [one] następny miesiąc
        [few] następne { $count } miesiące
       *[many] następnych { $count } miesięcy
    }
series-ahead-quarter =
    { $n ->
        [one] następny kwartał
        [few] następne { $count } kwartały
       *[many] następnych { $count } kwartałów
    }
series-ahead-year =
    { $n ->
        [one] następny rok
        [few] następne { $count } lata
       *[many] następnych { $count } lat
    }
series-ahead-place =
    { $n ->
        [one] następną wartość
        [few] następne { $count } wartości
       *[many] następnych { $count } wartości
    }
# Odpowiedź
series-finding = { $what } na { $ahead }: w połowie możliwych przebiegów wynik przekracza { $median }; w { $level } mieści się między { $low } a { $high }.
series-finding-alone = { $what } na { $ahead }: oczekiwane jest { $median }. Przeszłość jest zbyt krótka lub zbyt równa, by powiedzieć, jak bardzo może to chybić.
series-of-ten = { $n } na 10
series-of-hundred = { $n } na 100
series-beaten =
    { $n ->
        [one] W { $better } z { $count } wcześniejszego punktu startu metoda „{ $method }” trafiła bliżej niż „{ $yardstick }”.
        [few] W { $better } z { $count } wcześniejszych punktów startu metoda „{ $method }” trafiła bliżej niż „{ $yardstick }”.
       *[many] W { $better } z { $count } wcześniejszych punktów startu metoda „{ $method }” trafiła bliżej niż „{ $yardstick }”.
    }
series-fact-expected = Oczekiwane
series-fact-last-note = oczekiwana zmiana: { $change }
series-fact-held = sprawdził się w { $share } wcześniejszych punktów startu
series-before-day =
    { $n ->
        [one] Ostatni dzień
        [few] Ostatnie { $count } dni
       *[many] Ostatnich { $count } dni
    }
series-before-week =
    { $n ->
        [one] Ostatni tydzień
        [few] Ostatnie { $count } tygodnie
       *[many] Ostatnich { $count } tygodni
    }
series-before-month =
    { $n ->
        [one] Ostatni miesiąc
        [few] Ostatnie { $count } miesiące
       *[many] Ostatnich { $count } miesięcy
    }
series-before-quarter =
    { $n ->
        [one] Ostatni kwartał
        [few] Ostatnie { $count } kwartały
       *[many] Ostatnich { $count } kwartałów
    }
series-before-year =
    { $n ->
        [one] Ostatni rok
        [few] Ostatnie { $count } lata
       *[many] Ostatnich { $count } lat
    }
series-before-place =
    { $n ->
        [one] Ostatnia wartość
        [few] Ostatnie { $count } wartości
       *[many] Ostatnich { $count } wartości
    }
series-notes = Co warto wiedzieć o szeregu
series-note-put =
    { $n ->
        [one] { $count } krok ma wartość wpisaną ręcznie. Przedział przesunął się z nią i zachował szerokość.
        [few] { $count } kroki mają wartości wpisane ręcznie. Przedziały przesunęły się z nimi i zachowały szerokość.
       *[many] { $count } kroków ma wartości wpisane ręcznie. Przedziały przesunęły się z nimi i zachowały szerokość.
    }
series-note-no-group = W danych nie ma grupy „{ $name }”: pokazano wszystko razem. Wybierz istniejącą grupę.
# Jej obraz
series-fan-title = Przeszłość i możliwe przyszłości
series-happened = Wykonanie
series-expected = Oczekiwane (P50)
series-range = Przedział { $level }
series-range-low = Przedział { $level } od
series-range-high = Przedział { $level } do
series-datum = { $step }: { $value }
# Ustawienia
series-settings = Co i jak jest prognozowane
series-what = Miara
series-by = Podział
series-group = Grupa
series-group-named = Inna grupa według nazwy (lista ma { $most } największych)
series-step = Kroki
series-horizon = Kroków naprzód
series-method = Metoda
series-method-chosen = wybrana na podstawie przeszłości szeregu
series-ranges = Przedziały z
series-ranges-residuals = wielkości wcześniejszych błędów
series-ranges-conformal = rang wcześniejszych błędów (konforemne)
series-reconcile = Uzgodnienie części z całością
series-reconcile-bottom-up = od części (bottom-up)
series-reconcile-shares = od całości, według dawnych udziałów (top-down)
series-reconcile-forecasts = od całości, według udziałów w prognozach (top-down)
series-reconcile-structural = wszystkie ustępują jednakowo (strukturalnie)
series-reconcile-variances = mniej pewne ustępują bardziej (wariancje)
series-reconcile-min-trace = z najmniejszym łącznym błędem (MinT)
series-last = Ostatni krok
series-last-found = liczy się, jeśli dane sięgają jego końca
series-last-whole = liczy się: jest zakończony
series-working-days = Wyrównaj dni robocze (od poniedziałku do piątku)
series-holidays = Dni bez handlu, jak 2027-01-01 2027-12-25
series-holidays-unread = Nie przyjęto: { $unread }. Dni zapisuje się jako 2027-01-01, z odstępami. Pozostałe przyjęto.
series-settings-hint = Krok to wybrany dzień, tydzień, miesiąc, kwartał lub rok. Dni robocze są wyrównywane w miesiącach i dłuższych krokach. Grupy obok oglądanej prognozuje Attain auto, a wszystkie są doprowadzane do zgodnej sumy.
# Plik szeregów
series-what-values = Wartości
series-source-title = Źródło
series-source = Co jest prognozowane
series-source-data = z danych
series-source-file = z pliku szeregów
series-file-choose = Wybierz plik szeregów
series-file-instead = Prognozuj plik szeregów
series-file-hint = Plik tekstowy lub skoroszyt z wartością w każdym wierszu (szereg, okres, wartość), z miesiącami w kolumnach albo z szeregiem w każdym wierszu. Nie opuszcza tej przeglądarki i jest trzymany do zamknięcia strony; sposób odczytu i wartości wpisane ręcznie są zachowane ze scenariuszem.
series-file-again = Plik { $name } nie jest już trzymany. Wybierz go ponownie.
series-file-remove = Usuń: { $name }
series-file-nothing = Nie ma w nim żadnej tabeli.
series-file-long =
    { $n ->
        [one] { $table }: wartości z „{ $value }”, czas z „{ $period }”, szeregi z „{ $series }”; { $count } wiersz.
        [few] { $table }: wartości z „{ $value }”, czas z „{ $period }”, szeregi z „{ $series }”; { $count } wiersze.
       *[many] { $table }: wartości z „{ $value }”, czas z „{ $period }”, szeregi z „{ $series }”; { $count } wierszy.
    }
series-file-wide =
    { $n ->
        [one] { $table }: każdy wiersz to szereg, wartości od lewej do prawej; { $count } wiersz.
        [few] { $table }: każdy wiersz to szereg, wartości od lewej do prawej; { $count } wiersze.
       *[many] { $table }: każdy wiersz to szereg, wartości od lewej do prawej; { $count } wierszy.
    }
series-file-notes = Co trzeba wiedzieć o pliku
series-file-wrong =
    { $n ->
        [one] { $table }: pominięto { $count } komórkę, która nie jest czasem ani liczbą, w wierszu { $rows }.
        [few] { $table }: pominięto { $count } komórki, które nie są czasem ani liczbą, pierwsze w wierszach { $rows }.
       *[many] { $table }: pominięto { $count } komórek, które nie są czasem ani liczbą, pierwsze w wierszach { $rows }.
    }
series-file-name-columns = Wybierz kolumny.
series-file-table = Tabela
series-file-series = Kolumna z nazwą szeregu
series-file-period = Kolumna z czasem
series-file-value = Kolumna z wartościami
series-file-found-out = rozpoznana
series-file-step = jak w pliku
series-file-fill = Kroki bez wartości
series-file-fill-zero = liczą się jako 0
series-file-fill-line = leżą na linii między sąsiednimi
series-file-no-whole = Szeregi zaczynają się lub kończą w różnych krokach, więc nie ma sumy wszystkich. Wybierz jeden.
series-of-file = { $table }, { $value }
series-money-of-data = Koszt i cele wymagają sprzedaży z danych: wybierz wyżej „z danych”.
series-capacity-of-data = To, co zespół może sprzedać, porównuje się ze sprzedażą z danych: wybierz wyżej „z danych”.
# Wcześniejsze punkty startu
series-past-title = Jak metody radziły sobie wcześniej
series-past-hint =
    { $n ->
        [one] Każda metoda prognozowała { $ahead } w { $count } wcześniejszym punkcie startu, nie widząc niczego po nim. Błędy są częścią zwykłej zmiany w cyklu: poniżej 1 jest lepiej niż ona.
        [few] Każda metoda prognozowała { $ahead } w { $count } wcześniejszych punktach startu, nie widząc niczego po nich. Błędy są częścią zwykłej zmiany w cyklu: poniżej 1 jest lepiej niż ona.
       *[many] Każda metoda prognozowała { $ahead } w { $count } wcześniejszych punktach startu, nie widząc niczego po nich. Błędy są częścią zwykłej zmiany w cyklu: poniżej 1 jest lepiej niż ona.
    }
series-held =
    { $n ->
        [one] Przedział { $level } kroku objął { $coverage } wartości w { $count } wcześniejszym punkcie startu.
        [few] Przedział { $level } kroku objął { $coverage } wartości w { $count } wcześniejszych punktach startu.
       *[many] Przedział { $level } kroku objął { $coverage } wartości w { $count } wcześniejszych punktach startu.
    }
series-held-conformal =
    { $n ->
        [one] Przedział { $level } kroku, z rang własnych błędów metody, objął { $coverage } wartości w { $count } wcześniejszym punkcie startu.
        [few] Przedział { $level } kroku, z rang własnych błędów metody, objął { $coverage } wartości w { $count } wcześniejszych punktach startu.
       *[many] Przedział { $level } kroku, z rang własnych błędów metody, objął { $coverage } wartości w { $count } wcześniejszych punktach startu.
    }
series-held-total = Przedział { $level } sumy objął ją w { $coverage } z nich.
series-mase = Błąd (MASE)
series-mase-at = MASE w kroku { $step }
series-smape = sMAPE
series-rmsse = RMSSE
series-bias = Obciążenie
series-pinball = Strata kwantylowa
series-in-80 = W przedziale 80%
series-in-95 = W przedziale 95%
series-width = Szerokość 80%
series-row-taken = { $method } (wybrana)
series-row-yardstick = { $method } (punkt odniesienia)
series-origin = Punkt startu
series-origins-title = Błędy według punktu startu
series-origins-finding = Każdy punkt to jedna prognoza z przeszłości: im niżej, tym bliżej trafiła.
series-origin-datum = Od { $step }, { $method }: { $error }
series-usual-change = zwykła zmiana
series-calibration-title = Czy prawdopodobieństwa się sprawdziły
series-calibration-finding = Między zapowiedzianym a tym, co zaszło, jest najwyżej { $most } p.p.
series-calibration-datum = Zapowiedziano { $said }, zaszło { $happened }
series-said = Zapowiedziane prawdopodobieństwo
series-fell = Wartości, które były poniżej
series-as-said = Jak zapowiedziano
# Z czego składa się szereg
series-made-title = Z czego składa się szereg
series-place = Miejsce w cyklu
series-place-quarter = Kwartał { $number }
series-seasons-title = Cykle jeden na drugim
series-seasons-finding = Średnio najmocniej: { $place }, { $value }.
series-trend-title = Trend
series-trend = Trend
series-season = Sezon
series-rest = Reszta
series-trend-finding = Bez sezonów i przypadku: od { $first } ({ $from }) do { $last } ({ $to }).
series-season-title = Sezony
series-season-finding = Najwięcej: { $high } ({ $most }), najmniej: { $low } ({ $least }).
# Grupy
series-groups-title = Grupy obok siebie
series-groups-hint = To prognozy metod: wartość wpisana ręcznie przesuwa tylko własny szereg.
series-groups-cut = Lista zawiera największe grupy: { $most } z { $all }.
series-groups-many = Grup jest więcej niż { $most }: prognozowana jest tylko oglądana. Wybierz inny podział, aby zobaczyć wszystkie.
series-change = Zmiana
# Wartości wpisane ręcznie
series-overrides-title = Wartości, które znasz lepiej
series-overrides-open = Wpisz wartości w miejsce prognozy
series-overrides-hint = Wartość zajmuje w tym kroku miejsce wartości metody, a przedział przesuwa się z nią. Obie są zachowane, wraz z powodem, i porównywane z tym, co zajdzie.
series-step-of = Krok
series-method-said = Według metody
series-override = Zamiast tego
series-override-tools = Usuń
series-override-remove = Usuń wartość: { $step }
series-reason = Powód
series-override-of = { $step }: wartość zamiast prognozy
series-reason-of = { $step }: powód
series-elsewhere =
    { $n ->
        [one] { $count } wartość wpisana ręcznie nie jest tu widoczna
        [few] { $count } wartości wpisane ręcznie nie są tu widoczne
       *[many] { $count } wartości wpisanych ręcznie nie jest tu widocznych
    }
series-elsewhere-one = { $series }, { $step }: { $value } { $reason }
series-elsewhere-look = Pokaż
series-judged-title = Co z nich wyszło
series-judged =
    { $n ->
        [one] Z { $count } wartości wpisanej ręcznie, której krok minął, { $better } trafiła bliżej niż metoda: średni błąd { $judged } wobec { $method }, obciążenie { $bias }.
        [few] Z { $count } wartości wpisanych ręcznie, których kroki minęły, { $better } trafiło bliżej niż metoda: średni błąd { $judged } wobec { $method }, obciążenie { $bias }.
       *[many] Z { $count } wartości wpisanych ręcznie, których kroki minęły, { $better } trafiło bliżej niż metoda: średni błąd { $judged } wobec { $method }, obciążenie { $bias }.
    }
# Pieniądze
series-money-title = Ile to kosztuje i na ile pokrywa cele
series-money-of-bookings = Wybierz sprzedaż według miesięcy, wszystko razem, aby zobaczyć, ile wypłaciłby od niej plan.
series-money-no-plan = Nie ma planu, według którego można by płacić.
series-money-hint =
    { $n ->
        [one] { $count } symulacja (ziarno { $seed }) planu „{ $plan }”: sprzedaż firmy podąża za prognozą z jej niepewnością, wraz z wartościami wpisanymi ręcznie; różnice między handlowcami są takie, jak dopasowano je do przeszłości.
        [few] { $count } symulacje (ziarno { $seed }) planu „{ $plan }”: sprzedaż firmy podąża za prognozą z jej niepewnością, wraz z wartościami wpisanymi ręcznie; różnice między handlowcami są takie, jak dopasowano je do przeszłości.
       *[many] { $count } symulacji (ziarno { $seed }) planu „{ $plan }”: sprzedaż firmy podąża za prognozą z jej niepewnością, wraz z wartościami wpisanymi ręcznie; różnice między handlowcami są takie, jak dopasowano je do przeszłości.
    }
series-money-cut = Pieniądze podano dla tylu pierwszych miesięcy: { $most }.
series-money-pay = Zmienne wynagrodzenie (P50)
series-money-ccos = Udział w sprzedaży
series-money-quota = Cele
series-money-attainment = Realizacja celów
series-money-p10 = Wypłata, P10
series-money-p50 = Wypłata, P50
series-money-p90 = Wypłata, P90
series-coverage-title = Pokrycie celów według miesięcy
series-coverage-none = Dla tych miesięcy nie ma znanych celów.
series-coverage-finding = Miesiące, w których prognoza osiąga cele: { $count } z { $all }; najmniej pokrywa { $month }: { $share }.
series-coverage-quota = { $month }: cele { $quota }
series-coverage-datum = { $month }: oczekiwane { $expected }, { $share } celów
# Moce sprzedażowe
series-capacity-title = Czy zespół może to sprzedać
series-capacity-of-bookings = Obok tego, co zespół może sprzedać, stoi sprzedaż według miesięcy, wszystko razem.
series-capacity-no-plan = Nie ma jeszcze planu zatrudnienia. Z nim widać tu po miesiącach, ile z prognozy zespół może sprzedać, na ile pokrywają ją cele i kiedy zatrudniać.
series-capacity-go = Przejdź do mocy sprzedażowych
series-capacity-take = Przyjmij prognozę jako cel planu zatrudnienia
series-capacity-taken = Celem planu zatrudnienia jest ta prognoza.
series-capacity-utilisation = Wykorzystanie mocy
series-capacity-coverage = Pokrycie celami
series-capacity-gap = Luka
series-capacity-gap-heads = Luka w osobach po wdrożeniu
series-capacity-outside = Prognoza obejmuje { $held } z { $all } miesięcy planu zatrudnienia; pozostałe pominięto tutaj, a po przyjęciu prognozy jako celu zachowują swój cel.
series-capacity-hires =
    { $n ->
        [one] Dodatkowo { $count } zatrudnienie, w porę, sprawiłoby, że mocy nie zabraknie w żadnym miesiącu.
        [few] Dodatkowo { $count } zatrudnienia, w porę, sprawiłyby, że mocy nie zabraknie w żadnym miesiącu.
       *[many] Dodatkowo { $count } zatrudnień, w porę, sprawiłoby, że mocy nie zabraknie w żadnym miesiącu.
    }
series-capacity-hint = Pokrycie celami to cele do prognozy, wykorzystanie to prognoza do mocy, luka to prognoza minus moce, więc poniżej zera jest zapas. Osoba po wdrożeniu odpowiada przekrojowi planu. Wartości wpisane ręcznie są uwzględnione; rekrutacja trwa, zanim ktoś zacznie.
