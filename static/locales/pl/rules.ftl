# Co znaleziono w planie
findings-title = Uwagi do planu
findings-none = Brak uwag.
findings-count = { $n ->
    [one] Jedna uwaga.
    [few] { $count } uwagi.
   *[other] { $count } uwag.
  }
findings-team = Na historii Twojego zespołu, od { $first } do { $last }
findings-team-none = Nic tam nie ma.
findings-failed = Nie udało się sprawdzić planu.
findings-go = Przejdź: { $place }
# Dalsze zasady składnika
rule-more = Więcej zasad
rule-credit = Czyj wynik się liczy
credit-own = własny
credit-team = zespołu handlowca
credit-company = całej firmy
rule-measured-only = Tylko mierzony: sam nic nie płaci
rule-quota = Cel składnika
quota-targets = cele handlowca, a bez nich cel planu
quota-named = cele handlowca dla danej miary
quota-stated = cel podany tutaj
quota-share = część celu handlowca
quota-credited = część celów wszystkich, których wynik się liczy
rule-quota-measure = Miara, jak nazywają ją cele
rule-quota-amount = Podany cel
rule-quota-share = Część celu handlowca
rule-quota-credited = Część ich celów
rule-advance = Zaliczka
advance-hint = Wypłacana w trakcie okresu wypłaty i potrącana z tego, co okres wypłaci na koniec; wybierz dla niej dłuższy okres wypłaty.
advance-kind = Zaliczka
advance-none = brak
advance-recovered = zwracana ponad to, co zarobione
advance-kept = bez zwrotu
advance-amount = Kwota zaliczki
rule-per = Jak często
rule-filter = Co się liczy
rule-filter-hint = Przy pustej liście liczy się wszystko. Kilka nazw rozdziel przecinkami.
filter-products = Produkty
filter-segments = Segmenty
filter-regions = Regiony
filter-kinds = Rodzaje transakcji
filter-sources = Źródła leadów
filter-activities = Rodzaje aktywności
filter-objectives = Zadania
filter-least = Najmniejsza kwota transakcji
rule-no-other = To wymaga drugiego składnika, do którego można się odnieść.
rule-other = Inny składnik
rule-gate = Warunki
rule-otherwise = Do tego czasu
gate-add = Dodaj warunek
gate-at = Osiągnął
gate-remove = Usuń warunek dla { $name }
otherwise-nothing = nic nie jest płacone
otherwise-share = płacona jest część
otherwise-base = żaden przedział nie płaci więcej niż pierwszy
otherwise-of = Płacona część
rule-multipliers = Mnożniki
rule-interpolated = Na linii między punktami
multiplier-add = Dodaj mnożnik
multiplier-remove = Usuń mnożnik według { $name }
step-from = Początek stopnia { $place }
step-factor = Mnożnik stopnia { $place }
step-add = Dodaj stopień
step-remove = Usuń stopień { $place }
rule-blend = Kilka miar jako jedna
rule-blend-hint = Każda część ma własny cel; realizacje sumują się według wag, a wagi do 100 %.
blend-add = Dodaj miarę
blend-remove = Usuń miarę { $place }
rule-matrix = Tabela zamiast progów
matrix-add = Użyj tabeli
matrix-remove = Usuń tabelę
matrix-axis = Granice wierszy to
matrix-hint = Wiersz wybiera { $name }, kolumnę ten składnik.
matrix-row = Początek wiersza { $place }
matrix-column = Początek kolumny { $place }
matrix-cell = Wartość w wierszu { $row }, kolumnie { $column }
matrix-add-row = Dodaj wiersz
matrix-add-column = Dodaj kolumnę
matrix-remove-row = Usuń wiersz { $place }
matrix-remove-column = Usuń kolumnę { $place }
cap-keeps = Wypłać później w roku to, co obcina
# Dalsze zasady planu
further-title = Poza składnikami
further-rules = Premie dodatkowe, zaliczka, wstrzymanie, zwrot, niepełne lata
further-spiffs = Premie dodatkowe (SPIFF)
further-draw = Zaliczka lub gwarancja
further-holdback = Wstrzymanie
further-clawback = Zwrot
further-proration = Niepełne lata, wdrożenie i sezony
spiff-new = Premia dodatkowa
spiff-add = Dodaj premię dodatkową
spiff-remove = Usuń { $name }
spiff-name = Nazwa
spiff-from = Pierwszy dzień
spiff-to = Ostatni dzień
spiff-measure = Liczy
spiff-reward = Płaci
reward-deal = kwotę za każdą transakcję
reward-rate = stawkę od wyniku
reward-milestones = kwoty za kamienie milowe
reward-contest = nagrody za pierwsze miejsca
reward-amount = Kwota za transakcję
reward-of-credit = Stawka od wyniku
reward-least = Najmniejszy wynik, by wygrać
reward-prize = Nagroda za miejsce { $place }
reward-prize-add = Dodaj nagrodę
reward-prize-remove = Usuń nagrodę za miejsce { $place }
milestone-at = Kamień milowy { $place }: wynik
milestone-amount = Kamień milowy { $place } płaci
milestone-add = Dodaj kamień milowy
milestone-remove = Usuń kamień milowy { $place }
draw-kind = Zaliczka
draw-none = brak
draw-recoverable = zwrotna
draw-guarantee = gwarancja: bez zwrotu
draw-forgiven = zwrotna, umarzana na koniec
draw-stated = Podana jako
draw-share = część premii docelowej
draw-money = kwota
draw-amount = Kwota zaliczki
draw-share-of = Zaliczka, część premii docelowej
draw-periods = Liczba okresów zaliczki
draw-for-good = na stałe
draw-new-hires = Tylko dla nowo zatrudnionych
draw-recover-from = Odzyskiwana od okresu
draw-at-once = pierwszego
draw-recovery = Odzyskiwana część zarobku ponad zaliczkę
holdback-kind = Część wypłaty czeka
holdback-none = nie
holdback-some = tak
holdback-share = Część, która czeka
holdback-months = Zwalniana po tylu miesiącach
holdback-at-once = od razu
clawback-kind = Cofane za anulowaną transakcję
clawback-none = nic
clawback-original = to, co za nią wypłacono
clawback-recomputed = różnica wobec wypłaty bez niej
clawback-pro-rata = część pozostała z jej okresu
clawback-percent = część tego, co za nią wypłacono
clawback-share = Cofana część
clawback-months = Jeśli anulowana w ciągu tylu miesięcy
clawback-always = zawsze
prorate-by = Niepełny miesiąc liczy się
prorate-nothing = w całości: początek i koniec pracy nic nie zmieniają
prorate-days = według dni
prorate-months = w całości, jeśli handlowiec jest pierwszego dnia
prorate-targets = Skaluj też własne cele handlowca
ramp-hint = Wdrożenie: cel w pierwszych miesiącach od zatrudnienia jako część pełnego; potem jest pełny.
ramp-month = Miesiąc { $place }
ramp-add = Dodaj miesiąc wdrożenia
ramp-remove = Usuń miesiąc { $place } wdrożenia
ramp-incentive = Premia docelowa rośnie razem z celem
seasons = Cel roku rozkłada się
seasons-none = równo
seasons-quarters = według kwartałów
seasons-months = według miesięcy
season-quarter = Waga kwartału { $place }
season-month = Waga miesiąca { $place }
# Dalsze zasady słowami
say-spiff-deal = Płaci { $amount } za każdą liczoną transakcję, według udziału handlowca.
say-spiff-rate = Płaci { $rate } ponad to, co płacą składniki; miara: { $measure }.
say-spiff-milestone = Po osiągnięciu { $at } płaci jednorazowo { $amount }; miara: { $measure }.
say-spiff-contest-month = Pierwsze miejsca każdego miesiąca wygrywają: { $prizes }; miara: { $measure }.
say-spiff-contest-quarter = Pierwsze miejsca każdego kwartału wygrywają: { $prizes }; miara: { $measure }.
say-spiff-contest-half-year = Pierwsze miejsca każdego półrocza wygrywają: { $prizes }; miara: { $measure }.
say-spiff-contest-year = Pierwsze miejsca każdego roku wygrywają: { $prizes }; miara: { $measure }.
say-spiff-least = Wynik poniżej { $least } nic nie wygrywa.
say-spiff-days = Liczy się od { $from } do { $to }.
say-spiff-from = Liczy się od { $from }.
say-spiff-to = Liczy się do { $to }.
say-draw-share = { $share } premii docelowej
say-draw-recoverable = Wypłata wynosi { $period } co najmniej { $amount }; to, czego brakuje do tej kwoty w zarobku, jest do zwrotu.
say-draw-guarantee = Wypłata wynosi { $period } co najmniej { $amount } i nic nie jest do zwrotu.
say-draw-forgiven = Wypłata wynosi { $period } co najmniej { $amount }; to, czego brakuje do tej kwoty w zarobku, jest do zwrotu, a na koniec zaliczki jest umarzane.
say-draw-periods = { $n ->
    [one] Trwa jeden okres.
    [few] Trwa { $count } okresy.
   *[other] Trwa { $count } okresów.
  }
say-draw-new-hires = Jest tylko dla nowo zatrudnionych.
say-draw-recover-from = Jest odzyskiwana od okresu { $period }.
say-draw-recovery = Z zarobku ponad nią odzyskiwane jest { $share }.
say-holdback = { $n ->
    [one] Z wypłaty składników { $share } czeka jeden miesiąc.
    [few] Z wypłaty składników { $share } czeka { $count } miesiące.
   *[other] Z wypłaty składników { $share } czeka { $count } miesięcy.
  }
say-clawback-original = Gdy transakcja zostanie anulowana, cofane jest to, co za nią wypłacono.
say-clawback-recomputed = Gdy transakcja zostanie anulowana, cofana jest różnica wobec wypłaty bez niej.
say-clawback-pro-rata = Gdy transakcja zostanie anulowana, cofana jest część wypłaty za miesiące pozostałe z jej okresu.
say-clawback-percent = Gdy transakcja zostanie anulowana, cofane jest { $share } tego, co za nią wypłacono.
say-clawback-months = { $n ->
    [one] Tylko jeśli anulowano ją w ciągu jednego miesiąca od zamknięcia.
    [few] Tylko jeśli anulowano ją w ciągu { $count } miesięcy od zamknięcia.
   *[other] Tylko jeśli anulowano ją w ciągu { $count } miesięcy od zamknięcia.
  }
say-prorate-days = W niepełnych miesiącach cel i premia docelowa liczą się według dni.
say-prorate-months = Miesiąc liczy się, jeśli handlowiec jest pierwszego dnia.
say-prorate-targets = Własne cele handlowca też są skalowane.
say-ramp = Cel w pierwszych miesiącach od zatrudnienia: { $shares } pełnego.
say-ramp-incentive = Premia docelowa rośnie razem z nim.
say-seasons = Cel roku rozkłada się według wag: { $weights }.
