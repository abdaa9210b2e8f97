"""Writes articles.jsonl, a small archive to try things on: python data/archive/make.py

Some 60 invented articles of three invented outlets over the year 2024, put together from the
written parts in parts.toml, the same each time. They are no journalism and no corpus: outlets
differ in whom they quote because parts.toml says so, which is what notebook 8 must find again.
"""

import calendar
import json
import random
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
YEAR, SEED = 2024, 8
ORDINALS = ["second", "third", "fourth", "fifth"]


def articles():
    """The articles as dicts, in order of their days."""
    parts = tomllib.loads((HERE / "parts.toml").read_text("utf8"))
    chance = random.Random(SEED)
    for story, told in parts["stories"].items():
        for month in told["months"]:
            place = chance.choice(parts["fill"]["place"])
            day = chance.randint(2, 26)
            for outlet, house in parts["outlets"].items():
                if chance.random() < 0.67:
                    yield article(
                        chance,
                        parts["fill"],
                        story,
                        told,
                        month,
                        day + chance.randint(0, 1),
                        place,
                        outlet,
                        house,
                    )


def article(chance, fill, story, told, month, day, place, outlet, house):
    """One article: an opening, what the outlet is in the habit of, one thing more, a closing."""
    published = f"{YEAR}-{month:02}-{day:02}"
    known = {name: chance.choice(values) for name, values in fill.items()} | {
        "place": place,
        "n": chance.randint(4, 9),
        "few": chance.randint(2, 5),
        "ordinal": chance.choice(ORDINALS),
        "weekday": calendar.day_name[calendar.weekday(YEAR, month, max(day - 1, 1))],
        "month_next": calendar.month_name[month % 12 + 1],
    }
    other = chance.choice(
        [kind for kind in ("official", "witness", "expert", "critic") if kind not in house["habit"]]
    )
    body = [
        told[kind][chance.randrange(len(told[kind]))]
        for kind in ("open", *house["habit"], other, "close")
    ]
    title = chance.choice(told["title"]).format(**known)
    text = "\n\n".join(
        [title, f"By {chance.choice(house['byline'])}", *(part.format(**known) for part in body)]
    )
    return {
        "id": f"{published}-{story}-{outlet.split()[-1].lower()}",
        "outlet": outlet,
        "published": published,
        "title": title,
        "section": told["section"],
        "text": text,
    }


if __name__ == "__main__":
    made = sorted(articles(), key=lambda one: one["id"])
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in made)
    (HERE / "articles.jsonl").write_text(lines, encoding="utf8")
    print(f"{len(made)} articles, {sum(len(one['text'].split()) for one in made):,} words")
