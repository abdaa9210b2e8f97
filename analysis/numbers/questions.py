"""What a fact-checker would ask about a figure: a change without a base or a period, a superlative, a bound that only
sounds large, a poll without a sample, an average without a kind, a relative risk without a base rate, a date that two
readers read differently. The column `question` of `article.numbers` has one of these words, or None."""


def of(quantity, doc) -> str | None:
    """The question that a placed Quantity leaves open."""
    return None
