"""The story, the facts and the notes of the printed kommuneark, and the words on its map."""

import re

import pytest

from components.print.rows import list_printed
from components.print.sheet import build_sheet
from components.wording.formats import name_figure
from tests.components.print.pdf_reading import read_text, squeeze
from tests.page import HOST

ADDRESS = f"{HOST}/"
SOME = ["0101", "0147", "0326", "0760", "0825"]  # the same sheets as in test_sheet.py: each is set once


@pytest.fixture(scope="module")
def write(official, drawing):
    """What stands on a sheet."""
    return lambda code, other=None, pages=2: build_sheet(code, official, drawing, ADDRESS, other, pages)


@pytest.mark.parametrize("other", [None, "0101"])
def test_a_sheet_on_one_page_has_what_stands_on_two(write, other):
    """So test_sheet.py puts it together once."""
    assert write("0326", other, 1) == write("0326", other) | {"pages": 1}


@pytest.mark.parametrize("code", SOME)
def test_the_story_has_three_themes_and_facts_with_source_and_year(write, typeset, official, code):
    sheet = write(code)
    text = read_text(typeset.set(sheet))
    assert [theme["title"] for theme in sheet["themes"]] == [
        "Boliger til hele livet",
        "Fællesskab og lokale forskelle",
        "Et ansvar, der deles",
    ]
    for theme in sheet["themes"]:
        assert theme["sentences"]
        for sentence in theme["sentences"]:
            assert squeeze("".join(run["text"] for run in sentence)) in text
    for fact in official.facts:
        assert squeeze(f"{fact.text}{fact.source}, {fact.period}") in text


@pytest.mark.parametrize("code", SOME)
def test_notes_are_on_the_figures_that_are_printed(write, official, code):
    printed = list_printed([official.profile(code)], official.registry)
    notes, names = write(code)["notes"], [name_figure(official.registry[key]) for key in printed]
    assert [note["label"] for note in notes["definitions"]] == names
    assert {name for remark in notes["remarks"] for name in remark["label"].split("; ")} <= set(names)
    assert not any(official.profile(code)[key].is_provisional for key in printed)


@pytest.mark.parametrize("code", SOME)
def test_the_swarm_has_all_kommuner_and_the_map_a_name(write, official, code):
    sheet, name = write(code), official.places[code].name
    (swarm,) = sheet["swarms"]
    dots = re.search(r'<path d="([^"]*h0)"', swarm["svg"])[1]
    assert dots.count("h0") == 98
    said = re.findall(r"<text[^>]*>([^<]*)</text>", sheet["map"]["svg"])
    assert "".join(said[2:]) == name  # after the titles of the two insets; a long one is broken at its hyphen


def test_a_pair_has_both_names_and_both_swarms(write, typeset):
    sheet = write("0326", "0101")
    assert re.findall(r"<text[^>]*>([^<]*)</text>", sheet["map"]["svg"])[2:] == ["Kalundborg", "København"]
    assert len(sheet["swarms"]) == 2
    assert not re.search(r"Hele landetForskelAKalundborg|>[AB]<", str(sheet["map"]))
    assert len(write("0326", "1085")["swarms"]) == 1  # a region is none of the dots
