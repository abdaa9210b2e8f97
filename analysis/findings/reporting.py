"""How speech is reported, and who was asked and gave no answer."""
from math import prod
from typing import NamedTuple

from pandas import NA

from analysis import syntax
from analysis.article import Article
from analysis.attribution.cues import entry
from analysis.entities.mention_finder import PRONOUNS
from analysis.findings.draws import nameless
from analysis.findings.statement import FLAT, Statement
from analysis.findings.voices import called
from analysis.findings.weights import rate
from analysis.lexicons import words
from analysis.text.phrases import listing
from analysis.voices.spoken_words import LIKELY

_LISTED = 4
_PRINTED = 12       # words of a refusal
_SHORT = 5          # words by which somebody is described in brackets


class _Act(NamedTuple):
    """The columns of the attributions table that matter here."""

    start: int
    end: int
    kind: str
    scope: str
    source: str | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    cue_class: str
    speaker: str | None
    confidence: float
    speaker_confidence: float
    attribution: int
    why: str


def statements(article: Article) -> list[Statement]:
    """refusals and doubted."""
    table, unnamed = article.attributions, nameless(article)
    acts = [_Act._make(None if cell is NA or cell != cell else cell for cell in row)
            for row in zip(*table.lists(*_Act._fields))]
    return [_refusals(article, acts, unnamed), _doubted(article, acts)]


def _refusals(article, acts, unnamed):
    found = _one_each([act for act in acts if act.scope == "refusal"])
    answered = _no_answers(article)
    if not found and answered:
        said = listing([f"{called(speaker, unnamed)} (“{text}”)" for speaker, text, _ in answered])
        return Statement("refusals", rate("no answer"), f"Asked, and without an answer: {said}.",
                         f"Probably asked, and without an answer: {said}.",
                         f"Perhaps asked, and without an answer: {said}.", answered[0][0],
                         len(answered), unit="voices", evidence=[place for *_, place in answered])
    if not found:
        none = "Nobody is said to have been asked and to have given no answer"
        return Statement("refusals", rate("no refusal"), f"{none}.",
                         f"{none}, as far as the program can tell.",
                         "Whether somebody was asked and gave no answer is not clear.", value=0,
                         unit="voices")
    said = listing([f"{_who(act, unnamed)} (“{_printed(article, act)}”)"
                    for act in found[:_LISTED]])
    likely = prod(_gave_no_word(article, act) * _named(act) for act in found[:_LISTED])
    return Statement("refusals", likely,
                     f"Asked, and without an answer: {said}.",
                     f"Probably asked, and without an answer: {said}.",
                     f"Perhaps asked, and without an answer: {said}.",
                     found[0].speaker, len(found), unit="voices", evidence=_spans(found))


def _no_answers(article):
    """(speaker, words, place) of quotations whose speaker says that no answer will come: "I have
    no comment"."""
    quotes = article.quotes
    return [(speaker, _cut(text.split()), (start, end)) for speaker, text, start, end
            in zip(*quotes.lists("speaker", "text", "start", "end"))
            if isinstance(speaker, str)
            and (any(phrase in text.lower() for phrase in words("reporting.no_answer"))
                 or text.lower().startswith(tuple(words("reporting.no_answer_opens"))))
            and not any(f"comment {more}" in text.lower() for more in words("reporting.a_little"))
            ][:_LISTED]


def _printed(article, act):
    """What the article prints of a refusal, from its cue on."""
    printed = article.text[act.start if act.cue_start is None else act.cue_start:act.end].split()
    return _cut(printed)


def _cut(said):
    return " ".join(said[:_PRINTED]) + " …" * (len(said) > _PRINTED)


def _doubted(article, acts):
    """doubted: the words that leave open whether something is true, and whose they are where that
    is sure; what is not said of all that is reported may hold of one sentence."""
    open_ = [act for act in acts if act.cue and act.confidence >= LIKELY and (
        act.source is None and article.decoded[act.attribution].hearsay
        or act.scope in ("speech", "document") and _leaves_open(article, act))]
    found = [(act.start, act.end, _whose(act), act) for act in _one_each(open_)]
    found += [(start, end, f"“{article.text[start:end]}”", None)
              for start, end in _unread(article, acts)]
    if not found:
        return _doubted_by_nobody(article, acts)
    shown = sorted(found, key=lambda one: one[:2])[:_LISTED]
    told = dict.fromkeys(words for _, _, words, _ in shown)
    said = listing([words for words in told
                    if not any(other.startswith(f"{words} (") for other in told)])
    likely = min(prod(_said(act) for *_, act in shown if act), rate("doubting"))
    open_so = f"told so that its truth is left open: {said}."
    return Statement("doubted", likely, f"Some of it is {open_so}",
                     f"Some of it, it seems, is {open_so}", f"Some of it is perhaps {open_so}",
                     next((act.speaker for *_, act in shown if act), None), len(found),
                     unit="cues", evidence=[place[:2] for place in shown])


def _whose(act):
    """A cue as it is printed, and whose it is where that is sure."""
    who = act.speaker if (act.speaker_confidence or 0) >= FLAT else act.source
    known = (who and who.lower() not in PRONOUNS.keys() | words("reporting.indefinite")
             and len(who.split()) <= _SHORT)
    return f"“{act.cue}” ({who})" if known else f"“{act.cue}”"


def _cue(article, act):
    index, first, last = article.decoded[act.attribution].cue_tokens
    return article.parsed[index].doc[first:last].root


def _leaves_open(article, act):
    """Whether the cue leaves open whether what is said is true; the writer's own claims and
    proposals ("suggested that we go") do not."""
    cue = _cue(article, act)
    return (_open(act.cue_class, act.cue.lower().split()) and not syntax.negated(cue)
            and (act.source or "").lower() not in words("genre.first_person")
            and (cue.pos_ not in syntax.VERBS or act.kind != "indirect" or _states(cue)))


def _states(verb):
    """Whether a verb has a clause that can be true, and does not lay hold of something or demand
    it: "claimed the title", "insisted on a bridge", "insisted that it should be closed"."""
    if verb.lower_ in words("reporting.accusing"):
        return True
    clause = syntax.complement_clause(verb)
    if clause is not None:
        helper = syntax.modal(clause)
        ought = (helper.lower_ in words("reporting.ought") if helper
                 else clause.tag_ == "VB")      # "insisted that the council stop"
        return not (ought and verb.lemma_ in words("reporting.demanding"))
    if syntax.linked(verb, ("on",)):
        return False
    held = syntax.first_object(verb)
    # a parse that takes who does what is claimed for what is: "claim the law, which …, is wrong"
    return held is None or verb.lower_ in words("reporting.doubts") and any(
        part.pos_ in syntax.VERBS for part in held.subtree)


def _open(cue_class, said):
    """Whether a cue of a class, in the words as said, leaves the truth open: it doubts or accuses,
    and proposes nothing."""
    accuses = (not words("reporting.accusing").isdisjoint(said)
               and words("reporting.passive").isdisjoint(said))     # "was accused", by whom?
    return (accuses or cue_class == "doubting") and words("reporting.proposing").isdisjoint(said)


def _doubted_by_nobody(article, acts):
    """doubted, where no word that was read leaves the truth open: one may that was not."""
    unclear = "Whether a verb leaves the truth of what is said open is not clear."
    if _perhaps_open(article, acts):
        return Statement("doubted", 0, unclear, unclear, unclear, unit="cues")
    none = ("No verb like “claims” or “alleges”, and no word like “reportedly”, leaves open "
            "whether what is reported is true")
    return Statement("doubted", rate("no doubt"), f"{none}.",
                     f"{none}, as far as the program can tell.", unclear, value=0, unit="cues")


def _unread(article, acts):
    """The places, as (start, end), of verbs outside quotation marks that leave the truth open, but
    are the cue of nothing that was found, and of "allegedly" and its like."""
    return _untaken(article, acts, lambda token: token.lower_ in words("reporting.hedged")
                    or _open_verb(token))


def _perhaps_open(article, acts):
    """Whether a word of doubt is left outside quotation marks that may be a verb of speech."""
    return bool(_untaken(article, acts, lambda token: token.lower_ in words("reporting.doubts")
                         and _perhaps_states(token)))


def _perhaps_states(token):
    """Whether a token is neither a verb that holds a thing ("claimed the title") nor a noun with
    more before it than a name ("the claims", not "Brell Claims Weir Held")."""
    if token.tag_.startswith("VB"):
        return _somebodys(token) and _states(token)
    return all(part.pos_ == "PROPN" and not syntax.is_owner(part) for part in token.lefts)


def _untaken(article, acts, wanted):
    """The places of the wanted tokens outside quotation marks that are the cue of nothing found."""
    taken = bytearray(len(article.text))
    spans = [(act.cue_start, act.cue_end) for act in acts if act.cue and act.confidence >= LIKELY]
    for start, end in spans + [(span.start, span.end) for span in article.quoted_spans]:
        taken[start:end] = b"\1" * (end - start)
    places = [paragraph.offsets(token.i, token.i + 1) for paragraph in article.parsed
              if not paragraph.apart for token in paragraph.doc if wanted(token)]
    return [place for place in places if not taken[place[0]]]


def _open_verb(token):
    """Whether a token is a verb of somebody's speech that leaves the truth of a clause open."""
    cue = entry(token) if token.tag_.startswith("VB") else None
    return (cue is not None and cue.scope == "speech" and _open(cue.cue_class, [token.lower_])
            and _somebodys(token) and _states(token) and bool(
                token.lower_ in words("reporting.accusing")
                or syntax.complement_clause(token) or syntax.first_object(token)))


def _somebodys(verb):
    """Whether a verb is somebody's act, not the writer's own, nor what anybody may do: "claiming to
    be ill is easy"."""
    who = syntax.first_subject(verb)
    return ("subject" not in syntax.role(verb) and not syntax.negated(verb)
            and (who is None or who.lower_ not in words("genre.first_person")))


def _said(act, wrong="cue"):
    """How likely it is that an act's cue and source are there: more than that its content is cut
    rightly, too, which its confidence weighs."""
    return 1 - (1 - act.confidence) * rate(wrong)


def _gave_no_word(article, act):
    """How likely a refusal is one: as sure as its row, but "declined to comment" hardly is none."""
    plain = act.cue is not None and syntax.unmistakable(_cue(article, act))
    return _said(act, "refused") if plain else act.confidence


def _named(act):
    """How likely it is that who is named for an act is right: where it says so by a pronoun or a
    description, no surer than who that is."""
    led = act.why.partition("; ")[2].startswith(("pronoun.", "description.known"))
    return act.speaker_confidence if led and act.speaker else 1


def _one_each(acts):
    """The first act of each speaker."""
    return list({(act.speaker or act.attribution): act for act in reversed(acts)}.values())[::-1]


def _who(act, unnamed):
    if act.speaker:
        return called(act.speaker, unnamed)
    return "somebody" if (act.source or "it").lower() in PRONOUNS else act.source


def _spans(acts):
    return [(act.start, act.end) for act in acts]
