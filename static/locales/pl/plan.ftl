say-monthly = co miesiąc
say-quarterly = co kwartał
say-yearly = co rok
say-window-deal = od każdej transakcji osobno
say-window-period = za każdy okres osobno
say-window-quarter = narastająco w kwartale, po odjęciu wcześniejszych wypłat
say-window-year = narastająco w roku, po odjęciu wcześniejszych wypłat
say-window-quarter-rate = za każdy okres po stawce osiągniętej dotąd w kwartale
say-window-year-rate = za każdy okres po stawce osiągniętej dotąd w roku
say-opening = Płaci za: { $measure }, { $period }, { $window }.
say-weight = Odpowiada za { $weight } premii docelowej.
say-tier = od { $from }: { $value }
say-tiers-marginal = Każda część jest płatna według własnego przedziału: { $tiers }.
say-tiers-retroactive = Całość jest płatna według osiągniętego przedziału: { $tiers }.
say-tiers-interpolated = Stawka leży na linii między punktami: { $tiers }.
say-tiers-target-curve = Wypłata jest częścią premii docelowej, na linii między punktami: { $tiers }.
say-tiers-fixed-added = Każdy osiągnięty przedział dodaje swoją kwotę: { $tiers }.
say-tiers-fixed-reached = Osiągnięty przedział wypłaca swoją kwotę: { $tiers }.
say-tiers-fixed-curve = Kwota leży na linii między punktami: { $tiers }.
say-threshold-cliff = Poniżej { $at } celu brak wypłaty; powyżej pełna krzywa.
say-threshold-slide = Poniżej { $at } celu brak wypłaty; dalej rośnie równo od 0 do wypłaty za pełny cel.
say-threshold-floor = Poniżej { $at } celu brak wypłaty; dalej rośnie równo od { $share } wypłaty za pełny cel.
say-cap-pay = Wypłata kończy się na { $amount }.
say-cap-multiple = Wypłata kończy się na { $times } premii docelowej.
say-cap-attainment = Sprzedaż powyżej { $at } celu się nie liczy.
say-cap-rate = Żaden przedział nie płaci więcej niż { $at }.
say-cap-deal = Jedna transakcja przynosi najwyżej { $amount }.
plan-error-no-components = Plan jeszcze za nic nie płaci: dodaj składnik
plan-error-no-tiers = Składnik { $component } nie ma przedziału: dodaj go
plan-error-gap-at-start = Składnik { $component }: pierwszy przedział musi zaczynać się od 0
plan-error-not-rising = Składnik { $component }: przedział { $tier } zaczyna się nie wyżej niż poprzedni; ułóż przedziały rosnąco
plan-error-negative = Składnik { $component }: liczba jest ujemna
plan-error-threshold = Składnik { $component }: próg liniowy musi leżeć poniżej 100 %
plan-error-share = Składnik { $component }: udział na progu nie może przekraczać 100 %
plan-error-too-large = Składnik { $component }: liczba jest zbyt duża
plan-error-name-taken = Składnik { $component } ma nazwę wcześniejszego: nadaj inną
gap-without-rep = { $n ->
    [one] Jedna wygrana transakcja na { $amount } nie ma handlowca
    [few] { $count } wygrane transakcje na { $amount } nie mają handlowca
   *[other] { $count } wygranych transakcji na { $amount } nie ma handlowca
  }
gap-without-day = { $n ->
    [one] Jedna wygrana transakcja na { $amount } nie ma daty zamknięcia
    [few] { $count } wygrane transakcje na { $amount } nie mają daty zamknięcia
   *[other] { $count } wygranych transakcji na { $amount } nie ma daty zamknięcia
  }
gap-outside = { $n ->
    [one] Jedna wygrana transakcja na { $amount } leży poza wybranymi miesiącami
    [few] { $count } wygrane transakcje na { $amount } leżą poza wybranymi miesiącami
   *[other] { $count } wygranych transakcji na { $amount } leży poza wybranymi miesiącami
  }
gap-without-measure = { $n ->
    [one] Jedna wygrana transakcja nie podaje: { $measure }
    [few] { $count } wygrane transakcje nie podają: { $measure }
   *[other] { $count } wygranych transakcji nie podaje: { $measure }
  }
gap-without-quota = { $n ->
    [one] Jeden handlowiec nie ma celu: { $names }
    [few] { $count } handlowcy nie mają celu: { $names }
   *[other] { $count } handlowców nie ma celu: { $names }
  }
gap-without-incentive = { $n ->
    [one] Jeden handlowiec nie ma premii docelowej: { $names }
    [few] { $count } handlowcy nie mają premii docelowej: { $names }
   *[other] { $count } handlowców nie ma premii docelowej: { $names }
  }
