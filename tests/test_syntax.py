"""Grammar that several rooms read: who does what, what is negated, who gave no word."""

import pytest

from analysis import syntax
from analysis.text.parse import parse
from analysis.text.tokens import Doc


def doc(text):
    return Doc(parse([text])[0])


def verb(text, lemma):
    return next(
        token for token in doc(text) if token.lemma_ == lemma and token.pos_ in syntax.VERBS
    )


@pytest.mark.parametrize(
    "text",
    [
        "Mara Ilves declined to comment on the bridge.",
        "Mara Ilves refused to say who had paid for it.",
        "The harbour board has yet to comment on the report.",
        "The harbour board declined an interview.",
        "The harbour board did not respond to a request for comment.",
        "Mara Ilves could not be reached for comment.",
        "Mara Ilves would not say whether the bridge was safe.",
        "The board did not immediately return two calls.",
        "The board had no comment.",
        "Mara Ilves was not available for comment.",
        "Jon Karm failed to respond to questions.",
        "Mara Ilves declined to be interviewed.",
        "Mara Ilves refused to say more.",
        "Mara Ilves gave no details of the plan.",
        "Mara Ilves dodged questions about the bridge.",
        "Mara Ilves would not discuss whether it would close.",
        "Mara Ilves declined to give a reason.",
        "Calls to the harbour board were not returned.",
        "Requests for comment to the board went unanswered.",
    ],
)
def test_who_gives_no_word_refuses(text):
    assert sum(syntax.refuses(token) for token in doc(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mara Ilves declined to close the bridge.",
        "Mara Ilves refused to leave.",
        "Mara Ilves gave no money to the plan.",
        "Mara Ilves dodged the falling bridge.",
        "Mara Ilves did not discuss the bridge.",
        "Mara Ilves said the board did not listen.",
        "Mara Ilves did not say that the bridge was safe.",
        "The ferry could not be repaired.",
        "The board had no money.",
        "Tickets were not available in May.",
        "The offer declined in value.",
        "Mara Ilves failed to answer a call-up.",
        "Mara Ilves has not commented on the tape.",
        "Mara Ilves has not responded to the attacks.",
        "Mara Ilves refused to say the words.",
        "Mara Ilves refused his pleas to discuss it.",
        "Mara Ilves refused to give the boat back.",
        "Mara Ilves declined to be named.",
    ],
)
def test_who_does_something_else_does_not(text):
    assert not any(syntax.refuses(token) for token in doc(text))


@pytest.mark.parametrize(
    "text, who",
    [
        ("Mara Ilves declined to comment.", "Ilves"),
        ("Jon Karm could not be reached.", "Karm"),
        ("Messages seeking comment from Jon Karm were not returned.", "Karm"),
        ("Calls to the board were not answered.", "board"),
    ],
)
def test_who_refuses_is_who_was_asked(text, who):
    assert next(syntax.refuser(word).text for word in doc(text) if syntax.refuses(word)) == who


@pytest.mark.parametrize(
    "text, lemma, who",
    [
        ("Mara Ilves closed the bridge.", "close", "Ilves"),
        ("The bridge was closed by the board.", "close", "board"),
        ("Mara Ilves wants to close the bridge.", "close", "Ilves"),
        ("Mara Ilves closed the bridge and resigned.", "resign", "Ilves"),
        ("The minister was quoted as saying the dam would hold.", "say", "minister"),
        ("In Brayford, the capital, a minister called for an inquiry.", "call", "minister"),
    ],
)
def test_who_does_what_a_verb_says(text, lemma, who):
    assert syntax.doer(verb(text, lemma)).text == who


def test_a_passive_subject_does_nothing():
    assert syntax.doer(verb("The bridge was closed in May.", "close")) is None


def test_the_clause_and_the_governor_of_a_noun():
    words = doc("The board closed the bridge over the river.")
    assert syntax.governor(words[4]).text == syntax.clause(words[7]).text == "closed"
    assert syntax.role(words[1]) == "subject" and syntax.role(words[7]) == "oblique"


def test_a_noun_phrase_has_its_relative_clause():
    words = doc("The engineer, who built the bridge, left.")
    first, last = syntax.noun_phrase(words[1])
    assert words[first:last].text == "The engineer, who built the bridge"


def test_plain_tokens_say_what_spacys_own_say():
    text = ("On Monday, the harbour board’s chair, Mara Ilves, who had closed the old bridge, told "
            "3 reporters (and Karm) that “it fell — twice”, and asked them to leave.")
    plain, parse_ = doc(text), doc(text).parse
    for one, other in zip(plain, parse_, strict=True):
        for name in ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "idx",
                     "whitespace_", "is_alpha", "is_punct", "is_quote", "is_space", "like_num"):
            assert getattr(one, name) == getattr(other, name)
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(one, name).i == getattr(other, name).i
        for name in ("children", "lefts", "ancestors", "subtree"):
            assert [near.i for near in getattr(one, name)] == [
                near.i for near in getattr(other, name)]
        for last in range(one.i + 1, len(plain) + 1):
            assert plain[one.i:last].root.i == parse_[one.i:last].root.i
    chunks = [(chunk.start, chunk.end) for chunk in parse_.noun_chunks]
    assert list(syntax.base_phrases(plain)) == chunks
    assert [span.text for span in plain.sents] == [span.text for span in parse_.sents]


@pytest.mark.parametrize("text, links, nouns", [
    ("Mara Ilves spoke at the harbour on the plan.", ("at", "on"), ["harbour", "plan"]),
    ("Mara Ilves spoke at the harbour on the plan.", ("on",), ["plan"]),
    ("Mara Ilves spoke at the harbour.", ("by",), []),
])
def test_nouns_that_prepositions_lead_to(text, links, nouns):
    assert [noun.text for noun in syntax.obliques(verb(text, "speak"), links)] == nouns


@pytest.mark.parametrize("text, alone", [
    ("Mara Ilves closed the bridge.", True),
    ("It floods if Mara Ilves closed the bridge.", False),
    ("The boats that closed the bridge left.", False),
    ("Mara Ilves hopes to close the bridge.", False),
])
def test_which_clause_may_stand_alone(text, alone):
    assert syntax.independent(verb(text, "close")) is alone


def test_what_hangs_below_is_the_first_all_or_none():
    said = verb("The board and Mara Ilves said that the old bridge was safe.", "say")
    assert syntax.first_subject(said).text == "board"
    assert [part.text for part in syntax.conjuncts(syntax.first_subject(said))] == ["Ilves"]
    assert syntax.content_clause(said).text == "was" and syntax.direct_object(said) is None
    assert syntax.prepositions(said) == []


def test_the_first_preposition_of_some_words():
    spoke = verb("Mara Ilves spoke at the harbour on the plan.", "speak")
    assert syntax.linked(spoke, ("on", "about")).text == "on"
    assert syntax.linked(spoke, ("by",)) is None
