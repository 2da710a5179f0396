issue-group-not-a-number = Not a number
issue-group-number-too-large = Too large a number
issue-group-not-a-date = Not a date
issue-group-not-a-period = Not a period
issue-group-missing = Needed, but empty
issue-group-too-many-cells = Too many cells in a row
issue-group-unclosed-quote = A quote that is never closed
issue-group-too-few-cells = Too few cells in a row
issue-group-duplicate = Stands there twice
issue-group-repeated = May be there twice
issue-group-unmatched = Matches no record
issue-group-unknown-category = No known forecast category
issue-group-ambiguous-dates = Day first or month first
issue-group-ambiguous-numbers = Decimal mark or thousands mark
issue-group-no-rows = No rows
issue-group-unknown-kind = Table not recognised
issue-group-outcome-assumed = All deals count as won
issue-not-a-number = is not a number
issue-number-too-large = is too large a number
issue-not-a-date = is not a date that a calendar has
issue-not-a-period = is not a month, quarter, half-year or year
issue-missing = the cell is empty, and the record needs it
issue-too-many-cells = the row has { $cells } cells, the header { $columns }
issue-unclosed-quote = { $n ->
    [one] a quote is opened and never closed; it is taken for text, so that it swallows no line
   *[other] a quote is opened and never closed; it is taken for text, or it would swallow { $lines } lines
  }
issue-too-few-cells = the row has { $cells } cells, the header { $columns }; the rest is taken as empty
issue-duplicate = stands in row { $row } already
issue-repeated = stands in { $file }, row { $row }, too; both are kept
issue-unmatched = { $n ->
    [one] { $field }: in no list, in one row
   *[other] { $field }: in no list, in { $rows } rows
  }
issue-near = Did you mean “{ $name }”?
issue-unknown-category = { $n ->
    [one] is no forecast category, in one row; its deal counts as if it stated none
   *[other] is no forecast category, in { $count } rows; their deals count as if they stated none
  }
issue-ambiguous-dates = the dates can be read day first or month first
issue-ambiguous-numbers = numbers such as 1.234 can be read in two ways
issue-no-rows = the file has a header but no rows
issue-unknown-kind = it is not clear what this table holds
issue-outcome-assumed = no column says which deals were won
issue-remedy-not-a-number = Correct the cell in the file, or choose another column for this field
issue-remedy-number-too-large = Correct the cell in the file, or choose another column for this field
issue-remedy-not-a-date = Correct the cell in the file, or choose another column for this field
issue-remedy-not-a-period = Correct the cell in the file, or choose another column for this field
issue-remedy-missing = Fill the cell in, or choose another column for this field
issue-remedy-too-many-cells = Put quotes around text that contains the delimiter
issue-remedy-unclosed-quote = Close the quote in the file, or remove it
issue-remedy-too-few-cells = Check that the row is complete
issue-remedy-duplicate = Remove one of the rows
issue-remedy-repeated = Remove one of them if it is the same thing
issue-remedy-unmatched = Use the same name in both files
issue-remedy-unknown-category = Write Omitted, Pipeline, Best Case, Most Likely, Commit or Closed, or choose another column for this field
issue-remedy-ambiguous-dates = Choose the order of day and month for the column
issue-remedy-ambiguous-numbers = Choose the decimal mark for the column
issue-remedy-no-rows = Export the table again and check that it has rows
issue-remedy-unknown-kind = Choose what the table holds and what its columns mean
issue-remedy-outcome-assumed = Choose the column that holds the stage, if there is one
read-empty = The file is empty
read-too-large = The file has { $size } MB; at most { $limit } MB are read
read-too-many-columns = Line { $line } has { $columns } columns; at most { $limit } are read
read-too-many-rows = The file has more than { $limit } rows
read-row-too-long = The row that begins on line { $line } never ends; a quote is probably not closed
read-remedy-empty = Export the table again and check that it has rows
read-remedy-too-large = Split the file, or export fewer rows
read-remedy-too-many-columns = Export only the columns that are needed
read-remedy-too-many-rows = Split the file, or export fewer rows
read-twin = The file has the same rows as { $other } and is left out, so that nothing counts twice
read-remedy-twin = Remove one of the two if it is the other that you meant
read-remedy-row-too-long = Look for a quote without its pair near that line
issue-group-error-cell = Error values of the workbook
issue-group-stray-quote = Text beside quotes
issue-group-no-header = No header
issue-group-undecodable = Signs that could not be read
issue-group-mojibake = Text that was decoded wrongly
issue-group-zero-bytes = Zero bytes
issue-group-hidden-sheet = Hidden sheets
issue-group-sum-rows = Rows that hold sums
issue-group-more-alike = More rows alike
issue-group-filled-down = Blank cells filled from above
issue-group-unpivoted = Columns of periods made rows
issue-group-sum-column = Columns that hold sums
issue-group-units-stated = Units stated
issue-group-units-suspected = Units in doubt
issue-group-short-years = Years of two digits
issue-group-serial-dates = Days written as numbers
issue-group-left-aside = Left aside by you
issue-error-cell = is an error value of the workbook
issue-stray-quote = text stands before or behind the quotes of a field
issue-no-header = no row names the columns, so they are numbered
issue-undecodable = { $n ->
    [one] one cell holds bytes that the encoding does not have
   *[other] { $count } cells hold bytes that the encoding does not have
  }
issue-mojibake = { $n ->
    [one] one cell looks wrongly decoded: “{ $from }” may be “{ $to }”
   *[other] { $count } cells look wrongly decoded: “{ $from }” may be “{ $to }”
  }
issue-zero-bytes = { $n ->
    [one] a zero byte was taken out
   *[other] { $count } zero bytes were taken out
  }
issue-hidden-sheet = the workbook hides this sheet; it was read all the same
issue-more-alike = { $n ->
    [one] one more row has the same warning
   *[other] { $count } more rows have the same warning
  }
issue-sum-rows = { $n ->
    [one] one row holds a sum and is left out
   *[other] { $count } rows hold sums and are left out
  }
issue-filled-down = { $n ->
    [one] one blank cell is taken from the row above
   *[other] { $count } blank cells are taken from the row above
  }
issue-unpivoted = { $n ->
    [one] one column of a period became rows
   *[other] { $count } columns of periods became rows
  }
issue-sum-column = the column holds sums of the columns that became rows and is left out
issue-units-stated = the numbers are multiplied by { $factor }, as the file states
issue-units-suspected = the numbers may be in units of { $factor }; nothing states it
issue-short-years = years of two digits are taken to be 1970 to 2069
issue-serial-dates = numbers are taken to be days, as spreadsheets count them
issue-left-aside = was left aside by you
issue-remedy-error-cell = Correct the formula in the workbook, or the cell here
issue-remedy-stray-quote = Check the row, and double the quotes inside the field
issue-remedy-no-header = Choose the row that names the columns, if there is one
issue-remedy-undecodable = Choose another encoding
issue-remedy-mojibake = Let the text be repaired, if it looks right then
issue-remedy-zero-bytes = Check that the file was exported whole
issue-remedy-hidden-sheet = Remove the table if it is not meant to be imported
issue-remedy-sum-rows = Check the list of rows that hold no record
issue-remedy-more-alike = Check the rows of that kind that are listed
issue-remedy-filled-down = Check that the rows belong together
issue-remedy-unpivoted = Turn it off for the table if the columns are no periods
issue-remedy-sum-column = Check that the column holds nothing but sums
issue-remedy-units-stated = Choose another unit for the column if that is wrong
issue-remedy-units-suspected = Choose the unit of the column
issue-remedy-short-years = Export years with four digits if some are older
issue-remedy-serial-dates = Choose another reading for the column if the numbers are no days
issue-remedy-left-aside = Undo it to take the row in again
read-not-a-table = The file is no table; it looks like { $kind }
read-not-a-table-binary = The file is no table; it holds binary data
read-encrypted = The file is protected with a password
read-damaged = The file is damaged ({ $what })
read-bomb = The file would unpack to { $size } MB or more; at most { $limit } MB are unpacked
read-too-many-cells = The file has { $cells } cells or more; at most { $limit } are read
read-too-many-parts = The file holds { $parts } sheets or files; at most { $limit } are read
read-cell-too-long = A cell is longer than { $limit } MB
read-gone = The file cannot be read any more; it was moved, removed or changed
read-unknown-encoding = The encoding “{ $label }” is not known
read-remedy-not-a-table = Export or save the table as CSV or as a workbook
read-remedy-encrypted = Save a copy without a password, and choose that
read-remedy-damaged = Open the file where it was made, and save it again
read-remedy-bomb = Split the file, or export fewer rows
read-remedy-too-many-cells = Split the file, or export fewer rows and columns
read-remedy-too-many-parts = Split the file, or keep only the sheets that are needed
read-remedy-cell-too-long = Shorten the text of the cell
read-remedy-gone = Choose the file again
read-remedy-unknown-encoding = Choose another encoding
# Headers of the list of issues
issues-file = file
issues-row = row
issues-column = column
issues-value = value
issues-reason = what is wrong
issues-remedy = what to do
