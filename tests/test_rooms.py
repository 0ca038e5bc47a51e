"""The house: every room imports only from the rooms below it, and no modules import each other in a circle.

The imports are read from the code itself, also those inside functions and behind TYPE_CHECKING. The list is drawn in CONTRIBUTING.md.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# From the top down: a line imports only from lines below it; rooms on one line do not import each other.
HOUSE = {
    "components": (
        ("command", "serve", "release"),
        ("routes",),
        ("export",),
        ("dashboard", "page", "embed"),
        ("screen",),
        ("panel", "open_data", "print", "picture"),
        ("chart",),
        ("map", "markup", "typeset", "server", "atlas"),
        ("wording", "address", "svg"),
        ("theme", "typeface"),
    ),
    "data": (
        ("__main__",),
        ("intake",),
        ("spreadsheet", "statbank"),
        ("profile",),
        ("store", "welcome"),
        ("organisation", "period", "place_table"),
        ("registry",),
        ("place", "reading", "project_file", "sentence"),
        ("problem",),
    ),
    "geodata": (("build", "draw"), ("builder",), ("drawing", "tiling"), ("borders",), ("map_part", "steps", "problem")),
}
EXCEPTIONS: dict[tuple[str, str], str] = {}  # (module, what it imports): why. There is none.
MOST_MODULES = 15  # in a folder
MOST_FLOORS = 10
MOST_LINES = 250


def name_module(path, root):
    """``components/map/svg.py`` as ``components.map.svg``; a package by its folder."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def list_modules(root=ROOT):
    paths = [root / "app.py", *(path for folder in HOUSE for path in sorted((root / folder).rglob("*.py")))]
    return {name_module(path, root): path for path in paths if path.exists()}


def list_imports(path, modules):
    """The modules of ours that a file imports, wherever the import stands in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; write the whole name"
            submodules = {f"{node.module}.{alias.name}" for alias in node.names} & modules.keys()
            found |= submodules or {node.module}
    return found & modules.keys()


def read_house(root=ROOT):
    """What each module imports of ours."""
    modules = list_modules(root)
    return {name: list_imports(path, modules) - {name} for name, path in modules.items()}


def find_line(module):
    """Folder, room, and the number of its line from the top."""
    folder, _, rest = module.partition(".")
    room = rest.partition(".")[0]
    lines = [number for number, rooms in enumerate(HOUSE[folder]) if room in rooms]
    return folder, room, lines[0] if lines else None


def find_breaches(house):
    """Every import that does not go down, in words."""
    breaches = []
    for module, imported in house.items():
        for other in imported:
            if module == "app" or not other.partition(".")[2] or (module, other) in EXCEPTIONS:
                continue
            (folder, room, line), (to_folder, to_room, to_line) = find_line(module), find_line(other)
            is_down = to_line is not None and line is not None and (to_room == room or to_line > line)
            if not (is_down if folder == to_folder else folder == "components"):
                breaches.append(f"{module} imports {other}")
    return breaches


def find_circles(house):
    """Every set of modules that import each other in a circle (Tarjan's strongly connected components)."""
    order, low, stack, circles = {}, {}, [], []

    def visit(module):
        order[module] = low[module] = len(order)
        stack.append(module)
        for other in house[module]:
            if other not in order:
                visit(other)
            if other in stack:
                low[module] = min(low[module], low[other])
        if low[module] == order[module]:
            circle = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            circles.extend([sorted(circle)] if len(circle) > 1 else [])

    for module in house:
        if module not in order:
            visit(module)
    return circles


def count_floors(house):
    """How high the house is: a room stands above all rooms that it imports; data and geodata are a floor each."""

    def room_of(module):
        folder, _, rest = module.partition(".")
        return f"components.{rest.partition('.')[0]}" if folder == "components" and rest else folder

    below = {}
    for module, imported in house.items():
        below.setdefault(room_of(module), set()).update(room_of(other) for other in imported)

    def floor(room):
        return 1 + max((floor(other) for other in below[room] - {room}), default=0)

    return max(map(floor, below))


@pytest.fixture(scope="module")
def house():
    return read_house()


def test_every_import_goes_down(house):
    assert find_breaches(house) == []


def test_no_modules_import_each_other_in_a_circle(house):
    assert find_circles(house) == []


def test_every_module_stands_in_a_room(house):
    homeless = [module for module in house if module != "app" and module.partition(".")[2] and find_line(module)[2] is None]
    assert homeless == []
    rooms = {f"{folder}.{room}" for folder, lines in HOUSE.items() for line in lines for room in line}
    assert {room for room in rooms if not any(module == room or module.startswith(f"{room}.") for module in house)} == set()


def test_every_exception_is_needed_and_has_its_reason(house):
    for (module, other), reason in EXCEPTIONS.items():
        assert other in house[module]
        assert reason


def test_the_house_has_few_floors(house):
    assert count_floors(house) <= MOST_FLOORS


def test_no_folder_is_a_hall():
    folders = [path for start in HOUSE for path in (ROOT / start, *(ROOT / start).rglob("*")) if path.is_dir()]
    assert {folder.name: len(list(folder.glob("*.py"))) for folder in folders if len(list(folder.glob("*.py"))) > MOST_MODULES} == {}
    scripts = [path for path in (ROOT / "assets").rglob("*") if path.is_dir() and "vendor" not in path.parts]
    kinds = ("*.js", "*.css")
    assert [folder.name for folder in scripts if sum(len(list(folder.glob(kind))) for kind in kinds) > MOST_MODULES] == []


def test_no_file_is_long():
    ours = [*list_modules().values(), *(ROOT / "assets").rglob("*.js"), *(ROOT / "assets").rglob("*.css")]
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in ours if "vendor" not in path.parts}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_the_picture_in_contributing_has_every_room():
    picture = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```")[1]
    for folder, lines in HOUSE.items():
        assert f"{folder}/" in picture
        for room in (room for line in lines for room in line if (ROOT / folder / room).is_dir()):
            assert f"{room}/" in picture, room


# That these tests can fail is shown on small houses.
def build(root, **files):
    for name, text in files.items():
        path = root / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_house(root)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("components__theme", "from components.map.svg import draw_map"),
        ("components__map__svg", "from components.chart.trend_svg import draw_trend"),
        ("components__svg__text", "def f():\n    from components.map.svg import x"),
        ("components__wording__texts", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from components.map import svg"),
        ("data__place", "from data.registry.registry import Registry"),
        ("data__place", "import components.map.svg"),
        ("data__statbank__cube", "from geodata.borders import Borders"),
    ],
)
def test_an_import_that_goes_up_or_aside_is_found(tmp_path, name, line):
    below = {"components__map__svg": "", "components__chart__trend_svg": "", "data__registry__registry": "", "geodata__borders": ""}
    assert len(find_breaches(build(tmp_path, **below | {name: line}))) == 1


def test_imports_that_go_down_are_none(tmp_path):
    down = {
        "app": "from components.map import svg\nfrom data.place import Place",
        "components__map__svg": "from components.map.model import x\nfrom components.theme import INK\nfrom data.place import Place",
        "components__map__model": "import json",
        "components__theme": "",
        "data__place": "",
    }
    house = build(tmp_path, **down)
    assert find_breaches(house) == find_circles(house) == []
    assert count_floors(house) == 3


def test_a_circle_is_found_also_behind_type_checking(tmp_path):
    house = build(
        tmp_path,
        data__profile__a="from data.profile.b import B",
        data__profile__b="from data.profile.c import C",
        data__profile__c="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from data.profile.a import A",
        data__profile__d="from data.profile.a import A",
    )
    assert find_circles(house) == [["data.profile.a", "data.profile.b", "data.profile.c"]]
