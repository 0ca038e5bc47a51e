"""Three files that are new together or not at all, whatever stops the writing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shapely

from geodata.builder import build as builder
from geodata.builder.files import name_files, write_together
from geodata.problem import BorderError
from tests.data.store.interruption import interrupt
from tests.geodata.builder.maps import build, kommuner

ROOT = Path(__file__).parents[3]


def read(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def write(folder, word):
    for path in name_files(folder / "out.geojson"):
        path.write_text(f"{path.name} {word}", encoding="utf-8")


def write_new(folder):
    write_together({path: f"{path.name} new" for path in name_files(folder / "out.geojson")})


def fail(*arguments, **options):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("is_first", [True, False], ids=["first_build", "over_another"])
@pytest.mark.parametrize("step", ["open", "fsync"])
def test_a_write_that_fails_changes_nothing(tmp_path, monkeypatch, is_first, step):
    if not is_first:
        write(tmp_path, "old")
    before = read(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(*((Path, "open") if step == "open" else (os, "fsync")), fail)
        with pytest.raises(BorderError, match=r"can't be written \(No space left on device\); make room for them, or write elsewhere"):
            write_new(tmp_path)
    assert read(tmp_path) == before


@pytest.mark.parametrize("is_first", [True, False], ids=["first_build", "over_another"])
@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("error", [OSError(1, "Operation not permitted"), KeyboardInterrupt()], ids=["error", "ctrl_c"])
def test_a_rename_that_fails_is_taken_back(tmp_path, monkeypatch, is_first, number, error):
    if not is_first:
        write(tmp_path, "old")
    before, replace, count = read(tmp_path), Path.replace, iter(range(9))

    def stumble(path, target):
        if next(count) == number:
            raise error
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stumble)
    with pytest.raises((BorderError, KeyboardInterrupt)):
        write_new(tmp_path)
    assert read(tmp_path) == before


def test_a_disk_that_is_full_indeed_changes_nothing(tmp_path):
    """The system's own limit on a file's size stands in for the disk's."""
    write(tmp_path, "old")
    before = read(tmp_path)
    code = f"""
import resource
from pathlib import Path
from geodata.builder.files import name_files, write_together
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
write_together({{path: "x" * 30_000 for path in name_files(Path({str(tmp_path / "out.geojson")!r}))}})
"""
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "can't be written (File too large)" in ended.stderr
    assert read(tmp_path) == before


@pytest.mark.slow
def test_a_kill_at_any_step_leaves_whole_files(tmp_path):
    (tmp_path / "root").mkdir()
    write(tmp_path / "root", "old")
    steps, killed = interrupt(write_new, tmp_path / "root", tmp_path / "work", kills=3)
    assert len(steps) > 6
    for folder in steps:
        for name, content in read(folder).items():
            assert name.endswith(".part") or content in {f"{name} old", f"{name} new"}
    assert set(read(steps[-1]).values()) == {f"{path.name} new" for path in name_files(tmp_path / "out.geojson")}
    for number, folder in killed.items():
        assert {name for name in read(folder) if not name.endswith(".part")} == {
            name for name in read(steps[number]) if not name.endswith(".part")
        }


def test_what_a_killed_build_left_is_no_hindrance(tmp_path):
    for path in name_files(tmp_path / "out.geojson"):
        path.with_name(path.name + ".part").write_text("half", encoding="utf-8")
    write_new(tmp_path)
    assert len(read(tmp_path)) == 3


@pytest.mark.parametrize("error", [BorderError("so it is"), shapely.errors.GEOSException("so it is")], ids=["ours", "shapely"])
@pytest.mark.parametrize("step", ["generalise", "draw", "write_together"])
def test_a_build_that_fails_late_changes_nothing(tmp_path, monkeypatch, capsys, step, error):
    def refuse(*arguments):
        raise error

    write(tmp_path, "old")
    kommuner().to_file(tmp_path / "source.gpkg")
    before = sorted(path.name for path in tmp_path.iterdir())
    monkeypatch.setattr(builder, step, refuse)
    assert build(tmp_path / "source.gpkg") == 2
    said = capsys.readouterr().err
    assert "so it is" in said
    assert said.endswith(". Nothing was written.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "out.geojson").read_text(encoding="utf-8") == "out.geojson old"
