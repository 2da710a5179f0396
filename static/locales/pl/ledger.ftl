# Steps of SPIFFs
ledger-per-deal = { $n ->
    [one] Jedna transakcja po { $amount }, według udziału w niej = { $pay }
    [few] { $count } transakcje po { $amount }, według udziału w każdej = { $pay }
   *[other] { $count } transakcji po { $amount }, według udziału w każdej = { $pay }
  }
ledger-kicker = { $rate } od { $credit }, ponad to, co płacą składniki = { $pay }
ledger-milestone = Sprzedaż doszła do { $credit }, ponad kamień milowy { $at }: { $pay }
ledger-place = { $n ->
    [one] Miejsce { $place } z { $reps } ze sprzedażą { $credit }: { $pay }
    [few] Miejsce { $place } z { $reps } ze sprzedażą { $credit }, dzielone przez { $tied } osoby: ich nagrody { $pool } w równych częściach = { $pay }
   *[other] Miejsce { $place } z { $reps } ze sprzedażą { $credit }, dzielone przez { $tied } osób: ich nagrody { $pool } w równych częściach = { $pay }
  }
ledger-unplaced = Bez miejsca: sprzedaż { $credit }, a trzeba więcej niż 0 i co najmniej { $least }
# Steps of a payout period
ledger-earned = Zarobiono: składniki { $earned }, premie dodatkowe { $spiffs }
ledger-held = Wstrzymano: { $share } wypłaty ze składników = { $amount }, do { $month }
ledger-released = Zwolniono: { $amount }, wstrzymane do { $month }
ledger-cancelled = Transakcję { $deal } anulowano { $day }: { $share } z { $paid } jest cofane, { $forfeited } z kwoty wstrzymanej i { $clawed } z wypłaty
ledger-recomputed = Bez anulowanych transakcji dotychczasowa wypłata to { $without } zamiast { $with }, z czego { $before } cofnięto wcześniej: { $forfeited } jest cofane z kwoty wstrzymanej i { $clawed } z wypłaty
ledger-carried-over = Do cofnięcia: { $due }, z { $available }; wciąż do zwrotu: { $owed }
ledger-drawn = Zaliczka { $draw } − zarobek { $earnings } = { $short }, wypłacone i do zwrotu
ledger-guaranteed = Gwarancja { $draw } − zarobek { $earnings } = { $short }, wypłacone bez zwrotu
ledger-recovered = Z { $owed } do zwrotu odzyskano { $share } z { $over } ponad zaliczkę: { $recovered }
ledger-forgiven = Zaliczka się skończyła: { $amount } nie trzeba zwracać
ledger-closed = Okres jest zamknięty: według obliczeń wynosi { $recomputed }, wypłacono { $paid }; odtąd do wyrównania: { $due }
ledger-adjusted = Do wyrównania z zamkniętych okresów: { $due }; wyrównano teraz: { $amount }
# What is wrong with a plan
plan-error-spiff-ends-early = Premia dodatkowa { $spiff } kończy się, zanim się zacznie
plan-error-spiff-negative = Premia dodatkowa { $spiff }: liczba jest ujemna
plan-error-spiff-too-large = Premia dodatkowa { $spiff }: liczba jest za duża
plan-error-spiff-pays-nothing = Premia dodatkowa { $spiff } nie ma nagrody ani kamienia milowego: dodaj jeden
plan-error-milestones = Premia dodatkowa { $spiff }: kamień milowy { $step } musi leżeć powyżej poprzedniego, a pierwszy powyżej 0
plan-error-spiff-name-taken = Premia dodatkowa { $spiff } ma nazwę składnika albo wcześniejszej premii: zmień ją
plan-error-draw-negative = Zaliczka: liczba jest ujemna
plan-error-draw-too-large = Zaliczka jest za duża
plan-error-recovery = Zaliczka: odzyskać można najwyżej 100 % zarobku
plan-error-draw-periods = Zaliczka nie trwa ani jednego okresu: podaj co najmniej jeden albo żadnego, by trwała stale
plan-error-clawback-share = Część cofana musi leżeć od 0 do 100 %
plan-error-holdback-share = Część wstrzymywana musi leżeć od 0 do 100 %
# What is wrong with plans and assignments
book-error-no-plans = Nie ma żadnego planu: dodaj jeden
book-error-plan = Plan { $plan }: { $error }
book-error-name-taken = Plan { $plan } ma nazwę wcześniejszego: zmień ją
book-error-unknown-plan = Przypisanie { $assignment } dotyczy planu „{ $plan }”, a takiego nie ma
book-error-ends-early = Przypisanie { $assignment } kończy się, zanim się zacznie
# What was not paid for
gap-without-plan = { $n ->
    [one] Jeden handlowiec nie ma planu w części tych miesięcy: { $names }
    [few] { $count } handlowcy nie mają planu w części tych miesięcy: { $names }
   *[many] { $count } handlowców nie ma planu w części tych miesięcy: { $names }
  }
gap-stray-payments = { $n ->
    [one] Jedna wcześniejsza wypłata nie dotyczy żadnego znanego handlowca albo żadnego z tych miesięcy
    [few] { $count } wcześniejsze wypłaty nie dotyczą żadnego znanego handlowca albo żadnego z tych miesięcy
   *[many] { $count } wcześniejszych wypłat nie dotyczy żadnego znanego handlowca albo żadnego z tych miesięcy
  }
