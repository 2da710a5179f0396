# The pipeline tab: how the simulation stands
pipe-running = { $done } of { $all } runs
pipe-stopped = Stopped.
pipe-done = { $n ->
    [one] One run, seed { $seed }. The same seed gives the same figures on any machine.
   *[other] { $count } runs, seed { $seed }. The same seed gives the same figures on any machine.
  }
# The figures that carry the answer
pipe-chance = Chance of the target
pipe-chance-range = ± { $error } points, from the number of runs
pipe-booked = Won already
pipe-coverage = Pipeline coverage
pipe-coverage-note = { $open } open, for { $missing } that the target still lacks
pipe-open = Open deals
pipe-open-note = { $n ->
    [one] one deal, times its chance
   *[other] { $count } deals, each times its chance
  }
pipe-fresh = Deals to come
pipe-fresh-note = { $rate } created a month
pipe-expected = Expected
pipe-beside = for comparison
# Pictures of the forecast
pipe-month-title = Bookings by month
pipe-month-finding = Most is expected in { $month }: { $median }, in 8 of 10 runs { $low } to { $high }.
pipe-datum-method = { $month }, { $method }: { $value }
pipe-to-date-title = Bookings to date
pipe-to-date-finding = By the end, half of the runs win more than { $median }, 8 in 10 win { $low } to { $high }.
pipe-mark-target = Target { $target }
pipe-parts-title = What it is made of
pipe-parts-finding = Won already { $booked }, of open deals { $open }, of deals to come { $fresh }, by formula.
pipe-datum-part = { $month }, { $part }: { $value }
pipe-tornado-title = What it hangs on
pipe-tornado-finding = Most hangs on { $driver }: from { $low } to { $high }.
pipe-tornado-datum = { $driver } { $moved }: { $change }
pipe-driver = Assumption
pipe-low-end = Low end
pipe-high-end = High end
pipe-change = Change of the mean
pipe-change-axis = Change of the mean ({ $currency })
pipe-width-change = Change of the width from P10 to P90
pipe-chance-change = Change of the chance
# The deals that matter
pipe-deals-title = Deals that matter most
pipe-deals-finding = { $n ->
    [one] One deal brings { $share } of what is uncertain about open deals.
   *[other] These { $count } bring { $share } of what is uncertain about open deals.
  }
pipe-deal = Deal
pipe-rep = Rep
pipe-stage = Stage
pipe-amount = Amount
pipe-deal-chance = Chance
pipe-variance = Of the variance
pipe-if-won = Target if won
pipe-if-not = Target if not
# The quarter
pipe-quarter-title = This quarter beside past ones
pipe-quarter-weeks = Of the quarter from { $month }, week { $weeks } of 13 is over, with { $won } won by then.
pipe-quarter-total = { $n ->
    [one] In one past quarter { $share } was won by the same week. At that pace it comes to { $median }, from { $low } to { $high }.
   *[other] In { $count } past quarters { $share } was won by the same week (median). At that pace it comes to { $median }, in 8 of 10 of them { $low } to { $high }.
  }
pipe-quarter-curve = Share of a quarter won by each week
pipe-week = Week
# How many deals are won
pipe-conversion-title = How many deals are won
pipe-conversion-hint = Won of those that ended, with the interval that holds it nine times in ten; and won in the end, deals that are still open taken into account. Where quick deals are won and slow ones lost, won of ended overstates it.
pipe-conversion-most = The table has the { $most } groups of { $all } in which most deals ended.
pipe-conversion-picture = Win rate { $by }
pipe-conversion-finding = In the end { $best } wins the most, { $most }, and { $worst } the least, { $least }.
pipe-conversion-datum = { $group }: { $share } of those that ended (90% { $low } to { $high })
pipe-eventual-datum = { $group }: { $share } in the end
pipe-by = Grouping
pipe-by-all = All deals
pipe-by-cohort = by quarter of creation
pipe-by-segment = by segment
pipe-by-source = by lead source
pipe-by-product = by product
pipe-by-rep = by rep
pipe-group = Group
pipe-won = Won
pipe-ended = Ended
pipe-still-open = Open
pipe-won-of-ended = Won of ended
pipe-won-in-the-end = Won in the end
pipe-interval = Interval of 90%
pipe-from = 90% from
pipe-to = to
pipe-share = Share won
pipe-median-days = Days to win (median)
# Looking back
pipe-back-title = How well it would have been said before
pipe-back-hint = At the end of each past month the same forecast is made from what was known then, in { $runs } runs, and held against what came. Stages of past months are not known: each open deal counts half of its amount in stages × stated probabilities.
pipe-back-do = Look back
pipe-back-running = { $done } of { $all } past months
pipe-back-waits = It begins when the forecast above is done.
pipe-back-none = No past month has half a year of deals before it and the whole horizon after it. Choose a shorter horizon.
pipe-back-nothing = At none of the past months could anything be forecast.
pipe-back-verdict = { $n ->
    [one] One forecast of the horizon: it erred by { $loss } (pinball loss), the run rate by { $rate }, stages × stated probabilities by { $weighted }. P10 to P90 held { $held }.
   *[other] { $count } forecasts of the horizon: they erred by { $loss } (pinball loss), the run rate by { $rate }, stages × stated probabilities by { $weighted }. P10 to P90 held { $held }; 80% is asked.
  }
pipe-back-horizon = The whole horizon
pipe-back-month = Single months
pipe-method = Method
pipe-forecasts = Forecasts
pipe-pinball = Pinball loss
pipe-held = P10–P90 held
pipe-width = Width from P10 to P90
pipe-bias = Bias
pipe-origin-title = Forecast and what came
pipe-origin-finding = { $n ->
    [one] What came lay from P10 to P90 in { $inside } of one forecast.
   *[other] What came lay from P10 to P90 in { $inside } of { $count } forecasts.
  }
pipe-origin = Known to
pipe-origin-datum = Known to { $month }: { $median } (P10 { $low }, P90 { $high })
pipe-came = What came
pipe-came-datum = Known to { $month }: { $actual } came
pipe-calibration-title = Are the ranges true?
pipe-calibration-finding = { $n ->
    [one] Of one month’s forecast, { $held } lay from P10 to P90.
   *[other] Of { $count } forecasts of single months, { $held } lay from P10 to P90; 80% is asked.
  }
pipe-calibration-datum = { $method }: { $said } said to be below, { $was } were
pipe-calibrated = True ranges
pipe-said = Share said to lie below
pipe-was = Share that lay below
pipe-below-p10 = Below P10
pipe-below-p50 = Below P50
pipe-below-p90 = Below P90
# What is decided
pipe-settings = What is assumed
pipe-as-of = Known up to
pipe-as-of-is = Deals are taken as they were known on { $day }.
pipe-months = Months
pipe-runs = Runs
pipe-runs-hint = Runs and seed are those of all simulations of this scenario. The pipeline is simulated { $most } times at most.
pipe-target = Target
pipe-target-goal = the quotas’ goal
pipe-target-nothing = none
pipe-target-amount = an amount for all months
pipe-target-of = Target of all months
pipe-goal-none = There are no quotas with a goal yet, so there is no target.
pipe-goal-is = The quotas ask { $amount } of these months.
pipe-goal-elsewhere = The quotas’ goal is of { $first } to { $last }: it does not cover these months, so there is no target.
pipe-stages = What stages are said to be worth
pipe-stages-hint = Probabilities as systems state them, 50% where they state none; nobody has measured them. They count in the comparison and for forecasters’ categories alone, never in the forecast.
pipe-stage-of = { $n ->
    [one] { $stage }, one open deal
   *[other] { $stage }, { $count } open deals
  }
pipe-stages-more =
    { $n ->
        [one] { $count } more stage is not listed.
       *[other] { $count } more stages are not listed.
    }
pipe-stages-usual = Back to the usual ones
# Earlier exports
pipe-exports-title = Earlier exports
pipe-exports-hint = An export of the same deals of an earlier day shows what became of the pipeline since, and what each stage was worth. It never leaves this browser, and is kept until the page is closed.
pipe-export-add = Add an earlier export
pipe-export-of = { $n ->
    [one] { $name }, one deal
   *[other] { $name }, { $count } deals
  }
pipe-export-day = Day of { $name }
pipe-export-remove = Take { $name } away
pipe-export-same-day = It took the place of { $name }, an export of the same day.
pipe-export-eldest = { $name }, the eldest, is kept no longer: there may be { $most } exports.
pipe-export-day-taken = There is an export of that day already. Choose another day, or take that one away first.
pipe-export-late = It is not earlier than the data, which goes up to { $day }: it does not count. Correct the day.
pipe-export-empty = No deals could be read in { $name }. Bring it on the Data page to see why.
pipe-due = Deals that count
pipe-due-all = all open deals
pipe-due-quarter = those due in the first export’s quarter
pipe-waterfall-title = Pipeline from { $from } to { $to }
pipe-waterfall-due = Pipeline due from { $first } to { $last }
pipe-waterfall-finding = From { $from } to { $to } it went from { $opening } to { $closing }.
pipe-waterfall-datum = { $part }: { $amount }
pipe-opening = Opening
pipe-closing = Closing
pipe-adds = Adds
pipe-takes = Takes away
pipe-stock = Pipeline
pipe-part = Part
pipe-deals = Deals
pipe-factors-title = What stages were worth beside age
pipe-seen = Seen
pipe-won-in-time = Won in three months
pipe-by-age = Expected by age
pipe-factor = Factor
pipe-shares-title = Won within a quarter, by stage and age
pipe-age-title = Days since creation
pipe-age = { $from } to { $to }
pipe-age-on = { $from } and more
pipe-categories-title = What forecasters’ words were worth
pipe-category = Category
pipe-basis = Known from
pipe-was-due = Was due
pipe-amount-won = Won
pipe-yield = Yield
pipe-open-now = Open now
pipe-corrected = Corrected
