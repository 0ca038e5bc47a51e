"""Characters as people see them: letters in one sign, plain spaces and hyphens, and nothing that can't be seen."""

import re
import unicodedata

BLANKS = dict.fromkeys("\u115f\u1160\u2800\u3164\uffa0", " ")  # letters by Unicode's books, but nothing is seen of them
HYPHENS = {"\u2010": "-", "\u2011": "-"}  # longer dashes stay: they may mean that there is no figure
STRUCK_O = {"o\u0338": "ø", "O\u0338": "Ø", "o\u0337": "ø", "O\u0337": "Ø"}  # Unicode's normal form leaves them in two signs
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Excel stores characters that XML can't have, such as the end of a line from Windows
FORMAT = "Cf"  # Unicode's kind of signs that only guide the writing: zero width, soft hyphen, byte order mark, direction


def clean(text: str) -> str:
    r"""A text without what can't be seen in it. Ends of lines stay; every other space is a plain one.

    >>> clean("A\u030arhus"), clean("Høje\u2011Taa\u00adstrup\u200b"), clean("3\u202f372")
    ('Århus', 'Høje-Taastrup', '3 372')
    >>> clean("Almene_x000D_boliger")
    'Almene\rboliger'
    """
    if "_x" in text:
        text = ESCAPED.sub(_unescape, text)
    if text.isascii():
        return text
    for two, one in STRUCK_O.items():
        text = text.replace(two, one)
    return "".join(_clean_mark(mark) for mark in unicodedata.normalize("NFC", text))


def _clean_mark(mark: str) -> str:
    if mark.isascii():
        return mark
    if unicodedata.category(mark) == FORMAT:
        return ""
    return " " if mark.isspace() else BLANKS.get(mark) or HYPHENS.get(mark, mark)


def _unescape(found: re.Match[str]) -> str:
    """The character that an escape stands for, if it is a space or a format character; others are left to be seen and refused."""
    mark = chr(int(found[1], 16))
    return mark if mark.isspace() or mark == "_" or unicodedata.category(mark) == FORMAT else found[0]
