# The plan page
tab-plan = Plan
tab-statements = Statements
tab-costing = Costing
tab-compare = Compare
plans = Plans
plan-add = Add a plan…
plan-copy = Copy the plan
plan-remove = Remove the plan
plan-name = Plan
plan-incentive = Target incentive a year
plan-quota = Quota a year
plan-rounding = Rounding
plan-of-data = from the data
plan-fallback = Target incentive and quota stand in where the data has none for a rep.
plan-first-title = Begin with a plan
plan-first-text = Choose the template that is nearest; everything can be changed.
plan-in-words = The plan in words
plan-on-data = On your data this plan would have paid { $paid } for bookings of { $bookings }: compensation cost of sales { $ccos }.
rounding-line = Each line
rounding-statement = Each statement
template-account-executive = Account executive
template-account-executive-text = Target incentive on the quarter’s bookings, accelerators above quota, capped at three times the target.
template-account-manager = Account manager
template-account-manager-text = The quarter’s bookings: pay rises evenly from half of quota on, accelerators above quota.
template-sales-development = Sales development
template-sales-development-text = An amount for each deal, more from the eleventh of the month on.
template-account-executive-small = Account executive, small business
template-account-executive-small-text = For many small deals: each month alone, one and a half times the rate above quota, half of it above twice the quota.
template-account-executive-mid-market = Account executive, mid-market
template-account-executive-mid-market-text = For a deal or two a month: the quarter to date, accelerators from quota and from 150 %.
template-account-executive-enterprise = Account executive, enterprise
template-account-executive-enterprise-text = For few large deals: the year to date, accelerators, and pay of deals cancelled within a year taken back.
template-account-manager-growth = Account manager, renewals and expansion
template-account-manager-growth-text = Half for renewals, half for expansion; supposes that deals name their kind.
template-customer-success = Customer success manager
template-customer-success-text = The quarter’s objectives, retention first, and expansion; supposes an objectives file.
template-sales-development-meetings = Sales development, meetings
template-sales-development-meetings-text = Fifteen meetings a month, and what the company wins from outbound work; supposes activities and sources of deals.
template-solutions-engineer = Solutions engineer
template-solutions-engineer-text = For an overlay: shares of deals helped with, the company’s year, and objectives.
template-sales-manager = Sales manager
template-sales-manager-text = An override on all that the team sells, held to nine tenths of the reps’ quotas; supposes that reps name their manager.
template-partner-manager = Partner manager
template-partner-manager-text = What the company wins through partners, and objectives; supposes that deals name their source.
template-balanced = Balanced
template-balanced-text = Bookings of the year on a pay curve, and a steady number in each quarter.
template-flat = Flat commission
template-flat-text = One rate on every deal, without a quota.
# Components
component-new = Component
component-add = Add a component
component-remove = Remove { $name }
component-name = Component
component-measure = Pays for
component-weight = Weight
component-period = Paid
component-window = Credit adds up
component-deduct = In later periods
component-basis = Tiers state
component-base-rate = Base rate
component-mode = Tiers combine
component-axis = Bounds are
component-boundary = On a bound
period-month = monthly
period-quarter = quarterly
period-half-year = every half-year
period-year = yearly
window-deal = deal by deal
window-period = within the pay period
window-quarter = over the quarter
window-half-year = over the half-year
window-year = over the year
deduct-yes = pay to date less what was paid
deduct-no = the rate to date on the period’s credit
basis-rate = commission rates
basis-base-rate = multiples of a base rate
basis-target = multiples of target pay
basis-fixed = amounts of money
mode-marginal = each slice at its own tier
mode-retroactive = all at the tier reached
mode-interpolated = a line between points
mode-highest = above quota all at the highest tier
axis-of-attainment = attainment of quota
axis-of-amount = amounts of credit
boundary-lower = the upper tier counts
boundary-upper = the lower tier counts
# Tiers, threshold, caps
tiers = Tiers
tier = Tier
tier-from = From
tier-rate = Rate
tier-amount = Amount
tier-share = Of target incentive
tier-multiple = Multiple
tier-add = Add a tier
tier-remove = Remove tier { $tier }
tier-from-of = Tier { $tier } from
tier-value-of = Value of tier { $tier }
threshold = Threshold
threshold-at = Below this attainment nothing
threshold-share = Paid at the threshold, of pay at quota
threshold-none = none
threshold-cliff = cliff: jumps to the full curve
threshold-slide = slide: rises from nothing
threshold-floor = floor: rises from a share
cap-add = Add a cap…
cap-remove = Remove the cap
cap-pay = Pay of the window at most
cap-multiple = Pay at most, of target incentive
cap-attainment = Credit counts up to
cap-rate = No tier above
cap-deal = One deal pays at most
# Rep calculator
calculator-month = Rep calculator for one month: drag on the curve, or type.
calculator-quarter = Rep calculator for one quarter: drag on the curve, or type.
calculator-half-year = Rep calculator for one half-year: drag on the curve, or type.
calculator-year = Rep calculator for one year: drag on the curve, or type.
calculator-quota = Quota
calculator-incentive = Target incentive
calculator-pay = Pay
calculator-marginal-note = for the next unit of credit
calculator-effective = Effective rate
calculator-of-target = Of target incentive
calculator-next = Tier { $tier } of { $component } begins at { $attainment } of quota: { $missing } of credit to go.
calculator-no-next = The highest tier is reached.
calculator-points = Drag a square on the curve to move where a tier begins and what it pays; it becomes one step that can be undone. The tiers can also be typed in their table.
say-monthly = monthly
say-quarterly = quarterly
say-half-yearly = half-yearly
say-yearly = yearly
say-window-deal = each deal on its own
say-window-period = each period on its own
say-window-quarter = on the quarter to date, less what was paid before
say-window-half-year = on the half-year to date, less what was paid before
say-window-year = on the year to date, less what was paid before
say-window-quarter-rate = each period at the rate reached in the quarter to date
say-window-half-year-rate = each period at the rate reached in the half-year to date
say-window-year-rate = each period at the rate reached in the year to date
say-opening = Pays for { $measure }, { $period }, { $window }.
say-weight = It carries { $weight } of the target incentive.
say-tier = from { $from }: { $value }
say-tiers-marginal = Each slice is paid at its own tier: { $tiers }.
say-tiers-retroactive = All credit is paid at the tier reached: { $tiers }.
say-tiers-interpolated = The rate lies on a line between points: { $tiers }.
say-tiers-highest = Up to quota each slice is paid at its own tier; all above quota at the highest tier reached: { $tiers }.
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
plan-error-negative = Component { $component }: { $field }: a number is negative
plan-error-threshold = Component { $component }: a sliding threshold must lie below 100 %
plan-error-share = Component { $component }: the share at the threshold cannot be more than 100 %
plan-error-too-large = Component { $component }: { $field }: a number is too large
plan-error-quota-negative = The plan’s quota is negative
plan-error-incentive-negative = The plan’s target incentive is negative
plan-error-quota-too-large = The plan’s quota is too large
plan-error-incentive-too-large = The plan’s target incentive is too large
plan-error-ramp = The ramp must be of fractions from 0 on
plan-error-seasons = There must be 4 or 12 seasons from 0 on, and not all of them 0
plan-error-filter-of-other = Component { $component }: what it measures cannot be filtered by { $field }
plan-error-name-taken = Component { $component } has the name of an earlier one: give it another
say-measured-only = It pays nothing itself: others look at what it reaches.
say-part = { $weight } { $measure }
say-of-part = For { $measure }: { $text }
say-credit-team = Credit of the whole team counts.
say-credit-company = Credit of the whole company counts.
say-filter = Counted are only { $list }.
say-filter-products = the products { $names }
say-filter-segments = the segments { $names }
say-filter-regions = the regions { $names }
say-filter-kinds = deals of the kinds { $names }
say-filter-sources = the lead sources { $names }
say-filter-activities = the activities { $names }
say-filter-objectives = the objectives { $names }
say-filter-least = deals of at least { $amount }
say-quota-named = Its quota are the targets for { $measure }.
say-quota-month = Its quota is { $amount } a month.
say-quota-quarter = Its quota is { $amount } a quarter.
say-quota-half-year = Its quota is { $amount } a half-year.
say-quota-year = Its quota is { $amount } a year.
say-quota-share = Its quota is { $share } of the rep’s.
say-quota-credited = Its quota is { $share } of the quotas of all whose credit counts.
say-advance = { $amount } are paid ahead { $period }, and deducted when the pay period ends.
say-advance-kept = { $amount } are paid ahead { $period }, and deducted when the pay period ends; what is beyond its pay is kept.
say-gate = Gate: { $conditions }; until then { $otherwise }.
say-condition = { $component } reaches { $at } of quota
say-otherwise-nothing = nothing is paid
say-otherwise-share = { $share } is paid
say-otherwise-base = no tier pays more than the first
say-multiplier = What { $component } reaches multiplies pay: { $steps }.
say-multiplier-line = What { $component } reaches multiplies pay, on a line between points: { $steps }.
say-matrix = A table gives the value: the row by { $component } ({ $rows }), the column by this component ({ $n } columns).
say-matrix-line = A table gives the value, on lines between its cells: the row by { $component } ({ $rows }), the column by this component ({ $n } columns).
say-cap-kept = What this cuts is paid later in the year where there is room.
plan-error-unknown = Component { $component }: { $field } names “{ $name }”, and the plan has no such component
plan-error-itself = Component { $component }: { $field } looks at the component itself; name another
plan-error-circular = Component { $component }: { $field } leads back to it through other components; cut the circle
plan-error-matrix-shape = Component { $component }: the table has { $rows } rows and { $columns } columns; give it at least one of each and a value for every cell
plan-error-unordered = Component { $component }: { $field }: number { $position } is not above the one before it; put them in rising order
plan-error-part-weights = Component { $component }: the weights of its parts add up to { $sum }, not to 100 %
plan-error-outside = Component { $component }: { $field }: { $share } is not between 0 and 100 %
plan-error-clash = Component { $component }: { $field } and { $other } do not go together; change one of them
plan-error-empty = Component { $component }: { $field } says nothing; fill it in or take it away
plan-field-weight = weight
plan-field-rate = base rate
plan-field-from = where a tier begins
plan-field-value = a tier’s value
plan-field-threshold = threshold
plan-field-share = share at the threshold
plan-field-caps = caps
plan-field-gate = gate
plan-field-multipliers = multipliers
plan-field-matrix = table
plan-field-rows = rows of the table
plan-field-columns = columns of the table
plan-field-parts = parts of the blend
plan-field-quota = quota
plan-field-filter = filter
plan-field-tier-mode = how tiers combine
plan-field-pay-basis = what values are
plan-field-deduct-prior = pay at the rate to date
plan-field-advance = advance
plan-field-pay-period = how often is paid
plan-field-measured-only = pays nothing itself
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
gap-without-rate = { $n ->
    [one] One won deal over { $amount } is not credited: no exchange rate for { $currency } on its day
   *[other] { $count } won deals over { $amount } are not credited: no exchange rate for { $currency } on their days
  }
gap-reps-without-rate = { $n ->
    [one] One rep’s target incentive is in a currency without an exchange rate: { $names }
   *[other] { $count } reps’ target incentives are in a currency without an exchange rate: { $names }
  }
gap-unknown-deals = { $n ->
    [one] One share is of a deal that the data does not hold: { $names }
   *[other] { $count } shares are of deals that the data does not hold: { $names }
  }
gap-unknown-reps-credits = { $n ->
    [one] One share of a deal is credited to nobody, as no rep has that name: { $names }
   *[other] { $count } shares of deals are credited to nobody, as no rep has those names: { $names }
  }
gap-unknown-reps-objectives = { $n ->
    [one] One objective counts for nobody, as no rep has that name: { $names }
   *[other] { $count } objectives count for nobody, as no rep has those names: { $names }
  }
gap-unknown-reps-absences = { $n ->
    [one] One absence counts for nobody, as no rep has that name: { $names }
   *[other] { $count } absences count for nobody, as no rep has those names: { $names }
  }
gap-unknown-reps-activities = { $n ->
    [one] One activity counts for nobody, as no rep has that name: { $names }
   *[other] { $count } activities count for nobody, as no rep has those names: { $names }
  }
gap-unknown-managers = { $n ->
    [one] One rep counts for no team, as no rep is the manager named: { $names }
   *[other] { $count } reps count for no team, as no rep is the manager named: { $names }
  }
gap-manager-ring = { $n ->
    [one] One rep is named as the own manager and counts as without one: { $names }
   *[other] { $count } reps are managers of each other in a ring and count as without one: { $names }
  }
