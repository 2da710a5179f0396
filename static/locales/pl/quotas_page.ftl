# Strona celów
tab-quotas = Cele
tab-capacity = Moce sprzedażowe
tab-health = Ocena celów
tab-backtest = Próba wsteczna
quotas-no-data = Nie ma jeszcze danych. Cele powstają z zespołu, jego menedżerów i dotychczasowej sprzedaży: wczytaj pliki z handlowcami i transakcjami albo wypróbuj przykładową firmę.
