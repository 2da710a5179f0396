# Plany zatrudnienia: co warto wiedzieć
capacity-other-role = { $n ->
    [one] Jeden handlowiec w roli { $role } się nie liczy: plan nie ma takiej roli.
    [few] { $count } handlowcy w roli { $role } się nie liczą: plan nie ma takiej roli.
   *[many] { $count } handlowców w roli { $role } się nie liczy: plan nie ma takiej roli.
  }
capacity-unknown-role = { $n ->
    [one] Jedna osoba w roli { $role } się nie liczy: plan nie ma takiej roli.
    [few] { $count } osoby w roli { $role } się nie liczą: plan nie ma takiej roli.
   *[many] { $count } osób w roli { $role } się nie liczy: plan nie ma takiej roli.
  }
capacity-no-hire-day = { $n ->
    [one] Jeden handlowiec nie ma dnia zatrudnienia i uchodzi za w pełni wdrożonego.
    [few] { $count } handlowcy nie mają dnia zatrudnienia i uchodzą za w pełni wdrożonych.
   *[many] { $count } handlowców nie ma dnia zatrudnienia i uchodzi za w pełni wdrożonych.
  }
capacity-ramp-not-fitted = { $n ->
    [one] { $role }: jedno zatrudnienie to za mało, by poznać wdrożenie. Obowiązuje zwykłe: 25, 50, 75 i 100%.
    [few] { $role }: { $count } zatrudnienia to za mało, by poznać wdrożenie. Obowiązuje zwykłe: 25, 50, 75 i 100%.
   *[many] { $role }: { $count } zatrudnień to za mało, by poznać wdrożenie. Obowiązuje zwykłe: 25, 50, 75 i 100%.
  }
capacity-hires-outside = { $n ->
    [one] Jedno zatrudnienie leży poza miesiącami planu i zostaje pominięte.
    [few] { $count } zatrudnienia leżą poza miesiącami planu i zostają pominięte.
   *[many] { $count } zatrudnień leży poza miesiącami planu i zostaje pominiętych.
  }
capacity-too-many = { $n ->
    [one] Jednej osoby nie da się już policzyć; zostaje pominięta.
    [few] { $count } osób nie da się już policzyć; zostają pominięte.
   *[many] { $count } osób nie da się już policzyć; zostają pominięte.
  }
capacity-no-heads = Nikogo nie ma i nikt nie przychodzi.
capacity-attrition-of-data = { $n ->
    [one] { $role }: rotacja z jednego odejścia w historii.
    [few] { $role }: rotacja z { $count } odejść w historii.
   *[many] { $role }: rotacja z { $count } odejść w historii.
  }
capacity-attrition-assumed = { $role }: dane nie znają nikogo, kto odszedł. Obowiązuje publikowane 27% rocznie.
capacity-no-quota = { $role }: żaden cel nie jest znany. Zastępuje go to, co sprzedano, w 100%.
# Dlaczego planu nie można użyć
headcount-no-role = Plan nie ma żadnej roli. Dodaj rolę z jej celem.
headcount-role-twice = Dwie role nazywają się { $role }. Nadaj każdej własną nazwę.
headcount-role-number = { $role }: { $field } – brak liczby albo nie można jej użyć. Podaj { $allowed }.
headcount-number = { $field } – brak liczby albo nie można jej użyć. Podaj { $allowed }.
headcount-quota = Cel
headcount-quota-allowed = kwotę większą od 0, najwyżej 1 000 000 000 000
headcount-attainment = Realizacja
headcount-attainment-allowed = udział od 0 do 1000%
headcount-spread = Różnice między osobami
headcount-spread-allowed = udział od 0 do 500%
headcount-noise = Różnice między miesiącami
headcount-noise-allowed = udział od 0 do 500%
headcount-attrition = Rotacja rocznie
headcount-attrition-allowed = udział od 0 do 99%
headcount-backfill-lag = Czas obsadzenia
headcount-backfill-lag-allowed = od 0 do 36 miesięcy albo nigdy
headcount-ramp = Wdrożenie
headcount-ramp-allowed = najwyżej 36 udziałów od 0 do 500%
headcount-months = Liczba miesięcy
headcount-months-allowed = liczbę całkowitą od 1 do 36
headcount-goal = Cel firmy
headcount-goal-allowed = kwoty od 0 do 1 000 000 000 000 000
headcount-over-assignment = Nadwyżka celów
headcount-over-assignment-allowed = udział od −90% do 1000%
headcount-season = Sezony
headcount-season-allowed = 4 albo 12 wag, nie samych zer
headcount-doubt = Niepewność
headcount-doubt-allowed = udziały od 0 do 500%, trwałość między −1 a 1, opóźnienie zatrudnień od 0 do 36 miesięcy, przyciąganie od 0 do 1
headcount-ranges = Zakresy założeń
headcount-ranges-allowed = czynniki od 0 do 10 albo od −12 do 12 miesięcy
# Założenia
assumption-attainment = Realizacja
assumption-attrition = Rotacja
assumption-ramp = Wdrożenie
assumption-backfill = Obsadzenie
assumption-delay = Opóźnienie
assumption-hires = Zatrudnienia
assumption-market = Rynek
assumption-heads = Rozrzut osób
capacity-months-moved = { $value } mies.
# Wnioski
capacity-finding-expected = Zespół może nieść cele na { $quota } i powinien sprzedać { $expected }.
capacity-finding-range = Połowa symulowanych lat sprzedaje więcej niż { $median }; 8 na 10 od { $low } do { $high }.
capacity-finding-goal = W { $years } na 100 symulowanych lat cel { $goal } zostaje osiągnięty; średnio brakuje { $shortfall }.
# Po miesiącach
capacity-month-title = Moce sprzedażowe według miesięcy
capacity-expected = Oczekiwana sprzedaż
capacity-quota = Cele do uniesienia
capacity-assigned = Cele przydzielone
capacity-goal = Cel firmy
capacity-heads = Osoby
capacity-ramped = Osoby po wdrożeniu
capacity-on-track = W planie
capacity-datum-expected = { $month }: oczekiwane { $value }
capacity-datum-quota = { $month }: cele do uniesienia { $value }
capacity-datum-goal = { $month }: cel { $value }
# Co się liczy
capacity-tornado-title = Które założenie waży najwięcej
capacity-tornado-finding = Najwięcej waży { $assumption }: od { $low } do { $high }.
capacity-tornado-none = Żadnego założenia nie przesunięto.
capacity-tornado-datum = { $assumption } { $moved }: { $change }
capacity-assumption = Założenie
capacity-low-end = Dolny kraniec
capacity-high-end = Górny kraniec
capacity-change = Zmiana sprzedaży
capacity-chance-change = Zmiana szansy
capacity-points = { $value } p.p.
# Zatrudnienia i nadwyżka celów
capacity-grid-title = Zatrudnienia wobec nadwyżki celów
capacity-grid-finding = Bez nadwyżki celów dodatkowe zatrudnienia ({ $hires }) zmieniają szansę na cel z { $first } na { $last }.
capacity-grid-none = Bez celu nie ma czego ważyć.
capacity-grid-datum = Dodatkowo { $hires }, nadwyżka celów { $over }: szansa { $chance }, realizacja { $attainment }
capacity-grid-cell = { $chance } ({ $attainment })
capacity-over = nadwyżka { $value }
capacity-extra-hires = Dodatkowe zatrudnienia
capacity-chance = Szansa na cel
# Opóźnienie
capacity-delay-title = Ile kosztują późne zatrudnienia
capacity-delay-finding = Miesiąc zwłoki wszystkich planowanych zatrudnień kosztuje { $lost } sprzedaży, { $each } na każde.
capacity-delay-none = Nie zaplanowano żadnego zatrudnienia.
capacity-delay-datum = { $months } mies. później: strata { $lost }, w 8 latach na 10 od { $low } do { $high }
capacity-months-late = Miesiące zwłoki
capacity-lost = Utracona sprzedaż
capacity-lost-axis = Utracona sprzedaż ({ $currency })
capacity-chance-planned = Szansa według planu
capacity-chance-late = Szansa przy zwłoce
# Prognoza sprzedaży obok celów i mocy sprzedażowych
on-forecast-not-monthly = Obok mocy sprzedażowych może stanąć tylko prognoza miesięczna. Prognozuj miesiące.
on-forecast-other-months = Prognoza nie obejmuje żadnego miesiąca planu, od { $first } do { $last }. Prognozuj dalej naprzód albo wybierz inny pierwszy miesiąc planu.
on-forecast-finding = Od { $first } do { $last } prognoza sprzedaży wynosi { $forecast }, a zespół powinien sprzedać { $capacity }: wykorzystanie mocy to { $utilisation }.
on-forecast-missing = Brakuje { $gap }: tyle sprzedaje w tym czasie { $heads } osoby po wdrożeniu.
on-forecast-spare = W zapasie jest { $gap }: tyle sprzedaje w tym czasie { $heads } osoby po wdrożeniu.
on-forecast-reach = W { $years } na 100 symulowanych lat zespół sprzedaje tyle, ile w prognozie, lub więcej.
on-forecast-enough = W żadnym miesiącu moce nie są mniejsze od prognozy.
on-forecast-short =
    { $n ->
        [0] Mocy po raz pierwszy brakuje w { $month }. Zatrudniona osoba nie potrzebuje wdrożenia i musi zacząć najpóźniej w { $hire }.
        [one] Mocy po raz pierwszy brakuje w { $month }. Wdrożenie trwa { $count } miesiąc, więc kto ma być do tego czasu wdrożony, musi zacząć najpóźniej w { $hire }.
        [few] Mocy po raz pierwszy brakuje w { $month }. Wdrożenie trwa { $count } miesiące, więc kto ma być do tego czasu wdrożony, musi zacząć najpóźniej w { $hire }.
       *[many] Mocy po raz pierwszy brakuje w { $month }. Wdrożenie trwa { $count } miesięcy, więc kto ma być do tego czasu wdrożony, musi zacząć najpóźniej w { $hire }.
    }
on-forecast-short-late =
    { $n ->
        [one] Mocy po raz pierwszy brakuje w { $month }. Wdrożenie trwa { $count } miesiąc: kto ma być do tego czasu wdrożony, powinien był zacząć najpóźniej w { $hire }, przed początkiem prognozy.
        [few] Mocy po raz pierwszy brakuje w { $month }. Wdrożenie trwa { $count } miesiące: kto ma być do tego czasu wdrożony, powinien był zacząć najpóźniej w { $hire }, przed początkiem prognozy.
       *[many] Mocy po raz pierwszy brakuje w { $month }. Wdrożenie trwa { $count } miesięcy: kto ma być do tego czasu wdrożony, powinien był zacząć najpóźniej w { $hire }, przed początkiem prognozy.
    }
on-forecast-quotas = Cele handlowców, { $quota }, to { $coverage } prognozy; zgodnie z prognozą zrealizowane będzie { $attainment } z nich.
on-forecast-assigned = Cele przydzielone w planie, { $quota }, to { $coverage } prognozy; zgodnie z prognozą zrealizowane będzie { $attainment } z nich.
on-forecast-chart = Prognoza, moce sprzedażowe i cele według miesięcy
on-forecast-forecast = Prognoza
on-forecast-range = Prognoza, przedział { $level }
on-forecast-low = Prognoza od
on-forecast-high = Prognoza do
on-forecast-capacity = Moce sprzedażowe
on-forecast-capacity-range = Moce, P10 do P90
on-forecast-capacity-p10 = Moce, P10
on-forecast-capacity-p90 = Moce, P90
on-forecast-quota = Cele przydzielone
on-forecast-all = Wszystkie miesiące
on-forecast-datum-forecast = { $month }: prognoza { $value }
on-forecast-datum-forecast-range = { $month }: prognoza { $value }, od { $low } do { $high }
on-forecast-datum-capacity = { $month }: zespół może sprzedać { $value }
on-forecast-datum-capacity-range = { $month }: zespół może sprzedać { $value }, w 8 latach na 10 od { $low } do { $high }
on-forecast-datum-quota = { $month }: cele { $value }
