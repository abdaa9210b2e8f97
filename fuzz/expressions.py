"""Every regular expression of the package, and the inputs that would make it slow.

An input repeats what a repetition of the expression matches, with what must stand before it, and
ends with what does not fit, so that every way to match is tried:
https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS
"""
import ast
import importlib
import math
import pkgutil
import re
import re._constants as op
import re._parser as parser
import time
from collections.abc import Iterator
from pathlib import Path

import analysis

LONGEST = 4_000     # characters; no rule sees more at once, see analysis.text.paragraphs
_LETTERS = "aA1 .,-'’“”\"\n(:/$|<>[]*_=#&;!?"
_FIRST = "aA1"      # the letters that classes are filled with, each in turn
_WHOLE = {"match", "fullmatch"}
_USED = re.compile(r"\.(match|fullmatch|search|finditer|findall|sub|subn|split)\b")
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def expressions() -> Iterator[tuple[str, re.Pattern, bool]]:
    """(where it stands, the expression, whether it is only ever asked for at one place) of all of
    them."""
    seen = set()
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        source = Path(loaded.__file__).read_text("utf8")
        for name, pattern, once in [*_named(loaded, source), *_written(loaded, source)]:
            if (key := (pattern.pattern, pattern.flags, once)) not in seen:
                seen.add(key)
                yield f"{module.name.removeprefix('analysis.')}.{name}", pattern, once


def _named(module, source):
    for name, value in list(vars(module).items()):
        for pattern in value if isinstance(value, list | tuple) else [value]:
            if isinstance(pattern, re.Pattern):
                used = set(re.findall(rf"\b{re.escape(name)}{_USED.pattern}", source))
                yield name, pattern, bool(used) and used <= _WHOLE


def _written(module, source):
    """Those that stand in a call, where their parts are known outside of it."""
    tree = ast.parse(source)
    named = {part for statement in tree.body if isinstance(statement, ast.Assign)
             for part in ast.walk(statement)}
    for node in ast.walk(tree):
        if node in named or not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                                 and node.args
                and isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        try:
            given = [eval(compile(ast.Expression(part), "", "eval"), vars(module))
                     for part in node.args[:1]]
            flags = next((int(eval(compile(ast.Expression(key.value), "", "eval"), vars(module)))
                          for key in node.keywords if key.arg == "flags"), 0)
            yield f"line {node.lineno}", re.compile(given[0], flags), node.func.attr in _WHOLE
        except (NameError, TypeError, AttributeError, KeyError):
            pass


def slowest(pattern: re.Pattern, once: bool) -> tuple[float, str]:
    """(the exponent by which the work grows with the input at worst, that input's repeated
    part)."""
    return max(((_exponent(pattern, once, *attack), "{!r} {!r}…{!r}".format(*attack))
                for attack in set(_attacks(pattern))),
               default=(0, ""))


def _exponent(pattern, once, before, repeated, after):
    """0 where the work on LONGEST characters is too little to measure."""
    spent = {}
    for size in (250, 1_000, LONGEST):
        text = before + repeated * (size // len(repeated)) + after
        text = text.encode("utf8") if isinstance(pattern.pattern, bytes) else text
        spent[size] = _work(pattern, once, text)
        if spent[size] > .05:
            break
    if spent[size] < .005:
        return 0
    if len(spent) == 1:
        return 9
    smaller = size // 4
    again = [(min(spent[size], _work(pattern, once, text)), max(spent[smaller], 1e-6))
             for _ in range(2)]
    return min(math.log(large / small) / math.log(size / smaller) for large, small in again)


def _work(pattern, once, text):
    began = time.process_time()
    if once:
        pattern.match(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - began


def _attacks(pattern):
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE
                        if isinstance(pattern.pattern, bytes) else pattern.flags)
    for first in _FIRST:
        letters = first + _LETTERS
        for before, repeated in _repetitions(tree, "", letters):
            if repeated:
                yield from ((before, repeated, "\0"), ("", before + repeated, "\0"),
                            ("", before + repeated, ""))
        if whole := _sample(tree, letters):
            yield from (("", whole, "\0"), ("", whole[:-1] or whole, "\0"))
    yield from (("", letter, "\0") for letter in _LETTERS)


def _repetitions(tree, before, letters):
    """(what stands before, what is repeated) of every repetition without an end, or with a far
    one."""
    for kind, value in tree:
        if kind in _REPEATS:
            if value[1] is op.MAXREPEAT or value[1] > 60:
                yield before, _sample(value[2], letters)
            yield from _repetitions(value[2], before, letters)
        for inner in _inner(kind, value):
            yield from _repetitions(inner, before, letters)
        before += _sample([(kind, value)], letters, 1)


def _inner(kind, value):
    if kind is op.BRANCH:
        return value[1]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    return [value[1]] if kind in (op.ASSERT, op.ASSERT_NOT) else []


def _sample(tree, letters, least=0):
    """A text that the expression matches, more or less; least: how often to repeat what may be left
    out."""
    found = ""
    for kind, value in tree:
        if kind is op.LITERAL:
            found += chr(value)
        elif kind is op.NOT_LITERAL:
            found += next(letter for letter in letters if ord(letter) != value)
        elif kind is op.ANY:
            found += letters[0]
        elif kind is op.IN:
            found += next((letter for letter in letters if _fits(value, letter)), _any(value))
        elif kind in _REPEATS:
            found += _sample(value[2], letters) * max(value[0], least)
        elif kind not in (op.ASSERT, op.ASSERT_NOT):
            found += "".join(_sample(inner, letters) for inner in list(_inner(kind, value))[:1])
    return found


def _fits(members, letter):
    negated, fits = False, False
    for kind, value in members:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            fits |= value == ord(letter)
        elif kind is op.RANGE:
            fits |= value[0] <= ord(letter) <= value[1]
        elif kind is op.CATEGORY:
            name = str(value)
            inside = (letter.isdigit() if "DIGIT" in name
                      else letter.isspace() if "SPACE" in name
                      else letter.isalnum() or letter == "_")
            fits |= inside != ("NOT" in name)
    return fits != negated


def _any(members):
    return next((chr(value if kind is op.LITERAL else value[0]) for kind, value in members
                 if kind in (op.LITERAL, op.RANGE)), "a")
