"""Placeholders in the texts for a kommune's own words: "{raadet}" becomes "byrådet" or "kommunalbestyrelsen"."""

import re
from collections.abc import Iterable, Mapping

from data.sentence import capitalise
from data.welcome.council import CouncilName

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
OPENING = re.compile(r"(?:^|[.!?] )\{(raadet|raadets|raadsmedlem)\}")  # these are common nouns: small within a sentence


def name_words(name: CouncilName) -> dict[str, str]:
    """The word for each placeholder of a kommune; with a capital first letter, "{Raadet}", it begins a sentence.

    >>> from data.welcome.council import Council
    >>> words = name_words(CouncilName("Kalundborg Kommune", "Kalundborgs", Council.BYRAAD))
    >>> words["raad"], words["Raadet"], words["kommune_i_genitiv"]
    ('Kalundborgs byråd', 'Byrådet', 'Kalundborg Kommunes')
    """
    small = {
        "kommune": name.kommune,
        "kommune_i_genitiv": f"{name.kommune}s",  # all end in "kommune", Bornholms Regionskommune as well
        "navn_i_genitiv": name.genitive,
        "raad": name.full,
        "raadet": name.council.definite,
        "raadets": f"{name.council.definite}s",
        "raadsmedlem": name.council.member,
    }
    return small | {capitalise(key): capitalise(word) for key, word in small.items()}


def longest_words(names: Iterable[CouncilName]) -> dict[str, str]:
    """The longest word that each placeholder can become: a text that fits its page with these fits with any kommune's.

    >>> from data.welcome.council import Council
    >>> names = (CouncilName("Ishøj Kommune", "Ishøjs", Council.BYRAAD), CouncilName("Kalundborg Kommune", "Kalundborgs", Council.BYRAAD))
    >>> longest_words(names)["kommune"]
    'Kalundborg Kommune'
    """
    words = [name_words(name) for name in names]
    return {key: max((each[key] for each in words), key=len) for key in words[0]}


def find_mistakes(text: str, known: Iterable[str]) -> list[str]:
    """What is wrong with the placeholders of a text, a sentence for each: unknown words, small first letters, single braces.

    >>> find_mistakes("Tillykke til {raadhuset}", ["raadet"])
    ['{raadhuset} is no word that can be filled in; write one of {raadet}']
    """
    known = list(known)
    small = ", ".join(f"{{{word}}}" for word in known if word.islower())
    mistakes = [
        f"{{{word}}} is no word that can be filled in; write one of {small}" for word in PLACEHOLDER.findall(text) if word not in known
    ]
    mistakes += [f"{{{word}}} begins a sentence; write {{{capitalise(word)}}}" for word in OPENING.findall(text)]
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        mistakes.append("a brace stands without its other half; write {word}")
    return mistakes


def fill_in(text: str, words: Mapping[str, str]) -> str:
    """The text with a kommune's words in place of its placeholders.

    >>> fill_in("Tillykke med pladsen i {raad}", {"raad": "Kalundborgs byråd"})
    'Tillykke med pladsen i Kalundborgs byråd'

    Raises:
        KeyError: a placeholder is unknown; ``find_mistakes`` finds such ones.
    """
    return PLACEHOLDER.sub(lambda found: words[found[1]], text)
