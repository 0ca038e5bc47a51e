"""The command ``import``: it makes a whole edition or none, whatever the file has, and also when it is killed."""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import termios
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from data.__main__ import main
from data.profile.figures import Figures
from data.reading import Status
from data.registry.registry import HERE, Registry
from data.spreadsheet.template import FIRST_ROW
from data.store.edition import FOLDER, list_editions
from tests.data.spreadsheet.workbook import DELIVERED, OPTIONS, REGISTRY, newest, run
from tests.data.store.interruption import ROOT, interrupt
from tests.data.store.test_edition import check_killed, contents
from tests.fuzzing import WORKBOOKS, sample


def test_an_import_makes_an_edition_and_leaves_the_old_one_as_it_was(root, filled_whole, capsys):
    before = contents(root)
    assert run(root, "import", filled_whole) == 0
    said = capsys.readouterr().out
    assert "boliger_familie, 2026: 98 of 98 kommuner have a value" in said
    assert "sum of the kommuner 15,043" in said
    assert "Edition 2026 is made, of 2025; both are kept" in said
    assert {path: content for path, content in contents(root).items() if path.parts[0] == "2025"} == before
    figures = newest(root)
    reading = figures.profile("0101")["boliger_familie"].reading
    assert (reading.value, reading.period, reading.status) == (152, "2026", Status.OFFICIEL)
    source = figures.registry.sources[reading.source]
    assert (source.title, source.read, source.responsible) == ("Kommuneark 2026", "2026-11-20", "Anna Ørsted, BL")
    assert figures.profile("0326")["almene_andel"].reading.source == "dst_bol101"
    assert [other.reading.source for other in figures.profile("0101")["almene_andel"].alternatives] == ["bl_kommuneark-2026"]


def test_no_example_is_left_where_official_figures_came(root, filled):
    assert run(root, "import", filled) == 0
    figures = Figures.load(with_examples=True, edition=list_editions(root)[-1])
    for place in figures.kommuner:
        for indicator in DELIVERED:
            assert not figures.reading(place.code, indicator).is_example


def test_a_dry_run_reports_the_same_and_writes_nothing(root, filled, capsys):
    before = contents(root)
    assert run(root, "import", filled, "--dry-run") == 0
    assert "Nothing was written" in capsys.readouterr().out
    assert contents(root) == before


def test_importing_98_rows_is_quick(root, filled):
    start = time.process_time()
    assert run(root, "import", filled) == 0
    assert time.process_time() - start < 60  # a loop gone wrong, not a speed claim; 1.2 s where this was written


def test_an_older_edition_still_loads_when_the_registry_has_lost_an_indicator(root, filled, tmp_path):
    run(root, "import", filled)
    entries = (HERE / "indikatorer.toml").read_text(encoding="utf-8").split("[[indicator]]")
    (tmp_path / "i.toml").write_text("[[indicator]]".join(one for one in entries if 'key = "renovering"' not in one), encoding="utf-8")
    registry = Registry.load(tmp_path / "i.toml")
    older = Figures.load(with_examples=False, edition=list_editions(root)[0], registry=registry)
    assert older.reading("0326", registry["boliger_familie"]).value == 3372


def import_filled(folder):
    main(["--figures", str(folder), "import", str(folder.parents[1] / "ark.xlsx")])


def test_killed_at_any_step_of_an_import_there_is_the_old_edition_or_the_new_one(root, filled, tmp_path):
    left, killed = interrupt(import_filled, root, tmp_path, kills=3)
    check_killed(left, killed)
    found = [[edition.name for edition in list_editions(folder)] for folder in left]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (["2025"], ["2025", "2026"])
    whole = {frozenset(contents(list_editions(folder)[-1].folder).items()): folder for folder in left}
    assert len(whole) == 2  # one of the two, to the byte
    for folder in whole.values():
        assert newest(folder).coverage(REGISTRY["almene_andel"]) == 98


LIMITED = """
import resource, sys
from data.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("size", [0, 5_000, 40_000])
def test_a_full_disk_leaves_the_old_edition_and_a_sentence(root, filled, size):
    before = contents(root)
    done = run_limited(size, "--figures", root, "import", filled)
    assert done.returncode == 1
    assert f"{root} can't be written to (File too large); make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(root) == before
    assert [one.name for one in root.iterdir()] == ["2025"]


def test_a_full_disk_leaves_no_half_template(tmp_path):
    done = run_limited(1000, "template", tmp_path / "ark.xlsx")  # openpyxl's temporary files can't be written either
    assert done.returncode == 1
    assert "); close it elsewhere, make room, or name another file" in done.stderr
    assert not list(tmp_path.iterdir())


def run_limited(size, *arguments):
    """The command, in a process that can only write files of so many bytes."""
    command = [sys.executable, "-c", LIMITED, str(size), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_full_disk_gives_the_template_s_command_a_sentence(tmp_path, monkeypatch, capsys):
    def refuse(path, _):
        path.touch()
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    assert run(FOLDER, "template", tmp_path / "ark.xlsx") == 1
    assert "ark.xlsx can't be written (No space left on device); close it elsewhere, make room" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_may_not_be_written_to_is_named(root, filled, monkeypatch, capsys):
    def refuse(**_):
        raise PermissionError(13, "Permission denied", str(root))

    monkeypatch.setattr("data.store.edition.tempfile.mkdtemp", refuse)
    assert run(root, "import", filled) == 1
    assert f"{root} can't be written to (Permission denied); make room, or ask for leave to write" in capsys.readouterr().err


TEXT = st.text(max_size=20).filter(lambda text: not ILLEGAL_CHARACTERS_RE.search(text))  # no workbook can hold them
CONTENT = st.one_of(st.none(), TEXT, st.integers(), st.floats(), st.dates(), st.booleans())
# Few, for most are a whole import each; other examples are drawn in every run. Four tests share what `make soak` asks for.
ANY = sample(WORKBOOKS, 6, share=4, same=False)


@ANY
@given(st.lists(st.tuples(st.integers(1, FIRST_ROW + 100), st.integers(1, 22), CONTENT), max_size=8))
def test_any_cells_are_imported_or_refused_and_nothing_is_half_written(filled_once, tmp_path_factory, changes):
    folder = tmp_path_factory.mktemp("any")
    shutil.copytree(FOLDER, folder / "figures")
    book = load_workbook(filled_once)
    for row, column, content in changes:
        book["Tal"].cell(row, column).value = content
    book.save(folder / "ark.xlsx")
    import_and_check(folder, folder / "ark.xlsx")


PLACE = st.integers(1, 12)
REARRANGED = st.tuples(st.sampled_from(["insert_rows", "delete_rows", "insert_cols", "delete_cols", "merge_cells"]), PLACE, PLACE)


@ANY
@given(st.lists(st.tuples(st.sampled_from(["Tal", "Kilde", "Vejledning"]), REARRANGED), min_size=1, max_size=5))
def test_any_rearrangement_is_imported_or_refused(filled_once, tmp_path_factory, changes):
    folder = tmp_path_factory.mktemp("any")
    shutil.copytree(FOLDER, folder / "figures")
    book = load_workbook(filled_once)
    for sheet, (work, first, second) in changes:
        if work == "merge_cells":
            book[sheet].merge_cells(start_row=first, start_column=second, end_row=first + 1, end_column=second + 1)
        else:
            getattr(book[sheet], work)(first)
    book.save(folder / "ark.xlsx")
    import_and_check(folder, folder / "ark.xlsx")


@sample(WORKBOOKS, 15, share=4, same=False)  # refused at once
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: f"kommunekode;beboere\nPeriode;2026\n{text}".encode())))
@pytest.mark.parametrize("name", ["ark.csv", "ark.xlsx"])
def test_any_bytes_are_refused_with_a_sentence(tmp_path_factory, name, content):
    folder = tmp_path_factory.mktemp("any")
    shutil.copytree(FOLDER, folder / "figures")
    (folder / name).write_bytes(content)
    assert import_and_check(folder, folder / name, *OPTIONS) == 1


def import_and_check(folder, path, *options):
    """Import, and check that the editions are whole whatever the command did; returns what the command returned."""
    done = run(folder / "figures", "import", path, *options)
    assert sorted(one.name for one in (folder / "figures").iterdir()) == (["2025"] if done else ["2025", "2026"])
    assert contents(folder / "figures" / "2025") == contents(FOLDER / "2025")  # not a byte of it: whole, and quicker seen than by loading
    assert done or newest(folder / "figures").coverage(REGISTRY["folketal"]) == 98
    return done


def test_a_terminal_shows_the_progress(root, filled):
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    command = [sys.executable, "-m", "data", "--figures", str(root), "import", str(filled), "--dry-run"]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    assert "0 of 3 steps" in os.read(ours, 1000).decode()
    os.close(ours)
    os.close(theirs)
