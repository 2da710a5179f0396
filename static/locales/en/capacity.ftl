# Headcount plans: what a reader should know
capacity-other-role = { $n ->
    [one] One rep with the role { $role } does not count: the plan has no such role.
   *[other] { $count } reps with the role { $role } do not count: the plan has no such role.
  }
capacity-unknown-role = { $n ->
    [one] One head with the role { $role } does not count: the plan has no such role.
   *[other] { $count } heads with the role { $role } do not count: the plan has no such role.
  }
capacity-no-hire-day = { $n ->
    [one] One rep has no day of hire and is taken as fully ramped.
   *[other] { $count } reps have no day of hire and are taken as fully ramped.
  }
capacity-ramp-not-fitted = { $n ->
    [one] { $role }: one hire is too little to tell a ramp from. The usual one of 25, 50, 75 and 100% stands in.
   *[other] { $role }: { $count } hires are too little to tell a ramp from. The usual one of 25, 50, 75 and 100% stands in.
  }
capacity-hires-outside = { $n ->
    [one] One hire lies outside the months of the plan and is left out.
   *[other] { $count } hires lie outside the months of the plan and are left out.
  }
capacity-too-many = { $n ->
    [one] One head is more than can be computed and is left out.
   *[other] { $count } heads are more than can be computed and are left out.
  }
capacity-no-heads = Nobody is there and nobody is hired.
capacity-attrition-of-data = { $n ->
    [one] { $role }: attrition from one leaver of the history.
   *[other] { $role }: attrition from { $count } leavers of the history.
  }
capacity-attrition-assumed = { $role }: the data knows of nobody who left. The published 27% a year stands in.
capacity-no-quota = { $role }: no quota is known. What its reps sold stands in, at 100%.
# Why a plan cannot be used
headcount-no-role = The plan has no role. Add one with its quota.
headcount-role-twice = Two roles are called { $role }. Give each a name of its own.
headcount-role-number = { $role }: { $field } is missing or cannot be used. Give { $allowed }.
headcount-number = { $field } is missing or cannot be used. Give { $allowed }.
headcount-quota = Quota
headcount-quota-allowed = an amount above 0, at most 1,000,000,000,000
headcount-attainment = Attainment
headcount-attainment-allowed = a share from 0 to 1,000%
headcount-spread = Difference between heads
headcount-spread-allowed = a share from 0 to 500%
headcount-noise = Difference between months
headcount-noise-allowed = a share from 0 to 500%
headcount-attrition = Attrition a year
headcount-attrition-allowed = a share from 0 to 99%
headcount-backfill-lag = Backfill lag
headcount-backfill-lag-allowed = 0 to 36 months, or never
headcount-ramp = Ramp
headcount-ramp-allowed = at most 36 shares from 0 to 500%
headcount-months = Number of months
headcount-months-allowed = a whole number from 1 to 36
headcount-goal = Goal
headcount-goal-allowed = amounts from 0 to 1,000,000,000,000,000
headcount-over-assignment = Over-assignment
headcount-over-assignment-allowed = a share from −90% to 1,000%
headcount-season = Seasons
headcount-season-allowed = 4 or 12 weights, not all of them 0
headcount-doubt = Uncertainty
headcount-doubt-allowed = shares from 0 to 500%, a persistence between −1 and 1, a hire delay of 0 to 36 months, a pull from 0 to 1
headcount-ranges = Ranges of assumptions
headcount-ranges-allowed = factors from 0 to 10, or −12 to 12 months
# Assumptions
assumption-attainment = Attainment
assumption-attrition = Attrition
assumption-ramp = Ramp time
assumption-backfill = Backfill lag
assumption-delay = Hire delay
assumption-hires = Hires
assumption-market = Market
assumption-heads = Head spread
capacity-months-moved = { $value } mo.
# Findings
capacity-finding-expected = Heads can carry quotas of { $quota } and are expected to sell { $expected }.
capacity-finding-range = Half of the simulated years sell more than { $median }; 8 in 10 sell { $low } to { $high }.
capacity-finding-goal = In { $years } of 100 simulated years the goal of { $goal } is reached; on average { $shortfall } is missing.
# By month
capacity-month-title = Capacity by month
capacity-expected = Expected sales
capacity-quota = Quota capacity
capacity-assigned = Assigned quota
capacity-goal = Goal
capacity-heads = Heads
capacity-ramped = Ramped heads
capacity-on-track = On track
capacity-datum-expected = { $month }: { $value } expected
capacity-datum-quota = { $month }: quotas of { $value } can be carried
capacity-datum-goal = { $month }: goal { $value }
# What matters
capacity-tornado-title = Which assumption matters most
capacity-tornado-finding = { $assumption } matters most: { $low } to { $high }.
capacity-tornado-none = No assumption was moved.
capacity-tornado-datum = { $assumption } { $moved }: { $change }
capacity-assumption = Assumption
capacity-low-end = Low end
capacity-high-end = High end
capacity-change = Change of sales
capacity-chance-change = Change of the chance
capacity-points = { $value } pts
# Hires and over-assignment
capacity-grid-title = Hires against over-assignment
capacity-grid-finding = With no over-assignment, { $hires } more hires take the chance to reach the goal from { $first } to { $last }.
capacity-grid-none = Without a goal there is nothing to weigh.
capacity-grid-datum = { $hires } more hires, { $over } over-assigned: { $chance } chance, { $attainment } attainment
capacity-grid-cell = { $chance } ({ $attainment })
capacity-over = { $value } over
capacity-extra-hires = More hires
capacity-chance = Chance to reach the goal
# Delay
capacity-delay-title = What late hires cost
capacity-delay-finding = One month later for all planned hires costs { $lost } of sales, { $each } for each hire.
capacity-delay-none = No hire is planned.
capacity-delay-datum = { $months } mo. late: { $lost } lost, { $low } to { $high } in 8 years of 10
capacity-months-late = Months late
capacity-lost = Sales lost
capacity-lost-axis = Sales lost ({ $currency })
capacity-chance-planned = Chance as planned
capacity-chance-late = Chance if late
# A forecast of bookings beside quotas and capacity
on-forecast-not-monthly = Only a forecast by month can stand beside capacity. Forecast months.
on-forecast-other-months = The forecast holds none of the plan’s months, { $first } to { $last }. Forecast further ahead, or choose another first month of the plan.
on-forecast-finding = From { $first } to { $last } bookings are forecast at { $forecast }, and heads are expected to sell { $capacity }: utilisation of capacity is { $utilisation }.
on-forecast-missing = { $gap } is missing: what { $heads } fully ramped heads sell in that time.
on-forecast-spare = { $gap } is to spare: what { $heads } fully ramped heads sell in that time.
on-forecast-reach = In { $years } of 100 simulated years heads sell what is forecast or more.
on-forecast-enough = In no month does capacity fall short of the forecast.
on-forecast-short =
    { $n ->
        [0] Capacity first falls short in { $month }. A hire needs no ramp and must start by { $hire }.
        [one] Capacity first falls short in { $month }. A hire takes { $count } month to ramp, so whoever is to be fully ramped by then must start by { $hire }.
       *[other] Capacity first falls short in { $month }. A hire takes { $count } months to ramp, so whoever is to be fully ramped by then must start by { $hire }.
    }
on-forecast-short-late =
    { $n ->
        [one] Capacity first falls short in { $month }. A hire takes { $count } month to ramp: whoever is to be fully ramped by then would have had to start by { $hire }, before the forecast begins.
       *[other] Capacity first falls short in { $month }. A hire takes { $count } months to ramp: whoever is to be fully ramped by then would have had to start by { $hire }, before the forecast begins.
    }
on-forecast-quotas = The reps’ quotas of { $quota } are { $coverage } of the forecast; as forecast, { $attainment } of them is attained.
on-forecast-assigned = The plan’s assigned quota of { $quota } is { $coverage } of the forecast; as forecast, { $attainment } of it is attained.
on-forecast-chart = Forecast, capacity and quotas by month
on-forecast-forecast = Forecast
on-forecast-range = Forecast, { $level } range
on-forecast-low = Forecast from
on-forecast-high = Forecast to
on-forecast-capacity = Capacity
on-forecast-capacity-range = Capacity, P10 to P90
on-forecast-capacity-p10 = Capacity, P10
on-forecast-capacity-p90 = Capacity, P90
on-forecast-quota = Quotas given out
on-forecast-all = All months
on-forecast-datum-forecast = { $month }: { $value } forecast
on-forecast-datum-forecast-range = { $month }: { $value } forecast, { $low } to { $high }
on-forecast-datum-capacity = { $month }: heads can sell { $value }
on-forecast-datum-capacity-range = { $month }: heads can sell { $value }, { $low } to { $high } in 8 years of 10
on-forecast-datum-quota = { $month }: quotas of { $value }
