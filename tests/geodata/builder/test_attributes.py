"""Code and name are found by what a property contains, whatever it is called."""

import geopandas as gpd
import pandas as pd
import pytest

from geodata.borders import FILE
from geodata.builder.attributes import Columns, find_columns, read_code
from geodata.builder.known import Known
from geodata.problem import BorderError

KOMMUNER = Known.load().names
CODES, NAMES = list(KOMMUNER), list(KOMMUNER.values())


def find(code=None, name=None, **columns):
    return find_columns(pd.DataFrame(columns), code, name, KOMMUNER)


@pytest.mark.parametrize(
    "codes",
    [
        CODES,
        [int(code) for code in CODES],
        [float(code) for code in CODES],
        [f"{int(code)}.0" for code in CODES],
        [f" {code} " for code in CODES],
        [f"DK{code}" for code in CODES],
        [f"DK_{code[1:]}" for code in CODES],
        [f"dk {code[1:]}" for code in CODES],
    ],
    ids=["text", "number", "float", "float_as_text", "spaces", "DK0326", "DK_326", "dk 326"],
)
def test_every_form_of_a_kommunekode_is_found_under_any_name(codes):
    assert find(x=range(98), y=codes, z=NAMES) == Columns("y", "z")
    assert [read_code(code) for code in codes] == CODES


@pytest.mark.parametrize("value", [None, float("nan"), "", "1084", "SE_0360", "DE_01001000", "0326 Kalundborg", "32", "٣٢٦", "DK"])
def test_what_is_no_kommunekode_is_none(value):
    assert read_code(value) is None


@pytest.mark.parametrize(
    "names",
    [
        NAMES,
        [name.upper() for name in NAMES],
        [f"{name} Kommune" for name in NAMES],
        [f"{name}s kommune" for name in NAMES],
        ["Copenhagen", *NAMES[1:]],
    ],
    ids=["name", "upper", "kommune", "genitive", "english"],
)
def test_every_form_of_a_name_is_found_under_any_name(names):
    assert find(id=CODES, navn=["et sted"] * 98, betegnelse=names).name == "betegnelse"


def test_a_usual_name_with_other_content_misleads_nobody():
    assert find(kode=["1084"] * 98, id=range(98), lokalId=CODES, navn=NAMES) == Columns("lokalId", "navn")


def test_a_row_number_that_runs_through_all_codes_is_no_code():
    rows = pd.DataFrame({"fid": range(1, 1001), "kk": [*CODES, *["1280"] * 902], "nn": [*NAMES, *["Malmö"] * 902]})
    assert find_columns(rows, None, None, KOMMUNER) == Columns("kk", "nn")


def test_a_code_with_its_country_comes_before_one_without():
    assert find(LAU_ID=[code[1:] for code in CODES], GISCO_ID=[f"DK_{code[1:]}" for code in CODES], n=NAMES).code == "GISCO_ID"


def test_two_properties_with_the_same_codes_are_one():
    assert find(a=CODES, b=[int(code) for code in CODES], n=NAMES).code == "a"


def test_two_properties_with_different_codes_are_asked_for():
    foreign = {f"k{number}": [*CODES, f"0{number}"] for number in (998, 999)}
    with pytest.raises(BorderError, match="properties k998, k999 could all be the kommunekode; name the right one with --code"):
        find(**foreign, n=[*NAMES, "Ukendt"])
    assert find(**foreign, n=[*NAMES, "Ukendt"], code="K999").code == "k999"


@pytest.mark.parametrize(
    ("option", "said"), [("code", "kommunekode among x, y; name it with --code"), ("name", "name among x, y; name it with")]
)
def test_a_property_that_is_not_there_is_answered_with_those_that_are(option, said):
    with pytest.raises(BorderError, match=said):
        find(x=CODES, y=NAMES, **{option: "z"})


def test_names_in_another_language_need_a_usual_name_or_the_option():
    with pytest.raises(BorderError, match="no property with the name among x, y; name it with --name"):
        find(x=CODES, y=[f"Ort {n}" for n in range(98)])
    assert find(x=CODES, lau_name=[f"Ort {n}" for n in range(98)]) == Columns("x", "lau_name")
    assert find(x=CODES, y=[f"Ort {n}" for n in range(98)], name="Y") == Columns("x", "y")


def test_the_project_s_own_file_is_found_too():
    assert find_columns(pd.DataFrame(gpd.read_file(FILE, ignore_geometry=True)), None, None, KOMMUNER) == Columns("id", "navn")
