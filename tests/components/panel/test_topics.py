"""In production: every topic of every kommune has a real figure, with its base, and what is missing is said once."""

import re

import pytest

from components.markup.render import to_html
from components.panel.comparison import build_comparison
from components.panel.panel import build_panel
from components.wording.formats import REASONS, format_figure
from components.wording.gap import list_gaps
from data.place import PlaceKind
from data.place_table import load_places
from data.profile.answer import find_answer
from data.reading import Reason, Status
from data.registry.kind import Base
from tests.days import TODAY

PLACES = load_places(TODAY)
TOPICS = ("boligtyper", "familier", "byggeri", "lokal_oekonomi")
WAITING = REASONS[Reason.IKKE_INDLAEST].lower()


def text_of(component):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", to_html(component)).replace("\u00a0", " ").replace("&#39;", "'"))


def test_the_topics_are_the_client_s_four(official):
    assert tuple(topic.key for topic in official.registry.topics) == TOPICS


def test_392_of_392_pairs_of_kommune_and_topic_have_a_real_figure(official):
    answers = [
        find_answer(official.profile(place.code), topic, official.registry)
        for place in official.kommuner
        for topic in official.registry.topics
    ]
    assert len(answers) == 392
    for answer in answers:
        assert answer is not None
        assert answer.reading.value is not None
        assert answer.reading.status in {Status.OFFICIEL, Status.BEREGNET}
        assert answer.reading.period
        assert official.registry.sources[answer.reading.source].publisher
        assert answer.entry.indicator.base in set(Base)


def test_the_answer_is_bl_s_own_where_it_has_come_and_the_public_figure_stays_below(official):
    profile, registry = official.profile("0326"), official.registry
    answers = [find_answer(profile, topic, registry) for topic in registry.topics]
    assert [answer.reading.value for answer in answers if answer] == [4004, pytest.approx(48.14), 24, 263]
    markup = to_html(build_panel("0326", official).panel)
    for key, own, public in (("boligtyper", "4.004", "17,7"), ("byggeri", ">24<", "308"), ("lokal_oekonomi", "263", "904")):
        section = markup.split(f"panel--{key} emne")[1].split("</section>")[0]
        assert section.index(own) < section.index(public)
    other = find_answer(official.profile("0316"), registry.panels["boligtyper"], registry)
    assert other is not None
    assert other.entry.indicator.key == "etageboliger"


@pytest.mark.parametrize("code", PLACES)
def test_what_is_not_here_yet_is_said_once(official, code):
    text = text_of(build_panel(code, official).panel)
    assert "ikke indlæst" not in text.lower()
    assert text.lower().count(WAITING) == 1
    assert f"for {PLACES[code].full_name} om" in text
    assert "ikke udgivet" not in text.lower()


@pytest.mark.parametrize("other", [code for code in PLACES if code != "0326"])
def test_a_comparison_says_it_once_too_and_keeps_what_only_one_has(official, other):
    text = text_of(build_comparison("0326", other, official).panel)
    assert text.lower().count(WAITING) == 1
    pair = official.profile("0326"), official.profile(other)
    alone = [key for key, entry in pair[0].entries.items() if entry.reading.value is not None and pair[1][key].reading.value is None]
    own = text.split("Kun opgjort for Kalundborg Kommune")[1]
    assert alone
    for key in alone:
        entry = pair[0][key]
        assert entry.indicator.label in own
        assert format_figure(entry.reading.value, entry.indicator) in own


def test_all_that_is_missing_is_in_the_sentences(official):
    """By a group's subject, or by name: no missing figure of a place is passed over in silence."""
    registry = official.registry
    for place in official.kommuner:
        profile = official.profile(place.code)
        said = " ".join(list_gaps([profile], registry)).lower()
        for entry in profile.entries.values():
            if entry.reading.value is None:
                group = registry.group_of(entry.indicator)
                assert (group.about and group.about.lower() in said) or entry.indicator.short.lower() in said, entry.indicator.key


def test_a_figure_that_is_not_about_almene_boliger_has_its_base_beside_its_name(official):
    registry = official.registry
    tagged = [one for one in registry.indicators.values() if one.tag]
    assert {one.tag for one in tagged} == {"alle boliger", "alle husstande", "alle bygherrer"}
    for code in ("0101", "0326", "0825", "0000", "1085"):
        text = text_of(build_panel(code, official).panel)
        for indicator in tagged:
            if official.profile(code)[indicator.key].reading.value is not None:
                assert f"{indicator.label} {indicator.tag}" in text
    for indicator in registry.indicators.values():
        words = f"{indicator.label} {indicator.tag}".lower()
        assert indicator.base is Base.ALMENE or indicator.base in words or indicator.label.lower() in indicator.base


def test_a_rate_states_its_formula_and_the_days_of_both_counts(official):
    reading = official.profile("0326")["fuldfoerte_pr_1000"].reading
    assert reading.status is Status.BEREGNET
    assert reading.value == pytest.approx(1000 * 308 / 47822, abs=1e-6)
    assert reading.note.replace("\u00a0", " ") == (
        "Beregnet: nye boliger i 2025 (308) delt med indbyggere pr. 1. juli 2026 (47.822), gange 1.000."
    )
    assert reading.note.replace("\u00a0", " ") in text_of(build_panel("0326", official).panel)


def test_counts_and_provisional_figures_are_told_and_never_ranked_mapped_or_led_with(official):
    registry = official.registry
    for key in ("fuldfoerte_boliger", "paabegyndte_boliger", "folketal", "husstande", "beboere"):
        assert registry[key] not in official.mappable
        assert not official.ranks[key]
    leads = {answer.entry.indicator.key for place in official.kommuner for topic in registry.topics
             if (answer := find_answer(official.profile(place.code), topic, registry))}  # fmt: skip
    assert not [key for key in leads if registry[key].provisional_quarters]
    entry = official.profile("0326")["paabegyndte_boliger"]
    assert entry.is_provisional
    assert "foreløbigt tal" in text_of(build_panel("0326", official).panel)
    assert all(official.coverage(indicator) >= 90 for indicator in official.mappable)


def test_the_api_too_has_a_real_figure_with_its_base_for_392_of_392_pairs(client, official):
    rows = client.get("/api/v1/noegletal.json").json["noegletal"]
    groups = {indicator.key: official.registry.panel_of(indicator) for indicator in official.registry.indicators.values()}
    kommuner = {code for code, place in PLACES.items() if place.kind is PlaceKind.KOMMUNE}
    pairs = {
        (row["kommune_kode"], groups[row["indikator"]].key)
        for row in rows
        if row["vist"]
        and row["vaerdi"] is not None
        and row["kommune_kode"] in kommuner
        and row["grundlag"]
        and groups[row["indikator"]].is_topic
    }
    assert len(pairs) == 392


def test_what_is_provisional_says_so_in_the_open_data_and_where_it_is_explained(client):
    rows = client.get("/api/v1/indikatorer/paabegyndte_boliger.json").json["noegletal"]
    assert all(row["note"].startswith("Foreløbigt tal: kilden kalder") for row in rows if row["vaerdi"] is not None)
    rows = client.get("/api/v1/indikatorer/fuldfoerte_boliger.json").json["noegletal"]
    assert not [row for row in rows if "Foreløbigt" in (row["note"] or "")]
    assert "Foreløbigt tal: kilden kalder tallene for det seneste halvandet år" in client.get("/panel/0326.json").json["panel"]


@pytest.mark.parametrize("code", ["0101", "0326", "0825", "0760"])
def test_residents_are_drawn_as_one_of_so_many_inhabitants(client_rehearsed, code):
    """By the share that is computed of both counts of the same day; where it is under a tenth there is no such drawing."""
    rows = client_rehearsed.get(f"/api/v1/kommuner/{code}.json").json["noegletal"]
    share = next(row["vaerdi"] for row in rows if row["indikator"] == "personer_almene_andel" and row["vist"])
    card = client_rehearsed.get(f"/panel/{code}.json").json["panel"].split('data-emne="familier"')[1].split("</summary>")[0]
    one_in = round(100 / share)
    assert (f'aria-label="Omkring 1 af {one_in}: ' in card) == (2 <= one_in <= 10)
    assert card.count("translate(") == (one_in if 2 <= one_in <= 10 else 0)
