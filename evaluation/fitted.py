"""Figures of what is fitted to ratings and labels, out of fold: a training script measures them,
writes them beside its weights, and they hold for those weights alone.
"""
import json
from importlib.resources import files
from pathlib import Path

from analysis.models import load
from evaluation.figures import Figure

_SENTENCES = "sentences of editorials (five-fold by article)"
_ARTICLES = "articles of editorials (five-fold)"


def figures(folder: Path) -> list[Figure]:
    """Tone, attitude toward an actor and subjective wording; `folder` is not asked for anything."""
    tone = json.loads((files("analysis") / "models" / "tone.json").read_text("utf8"))["five_fold"]
    stance, wording = (load(name).about["figures"] for name in ("stance", "subjectivity"))
    rows = (("correlation by sentence with the mean of 20 raters", 100 * tone["r_sentence"],
             tone["sentences"], _SENTENCES),
            ("correlation by article", 100 * tone["r_article"], tone["articles"], _ARTICLES),
            ("article means inside the 95 % interval", 100 * tone["coverage"], tone["articles"],
             _ARTICLES),
            ("attitude toward an actor (macro-F1)", stance["macro-F1, five-fold by article"],
             stance["mentions"], "mentions in US political news (NewsMTSC; five-fold by article)"),
            ("subjective wording (macro-F1)", wording["macro-F1, five-fold, neighbours together"],
             wording["sentences"], "sentences of English news (NewsSD-ENG; five-fold)"))
    return [Figure("tone", measure, value, int(n), texts) for measure, value, n, texts in rows]
