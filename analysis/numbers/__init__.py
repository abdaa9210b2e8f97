"""The numeric expressions of an article: what each says, of what, and who says so.

The way of a number: `dates`, `clock` and `years` take what is a date, `codes` what is a code;
`lexemes` types the rest, `numerals` makes numbers of lexemes, `units` reads what stands beside
them, `pairs` joins two; `names` and `ones` drop idioms and pronouns and tell names from numbers;
`ages`, `counted`, `left_out`, `modifiers`, `rates`, `statements` and `changes` describe them;
`vague` adds quantities without a number; `questions` says what a fact-checker would ask;
`vouching` who vouches, `studies` where it is a poll. `extract` calls them in this order.
"""
