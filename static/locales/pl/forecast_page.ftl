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
series-finding = { $what } na { $ahead }: połowa przyszłości leży powyżej { $median }; { $level } leży między { $low } a { $high }.
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
series-fact-last = Tyle samo kroków wcześniej
series-fact-last-note = oczekiwane { $change } wobec nich
series-fact-held = objął { $share } wcześniejszych punktów startu
series-notes = Co warto wiedzieć o szeregu
series-note-put =
    { $n ->
        [one] { $count } krok ma wartość wpisaną ręcznie. Przedział przesunął się z nią i zachował szerokość.
        [few] { $count } kroki mają wartości wpisane ręcznie. Przedziały przesunęły się z nimi i zachowały szerokość.
       *[many] { $count } kroków ma wartości wpisane ręcznie. Przedziały przesunęły się z nimi i zachowały szerokość.
    }
# Jej obraz
series-fan-title = Przeszłość i przyszłości
series-happened = Zaszło
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
series-step = Kroki
series-horizon = Kroków naprzód
series-method = Metoda
series-method-chosen = wybrana przez przeszłość szeregu
series-ranges = Przedziały z
series-ranges-residuals = błędów we wcześniejszych punktach startu
series-ranges-conformal = rang własnych błędów metody
series-last = Ostatni krok
series-last-found = liczy się, jeśli dane sięgają jego końca
series-last-whole = jest zakończony
series-working-days = Wyrównaj dni robocze (od poniedziałku do piątku)
series-holidays = Dni bez handlu, jak 2027-01-01 2027-12-25
series-holidays-unread = Dni zapisuje się jako 2027-01-01, z odstępami. Dni bez handlu pozostały bez zmian.
series-settings-hint = Dni robocze są wyrównywane w miesiącach i dłuższych krokach. Grupy obok oglądanej prognozuje Attain auto, a wszystkie są doprowadzane do zgodnej sumy.
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
series-in-80 = W przedziale 80 %
series-in-95 = W przedziale 95 %
series-width = Szerokość 80 %
series-row-taken = { $method } (wybrana)
series-row-yardstick = { $method } (miara odniesienia)
series-origin = Punkt startu
series-origins-title = Błędy według punktu startu
series-origins-finding = Każdy punkt to jedna prognoza z przeszłości: im niżej, tym bliżej trafiła.
series-origin-datum = Od { $step }, { $method }: { $error }
series-usual-change = zwykła zmiana
series-calibration-title = Czy szanse się sprawdziły
series-calibration-finding = Między zapowiedzianym a tym, co zaszło, jest najwyżej { $most } p.p.
series-calibration-datum = Zapowiedziano { $said }, zaszło { $happened }
series-said = Zapowiedziana szansa
series-fell = Wartości, które były poniżej
series-as-said = Jak zapowiedziano
# Z czego składa się szereg
series-made-title = Z czego składa się szereg
series-place = Miejsce w cyklu
series-seasons-title = Cykle jeden na drugim
series-seasons-finding = Najlepsze jest miejsce { $place }, średnio { $value }.
series-trend-title = Trend
series-trend = Trend
series-season = Sezon
series-rest = Reszta
series-trend-finding = Bez sezonów i przypadku przeszło od { $first } do { $last }.
series-season-title = Sezony
series-season-finding = Najwięcej: { $high } ({ $most }), najmniej: { $low } ({ $least }).
# Grupy
series-groups-title = Grupy obok siebie
series-groups-many = Grup jest więcej niż { $most }: prognozowana jest tylko oglądana. Wybierz inny podział, aby zobaczyć wszystkie.
series-change = Zmiana
# Wartości wpisane ręcznie
series-overrides-title = Wartości, które znasz lepiej
series-overrides-open = Wpisz wartości w miejsce prognozy
series-overrides-hint = Wartość zajmuje w tym kroku miejsce wartości metody, a przedział przesuwa się z nią. Obie są zachowane, wraz z powodem, i porównywane z tym, co zajdzie.
series-step-of = Krok
series-method-said = Według metody
series-override = Zamiast tego
series-reason = Powód
series-override-of = { $step }: wartość zamiast prognozy
series-reason-of = { $step }: powód
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
series-money-hint = Symulacja planu „{ $plan }”: sprzedaż firmy podąża za prognozą z jej niepewnością, wraz z wartościami wpisanymi ręcznie; różnice między handlowcami są takie, jak dopasowano je do przeszłości.
series-money-pay = Zmienne wynagrodzenie (P50)
series-money-ccos = Udział w sprzedaży
series-money-quota = Cele
series-money-attainment = Realizacja celów
series-money-p10 = Wypłata, P10
series-money-p50 = Wypłata, P50
series-money-p90 = Wypłata, P90
