# Co znaleziono w planie
findings-title = Uwagi do planu
findings-none = Brak uwag.
findings-count = { $n ->
    [one] Jedna uwaga.
    [few] { $count } uwagi.
   *[other] { $count } uwag.
  }
findings-go = Przejdź: { $place }
