"""A candidate with problems: all of them are reported at once."""

from data.spreadsheet.template import FIRST_ROW
from tests.data.spreadsheet.workbook import DELIVERED, change, put, run, set_cell


def test_all_problems_come_at_once(root, filled, capsys):
    change(filled, lambda sheet: [put(one.key, "x", FIRST_ROW + number)(sheet) for number, one in enumerate(DELIVERED)])
    change(filled, set_cell("B4", ""), "Kilde")
    assert run(root, "import", filled) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{len(DELIVERED) + 1} problems; nothing was written:")
    assert "Kilde!B4 (Udgave): nothing is given; write the name of the edition, such as 2026" in said


def test_problems_of_every_kind_come_together(root, filled, capsys):
    def spoil(sheet):
        put("fraflytning", "x", FIRST_ROW + 1)(sheet)
        put("familietype_andre", 40)(sheet)
        set_cell("Q3", "i fjor")(sheet)
        put("huslejeomsaetning", "-")(sheet)
        put("boliger_familie", "beboere", 4)(sheet)

    change(filled, spoil)
    change(filled, set_cell("B4", "2025"), "Kilde")
    assert run(root, "import", filled) == 1
    lines = capsys.readouterr().err.splitlines()[1:]
    assert [line.split(":")[0].strip() for line in lines] == [
        "Tal!F1",
        "Tal!D1",
        "Tal!F2",
        "Tal!Q3",
        "Tal!Q5 (Albertslund, huslejeomsaetning)",
        "Tal!E6 (Allerød, fraflytning)",
        "Kilde!B4 (Udgave)",
        "Tal!M5 (Albertslund, familietype_andre)",
    ]
