"""The file of an edition: what was written comes back, and what was changed by hand does not."""

import hashlib
import tomllib
from dataclasses import replace

import pytest
import tomli_w

from data.organisation.example import make_example_list
from data.organisation.organisation_file import COLUMNS, NAME, read_organisations, write_organisations
from data.organisation.reach import read_email, read_phone, read_website
from data.organisation.text_field import read_contact, read_name
from data.problem import FiguresError
from tests.data.organisation.organisations import CODES, FEW, FULL, KOMMUNER, make, make_list


def rewrite(folder, old, new):
    """Change the file, and the sidecar as well, so that the checksum is right."""
    path, sidecar = folder / f"{NAME}.csv", folder / f"{NAME}.toml"
    content = path.read_text(encoding="utf-8")
    assert old in content
    content = content.replace(old, new)
    path.write_text(content, encoding="utf-8", newline="")
    fields = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    fields |= {"sha256": hashlib.sha256(content.encode()).hexdigest(), "rows": content.count("\n") - 1}
    sidecar.write_text(tomli_w.dumps(fields), encoding="utf-8")


def describe(folder, **changed):
    sidecar = folder / f"{NAME}.toml"
    fields = tomllib.loads(sidecar.read_text(encoding="utf-8")) | changed
    sidecar.write_text(tomli_w.dumps({name: value for name, value in fields.items() if value is not None}), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    write_organisations(FEW, tmp_path)
    return tmp_path


REAL = make_list(*(replace(one, is_example=False) for one in make_example_list(KOMMUNER).organisations))


@pytest.mark.parametrize("written", [FEW, REAL, make_list(FULL), make_list()], ids=["few", "of every kommune", "one", "none"])
def test_what_was_written_comes_back(tmp_path, written):
    write_organisations(written, tmp_path)
    assert read_organisations(tmp_path, CODES) == written


def test_the_files_are_as_other_snapshots_are(folder):
    content = (folder / f"{NAME}.csv").read_bytes()
    lines = content.decode().split("\n")
    assert lines[0] == ",".join(COLUMNS) == "kommune_kode,navn,hjemmeside,telefon,mail,kontakt,boliger,medlem_af_bl"
    assert [line.split(",")[:2] for line in lines[1:4]] == [["0101", "prøvebo Ø"], ["0101", "Zebra Prøvebo"], ["0101", "Aa Prøvebo"]]
    assert lines[-2:] == ["0751,Århus Prøvebo,,,,,0,nej", ""]
    assert b"\r" not in content
    assert tomllib.loads((folder / f"{NAME}.toml").read_text(encoding="utf-8")) == {
        "title": "Boligorganisationer 2026",
        "read": "2026-12-01",
        "responsible": "Anna Ørsted, BL",
        "edition": "2026",
        "rows": 6,
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert sorted(path.name for path in folder.iterdir()) == [f"{NAME}.csv", f"{NAME}.toml"]


def test_an_edition_without_a_list_has_none(tmp_path):
    assert read_organisations(tmp_path, CODES) is None


def test_a_made_up_list_is_not_written(tmp_path):
    with pytest.raises(ValueError, match="example organisations are not written into an edition"):
        write_organisations(make_example_list(KOMMUNER), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / f"{NAME}.toml").unlink(), "boligorganisationer.csv has no sidecar boligorganisationer.toml; restore it"),
        (lambda folder: (folder / f"{NAME}.toml").write_text("x"), "boligorganisationer.toml can't be read"),
        (lambda folder: (folder / f"{NAME}.toml").write_bytes(b"\xff"), "boligorganisationer.toml can't be read"),
        (
            lambda folder: (folder / f"{NAME}.csv").write_text("x"),
            "boligorganisationer.csv has sha256 .* but boligorganisationer.toml says",
        ),
        (lambda folder: describe(folder, sha256="0" * 64), "says 000000000000…; restore the file, or import the organisations again"),
        (lambda folder: describe(folder, sha256=None), "has no sound sha256; restore"),
        (lambda folder: describe(folder, title=None, responsible=7), "has no sound title, responsible; restore"),
        (lambda folder: describe(folder, rows=True), "has no sound rows"),
        (lambda folder: describe(folder, rows=5), "has 6 rows, but boligorganisationer.toml says 5"),
        (lambda folder: describe(folder, read="i går"), "read is 'i går', which is no date such as 2026-12-01"),
    ],
)
def test_a_file_that_is_not_the_one_that_was_written_is_refused(folder, spoil, said):
    spoil(folder)
    with pytest.raises(FiguresError, match=said):
        read_organisations(folder, CODES)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kommune_kode,navn", "navn,kommune_kode", "row 1: the columns are navn, kommune_kode, .*; write kommune_kode, navn, hjemmeside"),
        (",boliger,", ",bolig,", "row 1: the columns are"),
        ("0,nej", "0,nej,", r"row 7 has 9 columns, not 8; restore the file"),
        ("0,nej", "nej", r"row 7 has 7 columns"),
        ("0326,", "0999,", "row 5, column kommune_kode: '0999' is no kommune of kommuner.csv; restore the file"),
        ("0326,", "326,", "'326' is no kommune"),
        ("0326,", "1084,", "'1084' is no kommune"),
        ("0326,", "0000,", "'0000' is no kommune"),
        ("Zebra Prøvebo", "", "row 3, column navn: '' has no letter"),
        ("Zebra Prøvebo", " Zebra  Prøvebo", "' Zebra  Prøvebo' is kept as 'Zebra Prøvebo'"),
        ("Zebra Prøvebo", "Zebra\u200bPrøvebo", "has the hidden character U\\+200B"),
        ("https://www.prøvebo.example", "javascript://www.prøvebo.example", "row 5, column hjemmeside: .* begins with javascript://"),
        ("https://www.prøvebo.example", "www.prøvebo.example", "is kept as 'https://www.prøvebo.example/boliger"),
        ("12 34 56 78", "12345678", "row 5, column telefon: '12345678' is kept as '12 34 56 78'"),
        ("12 34 56 78", "12 34", "row 5, column telefon: '12 34' is no telephone number"),
        ("kontakt@prøvebo.example", "prøvebo.example", "row 5, column mail: 'prøvebo.example' is no e-mail address"),
        ("Udlejning, Kalundborg", "Ring 12345678", "row 5, column kontakt: 'Ring 12345678' has a long number"),
        (",1234,", ",1.234,", "row 5, column boliger: '1.234' is no whole number from 0 to 200000"),
        (",1234,", ",01234,", "column boliger: '01234'"),
        (",1234,", ",200001,", "column boliger: '200001'"),
        (",1234,", ",-1,", "column boliger: '-1'"),
        (",1234,", ",²,", "column boliger: '²'"),
        (",nej", ",Nej", "row 7, column medlem_af_bl: 'Nej' is neither ja nor nej nor empty"),
        ("Århus Prøvebo", "PRØVE-BO", "stands twice in 0751; restore the file"),
        ("0101,prøvebo Ø", '0101,"prøvebo Ø', "can't be read as CSV"),
    ],
)
def test_a_row_that_would_not_be_written_is_refused_whatever_its_checksum(folder, old, new, said):
    rewrite(folder, old, new)
    with pytest.raises(FiguresError, match=said) as error:
        read_organisations(folder, CODES)
    assert all(problem.startswith(f"{NAME}.") for problem in error.value.problems)


def test_a_sound_change_with_its_checksum_is_read(folder):
    """So that the refusals above are of what was changed, not of the changing."""
    rewrite(folder, ",1234,", ",1235,")
    found = read_organisations(folder, CODES)
    assert found == make_list(*(replace(one, dwellings=1235) if one == FULL else one for one in FEW.organisations))


def test_all_problems_are_told_at_once(folder):
    rewrite(folder, "0326,", "0999,")
    rewrite(folder, ",nej", ",N")
    rewrite(folder, "12 34 56 78", "1234")
    with pytest.raises(FiguresError) as error:
        read_organisations(folder, CODES)
    assert len(error.value.problems) == 3


def test_an_empty_file_has_no_columns(tmp_path):
    write_organisations(make_list(), tmp_path)
    rewrite(tmp_path, ",".join(COLUMNS) + "\n", "")
    with pytest.raises(FiguresError, match="row 1: the columns are ; write kommune_kode"):
        read_organisations(tmp_path, CODES)


def test_every_example_would_be_sound():
    """Examples are shown by the same code as real ones: they must be as real ones are."""
    for one in make_example_list(KOMMUNER).organisations:
        assert read_name(one.name) == one.name
        assert read_website(one.website) == one.website
        assert read_phone(one.phone) == one.phone
        assert read_email(one.email) == one.email
        assert read_contact(one.contact) == one.contact


def test_a_list_with_a_name_of_hundred_letters_comes_back(tmp_path):
    written = make_list(make(name="Å" * 100, website=f"https://x.dk/{'a' * 187}", contact="k" * 80))
    write_organisations(written, tmp_path)
    assert read_organisations(tmp_path, CODES) == written
