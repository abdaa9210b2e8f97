"""Whether a sentence is worded as opinion or as report."""
from analysis.tone.wording_counts import counts


def subjective(sentences):
    """Booleans, one per sentence: whether it has loaded words or boosters, until a trained model replaces this rule."""
    return [found["loaded"] + found["boosters"] > 0 for found in map(counts, sentences)]
