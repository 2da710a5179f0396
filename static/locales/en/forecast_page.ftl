# The forecast page
tab-series = Series
tab-pipeline = Pipeline
forecast-no-data = There is no data yet. Forecasts are made from deals with the days they were created and closed: bring a file, or try the sample company.
