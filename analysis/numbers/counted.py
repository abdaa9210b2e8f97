"""What a number counts: the noun phrase it modifies, or the one after "of"."""
import re
from functools import cache
from typing import TYPE_CHECKING

from analysis import syntax
from analysis.lexicons import rows, words
from analysis.numbers.quantity import Quantity
from analysis.numbers.words import meant

if TYPE_CHECKING:
    from analysis.text.tokens import Doc

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_INNER = {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "CD", "POS", "RB",
          "RBS", "RBR", ",", "AFX",
          "FW", "``", "''"}
_DETERMINERS = ("DT", "PRP$", "WP$", "PDT", "WDT")
_PARENT = re.compile(r"(?:mum|mom|mother|dad|father|parent)-of-$", re.I)
_BLANKS = re.compile(r"\s+")


def phrase(quantity: Quantity, doc: "Doc") -> tuple[str | None, int]:
    """(text of the counted noun phrase or None, index of the token after it)."""
    after = quantity.last
    if after >= len(doc) or doc[after].tag_ == "POS":                 # "the 52-year-old's boat"
        return None, after
    if quantity.unit and quantity.form != "magnitude":
        return _measured(quantity, doc)
    before = doc[max(quantity.first - 4, 0):after]
    if _PARENT.search(before.text, 0, quantity.start - before.start_char):
        return "children", after
    following = [token.lower_ for token in doc[after:after + 2]]
    if following[0] == "or" and following[1:] and following[1] in words("numbers.or_more"):
        after += 2                                                    # "20 or more boats"
        following = [token.lower_ for token in doc[after:after + 2]] or ["."]
    if following[0] == "of" or following[0] in words("numbers.before_of") and (
            following[1:] == ["of"]):
        return noun_after(doc, after + 1 + (following[0] != "of"))
    if quantity.form == "fraction" and doc[after].tag_ in ("DT", "PRP$"):
        return noun_after(doc, after)                          # "half her cabinet"
    bare = following[0] in words("numbers.not_counted") and not _in_front_of(doc, after) or (
        # "two-thirds, 67 per cent,"
        following[0] == "," and doc[after + 1:after + 2].text.isdigit())
    head = None if bare else _head(quantity, doc, after)
    if head is None or syntax.tag_behind_number(doc[after], after, _many(quantity)) == "VBD":
        return None, after
    head = _past_name(doc, head) if quantity.size > 1 else head
    return _having(text_of(doc, after, head), doc[head], doc), head + 1


def _in_front_of(doc, after):
    """Whether a number and the word behind it stand before one noun, which is no time: "one last
    obstacle remained"; not "he sold 20 last year"."""
    number, noun = doc[after - 1], doc[after - 1].head
    return (syntax.in_front(number) and noun.i > after and noun.i == doc[after].head.i
            and not syntax.timed(noun))


def _many(quantity):
    """Whether a number counts no singular noun: one above one, or somebody's age."""
    return quantity.form != "ordinal" and (quantity.kind == "age" or quantity.size > 1)


def _past_name(doc, head):
    """The index of the plural noun that a name behind a noun stands before ("five Bank of Orva
    branches", "three border Orva towns"), else the index given."""
    if doc[head].tag_ not in ("NN", "NNP"):
        return head
    first = end = head + 1 + (doc[head].tag_ == "NNP" and doc[head + 1:head + 2].text == "of")
    while end < len(doc) and doc[end].tag_ in ("NNP", "NNPS"):
        end += 1
    return end if first < end < len(doc) and doc[end].tag_ == "NNS" else head


def _having(noun, head, doc):
    """The noun in a participle that a number is joined to ("three-wheeled"); another participle
    counts nothing ("18-rated")."""
    if not head.i or head.nbor(-1).text != "-" or not head.lower_.endswith("ed"):
        return noun
    return meant("having").get(head.lower_)


def _measured(quantity, doc):
    """What a measured amount is of: "10 percent of the population", "€3 billion in aid"."""
    after = quantity.last
    word = doc[after].lower_
    near = quantity.first > 0 and doc[quantity.first - 1].lower_ == "within"
    if near or word != "of" and not (word == "in" and quantity.kind == "money") or (
            quantity.kind not in ("percent", "fraction", "money", "weight", "count", "area")):
        return _fronted(quantity, doc), after
    noun, end = noun_after(doc, after + 1)
    verb = syntax.verb_above(doc[quantity.first]) if word == "in" else None
    if word == "in" and doc[after + 1].tag_ in _DETERMINERS or (
            verb is not None and verb.lemma_ in words("numbers.puts_money_in")):
        return None, after
    if word == "in" and (noun is None or not noun[0].islower()
                         or noun.split()[-1] in words("numbers.spans_of_time")):
        return None, after
    return noun, end if noun else after


def _fronted(quantity, doc):
    """What a share is of where that begins the sentence ("Of the voters, just 40 per cent …"), or
    None."""
    if quantity.kind not in ("percent", "fraction"):
        return None
    first = quantity.first
    while first and quantity.first - first < 14 and not doc[first].is_sent_start:
        first -= 1
    led = any(token.text == "," for token in doc[max(quantity.first - 4, first):quantity.first])
    begins = doc[first].is_sent_start and doc[first].lower_ == "of"
    return noun_after(doc, first + 1)[0] if led and begins else None


def _head(quantity, doc, after):
    """The index of the head noun in the words after a number, by the parse, or by the run of words
    before a noun's end."""
    if after >= len(doc):
        return None
    if doc[after].lower_ == "times":
        return after
    if (doc[after].text == "-" and after + 1 < len(doc) and doc[after + 1].is_alpha
            and not doc[after - 1].whitespace_):
        grouped = doc[after + 1].lower_ in words("numbers.group_of_size")     # "13-strong jury"
        return _run(doc, after + 2) if grouped else after + 1
    if quantity.size > 1 and doc[after].lower_ in words("numbers.measured_singly"):
        return after                                                  # "an eight point advantage"
    for token in doc[quantity.first:quantity.last]:
        if not syntax.in_front(token) and not syntax.is_adverbial(token):
            continue
        head = token.head
        while (syntax.is_numeral(head) or syntax.qualifies(head)) and head.i < after:
            head = head.head
        noun = syntax.tag_behind_number(head, after, False) in _NOUNS
        if noun and 0 <= head.i - after < 9 and all(
                (syntax.tag_behind_number(word, after, False) in (*_INNER, "RP")
                 or word.lower_ == "and") and not _dash(word) for word in doc[after:head.i]):
            return _extend(doc, head.i)
    number = syntax.top(doc, quantity.first, quantity.last)
    if syntax.is_subject(number) and number.head.i == after:
        return None                                                   # "More than 20 followed suit"
    return _run(doc, after)


def _run(doc, after):
    """The last noun of the words that may stand in a noun phrase after a number, or None."""
    noun = None
    for token in doc[after:after + 7]:
        if _joins_modifiers(token):
            continue
        if (syntax.tag_behind_number(token, after, False) not in _INNER
                or token.tag_ == "," or _dash(token)
                or token.is_sent_start and token.i > after):
            break
        if noun is not None and _begins_clause(token, doc[noun]):
            break
        if token.tag_ in _NOUNS:
            noun = token.i
        elif noun is not None and token.tag_ not in ("HYPH", "POS") and not (
                _relates(token) or _leads_on(doc[noun], token)):
            break
    return noun


def _begins_clause(token, noun):
    """Whether a name behind a plural noun is the subject of a clause without "which": "the boats
    Brell had bought"."""
    return token.tag_ == "NNP" and noun.tag_ == "NNS" and noun.text.islower()


def _leads_on(noun, token):
    """Whether a noun, with the adjective behind it, stands before another noun: "US economic
    activity"."""
    return syntax.in_front(noun) and token.tag_ == "JJ" and syntax.in_front(token) and (
        noun.head.i == token.head.i > token.i)


def _relates(token):
    """Whether a participle joins two nouns: "12 flood related deaths"."""
    doc, after = token.doc, token.i + 1
    return token.tag_ == "VBN" and after < len(doc) and doc[after].tag_ == "NNS"


def _joins_modifiers(token):
    """Whether a conjunction stands between two adjectives, or two names that narrow one plural
    noun: "printed and digital books", "Orvane and Tell boats"."""
    doc, position = token.doc, token.i + 1
    if token.tag_ != "CC" or not token.i or position >= len(doc):
        return False
    if {doc[token.i - 1].tag_, doc[position].tag_} <= {"JJ", "VBN"}:
        return True
    if doc[token.i - 1].tag_ != "NNP":
        return False
    while position < len(doc) and doc[position].tag_ == "NNP":
        position += 1
    return token.i + 1 < position < len(doc) and doc[position].tag_ == "NNS"


def _joins_numbers(token):
    """Whether a conjunction stands between two numbers: "six or seven boats"."""
    return token.tag_ == "CC" and 0 < token.i < len(token.doc) - 1 and (
        token.nbor(-1).tag_ == token.nbor(1).tag_ == "CD")


@cache
def _is_magnitude(word):
    return any(row["word"] == word and row["type"] == "plural" for row in rows("numerals.tsv"))


def _dash(token):
    return token.text in "-–—" and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _extend(doc, head):
    """A singular head noun gives way to the noun right after it: the parse may stop inside a
    compound ("11 tent camps", "40 e-mails")."""
    while head + 1 < len(doc):
        joined = 1 + (doc[head + 1].text == "-" and not doc[head].whitespace_)
        following = doc[head + joined:head + joined + 1]
        if doc[head].tag_ == "NNS" and joined < 2 or not following.text or (
                following[0].tag_ not in ("NN", "NNS")
                or following[0].lower_ in words("numbers.not_counted")):      # "a debate tonight"
            break
        head += joined
    return head


def noun_after(doc: "Doc", start: int) -> tuple[str | None, int]:
    """(the noun phrase after a preposition, without its determiner, or None; the index of the
    token after it)."""
    noun, joined, position, number = None, None, start, start
    for position, token in enumerate(doc[start:start + 9], start):
        inner = token.tag_ in _DETERMINERS or token.tag_ in _INNER and token.tag_ != ","
        if noun is not None and _begins_clause(token, doc[noun]) or _dash(token):
            break
        if token.text[0].isdigit() or number == position > start and (
                not doc[position - 1].whitespace_ and token.is_alpha):         # "4.3M"
            number = position + 1
        elif token.tag_ in _NOUNS:
            noun = position
        elif token.tag_ == "POS":
            noun = None
        elif token.tag_ == "HYPH" and noun is not None:                 # "state-funded players"
            noun, joined = None, noun
        elif token.tag_ != "HYPH" and (noun is not None or not inner) and not (
                _joins_modifiers(token) or _joins_numbers(token) or syntax.hyphened(token)
                or noun is not None and _leads_on(doc[noun], token)):
            break
    else:
        position += 1
    noun = joined if noun is None else noun
    if noun is None and start < min(position,
                                    len(doc)) and doc[position - 1].tag_ in ("JJ", "VBN") and (
            doc[start].lower_ in ("the", "its", "their")):
        noun = position - 1
    if noun is None and doc[start:start + 1].text.isalnum() and doc[start].like_num and (
            doc[start + 1:start + 2].text == "of"):
        return noun_after(doc, start + 2)                     # "one of three of his boats"
    if noun is None:
        return None, start
    if doc[noun + 1:noun + 2].text == "of" and _is_magnitude(doc[noun].lower_):
        return noun_after(doc, noun + 2)                        # "one of dozens of boats"
    noun = _whole_name(doc, noun)
    first = number if number <= noun else start
    for place in range(first + 2, noun):
        if doc[place].tag_ == "CD" and doc[place - 1].tag_ == "POS":
            first = place                                               # "the club's seven tries"
    while first < noun and (doc[first].tag_ in (*_DETERMINERS, "CD") and (
            doc[first + 1].text != "-") or doc[first].tag_ in ("RB", "JJ", "CC") and (
                doc[first + 1].tag_ == "CD")):
        first += 1                                   # "one of only five boats", "of six or seven"
    return text_of(doc, first, noun), noun + 1


def _whole_name(doc, noun):
    """The index of the last word of the name that a noun is in: "the Bank of Orva"."""
    of = doc[noun + 1:noun + 3]
    named = doc[noun].tag_ == "NNP" and len(of) == 2 and of[0].text == "of"
    return noun + 2 if named and of[1].tag_ == "NNP" else noun


def text_of(doc: "Doc", first: int, head: int) -> str | None:
    """The words of a counted noun phrase, without what only leads to it."""
    while first < head and (doc[first].lower_ in words("numbers.skipped_before_noun")
                            or doc[first].tag_ in ("HYPH", "``", "''", ",", "CC")
                            or doc[first].tag_ == "CD" and "CC" in (
                                doc[first + 1].tag_, first and doc[first - 1].tag_)
                            or first and doc[first - 1].text == "-"
                            and doc[first].lower_ in words("numbers.group_of_size")):
        first += 1
    text = "".join(token.text_with_ws for token in doc[first:head + 1])
    return _BLANKS.sub(" ", text).strip(" -–“”\"'’,") or None
