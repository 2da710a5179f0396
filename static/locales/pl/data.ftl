# Pierwsza wizyta
welcome-title = Poznaj koszt planu premiowego, zanim go podpiszesz
welcome-lead = Upuść eksport z CRM, który już masz, opisz plan premiowy i zobacz, ile będzie kosztował, kto ile zarobi i dlaczego oraz jak pewny jest wynik.
welcome-drop = Upuść tu eksporty z CRM i arkusze
welcome-formats = Tekst rozdzielany (CSV, TSV) z transakcjami, handlowcami, klientami, produktami lub celami; kilka plików naraz. Albo plik scenariusza.
welcome-privacy = Nic nie opuszcza tego komputera. Nie ma serwera, konta ani telemetrii: strona liczy wszystko w przeglądarce i działa bez sieci.
choose-files = Wybierz pliki…
add-files = Dodaj pliki…
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
files-sum = Każdy wiersz jest rekordem, jest odłożony z podaniem przyczyny albo należy do układu (nagłówek i puste wiersze): te trzy liczby sumują się do wierszy pliku.
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
download-issues = Pobierz wszystkie uwagi
download-set-aside = Pobierz odłożone wiersze
# Znaczenie kolumn
mapping-title = Co znaczą kolumny
mapping-hint = Odgadnięte z nagłówków i treści. Popraw, co trzeba; rekordy powstają od razu na nowo.
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
# Ustawienia
settings-title = Waluta i rok obrotowy
settings-currency = Waluta (trzy litery)
settings-fiscal-year = Rok obrotowy zaczyna się w
currency-wrong = Waluta to kod z trzech liter, na przykład PLN albo EUR
