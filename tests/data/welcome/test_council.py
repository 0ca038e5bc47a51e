import csv

import pytest

from data.place import PlaceKind
from data.place_table import load_places
from data.problem import TextError
from data.welcome.council import FILE, Council, load_councils
from tests.days import TODAY

PLACES = load_places(TODAY)
KOMMUNER = [place for place in PLACES.values() if place.kind is PlaceKind.KOMMUNE]
COUNCILS = load_councils(PLACES)


def test_each_kommune_has_one_council():
    assert set(COUNCILS) == {place.code for place in KOMMUNER}
    with FILE.open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 98


@pytest.mark.parametrize("place", KOMMUNER, ids=lambda place: place.name)
def test_every_name_is_a_danish_genitive(place):
    genitive = COUNCILS[place.code].genitive
    stem = place.name
    if stem in ("Nordfyns", "Vesthimmerlands"):  # genitives already: the land is Nordfyn
        assert genitive == stem
    elif stem.endswith("s"):
        assert genitive == f"{stem}'"
    else:
        assert genitive == f"{stem}s"
    assert COUNCILS[place.code].kommune == place.full_name


TRICKY = {
    "0101": ("Københavns Borgerrepræsentation", "Borgerrepræsentationen", "medlem af Borgerrepræsentationen"),
    "0147": ("Frederiksbergs kommunalbestyrelse", "kommunalbestyrelsen", "kommunalbestyrelsesmedlem"),
    "0326": ("Kalundborgs byråd", "byrådet", "byrådsmedlem"),
    "0400": ("Bornholms kommunalbestyrelse", "kommunalbestyrelsen", "kommunalbestyrelsesmedlem"),
    "0751": ("Aarhus' byråd", "byrådet", "byrådsmedlem"),
    "0615": ("Horsens' byråd", "byrådet", "byrådsmedlem"),
    "0730": ("Randers' byråd", "byrådet", "byrådsmedlem"),
    "0420": ("Assens' byråd", "byrådet", "byrådsmedlem"),
    "0260": ("Halsnæs' byråd", "byrådet", "byrådsmedlem"),
    "0336": ("Stevns' kommunalbestyrelse", "kommunalbestyrelsen", "kommunalbestyrelsesmedlem"),
    "0706": ("Syddjurs' byråd", "byrådet", "byrådsmedlem"),
    "0480": ("Nordfyns kommunalbestyrelse", "kommunalbestyrelsen", "kommunalbestyrelsesmedlem"),
    "0820": ("Vesthimmerlands byråd", "byrådet", "byrådsmedlem"),
    "0580": ("Aabenraas byråd", "byrådet", "byrådsmedlem"),
    "0825": ("Læsøs kommunalbestyrelse", "kommunalbestyrelsen", "kommunalbestyrelsesmedlem"),
    "0360": ("Lollands byråd", "byrådet", "byrådsmedlem"),
    "0760": ("Ringkøbing-Skjerns byråd", "byrådet", "byrådsmedlem"),
    "0173": ("Lyngby-Taarbæks kommunalbestyrelse", "kommunalbestyrelsen", "kommunalbestyrelsesmedlem"),
    "0766": ("Hedensteds kommunalbestyrelse", "kommunalbestyrelsen", "kommunalbestyrelsesmedlem"),
}


@pytest.mark.parametrize(("code", "names"), TRICKY.items(), ids=lambda value: value if isinstance(value, str) else value[0])
def test_councils_are_named_as_people_name_them(code, names):
    name = COUNCILS[code]
    assert (name.full, name.council.definite, name.council.member) == names


def test_only_copenhagen_has_a_borgerrepræsentation():
    assert [code for code, name in COUNCILS.items() if name.council is Council.BORGERREPRAESENTATION] == ["0101"]


@pytest.fixture
def spoil(tmp_path):
    """A function that replaces lines of the table, and gives the problems that are found in it."""

    def spoil(*changes):
        text = FILE.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / FILE.name
        path.write_text(text, encoding="utf-8")
        with pytest.raises(TextError) as error:
            load_councils(PLACES, path)
        return error.value.problems

    return spoil


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("0751,Aarhus,Aarhus',byråd,", "0751,Aarhus,Aarhuss,byråd,",
         "row 83, column genitiv: 'Aarhuss' is no genitive of Aarhus; write Aarhus' or Aarhus"),
        ("0326,Kalundborg,Kalundborgs", "0326,Kalundborg,Kalundborg",
         "row 37, column genitiv: 'Kalundborg' is no genitive of Kalundborg; write Kalundborgs"),
        ("0751,Aarhus,Aarhus',byråd,", "0751,Aarhus,Aarhus',råd,",
         "row 83, column raad: 'råd' is no council; write one of byråd, kommunalbestyrelse, Borgerrepræsentation"),
        ("0751,Aarhus,", "0751,Århus,", "row 83, column navn: 'Århus' is not Aarhus, which kommuner.csv has for 0751"),
        ("0751,Aarhus,Aarhus',byråd,", "0751,Aarhus", "row 83, all columns: 2 cells; expected 5"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named(spoil, old, new, said):
    assert spoil((old, new)) == [f"kommunalbestyrelser.csv, {said}"]


def test_all_that_is_wrong_is_said_at_once(spoil):
    problems = spoil(("0751,", "0752,"), ("0746,Skanderborg,Skanderborgs", "0746,Skanderborg,Skanderborg"), ("0849,", "0851,"))
    assert [problem.partition(": ")[0] for problem in problems] == [
        "kommunalbestyrelser.csv, row 82, column genitiv",
        "kommunalbestyrelser.csv, row 83, column kode",
        "kommunalbestyrelser.csv, row 97, column navn",
        "kommunalbestyrelser.csv, row 97, column genitiv",
        "kommunalbestyrelser.csv, row 98, column kode",
        "kommunalbestyrelser.csv",
        "kommunalbestyrelser.csv",
    ]
    assert "Jammerbugt (0849) has no row; add one" in problems[-2] + problems[-1]


def test_a_file_of_another_kind_is_refused(spoil, tmp_path):
    came, wanted = "code, name, genitive, raad, bemaerkning", "kode, navn, genitiv, raad, bemaerkning"
    said = f"kommunalbestyrelser.csv, row 1: the columns are {came}; write {wanted}"
    assert spoil(("kode,navn,genitiv", "code,name,genitive")) == [said]
