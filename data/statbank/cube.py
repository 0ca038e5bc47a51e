"""The cells of an answer, whatever its format, and whether they are all there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from data.problem import FiguresError
from data.statbank.answer.code import describe_damaged
from data.statbank.answer.shape import AnswerError

# ".." is the service's sign for missing, confidential or too uncertain; the others are from other statistics and older answers.
SUPPRESSED = {"..", ".", "...", "…", "-", "–"}
MOST_NAMED = 3  # combinations of codes


@dataclass(frozen=True)
class Cube:
    """The cells of an answer: a value, or None, for each combination of codes.

    Attributes:
        variables: names in capitals, in the order of the codes in a key of ``cells``.
        cells: values by codes; None where the value is suppressed.
        updated: ISO date; empty for CSV, which does not say it.
        table: the name of the table that the answer says it is from; empty for CSV.
    """

    variables: tuple[str, ...]
    cells: Mapping[tuple[str, ...], float | None]
    updated: str = ""
    table: str = ""

    def codes(self) -> dict[str, set[str]]:
        """The codes by variable.

        >>> codes = Cube(("OMRÅDE", "TID"), {("101", "2026"): 5.0, ("326", "2026"): None}).codes()
        >>> sorted(codes["OMRÅDE"]), codes["TID"]
        (['101', '326'], {'2026'})
        """
        return {name: {key[number] for key in self.cells} for number, name in enumerate(self.variables)}

    def check_complete(self) -> None:
        """Check that every combination of codes has a cell: a sum over an answer with holes would be too small, and nobody would see it.

        Raises:
            AnswerError: some have none.
        """
        codes = self.codes()
        wanted = prod(len(one) for one in codes.values())
        if not self.cells:
            raise AnswerError("the answer has headings and no figures")
        if wanted != len(self.cells):
            every = product(*(sorted(codes[name]) for name in self.variables))
            gone = islice((" ".join(key) for key in every if key not in self.cells), MOST_NAMED)
            missing = f"there is none for {', '.join(gone)}"
            raise AnswerError(f"{len(self.cells)} cells where {wanted} combinations of codes are named; {missing}")

    def check_answers(self, question: Mapping[str, Collection[str]], table: str) -> None:
        """Check that the answer is to the question: it has the same variables, and the same values of each.

        Args:
            question: the codes that were asked for, by variable.
            table: the name of the table, for the message.

        Raises:
            FiguresError: it has others.
        """
        found, wanted = self.codes(), {name.upper(): set(codes) for name, codes in question.items()}
        problems = [f"the variables are {', '.join(found)}, not {', '.join(wanted)}"] if found.keys() != wanted.keys() else []
        for name, codes in wanted.items():
            problems += describe_damaged(name, found.get(name, ()), codes)
            other = sorted(codes ^ found.get(name, codes))
            problems += [f"{name} is answered with other values than were asked for: {', '.join(other[:5])}"] if other else []
        if problems:
            raise FiguresError([f"{table}: {problem}; fetch it again, and look at the table if that does not help" for problem in problems])
