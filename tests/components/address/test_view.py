import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.choices import Choices, list_choices
from components.address.view import Parameter, View, from_query, link, to_query

CHOICES = Choices(
    ["0101", "0326", "0825"],
    ["0000", "1085"],
    ["almene_andel", "beboere"],
    ["2026", "2025"],
    {"": {"1098": "1085"}, "2026": {"1098": "1085"}},
    ["boligtyper", "familier"],
)
DEFAULT = CHOICES.indicators[0]


@st.composite
def views(draw):
    kommune = draw(st.none() | st.sampled_from(list(CHOICES.kommuner)))
    others = [code for code in [*CHOICES.kommuner, *CHOICES.areas] if code != kommune]
    other = draw(st.none() | st.sampled_from(others)) if kommune else None
    edition = draw(st.none() | st.sampled_from(list(CHOICES.editions)))
    opened = draw(st.sets(st.sampled_from(list(CHOICES.topics))))
    emne = tuple(key for key in CHOICES.topics if key in opened)
    return View(kommune, other, draw(st.sampled_from(CHOICES.indicators)), edition, emne, draw(st.sampled_from(["", "liste"])))


@given(views())
def test_an_address_gives_back_its_view(view):
    assert from_query(to_query(view, DEFAULT), CHOICES) == (view, [])


@given(st.text())
def test_no_query_string_raises(query):
    view, _ = from_query(query, CHOICES)
    assert view.tal in CHOICES.indicators


@pytest.mark.parametrize(
    ("query", "view", "junk"),
    [
        ("?emne=familier,boligtyper", View(None, None, DEFAULT, None, ("boligtyper", "familier")), []),
        ("?emne=familier,vejr", View(None, None, DEFAULT, None, ("familier",)), ["emne"]),
        ("?vis=liste", View(None, None, DEFAULT, None, (), "liste"), []),
        ("?vis=fliser", View(None, None, DEFAULT, None, (), "fliser"), []),
        ("?vis=tabel", View(None, None, DEFAULT), ["vis"]),
        ("", View(None, None, DEFAULT), []),
        ("?kommune=326", View("0326", None, DEFAULT), []),
        ("?kommune=9999", View(None, None, DEFAULT), [Parameter.KOMMUNE]),
        ("?kommune=1085", View(None, None, DEFAULT), [Parameter.KOMMUNE]),
        ("?kommune=0326&sammenlign=0326", View("0326", None, DEFAULT), [Parameter.SAMMENLIGN]),
        ("?sammenlign=0326", View(None, None, DEFAULT), [Parameter.SAMMENLIGN]),
        ("?kommune=0326&sammenlign=0000&tal=beboere", View("0326", "0000", "beboere"), []),
        ("?kommune=0326&kommune=0101", View("0101", None, DEFAULT), []),
        ("?tal=nej&utm_source=x", View(None, None, DEFAULT), [Parameter.TAL]),
        ("?kommune=&sammenlign=&tal=", View(None, None, DEFAULT), []),
        ("?kommune=0326&udgave=2025", View("0326", None, DEFAULT, "2025"), []),
        ("?udgave=1999", View(None, None, DEFAULT), [Parameter.UDGAVE]),
        ("?kommune=0326&sammenlign=1098", View("0326", "1085", DEFAULT), ["1098"]),
        ("?kommune=0326&sammenlign=1098&udgave=2026", View("0326", "1085", DEFAULT, "2026"), ["1098"]),
        ("?kommune=0326&sammenlign=1098&udgave=1999", View("0326", "1085", DEFAULT), [Parameter.UDGAVE, "1098"]),
        ("?sammenlign=1098", View(None, None, DEFAULT), [Parameter.SAMMENLIGN]),
    ],
)
def test_an_address_is_read(query, view, junk):
    assert from_query(query, CHOICES) == (view, junk)


def test_the_default_is_left_out_of_the_address(figures):
    default = list_choices(figures).indicators[0]
    assert default == figures.registry.roles.main
    assert to_query(View("0326", "0101", default), default) == "?kommune=0326&sammenlign=0101"


def test_a_link_names_only_what_it_changes():
    assert link(kommune="0326") == "?kommune=0326"
    assert link(sammenlign="") == "?sammenlign="
    with pytest.raises(ValueError, match="farve"):
        link(farve="x")
