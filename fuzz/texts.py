"""Hostile texts: what breaks parsers, tables and terminals, put together at random."""
import random

_WORDS = ["the", "mayor", "said", "Ana Brell", "He", "it", "40", "people", "a", "of", "on Monday",
          "who", "according to",
          "$4.2 million", "3 May 2024", "per cent", "not", "“", "”", "\"", "'", "‘", "’", ".", ",",
          ":", "—", "-", "(", ")", "!", "?"]
_ODD = ["\x00", "\x1b[2J", "\u202e", "\u2066", "\u200b", "\ud800", "\ufeff", "\U000e0041", "👩‍🔧",
        "שלום", "e\u0301", "\r", "\t",
        "\u2028", "\v", "\x85", "﷽", "ﬁ", "İ", "ß", "½", "٣", "１２", "²", "=1+1", "<script>",
        "{{7*7}}", "]]>", "\\", "%s", "http://a.example/b?c=1"]
NUMBERS = ["1" * 400, "1e400", "0", "00", "1/0", "1/2", "9,999,999,999,999", "-5", "1,00,000",
           "31 February 2024", "1 January 0001",
           "31 December 9999", "Monday, 30 Feb.", "24:61", "12-page", "0.0000001", "1.2.3", "$0",
           "0 per cent of 0", "from 0 to 0 per cent",
           "a million million million million", "minus 40", "2024-13-45", "between 5 and 3",
           "nearly 13 years", "the 0th", "1st of 2"]
_PATTERNS = ["“‘a’” said, ", "The " + "A" * 200 + "!", "1/2 ", "— ", "Ana: hello. ",
             "“It fell,” said Ana Brell. ", "By Ana Brell\n",
             "A-", "a.", "(a ", "he said that ", "and 3 ", "NEW YORK, ", "A Head\n\n", "“",
             "3 to 4 to ", "<!-- c -->", "> ", "# ", "*a "]


def text(random: random.Random) -> str:
    """A text of up to some thousand characters, short ones as often as long."""
    kind = random.randrange(4)
    if kind == 0:
        return random.choice(_PATTERNS) * _often(random, 1, 120)
    pool = _WORDS + (_ODD if kind > 1 else []) + (NUMBERS if kind > 2 else [])
    pieces = [random.choice(pool) + random.choice(["", " ", " ", " ", "\n\n"])
              for _ in range(_often(random, 1, 150))]
    return "".join(pieces)


def mutated(random: random.Random, original: str) -> str:
    """A piece of a real text with characters lost, doubled, moved and put in."""
    start = random.randrange(len(original))
    found = list(original[start:start + _often(random, 50, 1_500)])
    for _ in range(random.randint(1, 30)):
        place = random.randrange(len(found) + 1)
        match random.randrange(4):
            case 0:
                found[place:place + random.randint(1, 20)] = []
            case 1:
                found[place:place] = found[:random.randint(1, 60)]
            case 2:
                found[place:place] = list(random.choice(_ODD + NUMBERS + _PATTERNS))
            case 3:
                found[place:place] = ["\n"] * random.randint(1, 3)
    return "".join(found) or "a"


def _often(random, low, high):
    """A whole number between low and high; each doubling is as likely as the next."""
    return round(low * (high / low) ** random.random())
