"""What a reader sees in the panels, for every place and every indicator."""

import re

import pytest

from components.markup.render import to_html
from components.panel.comparison import build_comparison
from components.panel.comparison.pairing import list_largest_differences
from components.panel.panel import build_panel
from components.wording.formats import format_figure, format_rank, name_briefly, name_figure
from components.wording.part import format_part_of_whole
from data.place import COUNTRY, PlaceKind
from data.place_table import load_places
from data.profile.answer import find_answer
from data.registry.kind import GroupKind
from tests.days import TODAY
from tests.page import parse, read_text

PLACES = load_places(TODAY)
KOMMUNER = [code for code, place in PLACES.items() if place.kind is PlaceKind.KOMMUNE]


def text_of(piece):
    markup = to_html([piece.head, piece.panel, piece.suggestions])
    return re.sub(r"<[^>]+>", "\n", markup).replace("&amp;", "&")


@pytest.mark.parametrize("code", PLACES)
def test_every_figure_of_every_place_is_there_with_source_and_definition(figures, code):
    text = text_of(build_panel(code, figures))
    for entry in figures.profile(code).entries.values():
        if entry.reading.value is not None:
            assert format_figure(entry.reading.value, entry.indicator) in text
        if entry.rank:
            assert format_rank(entry.rank) in text
    assert "nan" not in text.lower().split()
    assert "None" not in text


@pytest.mark.parametrize("code", KOMMUNER)
def test_every_definition_is_one_tap_away_where_the_figure_is(official, code):
    piece = build_panel(code, official)
    markup = to_html([piece.head, piece.panel])
    for entry in official.profile(code).entries.values():
        if entry.reading.value is not None:
            assert entry.indicator.definition.replace("&", "&amp;") in markup
            assert official.registry.sources[entry.reading.source].link in markup


def test_kalundborg_has_the_figures_of_the_printed_sheet(official):
    text = text_of(build_panel("0326", official))
    for said in (
        "Kalundborg Kommune",
        "6.000",
        "263",
        "3.372 (84\u00a0pct.)",
        "602 (15\u00a0pct.)",
        "2025 · 4.004 almene boliger i alt",
        "24 (100\u00a0pct.)",
    ):
        assert said in text
    assert "Knap hver sjette bolig i Kalundborg er almen." in text
    assert "Det er 3,7\u00a0procentpoint lavere end i landet som helhed, " in text
    assert "Også opgjort af BL - Danmarks Almene Boliger: 16\u00a0pct. (1.\u00a0januar 2025)" in text
    assert "Renovering og lokal omsætning: ikke entydigt i kilden." in text


def is_of_bars(entry, figures):
    return figures.registry.group_of(entry.indicator).kind is not GroupKind.KEY_FIGURES


def test_an_example_is_marked_at_every_figure_and_bar(figures):
    for code in ("0101", "0825", COUNTRY):
        piece = build_panel(code, figures)
        markup = to_html([piece.head, piece.panel, piece.suggestions])
        listed = len(figures.organisations.of_kommune(code))
        made_up = [entry for entry in figures.profile(code).entries.values() if entry.reading.is_example]
        answers = [find_answer(figures.profile(code), topic, figures.registry) for topic in figures.registry.topics]
        of_bars = [answer for answer in answers if answer and answer.reading.is_example and is_of_bars(answer.entry, figures)]
        assert markup.count('class="eksempelmaerke"') == len(made_up) + len(of_bars) + listed > 0
        bars = [entry for entry in made_up if is_of_bars(entry, figures)]
        assert markup.count('<li class="eksempel">') == len(bars)


@pytest.mark.parametrize("code", PLACES)
def test_without_examples_nothing_says_example(official, code):
    assert "eksempel" not in text_of(build_panel(code, official)).lower().replace("for eksempel", "")


def test_missing_rent_is_shown_with_its_reason(official):
    text = text_of(build_panel("0825", official))
    assert "Den private husleje: udeladt i kilden af hensyn til fortrolighed" in text


@pytest.mark.parametrize(("which", "other"), [("official", "0265"), ("official", COUNTRY), ("figures", "0265")])
def test_a_comparison_has_the_same_rows_and_says_the_difference(which, other, request):
    figures = request.getfixturevalue(which)
    piece = build_comparison("0326", other, figures)
    profiles = [figures.profile(code) for code in ("0326", other)]
    difference = "3,7" if other == COUNTRY else "4,3"
    assert f"{difference}\u00a0procentpoint" in text_of(piece)
    tables = list(parse(f"<!doctype html><title>x</title>{to_html(piece.panel)}").iter("table"))
    rows = {row.get("data-tal"): row for table in tables for row in table.iter("tr")}
    for key, entry in profiles[0].entries.items():
        pair = [profile[key] for profile in profiles]
        if None not in [each.reading.value for each in pair]:
            name, *cells = rows[key]
            assert name.get("aria-label") == name_briefly(entry.indicator)
            assert f"Kilde: {name_figure(entry.indicator)}".replace("&", "&amp;") in to_html(piece.panel)
            for each, cell in zip(pair, (cells[0], cells[2]), strict=True):
                assert read_text(cell).startswith(f"{format_figure(each.reading.value, entry.indicator)} ")
                part = format_part_of_whole(each, figures.registry.group_of(entry.indicator))
                assert read_text(cell).endswith(f" ({part})" if part else ("eksempel" if each.reading.is_example else entry.indicator.unit))


@pytest.mark.parametrize("other", ["1085", COUNTRY])
def test_a_count_against_its_region_or_country_is_a_share_of_it(official, other):
    text = text_of(build_comparison("0326", other, official))
    assert re.search(r"\d pct\. af tallet for (Region Sjælland|hele landet)", text.replace("\u00a0", " "))


def test_counts_have_bars_on_the_same_scale(official):
    markup = to_html(build_comparison("0326", "0265", official).panel)
    row = markup.split('data-tal="husstande"')[1].split("</tr>")[0]
    first, second = (float(width) for width in re.findall(r"width:max\(2px, ([\d.]+)%\)", row))
    values = [official.profile(code)["husstande"].reading.value for code in ("0326", "0265")]
    assert second == 100
    assert first == pytest.approx(100 * values[0] / values[1], abs=0.1)


def test_what_kommuner_are_ranked_on_has_both_marks_on_the_strip(official):
    markup = to_html(build_comparison("0326", "0265", official).panel)
    for key in official.registry.roles.similarity:
        row = markup.split(f'data-tal="{key}"')[1].split("</tr>")[0]
        marks = re.findall(r'class="punkt punkt--(\w+)" style="left:([\d.]+)%"', row)
        assert [kind for kind, _ in marks] == ["land", "a", "b"], key
        values = official.list_values(official.registry[key], with_examples=False)
        low, high = min(values.values()), max(values.values())
        for (_, left), code in zip(marks[1:], ("0326", "0265"), strict=True):
            assert float(left) == pytest.approx(100 * (values[code] - low) / (high - low), abs=0.06)


@pytest.mark.parametrize(("code", "other"), [("0326", "0265"), ("0760", "0825"), ("0147", "0101"), ("0326", "1085"), ("0101", COUNTRY)])
def test_the_main_difference_comes_first_then_the_two_largest_each_of_another_panel(official, code, other):
    pairs = list_largest_differences((official.profile(code), official.profile(other)), official, 3)
    registry = official.registry
    assert pairs[0].entries[0].indicator == registry.main
    panels = [registry.panel_of(pair.entries[0].indicator).key for pair in pairs]
    assert len(set(panels)) == len(panels) == 3
    head = to_html(build_comparison(code, other, official).head)
    assert head.count("<strong") == 3


def test_every_table_of_a_comparison_has_a_caption_and_columns_headed_by_letter_and_name(official):
    """In roles too, since rows are grids on a phone. The tables read in a row, whoever hears only one of them knows what it is about."""
    tables = list(parse(f"<!doctype html><title>x</title>{to_html(build_comparison('0326', '0265', official).panel)}").iter("table"))
    captions = [read_text(table[0]) for table in tables]
    assert captions == ["Kalundborg og Roskilde", "Kalundborg og Roskilde, antal", *(topic.title for topic in official.registry.topics)]
    for table in tables:
        heads = [(read_text(cell), cell.get("scope"), cell.get("role")) for cell in table.find("thead").iter("th")]
        said = ["Tal", "A: Kalundborg", "98 kommuner", "B: Roskilde", "Forskel"]
        assert heads == [(words, "col", "columnheader") for words in said]
        for row in table.find("tbody"):
            assert [cell.get("role") for cell in row] == ["rowheader", *["cell"] * 4]
            assert row[0].get("scope") == "row"


def test_a_closed_topic_of_a_comparison_says_whose_number_is_whose(official):
    details = list(parse(f"<!doctype html><title>x</title>{to_html(build_comparison('0326', '0265', official).panel)}").iter("details"))
    topics = [read_text(each.find("summary")).replace("\u00a0", " ") for each in details if each.get("data-emne")]
    assert topics[0].startswith("Boligtyper alle boligerA: Kalundborg 17,7 pct. B: Roskilde 37,7 pct. Etageboliger, 1. januar 2026 · 20,0")
    assert len(topics) == 4


@pytest.mark.parametrize("code", ["0101", "0326", "0825"])
def test_three_similar_kommuner_the_region_and_the_country_are_suggested(official, code):
    markup = to_html(build_panel(code, official).suggestions)
    suggested = re.findall(rf"\?kommune={code}&amp;sammenlign=(\d+)", markup)
    coming = [] if code == "0825" else ["1086"]  # Læsø's region stays
    assert suggested == [*official.profile(code).similar, PLACES[code].region, *coming, COUNTRY]
    assert "De tre kommuner minder mest om " in markup


def test_a_missing_figure_has_no_row_and_a_zero_has_an_empty_bar(figures):
    markup = to_html(build_comparison("0326", "0101", figures).panel)
    assert 'class="mangler"' not in markup
    assert 'style="width:0"' in markup  # Kalundborg began no family dwellings


def test_the_unit_is_singular_after_one(official):
    text = text_of(build_panel("0825", official))
    assert re.search(r"\n1\n\n bolig\n", text)
    assert "1\n\n boliger" not in text.replace("\u00a0", " ")
