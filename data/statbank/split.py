"""Ask a question that the service finds too large in two halves, and join their answers.

The service counts before it answers, and may count more cells than are asked for: 299,880 were counted as 1,499,400. So a question is
not made smaller in advance, but when it is refused.
"""

from collections.abc import Callable

from data.problem import FiguresError
from data.statbank.client import TooLargeError
from data.statbank.cube import Cube
from data.statbank.question import Question


def ask_in_parts(ask: Callable[[Question], Cube], question: Question) -> Cube:
    """The answer to a question; of one that is too large, the answers to its halves, or to theirs.

    Args:
        ask: gives the answer to a question, which is to just that question.
        question: the codes by variable.

    Raises:
        TooLargeError: a single cell is too much.
        FiguresError: there is no answer, or the halves are answered with other variables each.
    """
    try:
        return ask(question)
    except TooLargeError:
        if all(len(codes) < 2 for codes in question.values()):
            raise
    halves = [ask_in_parts(ask, half) for half in halve(question)]
    return join(*halves)


def halve(question: Question) -> tuple[Question, Question]:
    """Two questions that are one together: the variable with most values is cut in the middle.

    >>> halve({"OMRÅDE": ["000", "101", "326"], "Tid": ["2026"]})
    ({'OMRÅDE': ['000'], 'Tid': ['2026']}, {'OMRÅDE': ['101', '326'], 'Tid': ['2026']})
    """
    largest = max(question, key=lambda name: len(question[name]))
    codes = question[largest]
    middle = len(codes) // 2
    return question | {largest: codes[:middle]}, question | {largest: codes[middle:]}


def join(first: Cube, second: Cube) -> Cube:
    """The cells of both.

    >>> one, two = (Cube(("OMRÅDE", "TID"), {(area, "2026"): 5.0}) for area in ("101", "326"))
    >>> sorted(join(one, two).cells)
    [('101', '2026'), ('326', '2026')]

    Raises:
        FiguresError: they have other variables each, or in another order.
    """
    if first.variables != second.variables:
        variables = " and ".join(", ".join(one.variables) for one in (first, second))
        raise FiguresError([f"{first.table}: two halves of an answer have the variables {variables}; fetch it again"])
    return Cube(first.variables, {**first.cells, **second.cells}, max(first.updated, second.updated), first.table)
