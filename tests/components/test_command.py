import zipfile
from functools import partial
from pathlib import Path

import pytest

import app
from app import build_static
from components import command
from components.address.site import Site
from components.command import SERVE, Command, read_command, run_export
from components.export import write as export
from components.export.addresses import Export
from components.server.settings import Settings
from tests.components.print.pdf_reading import count_pages, read_code


def test_without_a_command_the_map_is_served():
    assert read_command([]) == Command(SERVE)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["export", "ud"], Command("export", Path("ud"))),
        (["export", "ud/", "--base", "/danmarkskort/"], Command("export", Path("ud"), Site("/danmarkskort"))),
        (["export", "--base", "https://kort.bl.dk", "ud"], Command("export", Path("ud"), Site("", "https://kort.bl.dk"))),
        (["export", "ud", "--pairs", "all"], Command("export", Path("ud"), None, "all")),
        (["export", "ud", "--pairs=0326-0101"], Command("export", Path("ud"), None, "0326-0101")),
        (["kommuneark", "ud", "--kommune", "0326, 101,326"], Command("kommuneark", Path("ud"), kommuner=("0326", "0101"))),
        (
            ["kommuneark", "ud", "--kommune=0326", "--pakke", "--zip", "--base", "https://kort.bl.dk/"],
            Command("kommuneark", Path("ud"), Site("", "https://kort.bl.dk"), kommuner=("0326",), as_package=True, as_zip=True),
        ),
    ],
)
def test_the_command_line_is_read(arguments, expected):
    assert read_command(arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["export", "ud", "--base", "danmarkskort"], "'danmarkskort' is no address to lie under; write a path such as /danmarkskort/"),
        (["export", "ud", "--base", "ftp://bl.dk/"], "'ftp://bl.dk/' is no address to lie under; write a path such as /danmarkskort/"),
        (["export"], "the following arguments are required: OUT"),
        (["udgiv"], "invalid choice: 'udgiv'"),
        (["kommuneark"], "the following arguments are required: OUT"),
        (["kommuneark", "ud", "--kommune", "0326,9999,0000"], "there is no kommune 9999 and no 0000; write codes such as 0326,0101"),
        (["kommuneark", "ud", "--kommune", ","], "no kommune is named; write codes such as 0326,0101"),
    ],
)
def test_wrong_arguments_end_with_one_sentence_and_status_2(capsys, arguments, sentence):
    with pytest.raises(SystemExit) as stopped:
        read_command(arguments)
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert len([line for line in said.splitlines() if "error:" in line]) == 1
    assert "Traceback" not in said


def build(**changes):
    return partial(build_static, Settings(only_newest=True, **changes))


@pytest.mark.slow
def test_the_export_says_what_it_wrote_and_what_it_lacks(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(export, "list_exports", lambda *_: [Export("/robots.txt", "robots.txt")])
    out = tmp_path / "ud"
    assert run_export(build(site=Site(follows_request=False), pairs="0326-0101"), Command("export", out)) == 0
    said = capsys.readouterr()
    files = len([path for path in out.rglob("*") if path.is_file()])
    assert said.out.startswith(f"{files} files, 1 comparisons, in {out}. No sitemap, canonical or preview addresses")
    assert "100%" in said.err
    assert run_export(build(site=Site("", "https://kort.bl.dk", follows_request=False)), Command("export", out)) == 0
    assert capsys.readouterr().out == f"{files} files, 0 comparisons, in {out}.\n"


@pytest.mark.slow
def test_what_stops_the_export_is_one_sentence(tmp_path, capsys):
    (tmp_path / "mine.txt").touch()
    assert run_export(build(), Command("export", tmp_path)) == 1
    assert (
        capsys.readouterr().err == f"Export stopped: {tmp_path} has something in it that is no export of ours; name a new or empty folder\n"
    )
    assert run_export(build(pairs="0326-9999"), Command("export", tmp_path / "ud")) == 1
    assert capsys.readouterr().err.startswith("Export stopped: '0326-9999' is no pair; write two codes")
    assert not (tmp_path / "ud").exists()


def test_the_base_of_the_command_counts_before_the_setting(tmp_path, monkeypatch):
    monkeypatch.setenv("DANMARKSKORT_ADRESSE", "https://kort.bl.dk/a")
    monkeypatch.delenv("DANMARKSKORT_EKSEMPELTAL", raising=False)
    asked = []
    monkeypatch.setattr(command, "run_export", lambda build, command: asked.append(build.args[0]) or 0)
    assert app.main(["export", str(tmp_path), "--base", "/b/"]) == 0
    assert app.main(["export", str(tmp_path)]) == 0
    assert [settings.site for settings in asked] == [
        Site("/b", follows_request=False),
        Site("/a", "https://kort.bl.dk", follows_request=False),
    ]
    assert all(settings.only_newest and not settings.with_examples and settings.pairs == "suggested" for settings in asked)


def test_without_codes_all_kommuner_are_printed(official):
    assert set(read_command(["kommuneark", "ud"]).kommuner) == {place.code for place in official.kommuner}


@pytest.fixture
def setting(monkeypatch):
    """No setting but what a test makes."""
    for name in ("DANMARKSKORT_ADRESSE", "DANMARKSKORT_EKSEMPELTAL", "DANMARKSKORT_TAL"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch.setenv


@pytest.mark.pdf
def test_kommuneark_are_printed_with_a_progress_bar(setting, tmp_path, capsys):
    assert app.main(["kommuneark", str(tmp_path / "ud"), "--kommune", "0326,0101", "--base", "https://kort.bl.dk/a"]) == 0
    said = capsys.readouterr()
    assert said.out == f"2 kommuneark in {tmp_path / 'ud'}, with QR codes to https://kort.bl.dk/a/.\n"
    assert "2/2" in said.err
    files = sorted(tmp_path.glob("ud/*"))
    assert [file.name for file in files] == ["kommuneark_kalundborg_udgave-2025.pdf", "kommuneark_koebenhavn_udgave-2025.pdf"]
    assert [read_code(file.read_bytes()) for file in files] == [
        [f"https://kort.bl.dk/a/?kommune={code}&udgave=2025"] for code in ("0326", "0101")
    ]


@pytest.mark.pdf
def test_packages_are_printed_into_one_file_and_the_setting_says_where_codes_lead(setting, tmp_path, capsys):
    setting("DANMARKSKORT_ADRESSE", "https://kort.bl.dk")
    assert app.main(["kommuneark", str(tmp_path), "--kommune", "0326,0101", "--pakke", "--zip"]) == 0
    path = tmp_path / "velkomstpakker.zip"
    assert capsys.readouterr().out == f"2 welcome packages in {path}, with QR codes to https://kort.bl.dk/.\n"
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        assert [count_pages(file.read(name)) for name in file.namelist()] == [6, 6]
        assert read_code(file.read("velkomstpakke_kalundborg_udgave-2025.pdf")) == ["https://kort.bl.dk/?kommune=0326&udgave=2025"]


@pytest.mark.parametrize("base", [[], ["--base", "/danmarkskort/"]])
def test_without_a_whole_address_nothing_is_printed(setting, tmp_path, capsys, base):
    assert app.main(["kommuneark", str(tmp_path / "ud"), *base]) == 2
    assert capsys.readouterr().err == (
        "Nothing was printed: the QR codes must lead somewhere: give the map's whole address, --base https://host/, or set "
        "DANMARKSKORT_ADRESSE.\n"
    )
    assert not (tmp_path / "ud").exists()


@pytest.mark.pdf
def test_what_stops_the_printing_is_one_sentence(setting, tmp_path, capsys):
    (tmp_path / "ud").touch()
    assert app.main(["kommuneark", str(tmp_path / "ud"), "--kommune=0326", "--base=https://kort.bl.dk"]) == 1
    assert capsys.readouterr().err == f"Print stopped: [Errno 17] File exists: '{tmp_path / 'ud'}'\n"
