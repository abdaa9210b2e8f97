"""What the notebooks show: functions from an Article to one thing to look at.

A function returns a `Table`, a `Figure` or a `TextView` of `analysis.show.display`; the function
`…_finding` beside it returns the `Finding`, the sentences that say what the table or figure shows,
computed from the same data.
"""
