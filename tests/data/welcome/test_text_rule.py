import tomllib
from dataclasses import dataclass
from datetime import date

import pytest

from data.welcome.text_rule import TextReader, address, calendar_day, entries, line, paragraphs


@dataclass(frozen=True)
class Note:
    title: str = line("titel", 20)


@dataclass(frozen=True)
class Page:
    heading: str = line("overskrift", 30)
    body: tuple[str, ...] = paragraphs("afsnit", 20, most=2)
    notes: tuple[Note, ...] = entries("note", Note, most=2, optional=True)
    day: date = calendar_day("dato")  # noqa: RUF009
    where: str = address("adresse", optional=True)


WORDS = {"kommune": "Ringkøbing-Skjern Kommune"}
GOOD = """
overskrift = "I {kommune}"
afsnit = ["Et", "To"]
dato = 2027-03-10
adresse = "https://bl.dk/"
[[note]]
titel = "En note"
"""


def read(text):
    reader = TextReader(WORDS)
    return reader.read(Page, tomllib.loads(text), "side.toml"), reader.problems


def test_a_sound_file_becomes_a_part():
    assert read(GOOD) == (Page("I {kommune}", ("Et", "To"), (Note("En note"),), date(2027, 3, 10), "https://bl.dk/"), [])


def test_what_is_optional_may_be_left_out():
    page, problems = read(GOOD.split("adresse")[0])
    assert (page.where, page.notes, problems) == ("", (), [])


def test_lines_broken_in_the_file_are_one_paragraph_and_hard_spaces_stay():
    page, _ = read(GOOD.replace('"Et"', '"""\n  Et\n\t 25\u00a0pct. \n"""'))
    assert page.body[0] == "Et 25\u00a0pct."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('overskrift = "I {kommune}"', "", "overskrift: is missing; write a text in quotation marks"),
        ('"I {kommune}"', '""', "overskrift: is empty; write a text"),
        ('"I {kommune}"', "7", "overskrift: 7 is something else; write a text in quotation marks"),
        ('"I {kommune}"', '"Boliger i {kommune}"',
         "overskrift: 35 letters with the longest names; there is room for 30: shorten it by 5"),
        ('"I {kommune}"', '"I {by}"', "overskrift: {by} is no word that can be filled in; write one of {kommune}"),
        ('["Et", "To"]', '["Et", "To", "Tre"]', "afsnit: 3 of them; the page has room for 2: take 1 away"),
        ('["Et", "To"]', "[]", "afsnit: there is none; write one"),
        ('["Et", "To"]', '["Et", 2]', "afsnit: ['Et', 2] is something else; write a list of texts in brackets"),
        ('"To"', '"To er alt for mange her"', "afsnit 2: 23 letters with the longest names; there is room for 20: shorten it by 3"),
        ("2027-03-10", '"2027-03-10"',
         "dato: '2027-03-10' is something else; write a date without quotation marks, such as 2027-03-10"),
        ("https://bl.dk/", "bl.dk", "adresse: 'bl.dk' is no address; write an address in quotation marks that begins with https://"),
        ("https://bl.dk/", "https://bl.dk/{kommune}",
         "adresse: 'https://bl.dk/{kommune}' is no address; write an address in quotation marks that begins with https://"),
        ("https://bl.dk/", "https://bl.dk/" + 100 * "x", "adresse: 114 letters; there is room for 100: find a shorter address"),
        ("[[note]]", "[note]", "note: {'titel': 'En note'} is something else; write a section of its own in double brackets"),
        ('titel = "En note"', 'title = "En note"', "note 1, title: there is no such key; the keys are titel"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_file_and_key(old, new, said):
    assert old in GOOD
    page, problems = read(GOOD.replace(old, new))
    assert page is None
    assert problems[0] == f"side.toml, {said}"


def test_all_that_is_wrong_is_said_at_once():
    assert [problem.partition(":")[0] for problem in read('note = []\nx = 1\n')[1]] == [
        "side.toml, x", "side.toml, overskrift", "side.toml, afsnit", "side.toml, dato",
    ]  # fmt: skip
