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
issue-group-ambiguous-dates = Day first or month first
issue-group-ambiguous-numbers = Decimal mark or thousands mark
issue-group-no-rows = No rows
issue-group-unknown-kind = Table not recognised
issue-group-outcome-assumed = All deals count as won
issue-not-a-number = is not a number
issue-number-too-large = is too large a number
issue-not-a-date = is not a date that a calendar has
issue-not-a-period = is not a month, quarter or year
issue-missing = the cell is empty, and the record needs it
issue-too-many-cells = the row has { $cells } cells, the header { $columns }
issue-unclosed-quote = { $n ->
    [one] a quote is opened and never closed: the row runs to the end of the file, one line
   *[other] a quote is opened and never closed: the row runs to the end of the file, { $lines } lines
  }
issue-too-few-cells = the row has { $cells } cells, the header { $columns }; the rest is taken as empty
issue-duplicate = stands in row { $row } already
issue-repeated = stands in { $file }, row { $row }, too; both are kept
issue-unmatched = { $n ->
    [one] { $field }: in no list, in one row
   *[other] { $field }: in no list, in { $rows } rows
  }
issue-near = Did you mean “{ $name }”?
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
issue-remedy-ambiguous-dates = Choose the order of day and month for the column
issue-remedy-ambiguous-numbers = Choose the decimal mark for the column
issue-remedy-no-rows = Export the table again and check that it has rows
issue-remedy-unknown-kind = Choose what the table holds and what its columns mean
issue-remedy-outcome-assumed = Choose the column that holds the stage, if there is one
read-empty = The file is empty
read-binary = The file is not text but looks like { $kind }
read-encoding = The file is not UTF-8 text (line { $line })
read-too-large = The file has { $size } MB; at most { $limit } MB are read
read-too-many-columns = Line { $line } has { $columns } columns; at most { $limit } are read
read-too-many-rows = The file has more than { $limit } rows
read-row-too-long = The row that begins on line { $line } never ends; a quote is probably not closed
read-remedy-empty = Export the table again and check that it has rows
read-remedy-binary = Export or save the table as CSV
read-remedy-encoding = Save the file as CSV UTF-8
read-remedy-too-large = Split the file, or export fewer rows
read-remedy-too-many-columns = Export only the columns that are needed
read-remedy-too-many-rows = Split the file, or export fewer rows
read-twin = The file has the same rows as { $other } and is left out, so that nothing counts twice
read-remedy-twin = Remove one of the two if it is the other that you meant
read-remedy-row-too-long = Look for a quote without its pair near that line
# Headers of the list of issues
issues-file = file
issues-row = row
issues-column = column
issues-value = value
issues-reason = what is wrong
issues-remedy = what to do
