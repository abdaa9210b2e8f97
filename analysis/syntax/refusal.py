"""Refusals: who was asked and gave no word. The words are those of `lexicons/refusals.toml`."""

from analysis.lexicons import words
from analysis.syntax.tree import OBJECTS, child, children
from analysis.syntax.verbs import negated


def refuses(verb) -> bool:
    """Whether a verb says that its subject gave no word: "declined to comment", "would not say",
    "did not respond", "could not be reached", "had no comment", "was unavailable for comment".

    >>> from analysis.text.parse import parse
    >>> doc, = parse(["Ilves declined to say who had paid for the bridge."])
    >>> [word.text for word in doc if refuses(word)]
    ['declined']
    """
    lemma = verb.lemma_.lower()
    if lemma in words("refusals.decline"):
        return verb.tag_.startswith("VB") and _speaks(verb)
    if lemma in words("refusals.fail"):
        return any(part.lemma_ in words("refusals.answer") for part in children(verb, "xcomp"))
    if lemma == "be" and any(_unavailable(verb, part) for part in children(verb, "acomp")):
        return True
    if lemma in words("refusals.have") and any(_no(part) for part in children(verb, *OBJECTS)):
        return True
    return negated(verb) and _unanswered(verb, lemma)


def _speaks(verb):
    """Whether what is declined is to say something, or a comment."""
    done = child(verb, "xcomp")
    if done is not None:
        return done.lemma_.lower() in words("refusals.say")
    return any(
        part.lemma_.lower() in words("refusals.comment")
        for part in children(verb, *OBJECTS, "prep")
    )


def _unanswered(verb, lemma):
    if lemma in words("refusals.reach"):
        return child(verb, "auxpass") is not None
    if lemma in words("refusals.answer"):
        return True
    if lemma in words("refusals.return"):
        return any(
            part.lemma_.lower() in words("refusals.call")
            for part in children(verb, *OBJECTS, "nsubjpass")
        )
    return lemma == "say" and _withheld(verb)


def _withheld(verb):
    """Whether "would not say" and "did not say who" leave a question open, and are no denial."""
    clause = child(verb, "ccomp", "dobj")
    return (
        clause is None
        and child(verb, "nsubj") is not None
        or clause is not None
        and any(
            word.tag_ in ("WP", "WRB", "WDT", "WP$") or word.lower_ in ("whether", "if")
            for word in (clause, *clause.children)
        )
    )


def _no(noun):
    return noun.lemma_.lower() in words("refusals.comment") and any(
        part.lower_ == "no" for part in noun.children
    )


def _unavailable(verb, adjective):
    if adjective.lower_ not in words("refusals.available"):
        return False
    return (negated(verb) or adjective.lower_.startswith("un")) and any(
        part.lower_ in ("for", "to") for part in (*adjective.children, *verb.children)
    )
