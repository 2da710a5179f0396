# What is found in the plan
findings-title = Findings
findings-none = No findings.
findings-count = { $n ->
    [one] One finding.
   *[other] { $count } findings.
  }
findings-go = Go to { $place }
