# First visit
welcome-title = Know what your sales plan costs before you sign it
welcome-lead = Drop in the CRM export you already have, describe an incentive plan, and see what it will cost, who earns what and why, and how sure you can be.
welcome-drop = Drop CRM exports and spreadsheets here
welcome-formats = Delimited text (CSV, TSV) with deals, reps, accounts, products or quotas; several files together. Or a scenario file.
welcome-privacy = Nothing leaves this machine. There is no server, no account and no telemetry: the page computes everything in your browser, and works offline.
choose-files = Choose files…
add-files = Add files…
open-scenario-file = Open a scenario file…
try-sample = Try it with a sample company
sample-company = Sample company
step-data-title = Bring the data
step-data-text = Columns are recognised and shown for correction. Every row becomes a record or a listed issue.
step-plan-title = Describe the plan
step-plan-text = Tiers, accelerators, thresholds and caps, with the payout curve beside them. Every cent opens to its arithmetic.
step-cost-title = See the range
step-cost-text = Thousands of simulated years: what the plan costs, how likely the budget holds, and what moves it.
# Reading
reading-file = Reading { $file }
data-loading = Loading the data…
data-none = This scenario has no data yet. Drop CRM exports here, or look around with a sample company.
data-missing = This browser does not hold the data of this scenario. Drop the files again: { $files }
data-not-kept = The browser did not keep the data. It is there until you close the page; save the scenario with its data as a file.
file-gone = The file could not be read. Was it moved or changed? Choose it again.
# What is there
data-sentence = { $n ->
    [one] One deal, { $won } won for { $amount }{ $months }.
   *[other] { $deals } deals, { $won } of them won for { $amount }{ $months }.
  }
data-sentence-no-deals = No deals yet: add a file with opportunities or orders to pay and simulate.
data-months = {" "}from { $first } to { $last }
files-title = Files and where their rows went
files-sum = Every row is a record, set aside with its reason, or layout (header and blank lines): the three add up to the rows of the file.
column-file = File
column-kind = Holds
column-rows = Rows
column-records = Records
column-set-aside = Set aside
column-layout = Layout
outcomes-title = Deals by outcome
column-outcome = Outcome
column-stage = Stage
column-deals = Deals
column-amount = Amount
outcome-open = Open
outcome-won = Won
outcome-lost = Lost
# Issues
issues-title = Issues
issues-none = No issues: every row became a record.
issues-aside = { $n ->
    [one] One row set aside
   *[other] { $count } rows set aside
  }
issues-warning = { $n ->
    [one] One warning
   *[other] { $count } warnings
  }
issues-first = The first { $count } are shown; the download has all.
download-issues = Download all issues
download-set-aside = Download the rows set aside
# Mapping
mapping-title = What the columns mean
mapping-hint = Guessed from headers and contents. Change what is wrong; the records are made anew at once.
mapping-again = To change what columns mean, drop the files again: the page keeps the records, not the files.
mapping-rows = { $n ->
    [one] one row
   *[other] { $count } rows
  }
mapping-kind = What { $file } holds
mapping-unsure = Please check
mapping-remove = Remove { $file }
mapping-nothing = Not imported
mapping-meaning = Meaning of { $column }
mapping-reading = How { $column } is read
# Settings
settings-title = Currency and fiscal year
settings-currency = Currency (three letters)
settings-fiscal-year = Fiscal year begins in
currency-wrong = A currency is a code of three letters, such as EUR or USD
