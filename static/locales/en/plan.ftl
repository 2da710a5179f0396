say-monthly = monthly
say-quarterly = quarterly
say-yearly = yearly
say-window-deal = each deal on its own
say-window-period = each period on its own
say-window-quarter = on the quarter to date, less what was paid before
say-window-year = on the year to date, less what was paid before
say-window-quarter-rate = each period at the rate reached in the quarter to date
say-window-year-rate = each period at the rate reached in the year to date
say-opening = Pays for { $measure }, { $period }, { $window }.
say-weight = It carries { $weight } of the target incentive.
say-tier = from { $from }: { $value }
say-tiers-marginal = Each slice is paid at its own tier: { $tiers }.
say-tiers-retroactive = All credit is paid at the tier reached: { $tiers }.
say-tiers-interpolated = The rate lies on a line between points: { $tiers }.
say-tiers-target-curve = Pay is a share of the target incentive, on a line between points: { $tiers }.
say-tiers-fixed-added = Every tier reached adds its amount: { $tiers }.
say-tiers-fixed-reached = The tier reached pays its amount: { $tiers }.
say-tiers-fixed-curve = The amount lies on a line between points: { $tiers }.
say-threshold-cliff = Below { $at } of quota nothing is paid; from there the full curve.
say-threshold-slide = Below { $at } of quota nothing is paid; from there pay rises evenly from 0 to the pay at quota.
say-threshold-floor = Below { $at } of quota nothing is paid; from there pay rises evenly from { $share } of the pay at quota.
say-cap-pay = Pay ends at { $amount }.
say-cap-multiple = Pay ends at { $times } the target incentive.
say-cap-attainment = Credit above { $at } of quota does not count.
say-cap-rate = No tier pays more than { $at }.
say-cap-deal = One deal pays at most { $amount }.
plan-error-no-components = The plan pays for nothing yet: add a component
plan-error-no-tiers = Component { $component } has no tier: add one
plan-error-gap-at-start = Component { $component }: the first tier must begin at 0
plan-error-not-rising = Component { $component }: tier { $tier } begins at or below the tier before it; put the tiers in rising order
plan-error-negative = Component { $component }: a number is negative
plan-error-threshold = Component { $component }: a sliding threshold must lie below 100 %
plan-error-share = Component { $component }: the share at the threshold cannot be more than 100 %
plan-error-too-large = Component { $component }: a number is too large
plan-error-name-taken = Component { $component } has the name of an earlier one: give it another
gap-without-rep = { $n ->
    [one] One won deal over { $amount } has no rep
   *[other] { $count } won deals over { $amount } have no rep
  }
gap-without-day = { $n ->
    [one] One won deal over { $amount } has no closing day
   *[other] { $count } won deals over { $amount } have no closing day
  }
gap-outside = { $n ->
    [one] One won deal over { $amount } lies outside the months shown
   *[other] { $count } won deals over { $amount } lie outside the months shown
  }
gap-without-measure = { $n ->
    [one] One won deal does not state its { $measure }
   *[other] { $count } won deals do not state their { $measure }
  }
gap-without-quota = { $n ->
    [one] One rep has no quota: { $names }
   *[other] { $count } reps have no quota: { $names }
  }
gap-without-incentive = { $n ->
    [one] One rep has no target incentive: { $names }
   *[other] { $count } reps have no target incentive: { $names }
  }
