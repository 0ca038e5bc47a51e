"""What the documents say must be so."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_a_document_names_is_there(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    for name in re.findall(r"`((?:data|geodata|components|assets|tests|\.ci)/[\w./-]*\w)`", text):
        assert (ROOT / name).exists(), name


@pytest.mark.usefixtures("typeset_answers")
def test_every_address_in_the_readme_answers(client):
    for address in re.findall(r"`(/[^`…<]*)`", README):
        assert client.get(address, follow_redirects=True).status_code == 200, address


def test_the_readme_s_example_row_is_the_table_s():
    row = re.search(r"`(0326,almene_andel[^`]+)`", README)[1]
    assert row in (ROOT / "data" / "figures" / "2025" / "dst_bol101.csv").read_text(encoding="utf-8").splitlines()


def test_every_runtime_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = CONTRIBUTING.split("## Runtime dependencies")[1].split("\n\n")[1]
    for requirement in project["dependencies"]:
        assert re.split("[<>=]", requirement)[0] in table


def test_every_command_that_the_readme_names_is_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in set(re.findall(r"make ([\w-]*\w)", README + CONTRIBUTING)):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE), command
