# Strona prognoz
tab-series = Szeregi
tab-pipeline = Lejek
forecast-no-data = Nie ma jeszcze danych. Prognozy powstają z szans z dniami utworzenia i zamknięcia: wczytaj plik albo wypróbuj firmę przykładową.
