# How quotas came about, and what is to be known
quota-company = Company
quota-rule-even = Even
quota-rule-weights = By stated weights
quota-rule-prior = By prior sales
quota-rule-revenue = By the accounts' revenue
quota-rule-employees = By the accounts' employees
quota-rule-accounts = By number of accounts
quota-rule-headcount = By headcount
quota-rule-bottom-up = By bottom-up estimates
quota-rule-buckets = In buckets
quota-origin-goal = the goal
quota-origin-growth = the goal: { $prior } sold before, growth of { $growth }
quota-origin-blended = the goal of { $goal } and estimates of { $estimates }, these with a weight of { $blend }
quota-origin-fixed = fixed
quota-origin-no-bucket = in no bucket
quota-origin-share = { $share }, of { $rest }
quota-origin-blend = , estimates weighing { $blend }
quota-origin-rounded = , rounded to { $step }
quota-origin-odd = , rounded to { $step }, with the remainder of { $odd }
quota-rest-fixed = { $whole } less what is fixed ({ $fixed })
quota-rest-bucket = the { $amount } of bucket { $name }
quota-part-even = even share, 1 of { $n }
quota-part-lack = even share, 1 of { $n }, for lack of weights
quota-part-weight = weight { $weight } of { $of }
quota-part-prior = prior sales { $weight } of { $of }
quota-part-revenue = accounts' revenue { $weight } of { $of }
quota-part-employees = accounts' employees { $weight } of { $of }
quota-part-accounts = accounts { $weight } of { $of }
quota-part-headcount = reps { $weight } of { $of }
quota-part-bottom-up = estimates { $weight } of { $of }
quota-finding-ring = { $n ->
    [one] One person is their own manager ({ $names }) and so reports to the company.
   *[other] { $count } people are their own managers, directly or through others ({ $names }), and so report to the company.
 } Correct the managers.
quota-finding-managers = { $n ->
    [one] One person names a manager whom nobody knows ({ $names }) and so reports to the company.
   *[other] { $count } people name managers whom nobody knows ({ $names }) and so report to the company.
 } Correct the managers.
quota-finding-unknown = { $n ->
    [one] One entry of the quota plan names somebody without a quota this year ({ $names }) and does nothing. Correct or remove it.
   *[other] { $count } entries of the quota plan name people without a quota this year ({ $names }) and do nothing. Correct or remove them.
 }
quota-finding-empty = Nobody carries a quota, so the goal has nowhere to go. Bring reps, or let more roles and segments carry one.
quota-finding-nobody = { $who } manages nobody who carries a quota in the year and is left out.
quota-finding-not-there = { $n ->
    [one] One rep left before the year or comes after it and has no quota.
   *[other] { $count } reps left before the year or come after it and have no quota.
 }
quota-finding-no-history = There are no sales before the year, though something is asked of them. Bring deals, or choose another rule, goal or seasons.
quota-finding-too-much = Below { $node }, { $amount } more is fixed than there is. Lower a fixed value, or raise { $node }.
quota-finding-left = Below { $node } everyone is fixed, and { $amount } is left for nobody. Unlock somebody, or lower { $node }.
quota-finding-zero = Below { $node } all weights are 0, so it was spread evenly.
quota-finding-negative = Below { $node }, { $n ->
    [one] one weight is below 0 and counts
   *[other] { $count } weights are below 0 and count
 } as 0.
quota-finding-no-bucket = Below { $node }, { $n ->
    [one] one is in no bucket and gets
   *[other] { $count } are in no bucket and get
 } nothing.
quota-finding-lost = Ramp, part years and relief take { $amount } that nobody carries.
quota-finding-no-estimate = { $n ->
    [one] One rep has no estimate; the top-down number stands in.
   *[other] { $count } reps have no estimate; their top-down numbers stand in.
 }
quota-finding-relief = The quota of { $who } is fixed: relief only moves it to other months.
quota-finding-no-months = { $who } is there in no month that could carry the quota; it is spread as the seasons say.
quota-finding-odd = The goal is no multiple of the step: the remainder of { $amount } goes down with the largest shares.
quota-refused-unknown = { $who } is not in the hierarchy and was left out.
quota-refused-ambiguous = { $who } fits several people and was left out.
quota-refused-rows = { $n ->
    [one] One row was left over.
   *[other] { $count } rows were left over.
 }
quota-refused-number = { $number } cannot be used here and was left out.
quota-refused-company = The company's number is the goal; no rule decides it.
quota-error-number = { $field } is negative or too large. Correct it.
quota-error-periods = { $field } is not for 4 quarters or 12 months, or all of it is 0. Correct it.
quota-seasons-even = Seasons are even: the history has { $n ->
    [one] one month
   *[other] { $count } months
 }, too little for more.
quota-seasons-mean = Seasons are means by month over the grand mean, from { $n ->
    [one] one month
   *[other] { $count } months
 }: too little for moving averages.
quota-seasons-moving = Seasons are ratios to the centred moving average, from { $n ->
    [one] one month
   *[other] { $count } months
 }.
