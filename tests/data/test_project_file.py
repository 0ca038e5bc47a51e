"""Files that are edited by hand: whatever is missing or spoilt in one, the start says so by its name."""

import shutil
from pathlib import Path

import pytest

from data.place_table import PlaceTable
from data.problem import ProblemsError
from data.profile.fact import load_facts
from data.project_file import read_rows
from data.registry.registry import Registry, RegistryError
from data.welcome.council import load_councils
from data.welcome.story import load_story
from geodata.problem import BorderError
from geodata.tiling import Tiling

ROOT = Path(__file__).parents[2]
LOADERS = {  # by file: what reads a folder that has it
    "data/kommuner.csv": lambda folder, _: PlaceTable.load(folder).on("2026-12-31"),
    "data/regioner.csv": lambda folder, _: PlaceTable.load(folder).on("2026-12-31"),
    "data/kommuners_region.csv": lambda folder, _: PlaceTable.load(folder).on("2026-12-31"),
    "data/indikatorer.toml": lambda folder, _: Registry.load(folder / "indikatorer.toml", folder / "kilder.toml"),
    "data/kilder.toml": lambda folder, _: Registry.load(folder / "indikatorer.toml", folder / "kilder.toml"),
    "data/landsfakta.toml": lambda folder, _: load_facts(folder / "landsfakta.toml"),
    "data/fortaelling.toml": lambda folder, figures: load_story(figures.registry, folder / "fortaelling.toml"),
    "data/kommunalbestyrelser.csv": lambda folder, figures: load_councils(figures.places, folder / "kommunalbestyrelser.csv"),
    "geodata/kommuner_fliser.json": lambda folder, _: Tiling.load(folder / "kommuner_fliser.json"),
}
SPOILT = {
    "cut": lambda content: content[: len(content) // 2],
    "empty": lambda _: b"",
    "something else": lambda _: b'["\xc3\xa6"]\n',
    "no text": lambda _: b"\xff\xfe\x00",
}


@pytest.fixture
def folder(tmp_path):
    """All of them, sound."""
    for file in LOADERS:
        shutil.copy(ROOT / file, tmp_path)
    return tmp_path


@pytest.mark.parametrize("file", LOADERS)
def test_a_missing_file_is_said_to_be(folder, official, file):
    (folder / Path(file).name).unlink()
    with pytest.raises((ProblemsError, BorderError), match=rf"{Path(file).name} can't be read \(No such file"):
        LOADERS[file](folder, official)


@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("file", LOADERS)
def test_a_spoilt_file_is_told_of_by_its_name_or_its_entries(folder, official, file, how):
    path = folder / Path(file).name
    path.write_bytes(SPOILT[how](path.read_bytes()))
    with pytest.raises((ProblemsError, BorderError, RegistryError)) as error:
        LOADERS[file](folder, official)
    assert any(word in str(error.value) for word in (path.name, "kommuner.csv", "indikatorer.toml"))
    assert len(str(error.value)) > 40


def test_a_row_with_a_cell_too_many_is_told_of(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("kode,navn\n0326,Kalundborg\n0265,Roskilde,x\n", encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"x\.csv, row 3: 3 cells, but 2 headings: kode, navn"):
        read_rows(path)
