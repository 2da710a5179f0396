issue-group-not-a-number = To nie jest liczba
issue-group-number-too-large = Zbyt duża liczba
issue-group-not-a-date = To nie jest data
issue-group-not-a-period = To nie jest okres
issue-group-missing = Wymagane, a puste
issue-group-too-many-cells = Za dużo komórek w wierszu
issue-group-unclosed-quote = Cudzysłów bez zamknięcia
issue-group-too-few-cells = Za mało komórek w wierszu
issue-group-duplicate = Powtórzony wiersz
issue-group-repeated = Być może powtórzone
issue-group-unmatched = Brak na liście
issue-group-ambiguous-dates = Najpierw dzień czy miesiąc
issue-group-ambiguous-numbers = Znak dziesiętny czy tysięcy
issue-group-no-rows = Brak wierszy
issue-group-unknown-kind = Nierozpoznana tabela
issue-group-outcome-assumed = Wszystkie transakcje uznane za wygrane
issue-not-a-number = to nie jest liczba
issue-number-too-large = liczba jest zbyt duża
issue-not-a-date = takiej daty nie ma w kalendarzu
issue-not-a-period = to nie jest miesiąc, kwartał ani rok
issue-missing = komórka jest pusta, a rekord jej wymaga
issue-too-many-cells = komórek w wierszu: { $cells }, w nagłówku: { $columns }
issue-unclosed-quote = { $n ->
    [one] cudzysłów jest otwarty i nie jest zamknięty: wiersz sięga do końca pliku, jedna linia
    [few] cudzysłów jest otwarty i nie jest zamknięty: wiersz sięga do końca pliku, { $lines } linie
   *[many] cudzysłów jest otwarty i nie jest zamknięty: wiersz sięga do końca pliku, { $lines } linii
  }
issue-too-few-cells = komórek w wierszu: { $cells }, w nagłówku: { $columns }; pozostałe uznano za puste
issue-duplicate = występuje już w wierszu { $row }
issue-repeated = występuje też w pliku { $file }, w wierszu { $row }; oba zachowano
issue-unmatched = { $n ->
    [one] { $field }: brak na liście, w jednym wierszu
    [few] { $field }: brak na liście, w { $rows } wierszach
   *[other] { $field }: brak na liście, w { $rows } wierszach
  }
issue-near = Czy chodzi o „{ $name }”?
issue-ambiguous-dates = daty można odczytać na dwa sposoby
issue-ambiguous-numbers = liczby takie jak 1.234 można odczytać na dwa sposoby
issue-no-rows = plik ma nagłówek, ale nie ma wierszy
issue-unknown-kind = nie wiadomo, co zawiera ta tabela
issue-outcome-assumed = żadna kolumna nie mówi, które transakcje wygrano
issue-remedy-not-a-number = Popraw komórkę w pliku albo wybierz inną kolumnę dla tego pola
issue-remedy-number-too-large = Popraw komórkę w pliku albo wybierz inną kolumnę dla tego pola
issue-remedy-not-a-date = Popraw komórkę w pliku albo wybierz inną kolumnę dla tego pola
issue-remedy-not-a-period = Popraw komórkę w pliku albo wybierz inną kolumnę dla tego pola
issue-remedy-missing = Uzupełnij komórkę albo wybierz inną kolumnę dla tego pola
issue-remedy-too-many-cells = Ujmij w cudzysłów tekst, który zawiera separator
issue-remedy-unclosed-quote = Zamknij cudzysłów w pliku albo go usuń
issue-remedy-too-few-cells = Sprawdź, czy wiersz jest kompletny
issue-remedy-duplicate = Usuń jeden z wierszy
issue-remedy-repeated = Usuń jeden z nich, jeśli to to samo
issue-remedy-unmatched = Użyj tej samej nazwy w obu plikach
issue-remedy-ambiguous-dates = Wybierz kolejność dnia i miesiąca dla tej kolumny
issue-remedy-ambiguous-numbers = Wybierz znak dziesiętny dla tej kolumny
issue-remedy-no-rows = Wyeksportuj tabelę ponownie i sprawdź, czy ma wiersze
issue-remedy-unknown-kind = Wskaż, co zawiera tabela i co oznaczają jej kolumny
issue-remedy-outcome-assumed = Wskaż kolumnę z etapem, jeśli taka jest
read-empty = Plik jest pusty
read-binary = Plik nie jest tekstem; wygląda na: { $kind }
read-encoding = Plik nie jest tekstem UTF-8 (linia { $line })
read-too-large = Plik ma { $size } MB; czytamy najwyżej { $limit } MB
read-too-many-columns = Linia { $line } ma { $columns } kolumn; czytamy najwyżej { $limit }
read-too-many-rows = Plik ma więcej niż { $limit } wierszy
read-row-too-long = Wiersz od linii { $line } nie ma końca; prawdopodobnie brakuje zamknięcia cudzysłowu
read-remedy-empty = Wyeksportuj tabelę ponownie i sprawdź, czy ma wiersze
read-remedy-binary = Wyeksportuj lub zapisz tabelę jako CSV
read-remedy-encoding = Zapisz plik jako CSV UTF-8
read-remedy-too-large = Podziel plik albo wyeksportuj mniej wierszy
read-remedy-too-many-columns = Wyeksportuj tylko potrzebne kolumny
read-remedy-too-many-rows = Podziel plik albo wyeksportuj mniej wierszy
read-twin = Plik ma te same wiersze co { $other } i jest pominięty, aby nic nie liczyło się dwa razy
read-remedy-twin = Usuń jeden z dwóch, jeśli chodziło o drugi
read-remedy-row-too-long = Poszukaj w okolicy tej linii cudzysłowu bez pary
# Nagłówki listy problemów
issues-file = plik
issues-row = wiersz
issues-column = kolumna
issues-value = wartość
issues-reason = co jest nie tak
issues-remedy = co zrobić
