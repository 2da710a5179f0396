scenario-untitled = Scenariusz bez nazwy
scenario-copy-of = Kopia: { $title }
scenario-conflict-of = { $title } (z tej karty)
scenario-copied = „{ $title }” jest zapisany.
scenario-removed = Usunięto „{ $title }”.
scenario-broken = Zapis, którego nie można odczytać
scenario-new = Nowy scenariusz
stored-title = W tej przeglądarce
stored-none = Nic jeszcze nie zapisano. Zmiany zapisują się na bieżąco.
column-saved = Zapisano
column-size = Rozmiar
column-state = Stan
kilobytes = { $size } KB
megabytes = { $size } MB
entry-open = teraz otwarty
entry-good = cały
entry-recovered = ostatnia zmiana uszkodzona; jest stan sprzed niej
entry-newer = z nowszej wersji, tylko do odczytu
entry-broken = uszkodzony; do pobrania
entry-do-open = Otwórz { $title }
entry-do-copy = Kopiuj { $title }
entry-do-remove = Usuń { $title }
entry-do-download = Pobierz { $title }
export-title = Jako plik
export-hint = Plik scenariusza to czytelny JSON. Z danymi otworzy się wszędzie z tymi samymi liczbami; bez danych nie zawiera żadnego nazwiska ani transakcji.
export-with-data = Z danymi
export-without-data = Bez danych
notes-title = Notatki
forget-title = Bez śladu
forget-hint = Usuwa wszystkie scenariusze i dane z tej przeglądarki. Zapisane pliki pozostają u Ciebie.
forget-everything = Zapomnij wszystko…
forget-question = Usunąć wszystkie scenariusze i dane z tej przeglądarki? Tego nie można cofnąć.
forget-yes = Tak, zapomnij wszystko
forget-no = Zachowaj
forgot-everything = Wszystko usunięto z tej przeglądarki.
# Zapisy i pliki
record-recovered = Ostatnia zmiana tego scenariusza była uszkodzona; widać stan sprzed niej.
record-newer = Ten scenariusz zapisała nowsza wersja Attain. Można go oglądać; aby go zmienić, wczytaj nowszą wersję.
record-broken = Tego zapisu nie można odczytać. Jest zachowany i można go pobrać na stronie scenariuszy.
file-edited = Plik zmieniono poza Attain po zapisaniu. Jest użyty taki, jaki jest.
file-cut = Plik jest uszkodzony lub ucięty (wiersz { $line }, kolumna { $column }).
file-other = Plik nie jest scenariuszem Attain.
file-field = Nie można odczytać scenariusza: { $why }.
file-damaged-data = Dane w pliku są uszkodzone.
file-remedy-again = Pobierz plik ponownie stamtąd, gdzie był zapisany.
file-remedy-choose = Wybierz plik zapisany jako scenariusz albo tabelę w CSV.
file-newer = Plik zapisała nowsza wersja programu Attain (układ { $version })
file-remedy-newer = Otwórz go w nowszej wersji programu Attain
file-data-left-out = Dane w pliku pochodzą z innej wersji i zostały pominięte. Zaimportuj pliki ponownie.
file-plans-left-out = { $n ->
    [one] Jeden plan ma zasady nieznane tej wersji; nie jest pokazany.
    [few] { $count } plany mają zasady nieznane tej wersji; nie są pokazane.
   *[many] { $count } planów ma zasady nieznane tej wersji; nie jest pokazanych.
  }
