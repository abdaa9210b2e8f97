"""Interviews printed as questions and answers without labels, or with no more than "Q:" and "A:":
the answers are those of the person whom the title names, or else the introduction most often.

Questions stand in paragraphs of their own and are put to "you"; the answers speak as "I" or "we".
Where two people are named equally often, nobody is said to answer.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING

from analysis.attribution.candidate import Candidate
from analysis.attribution.scorer import counted
from analysis.attribution.transcript import extend
from analysis.lexicons import words

if TYPE_CHECKING:
    from analysis.attribution.quoted_paragraph import QuotedParagraph

_QUESTION, _ANSWER = re.compile(r"\s*Q[:.]\s"), re.compile(r"\s*A[:.]\s+(?=\S)")
_QUESTIONS, _WORDS = 3, 80
_TO_YOU, _FIRST_PERSON, _ASKED = 0.4, 0.4, 1 / 6    # shares of questions, answers, paragraphs


def answers(paragraphs: "list[QuotedParagraph]") -> dict[int, Candidate | None]:
    """{paragraph index: Candidate or None} of an interview from its first question on, one for each
    answer; None for questions and what goes on. Empty where the text is no interview."""
    text = [one for one in paragraphs if not one.parsed.apart]
    asked = [place for place, one in enumerate(text) if _asks(one)]
    if len(asked) < _QUESTIONS or not asked[0]:
        return {}
    source = _interviewee(text[:asked[0]])
    given = [text[first + 1:last] for first, last in zip(asked, [*asked[1:], len(text)])]
    last = given[-1]
    given[-1] = last[:next((place for place, one in enumerate(last)
                            if place and not _says(one, "genre.first_person")), len(last))]
    given = [answer for answer in given if answer]
    to_you = sum(_says(text[place], "genre.second_person") for place in asked)
    own = sum(any(_says(one, "genre.first_person") for one in answer) for answer in given)
    if (source is None or len(given) < _QUESTIONS or to_you < _TO_YOU * len(asked)
            or own < _FIRST_PERSON * len(given)
            or len(asked) < _ASKED * (len(asked) + sum(map(len, given)))):
        return {}
    found: dict[int, Candidate | None] = {one.index: None for one in text[asked[0]:]
             if one.index <= given[-1][-1].index}
    for answer in given:
        candidate = Candidate(answer[0], "interview.answers", source=source[1:], home=source[0],
                              verbatim=True)
        for one in answer:
            label = _ANSWER.match(one.parsed.copy.text)
            extend(candidate, one, label.end() if label else 0)
        candidate.probability = counted(candidate.why)
        found[answer[0].index] = candidate
    return found


def _asks(paragraph):
    """Whether a paragraph is a question of the writer's, no quotation that asks."""
    if _QUESTION.match(paragraph.parsed.copy.text):
        return True
    last = next((token for token in reversed(paragraph.doc) if not token.is_space), None)
    return (last is not None and last.text == "?" and not paragraph.quoted(last.i)
            and len(paragraph.doc) <= _WORDS)


def _says(paragraph, person):
    """Whether one of the pronouns stands in a paragraph outside quotation marks."""
    return any(token.lower_ in words(person) and not paragraph.quoted(token.i)
               for token in paragraph.doc)


def _interviewee(introduction):
    """(paragraph, first, last) of the first full name of the person whom the title names, or else
    the introduction more often than anybody else; or None."""
    named = [(paragraph, entity) for paragraph in introduction for entity in paragraph.doc.ents
             if entity.label_ == "PERSON"]
    surnames = {entity[-1].lower_ for _, entity in named if len(entity) > 1}
    titled = {token.lower_ for paragraph in introduction if paragraph.parsed.kind == "title"
              for token in paragraph.doc} & surnames
    often = Counter(entity[-1].lower_ for _, entity in named
                    if entity[-1].lower_ in (titled or surnames)).most_common(2)
    if not often or len(often) > 1 and often[0][1] == often[1][1]:
        return None
    own = [one for one in named if one[1][-1].lower_ == often[0][0] and len(one[1]) > 1]
    paragraph, entity = max(own, key=lambda one: one[0].parsed.kind == "body")
    return paragraph, entity.start, entity.end
