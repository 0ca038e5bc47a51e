import pytest

from data.problem import TextError
from data.registry.registry import Registry
from data.welcome.story import load_story

THEME = """
[[tema]]
titel = "Boliger"
indledning = "Om boliger."
paneler = ["{panel}"]
[[tema.saetning]]
tal = "{key}"
tekst = "{text}"
"""


def load(tmp_path, panel="boligtyper", key="fraflytning", text="Det er {tal}.", more=""):
    path = tmp_path / "fortaelling.toml"
    path.write_text(THEME.replace("{panel}", panel).replace("{key}", key).replace("{text}", text) + more, encoding="utf-8")
    return load_story(Registry.load(), path)


def test_the_project_s_story_is_sound_and_each_panel_stands_with_one_theme():
    themes = load_story(Registry.load())
    panels = [panel for theme in themes for panel in theme.panels]
    assert len(themes) == 3
    assert len(panels) == len(set(panels))
    assert {topic.key for topic in Registry.load().topics} <= set(panels)


def test_a_theme_is_read_as_it_is_written(tmp_path):
    (theme,) = load(tmp_path)
    assert (theme.title, theme.introduction, theme.panels) == ("Boliger", "Om boliger.", ("boligtyper",))
    assert [(sentence.key, sentence.text, sentence.unless) for sentence in theme.sentences] == [("fraflytning", "Det er {tal}.", ())]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"panel": "huse"}, "huse is no panel; write one of hovedtal, boligtyper"),
        ({"key": "fraflyt"}, "fraflyt is neither an indicator nor a group of indikatorer.toml"),
        ({"text": "Det er {beloeb}."}, "{beloeb} is no word that can be filled in; write one of {kommune}, {tal}"),
        ({"more": "[[tema]]\ntitel = 'x'\n"}, "'saetning' is missing or not known"),
        ({"more": "kun_med = ['x']\n"}, "kun_med"),
    ],
)
def test_what_is_wrong_is_told(tmp_path, wrong, said):
    with pytest.raises(TextError) as error:
        load(tmp_path, **wrong)
    assert said in str(error.value)
