# Forecasts of series
forecast-method-auto = Attain auto
forecast-method-naive = Last value
forecast-method-seasonal-naive = Value a cycle ago
forecast-method-naive2 = Last value, seasonally adjusted
forecast-method-ses = Simple smoothing
forecast-method-holt = Holt’s trend
forecast-method-damped = Damped trend
forecast-method-comb = Mean of three smoothings
forecast-method-theta = Theta
forecast-method-dynamic-theta = Dynamic theta
forecast-method-ets = Exponential smoothing by AICc
forecast-method-croston = Croston
forecast-method-sba = Croston, corrected
forecast-method-tsb = Fading demand (TSB)
forecast-method-run-rate = Run rate
forecast-method-last-quarter = Mean of the last quarter
forecast-method-linearity = Usual share by now
forecast-method-mstl = Several seasons
forecast-method-learned = Learned combination
forecast-demand-smooth = often and alike
forecast-demand-erratic = often and unequal
forecast-demand-intermittent = seldom and alike
forecast-demand-lumpy = seldom and unequal
forecast-why-asked = { $method }, as asked.
forecast-why-short = { $method }: with fewer than five earlier origins, methods cannot be told apart.
forecast-why-seldom = { $method }: sales come { $demand }; with fewer than five earlier origins, methods cannot be told apart.
forecast-why-least = { $method }: its error at { $count } earlier origins was { $error } of the usual change, against { $auto } of { $other } and { $naive } of the better naive line.
forecast-why-nothing = { $method }: at { $count } earlier origins nothing erred clearly less. Its error was { $error } of the usual change; the least was { $least } ({ $best }), which may be luck.
forecast-why-best = { $method }: at { $count } earlier origins nothing erred less. Its error was { $error } of the usual change.
forecast-why-least-of-tried = { $method }: it erred least of the methods that were tried, { $error } of the usual change at { $count } earlier origins.
forecast-note-gaps-zero =
    { $n ->
        [one] { $count } step without any value counts as 0.
       *[other] { $count } steps without any value count as 0.
    }
forecast-note-gaps-line =
    { $n ->
        [one] { $count } step without a value lies on the line between its neighbours.
       *[other] { $count } steps without a value lie on the line between their neighbours.
    }
forecast-note-incomplete = { $step } is not over yet and is left out.
forecast-note-maybe-incomplete = { $step } may not be over: nothing lies on its last day. Leave it out if it is not.
forecast-note-negative =
    { $n ->
        [one] { $count } value is below 0. Seasons are amounts, not factors.
       *[other] { $count } values are below 0. Seasons are amounts, not factors.
    }
forecast-note-short =
    { $n ->
        [one] { $count } value is less than two cycles of { $cycle }: seasons cannot be seen.
       *[other] { $count } values are less than two cycles of { $cycle }: seasons cannot be seen.
    }
forecast-note-blind = At { $count } of { $all } earlier origins less than two cycles were known, so seasons could not be seen: how methods did then says little of now.
forecast-note-constant = All values are the same: no range can be told from them.
forecast-note-zero = All values are 0.
forecast-note-summed =
    { $n ->
        [one] { $count } step has several values; they were added up.
       *[other] { $count } steps have several values; they were added up.
    }
forecast-note-undated =
    { $n ->
        [one] { $count } record without a day is left out.
       *[other] { $count } records without a day are left out.
    }
forecast-note-unvalued =
    { $n ->
        [one] { $count } record without an amount, or without an exchange rate, is left out.
       *[other] { $count } records without an amount, or without an exchange rate, are left out.
    }
forecast-note-later =
    { $n ->
        [one] { $count } record after the last whole step is left out.
       *[other] { $count } records after the last whole step are left out.
    }
forecast-note-unnamed =
    { $n ->
        [one] { $count } record names no group and stands under no name.
       *[other] { $count } records name no group and stand together under no name.
    }
forecast-note-other-length =
    { $n ->
        [one] { $count } value stands for a longer time than a step and is left out.
       *[other] { $count } values stand for a longer time than a step and are left out.
    }
forecast-note-no-range = The past says nothing of how far off forecasts are: there is no range.
forecast-note-floored = The series never was below 0, so neither forecast nor range goes below it.
forecast-note-too-short = The series is too short for this method; its last value stands for every step.
forecast-note-reconciled = Parts add up to the whole. Ranges moved with the forecasts, and are as wide as such forecasts erred at earlier origins, where there are enough of them.
forecast-error-nothing = Nothing in the data counts. Choose something else to count, or check the import.
forecast-error-mixed = Some periods are dates and some plain numbers, or steps of the calendar were asked of plain numbers. Use one kind.
forecast-error-long = From the first to the last value there are { $count } steps; { $most } may be. Choose longer steps.
forecast-error-many = All series together have { $count } values; { $most } may be. Choose longer steps, or fewer groups.
forecast-error-empty = The series has no value.
forecast-error-value = Value { $place } is no number, or beyond 1e15. Correct it.
forecast-error-step = The season and the horizon may have 1 to 10,000 steps. Choose within that.
forecast-no-column = There is no column “{ $header }”.
forecast-no-numbers = No column holds numbers.
forecast-week-of = week of { $day }
forecast-cost-not-monthly = Only a forecast by month says what pay will cost. Forecast months.
forecast-cost-not-bookings = The plan’s heaviest component counts something else than bookings, and the forecast is of bookings. Choose a plan that pays for bookings first of all.
forecast-cost-other-months = The forecast does not hold { $month }. It must begin with the first month that is paid and reach the last.
forecast-cost-nothing = In { $month } nobody is expected to sell anything, so the forecast has nobody to fall to. Check quotas and who is there.
forecast-coverage =
    { $n ->
        [one] Forecast of { $count } month: { $expected }, { $share } of the quotas given out ({ $quota }).
       *[other] Forecast of { $count } months: { $expected }, { $share } of the quotas given out ({ $quota }).
    }
