"""What the map of an indicator says, in classes and words: plotly's layer, the SVG, the pictures and the list are made from it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from components.map.classes import Classes, make_classes
from components.theme import RAMP
from components.wording.formats import format_period, format_rank, format_reading, name_figure
from components.wording.picture import describe_missing, describe_unit
from components.wording.source import cite_borders, describe_dates, lead_to_source, name_source, warn_of_examples
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.registry.indicator import Indicator
from data.registry.source import Source
from geodata.borders import Borders


@dataclass(frozen=True)
class LegendRow:
    """A row of the legend: "13,4-20,9" in its colour, or the missing figures, which are hatched and have no ``colour``."""

    colour: str | None
    text: str


@dataclass(frozen=True)
class SourceLine:
    """The sentences below the map, in reading order, parted where the page has a link.

    Attributes:
        warning: how many figures are examples; empty where none is.
        scope: unit and period: "Pct. af alle boliger, beboede og ubeboede, 1. januar 2026. ".
        lead: "Kilde: ".
        source: the figures' source, whose name is linked on the page.
        after: its dates, and the borders' licence: ", hentet i september 2026. Kort: …, 2014.".
    """

    warning: str
    scope: str
    lead: str
    source: Source
    after: str

    @property
    def before(self) -> str:
        """The sentence up to the source's name."""
        return f"{self.scope}{self.lead}"

    @property
    def source_name(self) -> str:
        """Publisher and table: "Danmarks Statistik, BOL101"."""
        return name_source(self.source)

    @property
    def text(self) -> str:
        """Everything but the warning."""
        return f"{self.scope}{self.credit}"

    @property
    def credit(self) -> str:
        """Only where figures and borders come from."""
        return f"{self.lead}{self.source_name}{self.after}"


@dataclass(frozen=True)
class MapModel:
    """The map of an indicator.

    Attributes:
        indicator: what is shown.
        entries: its figure in each kommune, by code in Danish order of name.
        names: of the kommuner, by code in the same order.
        classes: of the figures' values.
    """

    indicator: Indicator
    entries: Mapping[str, Entry]
    names: Mapping[str, str]
    classes: Classes

    @property
    def period(self) -> str:
        """The period as the tables write it: "2026"."""
        return next(iter(self.entries.values())).reading.period

    @property
    def title(self) -> str:
        """Indicator and period: "Almene boligers andel af alle boliger, 1. januar 2026"."""
        return f"{name_figure(self.indicator)}, {self._period_in_words}"

    @property
    def _period_in_words(self) -> str:
        return format_period(self.indicator.period, self.period)

    def class_of(self, code: str) -> int:
        """The class of a kommune, as ``Classes.class_of``."""
        return self.classes.class_of(self.entries[code].reading.value)

    def hover_card(self, code: str) -> list[str]:
        """The lines that are shown when a kommune is pointed at: name, value, what it speaks of where that is not almene boliger, rank.

        ``["Kalundborg", "17,7 pct.", "alle boliger", "31.-laveste af 98"]``
        """
        return write_hover_card(self.names[code], self.entries[code])

    @property
    def subtitle(self) -> str:
        """Unit and period: "Pct. af alle boliger, beboede og ubeboede, 1. januar 2026"."""
        return f"{describe_unit(self.indicator)}, {self._period_in_words}"

    def count_classes(self) -> list[int]:
        """How many kommuner each class has, the lowest first."""
        found = Counter(self.class_of(code) for code in self.entries)
        return [found[number] for number in range(len(self.classes.limits) + 1)] if any(number >= 0 for number in found) else []

    def place_needle(self, value: float) -> float:
        """Where a value stands on the legend, whose fields are equally long, in per cent of its length.

        A value is in the field of its class, as far from its ends as from the class's limits; the outer ends are the lowest and the
        highest value of a kommune.
        """
        known = [entry.reading.value for entry in self.entries.values() if entry.reading.value is not None]
        ends = [min(known), *self.classes.limits, max(known)]
        number = self.classes.class_of(value)
        low, high = ends[number], ends[number + 1]
        within = min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5
        return 100 * (number + within) / (len(ends) - 1)

    def legend(self) -> list[LegendRow]:
        """A row per class; last, if figures are missing, how many and why."""
        missing = [entry.reading for entry in self.entries.values() if entry.reading.value is None]
        labels = self.classes.labels() if len(missing) < len(self.entries) else []
        rows = [LegendRow(colour, label) for colour, label in zip(RAMP, labels, strict=False)]
        if missing:
            rows.append(LegendRow(None, describe_missing(missing, len(self.entries))))
        return rows

    def source_line(self, source: Source, borders: Borders) -> SourceLine:
        """Unit, period, where the figures come from and when they were read, and whose the borders are."""
        examples = sum(entry.reading.is_example for entry in self.entries.values())
        return SourceLine(
            warning=warn_of_examples(examples, len(self.entries)),
            scope=f"{self.subtitle}. ",
            lead=lead_to_source(examples),
            source=source,
            after=f"{describe_dates(source)}. {cite_borders(borders)}",
        )


def write_hover_card(name: str, entry: Entry) -> list[str]:
    """Name, value, what it speaks of where that is not almene boliger, and rank; see ``MapModel.hover_card``."""
    base = [entry.indicator.tag] if entry.indicator.tag else []
    rank = [format_rank(entry.rank)] if entry.rank else []
    return [name, format_reading(entry.reading, entry.indicator), *base, *rank]


def build_map_model(indicator: Indicator, figures: Figures) -> MapModel:
    """The map of an indicator, with all figures of an edition."""
    entries = {place.code: figures.profile(place.code)[indicator.key] for place in figures.kommuner}
    classes = make_classes(indicator, [entry.reading.value for entry in entries.values() if entry.reading.value is not None])
    return MapModel(indicator, entries, {place.code: place.name for place in figures.kommuner}, classes)
