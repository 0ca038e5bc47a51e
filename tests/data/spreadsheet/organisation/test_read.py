"""The list is read row by row; everything that is wrong is told at once, with its place."""

import random

import pytest

from data.organisation.example import make_example_list
from data.organisation.organisation import Organisation
from data.organisation.organisation_file import COLUMNS, read_organisations, write_organisations
from tests.data.organisation.organisations import CODES, FEW, KOMMUNER, make
from tests.data.spreadsheet.organisation.sheets import HEADINGS, SOURCE, read, read_rows, row, save_csv, save_workbook, to_row

FOUND = Organisation(
    "0326", "Prøvebo", "https://www.prøvebo.example", "12 34 56 78", "post@prøvebo.example", "Kundeservice", 1234, True
)  # fmt: skip


def test_a_row_is_an_organisation(tmp_path):
    found = read_rows(tmp_path, row())
    assert (found.organisations, found.problems) == ((FOUND,), [])
    assert found.source_sheet == SOURCE


def test_what_is_not_told_is_empty(tmp_path):
    found = read_rows(tmp_path, ["0326", None, "Prøvebo"])
    assert (found.organisations, found.problems) == ((make(),), [])
    assert read_rows(tmp_path, ["0326", "Prøvebo"], headings=["Kommunekode", "Boligorganisation"]).organisations == (make(),)


def test_the_list_has_what_the_sheet_kilde_says(tmp_path):
    found = read_rows(tmp_path, *map(to_row, FEW.organisations))
    assert found.problems == []
    assert found.make_list() == FEW


@pytest.mark.parametrize(
    ("delimiter", "dwellings", "encoding"), [(";", "1.234", "cp1252"), (",", "1,234", "utf-8"), ("\t", "1234", "utf-16")]
)
def test_a_csv_file_is_read_as_a_workbook_is(tmp_path, delimiter, dwellings, encoding):
    path = save_csv(tmp_path / "liste.csv", HEADINGS, row(dwellings=dwellings), delimiter=delimiter, encoding=encoding)
    found = read(path)
    assert (found.organisations, found.problems) == ((FOUND,), [])


def test_the_file_of_an_edition_is_itself_a_delivery(tmp_path):
    write_organisations(FEW, tmp_path)
    assert read(tmp_path / "boligorganisationer.csv").make_list() == read_organisations(tmp_path, CODES) == FEW
    assert COLUMNS[1] == "navn"  # a bare name


@pytest.mark.parametrize(
    ("code", "kommune"),
    [
        ("0326", "Kalundborg"), ("326", ""), (326, None), (326.0, ""), ("326.0", ""), ("", "Kalundborg"), (None, "KALUNDBORG KOMMUNE"),
        ("0326", "Kalundborgs Kommune"),
    ],
)  # fmt: skip
def test_a_kommune_is_known_by_its_code_or_its_name(tmp_path, code, kommune):
    found = read_rows(tmp_path, row(code=code, kommune=kommune))
    assert (found.organisations, found.problems) == ((FOUND,), [])


@pytest.mark.parametrize(
    ("code", "kommune", "said"),
    [
        ("0999", "", "Boligorganisationer!A2: '0999' is no kommune; write a kommunekode such as 0326, or the name of a kommune"),
        ("03260", "", "A2: '03260' is no kommune"),
        ("Kalundborg", "", "A2: 'Kalundborg' is no kommune"),
        ("", "Kallundborg", "B2: 'Kallundborg' is no kommune"),
        ("0326", "Holbæk", "A2: the code 0326 is Kalundborg, but the name is Holbæk; correct one of them"),
        ("0326", "Kallundborg", "A2: the code 0326 is Kalundborg, but the name is Kallundborg; correct one of them"),
        ("1085", "", "A2: '1085' is Region Sjælland, and no kommune; write a row for each kommune of the organisation"),
        ("", "Region Sjælland", "B2: 'Region Sjælland' is Region Sjælland, and no kommune"),
        ("0000", "", "A2: '0000' is Hele landet, and no kommune"),
        ("", "Hele landet", "B2: 'Hele landet' is Hele landet, and no kommune"),
        ("", "", "B2: no kommune is given; write its kommunekode or its name, or empty the row"),
        (326.5, "", "A2 (Kommunekode): came the number 326.5; format the cell as text, and write a kommunekode, such as 0326"),
        ("#REF!", "Kalundborg", "A2 (Kommunekode): came the spreadsheet's error #REF!"),
        ("0326", 326, "B2 (Kommune): came the number 326; format the cell as text, and write the name of a kommune"),
    ],
)
def test_what_is_no_kommune_is_refused(tmp_path, code, kommune, said):
    found = read_rows(tmp_path, row(code=code, kommune=kommune))
    assert found.organisations == ()
    assert len(found.problems) == 1
    assert said in found.problems[0]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"name": ""},
            "Boligorganisationer!C2 (Boligorganisation): no name is given; write the name of the organisation, or empty the row",
        ),
        ({"name": 815}, "C2 (Boligorganisation): came the number 815"),
        ({"website": "ftp://x.example"}, "D2 (Hjemmeside): 'ftp://x.example' begins with ftp://"),
        ({"phone": 1234567}, "E2 (Telefon): '1234567' is no telephone number"),
        ({"email": "x"}, "F2 (E-mail): 'x' is no e-mail address"),
        ({"contact": "Hanne, 59561010"}, "G2 (Kontakt (funktion)): 'Hanne, 59561010' has a long number"),
        ({"dwellings": "-"}, "H2 (Boliger i kommunen): '-' may mean zero or unknown"),
        ({"dwellings": "=1+1"}, "H2 (Boliger i kommunen): the formula =1+1 has no stored result"),
        ({"member": "måske"}, "I2 (Medlem af BL): came 'måske'; write ja or nej"),
    ],
)
def test_a_cell_that_can_not_be_read_has_its_address(tmp_path, changed, said):
    found = read_rows(tmp_path, row(**changed))
    assert len(found.problems) == 1
    assert said in found.problems[0]


def test_all_problems_are_told_at_once(tmp_path):
    found = read_rows(
        tmp_path,
        row(code="0999", website="x", phone="1"),
        row(),
        row(name="prøve-bo", member="?"),
        [*row(name="Andet", email="@"), "7"],
        headings=[*HEADINGS, "Tlf."],
    )
    starts = [problem.split("!")[1].split(":")[0] for problem in found.problems]
    assert starts == ["J1", "A2", "D2 (Hjemmeside)", "E2 (Telefon)", "I4 (Medlem af BL)", "C4", "F5 (E-mail)"]


def test_merged_cells_are_told_once(tmp_path):
    def merge(sheet):
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("G2:H2")

    rows = [row(), *[row(name=name, code=None, kommune=None) for name in ("Et", "To")]]
    found = read_rows(tmp_path, *rows, work=merge)
    remedy = "these cells are merged; unmerge them, and write in each what belongs there"
    assert found.problems == [f"Boligorganisationer!A2:A4: {remedy}", f"Boligorganisationer!G2:H2: {remedy}"]


@pytest.mark.parametrize("spelling", ["Prøvebo", "PRØVEBO", "Prøve bo", "prøve-bo"])
def test_no_organisation_stands_twice_in_a_kommune(tmp_path, spelling):
    found = read_rows(tmp_path, row(), row(name="Andet"), row(code="", name=spelling))
    as_other = "" if spelling == "Prøvebo" else " as Prøvebo"
    other = f"stands{as_other} under Kalundborg in Boligorganisationer!C2 already; remove one of the rows"
    assert found.problems == [f"Boligorganisationer!C4: {spelling} {other}"]


def test_an_organisation_may_stand_in_many_kommuner(tmp_path):
    rows = [row(code=place.code, kommune="", website=f"prøvebo.example/{place.code}") for place in KOMMUNER]
    found = read_rows(tmp_path, *rows)
    assert (found.problems, found.remarks) == ([], [])
    assert found.make_list().by_name() == {"Prøvebo": tuple(sorted(place.code for place in KOMMUNER))}


def test_a_name_that_is_spelt_in_two_ways_is_worth_a_look(tmp_path):
    found = read_rows(tmp_path, row(), row(code="0316", kommune="Holbæk", name="Prøve-Bo"), row(name="Andet"))
    assert found.problems == []
    assert [remark for remark in found.remarks if "seem" in remark] == [
        "Boligorganisationer: 'Prøvebo' and 'Prøve-Bo' seem to be one organisation; spell it alike, or the search lists it twice"
    ]


@pytest.mark.parametrize(
    ("without", "said"),
    [
        (1, "1 kommune has no organisation: Aarhus"),
        (2, "2 kommuner have no organisation: Aalborg, Aarhus"),
        (5, "5 kommuner have no organisation: Vordingborg, Ærø, Aabenraa, Aalborg, Aarhus"),
        (7, "7 kommuner have no organisation: Vesthimmerlands, Viborg, Vordingborg, Ærø, Aabenraa, and 2 more of the kind"),
    ],
)
def test_kommuner_without_organisations_are_named(tmp_path, without, said):
    found = read_rows(tmp_path, *[row(code=place.code, kommune="") for place in KOMMUNER[:-without]])
    assert found.remarks == [f"Boligorganisationer: {said}"]


@pytest.mark.parametrize("rest", [["0326"], ["0326", "Kalundborg"], ["Kilde: BL"], [None, "I alt"], ["0999", "", " "]])
def test_a_row_without_anything_on_an_organisation_is_passed_over(tmp_path, rest):
    found = read_rows(tmp_path, row(), rest)
    assert (found.organisations, found.problems) == ((FOUND,), [])


@pytest.mark.parametrize("rows", [[], [["0326"], ["0316", "Holbæk"]], [[None] * 9]])
@pytest.mark.parametrize("title", ["Boligorganisationer", "Ark1"])
def test_a_list_that_nobody_filled_in_is_none(tmp_path, rows, title):
    assert read_rows(tmp_path, *rows, title=title) is None


def test_a_list_with_nothing_but_faults_is_not_none(tmp_path):
    assert read_rows(tmp_path, row(name="")).problems


def test_a_file_without_a_list_has_none(tmp_path):
    assert read(save_workbook(tmp_path / "x.xlsx", ["Kommunekode", "Beboere"], ["0326", 6000], title="Tal")) is None


def test_seven_hundred_organisations_are_read(tmp_path):
    """As many as there may be, each told in full, in any order."""
    rows = [
        [place.code, place.name, f"Prøvebo {number}", f"prøvebo{number}.example", f"{number}0{place.code}000"[:8].ljust(8, "0"),
         f"post@prøvebo{number}.example", "Kundeservice", number * 100, ("ja", "nej", "")[number % 3]]
        for place in KOMMUNER for number in range(1, 9)
    ]  # fmt: skip
    random.Random(1).shuffle(rows)
    found = read_rows(tmp_path, *rows)
    assert (len(rows), len(found.organisations)) == (784, 784)
    assert (found.problems, found.remarks) == ([], [])
    listed = found.make_list()
    assert all(len(listed.of_kommune(place.code)) == 8 for place in KOMMUNER)
    assert [one.name for one in listed.of_kommune("0492")] == [f"Prøvebo {number}" for number in range(1, 9)]
    write_organisations(listed, tmp_path)
    assert read_organisations(tmp_path, CODES) == listed


def test_the_examples_could_be_delivered(tmp_path):
    examples = make_example_list(KOMMUNER)
    found = read_rows(tmp_path, *map(to_row, examples.organisations))
    assert found.problems == []
    assert [to_row(one) for one in found.make_list().organisations] == [to_row(one) for one in examples.organisations]
    assert not found.make_list().is_example
