# Estimates of what reps will sell
estimate-method-shrinkage = Own history drawn to peers
estimate-method-growth = Historical growth
estimate-method-accounts = Account plans
estimate-method-potential = Account potential
estimate-method-regression = Regression on the territory
estimate-method-ratio = Prior quota times a ratio
estimate-method-even = Even share
estimate-as-set = Quotas as they were set
estimate-feature-sales = sales of the year before
estimate-feature-accounts = accounts sold to
estimate-feature-potential = potential of the accounts
estimate-feature-tenure = years of tenure
estimate-feature-pipeline = open deals
estimate-constant = constant
estimate-headroom = potential not yet sold
estimate-how-shrunk = { $weight } of the own mean { $own } ({ $n } periods), the rest of the peers’ mean { $peer }
estimate-how-grown = { $sales } of last year, growth of the peers { $growth }
estimate-how-grown-own = { $sales } of last year, own growth { $growth }
estimate-how-accounts =
    { $n ->
        [one] { $count } account: base { $base }, still to be sold there { $whitespace }
       *[other] { $count } accounts: base { $base }, still to be sold there { $whitespace }
    }
estimate-how-potential = { $sales } of last year, accounts that could buy { $potential }
estimate-how-regressed = constant { $constant }; { $parts }
estimate-how-part = { $name } { $number } give { $amount }
estimate-how-ratio = quota of last year { $quota } × { $ratio }
estimate-how-peers = mean of the peers
estimate-note-peers =
    { $n ->
        [one] { $count } rep without history is given the peers’ mean.
       *[other] { $count } reps without history are given the peers’ mean.
    }
estimate-note-annualised =
    { $n ->
        [one] { $count } rep was not there for all of last year: the sales were made those of a whole year.
       *[other] { $count } reps were not there for all of last year: their sales were made those of a whole year.
    }
estimate-note-left-out =
    { $n ->
        [one] { $count } rep is left out: still to come, or without any trace in the last year. Set that quota by hand.
       *[other] { $count } reps are left out: still to come, or without any trace in the last year. Set those quotas by hand.
    }
estimate-note-dropped =
    { $n ->
        [one] { $count } column says nothing that the others do not say, and was dropped.
       *[other] { $count } columns say nothing that the others do not say, and were dropped.
    }
estimate-note-floored =
    { $n ->
        [one] { $count } estimate below 0 was made 0.
       *[other] { $count } estimates below 0 were made 0.
    }
estimate-note-no-growth = No growth is known: nobody was there in two years. State one, or it is 0.
estimate-note-short-year =
    { $n ->
        [one] The data has { $count } month of the last year: it stands for the whole.
       *[other] The data has { $count } months of the last year: they stand for the whole.
    }
estimate-note-owners =
    { $n ->
        [one] { $count } account states no owner: it counts to who sold to it last.
       *[other] { $count } accounts state no owner: each counts to who sold to it last.
    }
estimate-note-potential =
    { $n ->
        [one] The potential of { $count } account is not known: nothing is still to be sold there.
       *[other] The potential of { $count } accounts is not known: nothing is still to be sold there.
    }
estimate-model-shrinkage = Reps differ by { $between } a year; one rep differs from period to period by { $within } (standard deviations, both as amounts a year).
estimate-model-growth = Growth of all who were there in both years: { $growth }.
estimate-model-accounts =
    { $n ->
        [one] { $count } account; sales of last year to others: { $unplanned }.
       *[other] { $count } accounts; sales of last year to others: { $unplanned }.
    }
estimate-model-fit =
    { $n ->
        [one] Coefficients: { $columns }. Learned from { $count } year of a rep; the model takes up { $share } of the variance.
       *[other] Coefficients: { $columns }. Learned from { $count } years of reps; the model takes up { $share } of the variance.
    }
estimate-model-ratio = Attainment of last year, all together: { $attainment }.
estimate-model-even = Mean of last year’s sales: { $mean }.
estimate-error-setting = The setting “{ $field }” is missing, negative or too large. Correct it.
estimate-error-reps = Nobody is known to carry a quota at the start of the year. Bring deals or targets of the year before.
estimate-error-history = Nothing was sold in the year before. Bring its deals, or choose another year.
estimate-error-years = The method learns from { $needed } years before the year, and there are { $found }. Bring more years, or choose another method.
estimate-error-rows = The method learns from at least { $needed } rep-years, and there are { $found }. Bring more years, or take fewer columns.
estimate-error-potential = No account says what it could buy. Choose a field of the accounts for it, or another method.
estimate-error-accounts = No deal names an account, and no account has an owner. Bring accounts, or choose another method.
estimate-error-quotas = There are no quotas to start from. Bring targets, or choose another method.
estimate-missed-nothing = All estimates are 0, so that they cannot be scaled to the goal.
estimate-best-error = { $method } came nearest to what was sold: an error of { $wape } of sales. Next came { $next }.
estimate-best-fairer = { $method }: its error, { $wape } of sales, is within a point of the least ({ $least }), and attainment depends least on the size of the territory (correlation { $correlation }).
estimate-best-alone = Only { $method } could say something: an error of { $wape } of sales.
