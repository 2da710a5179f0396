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
issue-group-unknown-category = Nieznana kategoria prognozy
issue-group-ambiguous-dates = Najpierw dzień czy miesiąc
issue-group-ambiguous-numbers = Znak dziesiętny czy tysięcy
issue-group-no-rows = Brak wierszy
issue-group-unknown-kind = Nierozpoznana tabela
issue-group-outcome-assumed = Wszystkie transakcje uznane za wygrane
issue-not-a-number = to nie jest liczba
issue-number-too-large = liczba jest zbyt duża
issue-not-a-date = takiej daty nie ma w kalendarzu
issue-not-a-period = to nie jest miesiąc, kwartał, półrocze ani rok
issue-missing = komórka jest pusta, a rekord jej wymaga
issue-too-many-cells = komórek w wierszu: { $cells }, w nagłówku: { $columns }
issue-unclosed-quote = { $n ->
    [one] cudzysłów jest otwarty i nigdy nie zamknięty; czyta się go jako tekst, aby nie pochłonął wiersza
    [few] cudzysłów jest otwarty i nigdy nie zamknięty; czyta się go jako tekst, bo pochłonąłby { $lines } wiersze
   *[other] cudzysłów jest otwarty i nigdy nie zamknięty; czyta się go jako tekst, bo pochłonąłby { $lines } wierszy
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
issue-unknown-category = { $n ->
    [one] to nie jest kategoria prognozy, w jednym wierszu; transakcja liczy się tak, jakby jej nie miała
    [few] to nie jest kategoria prognozy, w { $count } wierszach; transakcje liczą się tak, jakby jej nie miały
   *[other] to nie jest kategoria prognozy, w { $count } wierszach; transakcje liczą się tak, jakby jej nie miały
  }
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
issue-remedy-unknown-category = Wpisz Omitted, Pipeline, Best Case, Most Likely, Commit lub Closed albo wybierz inną kolumnę dla tego pola
issue-remedy-ambiguous-dates = Wybierz kolejność dnia i miesiąca dla tej kolumny
issue-remedy-ambiguous-numbers = Wybierz znak dziesiętny dla tej kolumny
issue-remedy-no-rows = Wyeksportuj tabelę ponownie i sprawdź, czy ma wiersze
issue-remedy-unknown-kind = Wskaż, co zawiera tabela i co oznaczają jej kolumny
issue-remedy-outcome-assumed = Wskaż kolumnę z etapem, jeśli taka jest
read-empty = Plik jest pusty
read-too-large = Plik ma { $size } MB; czytamy najwyżej { $limit } MB
read-too-many-columns = Linia { $line } ma { $columns } kolumn; czytamy najwyżej { $limit }
read-too-many-rows = Plik ma więcej niż { $limit } wierszy
read-row-too-long = Wiersz od linii { $line } nie ma końca; prawdopodobnie brakuje zamknięcia cudzysłowu
read-remedy-empty = Wyeksportuj tabelę ponownie i sprawdź, czy ma wiersze
read-remedy-too-large = Podziel plik albo wyeksportuj mniej wierszy
read-remedy-too-many-columns = Wyeksportuj tylko potrzebne kolumny
read-remedy-too-many-rows = Podziel plik albo wyeksportuj mniej wierszy
read-twin = Plik ma te same wiersze co { $other } i jest pominięty, aby nic nie liczyło się dwa razy
read-remedy-twin = Usuń jeden z dwóch, jeśli chodziło o drugi
read-remedy-row-too-long = Poszukaj w okolicy tej linii cudzysłowu bez pary
issue-group-error-cell = Błędy z arkusza
issue-group-stray-quote = Tekst obok cudzysłowu
issue-group-no-header = Brak nagłówka
issue-group-undecodable = Znaki, których nie dało się odczytać
issue-group-mojibake = Błędnie zdekodowany tekst
issue-group-zero-bytes = Bajty zerowe
issue-group-hidden-sheet = Ukryte arkusze
issue-group-sum-rows = Wiersze z sumami
issue-group-more-alike = Dalsze takie wiersze
issue-group-filled-down = Puste komórki uzupełnione z góry
issue-group-unpivoted = Kolumny okresów zamienione na wiersze
issue-group-sum-column = Kolumny z sumami
issue-group-units-stated = Podane jednostki
issue-group-units-suspected = Niepewne jednostki
issue-group-short-years = Lata dwucyfrowe
issue-group-serial-dates = Daty zapisane jako liczby
issue-group-left-aside = Odłożone przez Ciebie
issue-error-cell = jest wartością błędu z arkusza
issue-stray-quote = tekst stoi przed cudzysłowem pola lub za nim
issue-no-header = żaden wiersz nie nazywa kolumn, więc są ponumerowane
issue-undecodable = { $n ->
    [one] jedna komórka zawiera bajty, których kodowanie nie zna
    [few] { $count } komórki zawierają bajty, których kodowanie nie zna
   *[other] { $count } komórek zawiera bajty, których kodowanie nie zna
  }
issue-mojibake = { $n ->
    [one] jedna komórka wygląda na źle zdekodowaną: „{ $from }” to może „{ $to }”
    [few] { $count } komórki wyglądają na źle zdekodowane: „{ $from }” to może „{ $to }”
   *[other] { $count } komórek wygląda na źle zdekodowane: „{ $from }” to może „{ $to }”
  }
issue-zero-bytes = { $n ->
    [one] usunięto bajt zerowy
    [few] usunięto { $count } bajty zerowe
   *[other] usunięto { $count } bajtów zerowych
  }
issue-hidden-sheet = ten arkusz jest w skoroszycie ukryty; mimo to został odczytany
issue-more-alike = { $n ->
    [one] jeszcze jeden wiersz ma to samo ostrzeżenie
    [few] jeszcze { $count } wiersze mają to samo ostrzeżenie
   *[other] jeszcze { $count } wierszy ma to samo ostrzeżenie
  }
issue-sum-rows = { $n ->
    [one] jeden wiersz zawiera sumę i został pominięty
    [few] { $count } wiersze zawierają sumy i zostały pominięte
   *[other] { $count } wierszy zawiera sumy i zostało pominiętych
  }
issue-filled-down = { $n ->
    [one] jedną pustą komórkę uzupełniono z wiersza powyżej
    [few] { $count } puste komórki uzupełniono z wiersza powyżej
   *[other] { $count } pustych komórek uzupełniono z wiersza powyżej
  }
issue-unpivoted = { $n ->
    [one] jedna kolumna okresu stała się wierszami
    [few] { $count } kolumny okresów stały się wierszami
   *[other] { $count } kolumn okresów stało się wierszami
  }
issue-sum-column = kolumna zawiera sumy kolumn zamienionych na wiersze i została pominięta
issue-units-stated = liczby pomnożono przez { $factor }, jak podaje plik
issue-units-suspected = liczby mogą być podane w jednostkach { $factor }; plik tego nie mówi
issue-short-years = lata dwucyfrowe przyjęto jako 1970–2069
issue-serial-dates = liczby przyjęto jako dni liczone tak jak w arkuszach
issue-left-aside = odłożono przez Ciebie
issue-remedy-error-cell = Popraw formułę w skoroszycie albo komórkę tutaj
issue-remedy-stray-quote = Sprawdź wiersz i podwój cudzysłowy wewnątrz pola
issue-remedy-no-header = Wskaż wiersz, który nazywa kolumny, jeśli taki jest
issue-remedy-undecodable = Wybierz inne kodowanie
issue-remedy-mojibake = Pozwól naprawić tekst, jeśli wtedy wygląda dobrze
issue-remedy-zero-bytes = Sprawdź, czy plik wyeksportowano w całości
issue-remedy-hidden-sheet = Usuń tabelę, jeśli nie ma być importowana
issue-remedy-sum-rows = Sprawdź listę wierszy, które nie są rekordami
issue-remedy-more-alike = Sprawdź wiersze tego rodzaju, które są wymienione
issue-remedy-filled-down = Sprawdź, czy te wiersze należą do siebie
issue-remedy-unpivoted = Wyłącz to dla tabeli, jeśli kolumny nie są okresami
issue-remedy-sum-column = Sprawdź, czy kolumna zawiera same sumy
issue-remedy-units-stated = Wybierz inną jednostkę kolumny, jeśli ta jest błędna
issue-remedy-units-suspected = Wybierz jednostkę kolumny
issue-remedy-short-years = Wyeksportuj lata czterocyfrowe, jeśli niektóre są starsze
issue-remedy-serial-dates = Wybierz inny odczyt kolumny, jeśli liczby nie są dniami
issue-remedy-left-aside = Cofnij, aby znów przyjąć ten wiersz
read-not-a-table = Plik nie jest tabelą; wygląda na { $kind }
read-not-a-table-binary = Plik nie jest tabelą; zawiera dane binarne
read-encrypted = Plik jest chroniony hasłem
read-damaged = Plik jest uszkodzony ({ $what })
read-bomb = Plik po rozpakowaniu miałby { $size } MB lub więcej; rozpakowuje się najwyżej { $limit } MB
read-too-many-cells = Plik ma { $cells } komórek lub więcej; czyta się najwyżej { $limit }
read-too-many-parts = Plik zawiera { $parts } arkuszy lub plików; czyta się najwyżej { $limit }
read-cell-too-long = Jedna z komórek jest dłuższa niż { $limit } MB
read-gone = Pliku nie da się już odczytać; został przeniesiony, usunięty lub zmieniony
read-unknown-encoding = Kodowanie „{ $label }” nie jest znane
read-remedy-not-a-table = Wyeksportuj lub zapisz tabelę jako CSV albo skoroszyt
read-remedy-encrypted = Zapisz kopię bez hasła i wybierz ją
read-remedy-damaged = Otwórz plik tam, gdzie powstał, i zapisz go ponownie
read-remedy-bomb = Podziel plik albo wyeksportuj mniej wierszy
read-remedy-too-many-cells = Podziel plik albo wyeksportuj mniej wierszy i kolumn
read-remedy-too-many-parts = Podziel plik albo zostaw tylko potrzebne arkusze
read-remedy-cell-too-long = Skróć tekst w komórce
read-remedy-gone = Wybierz plik ponownie
read-remedy-unknown-encoding = Wybierz inne kodowanie
# Nagłówki listy problemów
issues-file = plik
issues-row = wiersz
issues-column = kolumna
issues-value = wartość
issues-reason = co jest nie tak
issues-remedy = co zrobić
