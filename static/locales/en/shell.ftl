# The frame around every page
app-name = Attain
skip = Skip to the page
pages = Pages
page-data = Data
page-forecast = Forecast
page-quotas = Quotas
page-compensation = Compensation
page-scenarios = Scenarios
undo = Undo
redo = Redo
stop = Stop
dismiss = Dismiss
actions = Actions
none = –
working = Working…
working-steps = Working: { $done } of { $all }
language = Language
language-missing = The texts of that language could not be loaded, so the page stays as it is. Choose the language again when you are connected.
theme-system = Theme: as the system
theme-light = Theme: light
theme-dark = Theme: dark
notices = Messages
drop-anywhere = Drop the files to read them
table-more = { $n ->
    [one] Show one more row
   *[other] Show more of { $count } further rows
  }
chart-keys = Arrow keys read out single values.
chart-table = Table of “{ $title }”
chart-png = Download “{ $title }” as a picture
field-needed = A number is needed
field-not-a-number = This is not a number
field-out-of-range = The number is out of range
field-not-between = The number must lie from { $least } to { $most }
field-too-low = The number must be { $least } or more
go-to-data = Go to data
go-to-plan = Go to the plan
# Saving
scenario-title = Scenario
saved-untouched = Nothing to save yet
saved-saving = Saving…
saved-at = Saved { $moment }
saved-not = NOT saved
saved-read-only = Read only
save-again = Try again
save-as-file = Save as a file
export-scenario = Save the scenario as a file
storage-full = The browser’s storage is full, so the scenario is NOT saved. Save it as a file, or remove scenarios you no longer need.
storage-blocked = The browser does not let this page store anything, so the scenario is NOT saved. Save it as a file, or leave the private window.
storage-conflict = Another tab has changed this scenario. Both are kept: yours goes on as a copy.
storage-not-kept = The browser did not keep what was saved. Try again, or save the scenario as a file.
opened-elsewhere = Another tab has changed this scenario; its state is shown here.
# Newer builds and faults
update-ready = A newer version of Attain is ready.
update-now = Load it
rescue-title = Attain has stopped
rescue-text = Something in the program went wrong. Your last state is kept in this browser, and you can download it as a file.
rescue-download = Download the last state
rescue-reload = Load the page again
worker-lost = The computation stopped unexpectedly. Your scenario is unharmed: try again, or load the page anew.
page-loading = Loading the page…
