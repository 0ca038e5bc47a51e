"""The encoding of a text file: which ones are read, and which others are recognised by what Danish text would look like."""

import re
from contextlib import suppress

from data.problem import FiguresError

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
WINDOWS = "cp1252"
FOREIGN = {"mac_roman": "Macintosh (Mac Roman)", "cp865": "MS-DOS (code page 865 or 850)"}  # the two pages have the Danish letters alike
WORD = re.compile(r"[A-Za-z][øåæØÅÆ]|[øåæØÅÆ][A-Za-z]")  # a Danish letter in a word
SURE = re.compile(r"[A-Za-z][øåØÅ]|[øåØÅ][a-z]")  # æ and Æ alone could be quotation marks
TWICE = re.compile("Ã[¦¸¥†˜…]")  # æ ø å Æ Ø Å in UTF-8, read as if they were Windows' and saved once more
REMEDY = "save it again as CSV UTF-8"


def decode(content: bytes) -> str:
    """The text of a file that Excel saved: UTF-8, UTF-16 with a byte order mark, or else the Windows code page.

    >>> decode("Læsø".encode("utf-8")), decode("Læsø".encode("cp1252")), decode("Læsø".encode("utf-16"))
    ('Læsø', 'Læsø', 'Læsø')
    """
    marked = next((encoding for mark, encoding in MARKS.items() if content.startswith(mark)), "")
    for encoding in (marked or "utf-8", "utf-8"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    return content.decode(WINDOWS, errors="replace")


def decode_danish(name: str, content: bytes) -> str:
    """The text of a file, if its Danish letters are where they belong.

    Raises:
        FiguresError: in another encoding it would be Danish, and in ours it is not; the message names that encoding.
    """
    text = decode(content)
    if found := TWICE.search(text):
        raise FiguresError([f"{name} has '{found[0]}' for a Danish letter: it is UTF-8 that was read as something else; {REMEDY}"])
    if text.isascii() or WORD.search(text):
        return text
    for encoding, called in FOREIGN.items():
        guess = content.decode(encoding, errors="replace")
        if found := SURE.search(guess):
            word = re.search(rf"\w*{found[0]}\w*", guess)
            sample = f"'{word[0]}'" if word else "Danish"
            raise FiguresError([f"{name} is not in UTF-8 but seems to be in {called}, which would make it {sample}; {REMEDY}"])
    return text
