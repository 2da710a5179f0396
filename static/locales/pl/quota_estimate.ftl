# Szacunki tego, co handlowcy sprzedadzą
estimate-method-shrinkage = Własna historia przyciągnięta do średniej zespołu
estimate-method-growth = Wzrost historyczny
estimate-method-accounts = Plany klientów
estimate-method-potential = Potencjał klientów
estimate-method-regression = Regresja na cechach terytorium
estimate-method-ratio = Poprzedni cel razy współczynnik
estimate-method-even = Równy podział
estimate-as-set = Cele takie, jakie ustalono
estimate-feature-sales = sprzedaż poprzedniego roku
estimate-feature-accounts = klienci z zakupem
estimate-feature-potential = potencjał klientów
estimate-feature-tenure = lata stażu
estimate-feature-pipeline = otwarte transakcje
estimate-constant = stała
estimate-headroom = potencjał jeszcze niewykorzystany
estimate-how-shrunk = własna średnia { $own } z wagą { $weight } (liczba okresów: { $n }), reszta to średnia zespołu { $peer }
estimate-how-grown = { $sales } z poprzedniego roku, wzrost zespołu { $growth }
estimate-how-grown-own = { $sales } z poprzedniego roku, własny wzrost { $growth }
estimate-how-accounts =
    { $n ->
        [one] { $count } klient: baza { $base }, do sprzedania jeszcze { $whitespace }
        [few] { $count } klienci: baza { $base }, do sprzedania jeszcze { $whitespace }
        [many] { $count } klientów: baza { $base }, do sprzedania jeszcze { $whitespace }
       *[other] { $count } klienta: baza { $base }, do sprzedania jeszcze { $whitespace }
    }
estimate-how-potential = { $sales } z poprzedniego roku, klienci mogliby kupić za { $potential }
estimate-how-regressed = stała { $constant }; { $parts }
estimate-how-part = { $name } { $number } dają { $amount }
estimate-how-ratio = cel poprzedniego roku { $quota } × { $ratio }
estimate-how-peers = średnia zespołu
estimate-note-peers =
    { $n ->
        [one] { $count } osoba bez historii otrzymuje średnią zespołu.
        [few] { $count } osoby bez historii otrzymują średnią zespołu.
        [many] { $count } osób bez historii otrzymuje średnią zespołu.
       *[other] { $count } osoby bez historii otrzymuje średnią zespołu.
    }
estimate-note-annualised =
    { $n ->
        [one] { $count } osoba nie pracowała przez cały ostatni rok: jej sprzedaż przeliczono na pełny rok.
        [few] { $count } osoby nie pracowały przez cały ostatni rok: ich sprzedaż przeliczono na pełny rok.
        [many] { $count } osób nie pracowało przez cały ostatni rok: ich sprzedaż przeliczono na pełny rok.
       *[other] { $count } osoby nie pracowało przez cały ostatni rok: ich sprzedaż przeliczono na pełny rok.
    }
estimate-note-left-out =
    { $n ->
        [one] { $count } osobę pominięto: dopiero przyjdzie albo nie ma po niej śladu w ostatnim roku. Ten cel ustal ręcznie.
        [few] { $count } osoby pominięto: dopiero przyjdą albo nie ma po nich śladu w ostatnim roku. Te cele ustal ręcznie.
        [many] { $count } osób pominięto: dopiero przyjdą albo nie ma po nich śladu w ostatnim roku. Te cele ustal ręcznie.
       *[other] { $count } osoby pominięto: dopiero przyjdą albo nie ma po nich śladu w ostatnim roku. Te cele ustal ręcznie.
    }
estimate-note-dropped =
    { $n ->
        [one] { $count } kolumna nie mówi nic ponad inne i została pominięta.
        [few] { $count } kolumny nie mówią nic ponad inne i zostały pominięte.
        [many] { $count } kolumn nie mówi nic ponad inne i zostało pominiętych.
       *[other] { $count } kolumny nie mówi nic ponad inne i zostało pominięte.
    }
estimate-note-floored =
    { $n ->
        [one] { $count } szacunek poniżej 0 zastąpiono zerem.
        [few] { $count } szacunki poniżej 0 zastąpiono zerem.
        [many] { $count } szacunków poniżej 0 zastąpiono zerem.
       *[other] { $count } szacunku poniżej 0 zastąpiono zerem.
    }
estimate-note-no-growth = Wzrost nie jest znany: nikt nie pracował w obu latach. Podaj go, inaczej wynosi 0.
estimate-note-short-year =
    { $n ->
        [one] Dane mają { $count } miesiąc ostatniego roku: stoi on za cały rok.
        [few] Dane mają { $count } miesiące ostatniego roku: stoją one za cały rok.
        [many] Dane mają { $count } miesięcy ostatniego roku: stoją one za cały rok.
       *[other] Dane mają { $count } miesiąca ostatniego roku: stoi to za cały rok.
    }
estimate-note-owners =
    { $n ->
        [one] { $count } klient nie ma opiekuna: liczy się temu, kto ostatnio mu sprzedał.
        [few] { $count } klienci nie mają opiekuna: każdy liczy się temu, kto ostatnio mu sprzedał.
        [many] { $count } klientów nie ma opiekuna: każdy liczy się temu, kto ostatnio mu sprzedał.
       *[other] { $count } klienta nie ma opiekuna: każdy liczy się temu, kto ostatnio mu sprzedał.
    }
estimate-note-potential =
    { $n ->
        [one] Potencjał { $count } klienta nie jest znany: nic tam już nie ma do sprzedania.
        [few] Potencjał { $count } klientów nie jest znany: nic tam już nie ma do sprzedania.
        [many] Potencjał { $count } klientów nie jest znany: nic tam już nie ma do sprzedania.
       *[other] Potencjał { $count } klienta nie jest znany: nic tam już nie ma do sprzedania.
    }
estimate-model-shrinkage = Osoby różnią się między sobą o { $between } rocznie; jedna osoba różni się między okresami o { $within } (odchylenia standardowe, oba jako kwoty roczne).
estimate-model-growth = Wzrost wszystkich, którzy pracowali w obu latach: { $growth }.
estimate-model-accounts =
    { $n ->
        [one] { $count } klient; sprzedaż ostatniego roku do innych: { $unplanned }.
        [few] { $count } klienci; sprzedaż ostatniego roku do innych: { $unplanned }.
        [many] { $count } klientów; sprzedaż ostatniego roku do innych: { $unplanned }.
       *[other] { $count } klienta; sprzedaż ostatniego roku do innych: { $unplanned }.
    }
estimate-model-fit =
    { $n ->
        [one] Współczynniki: { $columns }. Z { $count } roku jednej osoby; model wyjaśnia { $share } wariancji.
        [few] Współczynniki: { $columns }. Z { $count } lat pracy osób; model wyjaśnia { $share } wariancji.
        [many] Współczynniki: { $columns }. Z { $count } lat pracy osób; model wyjaśnia { $share } wariancji.
       *[other] Współczynniki: { $columns }. Z { $count } roku pracy osób; model wyjaśnia { $share } wariancji.
    }
estimate-model-ratio = Realizacja celów w ostatnim roku, wszyscy razem: { $attainment }.
estimate-model-even = Średnia sprzedaż ostatniego roku: { $mean }.
estimate-error-setting = Ustawienie „{ $field }” jest puste, ujemne albo za duże. Popraw je.
estimate-error-reps = Na początku roku nie wiadomo o nikim, kto miałby cel. Wczytaj transakcje albo cele z roku wcześniej.
estimate-error-history = W roku wcześniejszym nic nie sprzedano. Wczytaj jego transakcje albo wybierz inny rok.
estimate-error-years = Metoda uczy się z { $needed } lat przed rokiem, a jest ich { $found }. Wczytaj więcej lat albo wybierz inną metodę.
estimate-error-rows = Metoda uczy się co najmniej z { $needed } lat pracy osób, a jest ich { $found }. Wczytaj więcej lat albo weź mniej kolumn.
estimate-error-potential = Żaden klient nie mówi, ile mógłby kupić. Wybierz pole klientów, które to mówi, albo inną metodę.
estimate-error-accounts = Żadna transakcja nie wskazuje klienta i żaden klient nie ma opiekuna. Wczytaj klientów albo wybierz inną metodę.
estimate-error-quotas = Nie ma celów, od których można zacząć. Wczytaj cele albo wybierz inną metodę.
estimate-missed-nothing = Wszystkie szacunki wynoszą 0, więc nie da się ich przeskalować do celu firmy.
estimate-best-error = Najbliżej tego, co sprzedano: { $method }, z błędem { $wape } sprzedaży. Następna: { $next }.
estimate-best-fairer = { $method }: błąd { $wape } sprzedaży leży najwyżej o punkt od najmniejszego ({ $least }), a realizacja najmniej zależy od wielkości terytorium (korelacja { $correlation }).
estimate-best-alone = Tylko jedna metoda mogła coś powiedzieć – { $method }: błąd { $wape } sprzedaży.
