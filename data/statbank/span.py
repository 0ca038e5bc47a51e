"""Groups of ages or years among a variable's values: read from their texts, chosen to cover a span, and written in Danish."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.statbank.table import is_total, is_unstated

LOWEST, HIGHEST = 0, 9999  # where a group has no first or no last
FIRST_YEAR = 1000  # smaller numbers are ages
UNITS = re.compile(r"\b(år|årige|aar|years?|alder|age)\b")
SHAPES = (  # a text without its unit, and which of its numbers are first and last
    (r"(?:under|før|before) (\d+)", lambda one: (LOWEST, one - 1)),
    (r"(?:-|til og med |indtil )(\d+)", lambda one: (LOWEST, one)),
    (r"(\d+) ?(?:-|til|to) ?(\d+)", lambda one, two: (one, two)),
    (r"(\d+)", lambda one: (one, one)),
    (r"(?:over|efter|after) (\d+)", lambda one: (one + 1, HIGHEST)),
    (r"(?:fra|from) (\d+)|(\d+) ?(?:-|\+|ov)", lambda one: (one, HIGHEST)),
    (r"(\d+) (?:og|eller|and|or) (?:derover|over|ældre|mere|senere|older|more|later)", lambda one: (one, HIGHEST)),
)


@dataclass(frozen=True)
class Group:
    """A value that stands for some ages or years: its code, and the first and the last of them."""

    code: str
    first: int
    last: int


def read_group(code: str, text: str) -> Group | None:
    """The ages or years of a value, from its text or else its code; None where neither says them.

    >>> read_group("B", "0-17 år"), read_group("-1899", "Før 1900")
    (Group(code='B', first=0, last=17), Group(code='-1899', first=0, last=1899))
    >>> read_group("90-", "90 år og derover"), read_group("2005", "2005")
    (Group(code='90-', first=90, last=9999), Group(code='2005', first=2005, last=2005))
    >>> read_group("UOPL", "Uoplyst") is None
    True
    """
    return next((Group(code, *ages) for ages in map(_read_ages, (text, code)) if ages), None)


def _read_ages(text: str) -> tuple[int, int] | None:
    plain = " ".join(UNITS.sub(" ", text.lower().replace("–", "-")).split())
    for pattern, interpret in SHAPES:
        if found := re.fullmatch(pattern, plain):
            return interpret(*(int(number) for number in found.groups() if number))
    return None


def list_groups(values: Mapping[str, str]) -> list[Group]:
    """The values that together cover every age or year once, lowest first.

    Totals and "not stated" are passed over; where groups overlap, such as 0-17 beside 0-5 and 6-17, the narrower ones are taken.

    >>> [group.code for group in list_groups({"TOT": "I alt", "0-17": "", "0-5": "", "6-17": "", "18-": "", "UOPL": "Uoplyst"})]
    ['0-5', '6-17', '18-']

    Raises:
        ValueError: a value can't be read, ages between two values are missing, or there are fewer than two.
    """
    wanted = {code: text for code, text in values.items() if not is_total(code, text) and not is_unstated(code, text)}
    read = {code: read_group(code, text) for code, text in wanted.items()}
    if unread := [f"{code} '{wanted[code]}'" for code, group in read.items() if group is None]:
        raise ValueError(f"has values that are no ages or years that can be read: {', '.join(unread[:5])}")
    chain = list(_chain([group for group in read.values() if group]))
    if len(chain) < 2:
        raise ValueError("has no groups of ages or years to choose from")
    return chain


def _chain(groups: Sequence[Group]) -> Iterator[Group]:
    """From the lowest on, always the narrowest that begins where the one before it ended."""
    start, end = min((group.first for group in groups), default=1), max((group.last for group in groups), default=0)
    while start <= end:
        following = [group for group in groups if group.first == start]
        if not following:
            raise ValueError(f"has no value that begins with {start}, where another ends")
        narrowest = min(following, key=lambda group: group.last)
        yield narrowest
        start = narrowest.last + 1


def choose_groups(groups: Sequence[Group], span: Sequence[int]) -> list[Group]:
    """The groups of a span, which is its first and last age or year, or only its first.

    Where a boundary of the span lies within a group, the nearest boundary between groups takes its place, of two the lower: so spans
    that follow each other still cover every age once. Too wide groups may leave nothing for a span.

    >>> groups = [Group("a", 0, 14), Group("b", 15, 19), Group("c", 20, 64), Group("d", 65, 9999)]
    >>> [[one.code for one in choose_groups(groups, span)] for span in ([0, 17], [18, 29], [30, 64], [65])]
    [['a', 'b'], [], ['c'], ['d']]
    """
    starts = [group.first for group in groups]

    def find_nearest(boundary: int) -> int:
        return min(starts, key=lambda start: (abs(start - boundary), start))

    first = find_nearest(span[0]) if span[0] > LOWEST else starts[0]
    end = find_nearest(span[1] + 1) if len(span) > 1 else HIGHEST + 1
    return [group for group in groups if first <= group.first < end]


def describe_other(chosen: Sequence[Group], last_of_all: Group, span: Sequence[int]) -> str:
    """How the chosen groups are written in Danish where they are not the span; empty where they are.

    >>> describe_other([Group("a", 0, 14), Group("b", 15, 19)], Group("d", 65, 9999), [0, 17])
    '0-19 år'
    >>> describe_other([Group("d", 67, 9999)], Group("d", 67, 9999), [65])
    '67 år og derover'
    >>> describe_other([Group("d", 65, 125)], Group("d", 65, 125), [65])
    ''
    """
    first, last = chosen[0].first, chosen[-1].last
    is_open = chosen[-1] == last_of_all
    if first == span[0] and (is_open if len(span) == 1 else last == span[1]):
        return ""
    if max(first, last if last < HIGHEST else first) < FIRST_YEAR:
        return f"{first} år og derover" if is_open else f"{first}-{last} år"
    if first == LOWEST:
        return f"Til og med {last}"
    return f"Fra {first}" if is_open else f"{first}-{last}"
