"""Workbooks in the shapes that Landsbyggefonden's basistabeller may have, and the figures that stand in them."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from data.__main__ import main
from data.place_table import load_places
from data.spreadsheet.landsbyggefonden.basistabeller import Request, read_basistabeller
from data.spreadsheet.landsbyggefonden.choice import Names
from data.spreadsheet.sheet import read_grids
from tests.data.statbank.fetching import KOMMUNER, REGISTRY
from tests.days import TODAY

PLACES = load_places(TODAY)
KINDS = {"familie": "Familieboliger", "aeldre": "Ældreboliger", "ungdom": "Ungdomsboliger"}
MEASURES = {"husleje": "Husleje {year}", "lejemål": "Antal lejemål", "areal": "Gns. areal m²"}
BASE = {"husleje": 700, "lejemål": 40, "areal": 50}
BLOCKS = {one.key: (one.block.dwelling, one.block.measure) for one in REGISTRY.indicators.values() if one.block}
COUNTRY = {"husleje": 960, "lejemål": 9800, "areal": 75.5}


def figure(kind, measure, number, year=2026):
    """The figure of the kommune with a number: all that can be mixed up differ."""
    return BASE[measure] + number + 100 * list(KINDS).index(kind) * (measure != "areal") + 13 * (2026 - year)


def name_of(place, number):
    """A kommune's name as publishers write it: plain, with "Kommune", or in an older spelling."""
    return [place.name, place.full_name, place.name.replace("Aa", "Å").replace("aa", "å")][number % 3]


def fill(sheet, row, column, headings, figures, *, codes=False, first=0):
    """Write headings in ``row`` and the kommuner and the country below, from ``column`` on; the row after them is returned."""
    offset = 2 if codes else 1
    for position, text in enumerate(["Kode", "Kommune"][0 if codes else 1 :] + headings):
        if text is not None:
            sheet.cell(row, column + position, text)
    order = [*range(first, len(KOMMUNER)), *range(first)]
    for line, number in enumerate(order, row + 1):
        place = KOMMUNER[number]
        if codes:
            sheet.cell(line, column, int(place.code))
        sheet.cell(line, column + offset - 1, name_of(place, number))
        for position, (kind, measure, year) in enumerate(figures):
            sheet.cell(line, column + offset + position, figure(kind, measure, number, year) if measure else 0.02)
    last = row + 1 + len(order)
    sheet.cell(last, column + offset - 1, "I alt")
    for position, (_, measure, _) in enumerate(figures):
        if measure:
            sheet.cell(last, column + offset + position, COUNTRY[measure])
    return last + 1


def list_headings(year=2026):
    return [text.format(year=year) for text in MEASURES.values()]


def list_figures(kind, year=2026):
    return [(kind, measure, year) for measure in MEASURES]


def start():
    book = Workbook()
    book.remove(book.active)
    return book


def one_sheet_per_kind(*, codes=False):
    book = start()
    for kind, title in KINDS.items():
        sheet = book.create_sheet(title)
        sheet["A1"] = f"{title} efter kommune, kr. pr. m² pr. år"
        after = fill(sheet, 3, 1, list_headings(), list_figures(kind), codes=codes)
        sheet.cell(after + 1, 1, "Kilde: Huslejeregisteret. Husleje er uden vand og varme")
    return book


def below_each_other(*, codes=False):
    """One sheet, each block with its title and headings; regions between the kommuner, notes and empty rows."""
    book = start()
    sheet = book.create_sheet("Ark1")
    sheet["A1"] = "Basistabeller til huslejestatistikken pr. 1. januar 2026"
    row = 3
    for number, (kind, title) in enumerate(KINDS.items()):
        sheet.cell(row, 1, title)
        headings = ["Husleje, kr. pr. m² pr. år", "Antal boliger", "Gennemsnitligt areal"]
        row = fill(sheet, row + 1, 1, headings, list_figures(kind), codes=codes, first=17 * number)
        sheet.cell(row, 2 if codes else 1, "Region Sjælland")
        sheet.cell(row, 4, 812)
        sheet.cell(row + 1, 1, "* Ældreboliger er uden plejeboliger, se noten om husleje")
        row += 4
    return book


def side_by_side(*, codes=False):
    """One column of names, and a merged heading over the columns of each kind; all kinds together stand first."""
    book = start()
    sheet = book.create_sheet("Tabel 3")
    sheet["A1"] = "Tabel 3. Gennemsnitlig årlig husleje pr. m² efter kommune"
    sheet.merge_cells("A1:M1")
    offset = 3 if codes else 2
    for number, title in enumerate(["Alle boliger", *KINDS.values()]):
        first = offset + 3 * number
        sheet.cell(3, first, title)
        sheet.merge_cells(f"{get_column_letter(first)}3:{get_column_letter(first + 2)}3")
    figures = [one for kind in ["familie", *KINDS] for one in list_figures(kind)]
    fill(sheet, 4, 1, list_headings() * 4, figures, codes=codes)
    return book


def side_by_side_unmerged(*, codes=False):
    """As Landsbyggefonden's table 7 is described: the spanning heading in the first of its columns, changes beside the rents."""
    book = start()
    sheet = book.create_sheet("Tabel 7")
    sheet["A1"] = "Tabel 7. Gennemsnitlig årlig husleje pr. m², efter kommune"
    offset = 3 if codes else 2
    for number, title in enumerate(["Alle boliger", *KINDS.values()]):
        sheet.cell(2, offset + 4 * number, title)
    figures = [one for kind in ["familie", *KINDS] for one in [(kind, "lejemål", 2026), (kind, "husleje", 2026), (kind, "areal", 2026)]]
    spread = [one for start in range(0, 12, 3) for one in [*figures[start : start + 3], ("", "", 0)]]
    fill(sheet, 3, 1, ["Antal", "Husleje 2026", "Størrelse, m2", "Ændring 2025-2026, pct."] * 4, spread, codes=codes)
    return book


def own_names_side_by_side(*, codes=False):
    """Three blocks beside each other, each with its own column of names, in its own order."""
    book = start()
    sheet = book.create_sheet("Kommuner")
    sheet["A1"] = "Huslejestatistik 2026"
    for number, (kind, title) in enumerate(KINDS.items()):
        column = 1 + 7 * number
        sheet.cell(2, column, title)
        fill(sheet, 3, column, list_headings(), list_figures(kind), codes=codes, first=5 * number)
    return book


def headings_in_two_rows(*, codes=False):
    """The measure above and its unit below; the name's heading is merged over both rows."""
    book = start()
    for kind, title in KINDS.items():
        sheet = book.create_sheet(kind)
        sheet["A1"] = title.upper()
        sheet["A2"] = "1. januar 2026"
        offset = 3 if codes else 2
        for number, text in enumerate(["Husleje", "Lejemål", "Areal"]):
            sheet.cell(4, offset + number, text)
        fill(sheet, 5, 1, ["kr. pr. m² pr. år", "antal", "m²"], list_figures(kind), codes=codes)
        name = get_column_letter(offset - 1)
        sheet[f"{name}4"], sheet[f"{name}5"] = "Kommune", None
        sheet.merge_cells(f"{name}4:{name}5")
    return book


def several_years(*, codes=False):
    """The measures over the kinds would be another way; here each block has the rents of two years, the older one last."""
    book = start()
    sheet = book.create_sheet("Ark1")
    row = 1
    for kind, title in KINDS.items():
        headings = ["Husleje 2026", "Husleje 2025", "Lejemål 2026", "Areal 2026", "Husleje 2026 pr. md.", "Husleje 2026, kr. pr. bolig"]
        figures = [(kind, "husleje", 2026), (kind, "husleje", 2025), (kind, "lejemål", 2026), (kind, "areal", 2026)]
        sheet.cell(row, 1, f"{title} pr. kommune")
        row = 2 + fill(sheet, row + 1, 1, headings, [*figures, (kind, "areal", 2026), (kind, "husleje", 2026)], codes=codes)
    return book


def kinds_in_headings(*, codes=False):
    """No spans at all: every column says itself what it has."""
    book = start()
    sheet = book.create_sheet("Kommuner")
    headings = [f"{measure.format(year=2026)}, {title.lower()}" for title in KINDS.values() for measure in MEASURES.values()]
    fill(sheet, 1, 1, headings, [one for kind in KINDS for one in list_figures(kind)], codes=codes)
    return book


def measures_over_kinds(*, codes=False):
    """A merged heading for each measure, and the kinds below it."""
    book = start()
    sheet = book.create_sheet("Kommuner")
    offset = 3 if codes else 2
    for number, text in enumerate(list_headings()):
        first = offset + 4 * number
        sheet.cell(1, first, text)
        sheet.merge_cells(f"{get_column_letter(first)}1:{get_column_letter(first + 3)}1")
    figures = [(kind, measure, 2026) for measure in MEASURES for kind in [*KINDS, "familie"]]
    fill(sheet, 2, 1, [*KINDS.values(), "I alt"] * 3, figures, codes=codes)
    return book


def years_below_measures(*, codes=False):
    """The years as numbers below merged measures, the country first, the regions between the kommuner, the codes after the names."""
    book = start()
    for kind, title in KINDS.items():
        sheet = book.create_sheet(f"Tabel {title}")
        sheet.append([f"Lejemål i {title.lower()} og deres husleje pr. 1. januar"])
        sheet.append(["Kommunenavn", *(["Nr."] if codes else []), "Antal lejemål", None, "Gns. husleje pr. m²", None, "Gns. areal, kvm"])
        sheet.append([None, *([None] if codes else []), 2025, 2026, 2025, 2026, 2026])
        sheet.append([])
        measures = [("lejemål", 2025), ("lejemål", 2026), ("husleje", 2025), ("husleje", 2026), ("areal", 2026)]
        sheet.append(["Hele landet", *([None] if codes else []), *(COUNTRY[measure] for measure, _ in measures)])
        for number, place in enumerate(KOMMUNER):
            if number % 20 == 0:
                sheet.append([f"Region {number}", *([None] if codes else []), 1, 2, 3, 4, 5])
            figures = [figure(kind, measure, number, year) for measure, year in measures]
            sheet.append([name_of(place, number), *([place.code] if codes else []), *figures])
        first = 3 if codes else 2
        for column in (first, first + 2):
            sheet.merge_cells(f"{get_column_letter(column)}2:{get_column_letter(column + 1)}2")
    return book


LAYOUTS = [
    one_sheet_per_kind, below_each_other, side_by_side, side_by_side_unmerged, own_names_side_by_side, headings_in_two_rows,
    several_years, kinds_in_headings, measures_over_kinds, years_below_measures,
]  # fmt: skip


def save(book, folder, change=lambda book: None):
    change(book)
    book.save(folder / "basistabeller.xlsx")
    return folder / "basistabeller.xlsx"


def read(root, path, *more):
    return main(["--figures", str(root), "fetch", "--edition", "ny", "--file", str(path), *more])


def read_tables(path, period=None, **names):
    wanted = [one for one in REGISTRY.indicators.values() if one.block]
    required = {one.key for one in wanted if one.block.measure == "husleje"}
    return read_basistabeller(path.name, read_grids(path), Request(wanted, required, period, Names(**names)), REGISTRY, PLACES)


def set_cell(sheet, address, value):
    def work(book):
        book[sheet][address] = value

    return work
