"""The headings of the list of organisations: what each column may be called, and by which headings a sheet is that list."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from data.spreadsheet.heading import list_bare, tidy

SHEET = "Boligorganisationer"  # as the template names it


class Field(StrEnum):
    """What a column has; its value is the heading that the template gives it."""

    CODE = "Kommunekode"
    KOMMUNE = "Kommune"
    NAME = "Boligorganisation"
    WEBSITE = "Hjemmeside"
    PHONE = "Telefon"
    EMAIL = "E-mail"
    CONTACT = "Kontakt (funktion)"
    DWELLINGS = "Boliger i kommunen"
    MEMBER = "Medlem af BL"


BARE_NAME = "navn"  # of the kommune or of the organisation: the other headings decide
WORDS: Mapping[Field, Collection[str]] = {
    Field.CODE: {"kommunekode", "kommune_kode", "kommune kode", "kode", "kommunenr", "kommunenr.", "kommune nr.", "kommunenummer"},
    Field.KOMMUNE: {"kommune", "kommunenavn", "kommunens navn"},
    Field.NAME: {
        "boligorganisation", "boligorganisationer", "boligorganisationens navn", "boligorganisationsnavn", "navn på boligorganisation",
        "organisation", "organisationens navn", "organisationsnavn", "boligselskab", "boligselskabets navn",
    },
    Field.WEBSITE: {"hjemmeside", "hjemmesider", "hjemmesideadresse", "website", "web", "webadresse", "www", "netadresse"},
    Field.PHONE: {"telefon", "telefonnummer", "telefonnr", "telefonnr.", "tlf", "tlf.", "tlf.nr.", "tlf. nr."},
    Field.EMAIL: {"e-mail", "email", "mail", "e-mailadresse", "e-mail-adresse", "mailadresse", "e-post"},
    Field.CONTACT: {"kontakt (funktion)", "kontakt", "funktion", "kontaktfunktion", "kontaktpersonens funktion"},
    Field.DWELLINGS: {"boliger i kommunen", "boliger", "antal boliger", "antal boliger i kommunen", "almene boliger i kommunen"},
    Field.MEMBER: {"medlem af bl", "medlem_af_bl", "medlem", "bl-medlem", "er medlem af bl"},
}  # fmt: skip
REACH = (Field.WEBSITE, Field.PHONE, Field.EMAIL)


def find_field(heading: str) -> Field | None:
    """The field that a heading names; brackets and a year may stand beside it.

    >>> find_field(" Boligorganisationens  navn"), find_field("Telefon (hovednummer)"), find_field("Bemærkning")
    (<Field.NAME: 'Boligorganisation'>, <Field.PHONE: 'Telefon'>, None)
    """
    return next((field for word in list_bare(heading) for field, words in WORDS.items() if word in words), None)


def find_fields(headings: Collection[str]) -> list[Field | None]:
    """The field of each heading of a row. "Navn" is the organisation's if nothing else is, and its website, telephone or mail stand there.

    >>> [field and field.name for field in find_fields(["Kommunekode", "Navn", "Telefon"])]
    ['CODE', 'NAME', 'PHONE']
    >>> [field and field.name for field in find_fields(["Kode", "Navn", "Organisation"])]
    ['CODE', 'KOMMUNE', 'NAME']
    >>> [field and field.name for field in find_fields(["Kode", "Navn", "Beboere"])]
    ['CODE', None, None]
    """
    found = [find_field(heading) for heading in headings]
    if Field.NAME in found:
        bare = None if Field.KOMMUNE in found else Field.KOMMUNE
    else:
        bare = Field.NAME if any(field in found for field in REACH) else None
    return [bare if tidy(heading) == BARE_NAME else field for heading, field in zip(headings, found, strict=True)]


def is_organisation_row(headings: Collection[str]) -> bool:
    """Whether a row has the headings of the list: an organisation's, and a kommune's.

    >>> is_organisation_row(["Kommune", "Organisation"]), is_organisation_row(["Kommunekode", "Kommune", "Beboere"])
    (True, False)
    """
    fields = find_fields(headings)
    return Field.NAME in fields and (Field.CODE in fields or Field.KOMMUNE in fields)
