# Osie
axis-attainment = Realizacja celu
axis-pay = Wypłata ({ $currency })
axis-cost = Koszt ({ $currency })
axis-cost-range = Koszt
axis-reps = Handlowcy
axis-runs = Udział przebiegów
axis-period = Okres wypłaty
axis-month = Miesiąc
axis-performance = Wynik firmy
# Kolumny tabel
column-credit = Zaliczone
column-pay = Wypłata
column-marginal = Stawka krańcowa
column-rep = Handlowiec
column-bookings = Sprzedaż
column-ccos = CCOS
column-mean = Średnia
column-volatility = Zmienność
column-cost-marginal = Koszt krańcowy
# Linie odniesienia
mark-quota = Cel
mark-budget = Budżet
mark-expected = Jak oczekiwano
mark-p10 = P10
mark-p50 = P50
mark-p90 = P90
# Legendy
legend-fit = Najlepsza prosta
legend-reps = Handlowcy
legend-p10-p90 = Od P10 do P90
legend-median = Mediana
legend-mean = Średnia
# Zakresy
range-percent = od { $lower } do { $upper }
range-percent-open = { $lower } i więcej
range-money = od { $lower } do { $upper }
number-times = { $value }×
number-factor = × { $value }
period-span = { $first } – { $last }
# Krzywa wypłat
chart-payout-title = Krzywa wypłat
chart-payout-datum = Przy { $attainment } celu: { $pay }
chart-payout-finding = Przy { $attainment } celu plan wypłaca { $pay }.
# Wypłata a wynik
chart-scatter-title = Wypłata a wynik
chart-scatter-datum = { $name }: { $attainment } celu, { $pay }
chart-scatter-finding = Wypłata podąża za realizacją celu z korelacją { $correlation }; dziesięć punktów realizacji daje około { $slope }.
chart-scatter-no-line = Za mało handlowców z celem, by porównać wypłatę z realizacją.
# Realizacja
chart-bins-title = Rozkład realizacji celu
chart-bin-datum = { $n ->
    [one] Jeden handlowiec: { $range }
    [few] { $count } handlowcy: { $range }
   *[many] { $count } handlowców: { $range }
  }
chart-bins-finding = Cel osiągnęło { $share } handlowców; mediana realizacji to { $median }.
# Wypłaty w okresach
chart-period-title = Wypłaty w okresach
chart-period-datum = { $period }: { $pay }
chart-period-finding = Razem wypłacono { $total }; najwięcej w okresie { $period }: { $pay }.
# Rezerwy
axis-amount = Kwota ({ $currency })
column-accrued = Rezerwa
chart-accruals-title = Rezerwy według miesięcy
chart-accruals-datum = { $month }: zarobiono { $earned }, wypłacono { $paid }, rezerwa { $accrued }
chart-accruals-finding = Na koniec ostatniego miesiąca ({ $month }) { $amount } jest zarobione i jeszcze niewypłacone.
chart-accruals-ahead = Na koniec ostatniego miesiąca ({ $month }) wypłacono o { $amount } więcej, niż zarobiono.
chart-accruals-even = Na koniec ostatniego miesiąca ({ $month }) wszystko, co zarobiono, jest wypłacone.
# Koszty
chart-cost-title = Łączny koszt we wszystkich przebiegach
chart-cost-datum = { $range }: { $share } przebiegów
cost-finding = Plan kosztuje { $median }; w 8 na 10 lat od { $low } do { $high }.
cost-finding-budget = Budżet { $budget } wystarcza w { $years } na 100 lat.
chart-month-title = Koszt w miesiącach
chart-month-datum = { $month }: { $median } (P10 { $low }, P90 { $high })
chart-month-finding = Najdroższy miesiąc to { $month }, mediana { $median }.
chart-sensitivity-title = Wrażliwość i zmienność
chart-sensitivity-datum = Przy { $performance } oczekiwanego wyniku: średnia { $mean }, zmienność { $volatility }
chart-sensitivity-finding = W pobliżu oczekiwanego wyniku kolejna jednostka sprzedaży kosztuje { $marginal } swojej wartości; przy jednym wyniku firmy koszt nadal waha się o { $volatility } (odchylenie standardowe).
