statements-sentence = { $n ->
    [one] “{ $plan }” would have paid { $paid } to one seller for bookings of { $bookings }: compensation cost of sales { $ccos }.
   *[other] “{ $plan }” would have paid { $paid } to { $reps } sellers for bookings of { $bookings }: compensation cost of sales { $ccos }.
  }
statements-no-data = Statements are made from won deals. Bring the data first.
statements-no-plan = The plan cannot be run as it stands. Mend it first.
statements-by-rep = Statements by rep
fact-paid = Paid
fact-ccos = CCOS
fact-of-target = Of target incentive
fact-median = Median attainment
fact-at-quota = Reps at quota
fact-deals = Deals paid for
ccos-with-base = { $ccos } with base salaries
months-from = From
months-to = To
download-statements = Download all lines
order = Order by
order-pay = pay
order-attainment = attainment
order-data = as in the data
field-quota = Quota
column-of-target = Of target
column-component = Component
column-why = Why
why-of = Why this amount: { $component }, { $period }
why-close = Close { $component }, { $period }
deals-behind = Deals behind this line
column-deal = Deal
no-deals = No deal was credited in this period.
no-explanation = There is nothing behind this line any more; the plan or the data has changed.
