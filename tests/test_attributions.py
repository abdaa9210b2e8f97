"""Who is said to have said what: each test is a way in which a newspaper attributes."""
import pytest

from analysis import Article
from analysis.attribution import scorer
from analysis.lexicons import rows
from analysis.measures import genre


def decoded(text):
    """[(source, cue, content)] as texts."""
    rows = Article(text).attributions
    return [(row.source, row.cue, " … ".join(text[start:end] for start, end in row.content))
            for row in rows.itertuples()]


def test_says_before_after_and_in_the_middle_of_a_quotation():
    assert decoded("“The bridge is safe,” said Mara Ilves.") == [("Mara Ilves", "said",
                                                                  "“The bridge is safe,”")]
    assert decoded("Mara Ilves said: “The bridge is safe.”") == [("Mara Ilves", "said",
                                                                  "“The bridge is safe.”")]
    assert decoded("“The bridge,” Mara Ilves said, “is safe.”") == [("Mara Ilves", "said",
                                                                     "“The bridge,” … “is safe.”")]


def test_a_reported_clause():
    assert decoded("Mara Ilves claimed that the bridge was safe.") == [("Mara Ilves", "claimed",
                                                                        "that the bridge was safe")]


def test_according_to():
    assert decoded("According to the harbour board, the bridge was safe.") == \
        [("the harbour board", "According to", "the bridge was safe")]


def test_every_row_returns_its_text():
    text = ("“We never left,” said Mara Ilves, who runs the ferry. "
            "The board said it would “look into it”.")
    table = Article(text).attributions
    assert len(table) == 2
    for row in table.itertuples():
        assert text[row.start:row.end] == row.text
        assert all(row.start <= start < end <= row.end for start, end in row.content)


def test_a_quotation_in_a_quotation_points_to_the_outer_one():
    text = "“My brother told me, ‘We must leave tonight,’ and we left,” said Mara Ilves."
    rows = Article(text).attributions.set_index("attribution")
    inner = rows[rows["within"].notna()]
    assert list(inner["source"]) == ["My brother"]
    assert rows.loc[inner["within"].iloc[0], "source"] == "Mara Ilves"


def test_the_turns_of_a_transcript():
    text = ("ILVES: The bridge is safe.\n\nKARM: Who says so?\n\nILVES: The engineers do.\n\n"
            "KARM: Thank you.")
    assert decoded(text)[:2] == [("ILVES", ":", "The bridge is safe."),
                                 ("KARM", ":", "Who says so?")]


def test_a_quotation_over_a_paragraph_break_is_one_attribution():
    text = "Mara Ilves said: “We never left.\n\n“We will stay.”"
    assert decoded(text) == [("Mara Ilves", "said", "“We never left. … “We will stay.”")]


def test_a_signature_and_an_evaluation():
    assert (decoded("“The bridge is a marvel of our time.” — Mara Ilves, engineer")[0][:2]
            == ("Mara Ilves, engineer", "—"))
    assert decoded("Mara Ilves called the bridge a disgrace.") == [("Mara Ilves", "called",
                                                                    "the bridge a disgrace")]


def test_nobody_speaks_in_an_article_without_attribution():
    assert decoded("The ferry left the harbour at noon. It carried forty cars.") == []


def test_confidence_is_a_share_and_every_rule_names_its_function():
    table = Article("“We never left,” said Mara Ilves. The board praised her courage.").attributions
    assert table["confidence"].between(0, 1).all()
    assert list(table["why"]) == ["direct.after; name.known", "clauses.judged; description.new"]


def test_a_plain_clause_is_surer_than_one_with_an_aside():
    plain, paused = Article("Mara Ilves said the bridge was safe. Jon Karm said the ferry, which "
                            "is old, sank.").decoded
    assert plain.confidence > paused.confidence


def test_what_is_right_to_the_word_is_the_sum_of_the_weights_of_the_features():
    attribution, = Article("Mara Ilves said that the bridge was safe.").decoded
    assert "rule=clauses.reported" in attribution.features and "opens=that" in attribution.features
    total = scorer.score(("all=", *attribution.features))
    assert attribution.exact == round(scorer.probability(total), 2) > .5
    assert attribution.confidence > attribution.exact      # most of the content


def test_the_runner_up_is_another_reading_of_the_same_words():
    text = "Mara Ilves said the bridge was safe, according to the harbour board."
    attribution = Article(text).decoded[0]
    low, high = attribution.content[0][0], attribution.content[-1][1]
    other = attribution.runner_up
    assert other.probability <= attribution.confidence and (other.source,
                                                            other.content) != (attribution.source,
                                                                               attribution.content)
    assert any(start < high and low < end for start, end in other.content)


RULES = [row for row in rows("rules.tsv") if row["example"]]


@pytest.mark.parametrize("row", RULES, ids=[row["rule"] for row in RULES])
def test_every_pattern_finds_its_example_and_leaves_its_counter_example(row):
    found = [(one.why, " … ".join(row["example"][low:high] for low, high in one.content))
             for one in Article(row["example"]).decoded]
    assert (row["rule"], row["content"]) in found
    assert row["rule"] not in [one.why for one in Article(row["counter"]).decoded]


def test_what_stands_before_a_report_within_its_clause_is_content_too():
    assert decoded("When he looks for a new crane driver, Jon Karm said, he asks women first.") == \
        [("Jon Karm", "said", "When he looks for a new crane driver … he asks women first")]


def test_a_quotation_after_a_report_with_quoted_words_goes_on_with_it():
    attribution, = Article("The bridge is “a disgrace,” Mara Ilves said. "
                           "“We will close it in May.”").decoded
    assert len(attribution.content) == 2 and len(attribution.quoted_spans) == 2


def test_whom_a_request_asks_is_part_of_it():
    assert decoded("Mara Ilves urged the board to close the bridge.") == [("Mara Ilves", "urged",
                                                                           "the board to close the "
                                                                           "bridge")]


def test_a_report_goes_on_over_and_that():
    assert decoded("Mara Ilves said that the bridge was safe, and that it would open in May.") == \
        [("Mara Ilves", "said", "that the bridge was safe, and that it would open in May")]


def test_where_or_to_whom_one_speaks_is_no_content():
    assert decoded("Mara Ilves appealed to the Supreme Court. Jon Karm appeared on Radio Harbour. "
                   "He called for an inquiry.") == \
        [("He", "called for", "an inquiry")]


def test_what_things_continue_or_require_to_do_is_nobodys_speech():
    assert decoded("The noise continued to grow. The rules require ships to stop.") == []


def test_what_is_worth_noting_is_nobodys_word_and_you_are_no_voice():
    assert decoded("It is worth noting that the bridge was safe. If you think the ferry is late, "
                   "you are right.") == []


def test_words_that_finish_the_clause_of_a_quotation_belong_to_it():
    attribution, = Article("Mara Ilves told reporters, “The board is a threat” "
                           "to the harbour.").decoded
    assert attribution.content[-1][1] == len("Mara Ilves told reporters, “The board is a threat” "
                                             "to the harbour")


def test_what_concern_is_about_is_the_content():
    assert decoded("Mara Ilves expressed concern about the old bridge.") == \
        [("Mara Ilves", "expressed concern about", "the old bridge")]


def test_a_name_after_called_is_no_attribution():
    assert decoded("They crossed a stream called Mill Run at noon.") == []


def test_according_to_is_read_in_a_sentence_without_a_verb():
    table = Article("A blue door, according to the board.").attributions
    assert list(table["source"]) == ["the board"]


def test_single_marks_left_open_run_on_in_the_next_paragraph():
    text = "Mara Ilves said: ‘The bridge was ours and nobody’s business.\n\n‘We will stay.’"
    assert decoded(text) == [("Mara Ilves", "said",
                              "‘The bridge was ours and nobody’s business. … ‘We will stay.’")]


def test_the_rubrics_of_a_newsletter_are_no_transcript():
    text = ("SEEN: Mara Ilves at the harbour.\n\nBORN: A son to Jon Karm.\n\n"
            "OPEN: The ferry museum.\n\nLOST: A grey cat.\n\nLOST: A hat.")
    assert not any(row.why.startswith("transcript") for row in Article(text).decoded)


def test_a_stage_direction_is_not_said():
    text = "ILVES: The bridge is safe.\n\nKARM: (Laughs.)\n\nILVES: It is.\n\nKARM: Thank you."
    assert [row[0] for row in decoded(text)] == ["ILVES", "ILVES", "KARM"]


def test_what_a_relative_clause_asks_ends_before_the_sentence_says_more():
    article = Article("An engineer, who asked to leave the room because she was tired, says that "
                      "the inspections were cut.")
    said = article.attributions.set_index("cue")
    assert [article.text[start:end] for start,
            end in said.loc["says", "content"]] == ["that the inspections were cut"]


def test_a_clause_about_the_source_is_not_the_end_of_its_report():
    text = ("An official of the water board, who would not be named in the paper, said the "
            "dam had been checked.")
    assert ("An official of the water board, who would not be named in the paper", "said",
            "the dam had been checked") in decoded(text)


def test_two_statements_with_a_semicolon_between_are_two():
    text = "Ilves said she hoped for a vote before the recess; Karm predicted it would never come."
    assert decoded(text) == [("Ilves", "said", "she hoped for a vote before the recess"),
                             ("Karm", "predicted", "it would never come")]


def test_the_cue_of_a_quotation_is_not_what_was_added_to_it():
    first, second = Article('"Not even ten of them run," Ilves claimed, adding that he had seen '
                            'each.').attributions.itertuples()
    assert (first.cue, first.cue_class) == ("claimed", "doubting")
    assert (second.cue, second.kind) == ("adding", "indirect")


def test_a_verb_with_its_particle_is_a_cue_of_its_own():
    assert decoded("Karm shot back that the bridge was safe.") == [("Karm", "shot back",
                                                                    "that the bridge was safe")]
    row = Article("Karm ruled out a second vote.").attributions.iloc[0]
    assert (row.cue, row.cue_class) == ("ruled out", "denying")
    assert decoded("Karm shot the film in Tolne.") == []


def test_an_aside_to_the_subject_is_not_what_it_says():
    text = ("The department’s letter, a copy of which is with this newspaper, describes the "
            "bridge as a danger.")
    assert decoded(text) == [("The department’s letter", "describes", "the bridge as a danger")]


def test_a_label_with_a_description_and_a_stage_direction_in_a_turn():
    text = ("ILVES: Who pays?\n\nMS. ADA KARM, consumer advocate: All of us do. "
            "(Laughs.) I do.\n\nILVES: Thank you.\n\nKARM: Not at all.")
    assert decoded(text)[1] == ("MS. ADA KARM", ":", "All of us do. … I do.")
    speakers = Article(text).speakers.set_index("speaker")
    assert speakers.loc["Ada Karm",
                        ["quotes", "quoted_words", "reported_words"]].tolist() == [2, 9, 0]


def test_what_is_understood_has_no_source():
    rows = Article("It is understood that the ferry failed an inspection.").attributions
    assert list(rows["cue"]) == ["is understood"]
    assert rows["source"].isna().all() and rows["speaker"].isna().all()


def test_whose_view_and_whose_words():
    assert decoded("In Ilves’s view, the plan is a waste.") == [("Ilves’s", "view",
                                                                 "the plan is a waste")]
    assert decoded("The plan is, in the words of one engineer, “a bridge to nowhere”.") == \
        [("one engineer", "in the words of", "The plan is … “a bridge to nowhere”")]


def test_who_is_quoted_as_saying_says_it():
    assert (decoded("The minister was quoted as saying the dam would hold.")
            == [("The minister", "saying", "the dam would hold")])


def test_what_somebody_is_accused_of_by_whom():
    assert decoded("Karm was accused by the prosecutor of lying to the court.") == \
        [("the prosecutor", "was accused", "Karm … of lying to the court")]


def test_a_headline_with_its_speaker_before_the_colon():
    below = ("\n\nThe minister told parliament that the wall had stood for a hundred years and "
             "would stand for a hundred more.")
    assert decoded("Minister: wall was safe all along" + below)[0] == ("Minister", ":",
                                                                       "wall was safe all along")
    assert decoded("GUILTY: Jury convicts the treasurer" + below)[0][0] != "GUILTY"


@pytest.mark.parametrize("text", [
    "The week saw the bridge close.", "The mayor has shut the bridge, and who can blame her.",
    "Colonel Mara Ilves commands 120 sappers in the valley."])
def test_weeks_questions_and_commanders_attribute_nothing(text):
    assert decoded(text) == []


def test_a_fragment_in_what_a_paper_reports_is_its_inner_source_s():
    article = Article("The Herald reported in 2023 that a safety audit had termed the dam “unfit "
                      "for any load”.")
    assert article.quotes["speaker"].tolist() == ["safety audit"]
    assert (article.attributions["within"].tolist()[1] == 0
            and article.attributions["speaker"].tolist() == ["Herald", "safety audit"])


def test_said_in_a_statement_that_is_said_by_its_subject():
    assert decoded("The harbour board said in a statement that the bridge was safe.") == \
        [("The harbour board", "said", "that the bridge was safe")]


def test_what_explains_a_place_in_front_is_not_who_speaks():
    assert (decoded("In Brayford, the capital, two opposition parties called for an inquiry.")[0][0]
            == "two opposition parties")
    assert decoded("On Monday, the mayor, a carpenter, called for an inquiry.")[0][0].endswith(
        "the mayor, a carpenter")


def test_a_judge_rules_but_a_party_that_rules_a_town_says_nothing():
    assert decoded("The judge ruled that the bridge was safe.") == [("The judge", "ruled",
                                                                     "that the bridge was safe")]
    assert decoded("The party ruled the town for years.") == []


@pytest.mark.parametrize("text, who", [
    ("The harbour board declined to comment.", "The harbour board"),
    ("The harbour board has yet to comment on the report.", "The harbour board"),
    ("Mara Ilves could not be reached for comment.", "Mara Ilves"),
    ("The neighbours could not be reached by phone.", "The neighbours"),
    ("The coach gave no reason for the decision.", "The coach"),
    ("Mara Ilves did not respond to a request for comment.", "Mara Ilves"),
    ("The board refused to be drawn on the cost.", "The board"),
    ("The board would not be drawn on the cost.", "The board"),
    ("There was no immediate comment from the harbour board.", "the harbour board"),
    ("No one from the board was available for comment.", "the board"),
    ("Attempts by the paper to contact Mara Ilves failed.", "Mara Ilves"),
    ("Mara Ilves would neither confirm nor deny the report.", "Mara Ilves"),
    ("Mara Ilves made no comment on the bridge.", "Mara Ilves"),
    ("Mara Ilves would not identify any of the donors.", "Mara Ilves"),
])
def test_who_gave_no_word_is_asked_and_given_no_words(text, who):
    article = Article(text)
    attribution, = article.decoded
    assert (attribution.scope, text[slice(*attribution.source)]) == ("refusal", who)
    assert (not article.speakers["quoted_words"].any()
            and not article.speakers["reported_words"].any())


@pytest.mark.parametrize("text", [
    "Attempts to reach an agreement failed.",
    "The line would not be drawn on the map.",
    "There was no wind from the sea.",
    "If the owners do not respond, the ferry will be sold.",
    "The harbour could refuse to comment on the rules.",
    "The board refused requests to stop the works.",
    "The drug is not available to patients in Oxley, the board said.",
    "The trains were unavailable for two days.",
    "None of the players was available for selection.",
    "Hikers could not be reached by rescuers for two days.",
    "The village could not be reached because of snow.",
    "The coach will not name an unchanged side.",
    "The law would not identify victims.",
    "Oxley could not be drawn against Norden in the next round.",
    "There was no answer from the midfield.",
    "The coach gave no reason for optimism.",
    "The map gave no details of the road.",
    "Mara Ilves could not say no to the offer.",
])
def test_who_is_silent_has_not_refused(text):
    assert "refusal" not in [one.scope for one in Article(text).decoded]


def test_a_refusal_is_as_sure_as_readers_find_it():
    refused, = Article("Mara Ilves could not be reached for comment.").decoded
    assert refused.confidence > .85


@pytest.mark.parametrize("text, content", [
    ("The mayor is thought to have left the town.", "The mayor … to have left the town"),
    ("The mayor was accused of taking bribes.", "The mayor … of taking bribes"),
    ("The board will close the bridge, it is understood.", "The board will close the bridge"),
])
def test_what_is_said_by_nobody_who_is_named_is_a_row_without_a_source(text, content):
    article = Article(text)
    said, = article.decoded
    assert said.source is None and said.confidence > .85
    assert decoded(text)[0][2] == content
    assert article.attributions["speaker"].isna().all()


@pytest.mark.parametrize("text", ["The theft was reported to the police.",
                                  "Enough was said about the bridge.",
                                  "No survivors were reported."])
def test_what_is_only_talked_of_is_no_hearsay(text):
    assert not [one for one in Article(text).decoded if one.confidence > .85]


def test_what_somebody_makes_clear_is_said_whoever_is_told():
    for text in ("Mara Ilves made it clear to the board that she would stay.",
                 "Mara Ilves made clear that she would stay."):
        assert [row[0] for row in decoded(text)] == ["Mara Ilves"]
        assert decoded(text)[0][2] == "that she would stay"
    assert decoded("Mara Ilves made the windows clear.") == []


@pytest.mark.parametrize("text, content", [
    ("The hashtag, Jon Karm said, accompanied photographs of loved ones.",
     "The hashtag … accompanied photographs of loved ones"),
    ("Bridges like this, he said.", "Bridges like this"),
    ("Mara Ilves said in one of a series of letters that the bridge was unsafe.",
     "that the bridge was unsafe"),
])
def test_what_is_said_is_found_whatever_hangs_where(text, content):
    assert content in [row[2] for row in decoded(text)]


def test_when_something_is_said_is_not_what_is_said():
    assert decoded("In a second letter, Mara Ilves said.") == []
    assert decoded("Mara Ilves spoke in a debate that lasted an hour.") == []


def test_a_statement_between_a_quotation_and_a_cue_is_what_the_cue_reports():
    text = ("“The ferry is slow,” said Jon Karm. “The crossing takes an hour,” The new ferry, "
            "which is fast, costs less than the old one did, said Mara Ilves.")
    assert {row[0] for row in decoded(text) if "crossing" in row[2]} == {"Jon Karm"}
    text = "“The ferry is slow,” said Jon Karm. “It is old,” the woman who owns it told Mara Ilves."
    assert [row[0] for row in decoded(text)][1:] == ["the woman who owns it"]


def test_a_prize_that_is_claimed_is_won():
    assert decoded("Mara Ilves narrowly claimed the title.") == []
    assert decoded("Mara Ilves claimed credit for the bridge.")[0][2] == "credit for the bridge"


def test_the_occasion_of_a_report_is_none():
    assert decoded("Commenting on the plan, Mara Ilves said the bridge was safe.") == [
        ("Mara Ilves", "said", "the bridge was safe")]
    assert decoded("Mara Ilves commented on the plan.")[0][2] == "the plan"
    assert decoded("Mara Ilves hit out at critics.")[0][2] == "critics"


def test_an_argument_is_what_it_is_said_to_be():
    assert decoded("The board's argument is that the bridge is old.") == [
        ("The board's", "argument", "that the bridge is old")]
    assert decoded("The board's problem is that the bridge is old.") == []


def test_those_who_are_described_may_speak_and_those_that_point_may_not():
    assert [row[0] for row in decoded("Those close to Ilves say that she will resign.")] == [
        "Those close to Ilves"]
    assert decoded("Those say that the bridge is old.") == []


def test_a_speaker_described_by_a_clause_before_the_cue_is_the_one_described():
    text = "“The bell rang twice,” one of the divers, who hopes to work again, recalls."
    attribution, = Article(text).decoded
    assert text[slice(*attribution.source)].startswith("one of the divers")


def test_people_are_believed_to_speak_sooner_than_things():
    assert Article("These dealings present a serious conflict for the harbour board.").decoded == []
    people, = Article("The engineers underlined the weakness of the bridge.").decoded
    thing, = Article("The storm underlined the weakness of the bridge.").decoded
    assert "source=people" in people.features and "source=thing" in thing.features
    assert thing.confidence < people.confidence


def test_whoever_is_quoted_by_a_paper_speaks_and_not_the_paper():
    text = "Mara Ilves was reported by The Harbour Post as saying that the bridge was safe."
    attribution, = Article(text).decoded
    assert text[slice(*attribution.source)] == "Mara Ilves"
    assert text[slice(*attribution.content[0])] == "that the bridge was safe"


def test_a_question_to_the_reader_is_nobodys_view():
    assert Article("Do you support Mara Ilves?").decoded == []


@pytest.mark.parametrize("text", [
    "Did Mara Ilves say that the bridge was safe?", "Guests were offered rooms for the night.",
    "The ferry was late, that is to say an hour behind.", "Jon Karm was urged to leave."])
def test_what_is_asked_or_done_by_nobody_is_nobodys_speech(text):
    assert not Article(text).attributions["scope"].isin(["speech", "document"]).any()


def test_a_deed_is_no_speech_without_words_for_its_object():
    assert decoded("The board began the work in May. It added 300 berths to the harbour.") == []
    assert decoded("The board issued a warning about the bridge.")
    assert decoded("The pilots began: “We saw the lamp go out.”")[0][0] == "The pilots"


def test_what_figures_and_things_show_is_evidence_and_what_a_poll_shows_a_document():
    scopes = Article("Figures showed that the ferry was full. His victory suggests that the town "
                     "wants a bridge. A poll showed that most people agree. The mayor suggested "
                     "that the ferry was full. The storm threatened to flood the town. The union "
                     "threatened to close the port.").attributions["scope"]
    assert scopes.tolist() == ["evidence", "evidence", "document", "speech", "evidence", "speech"]


def test_within_what_the_author_believes_somebody_else_is_heard():
    assert decoded("I believe the mayor promised that the bridge would open.") == [
        ("the mayor", "promised", "that the bridge would open")]


_INTERVIEW = (
    "The weir and the town: an interview with Mara Ilves\n\nMara Ilves has kept the weir of Tolne "
    "for twenty years. Ilves spoke to our reporter Jon Karm.\n\n"
    "{q}What did you find when you came?\n\n{a}I found a ruin. We had no money for years.\n\n"
    "{q}Who helped you?\n\n{a}The town did. My brother built the gates.\n\n"
    "{q}What will you do now?\n\n{a}Nothing. The weir stands. I want to sleep.\n\n"
    "Tolne has four thousand inhabitants.")


@pytest.mark.parametrize("q, a", [("", ""), ("Q: ", "A: ")])
def test_the_answers_of_an_interview_are_those_of_whom_it_introduces(q, a):
    article = Article(_INTERVIEW.format(q=q, a=a))
    rows = article.attributions
    rows = rows[rows["why"].str.contains("interview")]
    assert list(rows["speaker"]) == 3 * ["Mara Ilves"]
    assert [article.text[start:end] for content in rows["content"] for start, end in content] == [
        "I found a ruin. We had no money for years.", "The town did. My brother built the gates.",
        "Nothing. The weir stands. I want to sleep."]
    assert genre.kind(article)[0] == "interview"


_TOLD = [("He told me, “You will keep the weir when I am gone.” I laughed. We called on the mayor.",
          "Mara Ilves’s father"),
         ("Some people said, “Nobody can live on that wage.” I left.", "people"),
         ("I answered him, “No, and I mean it.” We never spoke again.", "Mara Ilves"),
         ("We have a plan for it, the “Weir Fund”, and I want it to grow.", None)]


@pytest.mark.parametrize("words, speaker", _TOLD)
def test_words_told_in_an_answer_are_those_of_whom_it_names_or_nobodys(words, speaker):
    answer = f"I was a child when my father took me there. {words}"
    text = _INTERVIEW.format(q="", a="").replace("I found a ruin.", answer)
    article = Article(text)
    told, = article.quotes.to_dict("records")
    assert (told["speaker"] if isinstance(told["speaker"], str) else None) == speaker
    if speaker:
        outer = article.attributions.loc[article.attributions.loc[told["attribution"], "within"]]
        assert outer["speaker"] == "Mara Ilves"


_LIKE = [("And people were like, “Who are you to say so?” And I was like, “I keep the weir.”",
          ["people", "Mara Ilves"]),
         ("It was like “let us try this and see”, and nobody cared for us.", [None]),
         ("The harbour was like “a prison for the boats of this town”, and I left.", [None])]


@pytest.mark.parametrize("words, speakers", _LIKE)
def test_who_was_like_something_said_it(words, speakers):
    text = _INTERVIEW.format(q="", a="").replace("I found a ruin.", f"I found a ruin. {words}")
    told = Article(text).quotes["source"].tolist()
    assert [one if isinstance(one, str) else None for one in told] == [
        one and one.replace("Mara Ilves", "I") for one in speakers]


def test_words_told_in_a_turn_of_a_transcript_are_not_the_turns():
    text = ("ILVES: The keeper said, “The bridge is safe.” That was in May.\n\nKARM: “Who says so?”"
            "\n\nILVES: The engineers do.\n\nKARM: Thank you.")
    assert list(Article(text).quotes["source"]) == ["The keeper", "KARM"]


def test_questions_that_nobody_is_asked_are_no_interview():
    asked = "Why did the weir break?\n\nThe rain was heavy, Mara Ilves wrote.\n\n"
    assert not any(one.why == "interview.answers"
                   for one in Article("Ada Lorn on the weir.\n\n" + 3 * asked).decoded)
    both = _INTERVIEW.format(q="", a="").replace(": an interview with Mara Ilves", "")
    both = both.replace("our reporter Jon Karm", "Jon Karm; Karm")
    assert not any(one.why == "interview.answers" for one in Article(both).decoded)


def test_a_table_of_figures_is_no_transcript():
    text = "The count in Tolne:\n\nIlves: 30\n\nKarm: 20\n\nIlves: +10\n\nKarm: 62,958\n\nIlves: 7"
    assert not any(row.why.startswith("transcript") for row in Article(text).decoded)


@pytest.mark.parametrize("text", ["“We have no water,” according to Mara Ilves, a doctor.",
                                  "According to Mara Ilves, “We have no water.”"])
def test_according_to_attributes_a_quotation_that_stands_alone(text):
    row, = Article(text).attributions.itertuples()
    assert (row.speaker, row.kind) == ("Mara Ilves", "direct")
    assert row.cue.lower() == "according to"


def test_a_line_of_dots_is_no_paragraph_between():
    text = "“We have no water,” said Mara Ilves.\n\n{}“It has not rained since May.”"
    for between in ("", ". \n\n", "* * *\n\n"):
        assert Article(text.format(between)).quotes["speaker"].tolist() == 2 * ["Mara Ilves"]


@pytest.mark.parametrize("text", [
    "It is safe to say that the bridge is old.", "The ferry left early in order to meet the train.",
    "If all goes according to plan, the bridge opens in May.", "The letter made no mention of the "
    "bridge.", "Spectators stood on the quay, and the town went wild."])
def test_set_phrases_attribute_nothing(text):
    assert not Article(text).attributions["scope"].isin(["speech", "document"]).any()


@pytest.mark.parametrize("text", [
    "The board has to disclose its accounts by May.", "Mara Ilves tried to describe the noise.",
    "The harbour needs to tell the town that the ferry is old."])
def test_what_is_not_done_yet_is_not_said(text):
    assert not Article(text).attributions["scope"].isin(["speech", "document"]).any()


def test_a_quotation_after_what_somebody_else_said_is_not_the_first_voice_s():
    text = ("“It was a long night,” Mara Ilves said. Jon Karm, the pilot, said the ferry was late. "
            "“We will look into it.”")
    assert Article(text).quotes["speaker"].tolist() == ["Mara Ilves", "Jon Karm"]


def test_who_is_told_is_not_who_tells():
    text = "Mara Ilves left at noon. But told The Harbour Post: “We have drawn a line under that.”"
    assert Article(text).quotes["speaker"].iloc[0] != "Harbour Post"


def test_what_the_court_was_told_stands_before():
    assert decoded("The gun was old, the court was told by Jon Karm.") == [
        ("Jon Karm", "was told", "The gun was old")]


def test_a_subject_stays_with_its_clause_over_an_aside():
    text = "Mara Ilves said the new laws, due to start in May, could help if the ferry ran late."
    assert decoded(text)[0][2].startswith("the new laws, due to start")


def test_that_there_are_signs_is_evidence():
    scopes = Article("There is evidence that the bridge is old.").attributions["scope"]
    assert not scopes.isin(["speech", "document"]).any()


def test_the_day_on_which_something_is_said_is_not_what_is_said():
    assert decoded("The harbour has closed, the mayor, Mara Ilves, said on Monday.") == [
        ("the mayor, Mara Ilves", "said", "The harbour has closed")]


def test_what_is_said_does_not_end_within_a_phrase_of_time():
    text = "Officials have promised that this will not change for those applying next year."
    assert decoded(text)[0][2].endswith("applying next year")


def test_a_number_of_people_is_people():
    row = Article("A number of observers called for an inquiry.").attributions.iloc[0]
    assert row.scope == "speech"
def test_how_one_speaks_is_not_what_one_speaks_of():
    assert decoded("Mara Ilves spoke on the telephone to the board.") == []
    assert decoded("Mara Ilves spoke for the first time since May.") == []
    assert decoded("Mara Ilves spoke of a disgrace.") == [("Mara Ilves", "spoke of", "a disgrace")]


@pytest.mark.parametrize("text", [
    "The twins denied Mara Ilves a seat at the table.",
    "The sailors do not speak much English.",
    "The ferry was called in for fresh paint.",
    "Mara Ilves showed remarkable courage on the ferry.",
    "The inspectors found a rusty chain.",
    "The wall was committed by other masons.",
    "The gangs operate according to a strict code of honour.",
    "What promises to be a long winter begins in May.",
    "The first rule is that you talk about the ferry.",
    "Responding to the criticism, Mara Ilves left the hall.",
    "Mara Ilves and her team are looking to portray him as a miser.",
])
def test_a_deed_is_nobodys_words(text):
    assert decoded(text) == []


def test_what_a_document_shows_is_still_its_content():
    assert decoded("A poll showed a slight lead for Ilves.") == [
        ("A poll", "showed", "a slight lead for Ilves")]


def test_who_is_told_is_no_part_of_what_is_said():
    assert decoded("Mara Ilves told Radio Four's morning programme that the board's stance on the "
                   "bridge was putting the town at risk.") == [
        ("Mara Ilves", "told",
         "that the board's stance on the bridge was putting the town at risk")]


def test_who_is_asked_does_not_ask():
    assert decoded("Asked what that might look like, Ilves said the bridge would fall.") == [
        ("Ilves", "said", "the bridge would fall")]


def test_that_is_according_to_points_to_the_sentence_before():
    assert decoded("The bridge is old. That is according to the harbour board.") == [
        ("the harbour board", "according to", "The bridge is old")]


def test_a_quotation_left_open_goes_on_where_the_marks_open_again():
    text = ('Mara Ilves said: "The bridge is safe. We walked over it. '
            '"They would come home and walk over it."')
    rows = Article(text).attributions
    assert list(rows["cue"]) == ["said"]
    assert rows["content"].iloc[0][-1][1] == len(text)


def test_a_report_within_a_report_points_to_the_outer_one():
    report = "that local police officers in Brayford argue that the diver died from an accident."
    rows = Article(f"The Harbour Post reports {report}").attributions.set_index("attribution")
    inner = rows[rows["within"].notna()]
    assert list(inner["source"]) == ["local police officers in Brayford"]
    assert rows.loc[inner["within"].iloc[0], "source"] == "The Harbour Post"
    own = Article(f"We have reported {report}").attributions
    assert list(own["source"]) == ["local police officers in Brayford"]


def test_an_embedded_post_is_said_by_who_signs_it():
    text = ("The ferry sank.\n\nSo “happy” to be ashore! https://t.co/abcd pic.twitter.com/ef — "
            "Harbour Post (@hpost) 3 May 2016\n\nNobody was hurt (see @hpost) on 3 May 2016")
    row, = Article(text).attributions.itertuples()
    assert (row.source, row.kind) == ("Harbour Post", "direct")
    assert text[slice(*row.content[0])] == "So “happy” to be ashore!"


def test_posts_make_no_transcript():
    posts = "\n\n".join(f"The bridge is open again, day {n}! — Mara Ilves (@mara) May {n}, 2016"
                        for n in range(1, 9))
    assert genre.kind(Article(posts))[0] != "transcript"


def test_sources_beside_brackets_behind_a_conjunction_and_quoted_by_a_paper():
    assert decoded("Saturday at the party convention Sen. Ada Lorn (D-MA) said nominee Karl Karm "
                   "was a “proven failure” in business.")[0][0] == "Sen. Ada Lorn (D-MA)"
    assert decoded("A harbour board statement after the phone call said the two towns “agreed that "
                   "the bridge is safe”.")[0][0] == "A harbour board statement"
    assert decoded("Deputy minister Karl Lorn was quoted by Karst Novosti state news agency "
                   "saying: “We see it.”")[0][0] == "Deputy minister Karl Lorn"


def test_to_brand_is_to_call():
    assert decoded("Mara Ilves branded the action “illegal”.") == [
        ("Mara Ilves", "branded", "the action “illegal”")]


@pytest.mark.parametrize("text, content", [
    ("Karm denied taking money from the builders.", "taking money from the builders"),
    ("The mayor proposed banning lorries.", "banning lorries"),
    ("The mayor said having two bridges would hurt the ferry.",
     "having two bridges would hurt the ferry"),
])
def test_a_gerund_is_content_of_what_is_said_or_proposed(text, content):
    assert [row[2] for row in decoded(text)] == [content]


def test_what_somebody_began_doing_is_not_said():
    assert decoded("The mayor began closing the bridge.") == []


def test_an_inserted_verb_before_its_subject_reports_both_sides():
    assert decoded("The bridge, thinks Mr Karm, was never safe.") == \
        [("Mr Karm", "thinks", "The bridge … was never safe")]


def test_as_she_pointed_out_is_a_report_and_as_she_spoke_is_none():
    assert decoded("As Mara Ilves pointed out, the bridge had been closed twice before.") == \
        [("Mara Ilves", "pointed out", "the bridge had been closed twice before")]
    assert decoded("As she spoke, the lights went out.") == []


def test_as_what_somebody_is_described_by_whom():
    assert decoded("The driver was described by eyewitnesses as calm and polite.") == \
        [("eyewitnesses", "was described", "The driver … as calm and polite")]


def test_what_is_said_for_the_first_time():
    assert decoded("Mara Ilves said for the first time that the bridge had been unsafe.") == \
        [("Mara Ilves", "said", "that the bridge had been unsafe")]


def test_what_somebody_advocates_is_said():
    rows = Article("Mara Ilves advocates closing the bridge. Karm spoke out against it.").decoded
    assert [row.scope for row in rows] == ["speech", "speech"]


def test_what_is_argued_in_favour_of_and_apologised_for():
    assert decoded("Engineers have long argued in favour of a new bridge.") == \
        [("Engineers", "have long argued in favour of", "a new bridge")]
    assert decoded("The board apologised for the delay.") == \
        [("The board", "apologised for", "the delay")]
    assert decoded("The mayor spoke in Tarn on Monday.") == []


def test_yes_and_no_are_said_and_as_she_explained_may_stand_behind_a_noun():
    assert decoded("Mara Ilves says no to the plan.") == [("Mara Ilves", "says", "no to the plan")]
    assert decoded("Mara Ilves said so, no doubt, in anger.") == []
    assert decoded("The bridge, as Mara Ilves explained, was never meant for lorries.") == \
        [("Mara Ilves", "explained", "The bridge … was never meant for lorries")]


def test_a_bare_report_between_commas_or_at_the_end_is_one_whatever_the_parser_makes_of_it():
    text = ("Walkers and cyclists could find themselves fined under plans to close the weir, a "
            "group of councillors has warned. The hashtag #OpenTheWeir, Mr. Karm said, accompanied "
            "hundreds of pictures.")
    first, second = Article(text).decoded
    assert text[slice(*first.source)] == "a group of councillors"
    assert [text[slice(*span)] for span in first.content] == [
        "Walkers and cyclists could find themselves fined under plans to close the weir"]
    assert text[slice(*second.source)] == "Mr. Karm" and len(second.content) == 2


def test_what_a_second_verb_says_stands_beside_what_the_first_one_says():
    text = "Mara Ilves said that the weir was “a mess” and said that the ferry is “a raft.”"
    assert [text[slice(*one.content[0])] for one in Article(text).decoded] == [
        "that the weir was “a mess”", "that the ferry is “a raft.”"]
    assert all(one.confidence > .5 for one in Article(text).decoded)


def test_who_asks_stands_right_behind_the_question():
    text = "“How high is the weir?” asked the boy, who had walked there."
    asked, = Article(text).decoded
    assert text[slice(*asked.source)].startswith("the boy")


def test_a_judgment_in_quotation_marks_is_speech():
    text = "Mara Ilves met the board in May, chiding it, “What difference does a bridge make?”"
    chided, = Article(text).decoded
    assert (chided.scope, chided.kind) == ("speech", "direct")


@pytest.mark.parametrize("text", [
    "The board met, the members agreed, and the plan passed.",
    "The lawyer rose, the judge asked, and nobody answered."])
def test_deeds_in_a_row_are_no_report(text):
    assert Article(text).attributions.empty


def test_a_cue_behind_which_only_a_full_stop_is_left_says_nothing():
    text = ("But at the other end of the scale we've got to make sure the goats who carry straw - "
            "you all know one - that those goats don't break down,\" Ms Ilvesman said.")
    assert decoded(text) == []


@pytest.mark.parametrize("text, said", [
    ("Mara Ilves was accused of fraud.", True), ("Mara Ilves was not accused of fraud.", False),
    ("If Mara Ilves is accused of fraud, she will resign.", False)])
def test_what_nobody_named_says_is_said(text, said):
    assert any(one.source is None for one in Article(text).decoded) == said


@pytest.mark.parametrize("text, said", [
    ("The minister claimed success in the fight against crime.", True),
    ("Mara Ilves claimed the title.", False), ("The flood claimed the life of a guard.", False)])
def test_a_success_is_claimed_in_words_and_a_title_is_not(text, said):
    assert bool(Article(text).decoded) == said


def test_with_a_particle_an_accusation_is_a_deed():
    assert Article("His kick was charged down by Mara Ilves.").decoded == []
    assert Article("The bank clawed and claimed back three houses from Mara Ilves.").decoded == []


def test_a_cue_that_ends_the_paragraph_before_is_as_good_as_one_beside_the_quotation():
    acts = Article('The crime rate fell in spring. Mr Lorn said:\n\n"We have a situation here, and '
                   'it is bad."\n\nHe left.').attributions
    assert [*acts.cue] == ["said"]
    assert [*acts.speaker] == ["Lorn"] and acts.confidence[0] >= .9


def test_a_poll_in_which_many_were_asked_is_a_source():
    acts = Article("In a new Brell News poll released on Thursday, Ada Lorn had 45 percent support "
                   "among voters.").attributions
    assert [*acts.scope] == ["document"] and acts.speaker[0].endswith("Brell News poll")
