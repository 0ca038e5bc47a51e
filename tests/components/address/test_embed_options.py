import re
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.asset import read_asset
from components.address.embed_options import Accent, Form, Frame, FrameParameter, list_former_keys, list_panels, read_frame, write_frame
from components.theme import CARD, PAPER
from components.wording.texts import NOTICES
from data.registry.registry import Registry

REGISTRY = Registry.load()
KNOWN = list(list_panels(REGISTRY))
FORM, PANELER, KORT, FARVE = FrameParameter.FORM, FrameParameter.PANELER, FrameParameter.KORT, FrameParameter.FARVE


NAMES = st.text(st.characters(exclude_categories=["Cs", "C", "Z"]) | st.just(" "), max_size=80)


@st.composite
def frames(draw):
    """Every frame that an address can ask for."""
    if draw(st.booleans()):
        return Frame(accent=draw(st.sampled_from(Accent)), name=draw(NAMES), form=draw(st.sampled_from(Form)))
    chosen = draw(st.none() | st.sets(st.sampled_from(KNOWN), max_size=len(KNOWN) - 1))
    panels = None if chosen is None else tuple(key for key in KNOWN if key in chosen)
    with_map = draw(st.booleans()) or panels == ()
    return Frame(panels, with_map, draw(st.sampled_from(Accent)), draw(NAMES), None)


@given(frames())
def test_an_address_gives_back_its_frame(frame):
    assert read_frame(write_frame(frame), REGISTRY) == (frame, [])


@given(frames())
def test_the_parameters_of_view_and_frame_are_independent(frame):
    assert read_frame(f"?kommune=0326&{write_frame(frame)}&tal=beboere", REGISTRY) == (frame, [])


@given(st.text())
def test_no_query_string_raises(query):
    frame, _ = read_frame(query, REGISTRY)
    assert frame.with_map or frame.panels != ()


@given(st.lists(st.tuples(st.sampled_from([*FrameParameter]), st.text() | st.sampled_from(["ja", "nej", "ingen", *KNOWN, *Accent, *Form]))))
def test_what_is_read_of_any_query_string_can_be_written_and_read_again(pairs):
    frame, junk = read_frame(urlencode(pairs, errors="replace"), REGISTRY)
    assert read_frame(write_frame(frame), REGISTRY) == (frame, [])
    assert frame.with_map or frame.panels != ()
    assert set(junk) <= set(NOTICES)


@pytest.mark.parametrize(
    ("query", "frame", "junk"),
    [
        ("", Frame(), []),
        ("?paneler=boligtyper,hovedtal", Frame(("hovedtal", "boligtyper"), form=None), []),
        ("?paneler=hovedtal&paneler=filer", Frame(("hovedtal", "filer"), form=None), []),
        ("?paneler=" + ",".join(KNOWN), Frame(form=None), []),
        ("?paneler=ingen", Frame((), form=None), []),
        ("?paneler=hovedtal,x", Frame(("hovedtal",), form=None), [PANELER]),
        ("?paneler=x", Frame(form=None), [PANELER]),
        ("?paneler=ingen,hovedtal", Frame(("hovedtal",), form=None), [PANELER]),
        ("?kort=nej", Frame(with_map=False, form=None), []),
        ("?kort=ja", Frame(form=None), []),
        ("?kort=maaske", Frame(form=None), [KORT]),
        ("?form=kort", Frame(form=Form.KORT), []),
        ("?form=begge", Frame(), []),
        ("?form=rund", Frame(), [FORM]),
        ("?form=", Frame(), []),
        ("?form=kort&paneler=hovedtal", Frame(("hovedtal",), form=None), [FORM]),
        ("?form=noegletal&kort=nej", Frame(with_map=False, form=None), [FORM]),
        ("?farve=blaa", Frame(accent=Accent.BLAA), []),
        ("?farve=%23ff0000", Frame(), [FARVE]),
        ("?farve=red;}", Frame(), [FARVE]),
        ("?id=forside", Frame(name="forside"), []),
    ],
)
def test_an_address_is_read(query, frame, junk):
    assert read_frame(query, REGISTRY) == (frame, junk)


def test_a_frame_with_neither_map_nor_panels_gets_its_map_and_says_so():
    assert read_frame("?kort=nej&paneler=ingen", REGISTRY) == (Frame((), form=None), [KORT])


def test_every_parameter_that_may_be_ignored_has_its_notice():
    assert {FORM, PANELER, KORT, FARVE} <= set(NOTICES)


def test_every_panel_of_the_registry_can_be_chosen(figures):
    panels = list_panels(figures.registry)
    assert {panel.key for panel in figures.registry.panels.values()} < set(panels)
    assert not any(re.search(r"[,&\s]|ingen", key) for key in panels)
    assert all(panels.values())


@pytest.mark.parametrize("topics", [["boligtyper", "familier"], ["familier"]])
def test_a_shape_is_a_choice_of_map_and_topics(topics):
    shown = {form: Frame(form=form).shown(topics) for form in Form}
    assert {form for form, (_, with_map) in shown.items() if with_map} == {Form.KORT, Form.BEGGE}
    assert {form: panels for form, (panels, _) in shown.items()} == dict.fromkeys(Form, tuple(topics)) | {Form.KORT: ()}


def test_without_a_shape_a_frame_shows_what_is_chosen():
    assert Frame(form=None).shown(["familier"]) == (None, True)
    assert Frame(("filer",), with_map=False, form=None).shown(["familier"]) == (("filer",), False)


def luminance(colour):
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def list_accents():
    """The colour of each accent, as the style sheets have it."""
    own = dict(re.findall(r'\[data-farve="(\w+)"\]\s*{\s*--accent:\s*(#[0-9a-f]{6});', read_asset("embed/frame.css")))
    return own | {Accent.TEGL.value: re.search(r"--accent:\s*(#[0-9a-f]{6})", read_asset("screen/base.css"))[1]}


def test_every_accent_has_a_colour_of_its_own():
    accents = list_accents()
    assert set(accents) == set(Accent)
    assert len(set(accents.values())) == len(Accent)


@pytest.mark.parametrize("ground", [CARD, PAPER, "#ffffff"])
@pytest.mark.parametrize("accent", Accent)
def test_an_accent_can_be_read_as_text(accent, ground):
    assert contrast(list_accents()[accent], ground) >= 4.5


def test_a_panel_is_found_by_the_key_that_it_had():
    """Frames on other pages were made when the topics had other names."""
    assert list_former_keys(REGISTRY) == {"familietyper": "familier", "igangsat": "byggeri"}
    frame, ignored = read_frame("?paneler=familietyper,igangsat", REGISTRY)
    assert (frame.panels, ignored) == (("familier", "byggeri"), [])
