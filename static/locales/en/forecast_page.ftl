# The page of forecasts
tab-series = Series
tab-pipeline = Pipeline
forecast-no-data = There is no data yet. Forecasts are made from what was sold: bring files with deals or activities, or try the sample company.
series-stopped = Stopped. Nothing is shown for this question yet.
# What is forecast
series-what-bookings = Bookings
series-what-units = Units
series-what-deals = Deals won
series-what-activities = Activities
series-by-nothing = not split
series-by-rep = by rep
series-by-team = by team
series-by-product = by product
series-by-segment = by segment
series-by-region = by region
series-by-source = by source
series-by-kind = by kind
series-by-account = by account
series-step-day = Day
series-step-week = Week
series-step-month = Month
series-step-quarter = Quarter
series-step-year = Year
series-step-place = Place
series-whole = All together
series-unnamed = Without a name
series-between = { $name } (together)
series-of-group = { $what } ({ $group })
series-ahead-day =
    { $n ->
        [one] the next day
       *[other] the next { $count } days
    }
series-ahead-week =
    { $n ->
        [one] the next week
       *[other] the next { $count } weeks
    }
series-ahead-month =
    { $n ->
        [one] the next month
       *[other] the next { $count } months
    }
series-ahead-quarter =
    { $n ->
        [one] the next quarter
       *[other] the next { $count } quarters
    }
series-ahead-year =
    { $n ->
        [one] the next year
       *[other] the next { $count } years
    }
series-ahead-place =
    { $n ->
        [one] the next value
       *[other] the next { $count } values
    }
# The answer
series-finding = { $what } of { $ahead }: half of the futures lie above { $median }; { $level } lie between { $low } and { $high }.
series-finding-alone = { $what } of { $ahead }: { $median } is expected. The past is too short or too even to say how far off that may be.
series-of-ten = { $n } in 10
series-of-hundred = { $n } in 100
series-beaten =
    { $n ->
        [one] At { $better } of { $count } earlier origin, { $method } came nearer than { $yardstick }.
       *[other] At { $better } of { $count } earlier origins, { $method } came nearer than { $yardstick }.
    }
series-fact-expected = Expected
series-fact-last-note = expected change: { $change }
series-fact-held = held at { $share } of earlier origins
series-before-day =
    { $n ->
        [one] The last day
       *[other] The last { $count } days
    }
series-before-week =
    { $n ->
        [one] The last week
       *[other] The last { $count } weeks
    }
series-before-month =
    { $n ->
        [one] The last month
       *[other] The last { $count } months
    }
series-before-quarter =
    { $n ->
        [one] The last quarter
       *[other] The last { $count } quarters
    }
series-before-year =
    { $n ->
        [one] The last year
       *[other] The last { $count } years
    }
series-before-place =
    { $n ->
        [one] The last value
       *[other] The last { $count } values
    }
series-notes = What to know about the series
series-note-put =
    { $n ->
        [one] { $count } step stands as somebody put it. Ranges moved with it and kept their widths.
       *[other] { $count } steps stand as somebody put them. Ranges moved with them and kept their widths.
    }
series-note-no-group = The data has no group “{ $name }”: all together is shown. Choose a group that there is.
# Its picture
series-fan-title = Past and futures
series-happened = Happened
series-expected = Expected (P50)
series-range = { $level } range
series-range-low = { $level } range from
series-range-high = { $level } range to
series-datum = { $step }: { $value }
# Settings
series-settings = What is forecast, and how
series-what = Measure
series-by = Grouping
series-group = Group
series-group-named = Another group by its name (the list has the { $most } largest)
series-step = Steps
series-horizon = Steps ahead
series-method = Method
series-method-chosen = chosen by the series’ own past
series-ranges = Ranges from
series-ranges-residuals = the size of past errors
series-ranges-conformal = the ranks of past errors (conformal)
series-reconcile = Parts and whole made to add up
series-reconcile-bottom-up = from the parts (bottom-up)
series-reconcile-shares = from the whole, by past shares (top-down)
series-reconcile-forecasts = from the whole, by forecast shares (top-down)
series-reconcile-structural = all give way alike (structural)
series-reconcile-variances = the less sure give way more (variances)
series-reconcile-min-trace = for the least error of all (MinT)
series-last = The last step
series-last-found = counts if records reach its end
series-last-whole = counts: it is over
series-working-days = Even out working days (Monday to Friday)
series-holidays = Days without trade, as 2027-01-01 2027-12-25
series-holidays-unread = Not taken: { $unread }. Days are written as 2027-01-01, with blanks between. The others were taken.
series-settings-hint = A step is the day, week, month, quarter or year that is chosen. Working days are evened out in months and longer steps. Groups beside the one that is looked at are forecast by Attain auto, and all are made to add up.
# A file of series
series-what-values = Values
series-source-title = Of what
series-source = What is forecast
series-source-data = from the data
series-source-file = from a file of series
series-file-choose = Choose a file of series
series-file-instead = Forecast a file of series
series-file-hint = A text file or workbook with a value a row (series, period, value), months as columns, or a row a series. It never leaves this browser, and is kept until the page is closed; how it is read and values put by hand are kept with the scenario.
series-file-again = { $name } is not kept any more. Choose it again.
series-file-remove = Take { $name } away
series-file-nothing = Nothing in it is a table.
series-file-long =
    { $n ->
        [one] { $table }: values from “{ $value }”, time from “{ $period }”, series from “{ $series }”; { $count } row.
       *[other] { $table }: values from “{ $value }”, time from “{ $period }”, series from “{ $series }”; { $count } rows.
    }
series-file-wide =
    { $n ->
        [one] { $table }: each row is a series, its values from left to right; { $count } row.
       *[other] { $table }: each row is a series, its values from left to right; { $count } rows.
    }
series-file-notes = What to know about the file
series-file-wrong =
    { $n ->
        [one] { $table }: { $count } cell is no time or no number and is left out, in row { $rows }.
       *[other] { $table }: { $count } cells are no time or no number and are left out, the first in rows { $rows }.
    }
series-file-name-columns = Choose the columns.
series-file-table = Table
series-file-series = Column that names the series
series-file-period = Column that says when
series-file-value = Column of values
series-file-found-out = found out
series-file-step = as the file shows
series-file-fill = Steps without a value
series-file-fill-zero = count as 0
series-file-fill-line = lie on the line between their neighbours
series-file-no-whole = The series begin or end at different steps, so there is no sum of all. Choose one.
series-of-file = { $table }, { $value }
series-money-of-data = Cost and quotas need bookings of the data: choose “from the data” above.
series-capacity-of-data = What heads can sell is held against bookings of the data: choose “from the data” above.
# Earlier origins
series-past-title = How methods did before
series-past-hint =
    { $n ->
        [one] Each method forecast { $ahead } from { $count } earlier point in time (origin) and saw nothing after it. Errors are parts of the usual change over a cycle: below 1 is better than that.
       *[other] Each method forecast { $ahead } from { $count } earlier points in time (origins) and saw nothing after them. Errors are parts of the usual change over a cycle: below 1 is better than that.
    }
series-held =
    { $n ->
        [one] The { $level } range of a step held { $coverage } of values at { $count } earlier origin.
       *[other] The { $level } range of a step held { $coverage } of values at { $count } earlier origins.
    }
series-held-conformal =
    { $n ->
        [one] The { $level } range of a step, by ranks of the method’s own errors, held { $coverage } of values at { $count } earlier origin.
       *[other] The { $level } range of a step, by ranks of the method’s own errors, held { $coverage } of values at { $count } earlier origins.
    }
series-held-total = The { $level } range of the sum held it at { $coverage } of them.
series-mase = Error (MASE)
series-mase-at = MASE at step { $step }
series-smape = sMAPE
series-rmsse = RMSSE
series-bias = Bias
series-pinball = Pinball loss
series-in-80 = Within 80%
series-in-95 = Within 95%
series-width = Width of 80%
series-row-taken = { $method } (taken)
series-row-yardstick = { $method } (yardstick)
series-origin = Origin
series-origins-title = Errors by origin
series-origins-finding = Each point is one forecast from the past: the lower, the nearer it came.
series-origin-datum = From { $step }, { $method }: { $error }
series-usual-change = usual change
series-calibration-title = Whether chances held
series-calibration-finding = Between what was said and what happened lie { $most } points at most.
series-calibration-datum = Said { $said }, happened { $happened }
series-said = Chance that was said
series-fell = Values that fell below
series-as-said = As said
# What the series is made of
series-made-title = What the series is made of
series-place = Place in the cycle
series-place-quarter = Quarter { $number }
series-seasons-title = Cycles over each other
series-seasons-finding = Strongest on average: { $place }, with { $value }.
series-trend-title = Trend
series-trend = Trend
series-season = Season
series-rest = Rest
series-trend-finding = Without seasons and chance it went from { $first } ({ $from }) to { $last } ({ $to }).
series-season-title = Seasons
series-season-finding = Most in { $high } ({ $most }), least in { $low } ({ $least }).
# Groups
series-groups-title = Groups beside each other
series-groups-hint = These are the methods’ forecasts: a value put by hand moves its own series alone.
series-groups-cut = The { $most } largest of { $all } groups are listed.
series-groups-many = There are more than { $most } groups: only the one that is looked at is forecast. Choose another grouping to see all.
series-change = Change
# Values put by hand
series-overrides-title = Values that you know better
series-overrides-open = Put values in the place of the forecast’s
series-overrides-hint = A value takes the place of the method’s in this step, and its range moves with it. Both are kept, with the reason, and held against what happens.
series-step-of = Step
series-method-said = Method said
series-override = Instead
series-override-tools = Take away
series-override-remove = Take the value of { $step } away
series-reason = Reason
series-override-of = { $step }: value instead
series-reason-of = { $step }: reason
series-elsewhere =
    { $n ->
        [one] { $count } value put by hand does not show here
       *[other] { $count } values put by hand do not show here
    }
series-elsewhere-one = { $series }, { $step }: { $value } { $reason }
series-elsewhere-look = Look at it
series-judged-title = What became of them
series-judged =
    { $n ->
        [one] Of { $count } value put by hand whose step is over, { $better } came nearer than the method: mean error { $judged } against { $method }, bias { $bias }.
       *[other] Of { $count } values put by hand whose steps are over, { $better } came nearer than the method: mean error { $judged } against { $method }, bias { $bias }.
    }
# Money
series-money-title = What it costs, and how far it covers the quotas
series-money-of-bookings = Choose bookings by month, all together, to see what the plan would pay on them.
series-money-no-plan = There is no plan to pay by.
series-money-hint =
    { $n ->
        [one] Simulated { $count } time (seed { $seed }) on the plan “{ $plan }”: the company’s bookings follow the forecast with its uncertainty, overrides included; how reps differ is as it was fitted on the past.
       *[other] Simulated { $count } times (seed { $seed }) on the plan “{ $plan }”: the company’s bookings follow the forecast with its uncertainty, overrides included; how reps differ is as it was fitted on the past.
    }
series-money-cut = Money is told of the first { $most } months.
series-money-pay = Variable pay (P50)
series-money-ccos = Share of bookings
series-money-quota = Quotas
series-money-attainment = Quota attainment
series-money-p10 = Pay, P10
series-money-p50 = Pay, P50
series-money-p90 = Pay, P90
series-coverage-title = Coverage of quotas by month
series-coverage-none = No quotas are known of these months.
series-coverage-finding = The forecast reaches the quotas in { $count } of { $all } months; least in { $month }, with { $share } of them.
series-coverage-quota = { $month }: quotas of { $quota }
series-coverage-datum = { $month }: { $expected } expected, { $share } of the quotas
# Capacity
series-capacity-title = Whether heads can sell it
series-capacity-of-bookings = Beside what heads can sell stand bookings by month, all together.
series-capacity-no-plan = There is no headcount plan yet. With one, this shows what heads can sell of the forecast by month, how far quotas cover it, and when to hire.
series-capacity-go = Go to capacity
series-capacity-take = Take the forecast as the goal of the headcount plan
series-capacity-taken = The headcount plan’s goal is this forecast.
series-capacity-utilisation = Utilisation of capacity
series-capacity-coverage = Quota coverage
series-capacity-gap = Gap
series-capacity-gap-heads = Gap in ramped heads
series-capacity-outside = The forecast holds { $held } of the headcount plan’s { $all } months; the others are left out here, and keep their goal when the forecast is taken as the goal.
series-capacity-hires =
    { $n ->
        [one] { $count } more hire, in time, would let no month fall short.
       *[other] { $count } more hires, in time, would let no month fall short.
    }
series-capacity-hint = Quota coverage is quotas over forecast, utilisation forecast over capacity, the gap forecast less capacity: below 0 is spare capacity. A ramped head is one of the plan’s mix. Overrides are included; recruiting takes its time before a hire starts.
