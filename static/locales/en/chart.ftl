# Axes
axis-attainment = Attainment
axis-pay = Pay ({ $currency })
axis-cost = Cost ({ $currency })
axis-cost-range = Cost
axis-reps = Reps
axis-runs = Share of runs
axis-period = Pay period
axis-month = Month
axis-performance = Company performance
# Columns of the tables behind
column-credit = Credit
column-pay = Pay
column-marginal = Marginal rate
column-rep = Rep
column-bookings = Bookings
column-ccos = CCOS
column-mean = Mean
column-volatility = Volatility
column-cost-marginal = Marginal cost
# Reference lines
mark-quota = Quota
mark-budget = Budget
mark-expected = As expected
mark-p10 = P10
mark-p50 = P50
mark-p90 = P90
# Legends
legend-fit = Best line
legend-reps = Reps
legend-p10-p90 = P10 to P90
legend-median = Median
legend-mean = Mean
# Ranges
range-percent = { $lower } to { $upper }
range-percent-open = { $lower } and more
range-money = { $lower } to { $upper }
number-times = { $value }×
number-factor = × { $value }
period-span = { $first } – { $last }
# Payout curve
chart-payout-title = Payout curve
chart-payout-datum = At { $attainment } of quota: { $pay }
chart-payout-finding = At { $attainment } of quota the plan pays { $pay }.
# Pay for performance
chart-scatter-title = Pay for performance
chart-scatter-datum = { $name }: { $attainment } of quota, { $pay }
chart-scatter-finding = Pay follows attainment with correlation { $correlation }; ten points of attainment bring about { $slope }.
chart-scatter-no-line = Too few reps with a quota to compare pay with attainment.
# Attainment
chart-bins-title = Attainment distribution
chart-bin-datum = { $n ->
    [one] One rep at { $range }
   *[other] { $count } reps at { $range }
  }
chart-bins-finding = { $share } of the reps reached quota; the median attained { $median }.
# Pay by period
chart-period-title = Pay by period
chart-period-datum = { $period }: { $pay }
chart-period-finding = { $total } paid in all; most in { $period }: { $pay }.
# Accruals
axis-amount = Amount ({ $currency })
column-accrued = Accrued liability
chart-accruals-title = Accruals by month
chart-accruals-datum = { $month }: { $earned } earned, { $paid } paid, { $accrued } accrued
chart-accruals-finding = At the end of { $month }, { $amount } is earned and not paid yet.
chart-accruals-ahead = At the end of { $month }, { $amount } is paid ahead of what is earned.
chart-accruals-even = By the end of { $month } all that is earned is paid.
# Costing
chart-cost-title = Total cost over all runs
chart-cost-datum = { $range }: { $share } of runs
cost-finding = The plan costs { $median }; in 8 of 10 years between { $low } and { $high }.
cost-finding-budget = The budget of { $budget } holds in { $years } of 100 years.
chart-month-title = Cost by month
chart-month-datum = { $month }: { $median } (P10 { $low }, P90 { $high })
chart-month-finding = The dearest month is { $month }, with a median of { $median }.
chart-sensitivity-title = Sensitivity and volatility
chart-sensitivity-datum = At { $performance } of expected performance: mean { $mean }, volatility { $volatility }
chart-sensitivity-finding = Around expected performance the next unit of sales costs { $marginal } of itself; at one company performance cost still spreads by { $volatility } (standard deviation).
