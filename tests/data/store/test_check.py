"""Tables with mistakes: each is named with file, row, column, content and remedy."""

import pandas as pd
import pytest

from data.place_table import load_places
from data.problem import FiguresError
from data.registry.registry import Registry
from data.store.check import check_table
from data.store.snapshot import COLUMNS
from tests.days import TODAY

REGISTRY, PLACES = Registry.load(), load_places(TODAY)
GOOD = {"kommune_kode": "0326", "indikator": "almene_andel", "periode": "2026", "vaerdi": "15.67", "status": "officiel",
        "aarsag": "", "kilde": "dst_bol101", "note": ""}  # fmt: skip


def check(*rows):
    table = pd.DataFrame([GOOD | row for row in rows], columns=COLUMNS)
    return check_table(table.assign(sted=[f"tal.csv, row {number + 2}" for number in range(len(table))]), REGISTRY, PLACES)


def test_a_sound_table_passes_with_numbers():
    assert check({}, {"periode": "2025", "vaerdi": "", "status": "mangler", "aarsag": "undertrykt"})["vaerdi"].tolist()[0] == 15.67


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"kommune_kode": "9999"}, "row 2, column kommune_kode: '9999' is unknown; write a code of kommuner.csv"),
        ({"kommune_kode": "326"}, "column kommune_kode: '326' is unknown"),
        ({"indikator": "almen"}, "row 2, column indikator: 'almen' is not in the registry; write a key of indikatorer.toml"),
        ({"periode": "1/1-2026"}, "column periode: '1/1-2026' is not a period of almene_andel; write it like 2026"),
        ({"vaerdi": "15,67"}, "column vaerdi: '15,67' is not a number; write it with digits and a decimal point"),
        ({"vaerdi": "nan"}, "column vaerdi: 'nan' is not a number"),
        ({"vaerdi": ""}, "column vaerdi: '' is not a number"),
        ({"vaerdi": "115"}, "column vaerdi: 115 is outside 0 to 100 pct. for almene_andel; correct the value, or the range"),
        ({"status": "ok"}, "column status: 'ok' is unknown; write one of officiel, beregnet, eksempel, mangler"),
        ({"status": "mangler", "vaerdi": ""}, "column aarsag: '' is unknown; write why the value is missing, one of ikke_offentliggjort"),
        ({"status": "mangler", "aarsag": "undertrykt"}, "column vaerdi: '15.67' stands in a row with status mangler"),
        ({"kilde": ""}, "column kilde: '' is unknown; write a source of kilder.toml"),
    ],
)
def test_a_wrong_cell_is_named_with_its_remedy(row, said):
    with pytest.raises(FiguresError) as error:
        check(row)
    assert said in str(error.value)


def test_all_problems_come_at_once():
    with pytest.raises(FiguresError) as error:
        check({"vaerdi": "x"}, {"periode": "x"}, {}, {})
    assert [problem.split(":")[0] for problem in error.value.problems] == [
        "tal.csv, row 2, column vaerdi", "tal.csv, row 3, column periode", "tal.csv, row 4", "tal.csv, row 5",
    ]  # fmt: skip


def test_parts_must_make_the_whole():
    keys = [indicator.key for indicator in REGISTRY.in_group("familietype")]
    rows = [{"indikator": key, "periode": "2025", "vaerdi": "30", "kilde": "bl_kommuneark"} for key in keys]
    with pytest.raises(FiguresError, match=r"the parts of familietype for 0326 add up to 150, not 100 pct"):
        check(*rows)


def test_never_more_residents_than_inhabitants():
    residents = {"indikator": "beboere", "periode": "2025", "vaerdi": "50000", "kilde": "bl_kommuneark"}
    inhabitants = {"indikator": "folketal", "periode": "2026K3", "vaerdi": "47822", "kilde": "dst_folk1a"}
    with pytest.raises(FiguresError, match=r"row 2: 50000 is more than folketal, 47822 \(tal.csv, row 3\)"):
        check(residents, inhabitants)
