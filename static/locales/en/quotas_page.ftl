# The quotas page
tab-quotas = Quotas
tab-capacity = Capacity
tab-health = Health
tab-backtest = Backtest
quotas-no-data = There is no data yet. Quotas are set from the team, its managers and what it has sold: bring files with reps and deals, or try the sample company.
quotas-stopped = Stopped. What was found before is still shown.
# The tree grid
grid-keys = Arrows move, and open and close teams in the first column. Enter or F2 edits, typing replaces, Escape gives up, Delete lets the rules decide again. Shift with arrows chooses several cells; Ctrl+D fills down, Ctrl+L fixes or lets go, Ctrl+C and Ctrl+V copy and paste with a spreadsheet, Ctrl+Z undoes.
grid-unread = { $n ->
    [one] One cell could not be read as a number and was left as it was.
   *[other] { $count } cells could not be read as numbers and were left as they were.
  }
grid-no-place = { $n ->
    [one] One pasted cell has no place here, or one that is computed, and was left out.
   *[other] { $count } pasted cells have no place here, or one that is computed, and were left out.
  }
quotas-grid = Quotas of the team
quotas-fixed = fixed
quotas-column-who = Who
quotas-column-quota = Quota of the year ({ $currency })
quotas-column-before = Sold before ({ $currency })
quotas-column-change = Change
quotas-column-bottom-up = Bottom-up ({ $currency })
quotas-column-gap = Gap ({ $currency })
quotas-column-weight = Weight
quotas-column-carried = Carried ({ $currency })
quotas-before-how = Credited sales of the twelve months of history before the year, of everyone at and below
quotas-change-how = The quota against what was sold in the twelve months before
quotas-bottom-up-how = An estimate of what will be sold: entered here, or taken over from a method
quotas-bottom-up-sum = The sum of the estimates below
quotas-gap-how = What the rules give from above, less the estimates from below
quotas-weight-how = Counts where the node above spreads by stated weights
quotas-carried-how = What is left of the quota after ramp, part years and relief
quotas-refused = { $n ->
    [one] Not done: { $first }
   *[other] { $count } changes were not done. The first: { $first }
  }
# The quota plans
quota-plans = Quota plans
quota-plan-add = Add a quota plan
quota-plan-copy = Copy the quota plan
quota-plan-remove = Remove the quota plan
# The goal
quotas-plan-name = Quotas
quotas-plan-name-label = Name of the quotas
quotas-first-title = What is the company to sell?
quotas-first-text = A goal for the year, spread over managers and reps. It begins with growth on what was sold in the last twelve months, with the seasons of your history; everything can be changed.
quotas-first-do = Set a goal
quotas-goal-title = The goal
quotas-goal-kind = The goal is
quotas-goal-growth = growth on the last twelve months
quotas-goal-amount = an amount for the year
quotas-goal-quarters = an amount for each quarter
quotas-goal-months = an amount for each month
quotas-goal = Goal of the year
quotas-growth = Growth
quotas-year = Fiscal year
quotas-year-next = from { $month }, the next one
quotas-year-from = from { $month }
quotas-roles = Roles that carry a quota
quotas-segments = Segments that carry a quota
quotas-answer = { $n ->
    [one] One rep carries { $carried } of quota for a goal of { $goal }; { $prior } was sold in the twelve months before.
   *[other] { $count } reps carry { $carried } of quota for a goal of { $goal }; { $prior } was sold in the twelve months before.
  }
quotas-fact-goal = Goal of the year
quotas-fact-goal-note = { $share } against the twelve months before
quotas-fact-carried = Carried by reps
quotas-fact-carried-note = { $share } against the goal
quotas-fact-each = For each rep
quotas-findings = What is to be known
quotas-use = Use as the team’s quotas
quotas-stop-using = Stop using these quotas
quotas-in-use = In use
quotas-taken = These quotas now stand in the place of the data’s, in statements, costing and comparison.
quotas-let-go-of = The data’s own quotas count again.
quotas-download = Download the quotas (CSV)
# One node
quotas-about = { $who }: { $amount } – { $how }
quotas-below = It spreads { $whole } over those below; { $open } of that nobody has.
quotas-fix = Fix { $who }
quotas-let-go = Let { $who } go
quotas-rule-of = { $who } spreads
quotas-months-of = Months of { $who }
quotas-month = Month
quotas-month-quota = Quota
quotas-month-season = Season
quotas-month-there = There
quotas-month-ramp = Ramp
quotas-month-relief = Relief
# Rules
quotas-spread-title = How it is spread
quotas-rule = Everyone spreads
rule-as-plan = as everyone
bucket-title = Buckets, and who is in which
bucket-first = Everyone
bucket-add = Add a bucket
bucket-name = Name of bucket { $place }
bucket-share = Share of bucket { $place }
bucket-by = Bucket { $place } is spread
bucket-remove = Remove bucket { $place }
bucket-none = in no bucket
bucket-more = { $n ->
    [one] One more below is not listed here.
   *[other] { $count } more below are not listed here.
  }
quotas-step = Quotas are multiples of
quotas-month-step = Months are multiples of
quotas-over-title = Over-assignment by level
quotas-over-company = The company spreads more by
quotas-over-level = Level { $level } spreads more by
quotas-over-said = Level { $level }: { $own } more, which with the levels above comes to { $compound } more than the goal.
quotas-part-years = Starters, leavers and leave
quotas-prorate = A month in part counts
prorate-quota-nothing = whole
prorate-quota-days = by its days
prorate-quota-months = whole if there on its first day
quotas-ramp = Ramp, in percent by month
quotas-ramp-hint = Quota in the first months from hire on, such as 25 50 75; full after them.
quotas-lost = What is taken away
lost-unassigned = is assigned to nobody
lost-redistributed = goes to the others
quotas-targets-title = Periods, measure and products
targets-length = Quotas are for
targets-month = months
targets-quarter = quarters
targets-half-year = half-years
targets-year = the year
targets-measure = Measure, empty for the main quota
targets-managers = Managers get their teams’ quotas too
product-add = Add a product
product-new = product
product-measure = Measure of product { $place }
product-amount = Goal of product { $place }
product-remove = Remove product { $place }
relief-title = Relief and change of team of { $who }
relief-add = Let off a part
relief-from = Relief { $place }: first month
relief-to = Relief { $place }: last month
relief-share = Relief { $place }: part let off
relief-reason = Relief { $place }: reason
relief-remove = Take relief { $place } back
transfer-to = Goes to the team of
transfer-none = nobody else
transfer-from = From month
# Seasons
quotas-season-title = Seasons
quotas-season = The year spreads over its months
quotas-season-history = as the history does
quotas-season-even = evenly
quotas-season-quarter-end = with hockey sticks: 20, 25 and 55 % in each quarter
quotas-season-year-end = towards the year’s end: 20, 20, 20 and 40 % by quarter
quotas-season-quarters = by weights of quarters
quotas-season-months = by weights of months
season-title = Seasons of the year
season-finding = { $month } weighs most, with { $share } of the year.
season-axis-month = Month
season-index = Index, 1 on the average
season-used = Used
season-of-history = History
season-years = Single years
season-low = Lowest year
season-high = Highest year
season-n-years = Years
season-datum = { $month }: { $index }
season-range = { $month }: single years from { $low } to { $high }
season-history-datum = { $month }: { $index } in the history
# From the bottom up
bottom-up-title = From the bottom up
bottom-up-hint = What each rep can be expected to sell, from the history alone. The gap to the goal is yours to decide on.
estimate-method = Estimate by
estimate-choose = choose a method
potential-of = Accounts could buy by
potential-nothing = nothing that the data says
potential-revenue = their revenue
potential-employees = their employees
potential-worth = Worth of one unit of it
potential-share = Share to be won
estimate-interval = { $low } to { $high }
estimate-how = How
estimate-value = Estimate
estimate-range = Range
estimate-table = Estimates by rep
estimate-take = Take these as the bottom-up estimates
estimate-found = { $n ->
    [one] One rep can be expected to sell { $total }; the range is to hold in { $level } of cases.
   *[other] { $count } reps can be expected to sell { $total }; each range is to hold in { $level } of cases.
  }
gap-none = No rep has a bottom-up estimate yet: choose a method, or enter estimates in the table.
gap-above = The goal of { $goal } is { $gap } ({ $share }) more than the { $estimates } that reps are estimated to sell. Lower the goal, find capacity, or let estimates and goal meet in between.
gap-below = The goal of { $goal } is { $gap } ({ $share }) less than the { $estimates } that reps are estimated to sell. There is room to raise it.
gap-blend = Weight of the estimates
gap-keep = Keep the goal
gap-adopt = Make the estimates the goal
gap-drop = Take the estimates away
# Backtest
backtest-no-months = There are no won deals to look back on.
backtest-settings = What is looked at
backtest-goal = Past quotas sum to
backtest-goal-actual = what was sold in the year
backtest-goal-growth = the year before, with growth
backtest-methods = Methods
backtest-cost = Also what the present plan would have paid with these quotas
backtest-hint = Each method knows only what was known on the first day of a year. All are scaled to one goal, so that they differ in how they spread it alone.
backtest-by-year = Error by method and year
backtest-by-year-hint = Sum of the differences between quota and sales over the sum of sales (WAPE). Lower is better.
backtest-all = All years together
backtest-all-years = All years
backtest-method = Method
backtest-wape = Error (WAPE)
backtest-mape = Mean error (MAPE)
backtest-bias = Bias
backtest-size = Attainment with size
backtest-gini = Gini
backtest-spread = Spread
backtest-at-quota = At quota
backtest-within = Within ±20 %
backtest-inside = Inside the interval
backtest-paid = Pay under the plan
backtest-year = { $n ->
    [one] One rep, quotas of { $goal }, sold { $actual }.
   *[other] { $count } reps, quotas of { $goal }, sold { $actual }.
  }
backtest-none = No method could say anything in any year.
# Capacity
headplan-first-title = What can the team sell?
headplan-first-text = Heads by role, their quota and attainment, ramp, attrition and hires: what they can sell by month, and the chance to reach the goal. It begins with the team as the data has it.
headplan-first-do = Begin with the team as it is
headplan-running = { $done } of { $all } simulated years
headplan-done = { $n ->
    [one] One simulated year.
   *[other] { $count } simulated years.
  }
headplan-goal-title = What is asked
headplan-goal = Goal
headplan-goal-nothing = none
headplan-goal-year = for each twelve months
headplan-goal-months = for each month
headplan-goal-amount = Amount in twelve months
headplan-goal-take = Take the goal of the quotas
headplan-over = Over-assignment
headplan-months = Months from { $month }
headplan-season-stated = as stated, or as the data’s months
headplan-roster = Reps of the data count
heads-chance = Chance to reach the goal
heads-chance-range = ± { $error } points, from the number of simulated years
heads-p10 = P10
heads-p50 = P50
heads-p90 = P90
heads-quota = Quota capacity
heads-assigned = Assigned quota
heads-goal = Goal
heads-attainment = Attainment of what is assigned
heads-by-role = Capacity by role
heads-first = Heads at first
heads-last = Heads at last
heads-expected = Expected sales
needed-title = Hires that the goal needs
needed-none = No more hires are needed: { $amount } more can be expected than is asked.
needed-some = { $n ->
    [one] The gap of { $gap } is closed by one more hire of { $role } from { $month }.
   *[other] The gap of { $gap } is closed by { $count } more hires of { $role }, all from { $month }.
  }
needed-too-late = The gap of { $gap } cannot be closed by hires of { $role }: they sell nothing in time.
needed-start = If all came in
needed-n = Hires needed
needed-each = What each sells until the end
roles-title = Roles
role-name = Role
role-name-of = Name of role { $place }
role-quota = Quota ({ $currency })
role-quota-of = Quota of { $role }
role-per = For
role-per-of = Quota of { $role } is for
per-year = a year
per-half-year = a half-year
per-quarter = a quarter
per-month = a month
role-attainment = Attainment
role-attainment-of = Attainment of { $role }
role-attrition = Attrition a year
role-attrition-of = Attrition of { $role }
role-backfill = Months to backfill
role-backfill-of = Months to backfill { $role }
backfill-never = never
role-ramp = Ramp
role-ramp-of = Ramp of { $role }
role-ramp-shares = Ramp of { $role }, in percent by month
ramp-fitted = as hires of the data
ramp-stated = stated, in percent
ramp-slow = nine months, as for large customers
ramp-unread = The ramp was left as it was: write up to 36 percentages from 0 to 500, with blanks between them.
role-spread = Between heads
role-spread-of = Difference between heads of { $role }
role-noise = Between months
role-noise-of = Difference between months of { $role }
role-remove = Remove { $role }
role-add = Add a role
role-new = role
role-hint = Between heads and between months: standard deviation as a part of the mean. Extra hires are of the first role.
hires-title = Hires
hire-role = Role
hire-role-of = Role of hire { $place }
hire-month = First month
hire-month-of = First month of hire { $place }
hire-count = Heads
hire-count-of = Heads of hire { $place }
hire-remove = Remove hire { $place }
hire-add = Add a hire
heads-add = Add heads that the data does not have
heads-role = Role of heads { $place }
heads-count = Number of heads { $place }
heads-tenure = Months since hire of heads { $place }
heads-ramped = fully ramped
heads-remove = Remove heads { $place }
doubt-title = What is not known for sure
doubt-level = Everybody’s level
doubt-market = Market of a month
doubt-persistence = Market stays from month to month
doubt-ramp = Time to ramp
doubt-backfill = Time to backfill
doubt-hire-delay = Months that hires come late
doubt-pull = Sales follow quotas
doubt-hint = Standard deviations as parts of the mean; the market’s staying is a correlation, and how sales follow quotas goes from not at all to wholly.
# Health
card-settings = What is looked at
card-months = Months
card-last-year = the last twelve
card-size = Size of territories by
card-method = Quotas are held against
card-no-method = no estimate
card-method-hint = Estimates have intervals for whole fiscal years: choose one of them to hold quotas against.
card-simulated = Compare with the attainment that the cost model expects
card-answer = { $n ->
    [one] From { $first } to { $last }, one of { $all } measures is off, { $look } may be off by chance, and { $healthy } are as they should be.
   *[other] From { $first } to { $last }, { $off } of { $all } measures are off, { $look } may be off by chance, and { $healthy } are as they should be.
  }
card-title = Health of the quotas
card-measure = Measure
card-figure = Figure, with its interval
card-range = Held against
card-verdict = Verdict
card-advice = What to do
card-groups = Attainment by group
card-appeals = Appeals
card-appeals-found = { $n ->
    [one] One of { $all } quotas lies outside the interval of its estimate.
   *[other] { $count } of { $all } quotas lie outside the intervals of their estimates.
  }
card-stands = Quota lies
card-low = Interval from
card-high = Interval to
card-reps = Every rep
card-sold = Sold
card-luck = Luck of deals
card-coverage = Coverage
