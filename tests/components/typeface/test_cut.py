import pytest
from fontTools.ttLib import TTFont

from components.typeface import cut
from components.typeface.stand_in import SERIF
from data.place_table import load_places
from data.registry.registry import Registry

DAYS = ("2026-12-31", "2027-01-01")


@pytest.fixture
def served():
    return TTFont(SERIF)


def test_the_served_serif_has_what_is_set_in_it_and_no_more(served):
    assert {*served.getBestCmap()} == {*map(ord, cut.CHARACTERS)}
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in served["fvar"].axes] == [("wght", *cut.WEIGHTS)]
    assert SERIF.stat().st_size < 23_000


def test_every_place_and_every_figure_can_be_named_in_it():
    places = [place for day in DAYS for place in load_places(day).values()]
    names = [name for place in places for name in (place.name, place.full_name)]
    registry = Registry.load()
    names += [each.label for each in registry.indicators.values()] + [panel.title for panel in registry.panels.values()]
    assert {*"".join(names)} <= {*cut.CHARACTERS}


def test_letters_are_as_wide_as_before_and_figures_equally_wide(served):
    advances, glyphs = served["hmtx"], served.getBestCmap()
    assert len({advances[glyphs[ord(each)]][0] for each in "0123456789"}) == 1
    features = {record.FeatureTag for table in ("GSUB", "GPOS") for record in served[table].table.FeatureList.FeatureRecord}
    assert features == {*cut.FEATURES}


def test_the_cut_font_has_a_name_of_its_own_and_keeps_its_licence(served):
    names = {record.nameID: str(record) for record in served["name"].names}
    assert {names[number] for number in cut.NAMES_OF_FONT} == {cut.NAME, cut.NAME.replace(" ", "")}
    assert "Source" not in "".join(names[number] for number in names if number != 0)
    assert "Reserved Font Name" in names[0]
    assert names[14] == "http://scripts.sil.org/OFL"


def test_the_same_file_comes_out_each_time(tmp_path):
    files = tmp_path / "a.woff2", tmp_path / "b.woff2"
    for file in files:
        assert cut.main([str(SERIF), str(file)]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_font_that_lacks_a_letter_is_refused(served):
    for table in served["cmap"].tables:
        table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in {ord("Æ"), ord("ø")}}
    with pytest.raises(ValueError, match="The font lacks Æ ø; take them out of LETTERS or SIGNS, or take another file"):
        cut.cut(served)
