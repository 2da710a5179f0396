# Strona celów
tab-quotas = Cele
tab-capacity = Moce sprzedażowe
tab-health = Ocena celów
tab-backtest = Próba wsteczna
quotas-no-data = Nie ma jeszcze danych. Cele powstają z zespołu, jego menedżerów i dotychczasowej sprzedaży: wczytaj pliki z handlowcami i transakcjami albo wypróbuj przykładową firmę.
quotas-stopped = Zatrzymano. To, co znaleziono wcześniej, jest nadal widoczne.
# Siatka drzewa
grid-keys = Strzałki przesuwają, a w pierwszej kolumnie otwierają i zamykają zespoły. Enter lub F2 edytuje, pisanie zastępuje, Escape rezygnuje, Delete oddaje decyzję regułom. Shift ze strzałkami zaznacza kilka komórek; Ctrl+D wypełnia w dół, Ctrl+L ustala lub zwalnia, Ctrl+C i Ctrl+V kopiują i wklejają z arkusza, Ctrl+Z cofa.
grid-unread = { $n ->
    [one] Jednej komórki nie dało się odczytać jako liczby; została bez zmian.
    [few] { $count } komórek nie dało się odczytać jako liczb; zostały bez zmian.
   *[many] { $count } komórek nie dało się odczytać jako liczb; zostały bez zmian.
  }
grid-no-place = { $n ->
    [one] Jedna wklejona komórka nie ma tu miejsca albo trafiłaby na wynik obliczeń; pominięto ją.
    [few] { $count } wklejone komórki nie mają tu miejsca albo trafiłyby na wyniki obliczeń; pominięto je.
   *[many] { $count } wklejonych komórek nie ma tu miejsca albo trafiłoby na wyniki obliczeń; pominięto je.
  }
quotas-grid = Cele zespołu
quotas-fixed = ustalone
quotas-column-who = Kto
quotas-column-quota = Cel roku ({ $currency })
quotas-column-before = Sprzedano wcześniej ({ $currency })
quotas-column-change = Zmiana
quotas-column-bottom-up = Oddolnie ({ $currency })
quotas-column-gap = Różnica ({ $currency })
quotas-column-weight = Waga
quotas-column-carried = Do wykonania ({ $currency })
quotas-before-how = Przypisana sprzedaż z dwunastu miesięcy historii przed tym rokiem, tej osoby i wszystkich poniżej
quotas-change-how = Cel wobec sprzedaży z dwunastu miesięcy wcześniej
quotas-bottom-up-how = Szacunek przyszłej sprzedaży: wpisany tutaj albo przejęty z metody
quotas-bottom-up-sum = Suma szacunków poniżej
quotas-gap-how = To, co reguły dają z góry, minus szacunki z dołu
quotas-weight-how = Liczy się tam, gdzie węzeł powyżej dzieli według podanych wag
quotas-carried-how = Co zostaje z celu po wdrożeniu, niepełnych latach i uldze
quotas-refused = { $n ->
    [one] Nie wykonano: { $first }
    [few] Nie wykonano { $count } zmian. Pierwsza: { $first }
   *[many] Nie wykonano { $count } zmian. Pierwsza: { $first }
  }
# Plany celów
quota-plans = Plany celów
quota-plan-add = Dodaj plan celów
quota-plan-copy = Kopiuj plan celów
quota-plan-remove = Usuń plan celów
# Cel firmy
quotas-plan-name = Cele
quotas-plan-name-label = Nazwa celów
quotas-first-title = Ile firma ma sprzedać?
quotas-first-text = Cel na rok, rozdzielony na menedżerów i handlowców. Na początek przyjmuje się wzrost wobec sprzedaży z ostatnich dwunastu miesięcy i sezonowość z twojej historii; wszystko można zmienić.
quotas-first-do = Ustal cel
quotas-goal-title = Cel firmy
quotas-goal-kind = Cel to
quotas-goal-growth = wzrost wobec ostatnich dwunastu miesięcy
quotas-goal-amount = kwota na rok
quotas-goal-quarters = kwota na każdy kwartał
quotas-goal-months = kwota na każdy miesiąc
quotas-goal = Cel na rok
quotas-growth = Wzrost
quotas-year = Rok obrotowy
quotas-year-next = od { $month }, najbliższy
quotas-year-from = od { $month }
quotas-roles = Role, które mają cel
quotas-segments = Segmenty, które mają cel
quotas-answer = { $n ->
    [one] Jeden handlowiec ma do wykonania { $carried } przy celu firmy { $goal }; przez dwanaście miesięcy wcześniej sprzedano { $prior }.
    [few] { $count } handlowcy mają do wykonania { $carried } przy celu firmy { $goal }; przez dwanaście miesięcy wcześniej sprzedano { $prior }.
   *[many] { $count } handlowców ma do wykonania { $carried } przy celu firmy { $goal }; przez dwanaście miesięcy wcześniej sprzedano { $prior }.
  }
quotas-fact-goal = Cel na rok
quotas-fact-goal-note = { $share } wobec dwunastu miesięcy wcześniej
quotas-fact-carried = Do wykonania przez handlowców
quotas-fact-carried-note = { $share } wobec celu firmy
quotas-fact-each = Na handlowca
quotas-findings = Co trzeba wiedzieć
quotas-use = Używaj jako celów zespołu
quotas-stop-using = Przestań używać tych celów
quotas-in-use = W użyciu
quotas-taken = Te cele zastępują teraz cele z danych w rozliczeniach, kosztach i porównaniu.
quotas-let-go-of = Znów liczą się cele z danych.
quotas-download = Pobierz cele (CSV)
# Jeden węzeł
quotas-about = { $who }: { $amount } – { $how }
quotas-below = Rozdziela { $whole } na osoby poniżej; { $open } z tego nie ma nikt.
quotas-fix = Ustal: { $who }
quotas-let-go = Zwolnij: { $who }
quotas-rule-of = { $who } dzieli
quotas-months-of = Miesiące: { $who }
quotas-month = Miesiąc
quotas-month-quota = Cel
quotas-month-season = Sezon
quotas-month-there = Obecność
quotas-month-ramp = Wdrożenie
quotas-month-relief = Ulga
# Reguły
quotas-spread-title = Jak jest dzielony
quotas-rule = Każdy dzieli
rule-as-plan = jak wszyscy
bucket-title = Koszyki i kto jest w którym
bucket-first = Wszyscy
bucket-add = Dodaj koszyk
bucket-name = Nazwa koszyka { $place }
bucket-share = Udział koszyka { $place }
bucket-by = Podział koszyka { $place }
bucket-remove = Usuń koszyk { $place }
bucket-none = w żadnym koszyku
bucket-more = { $n ->
    [one] Jednej osoby poniżej tu nie wymieniono.
    [few] { $count } osób poniżej tu nie wymieniono.
   *[many] { $count } osób poniżej tu nie wymieniono.
  }
quotas-step = Cele są wielokrotnością
quotas-month-step = Miesiące są wielokrotnością
quotas-over-title = Nadwyżka celów według poziomów
quotas-over-company = Firma rozdziela więcej o
quotas-over-level = Poziom { $level } rozdziela więcej o
quotas-over-said = Poziom { $level }: o { $own } więcej, co z poziomami powyżej daje o { $compound } więcej niż cel firmy.
quotas-part-years = Nowi, odchodzący i nieobecni
quotas-prorate = Niepełny miesiąc liczy się
prorate-quota-nothing = w całości
prorate-quota-days = według dni
prorate-quota-months = w całości, jeśli ktoś jest pierwszego dnia
quotas-ramp = Wdrożenie, w procentach na miesiąc
quotas-ramp-hint = Cel w pierwszych miesiącach od zatrudnienia, na przykład 25 50 75; potem pełny.
quotas-lost = To, co odjęto,
lost-unassigned = nie przypada nikomu
lost-redistributed = przechodzi na innych
quotas-targets-title = Okresy, miara i produkty
targets-length = Cele są na
targets-month = miesiące
targets-quarter = kwartały
targets-half-year = półrocza
targets-year = rok
targets-measure = Miara, pusta dla głównego celu
targets-managers = Menedżerowie też dostają cele swoich zespołów
product-add = Dodaj produkt
product-new = produkt
product-measure = Miara produktu { $place }
product-amount = Cel produktu { $place }
product-remove = Usuń produkt { $place }
relief-title = Ulga i zmiana zespołu: { $who }
relief-add = Zwolnij z części
relief-from = Ulga { $place }: pierwszy miesiąc
relief-to = Ulga { $place }: ostatni miesiąc
relief-share = Ulga { $place }: zwolniona część
relief-reason = Ulga { $place }: powód
relief-remove = Cofnij ulgę { $place }
transfer-to = Przechodzi do zespołu
transfer-none = nie przechodzi
transfer-from = Od miesiąca
# Sezony
quotas-season-title = Sezony
quotas-season = Rok rozkłada się na miesiące
quotas-season-history = jak w historii
quotas-season-even = po równo
quotas-season-quarter-end = ku końcom kwartałów: 20, 25 i 55 % w każdym
quotas-season-year-end = ku końcowi roku: 20, 20, 20 i 40 % w kwartałach
quotas-season-quarters = według wag kwartałów
quotas-season-months = według wag miesięcy
season-title = Sezony roku
season-finding = Najwięcej waży { $month }: { $share } roku.
season-axis-month = Miesiąc
season-index = Wskaźnik, średnio 1
season-used = Używany
season-of-history = Historia
season-years = Pojedyncze lata
season-low = Najniższy rok
season-high = Najwyższy rok
season-n-years = Lata
season-datum = { $month }: { $index }
season-range = { $month }: pojedyncze lata od { $low } do { $high }
season-history-datum = { $month }: { $index } w historii
# Z dołu
bottom-up-title = Z dołu
bottom-up-hint = Czego można się spodziewać po każdym handlowcu, z samej historii. O różnicy wobec celu firmy decydujesz ty.
estimate-method = Szacuj metodą
estimate-choose = wybierz metodę
potential-of = Ile klienci mogliby kupić, według
potential-nothing = niczego z danych
potential-revenue = ich przychodów
potential-employees = liczby ich pracowników
potential-worth = Wartość jednej jednostki
potential-share = Udział do zdobycia
estimate-interval = od { $low } do { $high }
estimate-how = Skąd
estimate-value = Szacunek
estimate-range = Przedział
estimate-table = Szacunki według handlowców
estimate-take = Przejmij jako szacunki oddolne
estimate-found = { $n ->
    [one] Po jednym handlowcu można się spodziewać { $total }; przedział ma się sprawdzać w { $level } przypadków.
    [few] Po { $count } handlowcach można się spodziewać { $total }; każdy przedział ma się sprawdzać w { $level } przypadków.
   *[many] Po { $count } handlowcach można się spodziewać { $total }; każdy przedział ma się sprawdzać w { $level } przypadków.
  }
gap-none = Żaden handlowiec nie ma jeszcze szacunku oddolnego: wybierz metodę albo wpisz szacunki w tabeli.
gap-above = Cel firmy { $goal } jest o { $gap } ({ $share }) wyższy niż { $estimates }, których można się spodziewać po handlowcach. Obniż cel, znajdź moce sprzedażowe albo zbliż do siebie szacunki i cel.
gap-below = Cel firmy { $goal } jest o { $gap } ({ $share }) niższy niż { $estimates }, których można się spodziewać po handlowcach. Jest miejsce na podwyżkę.
gap-blend = Waga szacunków
gap-keep = Zostaw cel
gap-adopt = Zrób z szacunków cel
gap-drop = Usuń szacunki
# Próba wsteczna
backtest-no-months = Nie ma wygranych transakcji, na które można by spojrzeć wstecz.
backtest-settings = Na co patrzymy
backtest-goal = Dawne cele sumują się do
backtest-goal-actual = sprzedaży z tego roku
backtest-goal-growth = sprzedaży z roku wcześniej, ze wzrostem
backtest-methods = Metody
backtest-cost = Także to, ile przy tych celach wypłaciłby obecny plan
backtest-hint = Każda metoda zna tylko to, co było wiadomo pierwszego dnia roku. Wszystkie są przeskalowane do jednego celu, więc różnią się tylko podziałem.
backtest-by-year = Błąd według metod i lat
backtest-by-year-hint = Suma różnic między celem a sprzedażą przez sumę sprzedaży (WAPE). Im mniej, tym lepiej.
backtest-all = Wszystkie lata razem
backtest-all-years = Wszystkie lata
backtest-method = Metoda
backtest-wape = Błąd (WAPE)
backtest-mape = Średni błąd (MAPE)
backtest-bias = Obciążenie
backtest-size = Realizacja a wielkość
backtest-gini = Gini
backtest-spread = Rozrzut
backtest-at-quota = Z osiągniętym celem
backtest-within = W ±20 %
backtest-inside = W przedziale
backtest-paid = Wypłata według planu
backtest-year = { $n ->
    [one] Jeden handlowiec, cele { $goal }, sprzedaż { $actual }.
    [few] { $count } handlowcy, cele { $goal }, sprzedaż { $actual }.
   *[many] { $count } handlowców, cele { $goal }, sprzedaż { $actual }.
  }
backtest-none = Żadna metoda nie mogła nic powiedzieć o żadnym roku.
# Moce sprzedażowe
headplan-first-title = Ile zespół może sprzedać?
headplan-first-text = Osoby według ról, ich cel i realizacja, wdrożenie, rotacja i zatrudnienia: ile mogą sprzedać w każdym miesiącu i jaka jest szansa na cel. Na początek zespół taki, jakim znają go dane.
headplan-first-do = Zacznij od obecnego zespołu
headplan-running = { $done } z { $all } symulowanych lat
headplan-done = { $n ->
    [one] Jeden symulowany rok.
    [few] { $count } symulowane lata.
   *[many] { $count } symulowanych lat.
  }
headplan-goal-title = Czego się oczekuje
headplan-goal = Cel
headplan-goal-nothing = brak
headplan-goal-year = na każde dwanaście miesięcy
headplan-goal-months = na każdy miesiąc
headplan-goal-amount = Kwota na dwanaście miesięcy
headplan-goal-take = Przejmij cel firmy z planu celów
headplan-over = Nadwyżka celów
headplan-months = Miesiące od { $month }
headplan-season-stated = jak podano albo jak w miesiącach z danych
headplan-roster = Handlowcy z danych się liczą
heads-chance = Szansa na cel
heads-chance-range = ± { $error } p.p., zależnie od liczby symulowanych lat
heads-p10 = P10
heads-p50 = P50
heads-p90 = P90
heads-quota = Cele do uniesienia
heads-assigned = Cele przydzielone
heads-goal = Cel
heads-attainment = Realizacja przydzielonych celów
heads-by-role = Moce według ról
heads-first = Osób na początku
heads-last = Osób na końcu
heads-expected = Spodziewana sprzedaż
needed-title = Zatrudnienia, których wymaga cel
needed-none = Więcej zatrudnień nie potrzeba: można się spodziewać o { $amount } więcej, niż trzeba.
needed-some = { $n ->
    [one] Lukę { $gap } zamyka jedno dodatkowe zatrudnienie ({ $role }) od { $month }.
    [few] Lukę { $gap } zamykają { $count } dodatkowe zatrudnienia ({ $role }), wszystkie od { $month }.
   *[many] Lukę { $gap } zamyka { $count } dodatkowych zatrudnień ({ $role }), wszystkie od { $month }.
  }
needed-too-late = Luki { $gap } nie zamkną zatrudnienia ({ $role }): nie zdążą nic sprzedać.
needed-start = Gdyby wszyscy zaczęli w miesiącu
needed-n = Ile zatrudnień
needed-each = Ile każdy sprzeda do końca
roles-title = Role
role-name = Rola
role-name-of = Nazwa roli { $place }
role-quota = Cel ({ $currency })
role-quota-of = Cel roli { $role }
role-per = Na
role-per-of = Cel roli { $role } jest na
per-year = rok
per-half-year = półrocze
per-quarter = kwartał
per-month = miesiąc
role-attainment = Realizacja
role-attainment-of = Realizacja roli { $role }
role-attrition = Rotacja w roku
role-attrition-of = Rotacja w roli { $role }
role-backfill = Miesiące do zastępstwa
role-backfill-of = Miesiące do zastępstwa w roli { $role }
backfill-never = nigdy
role-ramp = Wdrożenie
role-ramp-of = Wdrożenie roli { $role }
role-ramp-shares = Wdrożenie roli { $role }, w procentach na miesiąc
ramp-fitted = jak zatrudnienia z danych
ramp-stated = podane, w procentach
ramp-slow = dziewięć miesięcy, jak u dużych klientów
ramp-unread = Wdrożenie zostało bez zmian: wpisz do 36 wartości procentowych od 0 do 500, oddzielonych odstępami.
role-spread = Między osobami
role-spread-of = Różnice między osobami w roli { $role }
role-noise = Między miesiącami
role-noise-of = Różnice między miesiącami w roli { $role }
role-remove = Usuń: { $role }
role-add = Dodaj rolę
role-new = rola
role-hint = Między osobami i między miesiącami: odchylenie standardowe jako część średniej. Dodatkowe zatrudnienia są w pierwszej roli.
hires-title = Zatrudnienia
hire-role = Rola
hire-role-of = Rola zatrudnienia { $place }
hire-month = Pierwszy miesiąc
hire-month-of = Pierwszy miesiąc zatrudnienia { $place }
hire-count = Osoby
hire-count-of = Osoby zatrudnienia { $place }
hire-remove = Usuń zatrudnienie { $place }
hire-add = Dodaj zatrudnienie
heads-add = Dodaj osoby, których nie ma w danych
heads-role = Rola osób { $place }
heads-count = Liczba osób { $place }
heads-tenure = Miesiące od zatrudnienia osób { $place }
heads-ramped = w pełni wdrożone
heads-remove = Usuń osoby { $place }
doubt-title = Czego nie wiadomo na pewno
doubt-level = Wspólny poziom wszystkich
doubt-market = Rynek w miesiącu
doubt-persistence = Trwałość rynku z miesiąca na miesiąc
doubt-ramp = Czas wdrożenia
doubt-backfill = Czas do zastępstwa
doubt-hire-delay = Miesiące opóźnienia zatrudnień
doubt-pull = Sprzedaż podąża za celami
doubt-hint = Odchylenia standardowe jako części średniej; trwałość rynku to korelacja, a podążanie sprzedaży za celami sięga od zera do pełnego.
# Ocena celów
card-settings = Na co patrzymy
card-months = Miesiące
card-last-year = ostatnie dwanaście
card-size = Wielkość terytorium według
card-method = Cele porównujemy z
card-no-method = niczym
card-method-hint = Szacunki mają przedziały na całe lata obrotowe: wybierz jeden z nich, aby porównać cele.
card-simulated = Porównaj z realizacją, której spodziewa się model kosztów
card-answer = { $n ->
    [one] Od { $first } do { $last } jedna z { $all } miar odbiega, { $look } może odbiegać przypadkiem, a { $healthy } jest w porządku.
    [few] Od { $first } do { $last } { $off } z { $all } miar odbiegają, { $look } może odbiegać przypadkiem, a { $healthy } jest w porządku.
   *[many] Od { $first } do { $last } { $off } z { $all } miar odbiega, { $look } może odbiegać przypadkiem, a { $healthy } jest w porządku.
  }
card-title = Zdrowie celów
card-measure = Miara
card-figure = Wartość z przedziałem
card-range = Porównanie
card-verdict = Ocena
card-advice = Co zrobić
card-groups = Realizacja według grup
card-appeals = Odwołania
card-appeals-found = { $n ->
    [one] Jeden z { $all } celów leży poza przedziałem swojego szacunku.
    [few] { $count } z { $all } celów leżą poza przedziałami swoich szacunków.
   *[many] { $count } z { $all } celów leży poza przedziałami swoich szacunków.
  }
card-stands = Cel leży
card-low = Przedział od
card-high = Przedział do
card-reps = Wszyscy handlowcy
card-sold = Sprzedano
card-luck = Szczęście w transakcjach
card-coverage = Pokrycie lejkiem
