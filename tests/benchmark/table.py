"""What was measured as Markdown tables: the browser's, the server's, and what must hold."""

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite

from tests.benchmark.browser_side import measures as pages
from tests.benchmark.limit import Limit
from tests.benchmark.measure import Measure, Medians, ratio
from tests.benchmark.server_side import measures as server

NOTHING = "–"


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column to the left, all others to the right.

    >>> print(write_table(["", "frame"], [["click to panel", "60 ms"]]))
    |  | frame |
    |---|---:|
    | click to panel | 60 ms |
    """
    rule = f"|---|{'---:|' * (len(head) - 1)}"
    return "\n".join([_write_row(head), rule, *map(_write_row, rows)])


def _write_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_short(value: float) -> str:
    """A number with three figures, or all that stand before its point.

    >>> write_short(25_412.3), write_short(0.4372)
    ('25,412', '0.437')
    """
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def write_value(medians: Medians, subject: str, measure: Measure) -> str:
    """A figure with its unit, or a dash where it was not measured."""
    found = medians.get(subject, {}).get(measure)
    return NOTHING if found is None else measure.write(found)


def write_browser_table(medians: Medians) -> str:
    """A row for each measure: the peers, our pages, and what part of either peer's the dashboard's and the frame's figures are."""
    subjects = (pages.TUTORIAL, pages.LEAFLET, *pages.OURS)
    peers = (pages.TUTORIAL, pages.LEAFLET)
    rows = [
        [
            measure.name,
            *(write_value(medians, subject, measure) for subject in subjects),
            *(_write_ratios(medians, measure, peer) for peer in peers),
        ]
        for measure in pages.TOLD
    ]
    return write_table(["", *subjects, *(f"of {peer} ({', '.join(pages.USED)})" for peer in peers)], rows)


def _write_ratios(medians: Medians, measure: Measure, peer: str) -> str:
    found = [ratio(medians, measure, page, peer) for page in pages.USED]
    return ", ".join(write_short(each) if each is not None and isfinite(each) else NOTHING for each in found)


def write_server_table(medians: Medians) -> str:
    """A row for each address: answers a second, p95, and the rate as a multiple of the health check's, by connections."""
    names = (*server.KEPT, server.HEALTH, server.PDF, server.PIECES, *map(server.name_old, server.PAGES))
    rows = [[name, *(_write_cell(medians, name, connections) for connections in server.CONNECTIONS)] for name in names]
    return write_table(["answers a second", *(f"{connections} connections" for connections in server.CONNECTIONS)], rows)


def _write_cell(medians: Medians, name: str, connections: int) -> str:
    """A rate with what belongs to it: "25,400, p95 0.4 ms, 4.6 of health"."""
    found = medians.get(name, {})
    rate = found.get(server.rate(connections))
    if rate is None:
        return NOTHING
    times = found.get(server.p95(connections))
    health = ratio(medians, server.rate(connections), name, server.HEALTH)
    told = found.get(server.refused(connections))
    parts = [
        write_short(rate) if rate else "none in the time",
        f"p95 {write_short(times)} ms" if times is not None and isfinite(times) else "",
        f"{write_short(health)} of health" if health is not None and name != server.HEALTH else "",
        f"{told:.0f} % told to come back" if told else "",
    ]
    return ", ".join(filter(None, parts))


def write_server_lines(medians: Medians) -> str:
    """Start and memory, and how many PDFs were made beside the pieces."""
    figures = [(server.SERVER, server.STARTED), (server.SERVER, server.MEMORY_AT_START), (server.SERVER, server.MEMORY_AFTER)]
    figures.append((server.PIECES, server.MADE))
    lines = [f"{measure.name}: {write_value(medians, subject, measure)}" for subject, measure in figures]
    return "\n".join(f"- {line}" for line in lines)


def write_limits(limits: Sequence[Limit], medians: Medians) -> str:
    """A row for each limit, with whether it holds."""
    return write_table(["must hold", "found", "limit", ""], list(_list_limits(limits, medians)))


def _list_limits(limits: Sequence[Limit], medians: Medians) -> Iterator[list[str]]:
    for limit in limits:
        word = "holds" if limit.holds(medians) else "missed"
        yield [f"{limit.subject}, {limit.measure.name}", limit.write_found(medians), limit.describe(), word]
