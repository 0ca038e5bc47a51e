"""Kommuneark as files."""

import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

import pytest

from components.print.collection import write_kommuneark
from components.print.package import Packer
from components.print.sheet import build_sheet
from components.print.typesetter import Typesetter
from tests.components.print.pdf_reading import count_pages, read_code, read_text, squeeze

ADDRESS = "https://kort.bl.dk/"


def test_each_kommune_gets_a_file_in_the_given_order(archive, tmp_path):
    seen = []

    def progress(done):
        for name, pdf in done:
            seen.append(name)
            yield name, pdf

    files = write_kommuneark(tmp_path / "ud", archive, ADDRESS, ["0326", "0101", "0825"], progress=progress)
    assert (
        [file.name for file in files] == seen == [f"kommuneark_{name}_udgave-2025.pdf" for name in ("kalundborg", "koebenhavn", "laesoe")]
    )
    assert sorted(tmp_path.glob("ud/*")) == sorted(files)
    for code, file in zip(("0326", "0101", "0825"), files, strict=True):
        assert count_pages(file.read_bytes()) == 2
        assert read_code(file.read_bytes()) == [f"{ADDRESS}?kommune={code}&udgave=2025"]


def test_all_of_them_can_be_one_zip_file(archive, tmp_path):
    (path,) = write_kommuneark(tmp_path, archive, ADDRESS, ["0326", "0101"], edition="2025", as_zip=True)
    with zipfile.ZipFile(path) as file:
        assert file.namelist() == ["kommuneark_kalundborg_udgave-2025.pdf", "kommuneark_koebenhavn_udgave-2025.pdf"]
        assert file.testzip() is None
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_the_whole_package_can_be_written_instead(archive, tmp_path):
    pack = partial(Packer.load(archive.newest.places).pack, today=date(2026, 4, 1))
    files = write_kommuneark(tmp_path, archive, ADDRESS, ["0326", "0101"], pack=pack)
    assert [file.name for file in files] == [f"velkomstpakke_{name}_udgave-2025.pdf" for name in ("kalundborg", "koebenhavn")]
    assert [count_pages(file.read_bytes()) for file in files] == [6, 6]
    (path,) = write_kommuneark(tmp_path, archive, ADDRESS, ["0326"], pack=pack, as_zip=True)
    with zipfile.ZipFile(path) as file:
        assert (path.name, file.namelist()) == ("velkomstpakker.zip", ["velkomstpakke_kalundborg_udgave-2025.pdf"])
        assert file.read(file.namelist()[0]) == files[0].read_bytes()


@pytest.mark.parametrize("as_zip", [False, True])
def test_what_fails_leaves_no_half_file(archive, tmp_path, as_zip):
    with pytest.raises(KeyError):
        write_kommuneark(tmp_path, archive, ADDRESS, ["9999"], as_zip=as_zip)
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_can_t_be_set_is_named(capfd):
    typesetter = Typesetter()
    with pytest.raises(RuntimeError, match="the pages of Nowhere could not be set"):
        typesetter.set({"title": "Nowhere", "date": ""})
    typesetter.close()
    assert "TypstError" in capfd.readouterr().err


def test_without_its_fonts_nothing_is_set(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"SourceSans3_400Regular.ttf, .* missing in .*; run 'make assets'"):
        Typesetter(tmp_path)


def test_sheets_can_be_set_side_by_side(official, drawing):
    def set_one(code):
        with Typesetter() as typesetter:
            return typesetter.set(build_sheet(code, official, drawing, ADDRESS))

    with ThreadPoolExecutor(2) as pool:
        sheets = list(pool.map(set_one, ("0101", "0326")))
    for code, pdf in zip(("0101", "0326"), sheets, strict=True):  # pdfium reads in one thread only
        assert squeeze(official.places[code].full_name) in read_text(pdf)
