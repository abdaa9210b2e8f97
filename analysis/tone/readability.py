"""Readability formulas over our own sentences, by section and by voice, with intervals.

The counts come from our sentences and words, since textstat's own splitter breaks at abbreviations
and drops short sentences; the formulas are those of their first publications, since textstat 0.7.8
departs from four of them (`analysis.measures.readability.beside_textstat` shows by how much):

- Flesch reading ease: Flesch 1948, J. Applied Psychology 32. Flesch–Kincaid grade: Kincaid et al.
1975. - Gunning fog: Gunning 1952; long words are those of three syllables and more, but not names,
hyphenated compounds or words that -ed, -es, -ing brings there. (textstat counts unfamiliar words.)
- SMOG: McLaughlin 1969, J. of Reading 12; meant for 30 sentences. - Coleman–Liau: Coleman & Liau
1975, J. Applied Psychology 60. (textstat: .058 for .0588.) - ARI: Smith & Senter 1967; characters
are letters and digits. (textstat counts the punctuation too.) - Dale–Chall: Dale & Chall 1948;
names and regular inflections of listed words are familiar, and the constant is added above 5 %
unfamiliar words. (textstat: no inflections, names unfamiliar, added above .05 points.)

Syllables are those of the CMU dictionary, else pyphen's hyphenation points; numerals count as one.
Such formulas explain some 30 % of teachers' judgements: compare sections of one article, do not
grade a text by them.
"""
import numpy

from analysis.models.intervals import bootstrap

FEWEST_SENTENCES = 15


def indices(counts: numpy.ndarray) -> dict[str, numpy.ndarray]:
    """{index: value} from an array of counts whose last axis is `COUNTS`; the leading axes are
    kept."""
    sentences, words, letters, characters, *sounds, long_words, unfamiliar = numpy.moveaxis(
        counts, -1, 0)
    syllables, polysyllables = sounds
    hard = 100 * unfamiliar / words
    return {
        "flesch_reading_ease": 206.835 - 1.015 * words / sentences - 84.6 * syllables / words,
        "flesch_kincaid_grade": .39 * words / sentences + 11.8 * syllables / words - 15.59,
        "gunning_fog": .4 * (words / sentences + 100 * long_words / words),
        "smog_index": 3.1291 + 1.043 * numpy.sqrt(30 * polysyllables / sentences),
        "coleman_liau_index": 5.88 * letters / words - 29.6 * sentences / words - 15.8,
        "automated_readability_index": 4.71 * characters / words + .5 * words / sentences - 21.43,
        "dale_chall": .1579 * hard + .0496 * words / sentences + numpy.where(hard > 5, 3.6365, 0),
    }


def with_intervals(counts: numpy.ndarray) -> dict[str, float]:
    """Each index of the sentences with these counts (sentences × COUNTS), with `_low` and `_high`:
    a flat dict."""
    values = indices(counts.sum(axis=0))
    if len(counts) < FEWEST_SENTENCES:
        return {name + bound: numpy.nan for name in values for bound in ("", "_low", "_high")}
    names = list(values)
    bounds = bootstrap(counts, lambda sums: numpy.stack(list(indices(sums).values()), -1))
    return {name + bound: float(value) for name, (low, high) in zip(names, bounds.T)
            for bound, value in (("", values[name]), ("_low", low), ("_high", high))}
