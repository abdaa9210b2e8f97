"""The mentions of a passage: names with the role phrases around them, role and group nouns,
pronouns."""
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.entities.capacity import counted, noun_type
from analysis.entities.lexicon import bodies, countries, titles
from analysis.entities.mention import Mention
from analysis.entities.name_spans import LABELS, Piece, dateline, is_title, pieces, plural_role
from analysis.entities.names import key
from analysis.entities.roles import BODY_NOUNS, COLLECTIVE, extent, noun_role, phrase
from analysis.lexicons import words
from analysis.syntax import role as clause_role

if TYPE_CHECKING:
    from analysis.text.parse import ParsedParagraph
    from analysis.text.tokens import Doc, Token

PRONOUNS = {form: kind for kind, forms in {
    "m": "he him his himself", "f": "she her hers herself",
    "they": "they them their theirs themselves themself",
    "it": "it its itself", "i": "i me my mine myself", "we": "we us our ours ourselves",
    "who": "who whom whose",
}.items() for form in forms.split()}


def mentions(paragraph: "ParsedParagraph", index: int, sentence: int,
             sources: Sequence[tuple[int, int]], surnames: Set[str] = frozenset(),
             known: set[tuple[str, ...]] | None = None) -> list[Mention]:
    """The `Mention`s of one passage in order.

    sentence: number of its first sentence; sources: (first, last) of acts. surnames: last words of
    the people's names in the article. known: in a heading, where every word may be capitalised, the
    names (`names.key`) that the body has; only those are looked for.
    """
    doc = paragraph.doc
    numbers = [0] * len(doc)
    for count, span in enumerate(doc.sents):
        for i in range(span.start, span.end):
            numbers[i] = sentence + count
    found, owner = [], {}
    for piece in pieces(doc, sources, surnames) if known is None else _known(doc, known, sources):
        mention = _name(paragraph, index, piece, numbers)
        mention.source = any(first <= mention.head < last and root(doc, first, last) == mention.head
                             for first, last in sources)
        found.append(mention)
        for i in range(mention.first, mention.last):
            owner[i] = mention
    roots = {root(doc, first, last) for first, last in sources}
    roots |= {head for head in (antecedent_noun(doc[i]) for i in roots) if head is not None}
    consumed = {i for mention in found for i in mention.titles}
    for token in doc[dateline(doc):]:
        i = token.i
        if i in owner:
            continue
        lower = token.lower_
        if lower in ("which", "that") and token.tag_ == "WDT" and i in roots:
            found.append(Mention(index, i, i + 1, i, "pronoun", numbers[i], clause_role(token),
                                 label="who"))
        elif lower in PRONOUNS and not (token.text.isupper()
                                        and len(lower) > 1) and token.pos_ in ("PRON", "DET",
                                                                               "PROPN", "NOUN"):
            kind = PRONOUNS[lower]
            found.append(Mention(index, i, i + 1, i, "pronoun", numbers[i], clause_role(token),
                                 label=kind,
                                 gender=kind if kind in "mf" else None,
                                 plural=kind in ("they", "we")))
        elif (token.pos_ in ("NOUN", "PROPN") or i in roots and token.pos_ not in ("PRON",) or
              i in roots and lower in words("entities.indefinite")) and i not in consumed:
            mention = _noun(paragraph, index, i, numbers, i in roots, owner)
            if mention:
                found.append(mention)
                owner[i] = mention
    _identify(doc, found, roots)
    _personal(doc, found)
    found.sort(key=lambda mention: (mention.head, mention.first))
    return found


def _identify(doc, found, roots):
    """Tell the nouns that say who somebody is of whom they say it: appositions and predicates."""
    said = {mention.said: mention.head for mention in found if mention.said is not None}
    for mention in found:
        token = doc[mention.head]
        if mention.kind != "noun":
            continue
        if mention.head in said:
            mention.of, mention.clause = said[mention.head], "apposition"
        elif mention.clause == "predicate" and mention.head not in roots:
            first = token if syntax.second_predicate(token) else syntax.first_conjunct(token)
            copula = first.head
            subject = syntax.first_subject(_turned(copula) or copula)
            if subject is not None and subject.lower_ not in words("entities.placeholders"):
                mention.of = subject.i
                mention.supposed = _supposed(copula)
        elif any(part.pos_ == "PROPN" for part in syntax.appositions(token)):
            mention.of = syntax.appositions(token)[0].i


def _personal(doc, found):
    """Mark the names that are people's by what stands before them: a pronoun, "On her website,
    Ilves says so", or who is called so, "a singer known as Ilves"."""
    names = [syntax.subject_behind(doc[mention.head]) if mention.kind == "pronoun"
             else syntax.called(doc[mention.head]) for mention in found
             if mention.kind == "pronoun" and mention.label in ("m", "f")
             or mention.kind == "noun" and mention.type == "person" and not mention.plural]
    heads = {name.i for name in names if name is not None}
    for mention in found:
        if mention.kind == "name" and mention.head in heads:
            mention.signs.append("personal")


def _supposed(copula):
    """Whether what a copula says is denied or only supposed: "is not a doctor", "would be one", "if
    she is", "hopes to be"."""
    return (syntax.negated(copula) or syntax.modal(copula) is not None
            or copula.tag_ == "VB" and _turned(copula) is None
            or any(syntax.opened_by(copula, word) for word in ("if", "unless", "whether")))


def _turned(copula):
    """The verb that says that somebody came to be what a copula says, "went on to be"; or None."""
    verb, before = copula.head, copula.doc[max(copula.i - 2, 0)]
    return verb if (copula.tag_ == "VB" and before.lemma_ in words("entities.turns")
                    and verb.tag_ != "VBG" and not _supposed(verb)) else None


def antecedent_noun(token: "Token") -> int | None:
    """The token that a relative pronoun stands for, or None: the noun its clause belongs to."""
    if token.lower_ not in words("entities.relatives") or token.tag_ not in ("WP", "WDT", "WP$"):
        return None
    verb = syntax.relative_clause(token)
    if verb is None:
        return None
    noun = verb.head
    if (syntax.after_preposition(noun) and noun.head.lower_ == "of"
            and noun.head.head.lower_ in ("one", "another", "each")
            and any(word.tag_ == "VBZ" or word.lower_ == "was"
                    for word in (verb, *verb.children))):
        # "one of the divers, who hopes": the verb is singular, so that it is the one who hopes
        return noun.head.head.i
    return noun.i


def _known(doc, known, sources):
    """The known names in a heading, longest first from the left, and what the parser finds in an
    act's source."""
    found = [piece for piece in pieces(doc, sources)
             if any(first <= piece.first < last for first, last in sources)
             and (piece.last - piece.first > 1
                  or noun_role(doc, piece.first)[1] is None)       # "Passengers tell of …"
             and not any(token.lower_ in PRONOUNS or token.tag_ == "POS"
                         for token in doc[piece.first:piece.last])]
    i = 0
    taken = {k for piece in found for k in range(piece.first, piece.last)}
    while i < len(doc):
        for last in range(min(i + 5, len(doc)), i, -1):
            if key(tuple(doc[i:last].text.split())) in known and not taken & set(range(i, last)):
                found.append(Piece(i, last, None))
                i = last - 1
                break
        i += 1
    return sorted(found, key=lambda piece: piece.first)


def root(doc: "Doc", first: int, last: int) -> int:
    for i in range(first, last):
        head = doc[i].head.i
        if (head < first or head >= last or head == i) and not doc[i].is_punct:
            return i
    return first


def _name(paragraph, index, piece, numbers):
    doc = paragraph.doc
    head = root(doc, piece.first, piece.last)
    lettered = piece.last < len(doc) and doc[piece.last].lower_ in words("entities.postnominals")
    if lettered and doc[head].head.i == piece.last:
        head = piece.last       # "Ada Lorn MP"
    spoken = tuple(doc[piece.first:piece.last].text.split())
    mention = Mention(index, piece.first, piece.last, head, "name", numbers[head],
                      clause_role(doc[head]),
                      words=spoken, label=piece.label,
                      definite=piece.first > 0 and doc[piece.first - 1].lower_ == "the")
    mention.inside = doc[head].head.lower_ in words("entities.inside")
    mention.bracketed = piece.first > 1 and doc[piece.first - 1].text == "("
    if lettered:
        mention.titles.append(piece.last)
    before = _before(doc, piece)
    if before is not None:
        first, noun = before
        next_to = doc[piece.first - 1].lower_.rstrip(".")
        last = (noun + 1 if next_to in titles() or next_to in words("entities.naming")
                else piece.first)
        mention.roles.append(phrase(paragraph, first, last, noun))
        mention.spans.append((first, piece.first))
        mention.titles.extend(range(first, piece.first))
        mention.signs.append("title")
        title = titles().get(doc[noun].lower_.rstrip("."))
        mention.gender = (title and title.gender) or mention.roles[-1].gender
        if title and title.role_class is None:
            mention.roles.pop()
            mention.courtesy = True
    after = _after(doc, piece, head) or before and _described(doc, before[1])
    if after:
        first, last, noun = after
        found = phrase(paragraph, first, last, noun)
        # a body is described too ("Harbour Watch, a charity"), a place seldom by what a person is
        mention.roles.append(found)
        mention.spans.append((first, last))
        mention.said = noun
        mention.gender = mention.gender or found.gender
    else:
        heading = _heading(paragraph, piece)
        if heading is not None:
            mention.roles.append(heading)
    mention.affiliation = _affiliation(doc, piece)
    if _work(doc, piece, head):
        mention.signs.append("work")
    mention.company = _company(doc, piece, head)
    mention.several = doc[piece.last - 1].tag_ in ("NNPS", "NNS")
    if piece.last + 1 < len(doc) and doc[piece.last].text == "," and doc[piece.last
                                                                         + 1].like_num and \
            doc[piece.last
                + 1].text.isdigit() and 1 < len(doc[piece.last
                                                    + 1].text) < 4 and (piece.label != "place"
                                                                        or _age_ends(doc, piece)):
        mention.signs.append("age")
    if (piece.last + 1 < len(doc)
            and doc[piece.last + (doc[piece.last].text == ",")].lower_ in ("who", "whose")):
        mention.signs.append("who")
    return mention


def _work(doc, piece, head):
    """Whether the noun before a name says that it is of a work or vessel: "the album Marigold"."""
    noun = doc[piece.first - 1] if piece.first else None
    return (noun is not None and noun.lemma_.lower() in words("entities.works")
            and (noun.head.i == head or doc[head].head.i == noun.i))


def _company(doc, piece, head):
    """What the names next to a name in a row are taken for: "and person"."""
    labels = {LABELS.get(token.ent_type_) for token in syntax.beside_in_row(doc[head])
              if not piece.first <= token.i < piece.last}
    return [f"and {label}" for label in sorted(filter(None, labels))]


def _age_ends(doc, piece):
    """Whether what follows "Lorn, 33" shows an age, not a number of things ("In Tolne, 33
    people")."""
    return (piece.last - piece.first > 1 and piece.last + 2 < len(doc)
            and doc[piece.last + 2].text in (",", "."))


def _affiliation(doc, piece):
    """The body or country named right after a person, "Jane Doe, of the Harbour Union", as (first,
    last), or None."""
    i = piece.last + (piece.last < len(doc) and doc[piece.last].text == ",")
    if i + 1 >= len(doc) or doc[i].lower_ not in words("entities.of_a_body"):
        return _genitive(doc, piece)
    for entity in doc[i:i + 8].ents:
        if (entity.label_ in ("ORG", "GPE", "NORP") and entity.start <= i + 4
                and not any(t.is_punct for t in doc[i:entity.start])):
            first = entity.start + (entity[0].lower_ == "the")
            inner = next((other for other in doc[entity.end:i + 10].ents if other.label_ == "ORG"
                          and doc[other.start - 1].tag_ == "POS"
                          and other.start - entity.end < 2), None)
            if inner is not None:
                # "of Tolne’s Harbour Watch"
                return inner.start, inner.end
            return (first, entity.end) if first < entity.end else None
    body = syntax.object_of(doc[i])
    if body is not None and body.lemma_.lower() in COLLECTIVE:
        # "Ada Lorn, of the pilots' union"
        first, last = extent(doc, body.i)
        return first + (doc[first].pos_ == "DET"), last
    return None


def _genitive(doc, piece):
    """The body whose genitive stands before a person, "Harbour Watch's Ada Lorn", as (first, last),
    or None."""
    mark = piece.first - 1
    if mark < 1 or doc[mark].tag_ != "POS" or doc[mark - 1].ent_type_ not in ("ORG", "GPE"):
        return None
    first = mark - 1
    while first and doc[first].ent_iob_ == "I":
        first -= 1
    first += doc[first].lower_ == "the"
    country = doc[first:mark].text.lower() in countries()
    return (first, mark) if country or doc[mark - 1].ent_type_ == "ORG" else None


def _before(doc, piece):
    """(first, noun) of the role phrase before a name, or None: "German Chancellor", "Middle East
    expert", "Mr"."""
    chair = _chair(doc, piece)
    if chair is not None:
        return chair
    i = piece.first - 1
    if piece.titles:
        i = piece.titles[1] - 1
        while not (is_title(doc, i) or noun_role(doc, i)[1]) and i > piece.titles[0]:
            i -= 1
        if doc[i].lower_ == "state" and i >= 2:
            i -= 2
    elif i > 0 and doc[i].text == "." and is_title(doc, i - 1) and doc[i - 1].text[0].isupper():
        i -= 1
    if (i < 0 or piece.label == "place" and doc[i].pos_ != "PROPN"
            or doc[i].text[-1] == "." and not is_title(doc, i)):
        return None
    if i >= 2 and doc[i].lower_ == "state" and doc[i - 1].lower_ == "of":
        i -= 2
    title = titles().get(doc[i].lower_.rstrip("."))
    if title and title.role_class is None and i and noun_role(doc, i - 1)[1]:
        i -= 1          # "Transport minister Sir Osric Pell"
    noun, role = noun_role(doc, i)
    role = role or titles().get(doc[i].lower_.rstrip("."))
    if (doc[i].lower_ in words("entities.naming") and doc[i].head.pos_ in ("NOUN", "PROPN")
            and doc[i].head.i < i and doc[i].head.i > i - 4):
        head = doc[i].head.i
        return (extent(doc, head)[0], head)
    if (role is None and not _calls(doc[i], piece)
            or doc[i].pos_ not in ("NOUN", "PROPN", "ADJ", "X") or doc[i].tag_ == "NNS"
            or piece.label == "body" and doc[i].pos_ == "ADJ" and noun not in COLLECTIVE):
        return None
    if not doc[i].whitespace_ and i + 1 == piece.first:
        return None
    first = i
    while first > 0 and _goes_before(doc, first, i, piece):
        first -= 1
        if doc[first].pos_ == "DET":
            break
    return first, i


def _goes_before(doc, first, noun, piece):
    """Whether the token before doc[first] is part of the role phrase whose noun is that token."""
    token = doc[first - 1]
    if doc[noun].lower_ in words("entities.portfolios") and _joins_names(doc, first - 1, noun):
        return True
    if ("-" in (token.text, doc[first].text) and not token.whitespace_
            and not doc[first].is_sent_start):
        return True         # "brother-in-law"
    if (token.is_punct and token.text != "-" or token.is_space or token.is_quote
            or doc[first].is_sent_start or _ends_before(doc, first)):
        return False
    if token.pos_ in ("VERB", "AUX"):
        # "defending champion", "the retired judge", not "and thanked judge Lorn"
        return first <= token.head.i <= noun and (token.tag_ == "VBG" or token.tag_ == "VBN" and (
            token.is_sent_start or doc[first - 2].pos_ in ("DET", "ADP", "PUNCT", "ADJ", "ADV")))
    if token.pos_ == "ADP":
        # "Chairman of the Chinese party", not "cousin of President", "relatives of President"
        return (token.lower_ == "of" and first < noun and doc[first].text[0].isupper()
                and piece.label != "body" and _holds_office(doc, first - 2)
                and doc[first - 2].tag_ not in ("NNS", "NNPS")
                and doc[first - 2].lower_ not in words("entities.kin"))
    if token.pos_ == "CCONJ":
        return doc[first].pos_ == "NOUN" and first > 1 and noun_role(doc, first - 2)[1] is not None
    return (token.pos_ not in ("PRON", "SCONJ", "ADV", "INTJ") and token.tag_ != "TO"
            or token.tag_ == "PRP$")


def _joins_names(doc, i, noun):
    """Whether a token stands between what a minister is for: "Culture, Media and Sport
    Secretary"."""
    row = [doc[k].lower_ for k in range(i, noun)]
    return (0 < i and row[0] in (",", "and", "&") and {"and", "&"} & {*row}
            and not words("entities.offices") & {*row}
            and all(doc[k].text.istitle() and doc[k].pos_ in ("NOUN", "PROPN")
                    and doc[k].ent_type_ != "PERSON" and doc[k].lower_ not in countries()
                    for k in (i - 1, i + 1)))


def _ends_before(doc, first):
    """Whether a role phrase cannot go on before its token: there stand a day, a sum, the end of a
    sentence that the parse has missed, or a thing before a title ("attack Mayor Lorn")."""
    token = doc[first - 1]
    plain = (token.text.islower() and doc[first].text[0].isupper() and token.pos_ == "NOUN"
             and (token.tag_ == "NNS" or noun_role(doc, token.i)[1] is None
                  and token.lemma_.lower() not in COLLECTIVE))
    return (plain or token.ent_type_ in ("DATE", "TIME") and token.pos_ == "PROPN"
            or any(sign.isdigit() for sign in token.text) and token.text.endswith("."))


def _chair(doc, piece):
    """(first, noun) of "Chairman of the Harbour Watch" before a person's full name, or None."""
    i = piece.first - 1
    if (piece.label != "person" or piece.last - piece.first < 2 or i < 0
            or doc[i].pos_ != "PROPN" or doc[i].lower_.rstrip(".") in titles()):
        return None
    for j in range(i, max(i - 9, 0), -1):
        if doc[j].lower_ == "and" and doc[j - 1].ent_type_ == "PERSON":
            return None
        if (doc[j].lower_ == "of" and _holds_office(doc, j - 1)
                and doc[j - 1].tag_ not in ("NNS", "NNPS")):
            first = j - 1
            while first and doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
                first -= 1
            return first, j - 1
        if doc[j].pos_ != "PROPN" and doc[j].lower_ not in ("the", "and", "for", "of"):
            return None
    return None


def _holds_office(doc, i):
    """Whether the noun at token i is a role of people, and no document or body: "release",
    "university"."""
    noun, role = noun_role(doc, i)
    return role is not None and role.role_class != "document" and noun not in COLLECTIVE


def _calls(token, piece):
    """Whether a noun of no list says what the person after it is: "the goatherd Osric Pell"."""
    lemma = token.lemma_.lower()
    return (piece.label == "person" and token.tag_ == "NN" and token.text.islower()
            and token.is_alpha and not token.ent_type_ and syntax.is_compound(token)
            and piece.first <= token.head.i < piece.last
            and lemma not in words("not_voices.txt") and lemma not in words("entities.no_person"))


def _described(doc, noun):
    """(first, last, noun) of the phrase that a role noun explains: "my neighbour, a signalman
    called Lorn"; else None."""
    outer = doc[noun].head
    if (syntax.is_apposition(doc[noun]) and outer.pos_ == "NOUN" and outer.tag_ != "NNS"
            and noun_role(doc, outer.i)[1]):
        return (*extent(doc, outer.i), outer.i)
    return None


def _after(doc, piece, head):
    """(first, last, noun) of the phrase that says who a name is: an apposition, a copula's
    predicate, or None."""
    token = doc[head]
    for part in syntax.appositions(token):
        if piece.last <= part.i < piece.last + 16 and (
                part.pos_ == "NOUN" or part.pos_ == "PROPN" and noun_role(doc, part.i)[1]
                and part.ent_type_ != "PERSON"):
            if part.tag_ == "NNS" or _hyphened(doc, part.i):
                continue
            if noun_role(doc, part.i)[0] in COLLECTIVE and _affiliation(doc, piece):
                # "Ada Lorn of Harbour Watch, a charity": the charity is not she
                continue
            whose = syntax.possessor(part)
            if whose is not None and whose.lower_ == doc[piece.last - 1].lower_:
                continue        # "Lorn and Pell, Lorn's deputy"
            noun = _second(doc, part)
            return (extent(doc, part.i)[0], extent(doc, noun)[1], noun)
    explaining = syntax.explained_by(token)
    if explaining is not None and explaining.tag_ != "NNS" and noun_role(doc, explaining.i)[1]:
        return piece.last + 1, extent(doc, explaining.i)[1], explaining.i
    renamed = _renamed(doc, piece, token)
    if renamed is not None:
        first, last = extent(doc, renamed.i)
        return first, min(last, piece.first), renamed.i
    if syntax.is_active_subject(token) and token.head.lemma_ == "be" and not _supposed(token.head):
        for part in syntax.predicate_nouns(token.head):
            if (part.pos_ == "NOUN" and part.i > head
                    and noun_role(doc, part.i)[1] and part.tag_ != "NNS"):
                return (*extent(doc, part.i), part.i)
    i = piece.last
    if i + 1 < len(doc) and doc[i].text == ",":
        j = i + 1
        while j < min(i + 9, len(doc)) and (doc[j].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM",
                                                            "ADV") or doc[j].text in ("-", "&")
                                            or doc[j].tag_ in ("VBN", "VBG", "PRP$", "POS")
                                            or doc[j].lower_ in ("of", "for", "and", "outside")):
            j += 1
        noun = j - 1
        small = [k for k in range(i + 1, noun) if doc[k].lower_ in ("of", "for")]
        if small and not any(doc[k].tag_ == "POS" for k in range(small[-1], noun)):
            return None
        if noun > i and doc[noun].pos_ == "NOUN" and doc[i + 1].pos_ in ("DET", "ADJ", "NOUN",
                                                                         "ADV", "NUM", "PROPN") \
                and noun_role(doc, noun)[1] and doc[noun].tag_ != "NNS" \
                and not syntax.is_subject(doc[noun]):
            return (i + 1, extent(doc, noun)[1], noun)
    return None


def _hyphened(doc, i):
    """Whether a token is a hyphen, or goes on behind one, as "co" does in "co-founder"."""
    return doc[i].text == "-" or (i + 1 < len(doc) and doc[i + 1].text == "-"
                                  and not doc[i].whitespace_)


def _second(doc, token):
    """The token of the role noun in "operations and safety editor", which a parse divides; else of
    the noun itself."""
    if noun_role(doc, token.i)[1] is not None:
        return token.i
    return next((part.i for part in syntax.conjuncts(token)
                 if noun_role(doc, part.i)[1] is not None), token.i)


def _renamed(doc, piece, token):
    """The noun before a name that the name explains, "a member of the board, Ada Lorn, said", also
    where the parser gives the verb two subjects; or None."""
    noun = token.head if syntax.is_apposition(token) and token.head.i < piece.first else None
    if noun is not None and any(part.is_quote for part in doc[noun.i:piece.first]):
        return None         # "… for long, senator,” Mara Ilves said"
    if noun is None and syntax.is_subject(token) and doc[piece.first - 1].text == ",":
        noun = next((part for part in syntax.subjects(token.head)
                     if part.right_edge.i == piece.first - 2), None)
    nearer = doc[piece.first - 1]
    if noun is None or nearer.i != noun.i and nearer.lemma_.lower() in BODY_NOUNS:
        return None         # "the head of the trade body Harbour Watch"
    if noun_role(doc, noun.i)[0] in BODY_NOUNS and syntax.after_preposition(noun):
        noun = noun.head.head       # "the nominee for the senate, Ada Lorn"
    several = counted(doc, noun.i)
    if several is not None:
        return noun if noun.lower_ == "one" and noun_role(doc, several)[1] else None
    titled = noun.pos_ == "PROPN" and is_title(doc, noun.i)     # "Finance Minister, Ada Lorn"
    return (noun if (noun.pos_ == "NOUN" or titled) and noun.tag_ not in ("NNS", "NNPS")
            and noun_role(doc, noun.i)[1] else None)


def _heading(paragraph, piece):
    """The `RolePhrase` of "Ada Lorn, who heads the Harbour Watch", or None."""
    doc = paragraph.doc
    who = piece.last + (piece.last < len(doc) and doc[piece.last].text == ",")
    if who + 2 >= len(doc) or doc[who].lower_ != "who":
        return None
    verb = doc[who].head
    body = syntax.direct_object(verb)
    if verb.lemma_ not in words("entities.heading") or body is None or verb.i - who > 3 or not (
            body.ent_type_ == "ORG" or body.lemma_.lower() in COLLECTIVE
            or body.lemma_.lower() in bodies()):
        return None
    found = phrase(paragraph, verb.i, extent(doc, body.i)[1], verb.i)
    return replace(found, noun="head", known=True, individual=True)


def _noun(paragraph, index, i, numbers, source, owner):
    doc = paragraph.doc
    token = doc[i]
    if not source and token.head.i != i and (
            syntax.is_compound(token) or syntax.is_attribute(token)):
        return None
    noun, role = noun_role(doc, i)
    of = i + 1 < len(doc) and doc[i + 1].lower_ == "of"
    if token.ent_type_ in ("DATE", "TIME") and token.lower_ != "old" or not source and (role is None
                                                              or role.role_class == "document"
                                                              or role.bound and not of):
        return None
    if of and not source and noun in words("entities.several"):
        return None         # "a pair of shoes"
    if role is None and not source or token.text.isupper() and len(token.text) > 4 and not source:
        return None
    first, last = extent(doc, i)
    last = min([last, *(k for k in range(i + 1, last) if k in owner and owner[k].said == i
                        or doc[k].lower_ in words("entities.cutting") and doc[k - 1].text != "-")])
    if any(k in owner for k in range(first, i)) and not source and role is None:
        return None
    determiner = next((doc[k] for k in range(first, i) if doc[k].pos_ in ("DET", "PRON")
                       or doc[k].tag_ == "PRP$"
                       or doc[k].tag_ == "POS"), None)
    mention = Mention(index, first, last, i, "noun", numbers[i], clause_role(token),
                      plural=token.tag_ in ("NNS", "NNPS") or plural_role(token)
                      or token.lower_ in words("entities.several"),
                      definite=determiner is not None
                      and (determiner.lower_ in ("the", "this", "that", "these", "those")
                                                           or determiner.tag_ in ("PRP$", "POS")))
    mention.possessed = determiner is not None and determiner.tag_ in ("PRP$", "POS")
    mention.mine = determiner is not None and determiner.lower_ == "my"
    mention.roles.append(phrase(paragraph, first, last, i))
    mention.words, mention.gender = (mention.roles[0].noun,), mention.roles[0].gender
    mention.label = role.role_class if role else None
    mention.type = noun_type(doc, i, mention)
    return mention
