"""Editions: each is complete, none is ever changed, and a killed process leaves the old ones as they were."""

import re
import shutil
import subprocess
import sys
from datetime import date

import pytest

from data.problem import FiguresError
from data.profile.figures import Figures
from data.store.edition import free_name, list_editions, publish, read_snapshots, sort_editions
from tests.data.store.interruption import ROOT, interrupt
from tests.delivery import DELIVERY


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("edition", list_editions(), ids=lambda edition: edition.name)
def test_every_edition_of_the_project_is_the_one_that_its_sidecars_describe(edition):
    for source, snapshot in read_snapshots(edition).items():
        assert set(snapshot.table["kilde"]) == {source}
        assert snapshot.provenance["rows"] == len(snapshot.table)
        assert snapshot.provenance["read"]
        assert snapshot.provenance["method"]


def test_a_new_edition_holds_what_is_new_and_all_that_was_there(root):
    before = contents(root)
    edition = publish([DELIVERY], "2026", "Kommuneark 2026", "BL's tal for 2025.", root)
    assert [one.name for one in list_editions(root)] == ["2025", "2026"]
    assert (edition.number, edition.date) == (2, date.today().isoformat())
    assert {path: content for path, content in contents(root).items() if path.parts[0] == "2025"} == before
    figures = Figures.load(with_examples=False, edition=edition)
    reading = figures.profile("0326")["fraflytning"].reading
    assert (reading.value, reading.period) == (15, "2025")
    assert figures.registry.sources[reading.source].title == "Kommuneark 2026"
    assert figures.registry.sources[reading.source].publisher.startswith("BL")


@pytest.mark.parametrize("name", ["", "Å", "../x", "2025", ".ny-1", "a" * 33])
def test_a_name_that_can_not_be_used_is_refused_and_nothing_is_written(root, name):
    before = contents(root)
    with pytest.raises(FiguresError, match=r"can't name an edition|is an edition 2025 already.*such as 2025-2"):
        publish([DELIVERY], name, "x", "x", root)
    assert contents(root) == before


def test_a_free_name_is_found(root):
    assert free_name("2025", root) == "2025-2"
    assert free_name("2026", root) == "2026"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / "dst_bol106.toml").unlink(), "dst_bol106.csv has no sidecar dst_bol106.toml; restore it"),
        (lambda folder: (folder / "dst_bol106.csv").write_text("x"), "dst_bol106.csv has sha256 .* but dst_bol106.toml says"),
        (lambda folder: (folder / "udgave.toml").write_text("number = 1"), "2025/udgave.toml: .*missing.*; write number, date, title"),
        (lambda folder: (folder / "udgave.toml").unlink(), "holds no edition; expected folders with udgave.toml"),
    ],
)
def test_a_spoilt_edition_is_named(root, spoil, said):
    spoil(root / "2025")
    with pytest.raises(FiguresError, match=said):
        Figures.load(with_examples=False, edition=list_editions(root)[-1])


@pytest.mark.parametrize(
    ("name", "changed", "said"),
    [
        ("2025.part", ("", ""), r"the folder '2025\.part' can't be an edition; give it up to 32 small letters, digits and hyphens"),
        ("2025-kopi", ("", ""), r"2025-kopi/udgave\.toml: it has the number 1, as 2025 has, so nobody knows which is newer; move it out"),
        ("2026", ("number = 1", 'number = "2"'), r"2026/udgave\.toml: number is '2', which is no number; write number, date, title"),
        ("2026", ("number = 1", "number = true"), r"number is True, which is no number"),
        ("2026", ('title = "', 'title = 7 # "'), r"title is 7, which is no text"),
        ("2026", ('date = "2', 'date = "to'), r"2026/udgave\.toml: Invalid isoformat string"),
    ],
)
def test_a_copy_and_a_description_of_other_kinds_never_become_the_newest(root, name, changed, said):
    shutil.copytree(root / "2025", root / name)
    description = root / name / "udgave.toml"
    text = description.read_text(encoding="utf-8")
    assert changed[0] in text
    description.write_text(text.replace(*changed, 1), encoding="utf-8")
    sound, broken = sort_editions(root)
    assert ([edition.name for edition in sound], list(broken)) == (["2025"], [name])
    assert re.search(said, broken[name])


def test_a_second_writer_is_refused_while_one_writes(root):
    lines = (
        "import data.store.disk as d, pathlib, sys",
        f"with d.locked(pathlib.Path({str(root)!r})):",
        "    print('x', flush=True); sys.stdin.read()",
    )
    holder = subprocess.Popen([sys.executable, "-c", "\n".join(lines)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        holder.stdout.readline()
        with pytest.raises(FiguresError, match="another import or fetch is writing"):
            publish([DELIVERY], "2026", "x", "x", root)
    finally:
        holder.kill()
        holder.communicate()
    publish([DELIVERY], "2026", "x", "x", root)  # the lock died with its holder


def check_killed(left, killed):
    """What processes left that were killed is what had been kept at the same step; unfinished folders have names of their own."""
    assert len(killed) > 1
    for step, folder in killed.items():
        assert name_alike(contents(folder)) == name_alike(contents(left[step])), step


def name_alike(found):
    return {re.sub(r"\.ny-\w+", ".ny-x", str(path)): content for path, content in found.items()}


def publish_delivery(folder):
    publish([DELIVERY], "2026", "x", "x", folder)


@pytest.mark.slow
def test_killed_at_any_step_the_editions_are_whole(root, tmp_path):
    left, killed = interrupt(publish_delivery, root, tmp_path, kills=6)
    check_killed(left, killed)
    found = [[edition.name for edition in list_editions(folder)] for folder in left]
    assert len(left) > 30
    assert found == sorted(found)  # only the old one, until from one step on the new one is there as well
    assert found[0] == ["2025"]
    assert found[-1] == ["2025", "2026"]
    for folder, names in zip(left, found, strict=True):
        assert len(read_snapshots(list_editions(folder)[-1])) == (8 if names == ["2025"] else 9)  # each as its sidecar says
    newest = Figures.load(with_examples=False, edition=list_editions(left[-1])[-1])
    assert newest.profile("0326")["fraflytning"].reading.value == 15


def test_the_folder_that_a_killed_process_left_is_removed_by_the_next(root):
    (root / ".ny-abc").mkdir()
    publish([DELIVERY], "2026", "x", "x", root)
    assert sorted(path.name for path in root.iterdir()) == ["2025", "2026"]
