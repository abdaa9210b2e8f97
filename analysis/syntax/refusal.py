"""Refusals: who was asked and gave no word. The words are those of `lexicons/refusals.toml`.

Who is silent has not refused: "has not commented on the tape", "ignored the attacks" say nothing of
a question that was put.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.syntax.tree import OBJECTS, child, children
from analysis.syntax.verbs import awaited, doer, negated, passive

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_TO = ("to", "with")
_OPEN = ("WP", "WRB", "WDT", "WP$")


def refuses(verb: "Token") -> bool:
    """Whether a verb says that its subject gave no word: "declined to comment", "would not say",
    "did not respond", "could not be reached", "had no comment", "was unavailable for comment", "has
    yet to comment".

    >>> from analysis.text.parse import parse
    >>> doc, = parse(["Ilves declined to say who had paid for the bridge."])
    >>> [word.text for word in doc if refuses(word)]
    ['declined']
    """
    lemma = verb.lemma_.lower()
    if lemma in words("refusals.decline"):
        return verb.tag_.startswith("VB") and _declines(verb)
    if lemma in words("refusals.fail"):
        return any(
            part.lemma_ in words("refusals.answer") and _asked(part)
            for part in children(verb, "xcomp")
        )
    if lemma == "be" and any(_unavailable(verb, part) for part in children(verb, "acomp")):
        return True
    if lemma in words("refusals.remain") and _calls(child(verb, "nsubj")):
        left = child(verb, "acomp", "oprd", "advcl", "dobj", "xcomp")
        return left is not None and left.lower_ in words("refusals.unanswered")
    if lemma in words("refusals.have") and any(_no(part) for part in children(verb, *OBJECTS)):
        return True
    if lemma in words("refusals.hand") and any(
            _no(part, "refusals.kept") for part in children(verb, *OBJECTS)):
        return True
    if lemma in words("refusals.evade"):    # "did her best to evade them" is no refusal yet
        return verb.tag_ != "VB" and any(
            part.lemma_.lower() in words("refusals.asked") for part in children(verb, *OBJECTS))
    if (put_off := awaited(verb)) is not None:
        return _unanswered(put_off, put_off.lemma_.lower())
    return child(verb, "neg") is not None and _unanswered(verb, lemma)


def refuser(verb: "Token",
            allowed: Callable[["Token"], bool] = lambda token: True) -> "Token | None":
    """The token for who gave no word by a verb that `refuses`: its subject, or whom the calls went
    to that were not returned; None where nobody is named.

    allowed: as of `doer`.
    """
    if _calls(child(verb, "nsubjpass", "nsubj")):
        return _called(child(verb, "nsubjpass", "nsubj"))
    found = doer(verb, allowed) or child(verb, "nsubjpass")
    return found if found is not None and found.tag_ not in _OPEN else None


def _calls(noun):
    """Whether a noun is of calls, messages or requests."""
    return noun is not None and noun.lemma_.lower() in words("refusals.call")


def _called(noun):
    """To whom calls went: "calls to the mayor", "messages seeking comment from the mayor"."""
    found = None
    for part in noun.subtree:
        asks = part.head.lemma_.lower() in words("refusals.comment") | words("refusals.seek")
        if part.dep_ in ("prep", "dative") and (part.lower_ in _TO or asks):
            whom = child(part, "pobj")
            found = whom if part.lower_ in (*_TO, "from") and whom is not None else found
    return found


def _declines(verb):
    """Whether what is declined is to say something, or a comment."""
    if any(part.lemma_.lower() in words("refusals.comment")
           for part in children(verb, *OBJECTS, "prep")):
        return True
    done = child(verb, "xcomp")
    if done is None or child(verb, *OBJECTS) is not None:
        return False
    lemma = done.lemma_.lower()
    if passive(done):
        return lemma == "interview"
    if lemma in words("refusals.answer"):
        return _asked(done)
    told = child(done, *OBJECTS)
    if lemma in words("refusals.hand"):
        return told is not None and told.lemma_.lower() in words("refusals.told")
    if lemma == "say" and told is not None:
        return any(part.tag_ in _OPEN or part.lower_ in words("refusals.anything")
                   for part in (told, *told.children))
    return lemma in words("refusals.say")


def _asked(verb):
    """Whether what is not answered is a question, a call or nothing that is named, and no act:
    "did not respond to the attacks"."""
    of = [whom for part in children(verb, "prep") if part.lower_ in _TO
          if (whom := child(part, "pobj")) is not None]
    if verb.lemma_ == "comment":
        return True
    of += [part for part in children(verb, "dobj") if verb.lemma_ == "answer"]
    return all(
        one.lemma_.lower() in words("refusals.call") | words("refusals.comment")
        or one.ent_type_ in ("ORG", "PERSON") or one.pos_ == "PRON" for one in of
    )


def _unanswered(verb, lemma):
    if lemma in words("refusals.reach"):
        return child(verb, "auxpass") is not None
    if lemma in words("refusals.answer"):
        if lemma in words("refusals.by_oneself") and any(
                part.lemma_ == "have" for part in children(verb, "aux")):
            return False        # "has not commented": perhaps nobody asked
        if passive(verb):
            return _calls(child(verb, "nsubjpass"))
        return _asked(verb)
    if lemma in words("refusals.return"):
        return any(_calls(part) for part in children(verb, *OBJECTS, "nsubjpass"))
    if lemma in words("refusals.withhold"):
        return any(part.lower_ in words("refusals.will") for part in children(verb, "aux"))
    return lemma == "say" and _withheld(verb)


def _withheld(verb):
    """Whether "would not say" and "did not say who" leave a question open, and are no denial."""
    clause = child(verb, "ccomp", "dobj")
    return (
        clause is None
        and child(verb, "nsubj") is not None
        or clause is not None
        and any(
            word.tag_ in _OPEN or word.lower_ in ("whether", "if")
            for word in (clause, *clause.children)
        )
    )


def _no(noun, told="refusals.comment"):
    return noun.lemma_.lower() in words(told) and any(
        part.lower_ == "no" for part in noun.children
    )


def _unavailable(verb, adjective):
    if adjective.lower_ not in words("refusals.available"):
        return False
    return (negated(verb) or adjective.lower_.startswith("un")) and any(
        part.lower_ in ("for", "to") for part in (*adjective.children, *verb.children)
    )
