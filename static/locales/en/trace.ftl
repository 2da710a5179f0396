trace-credited = Credit to date: { $credit }
trace-attainment = Attainment: { $credit } ÷ quota { $quota } = { $attainment }
trace-base-rate = Base commission rate: target incentive { $incentive } ÷ quota { $quota } = { $rate }
trace-base-rate-of-plan = Base rate of the plan: { $rate }
trace-quota-missing = The rep has no quota for this window, and this component needs one: nothing is paid
trace-below-threshold = { $attainment } is below the threshold of { $threshold }: nothing is paid
trace-slide = Between the threshold of { $threshold } and quota pay rises from { $floor } of { $full }: { $share } of it = { $pay }
trace-slice = Tier { $tier }: { $credit } from { $from } on at { $value } = { $pay }
trace-whole = Tier { $tier } is reached: all { $credit } at { $value } = { $pay }
trace-interpolated = Between the points at { $lower } and { $upper } the value is { $value }: on { $credit } = { $pay }
trace-amount = Tier { $tier } is reached: { $pay }
trace-cap-pay = Pay is capped: { $before } → { $after }
trace-cap-multiple = Pay is capped at a multiple of the target incentive: { $before } → { $after }
trace-cap-attainment = Credit above the cap does not count: { $before } → { $after }
trace-cap-rate = The rate is capped: { $before } → { $after }
trace-cap-deal = Pay of the deal is capped: { $before } → { $after }
trace-prior = Earned to date { $to-date } − earned before { $before } = { $pay }
trace-advanced = Paid ahead of the pay period’s end: { $pay }
trace-advance-deducted = { $before }, of which { $advanced } were paid ahead: { $pay } are left
trace-rate-of-period = The rate to date, { $rate }, on this period’s { $credit } = { $pay }
trace-deals-capped = { $n ->
    [one] One deal reached its cap: { $lost } less
   *[other] { $count } deals reached their cap: { $lost } less
  }
trace-deal-by-deal = { $n ->
    [one] One deal, paid on its own = { $pay }
   *[other] { $count } deals, each paid on its own = { $pay }
  }
trace-rounded = Rounded: { $before } → { $after }
trace-no-quota = nothing, without a quota
trace-part = { $measure }: { $weight } × { $credit } ÷ quota { $quota } = { $adds }
trace-part-without-quota = { $measure }: the rep has no quota for it, so that attainment has no meaning
trace-measured-only = Nothing is paid for it: other components look at what it measures
trace-over-quota = Tier { $tier } is the highest reached: all { $credit } above quota at { $value } = { $pay }
trace-matrix = Table: { $component } at { $row }, this component at { $column }: value { $value }, on { $credit } = { $pay }
trace-condition-met = { $component } has reached { $attainment }, at least { $at } is asked: the gate lets pay pass
trace-condition-missed = { $component } has reached { $attainment }, at least { $at } is asked: the gate is closed
trace-base-only = While the gate is closed no tier pays more than the first: { $value }
trace-gated = The gate is closed: { $share } of { $before } = { $pay }
trace-multiplied = { $component } has reached { $attainment }: { $before } × { $factor } = { $pay }
trace-from-balance = Caps kept { $balance } in earlier windows of the year; with it { $due } is due
trace-kept = { $pay } is paid to date; { $balance } is kept for later windows of the year
