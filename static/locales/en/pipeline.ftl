# Pipelines: what a reader should know
pipeline-undated = { $n ->
    [one] One deal has no day of creation or closing and does not count.
   *[other] { $count } deals have no day of creation or closing and do not count.
  }
pipeline-backward = { $n ->
    [one] One deal ended before it began and does not count.
   *[other] { $count } deals ended before they began and do not count.
  }
pipeline-amounts-at-the-end = Lost deals have no amounts, so amounts are filled in at the end: open deals without one count what such deals are won for.
pipeline-amounts-unknown = { $n ->
    [one] One open deal has no amount and counts what such deals are won for.
   *[other] { $count } open deals have no amount and count what such deals are won for.
  }
pipeline-few-deals = Only { $won } deals were won and { $lost } lost by then: too few to tell deals apart. All have the same chances.
pipeline-stages-not-measured = Stages are known of open deals only, so chances follow age and the other columns. Dated exports of the pipeline show what a stage is worth.
pipeline-no-shock = Past months differ no more than independent deals make them: no shared shock.
pipeline-shock-unknown = { $n ->
    [one] One month is too few to tell a shared shock. None is assumed.
   *[other] { $count } months are too few to tell a shared shock. None is assumed.
  }
pipeline-nothing-created = No deal was created in the last months: none is expected to come.
pipeline-other-currency = { $n ->
    [one] One deal is in another currency and does not count.
   *[other] { $count } deals are in another currency and do not count.
  }
# Why there is no forecast
pipeline-no-deals = No deal has a day of creation by then. Check with the import what the columns are taken for.
pipeline-nothing-won = No deal was won by then. Choose a later day, or add won deals.
pipeline-no-amounts = No deal that was won by then has an amount. Check with the import which column holds it.
pipeline-no-periods = No deal was seen for a whole period of its life by then. Choose a later day.
# What it comes to
pipeline-finding = { $first } to { $last }: half of the runs win more than { $median }; 8 in 10 win { $low } to { $high }. Of { $mean } on average, open deals bring { $open } and deals still to come { $fresh }.
pipeline-finding-booked = { $first } to { $last }: half of the runs win more than { $median }; 8 in 10 win { $low } to { $high }. On average { $mean }: { $booked } won already, { $open } from open deals, { $fresh } from deals still to come.
pipeline-finding-target = The target of { $target } is reached in { $runs } of 100 runs.
# What it hangs on
pipeline-driver-win-rate = Win rate
pipeline-driver-amounts = Amounts
pipeline-driver-cycle-time = Time to win
pipeline-driver-creation-rate = Deals created
pipeline-driver-shock = Shared shock
# Flows between exports
pipeline-flow-created = Created
pipeline-flow-pulled-in = Pulled in
pipeline-flow-pushed-out = Pushed out
pipeline-flow-won = Won
pipeline-flow-lost = Lost
pipeline-flow-amount-up = Amount up
pipeline-flow-amount-down = Amount down
pipeline-flow-gone = No longer there
# Methods of a backtest
pipeline-method-hazards = Competing chances
pipeline-method-stage-weighted = Stages × stated probabilities
pipeline-method-run-rate = Run rate
# Categories
pipeline-category-commit = Commit
pipeline-category-most-likely = Most likely
pipeline-category-best-case = Best case
pipeline-category-pipeline = Pipeline
pipeline-basis-stated = Stated
pipeline-basis-probability = By its stage
