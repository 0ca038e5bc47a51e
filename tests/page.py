"""A page as a browser understands it, for the tests that need no browser."""

import warnings
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib

HOST = "https://kort.bl.dk/k"  # where the pages lie in the tests that name a host: under a path, as they may


@lru_cache(maxsize=48)
def parse(text: str) -> Element:
    """The page's elements, which nobody changes: several tests read the same page.

    Raises:
        html5lib.html5parser.ParseError: a browser would have to mend it.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=html5lib.constants.DataLossWarning)  # of a name that XML could not have
        root: Element = parser.parse(text)
    return root


def read_text(element: Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def find(root: Element, element_id: str) -> Element:
    """The element with an id."""
    return next(element for element in root.iter() if element.get("id") == element_id)


def list_links(root: Element) -> Iterator[tuple[str, str]]:
    """Text and address of every link, those of the drawn map too."""
    for element in root.iter():
        if str(element.tag).rpartition("}")[2] == "a" and element.get("href") is not None:
            yield read_text(element).strip(), element.get("href", "")
