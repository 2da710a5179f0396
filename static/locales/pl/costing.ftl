costing-no-data = Koszt opiera się na historii każdego handlowca. Najpierw wczytaj dane.
cost-running = Symuluję: { $done } z { $all } lat
cost-stopped = Zatrzymano po { $done } z { $all } lat; na nich opiera się wynik.
cost-failed = Symulacja stanęła po { $done } z { $all } lat.
cost-done = Symulowane lata: { $done }, ziarno { $seed }. To samo ziarno daje te same liczby na każdym komputerze.
run-again = Uruchom ponownie
p10-note = jeden rok na dziesięć jest tańszy
p50-note = równie często więcej jak mniej
p90-note = jeden rok na dziesięć jest droższy
range-of = w 8 latach na 10 od { $low } do { $high }
budget-holds = Budżet wystarcza
budget-error = ± { $error } z liczby przebiegów
# Porównanie
compare-title = Plany obok siebie
compare-note = Wszystkie plany liczone są na tych samych symulowanych latach, więc różnice wynikają z samych planów.
column-plan = Plan
column-against = Wobec pierwszego
column-losing-much = Traci ponad 5 %
level-threshold = Na progu
level-target = Na celu
level-excellence = Z wyróżnieniem
# Handlowcy
rep-ranges-title = Ile może zarobić każdy handlowiec
pay-p10 = Wypłata P10
pay-p50 = Wypłata P50
pay-p90 = Wypłata P90
attainment-p10 = Realizacja P10
attainment-p50 = Realizacja P50
attainment-p90 = Realizacja P90
# Założenia
assumptions-title = Założenia
assume-budget = Budżet
assume-performance = Wynik firmy
assume-runs = Symulowane lata
assume-seed = Ziarno
assume-year = Rok zaczyna się w
none-set = brak
# Model
model-title = Jak handlowcy realizują cele
model-fitted = Dopasowany do historii każdego handlowca; zmień dowolną liczbę, aby zapytać „co jeśli”.
model-edited = Zmieniony ręcznie. Budżet, plan i rok nadal obowiązują.
model-reset = Wróć do modelu dopasowanego
model-market = Wstrząs rynku σ, na miesiąc
model-persistence = Trwałość φ
rep-mean = Oczekiwana realizacja
rep-volatility = Zmienność σ
rep-zero = Miesiące bez sprzedaży
rep-history = Miesiące historii
rep-mean-of = Oczekiwana realizacja: { $name }
rep-volatility-of = Zmienność: { $name }
rep-zero-of = Miesiące bez sprzedaży: { $name }
fit-no-history = { $n ->
    [one] Jeden handlowiec nie ma historii i przyjmuje wartości zespołu.
    [few] { $count } handlowcy nie mają historii i przyjmują wartości zespołu.
   *[many] { $count } handlowców nie ma historii i przyjmuje wartości zespołu.
  }
fit-short-history = { $n ->
    [one] Jeden handlowiec ma mniej niż rok historii i stoi między własnymi wartościami a zespołem.
    [few] { $count } handlowcy mają mniej niż rok historii i stoją między własnymi wartościami a zespołem.
   *[many] { $count } handlowców ma mniej niż rok historii i stoi między własnymi wartościami a zespołem.
  }
fit-quota-of-plan = { $n ->
    [one] Jeden handlowiec nie ma celu: obowiązuje cel planu.
    [few] { $count } handlowcy nie mają celu: obowiązuje cel planu.
   *[many] { $count } handlowców nie ma celu: obowiązuje cel planu.
  }
fit-no-quota = { $n ->
    [one] Jeden handlowiec nie ma żadnego celu: to, co zależy od realizacji, nic nie płaci.
    [few] { $count } handlowcy nie mają żadnego celu: to, co zależy od realizacji, nic nie płaci.
   *[many] { $count } handlowców nie ma żadnego celu: to, co zależy od realizacji, nic nie płaci.
  }
fit-quota-of-past = { $n ->
    [one] Jeden handlowiec nie ma celu na symulowany rok: trwa ostatni.
    [few] { $count } handlowcy nie mają celu na symulowany rok: trwa ostatni.
   *[many] { $count } handlowców nie ma celu na symulowany rok: trwa ostatni.
  }
fit-no-incentive = { $n ->
    [one] Jeden handlowiec nie ma premii docelowej: to, co od niej zależy, nic nie płaci.
    [few] { $count } handlowcy nie mają premii docelowej: to, co od niej zależy, nic nie płaci.
   *[many] { $count } handlowców nie ma premii docelowej: to, co od niej zależy, nic nie płaci.
  }
fit-left = { $n ->
    [one] Jeden handlowiec odszedł przed symulowanym rokiem i nie jest symulowany.
    [few] { $count } handlowcy odeszli przed symulowanym rokiem i nie są symulowani.
   *[many] { $count } handlowców odeszło przed symulowanym rokiem i nie jest symulowanych.
  }
fit-deals-left-out = { $n ->
    [one] Jedna wygrana transakcja nie ma handlowca, dnia lub miary i nie jest użyta.
    [few] { $count } wygrane transakcje nie mają handlowca, dnia lub miary i nie są użyte.
   *[many] { $count } wygranych transakcji nie ma handlowca, dnia lub miary i nie jest użytych.
  }
fit-no-season = Mniej niż dwa lata historii: nie przyjęto sezonowości.
fit-not-selling = { $n ->
    [one] Jedna osoba z listy nie ma ani celu, ani wygranej transakcji i nie jest symulowana.
    [few] { $count } osoby z listy nie mają ani celu, ani wygranej transakcji i nie są symulowane.
   *[many] { $count } osób z listy nie ma ani celu, ani wygranej transakcji i nie jest symulowanych.
  }
fit-other-measure = { $n ->
    [one] Jeden składnik płaci od innej miary lub tylko od części transakcji: jego wartość idzie za symulowaną w proporcji z historii.
    [few] { $count } składniki płacą od innej miary lub tylko od części transakcji: ich wartość idzie za symulowaną w proporcji z historii.
   *[many] { $count } składników płaci od innej miary lub tylko od części transakcji: ich wartość idzie za symulowaną w proporcji z historii.
  }
fit-steady = { $n ->
    [one] Jeden składnik liczy aktywności lub cele: każdy miesiąc ma średnią z historii.
    [few] { $count } składniki liczą aktywności lub cele: każdy miesiąc ma średnią z historii.
   *[many] { $count } składników liczy aktywności lub cele: każdy miesiąc ma średnią z historii.
  }
fit-deal-caps = { $n ->
    [one] Jeden składnik ma limit pojedynczej transakcji: transakcje nie są symulowane z osobna, więc limit tu nie działa.
    [few] { $count } składniki mają limit pojedynczej transakcji: transakcje nie są symulowane z osobna, więc limity tu nie działają.
   *[many] { $count } składników ma limit pojedynczej transakcji: transakcje nie są symulowane z osobna, więc limity tu nie działają.
  }
fit-contests = { $n ->
    [one] Jeden konkurs kosztuje swoje nagrody, w równych częściach dla wszystkich; jego wymagane minimum nie jest brane pod uwagę.
    [few] { $count } konkursy kosztują swoje nagrody, w równych częściach dla wszystkich; ich wymagane minima nie są brane pod uwagę.
   *[many] { $count } konkursów kosztuje swoje nagrody, w równych częściach dla wszystkich; ich wymagane minima nie są brane pod uwagę.
  }
fit-draw-new-hires = Zaliczka dla nowo zatrudnionych nie jest symulowana: nikt nie dołącza.
fit-part-years = Okresy wdrożenia, niepełne miesiące i sezony kwoty planu nie są symulowane.
fit-cancelled = Odebranie i zatrzymanie prowizji przyjmuje to, co pokazuje historia: { $share } wartości anulowano, tak samo u każdego i w każdym miesiącu.
