"""Refusals: who was asked and gave no word. The words are those of `lexicons/refusals.toml`.

Who is silent has not refused: "has not commented on the tape", "ignored the attacks" say nothing of
a question that was put.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from analysis.lexicons import words
from analysis.syntax.parts import linked, obliques
from analysis.syntax.tree import OBJECTS, SUBJECTS, child, children
from analysis.syntax.verbs import agent, awaited, doer, negated, passive, supposed

if TYPE_CHECKING:
    from analysis.text.tokens import Token

_TO = ("to", "with")
_WHO = ("ORG", "PERSON")
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
    if supposed(verb):
        return False
    if _sought(verb) is not None:
        return True
    if lemma in words("refusals.decline"):
        return verb.tag_.startswith("VB") and verb.tag_ != "VB" and _declines(verb)
    if lemma in words("refusals.fail"):
        return any(
            part.lemma_ in words("refusals.answer") and _asked(part)
            for part in children(verb, "xcomp")
        )
    if lemma == "be" and (_absent(verb) is not None or any(
            _unavailable(verb, part) for part in children(verb, "acomp"))):
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
    if lemma in words("refusals.withhold") and child(verb, "preconj") is not None:
        return any(part.lower_ == "neither" for part in children(verb, "preconj"))
    denied = child(verb, "neg") is not None or _whose(child(verb, *SUBJECTS)) is not None
    return denied and _unanswered(verb, lemma)


def refuser(verb: "Token",
            allowed: Callable[["Token"], bool] = lambda token: True) -> "Token | None":
    """The token for who gave no word by a verb that `refuses`: its subject, or whom the calls went
    to that were not returned, whom somebody tried to reach, from whom there was no comment, whose
    people nobody of them was to be had; None where nobody is named.

    allowed: as of `doer`.
    """
    if _calls(child(verb, "nsubjpass", "nsubj")):
        return _called(child(verb, "nsubjpass", "nsubj"))
    found = _sought(verb) or _absent(verb) or _whose(child(verb, *SUBJECTS))
    reached = child(verb, "nsubjpass") if verb.lemma_ in words("refusals.reach") else None
    found = found or reached or doer(verb, allowed) or child(verb, "nsubjpass")
    return found if found is not None and found.tag_ not in _OPEN else None


def unmistakable(verb: "Token") -> bool:
    """Whether a verb that `refuses` does so whatever its subject is: "the retailer declined to
    comment", but not "the law would not identify victims"."""
    asked = words("refusals.decline") | words("refusals.fail") | words("refusals.answer")
    return verb.lemma_.lower() in asked or any(
        part.lemma_ in ("comment", "interview") for part in verb.subtree)


def _sought(verb):
    """Whom somebody tried to reach in vain: "efforts to contact Ilves failed"; or None."""
    noun, left = child(verb, "nsubj"), child(verb, "acomp") or verb
    if noun is None or noun.lemma_ not in words("refusals.try"):
        return None
    if left.lemma_ not in words("refusals.in_vain"):
        return None
    reached = child(noun, "acl")
    if reached is None or reached.lemma_ not in words("refusals.reach"):
        return None
    whom = child(reached, *OBJECTS)
    return whom if whom is not None and whom.ent_type_ in _WHO else None    # and no deal, no summit


def _absent(verb):
    """From whom there was no comment or answer: "there was no word from the board"; or None."""
    noun = child(verb, "attr")
    if noun is None or child(verb, "expl") is None or not _no(noun):
        return None
    link = linked(noun, ("from",))
    return child(link, "pobj") if link is not None else None


def _nobody(noun):
    """Whether a noun is "nobody", "no one", "none"."""
    return noun is not None and (noun.lower_ in words("refusals.nobody") or noun.lower_ == "one"
                                 and any(part.lower_ == "no" for part in noun.lefts))


def _whose(noun):
    """Whose people "nobody from the board" are; or None."""
    links = children(noun, "prep") if _nobody(noun) else ()
    return next((whom for part in links if (whom := child(part, "pobj")) is not None), None)


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
    if any(part.lemma_.lower() in words("refusals.comment") and child(part, "acl") is None
           for part in children(verb, *OBJECTS, "prep")):
        return True
    done = child(verb, "xcomp")
    if done is None or child(verb, *OBJECTS) is not None:
        return False
    lemma = done.lemma_.lower()
    if passive(done):
        return lemma in words("refusals.drawn")
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
    of = obliques(verb, _TO)
    if verb.lemma_ == "comment":
        return True
    of += [part for part in children(verb, "dobj") if verb.lemma_ == "answer"]
    return all(
        one.lemma_.lower() in words("refusals.call") | words("refusals.comment")
        and _for_words(one)
        or one.ent_type_ in _WHO or one.pos_ == "PRON" for one in of
    )


def _for_words(request):
    """Whether a request is one for words, and not for papers or money."""
    asked = words("refusals.comment") | words("refusals.told")
    return all(good.lemma_.lower() in asked for good in obliques(request, ("for",)))


def _unanswered(verb, lemma):
    if lemma in words("refusals.reach"):    # "could not be reached by the rescuers"
        by = agent(verb)
        return child(verb, "auxpass") is not None and (
            by is None or by.lemma_.lower() in words("refusals.means"))
    if lemma == "draw":     # "will not be drawn until May", "against Oxley"
        return child(verb, "auxpass") is not None and all(
            part.lower_ in ("on", "about", "into") for part in children(verb, "prep"))
    if lemma in words("refusals.answer"):
        if lemma in words("refusals.by_oneself") and any(
                part.lemma_ == "have" for part in children(verb, "aux")):
            return False        # "has not commented": perhaps nobody asked
        if passive(verb):
            return _calls(child(verb, "nsubjpass"))
        return _asked(verb)
    if lemma in words("refusals.return"):
        return any(_calls(part) for part in children(verb, *OBJECTS, "nsubjpass"))
    if lemma in words("refusals.withhold"):     # "will not name a team yet"
        chosen = lemma == "name" and any(
            part.lower_ in ("a", "an") for one in children(verb, *OBJECTS) for part in one.lefts)
        return not chosen and any(
            part.lower_ in words("refusals.will") for part in children(verb, "aux"))
    return lemma == "say" and _withheld(verb)


def _withheld(verb):
    """Whether "would not say" and "did not say who" leave a question open, and are no denial."""
    clause = child(verb, "ccomp", "dobj")
    return (
        clause is None
        and child(verb, "acomp", "oprd") is None    # "could not say sorry"
        and not any(part.lower_ in ("no", "yes") for part in verb.children)
        and child(verb, "nsubj") is not None
        or clause is not None
        and any(
            word.tag_ in _OPEN or word.lower_ in ("whether", "if")
            for word in (clause, *clause.children)
        )
    )


def _no(noun, told="refusals.comment"):
    """Whether a noun is "no comment", and no "reason for hope": one for nothing in particular."""
    return (noun.lemma_.lower() in words(told)
            and any(part.lower_ == "no" for part in noun.children)
            and all(any(True for _ in good.lefts) for good in obliques(noun, ("for",))))


def _unavailable(verb, adjective):
    if adjective.lower_ not in words("refusals.available"):
        return False
    denied = negated(verb) or adjective.lower_.startswith("un") or _nobody(child(verb, *SUBJECTS))
    asked = words("refusals.comment") | words("refusals.answer") | words("refusals.say")
    wanted = [*obliques(adjective, ("for",)), *obliques(verb, ("for",)),
              *children(adjective, "xcomp"), *children(verb, "xcomp", "advcl")]
    return denied and any(part.lemma_.lower() in asked for part in wanted)
