"""Danish sentences: what all that writes them needs."""

from collections.abc import Sequence


def capitalise(words: str) -> str:
    """The same words with an upper-case first letter; the rest stays as it is.

    >>> capitalise("hele landet")
    'Hele landet'
    """
    return words[:1].upper() + words[1:]


def decapitalise(words: str) -> str:
    """The same words with a lower-case first letter, to stand inside a sentence.

    >>> decapitalise("Beboere i almene boliger")
    'beboere i almene boliger'
    """
    return words[:1].lower() + words[1:]


def join_words(words: Sequence[str], last: str = "og") -> str:
    """Words as a list: commas between them, and a word before the last.

    >>> join_words(["a", "b", "c"]), join_words(["a", "b"], "samt"), join_words(["a"]), join_words([])
    ('a, b og c', 'a samt b', 'a', '')
    """
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
