# Strona planu
tab-plan = Plan
tab-statements = Rozliczenia
tab-costing = Koszt
tab-compare = Porównanie
plans = Plany
plan-add = Dodaj plan…
plan-copy = Kopiuj plan
plan-remove = Usuń plan
plan-name = Plan
plan-incentive = Premia docelowa na rok
plan-quota = Cel na rok
plan-rounding = Zaokrąglanie
plan-of-data = z danych
plan-fallback = Premia docelowa i cel obowiązują tam, gdzie dane nie podają ich dla handlowca.
plan-first-title = Zacznij od planu
plan-first-text = Wybierz najbliższy szablon; wszystko można zmienić.
plan-in-words = Plan słowami
plan-on-data = Na Twoich danych ten plan wypłaciłby { $paid } od sprzedaży { $bookings }: koszt wynagrodzeń sprzedaży { $ccos }.
rounding-line = każda pozycja
rounding-statement = całe rozliczenie
template-account-executive = Handlowiec
template-account-executive-text = Premia docelowa od sprzedaży kwartału, akceleratory powyżej celu, limit trzykrotności premii.
template-account-manager = Opiekun klienta
template-account-manager-text = Sprzedaż kwartału: wypłata rośnie równo od połowy celu, powyżej celu akceleratory.
template-sales-development = Rozwój sprzedaży
template-sales-development-text = Kwota za każdą transakcję, wyższa od jedenastej w miesiącu.
template-account-executive-small = Handlowiec, małe firmy
template-account-executive-small-text = Dla wielu małych transakcji: każdy miesiąc osobno, powyżej celu półtorej stawki, powyżej dwukrotności celu połowa.
template-account-executive-mid-market = Handlowiec, średnie firmy
template-account-executive-mid-market-text = Dla jednej lub dwóch transakcji w miesiącu: kwartał narastająco, akceleratory od celu i od 150%.
template-account-executive-enterprise = Handlowiec, duże firmy
template-account-executive-enterprise-text = Dla nielicznych dużych transakcji: rok narastająco, akceleratory, zwrot wypłaty za transakcje anulowane w ciągu roku.
template-account-manager-growth = Opiekun klienta, odnowienia i rozwój
template-account-manager-growth-text = Połowa za odnowienia, połowa za rozwój klientów; zakłada, że transakcje podają swój rodzaj.
template-customer-success = Opiekun sukcesu klienta
template-customer-success-text = Zadania kwartału, przede wszystkim utrzymanie klientów, oraz rozwój; zakłada plik z zadaniami.
template-sales-development-meetings = Rozwój sprzedaży, spotkania
template-sales-development-meetings-text = Piętnaście spotkań w miesiącu oraz to, co firma wygrywa z działań wychodzących; zakłada aktywności i źródła transakcji.
template-solutions-engineer = Inżynier rozwiązań
template-solutions-engineer-text = Dla wspierających sprzedaż: udziały w transakcjach, rok całej firmy i zadania.
template-sales-manager = Menedżer sprzedaży
template-sales-manager-text = Prowizja od całej sprzedaży zespołu, wobec dziewięciu dziesiątych celów handlowców; zakłada, że handlowcy podają menedżera.
template-partner-manager = Menedżer partnerów
template-partner-manager-text = To, co firma wygrywa przez partnerów, oraz zadania; zakłada, że transakcje podają źródło.
template-balanced = Zrównoważony
template-balanced-text = Sprzedaż roku na krzywej wypłaty oraz równy wynik w każdym kwartale.
template-flat = Stała prowizja
template-flat-text = Jedna stawka od każdej transakcji, bez celu.
# Składniki
component-new = Składnik
component-add = Dodaj składnik
component-remove = Usuń { $name }
component-name = Składnik
component-measure = Płaci za
component-weight = Waga
component-period = Wypłata
component-window = Wynik sumuje się
component-deduct = W kolejnych okresach
component-basis = Progi podają
component-base-rate = Stawka bazowa
component-mode = Progi łączą się
component-axis = Granice to
component-boundary = Na granicy
period-month = co miesiąc
period-quarter = co kwartał
period-half-year = co pół roku
period-year = co rok
window-deal = każda transakcja osobno
window-period = w okresie wypłaty
window-quarter = w kwartale
window-half-year = w półroczu
window-year = w roku
deduct-yes = wypłata narastająco minus wypłacone
deduct-no = stawka narastająca od wyniku okresu
basis-rate = stawki prowizji
basis-base-rate = krotności stawki bazowej
basis-target = krotności premii docelowej
basis-fixed = kwoty
mode-marginal = każda część po swoim progu
mode-retroactive = całość po osiągniętym progu
mode-interpolated = linia między punktami
mode-highest = powyżej celu wszystko według najwyższego progu
axis-of-attainment = realizacja celu
axis-of-amount = wartość wyniku
boundary-lower = liczy się próg wyższy
boundary-upper = liczy się próg niższy
# Progi, próg minimalny, limity
tiers = Progi
tier = Próg
tier-from = Od
tier-rate = Stawka
tier-amount = Kwota
tier-share = Część premii docelowej
tier-multiple = Krotność
tier-add = Dodaj próg
tier-remove = Usuń próg { $tier }
tier-from-of = Początek progu { $tier }
tier-value-of = Wartość progu { $tier }
threshold = Próg minimalny
threshold-at = Poniżej tej realizacji nic
threshold-share = Na progu, część wypłaty przy celu
threshold-none = brak
threshold-cliff = urwisko: skok na pełną krzywą
threshold-slide = równia: wzrost od zera
threshold-floor = podłoga: wzrost od części
cap-add = Dodaj limit…
cap-remove = Usuń limit
cap-pay = Wypłata okna najwyżej
cap-multiple = Wypłata najwyżej, krotność premii docelowej
cap-attainment = Wynik liczy się do
cap-rate = Żaden próg powyżej
cap-deal = Jedna transakcja płaci najwyżej
# Kalkulator handlowca
calculator-month = Kalkulator handlowca na jeden miesiąc: przeciągnij po krzywej albo wpisz.
calculator-quarter = Kalkulator handlowca na jeden kwartał: przeciągnij po krzywej albo wpisz.
calculator-half-year = Kalkulator handlowca na jedno półrocze: przeciągnij po krzywej albo wpisz.
calculator-year = Kalkulator handlowca na jeden rok: przeciągnij po krzywej albo wpisz.
calculator-quota = Cel
calculator-incentive = Premia docelowa
calculator-pay = Wypłata
calculator-marginal-note = od następnej jednostki wyniku
calculator-effective = Stawka efektywna
calculator-of-target = Część premii docelowej
calculator-next = Próg { $tier } składnika { $component } zaczyna się przy { $attainment } celu: brakuje { $missing } wyniku.
calculator-no-next = Najwyższy próg jest osiągnięty.
calculator-points = Przeciągnij kwadrat na krzywej, aby przesunąć początek progu i to, ile wypłaca; będzie to jeden krok, który można cofnąć. Progi można też wpisać w ich tabeli.
say-monthly = co miesiąc
say-quarterly = co kwartał
say-half-yearly = co pół roku
say-yearly = co rok
say-window-deal = od każdej transakcji osobno
say-window-period = za każdy okres osobno
say-window-quarter = narastająco w kwartale, po odjęciu wcześniejszych wypłat
say-window-half-year = narastająco w półroczu, po odjęciu wcześniejszych wypłat
say-window-year = narastająco w roku, po odjęciu wcześniejszych wypłat
say-window-quarter-rate = za każdy okres po stawce osiągniętej dotąd w kwartale
say-window-half-year-rate = za każdy okres po stawce osiągniętej dotąd w półroczu
say-window-year-rate = za każdy okres po stawce osiągniętej dotąd w roku
say-opening = Płaci za: { $measure }, { $period }, { $window }.
say-weight = Odpowiada za { $weight } premii docelowej.
say-tier = od { $from }: { $value }
say-tiers-marginal = Każda część jest płatna według własnego przedziału: { $tiers }.
say-tiers-retroactive = Całość jest płatna według osiągniętego przedziału: { $tiers }.
say-tiers-interpolated = Stawka leży na linii między punktami: { $tiers }.
say-tiers-highest = Do celu każda część płacona jest według swojego progu, a cały wynik powyżej celu według najwyższego osiągniętego: { $tiers }.
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
plan-error-negative = Składnik { $component }: { $field }: liczba jest ujemna
plan-error-threshold = Składnik { $component }: próg liniowy musi leżeć poniżej 100 %
plan-error-share = Składnik { $component }: udział na progu nie może przekraczać 100 %
plan-error-too-large = Składnik { $component }: { $field }: liczba jest zbyt duża
plan-error-quota-negative = Cel planu jest ujemny
plan-error-incentive-negative = Premia docelowa planu jest ujemna
plan-error-quota-too-large = Cel planu jest zbyt duży
plan-error-incentive-too-large = Premia docelowa planu jest zbyt duża
plan-error-ramp = Wdrożenie musi składać się z ułamków od 0 wzwyż
plan-error-seasons = Sezonów musi być 4 lub 12, od 0 wzwyż i nie wszystkie równe 0
plan-error-filter-of-other = Składnik { $component }: jego miary nie można filtrować według { $field }
plan-error-name-taken = Składnik { $component } ma nazwę wcześniejszego: nadaj inną
say-measured-only = Sam nic nie płaci: inne składniki patrzą na jego wynik.
say-part = { $weight } { $measure }
say-of-part = { $measure }: { $text }
say-credit-team = Liczy się wynik całego zespołu.
say-credit-company = Liczy się wynik całej firmy.
say-filter = Liczą się tylko { $list }.
say-filter-products = produkty { $names }
say-filter-segments = segmenty { $names }
say-filter-regions = regiony { $names }
say-filter-kinds = transakcje rodzaju { $names }
say-filter-sources = źródła { $names }
say-filter-activities = aktywności { $names }
say-filter-objectives = cele zadaniowe { $names }
say-filter-least = transakcje od { $amount }
say-quota-named = Jego celem są cele dla: { $measure }.
say-quota-month = Jego cel to { $amount } na miesiąc.
say-quota-quarter = Jego cel to { $amount } na kwartał.
say-quota-half-year = Jego cel to { $amount } na półrocze.
say-quota-year = Jego cel to { $amount } na rok.
say-quota-share = Jego cel to { $share } celu handlowca.
say-quota-credited = Jego cel to { $share } celów wszystkich, których wynik się liczy.
say-advance = Zaliczka { $amount } { $period }, potrącana na koniec okresu wypłaty.
say-advance-kept = Zaliczka { $amount } { $period }, potrącana na koniec okresu wypłaty; nadwyżki nie trzeba zwracać.
say-gate = Warunek: { $conditions }; do tego czasu { $otherwise }.
say-condition = { $component } osiąga { $at } celu
say-otherwise-nothing = brak wypłaty
say-otherwise-share = wypłacane jest { $share }
say-otherwise-base = żaden przedział nie płaci więcej niż pierwszy
say-multiplier = Wynik składnika { $component } mnoży wypłatę: { $steps }.
say-multiplier-line = Wynik składnika { $component } mnoży wypłatę, na linii między punktami: { $steps }.
say-matrix = Wartość podaje tabela: wiersz według { $component } ({ $rows }), kolumna według tego składnika (kolumn: { $n }).
say-matrix-line = Wartość podaje tabela, na liniach między polami: wiersz według { $component } ({ $rows }), kolumna według tego składnika (kolumn: { $n }).
say-cap-kept = Co przekracza limit, wypłacane jest później w roku, gdy jest miejsce.
plan-error-unknown = Składnik { $component }: { $field }: „{ $name }” to nie nazwa składnika tego planu
plan-error-itself = Składnik { $component }: { $field }: składnik wskazuje sam siebie; wybierz inny
plan-error-circular = Składnik { $component }: { $field }: składniki wskazują na siebie w kółko; przerwij koło
plan-error-matrix-shape = Składnik { $component }: tabela ma wierszy { $rows } i kolumn { $columns }; podaj co najmniej po jednym i wartość w każdym polu
plan-error-unordered = Składnik { $component }: { $field }: liczba { $position } nie jest wyższa od poprzedniej; ułóż je rosnąco
plan-error-part-weights = Składnik { $component }: wagi części dają razem { $sum }, nie 100 %
plan-error-outside = Składnik { $component }: { $field }: { $share } nie leży między 0 a 100 %
plan-error-clash = Składnik { $component }: { $field } i { $other } nie pasują do siebie; zmień jedno z nich
plan-error-empty = Składnik { $component }: { $field }: brak treści; uzupełnij albo usuń
plan-field-weight = waga
plan-field-rate = stawka bazowa
plan-field-from = początek przedziału
plan-field-value = wartość przedziału
plan-field-threshold = próg
plan-field-share = udział na progu
plan-field-caps = limity
plan-field-gate = warunek
plan-field-multipliers = mnożniki
plan-field-matrix = tabela
plan-field-rows = wiersze tabeli
plan-field-columns = kolumny tabeli
plan-field-parts = części składnika
plan-field-quota = cel
plan-field-filter = filtr
plan-field-tier-mode = sposób łączenia przedziałów
plan-field-pay-basis = znaczenie wartości
plan-field-deduct-prior = wypłata po stawce osiągniętej dotąd
plan-field-advance = zaliczka
plan-field-pay-period = częstość wypłaty
plan-field-measured-only = sam nic nie wypłaca
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
gap-without-rate = { $n ->
    [one] Jedna wygrana transakcja na { $amount } nie jest zaliczona: brak kursu { $currency } na jej dzień
    [few] { $count } wygrane transakcje na { $amount } nie są zaliczone: brak kursu { $currency } na ich dni
   *[other] { $count } wygranych transakcji na { $amount } nie jest zaliczonych: brak kursu { $currency } na ich dni
  }
gap-reps-without-rate = { $n ->
    [one] Premia docelowa jednego handlowca jest w walucie bez kursu: { $names }
    [few] Premie docelowe { $count } handlowców są w walucie bez kursu: { $names }
   *[other] Premie docelowe { $count } handlowców są w walucie bez kursu: { $names }
  }
gap-unknown-deals = { $n ->
    [one] Jeden udział dotyczy transakcji, której nie ma w danych: { $names }
    [few] { $count } udziały dotyczą transakcji, których nie ma w danych: { $names }
   *[other] { $count } udziałów dotyczy transakcji, których nie ma w danych: { $names }
  }
gap-unknown-reps-credits = { $n ->
    [one] Jeden udział w transakcji nie liczy się nikomu, bo nie ma takiego handlowca: { $names }
    [few] { $count } udziały w transakcjach nie liczą się nikomu, bo nie ma takich handlowców: { $names }
   *[other] { $count } udziałów w transakcjach nie liczy się nikomu, bo nie ma takich handlowców: { $names }
  }
gap-unknown-reps-objectives = { $n ->
    [one] Jeden cel zadaniowy nie liczy się nikomu, bo nie ma takiego handlowca: { $names }
    [few] { $count } cele zadaniowe nie liczą się nikomu, bo nie ma takich handlowców: { $names }
   *[other] { $count } celów zadaniowych nie liczy się nikomu, bo nie ma takich handlowców: { $names }
  }
gap-unknown-reps-absences = { $n ->
    [one] Jedna nieobecność nie liczy się nikomu, bo nie ma takiego handlowca: { $names }
    [few] { $count } nieobecności nie liczą się nikomu, bo nie ma takich handlowców: { $names }
   *[other] { $count } nieobecności nie liczy się nikomu, bo nie ma takich handlowców: { $names }
  }
gap-unknown-reps-activities = { $n ->
    [one] Jedna aktywność nie liczy się nikomu, bo nie ma takiego handlowca: { $names }
    [few] { $count } aktywności nie liczą się nikomu, bo nie ma takich handlowców: { $names }
   *[other] { $count } aktywności nie liczy się nikomu, bo nie ma takich handlowców: { $names }
  }
gap-unknown-managers = { $n ->
    [one] Jeden handlowiec nie należy do żadnego zespołu, bo nie ma podanego przełożonego: { $names }
    [few] { $count } handlowcy nie należą do żadnego zespołu, bo nie ma podanych przełożonych: { $names }
   *[other] { $count } handlowców nie należy do żadnego zespołu, bo nie ma podanych przełożonych: { $names }
  }
gap-manager-ring = { $n ->
    [one] Jeden handlowiec jest podany jako własny przełożony i liczy się jako bez przełożonego: { $names }
    [few] { $count } handlowcy są w kółko swoimi przełożonymi i liczą się jako bez przełożonego: { $names }
   *[other] { $count } handlowców jest w kółko swoimi przełożonymi i liczy się jako bez przełożonego: { $names }
  }
