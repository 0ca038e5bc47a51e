"""How easily a Danish text is read."""

import re

LONG = 6  # letters; words with more are long


def split_sentences(text: str) -> list[str]:
    """The sentences of a text: a full stop ends one where a capital letter follows, so that "pr. m²" and "15,7 pct." end none."""
    return re.split(r"(?<=[.!?]) (?=[A-ZÆØÅ])", text)


def measure_lix(text: str) -> float:
    """Björnsson's readability index: words a sentence, and how many of a hundred words are long. Below 40 is easy to middling prose.

    A number is a word, and a short one ("15,7", "100"); so is an abbreviation ("pct", "pr"), whose full stop ends no sentence. A name
    is counted as any other word: "Ringkøbing-Skjern" is one long one, so that the longest names make the highest index. A colon
    ends no sentence.

    >>> measure_lix("Knap hver sjette bolig i Ringkøbing-Skjern Kommune er almen.")  # 9 words, 2 of them long
    31.22222222222222
    """
    words = re.findall(r"[^\W_](?:[\w.,-]*[^\W_])?", text)
    return len(words) / len(split_sentences(text)) + 100 * sum(len(word) > LONG for word in words) / len(words)
