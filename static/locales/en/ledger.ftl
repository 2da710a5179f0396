# Steps of SPIFFs
ledger-per-deal = { $n ->
    [one] One deal at { $amount }, by the share of it = { $pay }
   *[other] { $count } deals at { $amount } each, by the share of each = { $pay }
  }
ledger-kicker = { $rate } on { $credit }, on top of what components pay = { $pay }
ledger-milestone = Credit came to { $credit }, over the milestone of { $at }: { $pay }
ledger-place = { $n ->
    [one] Place { $place } of { $reps } with { $credit }: { $pay }
   *[other] Place { $place } of { $reps } with { $credit }, shared by { $tied }: their prizes of { $pool } in equal parts = { $pay }
  }
ledger-unplaced = No place: credit of { $credit }, and it takes more than 0 and at least { $least }
# Steps of a payout period
ledger-earned = Earned: components { $earned }, SPIFFs { $spiffs }
ledger-held = Held back: { $share } of components’ pay = { $amount }, until { $month }
ledger-released = Released: { $amount }, held until { $month }
ledger-cancelled = Deal { $deal } was cancelled on { $day }: { $share } of { $paid } is taken back, { $forfeited } from what is held and { $clawed } from pay
ledger-recomputed = Without the cancelled deals pay to date is { $without } instead of { $with }, { $before } of it taken before: { $forfeited } is taken from what is held and { $clawed } from pay
ledger-carried-over = To be taken back: { $due }, from { $available }; still owed: { $owed }
ledger-drawn = Draw of { $draw } − earnings of { $earnings } = { $short }, paid and owed
ledger-guaranteed = Guarantee of { $draw } − earnings of { $earnings } = { $short }, paid and not owed
ledger-recovered = Of { $owed } owed, { $share } of the { $over } above the draw is recovered: { $recovered }
ledger-forgiven = The draw has ended: { $amount } need not be paid back
ledger-closed = The period is closed: it pays { $recomputed } as computed now, { $paid } was paid; due since: { $due }
ledger-adjusted = Due from closed periods: { $due }; settled now: { $amount }
# What is wrong with a plan
plan-error-spiff-ends-early = SPIFF { $spiff } ends before it begins
plan-error-spiff-negative = SPIFF { $spiff }: a number is negative
plan-error-spiff-too-large = SPIFF { $spiff }: a number is too large
plan-error-spiff-pays-nothing = SPIFF { $spiff } has no prize and no milestone: add one
plan-error-milestones = SPIFF { $spiff }: milestone { $step } must lie above the one before it, and the first above 0
plan-error-spiff-name-taken = SPIFF { $spiff } has the name of a component or an earlier SPIFF: give it another
plan-error-draw-negative = The draw: a number is negative
plan-error-draw-too-large = The draw is too large
plan-error-recovery = The draw: no more than 100 % of earnings can be recovered
plan-error-draw-periods = The draw runs for no period: give it one at least, or none to let it run for good
plan-error-clawback-share = The clawback’s share must lie from 0 to 100 %
plan-error-holdback-share = The holdback’s share must lie from 0 to 100 %
# What is wrong with plans and assignments
book-error-no-plans = There is no plan: add one
book-error-plan = Plan { $plan }: { $error }
book-error-name-taken = Plan { $plan } has the name of an earlier one: give it another
book-error-unknown-plan = Assignment { $assignment } is to “{ $plan }”, and there is no such plan
book-error-ends-early = Assignment { $assignment } ends before it begins
# What was not paid for
gap-without-plan = { $n ->
    [one] One rep is on no plan for some of these months: { $names }
   *[other] { $count } reps are on no plan for some of these months: { $names }
  }
gap-stray-payments = { $n ->
    [one] One earlier payment is for no known rep or none of these months
   *[other] { $count } earlier payments are for no known rep or none of these months
  }
