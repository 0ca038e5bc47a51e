"""The tags of an answer, by which a reader says that it has it already. A tag belongs to certain bytes, so a coding is part of it."""

from werkzeug.http import parse_etags

from components.server.encoding import CODINGS, IDENTITY

BEST = ":br11"  # of bytes that are packed as well as brotli can (components/server/kept/packing.py)
SUFFIXES = {IDENTITY: ("",), **{coding: ("", f":{coding}", BEST) for coding in CODINGS}}


def find_known(etag: str, header: str | None, coding: str) -> str:
    """The tag under which a reader has an answer, in a coding that it reads; empty if it has not.

    Tags are compared as the weak ones that If-None-Match asks for: a proxy that packs an answer anew makes its tag a weak one. An answer
    that is not packed, such as a picture, has the tag without a coding.

    >>> find_known("1", 'W/"1:br"', "br"), find_known("1", '"1:br"', "identity"), find_known("1", '"1:x"', "br")
    ('1:br', '', '')

    Args:
        etag: of the answer, without a coding.
        header: If-None-Match.
        coding: in which the answer would be sent.
    """
    tags = parse_etags(header).as_set(include_weak=True) if header else ()
    return next((tag for suffix in SUFFIXES[coding] if (tag := etag + suffix) in tags), "")
