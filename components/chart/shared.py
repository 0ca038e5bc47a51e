"""What all places share of swarms and strips: the dots and lines of the kommuner. A page has them once, and its drawings point at them."""

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from markupsafe import Markup

from components.chart.distribution import Distribution, spread_indicator
from components.chart.strip_svg import draw_lines
from components.chart.swarm_svg import draw_dots
from data.profile.figures import Figures

_drawn: "WeakKeyDictionary[Figures, Markup]" = WeakKeyDictionary()  # as long as an edition is loaded


CODES = re.compile(r' data-koder="[^"]*"')


def draw_shared(figures: Figures, *, with_codes: bool = True) -> Markup:
    """An ``svg`` element without size, with the dots of the main indicator and the lines of every one that kommuner are compared on.

    ::

        draw_shared(figures)  # <svg … aria-hidden="true"><defs><g id="svaerm-almene_andel">…</g><g id="strimmel-almene_andel">…

    Args:
        figures: the edition.
        with_codes: say which dot is whose, for pages whose pointer lights it (assets/map/hit.js).
    """
    if figures not in _drawn:
        content = "".join(_draw(spread, figures) for spread in _list_distributions(figures))
        svg = f'<svg class="faelles-tegninger" width="0" height="0" aria-hidden="true" focusable="false"><defs>{content}</defs></svg>'
        _drawn[figures] = Markup(svg)  # noqa: S704 # ours
    return _drawn[figures] if with_codes else Markup(CODES.sub("", _drawn[figures]))  # noqa: S704 # ours


def _draw(spread: Distribution, figures: Figures) -> str:
    strip = f'<g id="strimmel-{spread.name}">{draw_lines(spread)}</g>'
    is_main = spread.indicator.key == figures.registry.roles.main
    return f'<g id="svaerm-{spread.name}">{draw_dots(spread)}</g>{strip}' if is_main else strip


def _list_distributions(figures: Figures) -> Iterator[Distribution]:
    for indicator in figures.registry.ranked():
        kinds = (False, True) if figures.with_examples and figures.count_examples(indicator) else (False,)
        for with_examples in kinds:
            if spread := spread_indicator(indicator, figures, with_examples=with_examples):
                yield spread
