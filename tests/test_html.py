"""Every kind of page is valid HTML: a browser mends nothing, and the rules hold that a parser does not know."""

import re
from itertools import pairwise

import html5lib
import pytest

from tests.page import list_links, parse, read_text

PAGES = (
    "/", "/?kommune=0326", "/?kommune=0326&sammenlign=0101&tal=beboere", "/?kommune=9999&udgave=1999",
    "/indlejr", "/indlejr?kommune=0326&paneler=hovedtal&farve=blaa&id=a", "/indlejr?kommune=0825&sammenlign=1085&kort=nej",
    "/indlejr?paneler=ingen&kort=nej", "/indlejr?kommune=0326&sammenlign=0101&form=sammenligning", "/indlejr?form=kort&kommune=0825",
    "/indlejr/byg", "/indlejr/byg?kommune=0326&sammenlign=0101&bredde=400",
    "/kommune/0326-kalundborg", "/kommune/0825-laesoe", "/kommune/0101-koebenhavn",
    "/kommuner", "/kommuner/lejeboliger", "/kilder-og-metode", "/tilgaengelighed", "/findes-ikke",
)  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WORDS_ONLY = {"p", "span", "a", "label", "button", "summary", "strong", "em", "caption", "dt", "option", "legend", *HEADINGS}
BLOCKS = {"div", "p", "ul", "ol", "dl", "table", "section", "header", "footer", "main", "nav", "form", "fieldset", "details", "figure"}
INTERACTIVE = {"a", "button", "input", "select", "textarea", "label", "iframe", "details", "summary"}
PARENTS = {
    "li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "tr": {"thead", "tbody"}, "th": {"tr"}, "td": {"tr"},
    "option": {"select", "optgroup"}, "legend": {"fieldset"}, "caption": {"table"}, "summary": {"details"},
}  # fmt: skip
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "table": {"caption", "thead", "tbody"}, "select": {"option"}}
NUMBERS = {"width", "height", "rows", "tabindex"}


@pytest.fixture(scope="module", params=[False, True], ids=["official", "with examples"])
def served(request):
    return request.getfixturevalue("client_all_examples" if request.param else "client")


@pytest.fixture(params=PAGES)
def root(served, request):
    return parse(served.get(request.param).text)


def name(element):
    return str(element.tag).rpartition("}")[2]


def list_elements(root):
    """Each element of the page with those that it stands in; not what is drawn, which is SVG."""

    def walk(element, within):
        yield element, within
        if name(element) != "svg":
            for child in element:
                if isinstance(child.tag, str):
                    yield from walk(child, [*within, element])

    return list(walk(root, []))


@pytest.mark.slow
def test_every_page_is_valid(root):
    elements = list_elements(root)
    check_ids(root)
    check_headings(root)
    check_nesting(elements)
    check_fields(elements)
    check_attributes(elements)
    check_sections(elements)
    check_names(elements)


def check_ids(root):
    ids = [element.get("id") for element in root.iter() if element.get("id") is not None]
    assert len(ids) == len(set(ids)), sorted(each for each in set(ids) if ids.count(each) > 1)
    assert not [each for each in ids if not each or " " in each]
    for element in root.iter():
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers"):
            assert set((element.get(attribute) or "").split()) <= set(ids), (attribute, element.get(attribute))
    inside = {href.removeprefix("#") for _, href in list_links(root) if href.startswith("#")}
    assert inside <= set(ids), inside - set(ids)


def check_headings(root):
    levels = [int(name(element)[1]) for element in root.iter() if name(element) in HEADINGS]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert all(read_text(element).strip() for element in root.iter() if name(element) in HEADINGS)


def check_nesting(elements):
    for element, within in elements:
        tag, parents = name(element), [name(each) for each in within]
        assert not (tag in BLOCKS and WORDS_ONLY & set(parents) - {"caption", "dt"} - ({"a"} if tag == "div" else set())), (tag, parents)
        assert not (tag in {"a", "button", "label", "details", "iframe"} and {"a", "button"} & set(parents)), (tag, parents)
        assert not (tag == "label" and "label" in parents), parents
        assert not (tag == "form" and "form" in parents), parents
        assert parents[-1:] == [] or parents[-1] in PARENTS.get(tag, {parents[-1]}), (tag, parents)
        assert tag in CHILDREN.get(parents[-1], {tag}) if parents else True, (tag, parents)
        assert parents.count("main") == 0 or tag != "main"


def check_fields(elements):
    named = {each.get("for") for each, _ in elements if name(each) == "label"}
    fields = {"input", "select", "textarea", "button"}
    labelled = {each.get("id") for each, _ in elements if name(each) in fields and each.get("type") != "hidden"}
    assert named - {None} <= labelled
    for element, within in elements:
        if name(element) in {"input", "select", "textarea"} and element.get("type") != "hidden":
            is_inside = "label" in [name(each) for each in within]
            assert is_inside or element.get("id") in named or element.get("aria-label"), element.attrib
        if name(element) in {"a", "button"}:
            has_name = read_text(element).strip() or element.get("aria-label")
            assert has_name, element.attrib
        if name(element) == "label":
            assert len([each for each in element.iter() if name(each) in fields]) <= 1


def check_attributes(elements):
    for element, _ in elements:
        assert all(value.isdigit() or (key == "tabindex" and value == "-1") for key, value in element.items() if key in NUMBERS), (
            element.attrib
        )
        assert name(element) not in {"font", "center", "tt", "strike", "big", "marquee"}
        assert name(element) != "img" or element.get("alt") is not None
        assert name(element) != "iframe" or element.get("title")
        assert name(element) != "a" or element.get("href") is not None
        assert name(element) != "html" or element.get("lang") == "da"


def check_sections(elements):
    """A section has a heading of its own: none of another section in it."""
    for section, _ in elements:
        if name(section) == "section":
            own = [each for each, within in elements if name(each) in HEADINGS and find_section(within) is section]
            assert own, section.attrib


def find_section(within):
    return next((each for each in reversed(within) if name(each) == "section"), None)


def check_names(elements):
    """What is heard of a link or of what folds out says what it leads to, and begins or ends with the words that are seen."""
    for element, _ in elements:
        if name(element) in {"a", "button", "summary"}:
            seen = " ".join(read_text(element).split())
            said = " ".join(element.get("aria-label", seen).split())
            assert not set("+↕↑↓−") & set(said), said
            assert element.get("aria-label") is None or said.startswith(seen) or said.endswith(seen), (seen, said)
            assert not seen.endswith("Kilde") or re.search(r"Kilde: \w", said), said
            assert element.get("download") is None or said != seen or ", " in said, said


def test_each_page_says_what_it_is_in_its_head(root):
    titles = list(root.find("head").iter("title"))
    assert len(titles) == 1
    assert "Danmarkskortet over almene boliger" in read_text(titles[0])
    described = [element.get("content") for element in root.iter("meta") if element.get("name") == "description"]
    assert len(described) == 1
    assert described[0].endswith(".")


@pytest.mark.parametrize("text", ["<p><div></div></p>", "<ul><p>x</ul>", '<b id="a" id="b">', "<table><div></div></table>", "<p>&x;</p>"])
def test_the_parser_forgives_nothing(text):
    with pytest.raises((html5lib.html5parser.ParseError, AssertionError)):
        check_nesting(list_elements(parse(f"<!doctype html><title>x</title>{text}")))
