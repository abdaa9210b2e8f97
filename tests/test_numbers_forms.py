"""Forms of writing that only look like several quantities, or like another one."""
import pytest

from analysis.article import Article
from analysis.measures.quantities import quantities


def rows(text):
    return [(row.kind, row.text)
            for row in Article(text, published="2024-05-17").numbers.itertuples()]


@pytest.mark.parametrize("number", ["020 7946 0958", "(555) 555-0142", "212-555-0188",
                                    "+44 20 7946 0958", "0800 111 222", "1-800-GOODBOOK"])
def test_a_telephone_number_is_one_identifier(number):
    assert rows(f"Call {number} for help.") == [("identifier", number)]


@pytest.mark.parametrize("text, isos", [
    ("It opens from 6.30-10am.", ["T06:30", "T10:00"]), ("It opens 6-8pm.", ["T18:00", "T20:00"]),
    ("It opens from 11 to 1pm.", ["T11:00", "T13:00"]), ("It opens 9am-5pm.", ["T09:00", "T17:00"]),
])
def test_opening_hours_are_two_times(text, isos):
    found = Article(text).numbers
    assert list(found.kind) == ["time", "time"] and list(found.iso) == isos


@pytest.mark.parametrize("text, kind, unit, value", [
    ("He weighs 12st 4lb.", "weight", "stone", 12.2857),
    ("A pike worth showing, of 2 stone 6 pounds.", "weight", "stone", 2.4286),
    ("The ticket cost 6 pounds.", "money", "GBP", 6)])
def test_stone_and_pounds(text, kind, unit, value):
    [row] = Article(text).numbers.itertuples()
    assert (row.kind, row.unit, row.value_low) == (kind, unit, pytest.approx(value, abs=1e-4))


def test_round_the_clock_is_no_quantity():
    assert rows("The 24/7 helpline is free, and it is staffed 24/7.") == []


def test_a_plural_noun_that_the_parse_takes_for_a_verb_is_counted():
    [_, six] = Article("The cabinet came with one life-size and six miniature Brell "
                       "statuettes.").numbers.itertuples()
    assert six.counted == "miniature Brell statuettes"


@pytest.mark.parametrize("text, expected", [
    ("He scored one try and a fourth try.", [("count", "one"), ("ordinal", "fourth")]),
    ("Reid came on for Moor, Hart for Brell (77).", [("ordinal", "77")]),
    ("USA TODAY reports on it.", []), ("A Long March 4c rocket rose.", []),
    ("They flew on a 737.", [("identifier", "737")]),
    ("She met the Group of 20.", [("identifier", "20")]),
    ("She met a No 10 aide.", [("identifier", "No 10")]),
    ("3. Who pays for the pier?", [("identifier", "3")]),
    ("The picture has width=\"640\".", [("identifier", "640")]),
    ("I am 60/40 on it.", [("ratio", "60/40")]),
    ("It was gone in one fell swoop.", []),
    ("The club slid into the bottom three during May.", [("identifier", "three"), ("date", "May")]),
    ("Shares fell 68 p at 5 p.m.", [("money", "68 p"), ("time", "5 p.m.")]),
    ("The probe Zephyrion-1 fell.", [("identifier", "Zephyrion-1")]),
    ("The shop opens at 1200 GMT.", [("time", "1200 GMT")]),
    ("They signed the 1994 Harbour Charter.", [("date", "1994")]),
    ("The tide table errs by plus or minus nine minutes.", [("duration", "nine minutes")]),
    ("The post-9/11 world grew.", [("date", "9/11")]),
    ("It fell at 43 degrees North.", [("count", "43 degrees")]),
    ("The side made 245 for 6.", [("ratio", "245 for 6")]),
    ("Image 1 of 31 Boats in Tarn.", [("identifier", "Image 1"), ("identifier", "31")]),
    ("She plays at under-21 level, at fly-half.", [("age", "under-21")]),
    ("They met on 16-18 December.", [("date", "16-18 December")]),
    ("They cited Brell v. Tarn, No. 14-915, in court.", [("identifier", "No. 14-915")]),
    ("They zero in on it.", []),
    ("The film 06/05 ran.", [("identifier", "06"), ("identifier", "05")]),
    ("It was a 60m success.", [("distance", "60m")]),
    ("The singer 50 Cent came.", [("identifier", "50")]),
    ("They won the 4x100m race.", [("identifier", "4x100m")]),
    ("The 7610's screen broke.", [("identifier", "7610")]),
    ("He won four gold medals.", [("count", "four")]),
    ("An 18-rated film is out.", [("identifier", "18")]), ("906", [("identifier", "906")]),
    ("The galaxy RXJ1131-1231 is far.", [("identifier", "1131-1231")]),
    ("Ana Brell, Harbour News 24 political reporter, came.", [("identifier", "News 24")]),
    ("Its new Tern 9 phones lack a lamp.", [("identifier", "Tern 9")]),
    ("Seven boats sank, one of which was new.", [("count", "Seven")]),
    ("He was knocked for six.", []),
    ("The probe weighed 160,000 pounds.", [("weight", "160,000 pounds")]),
    ("They bought an ATR 72-500.", [("identifier", "72-500")]),
    ("“Good,” said Moor, 50.", [("age", "50")]),
    ("The song was a new entry at six.", [("identifier", "six")]),
    ("The boat sank at six knots.", [("speed", "six knots")]),
    ("They bought a Boeing 737-800.", [("identifier", "737-800")]),
    ("S&P 500 +0.3%, Nasdaq +0.8%", [("identifier", "S&P 500"), ("percent", "+0.3%"),
                                     ("percent", "+0.8%")]),
    ("A total of 58 FTSE 100 companies paid.", [("count", "58"), ("identifier", "FTSE 100")]),
    ("Nearly four in 10 — 8 percent — swim.", [("ratio", "four in 10"), ("percent", "8 percent")]),
    ("A 401(k) plan pays.", [("identifier", "401(k)")]),
    ("Ana Brell (4.) and Mara Ilves follow.", [("identifier", "4")]),
    ("They met in '16.", [("date", "'16")]),
    ("In ’16 the crews’ pay fell.", [("date", "’16")]),
    ("She warned of ‘20 or 30 deaths a week’.", [("rate", "20 or 30")]),
    ("They spoke of '12 grave faults' in it.", [("count", "12")]),
    ("They spoke of '12, not more'.", [("count", "12")]),
    ("She read chapters 3, 4 and 7.",
     [("identifier", "3"), ("identifier", "4"), ("identifier", "7")]),
    ("Tern 2 and The Gulls made money.", [("identifier", "Tern 2")]),
    ("They chose the 7E7, also called Tern.", [("identifier", "7E7")]),
    ("No 10 was cautious.", [("identifier", "10")]), ("No 10 boats sank.", [("count", "10")]),
    ("VBC Two controller Ana Brell left.", []),
    ("They reached the last 32 if it holds.", [("identifier", "32")]),
    ("It is 42in wide in Tarn.", [("distance", "42in")]), ("It was a one-to-one.", []),
    ("We paid for work up to 2010.", [("date", "2010")]),
    ("Brell had 25 percent and Pell led by 48 percent to 45.",
     [("percent", "25 percent"), ("percent", "48 percent"), ("percent", "45")]),
    ("The bank kept its rate at 5 percent and Ilves retired at 63.",
     [("percent", "5 percent"), ("count", "63")]),
    ("The index fell by 2 percent to 90.", [("percent", "2 percent"), ("count", "90")]),
    ("It won by 20 percent to 45.", [("percent", "20 percent"), ("count", "45")]),
    ("On May 5 and 12,000 boats sailed.", [("date", "May 5"), ("count", "12,000")]),
    ("Brell lost 3-6, 4-6.", [("ratio", "3-6"), ("ratio", "4-6")]),
    ("The groups 5-7, 8-11 and 12-16 swam.",
     [("count", "5-7"), ("count", "8-11"), ("count", "12-16")]),
    ("The pages 3-5, 7-9 are gone.", [("count", "3-5"), ("count", "7-9")]),
    ("Come at 9-12, 2-5.", [("count", "9-12"), ("count", "2-5")]),
    ("The total, 45, fell.", [("count", "45")]), ("The ferry, 42, sank.", [("count", "42")]),
    ("The council, 20, met.", [("count", "20")]), ("The mayor, 45, swam.", [("age", "45")]),
    ("Kids of 15, 16 and 17 ran.", [("age", "15"), ("age", "16"), ("age", "17")]),
    ("A boy aged 12 and 14 were hurt.", [("age", "12"), ("count", "14")]),
    ("The bar opens at 12.30 on a Sunday morning.", [("time", "12.30"), ("date", "Sunday")]),
    ("The gate opens at 15:11.", [("time", "15:11")]),
    ("3 of 25 Photos: boats in Tarn.", [("identifier", "3 of 25")]),
    ("She sold 3 of 25 photos.", [("count", "3"), ("count", "25")]),
    ("1/34 A boat lies in Tarn.", [("identifier", "1/34")]),
    ("They rallied around a third-party candidate.", [("ordinal", "third")]),
    ("She lost a match, a third in as many days.",
     [("ordinal", "third"), ("duration", "many days")]),
    ("He is known for one-liners.", []),
    ("The pier grew by 10 fold.", [("ratio", "10 fold")]),
    ("She ran it in two hours 18 minutes 15 seconds.",
     [("duration", "two hours 18 minutes 15 seconds")]),
    ("It took 18 minutes 15 times.", [("duration", "18 minutes"), ("count", "15")]),
    ("A Sea Lark 208B Grand came, and Tern 2B users.", [("count", "2B")]),
    ("They want places for three and four-year-olds.",
     [("age", "three"), ("age", "four-year-olds")]),
    ("They met two 17-year-olds.", [("count", "two"), ("age", "17-year-olds")]),
    ("It was higher among voters 45 and older.", [("age", "45 and older")]),
    ("They bought boats 45 and over.", [("count", "45 and over")]),
    ("The 9-1-1 call was read.", [("identifier", "9-1-1")]),
    ("The women's 60m went to Brell, the 800m indoor title to Pell.",
     [("identifier", "60m"), ("identifier", "800m")]),
    ("She ran 60m to the men’s tent.", [("distance", "60m")]),
    ("She took the title in 46.46 and clocked 7.48.",
     [("duration", "46.46"), ("duration", "7.48")]),
    ("It cost 7.48 in all and ended a race in 20.50 km.",
     [("count", "7.48"), ("distance", "20.50 km")]),
    ("Tern’s Six Nations loss hurt Wales’ Six Nations squad.", []),
    ("Tern's six nations met.", [("count", "six")]),
    ("Radio 1 said so.", [("identifier", "Radio 1")]),
    ("Radio 1’s head came.", [("identifier", "Radio 1")]),
    ("She got several hundred thousand dollars.", [("money", "several hundred thousand dollars")]),
    ("1/19 A boat lies. 2/19 The pier shines. 3/19 Crews leave.",
     [("identifier", "1/19"), ("identifier", "2/19"), ("identifier", "3/19")]),
    ("They ate 1/2 Tern pie.", [("fraction", "1/2")]),
    ("He ate 1/4 Tern pie, 3/4 Orva pie and 1/4 Brell pie.",
     [("fraction", "1/4"), ("fraction", "3/4"), ("fraction", "1/4")]),
    ("The £3m final bill and the €60m title.", [("money", "£3m"), ("money", "€60m")]),
    ("A 10m final payment bought the fishermen’s 20m net.",
     [("distance", "10m"), ("distance", "20m")]),
    ("She won the women’s 60m and the 100m final.",
     [("identifier", "60m"), ("identifier", "100m")]),
    ("We saw Six Feet Apart again.", []), ("It lies Six Feet apart.", [("distance", "Six Feet")]),
    ("She made a 9-1-1 call.", [("identifier", "9-1-1")]),
    ("The mayor’s Four Children were shown.", [("count", "Four")]),
    ("Men 40 said so.", [("count", "40")]), ("We can draw one ourselves.", []),
    ("The 12-, 13- and 14-year-olds swam.",
     [("age", "12"), ("age", "13"), ("age", "14-year-olds")]),
    ("She took 360-degree pictures at 36 degrees.",
     [("count", "360-degree"), ("temperature", "36 degrees")]),
    ("It shrank in the preceding three quarters.", [("duration", "three quarters")]),
    ("Pell, 49, is British.", [("age", "49")]), ("Boats, 49 of them, sank.", [("count", "49")]),
    ("A top-three finish is due.", [("identifier", "top-three")]),
    ("Play Video0:39", [("identifier", "Video0"), ("identifier", "39")]),
])
def test_what_a_reader_tells_apart(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize("text, ends", [
    ("Berths cost up to €40 (£35).", [(None, 40), (None, 35)]),
    ("It gives just under 300 hp (220 kW / 298 PS).", [(None, 300), (None, 220), (None, 298)]),
    ("A berth costs up to 90 rupees ($2; €1).", [(None, 90), (None, 2), (None, 1)]),
    ("She told us about one boat beyond one of the piers.", [(1, 1), (1, 1)]),
    ("Voters ages 30 to 50 were at just 2 points.", [(30, 50), (2, 2)]),
    ("The pier is 300m and is whole.", [(300, 300)]),
    ("Berths cost €40 (£35).", [(40, 40), (35, 35)]),
    ("The tour pushed its income up to $43m.", [(43e6, 43e6)]),
    ("They signed up to a $43m plan.", [(43e6, 43e6)]),
    ("It sold 10 boats and over 40 vans.", [(10, 10), (40, None)]),
    ("It costs £10bn or £11bn.", [(10e9, 11e9)]), ("It costs £50 or £80.", [(50, 50), (80, 80)]),
    ("They have 12 boats, plus a van, and 40 plus guests.", [(12, 12), (40, None)]),
    ("It is read in the 25-54 age group.", [(25, 54)]),
    ("It brings the Tarn/Orva book up to 25 boats.", [(25, 25)]),
    ("It rose to 1,546 trillion rials from the former year's 1,070 trillion.",
     [(1.546e15, 1.546e15), (1.07e15, 1.07e15)]),
    ("Sales will go from 14.1 to 21-23 billion euros.", [(14.1e9, 14.1e9), (21e9, 23e9)]),
    ("It is one of the two fleets in Tarn with 80-200 grey boats.", [(1, 1), (2, 2), (80, 200)]),
    ("Children under 18 swim free, as does anyone over 65.", [(None, 18), (65, None)]),
    ("She put her arms around a 6-year-old girl.", [(6, 6)]),
    ("They were two weeks shy of the one-year mark.", [(2, 2), (1, 1)]),
])
def test_the_ends_that_words_around_a_figure_leave_open(text, ends):
    assert [tuple(None if end != end else end for end in (row.value_low, row.value_high))
            for row in Article(text).numbers.itertuples()] == ends


@pytest.mark.parametrize("text, ages", [
    ("The under-fives and the over-60s swim free.", [(None, 5), (60, None)]),
    ("Their son, 12, and her daughter (9) swim.", [(12, 12), (9, 9)]),
    ("The boys, aged 12 and 14, were held.", [(12, 12), (14, 14)]),
    ("A baby of 18 months fell.", [(18, 18)]),
    ("The striker, 24, was hurt.", [(24, 24)]), ("She turned 17 when it sank.", [(17, 17)]),
    ("The prince, 20, swam.", [(20, 20)]), ("She'll be 73 and well.", [(73, 73)]),
    ("Judge Ana Brell will be 78.", [(78, 78)]), ("All are younger than 50.", [(None, 50)]),
    ("I'm 76, and she's 40.", [(76, 76), (40, 40)]),
    ("It is for kids of 15, 16, 17, with drive.", [(15, 15), (16, 16), (17, 17)]),
    ("Olav Brell, then 38, swam.", [(38, 38)]),
    ("The girls, aged 2, 5, and 7, swim.", [(2, 2), (5, 5), (7, 7)]),
    ("Those between the ages of 10 and 17 swim free.", [(10, 10), (17, 17)]),
    ("Her son, Olav Brell, 17 - who was out - swam.", [(17, 17)])])
def test_ages_of_groups_and_kin(text, ages):
    rows = list(Article(text).numbers.itertuples())
    assert {row.kind for row in rows} == {"age"}
    assert [tuple(None if end != end else end for end in (row.value_low, row.value_high))
            for row in rows] == ages


def test_a_hedge_beside_an_average_is_kept():
    [row] = Article("Fares in the town averaged roughly 40 crowns.").numbers.itertuples()
    assert row.modifier == "~"


@pytest.mark.parametrize("text, direction", [
    ("Brell added a 36-yard goal.", None), ("The club raised $5 million.", None),
    ("They built seven less costly boats.", None), ("They built seven less.", "down"),
    ("Spending was up by 1.2%.", "up"), ("They make up 46 percent of it.", None),
    ("She hopes to raise up to $443m.", None),
    ("They won a $10 billion contract.", None),
    ("He will sink $30 billion into the valley.", None),
    ("Brell slotted four more goals.", None), ("They have 20 more.", "up"),
    ("Some 900 more crews came.", "up"), ("Seven more boats came than planned.", "up"),
    ("They lost their three matches.", None), ("They lost three boats.", "down"),
    ("They raised taxes 66 times.", None), ("She will miss one additional game.", None),
    ("He caught up with his six jumps.", None), ("It made a 10-point jump.", "up"),
    ("They advance a two-state plan.", None), ("It rose 3% - as planned.", "up"),
    ("The firm added 300 posts.", "up"), ("It made a 10 percent cut.", "down")])
def test_what_only_looks_like_a_change_has_no_direction(text, direction):
    [row] = Article(text).numbers.itertuples()
    assert (row.change if isinstance(row.change, str) else None) == direction


@pytest.mark.parametrize("text, counted", [
    ("They own 12 Brell and Tovan boats.", "Brell and Tovan boats"),
    ("Brell led by 30 pledged delegates.", "pledged delegates"),
    ("It has old boats, 247, at the pier.", "old boats"),
    ("New loans in the valley fell to 770.", "new loans"),
    ("She lives in Tarn (population 5,000).", "population"),
    ("More than 20 followed suit.", None),
    ("He found the 30,000 e-mails that are missing.", "e-mails"),
    ("They read 30 hidden letters Brell has in his possession.", "hidden letters"),
    ("They bought 49% of National Bank of Orva.", "National Bank of Orva"),
    ("The port is one of dozens of harbours.", "harbours"),
    ("They lost 94 out of 162 games.", "games"),
    ("There were 12 flood related deaths.", "flood related deaths"),
    ("They pay thousands of state-funded players.", "state-funded players"),
    ("It was one of three of her boats.", "boats"),
    ("Half her cabinet left.", "cabinet"), ("A 13-strong jury met.", "jury"),
    ("She bought a three-wheeled car.", "wheel"),
    ("They won by an eight point margin.", "point"),
    ("Two of the club's seven tries stood.", "tries"),
    ("The number of boats exceeded 4,800.", "boats"),
    ("It gives the population as 21,090.", "population"),
    ("It makes up half of all US economic activity.", "US economic activity"),
    ("They met seven current and former Brell and Tovan Line aides.",
     "current and former Brell and Tovan Line aides"),
    ("They are songs that millions can sing.", "people"), ("He made millions.", None),
    ("Millions poured into the fund.", None), ("Thousands cheered.", "people"),
    ("They raised it from 29% to 40% of turnover.", "turnover"),
    ("Of the voters, just 40 per cent swim.", "voters"),
    ("They sank thousands of flat screens - LCDs - in Tarn.", "flat screens"),
    ("Thousands of dial-up users left.", "dial-up users"),
    ("Half of the combined 4.3M old and new books burned.", "old and new books")])
def test_the_counted_noun_is_whole(text, counted):
    found = Article(text).numbers.iloc[0].counted
    assert (found if isinstance(found, str) else None) == counted


@pytest.mark.parametrize("text, iso", [("They signed on 5/17/17.", "2017-05-17"),
                                       ("They signed on Sept.14, 2001.", "2001-09-14"),
                                       ("They signed on 3/4/17.", "2017")])
def test_a_date_in_figures_is_one_date(text, iso):
    assert list(Article(text).numbers.iso) == [iso]


@pytest.mark.parametrize("text, high", [
    ("They spent it over five years.", 5), ("The work will go on over a five-year period.", 5),
    ("He has been here for over five years.", None), ("It sank over five years ago.", None)])
def test_over_a_time_is_no_bound_unless_it_says_longer(text, high):
    [row] = Article(text, published="2024-05-17").numbers.itertuples()
    assert row.value_low == 5 and (row.value_high == high or high is None
                                   and row.value_high != row.value_high)


@pytest.mark.parametrize("text, kind, value", [
    ("She ran it in 2:05:46.", "duration", 7546), ("The voting age is 18.", "age", 18),
    ("The age of majority will fall to 18.", "age", 18)])
def test_times_of_a_race_and_ages_that_the_law_sets(text, kind, value):
    [row] = Article(text).numbers.itertuples()
    assert (row.kind, row.value_low) == (kind, value)


def test_two_dates_with_a_hyphen_and_two_days_of_a_month():
    found = Article("They asked from March 30-April 4, and met on 5 or 6 May.").numbers
    assert list(found.text) == ["March 30", "April 4", "5 or 6 May"]
    assert set(found.kind) == {"date"}


@pytest.mark.parametrize("text", ["They meet on 3 and 10 March 2004.",
                                  "They meet on March 3 and 10, 2004.",
                                  "She lost on March 3 and 10, the club said."])
def test_two_days_of_a_month_that_are_not_in_a_row_are_two_dates(text):
    assert list(Article(text, published="2004-05-17").numbers.iso) == ["2004-03-03", "2004-03-10"]


def test_a_result_is_no_quantity_and_counts_nothing():
    article = Article("Tarn won 3-1, and Brell lost her cup final 2-6 6-3 4-6.")
    found = article.numbers
    assert not len(quantities(article))
    assert list(found.text) == ["3-1", "2-6", "6-3", "4-6"]
    assert found.counted.isna().all() and found.value_low.isna().all()


def test_a_six_figure_sum_is_a_magnitude():
    [row] = Article("The firm paid a six-figure sum.").numbers.itertuples()
    assert (row.value_low, row.value_high, row.modifier, row.counted) == (100_000, 999_999, "~",
                                                                          "sum")


def test_the_level_after_a_percentage_is_no_percentage():
    step, share, level = Article("The index rose 76 points, or 1.2 per cent, "
                                 "to 6,290.").numbers.itertuples()
    assert (step.kind, share.kind, level.kind) == ("count", "percent", "count")


@pytest.mark.parametrize("text", ["She sold her $110-a-share stake.",
                                  "They bid $110 per Brell share.",
                                  "They bid $110 a Brell share."])
def test_a_price_a_share_is_a_rate(text):
    [row] = Article(text).numbers.itertuples()
    assert (row.unit, row.value_low, row.per) == ("USD", 110, "share")


@pytest.mark.parametrize("text, counted", [
    ("Tarn had 12 thefts; Orva, with 900 people, had 20.", ["thefts", "people", "thefts"]),
    ("They sold 12 boats. They sold 20 or more vans.", ["boats", "vans"])])
def test_a_count_without_its_noun_has_that_of_the_same_place_in_another_clause(text, counted):
    assert list(Article(text).numbers.counted) == counted


@pytest.mark.parametrize("text, per", [
    ("Tarn had 5 thefts of old boats for every 1,000 residents.", "1,000 residents"),
    ("Pupils watch nine hours of films per day.", "day"),
    ("The mill fills 200 sacks of flour an hour.", "hour")])
def test_a_rate_may_have_its_base_behind_what_it_is_of(text, per):
    row = Article(text).numbers.iloc[0]
    assert (row.kind, row.per) == ("rate", per)


def test_a_price_is_per_whatever_it_is_joined_to():
    assert Article("She held a $300-a-plate dinner.").numbers.iloc[0].per == "plate"


def test_a_turn_is_no_temperature():
    assert rows("The lamp rotates 180 degrees.") == [("count", "180 degrees")]


@pytest.mark.parametrize("text", ["It was sold for $9bn in an auction.", "They put $20bn in oil.",
                                  "Brell is within $4m of the total.",
                                  "Ana Brell raised $5 in the 72 hours since."])
def test_what_stands_beside_a_sum_is_not_what_it_is_of(text):
    assert not isinstance(Article(text).numbers.iloc[0].counted, str)


def test_an_amount_in_brackets_is_per_what_the_one_before_it_is():
    assert list(Article("The pay is $5.15 (£3.90) an hour.").numbers.per) == ["hour", "hour"]
