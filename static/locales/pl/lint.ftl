# Co sprawdzenie znajduje w planie
lint-error = Błąd
lint-warning = Ostrzeżenie
lint-note = Uwaga
lint-of-target = { $share } wypłaty za pełny cel
lint-more = { $n ->
    [one] I jeszcze jedno takie miejsce.
    [few] I jeszcze { $count } takie miejsca.
   *[other] I jeszcze { $count } takich miejsc.
  }
lint-place-components = składniki
lint-place-name = nazwa
lint-place-filter = filtr
lint-place-parts = miara łączona
lint-place-credit-from = czyj wynik się liczy
lint-place-cap = limit
lint-place-gate = warunek
lint-place-multiplier = mnożnik
lint-place-matrix = macierz
lint-place-spiff = SPIFF
lint-place-draw = zaliczka
lint-place-clawback = zwrot
lint-place-holdback = wstrzymanie
lint-place-proration = niepełne lata
lint-remedy-refused = Popraw to: planu nie można policzyć.
lint-jump = Przy { $at } wypłata skacze o { $pay }; tuż poniżej wynosi { $before }.
lint-remedy-jump = Płać każdą część według jej przedziału albo po linii prostej, jeśli jedna transakcja nie ma tyle znaczyć.
lint-falling = Od { $at } większy wynik daje mniejszą wypłatę: strata { $pay }.
lint-remedy-falling = Podnieś wartość w tym miejscu albo płać każdą część według jej przedziału.
lint-dead-zone-start = Do { $to } większy wynik nic nie daje.
lint-dead-zone-all = Żaden wynik nie daje więcej niż brak wyniku.
lint-dead-zone-between = Między { $from } a { $to } większy wynik nic nie daje.
lint-dead-zone-end = Od { $from } większy wynik nic nie daje.
lint-remedy-dead-zone = Daj temu odcinkowi stawkę, obniż próg albo podnieś limit.
lint-regressive = Przy { $at }, przed celem, wypłata od następnej jednostki spada z { $before } do { $after } średniej do celu.
lint-remedy-regressive = Niech stawki rosną aż do celu, aby nikt po drodze nie zwalniał.
lint-over-quota-pays-less = Od { $at } jednostka daje { $after } tego, co średnio do celu.
lint-remedy-over-quota-pays-less = Powyżej celu płać co najmniej średnią stawkę; zwalniaj najwcześniej od dwukrotności celu.
lint-off-target = Dokładnie cel daje { $pay }; premia docelowa to { $target }.
lint-remedy-off-target = Przeskaluj wartości tak, by cel dawał premię docelową.
lint-multiplier-off-target = Przy realizacji 100 % mnożnik wynosi { $factor }, a nie 1.
lint-remedy-multiplier-off-target = Niech stopień z mnożnikiem 1 zaczyna się przy 100 % lub niżej.
lint-pay-at-zero = Najmniejszy wynik daje od razu { $pay }.
lint-remedy-pay-at-zero = Zacznij krzywą od 0; jeśli to zamierzone, nazwij to pensją lub gwarancją.
lint-tier-unreached = Przedział zaczyna się przy { $at }; wynik dochodzi najwyżej do { $most }.
lint-remedy-tier-unreached = Obniż przedział do tego, co osiągają najlepsi, albo go usuń.
lint-tiers-too-close = Przedział przy { $at } zaczyna się tylko { $apart } powyżej poprzedniego.
lint-remedy-tiers-too-close = Połącz oba przedziały.
lint-on-bound = Wynik równy { $at } jest możliwy, a przedział, do którego należy, decyduje o { $pay }.
lint-on-bound-often = { $n ->
    [one] Wynik raz był równy granicy, { $at }; przedział, do którego należy, decyduje o { $pay }.
    [few] Wynik był równy granicy { $count } razy, jak przy { $at }; przedział, do którego należy, decyduje o { $pay }.
   *[other] Wynik był równy granicy { $count } razy, jak przy { $at }; przedział, do którego należy, decyduje o { $pay }.
  }
lint-remedy-on-bound = Zapisz w dokumencie planu, który przedział liczy się na granicy, i ustaw to tutaj.
lint-gate-shut = Warunek wymaga { $at }; tamten składnik dochodzi najwyżej do { $most }, więc warunek nigdy nie jest spełniony.
lint-remedy-gate-shut = Obniż warunek albo podnieś limit tamtego składnika.
lint-gate-open = Warunek jest zawsze spełniony.
lint-remedy-gate-open = Usuń go albo wymagaj realizacji powyżej 0.
lint-too-many-components = { $n ->
    [one] Plan płaci za jeden składnik.
    [few] Plan płaci za { $count } składniki; handlowiec pamięta o trzech.
   *[other] Plan płaci za { $count } składników; handlowiec pamięta o trzech.
  }
lint-remedy-too-many-components = Zostaw te, które decydują, a resztą kieruj bez premii.
lint-tiny-weight = Waga { $weight } niczego nie zmienia.
lint-remedy-tiny-weight = Daj mu co najmniej jedną dziesiątą albo go pomiń.
lint-weights-off = Wagi sumują się do { $sum }.
lint-remedy-weights-off = Niech sumują się do 100 %.
lint-threshold-high = { $below } okresów handlowców skończyło się poniżej progu { $at }.
lint-remedy-threshold-high = Ustaw próg tam, gdzie dochodzi dziewięciu na dziesięciu.
lint-cap-binds = Limit zadziałał w { $share } okresów handlowców i odciął { $cut }.
lint-remedy-cap-binds = Podnieś limit albo płać mniej za jednostkę powyżej doskonałego wyniku.
lint-mix-up-percent = { $value } jest odczytywane jako { $percent }.
lint-mix-up-attainment = Ostatni przedział zaczyna się od kwoty { $value }; może chodzi o { $percent } celu.
lint-mix-up-per-unit = Jednostka daje kwotę { $value }; może chodzi o { $percent }.
lint-remedy-mix-up = W polach procentowych wpisz 80 % jako 80, w plikach jako 0.8; sprawdź jednostkę granic i stawek.
lint-cost-rises = Przy { $at } celu jednostka kosztuje { $times } raza tyle co przy celu.
lint-remedy-cost-rises = Sprawdź, czy marża to uniesie, albo obniż akceleratory.
lint-override-high = Od wyniku innych płaci się { $rate }; zwykle jest to od 1 do 3 %.
lint-remedy-override-high = Sprawdź stawkę albo płać według realizacji zespołu.
lint-over-credited = Transakcja { $deal } jest zaliczona łącznie w { $most }; spośród dzielonych transakcji { $share } zaliczono ponad całość.
lint-remedy-over-credited = Sprawdź udziały i to, komu potrzebne jest pełne zaliczenie.
lint-draw-above-target = Zaliczka to { $share } premii docelowej za jej okres.
lint-remedy-draw-above-target = Obniż ją do tego, co zarabia się za pełny cel.
lint-draw-endless = Gwarancja nie ma końca.
lint-remedy-draw-endless = Podaj, przez ile okresów jest wypłacana.
lint-no-cancellations = Plan odbiera wypłatę za anulowane transakcje, a żadna transakcja w danych nie podaje daty anulowania.
lint-remedy-no-cancellations = Zaimportuj kolumnę z datami anulowania.
lint-split-pays = Transakcja zapisana jako dwie daje do { $pay } więcej.
lint-remedy-split-pays = Wymagaj najmniejszej kwoty transakcji albo płać od wyniku okresu.
lint-timing-pays = Transakcja o wartości { $size } celu daje do { $pay } więcej, gdy przesunie się ją z okresu, który bez niej ma { $from }, do okresu, który ma { $to }.
lint-remedy-timing-pays = Niech wynik narasta przez dłuższy czas i wygładź skoki.
lint-gaming-pull-in = { $name }: zysk { $gain }, gdyby transakcja { $deal } zamknęła się { $to }, a nie { $day }.
lint-gaming-push-out = { $name }: zysk { $gain }, gdyby transakcja { $deal } zamknęła się { $to }, a nie { $day }.
lint-gaming-new-year = { $name }: zysk { $gain }, gdyby transakcja { $deal } z { $day } poczekała na nowy rok, do { $to }.
lint-gaming-split = { $name }: zysk { $gain }, gdyby transakcja { $deal } z { $day } była zapisana jako dwie.
lint-gaming-team = { $n ->
    [one] Jeden handlowiec mógł tak zyskać; mediana zespołu to { $median }.
    [few] { $count } handlowcy mogli tak zyskać; mediana zespołu to { $median }.
   *[other] { $count } handlowców mogło tak zyskać; mediana zespołu to { $median }.
  }
lint-remedy-gaming = Niech wynik narasta przez dłuższy czas albo wygładź pobliskie skoki.
