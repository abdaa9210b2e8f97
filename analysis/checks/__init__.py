"""What does not add up in an article: figures for one thing that differ, dates and arithmetic that
do not hold.

| kind        | what                                                               | rule          |
|-------------|--------------------------------------------------------------------|---------------|
| weekday     | a weekday that the date does not have                              | `calendar`    |
| weekday     | two weekdays and dates that are not of one year                    | `weekdays`    |
| duration    | a duration that two dates do not make                              | `calendar`    |
| duration    | a year and how long ago it is said to be                           | `calendar`    |
| duration    | an age that a year of birth does not give                          | `ages`        |
| percentage  | a share that the figures beside it do not make; above 100 %        | `shares`      |
| percentage  | a share that is told otherwise                                     | `shares`      |
| percentage  | a step, its percentage and the level it leads to                   | `moves`       |
| percentage  | "doubled" from one value to another                                | `moves`       |
| sum         | parts that do not make their total; a part above the whole         | `totals`      |
| sum         | what something comprises; parts that it includes, above the whole  | `totals`      |
| rate        | a rate that does not make the other rate                           | `totals`      |
| rate        | a rate that does not make the total of its period                  | `totals`      |
| magnitude   | one size in two units that are not the same                        | `conversions` |
| magnitude   | one rate of exchange that stands out                               | `conversions` |
| magnitude   | an amount converted into its own currency                          | `conversions` |
| magnitude   | one size told twice with another power of ten: million for billion | `magnitudes`  |
| magnitude   | a change whose values go the other way                             | `directions`  |
| disputed    | two figures for one thing, by different voices or unexplained      | `pairs`       |
| disputed    | a heading's figure against the text's                              | `repeats`     |
| disputed    | two ages of one person                                             | `persons`     |
| alternative | two figures that the article itself offers for one thing           | `pairs`       |
| updated     | two figures for one thing at different times                       | `pairs`       |
| scope       | two figures for one thing, one for a part of its place or time     | `pairs`       |
"""
