"""The story of the printed kommuneark, read from ``fortaelling.toml``: themes, and the sentences for a kommune's own figures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.problem import TextError
from data.project_file import read_toml
from data.registry.registry import Registry
from data.welcome.placeholder import find_mistakes

FILE = Path(__file__).parents[1] / "fortaelling.toml"
WORDS = ("kommune", "tal", "antal", "periode", "landet", "dele")  # that may stand in braces


@dataclass(frozen=True)
class Sentence:
    """A sentence around one figure.

    Attributes:
        key: of the indicator or the group that it tells; of a group with parts it tells the whole.
        text: with WORDS in braces.
        zero: told instead where the figure is 0; empty for the same text.
        unless: keys of sentences that say it better: where one of them is told, this one is not.
    """

    key: str
    text: str
    zero: str = ""
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """A part of the story, with the keys of the panels whose figures stand beside it."""

    title: str
    introduction: str
    panels: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def load_story(registry: Registry, path: Path = FILE) -> tuple[Theme, ...]:
    """The themes in reading order.

    Args:
        registry: whose figures may be told.
        path: the file.

    Raises:
        ProblemsError: the file can't be read.
        TextError: a theme lacks something, or names a figure, a panel or a word that there is not.
    """
    content = read_toml(path)
    try:
        themes = tuple(_read_theme(entry) for entry in content["tema"])
    except (KeyError, TypeError) as error:
        raise TextError([f"{path.name}: {error.args[0]!r} is missing or not known; write a theme as the others in the file"]) from error
    if problems := [f"{path.name}: {problem}" for problem in _find_problems(themes, registry)]:
        raise TextError(problems)
    return themes


def _read_theme(entry: Mapping[str, Any]) -> Theme:
    sentences = tuple(_read_sentence(**sentence) for sentence in entry["saetning"])
    return Theme(entry["titel"], " ".join(entry["indledning"].split()), tuple(entry["paneler"]), sentences)


def _read_sentence(*, tal: str, tekst: str, nul: str = "", kun_uden: Iterable[str] = ()) -> Sentence:
    return Sentence(tal, tekst, nul, tuple(kun_uden))


def _find_problems(themes: Iterable[Theme], registry: Registry) -> Iterator[str]:
    seen: set[str] = set()
    for theme in themes:
        for panel in theme.panels:
            if panel not in registry.panels:
                yield f"{panel} is no panel; write one of {', '.join(registry.panels)}"
            if panel in seen:
                yield f"the panel {panel} stands with two themes; write it with one"
            seen.add(panel)
        for sentence in theme.sentences:
            yield from _find_mistakes(sentence, registry)


def _find_mistakes(sentence: Sentence, registry: Registry) -> Iterator[str]:
    known = registry.indicators.keys() | registry.groups.keys()
    for key in (sentence.key, *sentence.unless):
        if key not in known:
            yield f"{key} is neither an indicator nor a group of indikatorer.toml"
    for text in (sentence.text, sentence.zero):
        # a kommune's full name begins with a capital letter wherever it stands
        yield from find_mistakes(text.replace("{kommune}", "Kommune"), WORDS)
