"""Words in braces that stand in the texts for a kommune's own: "{raadet}" becomes "byrådet" or "kommunalbestyrelsen"."""

import re
from collections.abc import Iterable, Mapping

from data.welcome.council import CouncilName

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
OPENING = re.compile(r"(?:^|[.!?] )\{(raadet|raadets|raadsmedlem)\}")  # these are common nouns: small within a sentence


def name_words(name: CouncilName) -> dict[str, str]:
    """What each placeholder becomes; with a capital first, "{Raadet}", it begins a sentence."""
    small = {
        "kommune": name.kommune,
        "kommune_i_genitiv": f"{name.kommune}s",  # all end in "kommune", Bornholms Regionskommune as well
        "navn_i_genitiv": name.genitive,
        "raad": name.full,
        "raadet": name.council.definite,
        "raadets": f"{name.council.definite}s",
        "raadsmedlem": name.council.member,
    }
    return small | {_capitalise(key): _capitalise(word) for key, word in small.items()}


def longest_words(names: Iterable[CouncilName]) -> dict[str, str]:
    """The longest that each placeholder can become: a text that fits with these fits with every kommune's."""
    words = [name_words(name) for name in names]
    return {key: max((each[key] for each in words), key=len) for key in words[0]}


def _capitalise(word: str) -> str:
    return word[0].upper() + word[1:]


def find_mistakes(text: str, known: Iterable[str]) -> list[str]:
    """What is wrong with the braces of a text: unknown words, and braces without their other half."""
    known = list(known)
    small = ", ".join(f"{{{word}}}" for word in known if word.islower())
    mistakes = [
        f"{{{word}}} is no word that can be filled in; write one of {small}" for word in PLACEHOLDER.findall(text) if word not in known
    ]
    mistakes += [f"{{{word}}} begins a sentence; write {{{_capitalise(word)}}}" for word in OPENING.findall(text)]
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        mistakes.append("a brace stands without its other half; write {word}")
    return mistakes


def fill_in(text: str, words: Mapping[str, str]) -> str:
    """The text with a kommune's words.

    Raises:
        KeyError: there is no such word; ``find_mistakes`` tells before.
    """
    return PLACEHOLDER.sub(lambda found: words[found[1]], text)
