"""Who can speak: a person, a body, a group of people, a document. Acts whose source is none of these have no speaker."""

from analysis.entities.lexicon import bodies
from analysis.entities.roles import COLLECTIVE, COUNTING, noun_role
from analysis.lexicons import words

NO_VOICE = "the source is no voice"
# What only people do, whoever they turn out to be: an unknown noun with one of these speaks.
_HUMAN_VERBS = set("""say tell ask add reply answer claim argue pledge promise vow believe think hope admit deny insist
    recall agree swear joke quip shout whisper scream mutter apologise apologize lament complain write speculate""".split())
_ENDINGS = ("er", "or", "ist", "man", "men", "woman", "women", "person", "ician", "nent", "folk")
# "a growing number of observers", "the results of a survey": what stands after "of" speaks, or does not
_AMOUNTS = {"result", "number", "majority", "minority", "handful", "couple", "dozen", "hundred", "thousand", "million", "score", "lot",
            "plenty", "part", "rest", "half", "third", "quarter", "percent", "share", "proportion", "percentage", "variety",
            "range", "array", "host", "series", "chorus", "generation", "pair", "trio", "kind", "type", "bunch", "crowd"}
_CROWDS = {"dozens", "scores", "hundreds", "thousands", "millions"}       # of people, where nothing follows
# A definite place stands for its government or its people: "the town says"
COUNTRIES = {"country", "state", "nation", "kingdom", "republic"}
PLACES = COUNTRIES | {"city", "town", "village", "region", "island", "county", "province"}


def counted(doc, i):
    """The token of what is counted in "one of the women", "a number of observers", or None."""
    if i + 1 < len(doc) and doc[i + 1].lower_ == "of" and (doc[i].lower_ in COUNTING or doc[i].lemma_.lower() in _AMOUNTS):
        return next((child.i for child in doc[i + 1].children if child.dep_ == "pobj"), None)
    return None


def populace(token):
    """Whether a place is counted by its people, "a town of 19,000 people": they speak, not their government."""
    return any(child.lower_ == "people" for part in token.children if part.lower_ == "of" for child in part.children)


def speaks(doc, i, verb):
    """Whether the noun at token i can be the source of what is said with a verb (a lemma, or None).

    True of role nouns and bodies of the lexicons, documents, names, quantifiers of people, nouns of people by their ending
    or by "who" after them, and whatever says, tells or argues; not of evidence and other things (lexicons/not_voices.txt).
    """
    token = doc[i]
    others = counted(doc, i)
    if others is not None:
        return speaks(doc, others, verb)
    if any(clause.dep_ == "relcl" and any(word.tag_ in ("WP", "WP$") for word in clause.children) for clause in token.children):
        return True
    noun, role = noun_role(doc, i)
    if token.lemma_.lower() in words("not_voices.txt"):
        return False
    if token.lower_ in _CROWDS:
        return True
    if noun in PLACES:
        return populace(token) or any(child.lower_ in ("the", "this", "that") or child.dep_ == "poss" for child in token.children)
    if role is not None or noun in bodies() or noun in COLLECTIVE or noun in COUNTING or noun in words("documents.txt"):
        return True
    return token.pos_ in ("PROPN", "PRON", "ADJ", "NUM", "DET") or verb in _HUMAN_VERBS or noun.endswith(_ENDINGS)
