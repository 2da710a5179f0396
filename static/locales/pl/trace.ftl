trace-credited = Zaliczono dotąd: { $credit }
trace-attainment = Realizacja: { $credit } ÷ cel { $quota } = { $attainment }
trace-base-rate = Bazowa stawka prowizji: premia docelowa { $incentive } ÷ cel { $quota } = { $rate }
trace-base-rate-of-plan = Stawka bazowa planu: { $rate }
trace-quota-missing = Handlowiec nie ma celu w tym okresie, a składnik go wymaga: brak wypłaty
trace-below-threshold = { $attainment } to mniej niż próg { $threshold }: brak wypłaty
trace-slide = Między progiem { $threshold } a celem wypłata rośnie od { $floor } z { $full }: { $share } tej kwoty = { $pay }
trace-slice = Przedział { $tier }: { $credit } od { $from } po { $value } = { $pay }
trace-whole = Osiągnięto przedział { $tier }: całe { $credit } po { $value } = { $pay }
trace-interpolated = Między punktami { $lower } i { $upper } wartość wynosi { $value }: od { $credit } = { $pay }
trace-amount = Osiągnięto przedział { $tier }: { $pay }
trace-cap-pay = Wypłata jest ograniczona: { $before } → { $after }
trace-cap-multiple = Wypłata jest ograniczona do wielokrotności premii docelowej: { $before } → { $after }
trace-cap-attainment = Sprzedaż powyżej limitu się nie liczy: { $before } → { $after }
trace-cap-rate = Stawka jest ograniczona: { $before } → { $after }
trace-cap-deal = Wypłata od transakcji jest ograniczona: { $before } → { $after }
trace-prior = Zarobiono dotąd { $to-date } − zarobiono wcześniej { $before } = { $pay }
trace-advanced = Zaliczka przed końcem okresu wypłaty: { $pay }
trace-advance-deducted = { $before }, z czego { $advanced } wypłacono jako zaliczkę: pozostaje { $pay }
trace-rate-of-period = Dotychczasowa stawka { $rate } od { $credit } z tego okresu = { $pay }
trace-deals-capped = { $n ->
    [one] Jedna transakcja osiągnęła limit: o { $lost } mniej
    [few] { $count } transakcje osiągnęły limit: o { $lost } mniej
   *[other] { $count } transakcji osiągnęło limit: o { $lost } mniej
  }
trace-deal-by-deal = { $n ->
    [one] Jedna transakcja liczona osobno = { $pay }
    [few] { $count } transakcje, każda liczona osobno = { $pay }
   *[other] { $count } transakcji, każda liczona osobno = { $pay }
  }
trace-rounded = Zaokrąglenie: { $before } → { $after }
trace-no-quota = nic, bo nie ma celu
trace-part = { $measure }: { $weight } × { $credit } ÷ cel { $quota } = { $adds }
trace-part-without-quota = { $measure }: handlowiec nie ma na to celu, więc realizacji nie da się policzyć
trace-measured-only = Nic nie płaci: inne składniki patrzą na jego wynik
trace-over-quota = Najwyższy osiągnięty przedział to { $tier }: całe { $credit } powyżej celu po { $value } = { $pay }
trace-matrix = Tabela: { $component } na poziomie { $row }, ten składnik na poziomie { $column }: wartość { $value }, od { $credit } = { $pay }
trace-condition-met = { $component }: osiągnięto { $attainment }, wymagane jest { $at }: warunek spełniony
trace-condition-missed = { $component }: osiągnięto { $attainment }, wymagane jest { $at }: warunek niespełniony
trace-base-only = Dopóki warunek nie jest spełniony, żaden przedział nie płaci więcej niż pierwszy: { $value }
trace-gated = Warunek nie jest spełniony: { $share } z { $before } = { $pay }
trace-multiplied = { $component }: osiągnięto { $attainment }: { $before } × { $factor } = { $pay }
trace-from-balance = Limity zatrzymały { $balance } we wcześniejszych okresach roku; razem z tym należy się { $due }
trace-kept = Dotąd wypłacono { $pay }; { $balance } czeka na późniejsze okresy roku
