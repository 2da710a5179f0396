# The quotas page
tab-quotas = Quotas
tab-capacity = Capacity
tab-health = Health
tab-backtest = Backtest
quotas-no-data = There is no data yet. Quotas are set from the team, its managers and what it has sold: bring files with reps and deals, or try the sample company.
