"""What the panel says, figure by figure, as the printed sheet must say it."""

import re

from components.markup.render import to_html
from components.wording.formats import capitalise
from data.registry.kind import GroupKind
from data.registry.registry import Registry
from tests.components.print.pdf_reading import squeeze

REGISTRY = Registry.load()
BARS = [group for group in REGISTRY.groups.values() if group.kind is not GroupKind.KEY_FIGURES]
OF_BARS = [words for group in BARS for words in (capitalise(group.whole), *(one.label for one in REGISTRY.in_group(group.key)))]


def visible(markup):
    """The text of HTML, without what is folded away."""
    return squeeze(re.sub("<[^>]+>", "", re.sub(r'<details class="kilde">.*?</details>', "", markup)).replace("&amp;", "&"))


def in_brackets(markup):
    """HTML with each base as the sheet has it, in brackets, and without drawings: the sheet has its own."""
    return re.sub(r"<svg.*?</svg>", "", re.sub(r'<span class="grundlag">(.*?)</span>', r"(\1)", markup))


def said_on_screen(piece):
    """Every figure as the panel says it: name, value, unit, standing; name and number of each bar; captions; what is missing."""
    markup = in_brackets(to_html(piece.panel))
    yield visible(re.search(r'<p class="resume">(.*?)</p>', markup)[1])
    for figure in re.findall(r'<div class="noegletal[^"]*">(.*?)</div>', markup):
        if not any(f"<dt>{label}</dt>" in figure for label in OF_BARS):  # an answer that the sheet has at its bars alone
            yield visible(figure)
    for name, number in re.findall(r'<span class="navn">(.*?)</span>.*?<span class="antal">(.*?)</span></summary>', markup):
        yield visible(name + number)
    for caption in re.findall(r'<p class="panel-note">(.*?)</p>', markup):
        yield visible(caption)
    for gap in re.findall(r"<p>(.*?)</p>", markup.split("panel--mangler")[-1]):
        yield visible(gap)
