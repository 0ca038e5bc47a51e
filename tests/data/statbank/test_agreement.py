"""What must agree within a table, and what explains that it does not."""

from dataclasses import replace

import pytest

from data.statbank.agreement import Made, check_agreement
from data.statbank.area import Areas
from data.statbank.cube import Cube
from data.statbank.resolution import resolve
from data.statbank.rows import Fetched, make_rows
from data.statbank.table import Variable
from tests.data.statbank.fetching import REGISTRY

AREAS = Areas(("0326",), names={"0326": "Kalundborg"})
AGES = {"0-17": "", "18-29": "", "30-64": "", "65-": "", "UOPL": "Uoplyst"}
VARIABLES = {
    "AMT": Variable("AMT", True, False, {"326": "Kalundborg"}),
    "EJER": Variable("EJER", True, False, {"20": "Almene boligselskaber"}),
    "ALDER1": Variable("ALDER1", True, False, AGES),
    "TID": Variable("Tid", False, True, {"2026": "2026"}),
}
KEYS = ["personer_boern", "personer_unge", "personer_voksne", "personer_aeldre"]


def make(key, variables, cells):
    plan, cube = resolve(REGISTRY[key], VARIABLES, "AMT"), Cube(variables, cells)
    return Made(Fetched(REGISTRY[key], make_rows(cube, plan, AREAS, "dst_bol201"), "", ""), plan, cube, ())


def check(total, *ages):
    """The sentences about a total and its five age groups, of which the last is not stated."""
    cells = {("326", "20", age, "2026"): value for age, value in zip(AGES, ages, strict=True)}
    cells |= {("000", "20", age, "2026"): 50.0 for age in AGES}  # of the country nothing is hidden
    parts = [make(key, ("AMT", "EJER", "ALDER1", "TID"), cells) for key in KEYS]
    return check_agreement(
        [make("personer_almene", ("AMT", "EJER", "TID"), {("326", "20", "2026"): total, ("000", "20", "2026"): 250.0}), *parts],
        VARIABLES,
        AREAS,
        REGISTRY,
    )


@pytest.mark.parametrize("unstated", [0.0, 3.0])
def test_parts_and_what_is_not_stated_make_the_whole(unstated):
    assert check(100.0 + unstated, 10.0, 20.0, 30.0, 40.0, unstated) == []


def test_a_hidden_part_explains_what_is_missing_but_not_what_is_too_much():
    assert check(100.0, 10.0, None, 30.0, 40.0, 0.0) == []
    (sentence,) = check(79.0, 10.0, None, 30.0, 40.0, 0.0)
    assert sentence == "BOL201: Kalundborg, 2026: the parts of personer_alder add up to 80, but personer_almene is 79"


@pytest.mark.parametrize("total", [99.0, 101.0])
def test_a_difference_that_nothing_explains_is_named_with_both_numbers(total):
    (sentence,) = check(total, 10.0, 20.0, 30.0, 40.0, 0.0)
    assert sentence.endswith(f"add up to 100, but personer_almene is {total:g}")


def test_a_share_must_be_its_count_of_the_whole():
    variables = VARIABLES | {"EJER": Variable("EJER", True, False, dict.fromkeys(("10", "20", "30", "41", "SK", "UOP2"), "")),
                             "BEBO": Variable("BEBO", False, False, {"1000": "", "2000": ""})}  # fmt: skip
    cube = Cube(("AMT", "BEBO", "EJER", "TID"), {("326", bebo, owner, "2026"): 10.0 for bebo in ("1000", "2000") for owner in
                                                 variables["EJER"].values})  # fmt: skip
    made = []
    for key in ("almene_andel", "almene_boliger"):
        plan = resolve(REGISTRY[key], variables, "AMT")
        made.append(Made(Fetched(REGISTRY[key], make_rows(cube, plan, AREAS, "dst_bol101"), "", ""), plan, cube, ()))
    assert check_agreement(made, variables, AREAS, REGISTRY) == []
    share = made[0].fetched
    wrong = replace(made[0], fetched=replace(share, table=share.table.assign(vaerdi="16.7")))
    (sentence,) = check_agreement([wrong, made[1]], variables, AREAS, REGISTRY)
    assert sentence == "BOL101: Kalundborg, 2026: almene_andel is 16.7 pct., but almene_boliger is 20 of 120"
