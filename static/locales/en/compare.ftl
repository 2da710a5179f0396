# Measures of plans compared, with their formulas
compared-paid = Incentive pay
compared-against = Against the first plan
compared-earned = Earned
compared-bookings = Bookings
compared-ccos-variable = CCOS: incentive pay ÷ bookings
compared-ccos = CCOS: (incentive pay + base) ÷ bookings
compared-effective = Effective rate: pay ÷ bookings of sellers
compared-effective-reps = Effective rate by rep: lowest · median · highest
compared-threshold = Reps at threshold
compared-threshold-at = Threshold
compared-target = Reps at quota
compared-excellence = Reps at excellence
compared-base-share = Pay mix: base ÷ (base + target incentive)
compared-quota-to-pay = Quota ÷ (base + target incentive)
compared-upside = Upside: pay at excellence ÷ target incentive
compared-leverage = Leverage: (base + pay at excellence) ÷ base
compared-accelerator = Accelerator: pay for a quota’s worth above quota ÷ target incentive
compared-by-attainment = Attainment with pay ÷ target incentive: Pearson · Spearman
compared-by-bookings = Bookings with pay: Pearson · Spearman
compared-variation = Monthly pay of the median rep: standard deviation ÷ mean
compared-top = Pay of the best paid tenth ÷ all pay
compared-top-bookings = Bookings of as many top sellers ÷ all bookings
compared-company = Incentive pay at { $at } of the company’s sales
compared-elasticity = Change of pay for 1 % more sales, in percent
# Winners and losers
compare-dearer = “{ $after }” costs { $amount } more than “{ $before }” ({ $share }) on the same sales. Paid more: { $winners }. Paid less: { $losers }. The same: { $unchanged }. Losing more than 5 %: { $much } of those paid ({ $muchshare }).
compare-cheaper = “{ $after }” costs { $amount } less than “{ $before }” ({ $share }) on the same sales. Paid more: { $winners }. Paid less: { $losers }. The same: { $unchanged }. Losing more than 5 %: { $much } of those paid ({ $muchshare }).
# Fairness
compare-by-tenure = Years since hire
compare-by-region = Region
compare-by-segment = Segment
compare-by-role = Role
compare-unknown = Not known
compare-years = { $from } to { $to } years
compare-years-on = { $from } years and more
compare-no-test = too few to tell
compare-test = p { $p } (H = { $h }, { $reps } reps)
compare-tests = Do groups differ by more than chance? Pay ÷ target incentive: { $payout }. Attainment: { $attainment }.
# Parts
part-threshold = { $component }: threshold
part-advance = { $component }: advance
part-above-quota = { $component }: tiers above quota
part-gate = { $component }: gate
part-cap = { $component }: cap { $number }
part-multiplier = { $component }: multiplier by { $other }
part-draw = Draw or guarantee
part-clawback = Clawback
part-holdback = Holdback
# Notes
compare-payments = { $n ->
    [one] One recorded payment is left out: plans are compared on what they would pay.
   *[other] { $count } recorded payments are left out: plans are compared on what they would pay.
  }
compare-other-incentive = { $n ->
    [one] “{ $side }” gives one rep another target incentive than the first plan: the data states none.
   *[other] “{ $side }” gives { $count } reps another target incentive than the first plan: the data states none.
  }
compare-other-quota = { $n ->
    [one] “{ $side }” gives one rep another quota than the first plan: the data states none.
   *[other] “{ $side }” gives { $count } reps another quota than the first plan: the data states none.
  }
compare-counts-stay = “{ $side }” pays for counts of deals, activities or objectives: they stay where sales rise or fall.
compare-parts-left-out = { $n ->
    [one] One part of “{ $side }” is not looked at.
   *[other] { $count } parts of “{ $side }” are not looked at.
  }
# Benchmarks
audience-everyone = every sales force
audience-sdr = sales development
audience-small = account executives, small accounts
audience-middle = account executives, middle accounts
audience-large = account executives, large accounts
audience-am = account managers
audience-csm = customer success
audience-managers = managers and directors
audience-observed = observed, not aimed at
stands-below = below
stands-within = within
stands-above = above
range-at-least = at least { $low }
range-at-most = at most { $high }
# The page
compare-no-data = A comparison rests on won deals. Bring the data first.
compare-needs-two = Add a second plan to see who wins and who loses.
compare-running = Comparing: { $done } of { $all } replays
compare-stopped = Stopped after { $done } of { $all } replays; what is shown rests on them.
compare-failed = The comparison stopped after { $done } of { $all } replays.
compare-done = Every plan is replayed on the same deals and months, for the same reps. Recorded payments are left out.
compared-title = Plans on the same sales
compared-note = At excellence and above quota the figures are those of a year at the team’s median quota and target incentive. Published ranges are for every sales force; those for single roles stand below.
column-measure = Measure
column-published = Published
download-comparison = Download all reps
comparison-file = comparison
changes-title = Winners and losers
changes-before = From
changes-after = To
order-difference = difference
order-change = difference in percent
order-name = name
column-before = Pay before
column-after = Pay after
column-difference = Difference
column-change = In percent
parts-title = What each part of “{ $plan }” adds
column-part = Part
column-adds = Adds
column-of-pay = Of all pay
column-gaining = Reps who gain
column-losing = Reps who lose
column-most = Most for one rep
fairness-title = Fairness
fairness-note = Groups as the records name them. A small p says that chance alone hardly makes such groups, not why they differ.
fairness-of = { $plan }: { $text }
column-reps = Reps
column-payout-of = Pay ÷ target incentive, { $plan }
benchmarks-title = Benchmarks
benchmarks-note = Published by others, mostly second-hand: figures to ask by, not to aim at. Change a range, and yours is kept in the scenario.
column-for = For
column-low = From
column-high = To
column-source = Source
column-dated = Date
benchmark-undated = no date given
benchmark-low = Lower end: { $figure }, { $audience }
benchmark-high = Upper end: { $figure }, { $audience }
benchmark-reset = Back to the published range: { $figure }, { $audience }
