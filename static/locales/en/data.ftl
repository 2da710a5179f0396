# First visit
welcome-title = Know what your sales plan costs before you sign it
welcome-lead = Drop in the CRM export you already have, describe an incentive plan, and see what it will cost, who earns what and why, and how sure you can be.
welcome-drop = Drop CRM exports and spreadsheets here
welcome-formats = CSV and other delimited text, Excel, OpenDocument and ZIP with deals, reps, accounts, products or quotas: several files, a whole folder, or a table pasted from a spreadsheet. Or a scenario file.
welcome-privacy = Nothing leaves this machine. There is no server, no account and no telemetry: the page computes everything in your browser, and works offline.
choose-files = Choose files…
add-files = Add files…
choose-folder = Choose a folder…
files-cut = Only the first { $count } files were taken.
paste-title = Paste a table
paste-hint = Copy cells in a spreadsheet and paste them anywhere on this page, or here.
paste-read = Read this table
paste-none = This is no table: copy at least two rows of cells.
pasted-name = Pasted { $n }.tsv
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
files-sum = Every row is a record, set aside with its reason, or layout (headers, blank lines, sums, notes): the three add up to the rows of the file.
files-memory = {" "}The tables hold { $cells } cells in { $size } of memory.
layout-title = { $n ->
    [one] One row that holds no record
   *[other] { $count } rows that hold no record
  }
layout-first = The first { $count } are shown.
layout-kind = what it is
layout-blank = blank
layout-header = header
layout-repeated = header once more
layout-above = title or note above
layout-note = note
layout-subtotal = subtotal
layout-total = total
layout-rule = units or a drawn line
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
fix-title = correct
fix-cell = { $column } in row { $row }
fix-one = Correct this cell of row { $row }
fix-all = All { $count } such cells
fix-near = { $n ->
    [one] Use “{ $name }” for the row
   *[other] Use “{ $name }” for all { $count } rows
  }
fix-aside = Leave row { $row } aside
fix-aside-all = Leave all { $count } rows aside
fix-undo = { $n ->
    [one] Undo the correction
   *[other] Undo the last of { $count } corrections
  }
download-issues = Download all issues
download-set-aside = Download the rows set aside
# Mapping
mapping-title = What the columns mean
mapping-hint = Guessed from headers and contents, or remembered from a table with the same headers. Open a table to change what is wrong; the records are made anew at once.
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
mapping-unit = Unit of { $column }
mapping-save = Save what columns mean as a file
mappings-taken = What columns mean was taken over.
unit-plain = as it stands
unit-thousands = in thousands
unit-millions = in millions
yes = Yes
no = No
read-as = How it was read: { $found }
read-found = found: { $found }
read-encoding = Encoding
read-delimiter = Delimiter
read-header = Header on line (0: none)
read-header-rows = Rows of the header
read-unpivot = Columns of periods become rows
read-repair = Repair wrongly decoded text
read-no-header = no header
read-header-line = header on line { $line }
read-unpivoted = { $n ->
    [one] one column made rows
   *[other] { $count } columns made rows
  }
sign-comma = comma
sign-semicolon = semicolon
sign-tab = tab
sign-pipe = pipe
# Settings
settings-title = Currency and fiscal year
settings-currency = Currency (three letters)
settings-fiscal-year = Fiscal year begins in
currency-wrong = A currency is a code of three letters, such as EUR or USD
# Data kept
kept-title = Data kept in this browser
kept-none = No data is kept yet.
kept-refused = This browser keeps no data here; perhaps this is a private window. Work goes on until you close the page: save the scenario with its data as a file.
kept-since = Kept since
kept-used = Used by
kept-room = The page takes { $used } of the { $most } that the browser grants.
kept-promised = The browser promised to keep it.
kept-unpromised = The browser may clear it when space is short.
kept-forget = Forget this…
kept-question = Remove this data? Scenarios that use it stay, without it.
kept-yes = Yes, forget it
