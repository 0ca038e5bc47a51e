"""What is otherwise in one edition than in another."""

from tests.data.workbook import run


def test_changes_lists_what_changed_per_kommune(root, filled, capsys):
    run(root, "import", filled)
    capsys.readouterr()
    assert run(root, "changes", "2025", "2026") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "0326 Kalundborg" in lines
    assert "  boliger_familie: 3,372 (2025) -> 149 (2026)" in lines[lines.index("0326 Kalundborg") :]
    assert "  beboere: no value -> 105 (2026)" in lines[lines.index("0165 Albertslund") :]
    assert lines[-1].endswith("between 2025 and 2026")


def test_an_edition_that_is_not_there_is_named(root, capsys):
    assert run(root, "changes", "2024", "2025") == 1
    assert "there is no edition 2024; the editions are 2025" in capsys.readouterr().err
