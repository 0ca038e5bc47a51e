import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.asset import read_asset
from components.address.site import Site
from components.markup.head import Head, write_head
from components.markup.unread import strip_comments, strip_unread

KNOWN = Site("/kort", "https://kort.bl.dk")
UNKNOWN = Site("/kort")
PAGE = Head("Titel", "Beskrivelse.", "/kommune/0326-kalundborg", preview="/kommune/0326-kalundborg.png", oembed="/oembed?url=x")
plain_text = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


class Reader(HTMLParser):
    """Names and contents of meta elements, links by relation, the title, and scripts, as a browser understands them."""

    def __init__(self):
        super().__init__()
        self.meta, self.links, self.elements, self.text = {}, {}, [], {}

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.elements.append(tag)
        if tag == "meta":
            self.meta[found.get("name") or found.get("property")] = found.get("content")
        if tag == "link":
            self.links[found["rel"]] = found["href"]

    def handle_data(self, text):
        self.text[self.elements[-1]] = self.text.get(self.elements[-1], "") + text


def read(head, site=KNOWN):
    reader = Reader()
    reader.feed(str(write_head(head, site, ["screen/base"])))
    reader.close()
    return reader


@given(plain_text, plain_text)
def test_title_and_description_come_back_as_they_were(title, description):
    reader = read(Head(title, description, "/x"))
    assert reader.text["title"].removesuffix("\n") == title
    assert reader.meta["description"] == reader.meta["og:description"] == description
    assert reader.meta["og:title"] == title


def test_a_page_names_its_lasting_address():
    reader = read(PAGE)
    assert reader.links["canonical"] == reader.meta["og:url"] == "https://kort.bl.dk/kort/kommune/0326-kalundborg"
    assert read(Head("T", "B", "/?kommune=0326&tal=x")).links["canonical"] == "https://kort.bl.dk/kort/?kommune=0326&tal=x"


def test_a_page_without_a_lasting_address_names_none():
    reader = read(Head("T", "B", preview="/x.png"))
    assert "canonical" not in reader.links
    assert not [name for name in reader.meta if name and name.startswith("og:")]


def test_the_picture_and_the_oembed_address_are_whole_addresses_or_left_out():
    known, unknown = read(PAGE), read(PAGE, UNKNOWN)
    assert known.meta["og:image"] == "https://kort.bl.dk/kort/kommune/0326-kalundborg.png"
    assert (known.meta["og:image:width"], known.meta["og:image:height"]) == ("1200", "630")
    assert known.links["alternate"] == "https://kort.bl.dk/kort/oembed?url=x"
    assert "og:image" not in unknown.meta
    assert "alternate" not in unknown.links
    assert unknown.links["canonical"] == "/kort/kommune/0326-kalundborg"


def test_only_hidden_pages_ask_not_to_be_found():
    assert read(Head("T", "B", is_hidden=True)).meta["robots"] == "noindex"
    assert "robots" not in read(PAGE).meta


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text()), min_size=1))
def test_structured_data_comes_back_as_it_was(about):
    text = write_head(Head("T", "B", structured_data=about), KNOWN, [])
    inside = re.search(r'<script type="application/ld\+json">(.*)</script>', text, re.DOTALL)[1]
    assert json.loads(inside) == about


@pytest.mark.parametrize("evil", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "</SCRIPT >"])
def test_structured_data_can_not_end_its_script_element(evil):
    reader = read(Head("T", "B", structured_data={"name": evil}))
    assert reader.elements.count("script") == 1
    assert json.loads(reader.text["script"].removesuffix("\n")) == {"name": evil}
    assert read(Head(evil, evil, f"/{evil}", preview=f"/{evil}", oembed=f"/{evil}")).elements.count("script") == 0


def test_sheets_stand_in_the_page_in_order():
    head = write_head(PAGE, KNOWN, ["screen/base", "embed/frame"])
    sheets = read_asset("screen/base.css") + read_asset("embed/frame.css")
    assert f"<style>{strip_unread(strip_comments(sheets))}</style>" in head
    assert "/*" in sheets
    assert "/*" not in head
    assert 'rel="stylesheet"' not in head


def test_typefaces_are_found_from_the_page_too():
    fonts = re.findall(r"url\(\"?([^)\"]+)\"?\)", write_head(PAGE, KNOWN, ["screen/fonts"]))
    assert fonts
    assert all(re.fullmatch(r"/kort/assets/vendor/[\w-]+\.woff2", font) for font in fonts)


def test_the_sans_is_asked_for_at_once_by_the_address_of_the_style_sheet():
    head = str(write_head(PAGE, KNOWN, ["screen/base", "screen/fonts"]))
    asked = re.findall(r'<link rel="preload" as="font" type="font/woff2" crossorigin href="([^"]+)">', head)
    assert asked == ["/kort/assets/vendor/source-sans-3-latin-wght-normal.woff2"]
    assert head.index(asked[0]) < head.index("<style>")
    assert f'url("{asked[0]}")' in head
    assert 'as="font"' not in write_head(PAGE, KNOWN, ["screen/base"])
