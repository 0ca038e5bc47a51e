"""The workbook's instructions to the analyst who fills it in: the sheet "Vejledning", and the comments at the headings."""

from collections.abc import Iterable
from typing import Any

from data.reading import Reason
from data.registry.indicator import Indicator
from data.registry.kind import PeriodKind
from data.registry.panel import Panel
from data.registry.registry import Registry
from data.spreadsheet.number import COUNTED
from data.spreadsheet.template_style import LINE_HEIGHT, TEXT_FONT, WORD_FONT, WRAPPED, fit_paper
from data.store.check import PERIOD_FORMATS

SHEET = "Vejledning"
WIDTHS = (58, 112)  # characters

REASON_WORDS = {
    str(Reason.IKKE_OFFENTLIGGJORT): "kilden har ikke offentliggjort tallet (det samme som en tom celle)",
    str(Reason.UNDERTRYKT): "tallet er skjult af hensyn til fortrolighed; kilden skriver ..",
    str(Reason.IKKE_ENTYDIG): "det kan ikke læses sikkert i kilden, hvad tallet er",
    str(Reason.IKKE_RELEVANT): "tallet findes ikke for kommunen",
}
EXPLANATION = (
    "Skriv ét tal i hver celle på fanen Tal. En række pr. kommune, en kolonne pr. tal.",
    "Ret perioden i række 3, så den passer til tallene i kolonnen. Den står ved hvert tal på kortet.",
    "En kolonne, der er helt tom, bliver ikke indlæst: de tal, som kortet har i forvejen, bliver stående.",
    "Er en kolonne udfyldt, erstatter den alle eksempeltal for det tal. Tomme celler vises som »Ikke offentliggjort«.",
    "Rækken Hele landet udfyldes kun, hvis kilden selv har offentliggjort tallet for landet.",
    "Udfyld fanen Kilde. Udgavens navn skal være nyt: en udgave bliver aldrig ændret.",
    "Når tallene er indlæst, står de øverst under deres emne på kortet. De offentlige tal bliver stående under dem.",
    "Afviger et tal mere fra det offentlige, end definitionerne forklarer, siger indlæsningen det og viser begge tal.",
    "På fanen Boligorganisationer står én række pr. organisation og kommune. Er den tom, bliver listen stående, som den er.",
    "Er fanen Boligorganisationer udfyldt, erstatter den hele listen: en organisation, der ikke står på den, forsvinder fra kortet.",
    "Prøv filen af med: python -m data import FIL --dry-run. Indlæs den med: python -m data import FIL",
)
CAUTION = (
    "En streg kan betyde både nul og intet tal. Skriv 0, eller lad cellen være tom.",
    "Procenter skrives som 16 eller 16 %, ikke som 0,16.",
    "Excel gør »3-372« til en dato. Skriv 3372.",
    "Flet ikke celler, og lad ikke en celle stå med en formel, der peger ud af arket.",
)


def write_guide(sheet: Any, indicators: Iterable[Indicator], registry: Registry) -> None:
    """Write the sheet: the reasons first, since the validation of the figures looks for them there; then rules, indicators, topics."""
    _write_table(sheet, [("Når tallet mangler, skriv", "hvis"), *REASON_WORDS.items()])
    _write_table(sheet, [("Sådan udfyldes arket", ""), *((sentence, "") for sentence in EXPLANATION)])
    _write_table(sheet, [("Pas på", ""), *((sentence, "") for sentence in CAUTION)])
    listed = list(indicators)
    rows = [(f"{name_with_base(one)} ({one.unit}, {_describe_period(one)})", describe_definition(one)) for one in listed]
    _write_table(sheet, [("Tal", "Definition"), *rows])
    topics = [(topic.title, _describe_topic(topic, registry)) for topic in registry.topics]
    _write_table(sheet, [("Emne på kortet", "Det tal, der svarer på emnet: det første, som kommunen har"), *topics])
    public = [(name_with_base(one), describe_definition(one)) for one in registry.indicators.values() if one not in listed]
    _write_table(sheet, [("Offentlige tal, som kortet selv henter", "Definition"), *public])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = WIDTHS
    sheet.protection.enable()
    fit_paper(sheet)


def name_with_base(indicator: Indicator) -> str:
    """The label, and what the figure speaks of: "Beboere i almene boliger, om almene boliger"."""
    return f"{indicator.label}, om {indicator.base}"


def _describe_topic(topic: Panel, registry: Registry) -> str:
    """The figures that may answer the topic, in order of preference."""
    names = [
        f"{registry.groups[key].whole or registry.groups[key].title} ({registry.in_group(key)[0].base})"
        if key in registry.groups
        else f"{registry[key].label} ({registry[key].base})"
        for key in topic.lead
    ]
    return "; ".join(f"{number}. {name}" for number, name in enumerate(names, 1))


def _write_table(sheet: Any, rows: list[tuple[str, str]]) -> None:
    """Write rows of a word and its meaning; a sentence without a second cell runs on over that."""
    start = sheet.max_row + 2 if sheet.max_row > 1 else 1
    for number, row in enumerate(rows, start):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, text or None)
            cell.font = WORD_FONT if number == start else TEXT_FONT
            if row[1]:
                cell.alignment = WRAPPED
        lines = max(len(text) // (width - 4) + 1 for text, width in zip(row, WIDTHS, strict=True)) if row[1] else 1
        sheet.row_dimensions[number].height = lines * LINE_HEIGHT


def describe_column(indicator: Indicator) -> str:
    """Label, unit, period and definition, for the comment at the heading of an indicator's column."""
    period = f"Periode: {_describe_period(indicator)}, f.eks. {PERIOD_FORMATS[indicator.period][1]}"
    return f"{indicator.label}\nEnhed: {indicator.unit}, {describe_range(indicator)}\n{period}\n\n{describe_definition(indicator)}"


def describe_definition(indicator: Indicator) -> str:
    """Definition, denominator if there is one, and note, in Danish."""
    of = "" if indicator.denominator.startswith("ingen") else f"Nævner: {indicator.denominator}."
    return " ".join(part for part in (indicator.definition, of, indicator.note) if part)


def describe_range(indicator: Indicator) -> str:
    """The range of plausible values in Danish.

    ::

        describe_range(registry["beboere"])  # 'hele tal fra 0 til 1.100.000'
    """
    kind = "hele tal" if indicator.unit in COUNTED else "tal"
    low, high = (f"{bound:,.10g}".translate(str.maketrans(",.", ".,")) for bound in (indicator.low, indicator.high))
    return f"{kind} fra {low} til {high}"


def _describe_period(indicator: Indicator) -> str:
    words = {PeriodKind.PRIMO: "1. januar i året", PeriodKind.YEAR: "året", PeriodKind.RANGE: "årene tilsammen"}
    return words.get(indicator.period, "perioden")
