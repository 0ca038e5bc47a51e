"""Which places there are on which day: by the project's own tables, and by tables in which more changes."""

import csv
import datetime

import pytest

from data.place import PlaceKind
from data.place_table import HERE, PlaceTable, PlaceTableError, load_place_table, load_places
from tests.days import FIRST_OF_FOUR, LAST_OF_FIVE

NAMES = ("kommuner.csv", "regioner.csv", "kommuners_region.csv")
DAYS = [str(datetime.date(2026, 12, 25) + datetime.timedelta(days=number)) for number in range(14)]


def copy_tables(folder, **rows):
    """The project's tables in a folder, with more rows in some: ``regioner=["1087,Region Ny,2030-01-01,,"]``."""
    for name in NAMES:
        text = (HERE / name).read_text(encoding="utf-8")
        more = "".join(f"{row}\n" for row in rows.get(name.removesuffix(".csv"), []))
        (folder / name).write_text(text + more, encoding="utf-8")
    return folder


def replace_row(folder, name, old, *new):
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(f"\n{old}\n") == 1
    (folder / name).write_text(text.replace(f"\n{old}\n", "".join(f"\n{row}" for row in new) + "\n"), encoding="utf-8")


def regions_on(day):
    return [place for place in load_places(day).values() if place.kind is PlaceKind.REGION]


@pytest.mark.parametrize("day", DAYS)
def test_there_are_98_kommuner_each_in_one_region_of_the_day(day):
    places = load_places(day)
    kommuner = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
    assert len(kommuner) == 98
    assert sorted(code for region in regions_on(day) for code in region.members) == sorted(place.code for place in kommuner)
    assert all(place.code in places[place.region].members for place in kommuner)


@pytest.mark.parametrize("day", DAYS)
def test_there_are_five_regioner_to_the_end_of_2026_and_four_after_it(day):
    assert len(regions_on(day)) == (5 if day <= LAST_OF_FIVE else 4)


def test_the_new_region_has_the_kommuner_of_the_two_that_became_it():
    before, after = load_places(LAST_OF_FIVE), load_places(FIRST_OF_FOUR)
    (new,) = after.keys() - {code for code, place in before.items() if place.kind is not PlaceKind.COMING}
    assert before[new].kind is PlaceKind.COMING
    assert len(after[new].members) == 46
    assert before[new].members == after[new].members
    old = [before[code] for code in after[new].takes_over]
    assert sorted(code for region in old for code in region.members) == sorted(after[new].members)
    for region in old:
        assert (region.valid_to, region.successor, region.next_name) == (LAST_OF_FIVE, new, after[new].name)
        assert region.code not in after
        assert after[new].name not in region.search_words
        assert region.name.split()[-1].lower() in after[new].search_words.split()
        assert region.code in after[new].search_words.split()


def test_what_ended_is_known_with_what_it_is_part_of():
    table = load_place_table()
    assert table.former_on(LAST_OF_FIVE) == {}
    former = table.former_on(FIRST_OF_FOUR)
    assert len(former) == 2
    assert {load_places(FIRST_OF_FOUR)[place.successor].name for place in former.values()} == {"Region Østdanmark"}


def test_what_became_part_of_one_that_became_part_of_another_leads_to_the_last(tmp_path):
    copy_tables(tmp_path, regioner=["1087,Region Nyt Østdanmark,2030-01-01,,"])
    replace_row(tmp_path, "regioner.csv", "1086,Region Østdanmark,2027-01-01,,", "1086,Region Østdanmark,2027-01-01,2029-12-31,1087")
    text = (tmp_path / "kommuners_region.csv").read_text(encoding="utf-8")
    rows = [row.replace(",2027-01-01,", ",2027-01-01,2029-12-31") for row in text.splitlines() if ",1086," in row]
    text = "\n".join(row for row in text.splitlines() if ",1086," not in row) + "\n" + "\n".join(rows)
    text += "".join(f"\n{row.split(',')[0]},1087,2030-01-01," for row in rows) + "\n"
    (tmp_path / "kommuners_region.csv").write_text(text, encoding="utf-8")
    table = PlaceTable.load(tmp_path)
    assert {code: place.successor for code, place in table.former_on("2030-01-01").items()} == {
        "1084": "1087",
        "1085": "1087",
        "1086": "1087",
    }
    assert {code: place.successor for code, place in table.former_on("2028-01-01").items()} == {"1084": "1086", "1085": "1086"}
    assert table.on("2030-01-01")["1087"].takes_over == ("1084", "1085", "1086")
    assert table.on("2028-01-01")["1087"].kind is PlaceKind.COMING


def test_a_renamed_kommune_has_each_name_on_its_days_and_is_found_by_both(tmp_path):
    copy_tables(tmp_path)
    renamed = ("0326,Kalundborg,Kalundborg Kommune,i Kalundborg,,,2027-12-31", "0326,Røsnæs,Røsnæs Kommune,på Røsnæs,,2028-01-01,")
    replace_row(tmp_path, "kommuner.csv", "0326,Kalundborg,Kalundborg Kommune,i Kalundborg,,,", *renamed)
    table = PlaceTable.load(tmp_path)
    before, after = table.on("2027-12-31")["0326"], table.on("2028-01-01")["0326"]
    assert (before.name, before.other_names, before.next_name) == ("Kalundborg", ("Røsnæs",), "Røsnæs")
    assert (before.where, after.where) == ("i Kalundborg", "på Røsnæs")
    assert (after.full_name, after.other_names, after.next_name) == ("Røsnæs Kommune", ("Kalundborg",), "")
    assert {"kalundborg", "røsnæs"} <= set(before.search_words.split()) & set(after.search_words.split())
    assert list(table.on("2028-01-01")).index("0326") > list(table.on("2028-01-01")).index("0265")  # in Danish order by its new name


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("kommuner.csv", "0326,Kalundborg,Kalundborg Kommune,i Kalundborg,,,", (), "kommuner.csv has on 2026-12-31 97 kommuner"),
        ("kommuners_region.csv", "0326,1085,2007-01-01,2026-12-31", (), "98 kommuner, without a region: Kalundborg"),
        ("kommuners_region.csv", "0326,1085,2007-01-01,2026-12-31", ("0326,1099,2007-01-01,2026-12-31",), "without a region: Kalundborg"),
        ("regioner.csv", "1086,Region Østdanmark,2027-01-01,,", (), "afloest_af names 1086, which has no row"),
        ("regioner.csv", "1083,Region Syddanmark,2007-01-01,,", ("1083,Region Syddanmark,1. januar,,",), "'1. januar' is no day"),
        ("kommuner.csv", "0326,Kalundborg,Kalundborg Kommune,i Kalundborg,,,", ("0326,Røsnæs,Røsnæs Kommune,i Kalundborg,,,",),
         "0326: hvor is 'i Kalundborg'; write one of i Røsnæs, på Røsnæs, i Røsnæs Kommune"),
        ("kommuner.csv", "0326,Kalundborg,Kalundborg Kommune,i Kalundborg,,,",
         ("0326,Kalundborg,Kalundborg Kommune,i Kalundborg,,,2027-12-31", "0326,Røsnæs,Røsnæs Kommune,på Røsnæs,,2027-12-31,"),
         "0326 has two rows on 2027-12-31"),
    ],
)  # fmt: skip
def test_tables_that_contradict_themselves_are_refused(tmp_path, name, old, new, message):
    copy_tables(tmp_path)
    replace_row(tmp_path, name, old, *new)
    with pytest.raises(PlaceTableError, match=message):
        PlaceTable.load(tmp_path).on(LAST_OF_FIVE)


def test_no_code_or_name_of_a_region_stands_in_code():
    """Which regioner there are is in the tables alone."""
    root = HERE.parent
    with (HERE / "regioner.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    words = [word for row in rows for word in (row["kode"], row["kode"][1:], row["navn"])]
    folders = ("data", "components", "geodata", "assets")
    files = [path for folder in folders for kind in ("py", "js", "css", "typ", "toml") for path in (root / folder).rglob(f"*.{kind}")]
    own = [path for path in (*files, root / "app.py") if not {"vendor", "figures"} & set(path.parts)]
    assert len(own) > 200
    found = [f"{path.relative_to(root)}: {word}" for path in own for word in words if _has_word(path.read_text(encoding="utf-8"), word)]
    assert found == []


def _has_word(text, word):
    """Whether a text has a word by itself: 1084 is no part of 0.10841."""
    start = text.find(word)
    while start >= 0:
        around = text[max(0, start - 1) : start] + text[start + len(word) : start + len(word) + 1]
        if not any(sign.isalnum() or sign in ".-#" for sign in around):
            return True
        start = text.find(word, start + 1)
    return False
