# Ramka wokół każdej strony
app-name = Attain
skip = Przejdź do treści
pages = Strony
page-data = Dane
page-forecast = Prognozy
page-quotas = Cele
page-compensation = Wynagrodzenia
page-scenarios = Scenariusze
undo = Cofnij
redo = Ponów
stop = Zatrzymaj
dismiss = Zamknij
actions = Działania
none = –
working = Obliczam…
working-steps = Obliczam: { $done } z { $all }
language = Język
language-missing = Nie udało się wczytać tekstów w tym języku, więc strona pozostaje bez zmian. Wybierz język ponownie, gdy będzie połączenie.
theme-system = Motyw: jak w systemie
theme-light = Motyw: jasny
theme-dark = Motyw: ciemny
notices = Komunikaty
drop-anywhere = Upuść pliki, aby je wczytać
table-more = { $n ->
    [one] Pokaż jeszcze jeden wiersz
    [few] Pokaż kolejne z { $count } wierszy
   *[many] Pokaż kolejne z { $count } wierszy
  }
chart-keys = Strzałki odczytują pojedyncze wartości.
chart-table = Tabela „{ $title }”
chart-png = Pobierz „{ $title }” jako obraz
field-needed = Tu potrzebna jest liczba
field-not-a-number = To nie jest liczba
field-out-of-range = Liczba jest poza zakresem
field-not-between = Liczba musi leżeć od { $least } do { $most }
field-too-low = Liczba nie może być mniejsza niż { $least }
go-to-data = Przejdź do danych
go-to-plan = Przejdź do planu
# Zapisywanie
scenario-title = Scenariusz
saved-untouched = Nie ma jeszcze czego zapisać
saved-saving = Zapisuję…
saved-at = Zapisano { $moment }
saved-not = NIE zapisano
saved-read-only = Tylko do odczytu
save-again = Spróbuj ponownie
save-as-file = Zapisz jako plik
export-scenario = Zapisz scenariusz jako plik
storage-full = Pamięć przeglądarki jest pełna, więc scenariusz NIE jest zapisany. Zapisz go jako plik albo usuń niepotrzebne scenariusze.
storage-blocked = Przeglądarka nie pozwala tej stronie niczego zapisywać, więc scenariusz NIE jest zapisany. Zapisz go jako plik albo opuść okno prywatne.
storage-conflict = Inna karta zmieniła ten scenariusz. Zachowano oba: Twój jest dalej kopią.
storage-not-kept = Przeglądarka nie zachowała zapisu. Spróbuj ponownie albo zapisz scenariusz jako plik.
opened-elsewhere = Inna karta zmieniła ten scenariusz; tutaj widać jej stan.
# Nowsze wersje i awarie
update-ready = Nowsza wersja Attain jest gotowa.
update-now = Wczytaj ją
rescue-title = Attain zatrzymał się
rescue-text = W programie wystąpił błąd. Ostatni stan pozostał w tej przeglądarce i można go pobrać jako plik.
rescue-download = Pobierz ostatni stan
rescue-reload = Wczytaj stronę ponownie
worker-lost = Obliczenie nieoczekiwanie się zatrzymało. Scenariusz jest nienaruszony: spróbuj ponownie albo wczytaj stronę od nowa.
page-loading = Wczytywanie strony…
