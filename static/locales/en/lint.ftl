# What the lint finds in a plan
lint-error = Error
lint-warning = Warning
lint-note = Note
lint-of-target = { $share } of pay at target
lint-more = { $n ->
    [one] And one more of this kind.
   *[other] And { $count } more of this kind.
  }
lint-place-components = components
lint-place-name = name
lint-place-filter = filter
lint-place-parts = blended measure
lint-place-credit-from = whose credit counts
lint-place-cap = cap
lint-place-gate = condition
lint-place-multiplier = multiplier
lint-place-matrix = matrix
lint-place-spiff = SPIFF
lint-place-draw = draw
lint-place-clawback = clawback
lint-place-holdback = holdback
lint-place-proration = part years
lint-remedy-refused = Correct it: the plan cannot be run.
lint-jump = At { $at } pay jumps by { $pay }; just below it is { $before }.
lint-remedy-jump = Pay slices at their own tiers, or let pay rise on a straight line, if one deal should not decide so much.
lint-falling = From { $at } on more credit pays less: { $pay } is lost.
lint-remedy-falling = Raise the value there, or pay slices at their own tiers.
lint-dead-zone-start = Up to { $to } more credit pays nothing.
lint-dead-zone-all = No credit pays more than none does.
lint-dead-zone-between = Between { $from } and { $to } more credit pays nothing.
lint-dead-zone-end = From { $from } on more credit pays nothing.
lint-remedy-dead-zone = Give the stretch a rate, or lower the threshold or lift the cap.
lint-regressive = At { $at }, before quota, pay for the next unit falls from { $before } to { $after } of the average up to quota.
lint-remedy-regressive = Let rates rise up to quota, so that nobody slows down on the way.
lint-over-quota-pays-less = From { $at } on a unit pays { $after } of what it pays on average up to quota.
lint-remedy-over-quota-pays-less = Pay at least the average rate above quota; slow down from twice the quota on, if at all.
lint-off-target = Exactly quota pays { $pay }; the target incentive is { $target }.
lint-remedy-off-target = Scale the values so that quota pays the target incentive.
lint-multiplier-off-target = At an attainment of 100 % the multiplier is { $factor }, not 1.
lint-remedy-multiplier-off-target = Let a step begin at 100 % or below with the factor 1.
lint-pay-at-zero = The smallest credit is paid { $pay } at once.
lint-remedy-pay-at-zero = Begin the curve at 0; call it salary or a guarantee if it is meant.
lint-tier-unreached = The tier begins at { $at }; credit comes to { $most } at most.
lint-remedy-tier-unreached = Lower the tier to what the best reach, or remove it.
lint-tiers-too-close = The tier at { $at } begins only { $apart } above the one before it.
lint-remedy-tiers-too-close = Join the two tiers.
lint-on-bound = Credit of just { $at } can well be, and which tier it belongs to decides { $pay }.
lint-on-bound-often = { $n ->
    [one] Credit was just a bound once, { $at }; which tier that belongs to decides { $pay }.
   *[other] Credit was just a bound { $count } times, as at { $at }; which tier that belongs to decides { $pay }.
  }
lint-remedy-on-bound = Say in the plan document which tier counts on a bound, and set it here.
lint-gate-shut = The condition asks for { $at }; that component comes to { $most } at most, so it never holds.
lint-remedy-gate-shut = Lower the condition, or lift the cap of that component.
lint-gate-open = The condition always holds.
lint-remedy-gate-open = Remove it, or ask for an attainment above 0.
lint-too-many-components = { $n ->
    [one] The plan pays for one component.
   *[other] The plan pays for { $count } components; three are what a rep keeps in mind.
  }
lint-remedy-too-many-components = Keep the ones that decide, and manage the others without pay.
lint-tiny-weight = A weight of { $weight } steers nobody.
lint-remedy-tiny-weight = Give it a tenth at least, or leave it out.
lint-weights-off = The weights add up to { $sum }.
lint-remedy-weights-off = Make them add up to 100 %.
lint-threshold-high = { $below } of all reps’ windows ended below the threshold of { $at }.
lint-remedy-threshold-high = Set the threshold where nine of ten reach it.
lint-cap-binds = The cap took effect in { $share } of all reps’ windows and cut { $cut }.
lint-remedy-cap-binds = Lift the cap, or pay less a unit above excellence instead.
lint-mix-up-percent = { $value } is read as { $percent }.
lint-mix-up-attainment = The last tier begins at { $value } of money; { $percent } of quota may be meant.
lint-mix-up-per-unit = A unit pays { $value } of money; { $percent } may be meant.
lint-remedy-mix-up = Type 80 % as 80 in fields of percent and as 0.8 in files; check the unit of bounds and rates.
lint-cost-rises = At { $at } of quota a unit costs { $times } times what it costs at quota.
lint-remedy-cost-rises = Check that the margin carries it, or lower the accelerators.
lint-override-high = { $rate } is paid on other people’s credit; overrides are mostly 1 to 3 %.
lint-remedy-override-high = Check the rate, or pay by the team’s attainment instead.
lint-over-credited = Deal { $deal } is credited { $most } in all; of the deals with shares { $share } are credited more than whole.
lint-remedy-over-credited = Check the shares, and who needs full credit.
lint-draw-above-target = The draw is { $share } of the target incentive for its period.
lint-remedy-draw-above-target = Lower it to what is earned at target.
lint-draw-endless = The guarantee has no end.
lint-remedy-draw-endless = State for how many periods it is paid.
lint-no-cancellations = The plan takes back pay for cancelled deals, and no deal of the data says when it was cancelled.
lint-remedy-no-cancellations = Import the column of cancellation dates.
lint-split-pays = A deal that is written as two pays up to { $pay } more.
lint-remedy-split-pays = Ask for a least amount a deal, or pay on the period’s credit.
lint-timing-pays = A deal of { $size } of quota pays up to { $pay } more if it is moved from a window that has { $from } without it to one that has { $to }.
lint-remedy-timing-pays = Let credit add up over a longer time, and smooth the jumps.
lint-gaming-pull-in = { $name } would have gained { $gain } by closing deal { $deal } on { $to }, not on { $day }.
lint-gaming-push-out = { $name } would have gained { $gain } by closing deal { $deal } on { $to }, not on { $day }.
lint-gaming-new-year = { $name } would have gained { $gain } by holding deal { $deal } of { $day } for the new year, until { $to }.
lint-gaming-split = { $name } would have gained { $gain } by writing deal { $deal } of { $day } as two.
lint-gaming-team = { $n ->
    [one] One rep could have gained so; the team’s median is { $median }.
   *[other] { $count } reps could have gained so; the team’s median is { $median }.
  }
lint-remedy-gaming = Let credit add up over a longer time, or smooth the jumps near it.
