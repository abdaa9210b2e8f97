"""The readability table: the formulas by section and by voice, with intervals."""

import numpy

from analysis.article import Article
from analysis.tables.schemas import Rows, frame
from analysis.tables.sentences import body_numbers
from analysis.tone.readability import with_intervals
from analysis.tone.readability_counts import COUNTS, sentence_counts


def table(article: Article) -> Rows:
    """The readability table of an Article.

    Rows: the whole article, each voice in the whole article, each section. `section` is missing in
    rows about the whole article, `voice` is "all" where no voice is singled out. Each index has its
    value and the ends of a 95 % interval (bootstrap over sentences, seeded); NaN under 15
    sentences. Titles, headings and bylines do not count.
    """
    body, names = body_numbers(article), ("text", "start", "end", "section", "voice")
    texts, *columns = ([cells[number] for number in body]
                       for cells in article.sentences.lists(*names))
    counts = numpy.array(sentence_counts(texts), float).reshape(-1, len(COUNTS))
    starts, ends, sections, voices = map(numpy.array, columns)
    everything = numpy.ones(len(texts), bool)
    groups = [(None, "all", everything)]
    groups += [(None, voice, voices == voice) for voice in ("reporter", "quoted", "mixed")]
    groups += [(section, "all", sections == section)
               for section in dict.fromkeys(sections.tolist())]
    rows, known = [], {}
    for section, voice, chosen in groups:
        if chosen.any():
            hull = everything if section is None else chosen
            start, end = int(starts[hull].min()), int(ends[hull].max())
            which = chosen.tobytes()    # often the one section or voice that there is
            if which not in known:
                known[which] = with_intervals(counts[chosen])
            rows.append(dict(start=start, end=end, text=article.text[start:end], section=section,
                             voice=voice, sentences=int(chosen.sum()), **known[which]))
    return frame("readability", rows)
