"""Danish sentences: what all that writes them needs."""

from collections.abc import Sequence


def join_words(words: Sequence[str], last: str = "og") -> str:
    """Words as a list: commas between them, and a word before the last.

    >>> join_words(["a", "b", "c"]), join_words(["a", "b"], "samt"), join_words(["a"]), join_words([])
    ('a, b og c', 'a samt b', 'a', '')
    """
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
