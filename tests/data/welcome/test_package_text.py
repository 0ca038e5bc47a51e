import shutil
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.__main__ import main
from data.place_table import load_places
from data.problem import TextError
from data.welcome.council import load_councils
from data.welcome.package_text import FILES, FOLDER, load_package_text
from tests.days import TODAY

COUNCILS = load_councils(load_places(TODAY))
PACKAGE = load_package_text(COUNCILS.values())
BEFORE, BETWEEN, AFTER = date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 24)


def texts(part):
    """Every text of a part and of what is in it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from texts(getattr(part, each.name))


@given(st.sampled_from(sorted(COUNCILS)), st.dates(), st.booleans())
def test_no_text_of_any_kommune_s_package_leaves_a_brace(code, today, with_opinions):
    filled = PACKAGE.for_kommune(COUNCILS[code], today, with_opinions=with_opinions)
    assert not [text for text in texts((filled, filled.contents)) if "{" in text or "}" in text]


@pytest.mark.parametrize("code", sorted(COUNCILS))
def test_every_letter_congratulates_the_right_council(code):
    letter = PACKAGE.for_kommune(COUNCILS[code], AFTER).letter
    assert letter.heading == f"Tillykke med pladsen i {COUNCILS[code].full}"
    assert letter.sender == f"Boligorganisationerne i {COUNCILS[code].kommune}"


def test_sentences_begin_with_a_capital_and_end_with_a_stop():
    for code in ("0101", "0147", "0326"):
        package = PACKAGE.for_kommune(COUNCILS[code], BEFORE)
        prose = [
            *package.letter.paragraphs,
            *(each for topic in package.cooperation.topics for each in topic.paragraphs),
            *(opinion.text for opinion in package.opinions.opinions),
            *(event.text for event in package.events.events),
        ]
        assert [text for text in prose if not (text[0].isupper() and text.endswith("."))] == []
        assert "{" not in "".join(prose)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_an_event_disappears_when_its_day_is_over(today):
    events = PACKAGE.for_kommune(COUNCILS["0326"], today).events
    assert [event.day for event in (events.events if events else ())] == [each.day for each in PACKAGE.events.events if each.day >= today]
    assert events is None or events.events


def test_the_last_event_takes_its_section_along():
    assert len(PACKAGE.events.upcoming(BEFORE).events) == 2
    assert len(PACKAGE.events.upcoming(BETWEEN).events) == 1
    assert PACKAGE.events.upcoming(AFTER) is None
    mention = PACKAGE.events.mention
    assert mention in PACKAGE.for_kommune(COUNCILS["0326"], BETWEEN).contents
    assert mention not in PACKAGE.for_kommune(COUNCILS["0326"], AFTER).contents


def test_events_stand_in_order_of_time():
    days = [event.day for event in PACKAGE.events.upcoming(BEFORE - timedelta(days=1)).events]
    assert days == sorted(days)


def test_events_of_one_day_stand_in_order_of_the_clock():
    one, *_ = PACKAGE.events.events
    day = [replace(one, time=time) for time in ("kl. 12.00", "kl. 9.00-10.30", "kl. 16")]
    times = [event.time for event in replace(PACKAGE.events, events=tuple(day)).upcoming(one.day).events]
    assert times == ["kl. 9.00-10.30", "kl. 12.00", "kl. 16"]


def test_opinions_say_that_they_are_and_can_be_left_out():
    package = PACKAGE.for_kommune(COUNCILS["0326"], AFTER)
    assert package.opinions.mark == "BL mener"
    assert "ikke statistik" in package.opinions.introduction
    assert len(package.opinions.opinions) == 8
    without = PACKAGE.for_kommune(COUNCILS["0326"], AFTER, with_opinions=False)
    assert without.opinions is None
    everything = " ".join(texts((without, without.contents)))
    assert "mærkesag" not in everything.lower()
    assert package.opinions.mention in package.contents


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "velkomstpakke")


def refuse(folder):
    with pytest.raises(TextError) as error:
        load_package_text(COUNCILS.values(), folder)
    return error.value.problems


def test_an_editor_is_told_of_all_files_at_once(folder):
    letter, events = folder / "brev.toml", folder / "arrangementer.toml"
    letter.write_text(letter.read_text(encoding="utf-8").replace("{raad}", "{raadhus}"), encoding="utf-8")
    events.write_text(events.read_text(encoding="utf-8").replace('sted = "Online"', f'sted = "{"x" * 61}"', 1), encoding="utf-8")
    (folder / "links.toml").write_text("overskrift = a\n", encoding="utf-8")
    (folder / "samarbejde.toml").unlink()
    problems = refuse(folder)
    assert problems[0].startswith("brev.toml, overskrift: {raadhus} is no word that can be filled in")
    assert problems[1] == "samarbejde.toml: the file is missing; restore it"
    assert problems[2].startswith("links.toml: Invalid value (at line 1, column 14)")
    assert problems[3] == (
        "arrangementer.toml, arrangement 1, sted: 61 letters with the longest names; there is room for 60: shorten it by 1"
    )
    assert len(problems) == 4


def test_a_text_that_fits_one_kommune_must_fit_all(folder):
    letter = folder / "brev.toml"
    text = letter.read_text(encoding="utf-8").replace('"Boligorganisationerne i {kommune}"', f'"{"x" * 55} {{kommune}}"')
    letter.write_text(text, encoding="utf-8")
    assert refuse(folder) == ["brev.toml, afsender: 81 letters with the longest names; there is room for 80: shorten it by 1"]


def test_no_events_at_all_is_fine(folder):
    path = folder / "arrangementer.toml"
    path.write_text(path.read_text(encoding="utf-8").partition("[[arrangement]]")[0], encoding="utf-8")
    package = load_package_text(COUNCILS.values(), folder)
    assert package.for_kommune(COUNCILS["0326"], BEFORE).events is None


def test_the_command_checks_all_texts(capsys):
    assert main(["texts"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{len(FILES)} files are sound and fit their pages for all 98 kommuner; events to come: ")


def test_every_file_tells_its_editor_how_to_check_it():
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)
    assert all("python -m data texts" in (FOLDER / name).read_text(encoding="utf-8") for name in FILES)


def test_no_sentence_is_the_printed_package_s():
    """Facts are carried over, sentences are our own: no six words in a row are those of BL's printed package."""
    seed = FOLDER.parents[2] / "shared" / "seed" / "kommuneark_kalundborg.txt"
    if not seed.exists():
        pytest.skip("the printed package is not here")
    printed = f" {' '.join(words_of(seed.read_text(encoding='utf-8')))} "
    titles = {opinion.title for opinion in PACKAGE.opinions.opinions}  # the mærkesager are called what they are called
    ours = [words_of(text) for text in texts(PACKAGE) if text not in titles and not text.startswith("https:")]
    runs = {" ".join(words[start : start + 6]) for words in ours for start in range(len(words) - 5)}
    assert [run for run in sorted(runs) if f" {run} " in printed] == []


def words_of(text):
    return "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()
