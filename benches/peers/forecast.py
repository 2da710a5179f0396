"""statsforecast on the series of benches/forecast.rs, one process. usage: forecast.py FILE"""
import sys
import time

import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta

N_KNOWN, N_AHEAD = 120, 12
data = pd.read_csv(sys.argv[1])
known, after = data[data.ds <= N_KNOWN], data[data.ds > N_KNOWN]
actual = after.y.to_numpy()
n_series = data.unique_id.nunique()
for model in (AutoETS(season_length=12), AutoTheta(season_length=12)):
    for take in (2, n_series):  # the first compiles
        part = known[known.unique_id < take]
        start = time.perf_counter()
        found = StatsForecast(models=[model], freq=1, n_jobs=1).forecast(df=part, h=N_AHEAD)
        seconds = time.perf_counter() - start
    said = found[repr(model)].to_numpy()
    smape = np.mean(200 * np.abs(actual - said) / (np.abs(actual) + np.abs(said)))
    print(f"statsforecast {model!r}: {n_series / seconds:.0f} series a second, sMAPE {smape:.3f}")
