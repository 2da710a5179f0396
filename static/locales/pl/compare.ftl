# Miary porównywanych planów ze wzorami
compared-paid = Wynagrodzenie zmienne
compared-against = Wobec pierwszego planu
compared-earned = Zarobione
compared-bookings = Sprzedaż
compared-ccos-variable = CCOS: wynagrodzenie zmienne ÷ sprzedaż
compared-ccos = CCOS: (wynagrodzenie zmienne + podstawa) ÷ sprzedaż
compared-effective = Stawka efektywna: wypłata ÷ sprzedaż sprzedających
compared-effective-reps = Stawka efektywna handlowca: najniższa · mediana · najwyższa
compared-threshold = Handlowcy na progu
compared-threshold-at = Próg
compared-target = Handlowcy na celu
compared-excellence = Handlowcy z wyróżnieniem
compared-base-share = Struktura płacy: podstawa ÷ (podstawa + premia docelowa)
compared-quota-to-pay = Cel ÷ (podstawa + premia docelowa)
compared-upside = Premia z wyróżnieniem ÷ premia docelowa
compared-leverage = Dźwignia: (podstawa + premia z wyróżnieniem) ÷ podstawa
compared-accelerator = Akcelerator: wypłata za sprzedaż wartą celu ponad celem ÷ premia docelowa
compared-by-attainment = Realizacja z wypłatą ÷ premia docelowa: Pearson · Spearman
compared-by-bookings = Sprzedaż z wypłatą: Pearson · Spearman
compared-variation = Miesięczna wypłata środkowego handlowca: odchylenie standardowe ÷ średnia
compared-top = Wypłaty najlepiej opłacanej dziesiątej części ÷ wszystkie wypłaty
compared-top-bookings = Sprzedaż tylu samo najlepszych sprzedających ÷ cała sprzedaż
compared-company = Wynagrodzenie zmienne przy { $at } sprzedaży firmy
compared-elasticity = Zmiana wypłat przy sprzedaży o 1 % większej, w procentach
# Kto zyskuje, kto traci
compare-dearer = „{ $after }” kosztuje o { $amount } więcej niż „{ $before }” ({ $share }) przy tej samej sprzedaży. Dostaje więcej: { $winners }. Dostaje mniej: { $losers }. Tyle samo: { $unchanged }. Traci ponad 5 %: { $much } z opłacanych ({ $muchshare }).
compare-cheaper = „{ $after }” kosztuje o { $amount } mniej niż „{ $before }” ({ $share }) przy tej samej sprzedaży. Dostaje więcej: { $winners }. Dostaje mniej: { $losers }. Tyle samo: { $unchanged }. Traci ponad 5 %: { $much } z opłacanych ({ $muchshare }).
# Sprawiedliwość
compare-by-tenure = Lata od zatrudnienia
compare-by-region = Region
compare-by-segment = Segment
compare-by-role = Rola
compare-unknown = Nie wiadomo
compare-years = od { $from } do { $to } lat
compare-years-on = { $from } lat i więcej
compare-no-test = za mało osób, by stwierdzić
compare-test = p { $p } (H = { $h }, handlowców: { $reps })
compare-tests = Czy grupy różnią się bardziej, niż wynikałoby z przypadku? Wypłata ÷ premia docelowa: { $payout }. Realizacja: { $attainment }.
# Części planu
part-threshold = { $component }: próg
part-advance = { $component }: zaliczka
part-above-quota = { $component }: progi ponad celem
part-gate = { $component }: warunki
part-cap = { $component }: limit { $number }
part-multiplier = { $component }: mnożnik od { $other }
part-draw = Zaliczka lub gwarancja
part-clawback = Zwrot prowizji
part-holdback = Wstrzymanie wypłaty
# Uwagi
compare-payments = { $n ->
    [one] Jedna zapisana wypłata jest pominięta: porównuje się to, co plany by zapłaciły.
    [few] { $count } zapisane wypłaty są pominięte: porównuje się to, co plany by zapłaciły.
   *[many] { $count } zapisanych wypłat jest pominiętych: porównuje się to, co plany by zapłaciły.
  }
compare-other-incentive = { $n ->
    [one] „{ $side }” daje jednemu handlowcowi inną premię docelową niż pierwszy plan: dane jej nie podają.
    [few] „{ $side }” daje { $count } handlowcom inną premię docelową niż pierwszy plan: dane jej nie podają.
   *[many] „{ $side }” daje { $count } handlowcom inną premię docelową niż pierwszy plan: dane jej nie podają.
  }
compare-other-quota = { $n ->
    [one] „{ $side }” daje jednemu handlowcowi inny cel niż pierwszy plan: dane go nie podają.
    [few] „{ $side }” daje { $count } handlowcom inny cel niż pierwszy plan: dane go nie podają.
   *[many] „{ $side }” daje { $count } handlowcom inny cel niż pierwszy plan: dane go nie podają.
  }
compare-counts-stay = „{ $side }” płaci za liczbę transakcji, aktywności lub zadania: nie zmieniają się one, gdy sprzedaż rośnie lub spada.
compare-parts-left-out = { $n ->
    [one] Jednej części planu „{ $side }” nie sprawdzono.
    [few] { $count } części planu „{ $side }” nie sprawdzono.
   *[many] { $count } części planu „{ $side }” nie sprawdzono.
  }
# Wartości branżowe
audience-everyone = każda sprzedaż
audience-sdr = pozyskiwanie kontaktów (SDR)
audience-small = handlowcy małych klientów
audience-middle = handlowcy średnich klientów
audience-large = handlowcy dużych klientów
audience-am = opiekunowie klientów
audience-csm = sukces klienta (CSM)
audience-managers = kierownicy i dyrektorzy
audience-observed = zaobserwowane, nie zalecane
stands-below = poniżej
stands-within = w przedziale
stands-above = powyżej
range-at-least = co najmniej { $low }
range-at-most = co najwyżej { $high }
# Strona
compare-no-data = Porównanie opiera się na wygranych transakcjach. Najpierw wczytaj dane.
compare-needs-two = Dodaj drugi plan, aby zobaczyć, kto zyskuje, a kto traci.
compare-running = Porównuję: { $done } z { $all } przeliczeń
compare-stopped = Zatrzymano po { $done } z { $all } przeliczeń; na nich opiera się wynik.
compare-failed = Porównanie stanęło po { $done } z { $all } przeliczeń.
compare-done = Każdy plan przeliczono na tych samych transakcjach i miesiącach, dla tych samych handlowców. Zapisane wypłaty są pominięte.
compared-title = Plany przy tej samej sprzedaży
compared-note = Wartości z wyróżnieniem i ponad celem dotyczą roku przy medianie celu i premii docelowej zespołu. Podane przedziały są dla każdej sprzedaży; przedziały dla pojedynczych ról są niżej.
column-measure = Miara
column-published = Wartość branżowa
download-comparison = Pobierz wszystkich handlowców
comparison-file = porównanie
changes-title = Kto zyskuje, kto traci
changes-before = Z
changes-after = Na
order-difference = różnica
order-change = różnica w procentach
order-name = nazwa
column-before = Wypłata przedtem
column-after = Wypłata potem
column-difference = Różnica
column-change = W procentach
parts-title = Co wnosi każda część planu „{ $plan }”
column-part = Część
column-adds = Wnosi
column-of-pay = Z całej wypłaty
column-gaining = Ilu zyskuje
column-losing = Ilu traci
column-most = Najwięcej dla jednej osoby
fairness-title = Sprawiedliwość
fairness-note = Grupy według zapisów. Małe p mówi, że sam przypadek rzadko tworzy takie grupy, a nie dlaczego się różnią.
fairness-of = { $plan }: { $text }
column-reps = Handlowcy
column-payout-of = Wypłata ÷ premia docelowa, { $plan }
benchmarks-title = Wartości branżowe
benchmarks-note = Opublikowane przez innych, zwykle z drugiej ręki: do zadawania pytań, nie do naśladowania. Zmień przedział, a Twój zostanie w scenariuszu.
column-for = Dla kogo
column-low = Od
column-high = Do
column-source = Źródło
column-dated = Data
benchmark-undated = bez daty
benchmark-low = Dolna granica: { $figure }, { $audience }
benchmark-high = Górna granica: { $figure }, { $audience }
benchmark-reset = Wróć do opublikowanego przedziału: { $figure }, { $audience }
