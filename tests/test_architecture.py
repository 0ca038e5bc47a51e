"""The rules of the house, held by the code itself."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.registry.kind import Unit
from data.registry.registry import Registry

ROOT = Path(__file__).parents[1]
FOLDERS = ("data", "geodata", "components")
MAY_IMPORT = {"data": {"data"}, "geodata": {"geodata"}, "components": {"data", "geodata", "components"}}
SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("**/*.py"))]
TOP_LEVEL = {
    "app.py", "pyproject.toml", "components", "geodata", "assets", "data", "tests", "README.md", "LICENSE", "CHANGELOG.md",
    "CONTRIBUTING.md", "Makefile", ".ci", ".gitignore", "Containerfile", "compose.yaml",
    ".dockerignore",  # a container engine looks for it beside the Containerfile only
}  # fmt: skip
# What a worker holds of its own. How much of the libraries' files is mapped besides depends on how the kernel keeps them: the same files
# counted 36 MB in one environment and 43 in another that had just been installed. They are shared between workers, and can be dropped.
# Answers are kept in 2 MB of it as long as each is asked for once only, in 8 in the end (components/server/kept/shelf.py).
MEMORY_LIMIT_MB = 108


@pytest.fixture(scope="module")
def keys():
    """Of all indicators, loaded once and not for each of some 390 modules."""
    return set(Registry.load().indicators)


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_flow_one_way(path):
    folder = path.relative_to(ROOT).parts[0]
    used = set(imports(path))
    assert used & {*FOLDERS, "app", "tests"} <= MAY_IMPORT[folder]
    if folder != "components":
        assert not used & {"dash", "plotly", "flask"}


@pytest.mark.parametrize("path", [*SOURCES, ROOT / "app.py"], ids=lambda path: str(path.relative_to(ROOT)))
def test_an_indicator_key_is_a_literal_in_the_registry_only(keys, path):
    literals = {node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)}
    assert not literals & keys - set(Unit)  # households are a unit as well


def test_no_indicator_key_stands_in_a_script(keys):
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "assets").rglob("*.js") if "vendor" not in path.parts)
    words = set(re.findall(r"[\"'](\w+)[\"']", text))
    assert not words & keys


def test_the_top_level_is_fixed():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    assert {name.split("/")[0] for name in tracked} <= TOP_LEVEL


def run(code):
    compiling = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # to compile all modules takes memory that an installed worker never takes
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=compiling, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.slow
def test_the_running_app_imports_neither_geopandas_nor_shapely():
    assert run("import sys, app; app.create_server(); print({'geopandas', 'shapely', 'pyogrio'} & set(sys.modules))") == "set()"


# What only the tests install is kept out: openpyxl takes Pillow and lxml where it finds them.
BUSY = """
import sys
sys.modules['PIL'] = sys.modules['lxml'] = None
import app
client = app.create_server().test_client()
from data.place import PlaceKind
from data.place_table import load_places
from tests.days import TODAY
from tests.layers import REAL as indicators
first, *others = kommuner = [code for code, place in load_places(TODAY).items() if place.kind is PlaceKind.KOMMUNE]
paths = ['/', *(f'/panel/{code}.json' for code in kommuner), *(f'/kort/{key}.json' for key in indicators)]
pictures = [f'/kort/{key}.png?kommune={first}' for key in indicators[:3]]  # more than are kept
sheets = [f'/kommuneark/{code}.pdf' for code in kommuner[:11]]  # more than are kept
pages = ['/kommuner', '/indlejr/byg', *(f'/{page}?kommune={code}' for code in kommuner[:12] for page in ('', 'indlejr'))]
more = [f'/presse/{code}-16x9.png' for code in kommuner[:4]]
files = ['/kilder-og-metode', *(f'/api/v1/noegletal.{form}' for form in ('json', 'csv', 'dansk.csv', 'xlsx'))]
packages = [f'/velkomstpakke/{code}.pdf' for code in kommuner[:3]]
parts = [*paths, *pictures, *files, *sheets, *packages, *pages, *more, *(f'/sammenligning/{first}-{other}.json' for other in others[::4])]
for path in parts:
    with client.get(path, headers={'Accept-Encoding': 'br'}) as response:
        assert response.status_code == 200
print(next(line for line in open('/proc/self/status') if line.startswith('RssAnon')).split()[1])
"""


@pytest.mark.slow
def test_the_server_imports_nothing_of_the_commands():
    assert (
        run("import sys, app; app.create_server(); print({'tqdm', 'httpx', 'typst', 'components.command'} & set(sys.modules))") == "set()"
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell what of a process is its own")
def test_one_worker_stays_small_after_everything_has_been_asked_for():
    run("import app; app.create_server()")  # compiled once
    assert int(run(BUSY)) / 1024 < MEMORY_LIMIT_MB


def test_no_file_of_ours_names_another_host_to_load_from():
    sources = ("bl.dk", "dst.dk", "lbf.dk", "boligstat.dk", "statistikbanken.dk", "statbank.dk", "digst.dk")
    formats = (
        "w3.org",
        "purl.oclc.org",
        "schema.org",
        "sitemaps.org",
        "oembed.com",
    )  # names of vocabularies and documents; nothing is fetched there
    allowed = (*sources, *formats, "127.0.0.1", "localhost", "host")
    for path in [*SOURCES, *(ROOT / "assets").rglob("*.js"), *(ROOT / "assets").rglob("*.css")]:
        if "vendor" in path.parts:
            continue
        for host in re.findall(r"https?://([\w.-]+\w)", path.read_text(encoding="utf-8")):
            assert host.endswith(allowed), f"{path.name} names {host}"


def test_locks_have_hashes_and_no_addresses():
    for path in (ROOT / ".ci").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
    assert '"resolved"' not in (ROOT / "assets" / "bundle" / "package-lock.json").read_text(encoding="utf-8")
