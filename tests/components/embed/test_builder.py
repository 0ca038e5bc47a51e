"""The page that writes the code for a frame, as it is without a script."""

from urllib.parse import quote

import pytest

from components.address.embed_options import Accent, Form, list_panels
from components.embed.builder_form import ACCENTS
from components.embed.height import HEIGHTS, UNKNOWN
from tests.page import HOST, find, parse, read_text


def build(client_at_host, query=""):
    return parse(client_at_host.get(f"/indlejr/byg{query}").text)


def code(client_at_host, query=""):
    """The frame that the code makes."""
    written = read_text(find(build(client_at_host, query), "kode-ramme"))
    return parse(f"<!doctype html><title>x</title>{written}").find(".//iframe")


def ticked(root, name):
    return [field.get("value") for field in root.iter("input") if field.get("name") == name and field.get("checked") is not None]


def chosen(root, name):
    select = next(select for select in root.iter("select") if select.get("name") == name)
    return [option.get("value") for option in select.iter("option") if option.get("selected") is not None]


@pytest.mark.parametrize(
    ("query", "address", "title"),
    [
        ("", "/indlejr", "Almene boliger i hele landet"),
        ("?kommune=0326", "/indlejr?kommune=0326", "Almene boliger i Kalundborg Kommune"),
        ("?kommune=0825", "/indlejr?kommune=0825", "Almene boliger i Læsø Kommune"),
        (
            "?kommune=0326&sammenlign=0101&tal=lejeboliger&farve=groen&kort=nej",
            "/indlejr?kommune=0326&sammenlign=0101&tal=lejeboliger&kort=nej&farve=groen",
            "Almene boliger i Kalundborg Kommune og Københavns Kommune",
        ),
        (
            "?kommune=0326&sammenlign=1085",
            "/indlejr?kommune=0326&sammenlign=1085",
            "Almene boliger i Kalundborg Kommune og Region Sjælland",
        ),
        ("?form=kort&paneler=hovedtal&kort=nej", "/indlejr?form=kort", "Almene boliger i hele landet"),
        ("?form=egen&paneler=hovedtal&kort=nej", "/indlejr?paneler=hovedtal&kort=nej", "Almene boliger i hele landet"),
        ("?form=egen", "/indlejr?kort=ja", "Almene boliger i hele landet"),
        ("?form=begge&id=forside", "/indlejr?id=forside", "Almene boliger i hele landet"),
        ("?paneler=hovedtal&paneler=filer", "/indlejr?paneler=hovedtal,filer", "Almene boliger i hele landet"),
        ("?kommune=9999&farve=lilla", "/indlejr", "Almene boliger i hele landet"),
        ("?sammenlign=0101", "/indlejr", "Almene boliger i hele landet"),
    ],
)
def test_the_code_is_the_frame_of_what_is_chosen(client_at_host, query, address, title):
    frame = code(client_at_host, query)
    assert (frame.get("src"), frame.get("title"), frame.get("loading")) == (HOST + address, title, "lazy")
    shown = find(build(client_at_host, query), "forhaandsvisning")
    assert (shown.get("src"), shown.get("title")) == (f"/k{address}", title)


def test_the_code_with_a_script_is_the_same_with_a_script(client_at_host):
    root = build(client_at_host, "?kommune=0326")
    frame, both = (read_text(find(root, element)) for element in ("kode-ramme", "kode-script"))
    assert both == f'{frame}\n<script async src="{HOST}/indlejr/hoejde.js"></script>'


def test_the_address_in_the_code_answers(client_at_host):
    address = code(client_at_host, "?kommune=0326&sammenlign=0101&paneler=hovedtal").get("src")
    assert client_at_host.get(address.removeprefix(HOST)).status_code == 200


def test_the_form_shows_what_is_chosen(client_at_host, official):
    root = build(client_at_host, "?kommune=0326&sammenlign=0101&tal=lejeboliger&farve=groen&kort=nej&paneler=hovedtal&bredde=400")
    assert [chosen(root, name) for name in ("kommune", "sammenlign", "tal")] == [["0326"], ["0101"], ["lejeboliger"]]
    assert (ticked(root, "farve"), ticked(root, "kort"), ticked(root, "paneler")) == (["groen"], ["nej"], ["hovedtal"])
    assert ticked(root, "form") == ["egen"]
    assert ticked(build(client_at_host, "?kort=ja"), "paneler") == list(list_panels(official.registry))
    assert ticked(build(client_at_host), "paneler") == [topic.key for topic in official.registry.topics]
    assert ticked(build(client_at_host), "form") == ["begge"]
    assert (ticked(build(client_at_host), "farve"), ticked(build(client_at_host), "kort")) == (["tegl"], ["ja"])


def test_every_colour_has_a_name():
    assert set(ACCENTS) == set(Accent)


def test_a_comparison_is_kept_when_the_kommune_changes(client_at_host):
    root = build(client_at_host, "?kommune=0825&sammenlign=0101")
    assert chosen(root, "sammenlign") == ["0101"]
    assert code(client_at_host, "?kommune=0825&sammenlign=0101").get("src").endswith("kommune=0825&sammenlign=0101")


def test_a_width_in_pixels_is_in_the_code(client_at_host):
    assert code(client_at_host, "?bredde=400").get("width") == "400"
    assert find(build(client_at_host, "?bredde=400"), "forhaandsvisning").get("width") == "400"


@pytest.mark.parametrize("junk", ["", "0", "-5", "100%", "bred", "²", "1e3", "99999", '"><script>', "400px"])
def test_an_invalid_width_is_the_whole_column(client_at_host, junk):
    assert code(client_at_host, f"?bredde={quote(junk)}").get("width") == "100%"


def test_the_preview_is_700_wide_where_no_width_is_chosen(client_at_host):
    assert find(build(client_at_host), "forhaandsvisning").get("width") == "700"


@pytest.mark.parametrize("form", Form)
def test_the_plain_code_has_a_height_that_fits_shape_and_width(client_at_host, form):
    pair = "&kommune=0326&sammenlign=0101" if form is Form.SAMMENLIGNING else ""
    for width in (360, 700):
        assert code(client_at_host, f"?form={form}{pair}&bredde={width}").get("height") == str(HEIGHTS[form][width])
    assert code(client_at_host, f"?form={form}{pair}").get("height") == str(max(HEIGHTS[form].values()))
    assert code(client_at_host, "?paneler=hovedtal&bredde=700").get("height") == str(UNKNOWN)


def test_each_shape_has_a_drawing_and_its_heights(client_at_host):
    root = build(client_at_host)
    rows = [label for label in root.iter("label") if label.get("class") == "byg-form-valg"]
    assert {label.find("input").get("value") for label in rows} == set(Form)
    assert len({tuple(sorted(str(part.items()) for part in label.iter() if part.tag != "input")) for label in rows}) == len(rows)
    assert all("form-tegning" in {part.get("class") for part in label.iter()} for label in rows)
    for label in rows:
        narrow, wide = (f"{HEIGHTS[label.find('input').get('value')][width]:,}".replace(",", ".") for width in (360, 700))
        assert f"Højde {narrow} px ved 360 px bredde, {wide} px ved 700" in read_text(label)


def test_the_code_that_sizes_itself_comes_first_and_the_other_is_folded_away(client_at_host):
    root = build(client_at_host)
    assert [area.get("id") for area in root.iter("textarea")] == ["kode-script", "kode-ramme"]
    plain = next(part for part in root.iter("details") if part.get("class") == "byg-plain")
    assert [area.get("id") for area in plain.iter("textarea")] == ["kode-ramme"]
    assert (plain.get("open"), find(root, "byg-flere").get("open")) == (None, None)


def test_a_comparison_without_two_places_says_what_is_missing(client_at_host):
    for query, is_hidden in (("?form=sammenligning", False), ("?form=sammenligning&kommune=0326&sammenlign=0101", True), ("", True)):
        assert (find(build(client_at_host, query), "byg-uden-par").get("hidden") is not None) is is_hidden


def test_only_what_may_stand_on_the_map_is_offered(client_at_host, official):
    select = next(select for select in build(client_at_host).iter("select") if select.get("name") == "tal")
    assert {option.get("value") for option in select.iter("option")} == {one.key for one in official.mappable}


def test_without_a_known_host_the_code_has_the_one_that_is_asked(client):
    assert code(client, "?kommune=0326").get("src") == "http://localhost/indlejr?kommune=0326"


@pytest.mark.parametrize("junk", ['"><script>alert(1)</script>', "</textarea><b>", "%FF"])
def test_parameters_are_escaped(client_at_host, junk):
    text = client_at_host.get(f"/indlejr/byg?kommune={junk}&tal={junk}&id={junk}&farve={junk}&bredde={junk}").text
    assert parse(text) is not None
    assert "<script>alert" not in text
    assert text.count("<textarea") == text.count("</textarea>") == 2
