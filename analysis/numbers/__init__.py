"""The numeric expressions of an article: what each says, of what, and who says so.

The way of a number: `dates`, `times`, `years`, `literals` and `magnitudes` find it, `units` reads what stands beside it,
`ranges` joins pairs, `not_numbers` drops idioms, pronouns and names, `modifiers`, `ages`, `counted`, `rates`, `statements`
and `changes` describe it, `vague` adds quantities without a number, `voices` says who vouches for it; `extract` calls them
in this order.
"""
