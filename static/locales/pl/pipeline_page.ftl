# Karta lejka: stan symulacji
pipe-running = { $done } z { $all } przebiegów
pipe-stopped = Zatrzymano.
pipe-done = { $n ->
    [one] Jeden przebieg, ziarno { $seed }. To samo ziarno daje te same liczby na każdym komputerze.
    [few] { $count } przebiegi, ziarno { $seed }. To samo ziarno daje te same liczby na każdym komputerze.
   *[many] { $count } przebiegów, ziarno { $seed }. To samo ziarno daje te same liczby na każdym komputerze.
  }
# Liczby, na których opiera się odpowiedź
pipe-chance = Prawdopodobieństwo celu
pipe-chance-range = ± { $error } p.p., z liczby przebiegów
pipe-booked = Już wygrane
pipe-coverage = Pokrycie lejkiem
pipe-coverage-note = otwarte { $open }, a do celu brakuje { $missing }
pipe-open = Otwarte szanse
pipe-open-note = { $n ->
    [one] jedna szansa razy jej prawdopodobieństwo
    [few] { $count } szanse, każda razy jej prawdopodobieństwo
   *[many] { $count } szans, każda razy jej prawdopodobieństwo
  }
pipe-fresh = Przyszłe szanse
pipe-fresh-note = { $rate } nowych na miesiąc
pipe-expected = Oczekiwane
pipe-beside = dla porównania
# Wykresy prognozy
pipe-month-title = Sprzedaż według miesięcy
pipe-month-finding = Najwięcej przypada na { $month }: { $median }, w 8 na 10 przebiegów od { $low } do { $high }.
pipe-datum-method = { $month }, { $method }: { $value }
pipe-to-date-title = Sprzedaż narastająco
pipe-to-date-finding = Do końca połowa przebiegów wygrywa więcej niż { $median }, 8 na 10 wygrywa od { $low } do { $high }.
pipe-mark-target = Cel { $target }
pipe-parts-title = Z czego się składa
pipe-parts-finding = Już wygrane { $booked }, z otwartych szans { $open }, z przyszłych { $fresh }, według wzoru.
pipe-datum-part = { $month }, { $part }: { $value }
pipe-tornado-title = Od czego to zależy
pipe-tornado-finding = Najwięcej zależy od założenia „{ $driver }”: od { $low } do { $high }.
pipe-tornado-datum = { $driver } { $moved }: { $change }
pipe-driver = Założenie
pipe-low-end = Dolny kraniec
pipe-high-end = Górny kraniec
pipe-change = Zmiana średniej
pipe-change-axis = Zmiana średniej ({ $currency })
pipe-width-change = Zmiana szerokości od P10 do P90
pipe-chance-change = Zmiana prawdopodobieństwa
# Najważniejsze szanse
pipe-deals-title = Szanse, które ważą najwięcej
pipe-deals-finding = { $n ->
    [one] Jedna szansa wnosi { $share } niepewności otwartych szans.
    [few] Te { $count } szanse wnoszą { $share } niepewności otwartych szans.
   *[many] Te { $count } szans wnosi { $share } niepewności otwartych szans.
  }
pipe-deal = Szansa
pipe-rep = Handlowiec
pipe-stage = Etap
pipe-amount = Kwota
pipe-deal-chance = Prawdopodobieństwo
pipe-variance = Udział w wariancji
pipe-if-won = Cel, gdy wygrana
pipe-if-not = Cel, gdy nie
# Kwartał
pipe-quarter-title = Ten kwartał na tle poprzednich
pipe-quarter-weeks = Z kwartału od { $month } minęło { $weeks } z 13 tygodni, a do tego czasu wygrano { $won }.
pipe-quarter-total = { $n ->
    [one] W jednym minionym kwartale do tego tygodnia wygrano { $share }. W tym tempie wyjdzie { $median }, od { $low } do { $high }.
    [few] W { $count } minionych kwartałach do tego tygodnia wygrywano { $share } (mediana). W tym tempie wyjdzie { $median }, w 8 na 10 z nich od { $low } do { $high }.
   *[many] W { $count } minionych kwartałach do tego tygodnia wygrywano { $share } (mediana). W tym tempie wyjdzie { $median }, w 8 na 10 z nich od { $low } do { $high }.
  }
pipe-quarter-curve = Część kwartału wygrana do każdego tygodnia
pipe-week = Tydzień
# Ile szans się wygrywa
pipe-conversion-title = Ile szans się wygrywa
pipe-conversion-hint = Wygrane spośród zakończonych, z przedziałem, który mieści je dziewięć razy na dziesięć; oraz wygrane ostatecznie, z uwzględnieniem szans jeszcze otwartych. Gdzie szybkie szanse się wygrywa, a wolne przegrywa, odsetek wygranych wśród zakończonych jest zawyżony.
pipe-conversion-most = Tabela zawiera grupy, w których zakończyło się najwięcej szans: { $most } z { $all }.
pipe-conversion-picture = Skuteczność { $by }
pipe-conversion-finding = Ostatecznie najwięcej wygrywa { $best }, { $most }, a najmniej { $worst }, { $least }.
pipe-conversion-datum = { $group }: { $share } zakończonych (90% od { $low } do { $high })
pipe-eventual-datum = { $group }: { $share } ostatecznie
pipe-by = Podział
pipe-by-all = Wszystkie szanse
pipe-by-cohort = według kwartału utworzenia
pipe-by-segment = według segmentu
pipe-by-source = według źródła
pipe-by-product = według produktu
pipe-by-rep = według handlowca
pipe-group = Grupa
pipe-won = Wygrane
pipe-ended = Zakończone
pipe-still-open = Otwarte
pipe-won-of-ended = Wygrane z zakończonych
pipe-won-in-the-end = Wygrane ostatecznie
pipe-interval = Przedział 90%
pipe-from = 90% od
pipe-to = do
pipe-share = Udział wygranych
pipe-median-days = Dni do wygranej (mediana)
# Spojrzenie wstecz
pipe-back-title = Jak dobrze sprawdziłaby się wcześniej
pipe-back-hint = Na koniec każdego minionego miesiąca ta sama prognoza powstaje z tego, co było wtedy wiadomo (przebiegów: { $runs }), i zostaje porównana z tym, co przyszło. Etapy z minionych miesięcy nie są znane: w metodzie etapy × podane prawdopodobieństwa każda otwarta szansa liczy się połową kwoty.
pipe-back-do = Spójrz wstecz
pipe-back-running = { $done } z { $all } minionych miesięcy
pipe-back-waits = Zacznie się, gdy powyższa prognoza będzie gotowa.
pipe-back-none = Żaden miniony miesiąc nie ma pół roku szans przed sobą i całego horyzontu po sobie. Wybierz krótszy horyzont.
pipe-back-nothing = W żadnym z minionych miesięcy nie dało się niczego prognozować.
pipe-back-verdict = { $n ->
    [one] Jedna prognoza horyzontu: myliła się o { $loss } (strata kwantylowa), bieżące tempo o { $rate }, etapy × podane prawdopodobieństwa o { $weighted }. Zakres P10–P90 trafił w { $held }.
    [few] { $count } prognozy horyzontu: myliły się o { $loss } (strata kwantylowa), bieżące tempo o { $rate }, etapy × podane prawdopodobieństwa o { $weighted }. Zakres P10–P90 trafił w { $held }; oczekuje się 80%.
   *[many] { $count } prognoz horyzontu: myliły się o { $loss } (strata kwantylowa), bieżące tempo o { $rate }, etapy × podane prawdopodobieństwa o { $weighted }. Zakres P10–P90 trafił w { $held }; oczekuje się 80%.
  }
pipe-back-horizon = Cały horyzont
pipe-back-month = Pojedyncze miesiące
pipe-method = Metoda
pipe-forecasts = Prognozy
pipe-pinball = Strata kwantylowa
pipe-held = Trafienia P10–P90
pipe-width = Szerokość od P10 do P90
pipe-bias = Obciążenie
pipe-origin-title = Prognoza i to, co przyszło
pipe-origin-finding = { $n ->
    [one] To, co przyszło, leżało od P10 do P90 w { $inside } z jednej prognozy.
    [few] To, co przyszło, leżało od P10 do P90 w { $inside } z { $count } prognoz.
   *[many] To, co przyszło, leżało od P10 do P90 w { $inside } z { $count } prognoz.
  }
pipe-origin = Wiadomo do
pipe-origin-datum = Wiadomo do { $month }: { $median } (P10 { $low }, P90 { $high })
pipe-came = Co przyszło
pipe-came-datum = Wiadomo do { $month }: przyszło { $actual }
pipe-calibration-title = Czy zakresy są prawdziwe?
pipe-calibration-finding = { $n ->
    [one] Z prognozy jednego miesiąca { $held } leżało od P10 do P90.
    [few] Z { $count } prognoz pojedynczych miesięcy { $held } leżało od P10 do P90; oczekuje się 80%.
   *[many] Z { $count } prognoz pojedynczych miesięcy { $held } leżało od P10 do P90; oczekuje się 80%.
  }
pipe-calibration-datum = { $method }: poniżej miało być { $said }, było { $was }
pipe-calibrated = Prawdziwe zakresy
pipe-said = Udział, który miał leżeć poniżej
pipe-was = Udział, który leżał poniżej
pipe-below-p10 = Poniżej P10
pipe-below-p50 = Poniżej P50
pipe-below-p90 = Poniżej P90
# Co się zakłada
pipe-settings = Co się zakłada
pipe-as-of = Wiadomo do
pipe-as-of-is = Szanse są takie, jakie były znane { $day }.
pipe-months = Miesiące
pipe-runs = Przebiegi
pipe-runs-hint = Przebiegi i ziarno są wspólne dla wszystkich symulacji tego scenariusza. Lejek jest symulowany najwyżej { $most } razy.
pipe-target = Cel
pipe-target-goal = cel firmy
pipe-target-nothing = brak
pipe-target-amount = kwota na wszystkie miesiące
pipe-target-of = Cel na wszystkie miesiące
pipe-goal-none = Nie ma jeszcze celu firmy, więc nie ma z czym porównać.
pipe-goal-is = Cel firmy na te miesiące to { $amount }.
pipe-goal-elsewhere = Cel firmy dotyczy okresu od { $first } do { $last }: nie obejmuje tych miesięcy, więc nie ma z czym porównać.
pipe-stages = Podawana wartość etapów
pipe-stages-hint = Prawdopodobieństwa podawane przez systemy, a 50%, gdzie ich nie podają; nikt ich nie zmierzył. Liczą się tylko w porównaniu i w kategoriach prognozujących, nigdy w prognozie.
pipe-stage-of = { $n ->
    [one] { $stage }, jedna otwarta szansa
    [few] { $stage }, { $count } otwarte szanse
   *[many] { $stage }, { $count } otwartych szans
  }
pipe-stages-more =
    { $n ->
        [one] Na liście nie ma jeszcze { $count } etapu.
        [few] Na liście nie ma jeszcze { $count } etapów.
       *[many] Na liście nie ma jeszcze { $count } etapów.
    }
pipe-stages-usual = Wróć do typowych
# Wcześniejsze eksporty
pipe-exports-title = Wcześniejsze eksporty
pipe-exports-hint = Eksport tych samych szans z wcześniejszego dnia pokazuje, co się od tego czasu stało z lejkiem i ile wart był każdy etap. Nie opuszcza tej przeglądarki i jest trzymany do zamknięcia strony.
pipe-export-add = Dodaj wcześniejszy eksport
pipe-export-of = { $n ->
    [one] { $name }, jedna szansa
    [few] { $name }, { $count } szanse
   *[many] { $name }, { $count } szans
  }
pipe-export-day = Dzień: { $name }
pipe-export-remove = Usuń: { $name }
pipe-export-same-day = Zastąpił on { $name }, eksport z tego samego dnia.
pipe-export-eldest = { $name }, najstarszy eksport, nie jest już trzymany: może ich być najwyżej { $most }.
pipe-export-day-taken = Jest już eksport z tego dnia. Wybierz inny dzień albo najpierw usuń tamten.
pipe-export-late = Nie jest wcześniejszy niż dane (do { $day }), więc się nie liczy. Popraw dzień.
pipe-export-empty = W pliku { $name } nie udało się odczytać żadnych szans. Wczytaj go na stronie Dane, by zobaczyć dlaczego.
pipe-due = Które szanse się liczą
pipe-due-all = wszystkie otwarte
pipe-due-quarter = z terminem w kwartale pierwszego eksportu
pipe-waterfall-title = Lejek od { $from } do { $to }
pipe-waterfall-due = Lejek z terminem od { $first } do { $last }
pipe-waterfall-finding = Od { $from } do { $to } zmienił się z { $opening } na { $closing }.
pipe-waterfall-datum = { $part }: { $amount }
pipe-opening = Na początku
pipe-closing = Na końcu
pipe-adds = Dodaje
pipe-takes = Zabiera
pipe-stock = Lejek
pipe-part = Część
pipe-deals = Szanse
pipe-factors-title = Ile warte były etapy poza wiekiem
pipe-seen = Widziane
pipe-won-in-time = Wygrane w trzy miesiące
pipe-by-age = Oczekiwane z wieku
pipe-factor = Czynnik
pipe-shares-title = Wygrane w ciągu kwartału, według etapu i wieku
pipe-age-title = Dni od utworzenia
pipe-age = { $from } do { $to }
pipe-age-on = { $from } i więcej
pipe-categories-title = Ile warte były słowa prognozujących
pipe-category = Kategoria
pipe-basis = Skąd znana
pipe-was-due = Z terminem
pipe-amount-won = Wygrane
pipe-yield = Uzysk
pipe-open-now = Otwarte teraz
pipe-corrected = Po korekcie
