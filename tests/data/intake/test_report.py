"""The report of an import: warnings, and a summary of each indicator."""

from data.spreadsheet.template import FIRST_ROW
from tests.data.spreadsheet.workbook import change, column_of, put, run


def test_warnings_stand_apart_and_do_not_stop_the_import(root, filled, capsys):
    def doubtful(sheet):
        put("familietype_andre", 8)(sheet)
        put("fraflytning", "undertrykt", FIRST_ROW + 41)(sheet)

    change(filled, doubtful)
    assert run(root, "import", filled) == 0
    said = capsys.readouterr().err
    assert "worth a second look:" in said
    assert "Albertslund, familietype: the parts add up to 104 pct., not 100" in said
    assert "Kalundborg, boliger_familie: 149 (2026) is -96% from the last edition's 3,372 (2025)" in said


def test_a_value_that_goes_missing_and_a_jump_in_rank_are_worth_a_second_look(root, filled, capsys):
    change(filled, put("fraflytning", 1))
    run(root, "import", filled)
    change(filled, put("beboere", None))
    change(filled, put("fraflytning", 59))
    capsys.readouterr()
    assert run(root, "import", filled, "--edition", "2026-2") == 0
    said = capsys.readouterr().err
    assert "Albertslund, beboere: 105 (2026) in the last edition, now no value (ikke_offentliggjort)" in said
    assert "Albertslund, fraflytning: moves from place 98 to place 1" in said


def test_the_summary_has_the_five_largest_changes(root, filled, capsys):
    run(root, "import", filled)
    change(filled, lambda sheet: [sheet.cell(FIRST_ROW + number, column_of(sheet, "beboere"), 1000 * (number + 1)) for number in range(7)])
    assert run(root, "import", filled, "--edition", "2026-2") == 0
    lines = capsys.readouterr().out.split("beboere, 2026")[-1].splitlines()[2:7]
    assert [line.split(":")[0].strip() for line in lines] == ["Brøndby", "Bornholm", "Billund", "Ballerup", "Assens"]
    assert lines[0].endswith("111 (2026) -> 7,000 (2026) (+6206.3%)")


def test_the_summary_is_of_what_was_delivered_and_says_when_the_page_shows_something_else(root, filled, capsys):
    def deliver_less(sheet):
        for row in range(FIRST_ROW + 1, FIRST_ROW + 98):
            sheet.cell(row, column_of(sheet, "almene_andel")).value = None
        put("huslejeomsaetning", None)(sheet)
        put("boliger_familie", "2024", 3)(sheet)

    change(filled, deliver_less)
    assert run(root, "import", filled) == 0
    lines = capsys.readouterr().out.splitlines()
    told = {line.split(",")[0]: lines[number : number + 3] for number, line in enumerate(lines) if not line.startswith(" ")}
    assert told["almene_andel"] == [
        "almene_andel, 2026: 1 of 98 kommuner have a value",
        "  the page shows dst_bol101 (2026), which goes first; what was delivered stands beside it",
        "  no weighted mean, since some have no value; published for the country 19.42 (2026)",
    ]
    assert told["boliger_familie"][:2] == [
        "boliger_familie, 2024: 98 of 98 kommuner have a value",
        "  the page shows 2025, which is newer; what was delivered is kept as an earlier period",
    ]
    assert told["huslejeomsaetning"][1].startswith("  sum of those 14,938; no figure published for the country, nor in the last edition")
    assert told["beboere"][1].endswith("no figure published for the country, the last edition has 1,000,000 (2025) for it")
    assert told["familietype_andre"][1].startswith("  weighted mean of the kommuner 4;")


def test_a_change_from_zero_is_reported_too(root, filled, capsys):
    assert run(root, "import", filled) == 0
    said = capsys.readouterr()
    assert "Kalundborg, igangsat_familie: 149 (2023-2025) is far from the last edition's 0 (2022-2024)" in said.err
    assert "  Kalundborg: 0 (2022-2024) -> 149 (2023-2025)\n" in said.out


def test_a_figure_of_bl_s_that_disagrees_with_the_public_one_is_told_with_both_numbers(root, filled, capsys):
    """BL and Danmarks Statistik divide by other stocks of dwellings: by a quarter they may differ, not by more."""

    def doubtful(sheet):
        put("almene_andel", 52.0)(sheet)
        put("almene_andel", 5.0, FIRST_ROW + 1)(sheet)

    change(filled, doubtful)
    assert run(root, "import", filled) == 0
    said = capsys.readouterr().err
    assert "Allerød, almene_andel: 5 (2026) differs by 72% from almene_andel, 17.87 (2026); the definitions explain 25%" in said
    assert "Albertslund, almene_andel: 52 " not in said  # 53.2 in the public figures
