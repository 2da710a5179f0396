# Lejki sprzedaży: co warto wiedzieć
pipeline-undated = { $n ->
    [one] Jedna szansa nie ma dnia utworzenia lub zamknięcia i się nie liczy.
    [few] { $count } szanse nie mają dnia utworzenia lub zamknięcia i się nie liczą.
   *[many] { $count } szans nie ma dnia utworzenia lub zamknięcia i się nie liczy.
  }
pipeline-backward = { $n ->
    [one] Jedna szansa skończyła się, zanim się zaczęła, i się nie liczy.
    [few] { $count } szanse skończyły się, zanim się zaczęły, i się nie liczą.
   *[many] { $count } szans skończyło się, zanim się zaczęło, i się nie liczy.
  }
pipeline-amounts-at-the-end = Przegrane szanse nie mają kwot, więc kwoty wpisuje się na końcu: otwarte szanse bez kwoty liczą tyle, za ile takie szanse się wygrywa.
pipeline-amounts-unknown = { $n ->
    [one] Jedna otwarta szansa nie ma kwoty i liczy tyle, za ile takie szanse się wygrywa.
    [few] { $count } otwarte szanse nie mają kwot i liczą tyle, za ile takie szanse się wygrywa.
   *[many] { $count } otwartych szans nie ma kwot i liczy tyle, za ile takie szanse się wygrywa.
  }
pipeline-few-deals = Do tego dnia wygrano tylko { $won }, a przegrano { $lost }: za mało, by odróżniać szanse. Wszystkie mają te same prawdopodobieństwa.
pipeline-stages-not-measured = Etapy są znane tylko dla otwartych szans, więc prawdopodobieństwa zależą od wieku i pozostałych kolumn. Ile wart jest etap, pokazują datowane eksporty lejka.
pipeline-no-shock = Minione miesiące różnią się nie bardziej niż przy niezależnych szansach: brak wspólnego wstrząsu.
pipeline-shock-unknown = { $n ->
    [one] Jeden miesiąc to za mało, by poznać wspólny wstrząs. Nie zakłada się żadnego.
    [few] { $count } miesiące to za mało, by poznać wspólny wstrząs. Nie zakłada się żadnego.
   *[many] { $count } miesięcy to za mało, by poznać wspólny wstrząs. Nie zakłada się żadnego.
  }
pipeline-nothing-created = W ostatnich miesiącach nie powstała żadna szansa: nie oczekuje się nowych.
pipeline-other-currency = { $n ->
    [one] Jedna szansa jest w innej walucie i się nie liczy.
    [few] { $count } szanse są w innej walucie i się nie liczą.
   *[many] { $count } szans jest w innej walucie i się nie liczy.
  }
# Dlaczego nie ma prognozy
pipeline-no-deals = Żadna szansa nie ma do tego dnia daty utworzenia. Sprawdź w imporcie, za co uznano kolumny.
pipeline-nothing-won = Do tego dnia nie wygrano żadnej szansy. Wybierz późniejszy dzień albo dodaj wygrane szanse.
pipeline-no-amounts = Żadna szansa wygrana do tego dnia nie ma kwoty. Sprawdź w imporcie, która kolumna ją zawiera.
pipeline-no-periods = Żadnej szansy nie obserwowano do tego dnia przez cały okres jej życia. Wybierz późniejszy dzień.
# Wynik
pipeline-finding = { $first } do { $last }: połowa przebiegów wygrywa więcej niż { $median }; 8 na 10 wygrywa od { $low } do { $high }. Ze średnio { $mean } otwarte szanse przynoszą { $open }, a przyszłe { $fresh }.
pipeline-finding-booked = { $first } do { $last }: połowa przebiegów wygrywa więcej niż { $median }; 8 na 10 wygrywa od { $low } do { $high }. Średnio { $mean }: już wygrane { $booked }, otwarte szanse { $open }, przyszłe { $fresh }.
pipeline-finding-target = Cel { $target } zostaje osiągnięty w { $runs } na 100 przebiegów.
# Od czego to zależy
pipeline-driver-win-rate = Skuteczność
pipeline-driver-amounts = Kwoty
pipeline-driver-cycle-time = Czas do wygranej
pipeline-driver-creation-rate = Nowe szanse
pipeline-driver-shock = Wspólny wstrząs
# Przepływy między eksportami
pipeline-flow-created = Utworzone
pipeline-flow-pulled-in = Przyspieszone
pipeline-flow-pushed-out = Odłożone
pipeline-flow-won = Wygrane
pipeline-flow-lost = Przegrane
pipeline-flow-amount-up = Kwota w górę
pipeline-flow-amount-down = Kwota w dół
pipeline-flow-gone = Już nieobecne
# Metody sprawdzane wstecz
pipeline-method-hazards = Ryzyka konkurujące
pipeline-method-stage-weighted = Etapy × podane prawdopodobieństwa
pipeline-method-run-rate = Bieżące tempo
# Kategorie
pipeline-category-commit = Pewne
pipeline-category-most-likely = Najbardziej prawdopodobne
pipeline-category-best-case = Możliwe
pipeline-category-pipeline = Lejek
pipeline-basis-stated = Podana
pipeline-basis-probability = Z etapu
