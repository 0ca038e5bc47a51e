"""What of a request is read. All other headers are dropped before anything looks at them, and those that no browser writes so long.

Some libraries take time that grows with the square of a header's length, or can't bear a date of the year 9999999. And no answer is sent in
parts, so nobody is told of a part: whoever asks for a range gets the whole (RFC 9110, 14.2).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

HEADER = "HTTP_"  # how the names of headers begin in an environ
LONGEST = {  # characters of the headers that are read; browsers write a fifth of it at most
    "HTTP_HOST": 300,
    "HTTP_ACCEPT": 500,
    "HTTP_ACCEPT_ENCODING": 200,
    "HTTP_IF_NONE_MATCH": 500,  # ten of our tags
    "HTTP_TRANSFER_ENCODING": 50,
}


def drop_unread(environ: "WSGIEnvironment") -> None:
    """Take the headers out of a request that are not read here, or are too long to be.

    >>> asked = {"PATH_INFO": "/", "HTTP_ACCEPT": "text/html", "HTTP_RANGE": "bytes=0-1", "HTTP_IF_NONE_MATCH": '"' * 60_000}
    >>> drop_unread(asked)
    >>> asked
    {'PATH_INFO': '/', 'HTTP_ACCEPT': 'text/html'}
    """
    for name in [name for name in environ if name.startswith(HEADER) and len(environ[name]) > LONGEST.get(name, -1)]:
        del environ[name]
