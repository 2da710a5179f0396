# Skąd biorą się cele i co trzeba wiedzieć
quota-company = Firma
quota-rule-even = Po równo
quota-rule-weights = Według podanych wag
quota-rule-prior = Według wcześniejszej sprzedaży
quota-rule-revenue = Według przychodów klientów
quota-rule-employees = Według liczby pracowników klientów
quota-rule-accounts = Według liczby klientów
quota-rule-headcount = Według liczby handlowców
quota-rule-bottom-up = Według szacunków oddolnych
quota-rule-buckets = W koszykach
quota-origin-goal = cel firmy
quota-origin-growth = cel firmy: wcześniej sprzedano { $prior }, wzrost { $growth }
quota-origin-blended = cel firmy { $goal } i szacunki { $estimates }, te z wagą { $blend }
quota-origin-fixed = ustalone
quota-origin-no-bucket = w żadnym koszyku
quota-origin-share = { $share }, z { $rest }
quota-origin-blend = , szacunki z wagą { $blend }
quota-origin-rounded = , zaokrąglone do { $step }
quota-origin-odd = , zaokrąglone do { $step }, z resztą { $odd }
quota-rest-fixed = { $whole } po odjęciu ustalonych ({ $fixed })
quota-rest-bucket = { $amount } koszyka { $name }
quota-part-even = równa część, 1 z { $n }
quota-part-lack = równa część, 1 z { $n }, z braku wag
quota-part-weight = waga { $weight } z { $of }
quota-part-prior = wcześniejsza sprzedaż { $weight } z { $of }
quota-part-revenue = przychody klientów { $weight } z { $of }
quota-part-employees = pracownicy klientów { $weight } z { $of }
quota-part-accounts = klienci { $weight } z { $of }
quota-part-headcount = handlowcy { $weight } z { $of }
quota-part-bottom-up = szacunki { $weight } z { $of }
quota-finding-ring = { $n ->
    [one] Jedna osoba jest własnym przełożonym ({ $names }); podlega więc firmie.
    [few] { $count } osoby są swoimi przełożonymi, wprost lub przez innych ({ $names }); podlegają więc firmie.
    [many] { $count } osób jest swoimi przełożonymi, wprost lub przez innych ({ $names }); podlega więc firmie.
   *[other] { $count } osoby jest swoimi przełożonymi, wprost lub przez innych ({ $names }); podlega więc firmie.
 } Popraw przełożonych.
quota-finding-managers = { $n ->
    [one] Jedna osoba podaje przełożonego, którego nikt nie zna ({ $names }); podlega więc firmie.
    [few] { $count } osoby podają przełożonych, których nikt nie zna ({ $names }); podlegają więc firmie.
    [many] { $count } osób podaje przełożonych, których nikt nie zna ({ $names }); podlega więc firmie.
   *[other] { $count } osoby podaje przełożonych, których nikt nie zna ({ $names }); podlega więc firmie.
 } Popraw przełożonych.
quota-finding-unknown = { $n ->
    [one] Jeden wpis planu celów wskazuje kogoś bez celu w tym roku ({ $names }) i nic nie zmienia. Popraw go lub usuń.
    [few] { $count } wpisy planu celów wskazują osoby bez celu w tym roku ({ $names }) i nic nie zmieniają. Popraw je lub usuń.
    [many] { $count } wpisów planu celów wskazuje osoby bez celu w tym roku ({ $names }) i nic nie zmienia. Popraw je lub usuń.
   *[other] { $count } wpisu planu celów wskazuje osoby bez celu w tym roku ({ $names }) i nic nie zmienia. Popraw je lub usuń.
 }
quota-finding-empty = Nikt nie ma celu, więc celu firmy nie ma na kogo rozłożyć. Dodaj handlowców albo dopuść więcej ról i segmentów.
quota-finding-nobody = { $who } nie kieruje nikim, kto ma cel w tym roku, i jest pominięty(-a).
quota-finding-not-there = { $n ->
    [one] Jeden handlowiec odszedł przed rokiem lub przychodzi po nim i nie ma celu.
    [few] { $count } handlowcy odeszli przed rokiem lub przychodzą po nim i nie mają celu.
    [many] { $count } handlowców odeszło przed rokiem lub przychodzi po nim i nie ma celu.
   *[other] { $count } handlowca odeszło przed rokiem lub przychodzi po nim i nie ma celu.
 }
quota-finding-no-history = Przed tym rokiem nie ma sprzedaży, choć coś od niej zależy. Wczytaj transakcje albo wybierz inną regułę, cel lub sezonowość.
quota-finding-too-much = Pod węzłem { $node } ustalono o { $amount } więcej, niż jest do rozłożenia. Obniż ustaloną wartość albo podnieś { $node }.
quota-finding-left = Pod węzłem { $node } wszystko jest ustalone, a { $amount } nie ma nikt. Odblokuj kogoś albo obniż { $node }.
quota-finding-zero = Pod węzłem { $node } wszystkie wagi są równe 0, więc rozłożono po równo.
quota-finding-negative = Pod węzłem { $node } { $n ->
    [one] jedna waga jest ujemna i liczy
    [few] { $count } wagi są ujemne i liczą
    [many] { $count } wag jest ujemnych i liczy
   *[other] { $count } wagi są ujemne i liczą
 } się jako 0.
quota-finding-no-bucket = Pod węzłem { $node } { $n ->
    [one] jedna osoba nie jest w żadnym koszyku i nie dostaje
    [few] { $count } osoby nie są w żadnym koszyku i nie dostają
    [many] { $count } osób nie jest w żadnym koszyku i nie dostaje
   *[other] { $count } osoby nie są w żadnym koszyku i nie dostają
 } nic.
quota-finding-lost = Wdrożenie, niepełne lata i ulgi zabierają { $amount }, których nie ma nikt.
quota-finding-no-estimate = { $n ->
    [one] Jeden handlowiec nie ma szacunku; zastępuje go wartość odgórna.
    [few] { $count } handlowcy nie mają szacunków; zastępują je wartości odgórne.
    [many] { $count } handlowców nie ma szacunków; zastępują je wartości odgórne.
   *[other] { $count } handlowca nie ma szacunków; zastępują je wartości odgórne.
 }
quota-finding-relief = Cel osoby { $who } jest ustalony: ulga przenosi go tylko do innych miesięcy.
quota-finding-no-months = { $who } nie ma żadnego miesiąca, który mógłby nieść cel; rozłożono go według sezonowości.
quota-finding-odd = Cel firmy nie jest wielokrotnością kroku: reszta { $amount } idzie w dół z największymi częściami.
quota-refused-unknown = { $who } nie należy do hierarchii; pominięto.
quota-refused-ambiguous = { $who } pasuje do kilku osób; pominięto.
quota-refused-rows = { $n ->
    [one] Został jeden wiersz.
    [few] Zostały { $count } wiersze.
    [many] Zostało { $count } wierszy.
   *[other] Zostało { $count } wiersza.
 }
quota-refused-number = Liczby { $number } nie można tu użyć; pominięto.
quota-refused-company = Liczba firmy jest celem; nie decyduje o niej żadna reguła.
quota-error-number = { $field }: liczba ujemna lub za duża. Popraw ją.
quota-error-periods = { $field }: to nie są 4 kwartały ani 12 miesięcy albo wszystko jest równe 0. Popraw.
quota-seasons-even = Miesiące są równe: historia ma { $n ->
    [one] jeden miesiąc
    [few] { $count } miesiące
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
 }, za mało na więcej.
quota-seasons-mean = Sezonowość to średnie miesięcy do średniej ogólnej, z { $n ->
    [one] jednego miesiąca
    [few] { $count } miesięcy
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
 }: za mało na średnie kroczące.
quota-seasons-moving = Sezonowość to stosunki do centrowanej średniej kroczącej, z { $n ->
    [one] jednego miesiąca
    [few] { $count } miesięcy
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
 }.
