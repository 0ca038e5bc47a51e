"""Codes as the service writes them, and what a spreadsheet makes of them: ``000`` becomes ``0``, ``326`` becomes ``326.0``."""

import re
from collections.abc import Collection

from data.problem import shorten, shorten_list

# Signs that no code has: whoever quoted or padded a code made another one of it. The soft and invisible ones come from copying.
FOREIGN = re.compile("[\"'=“”„‘’´`\ufeff\u200b-\u200f\u2060\u00ad\x00-\x1f]|^\\s|\\s$|^$")
NO_DIGITS_AFTER = re.compile(r"[.,]0+$")


def is_sound(code: str) -> bool:
    r"""Whether a code may be one of the service's: not empty, without quotes, without space around it.

    >>> [is_sound(code) for code in ("000", "-1899", "I ALT", "'000", " 101", "101\xa0", "")]
    [True, True, True, False, False, False, False]
    """
    return not FOREIGN.search(code)


def describe_unsound(code: str) -> str:
    """What is wrong with a code, for a message.

    >>> describe_unsound("'000")
    "the code <'000> has quotes, or space around it, or is empty; the service writes codes bare"
    """
    return f"the code <{shorten(code)}> has quotes, or space around it, or is empty; the service writes codes bare"


def find_damaged(found: Collection[str], wanted: Collection[str]) -> dict[str, str]:
    """The codes that are wanted ones without their zeros, or with decimals; by what came, what it was.

    >>> find_damaged(["0", "98", "326.0", "101"], ["000", "098", "326", "101"])
    {'0': '000', '98': '098', '326.0': '326'}
    """
    there = set(found)
    plain = {_strip(code): code for code in wanted if code not in there and code.isdigit()}
    return {code: plain[_strip(code)] for code in found if code not in set(wanted) and _strip(code) in plain}


def _strip(code: str) -> str:
    return NO_DIGITS_AFTER.sub("", code).lstrip("0") or "0"


def describe_damaged(name: str, found: Collection[str], wanted: Collection[str]) -> list[str]:
    """A sentence where codes of a variable have lost their zeros, with the remedy.

    >>> describe_damaged("OMRÅDE", ["0", "101"], ["000", "101"])[0][:67]
    'the codes of OMRÅDE are not as the service writes them: 0 is no 000'
    """
    damaged = [f"{came} is no {was}" for came, was in sorted(find_damaged(found, wanted).items())]
    remedy = "a spreadsheet or another program has changed them: fetch the answer again, and save it without opening it in one"
    return [f"the codes of {name} are not as the service writes them: {', '.join(shorten_list(damaged))}; {remedy}"] if damaged else []
