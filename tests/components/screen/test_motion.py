"""Nothing moves by itself for readers who have asked for stillness."""

import re

from components.address.asset import FOLDER

CALM = re.compile(r"@media \(prefers-reduced-motion: no-preference\) \{\n(?:  .*\n|\n)*\}")  # what others get
MOVES = re.compile(r"\b(transition|animation|scroll-behavior)\b(?!: (none|auto))|behavior: \"smooth\"")


def list_ours(ending):
    return [path for path in FOLDER.rglob(f"*.{ending}") if "vendor" not in path.parts]


def test_style_sheets_move_things_only_where_motion_is_welcome():
    assert [path.name for path in list_ours("css") if CALM.search(path.read_text(encoding="utf-8"))] == ["base.css"]
    assert [path.name for path in list_ours("css") if MOVES.search(CALM.sub("", path.read_text(encoding="utf-8")))] == []


def test_scripts_leave_it_to_the_style_sheets():
    assert [path.name for path in list_ours("js") if MOVES.search(path.read_text(encoding="utf-8"))] == []
