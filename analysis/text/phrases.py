"""English for what was counted: a number with its noun, a list."""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "voice"), count(1200, "word"), count(0, "man", "men")
    ('1 voice', '1,200 words', 'no men')
    """
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"


def amount(value: float, spec: str = "") -> str:
    """A number by a format as of `str.format`, its minus sign one, and none before nought.

    >>> amount(-2.5, ".1f"), amount(1.26, "+.1f"), amount(-.04, "+.1f"), amount(-.004, ".0%")
    ('−2.5', '+1.3', '+0.0', '0%')
    """
    text = format(value, spec)
    if not any(digit in text for digit in "123456789"):
        text = format(abs(value), spec)
    return text.replace("-", "−")


def listing(items: list[str]) -> str:
    """The items as an English list.

    >>> listing(["one"]), listing(["one", "two", "three"])
    ('one', 'one, two and three')
    """
    items = [str(item) for item in items]
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
