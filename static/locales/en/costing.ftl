costing-no-data = Costing rests on each rep’s own history. Bring the data first.
cost-running = Simulating: { $done } of { $all } years
cost-stopped = Stopped after { $done } of { $all } years; what is shown rests on them.
cost-failed = The simulation stopped after { $done } of { $all } years.
cost-done = { $done } simulated years, seed { $seed }. The same seed gives the same figures on any machine.
run-again = Run again
p10-note = one year in ten is cheaper
p50-note = as often above as below
p90-note = one year in ten is dearer
range-of = 8 in 10 years { $low } to { $high }
budget-holds = Budget holds
budget-error = ± { $error } from the number of runs
# Comparison
compare-title = Plans side by side
compare-note = All plans are costed on the same simulated years, so that their differences are the plans’ own.
column-plan = Plan
column-against = Against the first
column-losing-much = Reps losing over 5 %
level-threshold = At threshold
level-target = At target
level-excellence = At excellence
# Reps
rep-ranges-title = What each rep may earn
pay-p10 = Pay P10
pay-p50 = Pay P50
pay-p90 = Pay P90
attainment-p10 = Attainment P10
attainment-p50 = Attainment P50
attainment-p90 = Attainment P90
# Assumptions
assumptions-title = Assumptions
assume-budget = Budget
assume-performance = Company performance
assume-runs = Simulated years
assume-seed = Seed
assume-year = Year begins in
none-set = none
# Model
model-title = How reps attain
model-fitted = Fitted to the history of each rep; change any figure to ask what if.
model-edited = Edited by hand. Budget, plan and year still apply.
model-reset = Back to the fitted model
model-market = Market shock σ, a month
model-persistence = Persistence φ
rep-mean = Expected attainment
rep-volatility = Volatility σ
rep-zero = Months without sales
rep-history = Months of history
rep-mean-of = Expected attainment of { $name }
rep-volatility-of = Volatility of { $name }
rep-zero-of = Months without sales of { $name }
fit-no-history = { $n ->
    [one] One rep has no history and stands at the team’s figures.
   *[other] { $count } reps have no history and stand at the team’s figures.
  }
fit-short-history = { $n ->
    [one] One rep has less than a year of history and stands between own figures and the team’s.
   *[other] { $count } reps have less than a year of history and stand between own figures and the team’s.
  }
fit-quota-of-plan = { $n ->
    [one] One rep has no target: the plan’s quota counts.
   *[other] { $count } reps have no target: the plan’s quota counts.
  }
fit-no-quota = { $n ->
    [one] One rep has no quota at all: what is paid by attainment pays nothing.
   *[other] { $count } reps have no quota at all: what is paid by attainment pays nothing.
  }
fit-quota-of-past = { $n ->
    [one] One rep has no target for the simulated year: the latest one goes on.
   *[other] { $count } reps have no target for the simulated year: the latest one goes on.
  }
fit-no-incentive = { $n ->
    [one] One rep has no target incentive: what is paid by it pays nothing.
   *[other] { $count } reps have no target incentive: what is paid by it pays nothing.
  }
fit-left = { $n ->
    [one] One rep has left before the simulated year and is not simulated.
   *[other] { $count } reps have left before the simulated year and are not simulated.
  }
fit-deals-left-out = { $n ->
    [one] One won deal lacks rep, day or measure and is not used.
   *[other] { $count } won deals lack rep, day or measure and are not used.
  }
fit-no-season = Less than two years of history: no seasonality is assumed.
fit-not-selling = { $n ->
    [one] One listed rep has neither a target nor a won deal and is not simulated.
   *[other] { $count } listed reps have neither a target nor a won deal and are not simulated.
  }
fit-other-measure = { $n ->
    [one] One component pays on another measure or on some deals only: its credit follows the simulated one in the proportion of the history.
   *[other] { $count } components pay on another measure or on some deals only: their credit follows the simulated one in the proportion of the history.
  }
fit-steady = { $n ->
    [one] One component counts activities or objectives: each month has the mean of the history.
   *[other] { $count } components count activities or objectives: each month has the mean of the history.
  }
fit-deal-caps = { $n ->
    [one] One component caps single deals: deals are not simulated one by one, so the cap does not bind here.
   *[other] { $count } components cap single deals: deals are not simulated one by one, so the caps do not bind here.
  }
fit-contests = { $n ->
    [one] One contest costs its prizes, in equal parts for all; what it asks for at least is not looked at.
   *[other] { $count } contests cost their prizes, in equal parts for all; what they ask for at least is not looked at.
  }
fit-draw-new-hires = The draw for new hires is not simulated: nobody joins.
fit-part-years = Ramps, part months and the seasons of the plan’s quota are not simulated.
fit-cancelled = Clawback and holdback expect what the history shows: { $share } of credit cancelled, of every rep and month alike.
