# Pierwsza wizyta
welcome-title = Poznaj koszt planu premiowego, zanim go podpiszesz
welcome-lead = Upuść eksport z CRM, który już masz, opisz plan premiowy i zobacz, ile będzie kosztował, kto ile zarobi i dlaczego oraz jak pewny jest wynik.
welcome-drop = Upuść tu eksporty z CRM i arkusze
welcome-formats = CSV i inny tekst rozdzielany, Excel, OpenDocument i ZIP z transakcjami, handlowcami, klientami, produktami lub celami: kilka plików, cały folder albo tabela wklejona z arkusza. Albo plik scenariusza.
welcome-privacy = Nic nie opuszcza tego komputera. Nie ma serwera, konta ani telemetrii: strona liczy wszystko w przeglądarce i działa bez sieci.
choose-files = Wybierz pliki…
add-files = Dodaj pliki…
choose-folder = Wybierz folder…
files-cut = Wzięto tylko pierwsze pliki: { $count }.
paste-title = Wklej tabelę
paste-hint = Skopiuj komórki w arkuszu i wklej je gdziekolwiek na tej stronie albo tutaj.
paste-read = Wczytaj tę tabelę
paste-none = To nie jest tabela: skopiuj co najmniej dwa wiersze komórek.
pasted-name = Wklejone { $n }.tsv
open-scenario-file = Otwórz plik scenariusza…
try-sample = Wypróbuj na przykładowej firmie
sample-company = Przykładowa firma
step-data-title = Wczytaj dane
step-data-text = Kolumny są rozpoznawane i pokazane do poprawy. Każdy wiersz staje się rekordem albo zgłoszoną uwagą.
step-plan-title = Opisz plan
step-plan-text = Progi, akceleratory, limity i krzywa wypłaty obok. Każdy grosz można rozwinąć do rachunku.
step-cost-title = Zobacz przedział
step-cost-text = Tysiące symulowanych lat: ile kosztuje plan, jak pewnie zmieści się w budżecie i co nim porusza.
# Wczytywanie
reading-file = Wczytuję { $file }
data-loading = Wczytuję dane…
data-none = Ten scenariusz nie ma jeszcze danych. Upuść tu eksporty z CRM albo obejrzyj przykładową firmę.
data-missing = Ta przeglądarka nie ma danych tego scenariusza. Upuść pliki ponownie: { $files }
data-not-kept = Przeglądarka nie zachowała danych. Są dostępne do zamknięcia strony; zapisz scenariusz z danymi jako plik.
file-gone = Nie udało się odczytać pliku. Czy został przeniesiony lub zmieniony? Wybierz go ponownie.
# Co już jest
data-sentence = { $n ->
    [one] Jedna transakcja, wygrane: { $won } na kwotę { $amount }{ $months }.
    [few] { $deals } transakcje, w tym wygrane: { $won } na kwotę { $amount }{ $months }.
   *[many] { $deals } transakcji, w tym wygrane: { $won } na kwotę { $amount }{ $months }.
  }
data-sentence-no-deals = Nie ma jeszcze transakcji: dodaj plik z szansami lub zamówieniami, aby naliczać i symulować.
data-months = {" "}od { $first } do { $last }
files-title = Pliki i losy ich wierszy
files-sum = Każdy wiersz jest rekordem, jest odłożony z podaniem przyczyny albo należy do układu (nagłówki, puste wiersze, sumy, przypisy): te trzy liczby sumują się do wierszy pliku.
files-memory = {" "}Tabele mają { $cells } komórek i zajmują { $size } pamięci.
layout-title = { $n ->
    [one] Jeden wiersz bez rekordu
    [few] { $count } wiersze bez rekordu
   *[many] { $count } wierszy bez rekordu
  }
layout-first = Pokazano pierwsze { $count }.
layout-kind = czym jest
layout-blank = pusty
layout-header = nagłówek
layout-repeated = powtórzony nagłówek
layout-above = tytuł lub uwaga powyżej
layout-note = przypis
layout-subtotal = suma częściowa
layout-total = suma
layout-rule = jednostki lub linia ze znaków
column-file = Plik
column-kind = Zawiera
column-rows = Wiersze
column-records = Rekordy
column-set-aside = Odłożone
column-layout = Układ
outcomes-title = Transakcje według wyniku
column-outcome = Wynik
column-stage = Etap
column-deals = Transakcje
column-amount = Kwota
outcome-open = Otwarte
outcome-won = Wygrane
outcome-lost = Przegrane
# Uwagi
issues-title = Uwagi
issues-none = Bez uwag: każdy wiersz stał się rekordem.
issues-aside = { $n ->
    [one] Jeden wiersz odłożony
    [few] { $count } wiersze odłożone
   *[many] { $count } wierszy odłożonych
  }
issues-warning = { $n ->
    [one] Jedno ostrzeżenie
    [few] { $count } ostrzeżenia
   *[many] { $count } ostrzeżeń
  }
issues-first = Pokazano pierwsze { $count }; plik zawiera wszystkie.
fix-title = popraw
fix-cell = { $column } w wierszu { $row }
fix-one = Popraw tę komórkę wiersza { $row }
fix-all = Wszystkie takie komórki: { $count }
fix-near = { $n ->
    [one] Użyj „{ $name }” w tym wierszu
    [few] Użyj „{ $name }” we wszystkich { $count } wierszach
   *[many] Użyj „{ $name }” we wszystkich { $count } wierszach
  }
fix-aside = Odłóż wiersz { $row }
fix-aside-all = Odłóż wszystkie wiersze: { $count }
fix-undo = { $n ->
    [one] Cofnij poprawkę
    [few] Cofnij ostatnią z { $count } poprawek
   *[many] Cofnij ostatnią z { $count } poprawek
  }
download-issues = Pobierz wszystkie uwagi
download-set-aside = Pobierz odłożone wiersze
# Znaczenie kolumn
mapping-title = Co znaczą kolumny
mapping-hint = Odgadnięte z nagłówków i treści albo zapamiętane z tabeli o tych samych nagłówkach. Otwórz tabelę, aby poprawić, co trzeba; rekordy powstają od razu na nowo.
mapping-again = Aby zmienić znaczenie kolumn, upuść pliki ponownie: strona przechowuje rekordy, nie pliki.
mapping-rows = { $n ->
    [one] jeden wiersz
    [few] { $count } wiersze
   *[many] { $count } wierszy
  }
mapping-kind = Co zawiera { $file }
mapping-unsure = Proszę sprawdzić
mapping-remove = Usuń { $file }
mapping-nothing = Bez importu
mapping-meaning = Znaczenie kolumny { $column }
mapping-reading = Sposób odczytu kolumny { $column }
mapping-unit = Jednostka kolumny { $column }
mapping-save = Zapisz znaczenie kolumn jako plik
mappings-taken = Przejęto znaczenie kolumn.
unit-plain = jak stoi
unit-thousands = w tysiącach
unit-millions = w milionach
yes = Tak
no = Nie
read-as = Jak odczytano: { $found }
read-found = wykryto: { $found }
read-encoding = Kodowanie
read-delimiter = Separator
read-header = Nagłówek w linii (0: brak)
read-header-rows = Wiersze nagłówka
read-unpivot = Kolumny okresów jako wiersze
read-repair = Napraw źle odkodowany tekst
read-no-header = bez nagłówka
read-header-line = nagłówek w linii { $line }
read-unpivoted = { $n ->
    [one] jedna kolumna jako wiersze
    [few] { $count } kolumny jako wiersze
   *[many] { $count } kolumn jako wiersze
  }
sign-comma = przecinek
sign-semicolon = średnik
sign-tab = tabulator
sign-pipe = kreska pionowa
# Ustawienia
settings-title = Waluta i rok obrotowy
settings-currency = Waluta (trzy litery)
settings-fiscal-year = Rok obrotowy zaczyna się w
currency-wrong = Waluta to kod z trzech liter, na przykład PLN albo EUR
# Zachowane dane
kept-title = Dane zachowane w tej przeglądarce
kept-none = Nie ma jeszcze zachowanych danych.
kept-refused = Ta przeglądarka nie zachowuje tu danych; być może to okno prywatne. Praca trwa do zamknięcia strony: zapisz scenariusz z danymi jako plik.
kept-since = Zachowane
kept-used = Używane przez
kept-room = Strona zajmuje { $used } z { $most } przyznanych przez przeglądarkę.
kept-promised = Przeglądarka obiecała je zachować.
kept-unpromised = Przeglądarka może je usunąć, gdy zabraknie miejsca.
kept-forget = Usuń te dane…
kept-question = Usunąć te dane? Scenariusze, które ich używają, zostaną bez nich.
kept-yes = Tak, usuń
