statements-sentence = { $n ->
    [one] „{ $plan }” wypłaciłby { $paid } jednemu handlowcowi od sprzedaży { $bookings }: koszt wynagrodzeń sprzedaży { $ccos }.
    [few] „{ $plan }” wypłaciłby { $paid } { $reps } handlowcom od sprzedaży { $bookings }: koszt wynagrodzeń sprzedaży { $ccos }.
   *[many] „{ $plan }” wypłaciłby { $paid } { $reps } handlowcom od sprzedaży { $bookings }: koszt wynagrodzeń sprzedaży { $ccos }.
  }
statements-no-data = Rozliczenia powstają z wygranych transakcji. Najpierw wczytaj dane.
statements-no-plan = Planu w tym kształcie nie można obliczyć. Najpierw go popraw.
statements-by-rep = Rozliczenia handlowców
fact-paid = Wypłacono
fact-ccos = CCOS
fact-of-target = Część premii docelowej
fact-median = Mediana realizacji
fact-at-quota = Handlowcy z celem
fact-deals = Rozliczone transakcje
ccos-with-base = { $ccos } z wynagrodzeniem zasadniczym
months-from = Od
months-to = Do
download-statements = Pobierz wszystkie pozycje
order = Kolejność
order-pay = wypłata
order-attainment = realizacja
order-data = jak w danych
field-quota = Cel
column-of-target = Część premii
column-component = Składnik
column-why = Dlaczego
why-of = Skąd ta kwota: { $component }, { $period }
why-close = Zamknij { $component }, { $period }
deals-behind = Transakcje za tą pozycją
column-deal = Transakcja
no-deals = W tym okresie nie rozliczono żadnej transakcji.
no-explanation = Za tą pozycją nic już nie stoi; zmienił się plan albo dane.
