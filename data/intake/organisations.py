"""What an import reports of a delivered list of housing organisations."""

from collections.abc import Iterator

from data.organisation.organisation import Organisation, OrganisationList
from data.organisation.text_field import organisation_key
from data.problem import shorten_list
from data.profile.figures import Figures

MOST_OVER = 0.15  # part by which the organisations' dwellings may exceed it: they are counted on another day, and may stand empty
NEWS = "Ny liste over boligorganisationer."  # what readers are told of the edition


def summarise_organisations(new: OrganisationList, old: OrganisationList | None, figures: Figures) -> Iterator[str]:
    """How many there are, and which are new or gone.

    ::

        boligorganisationer: 700 organisations in 98 of 98 kommuner; before 690
          new: Eksempel Boligforening Nord (Kalundborg)
    """
    kommuner = {one.kommune for one in new.organisations}
    before = "no list before" if old is None else f"before {len(old.organisations)}"
    yield f"boligorganisationer: {len(new.organisations)} organisations in {len(kommuner)} of {len(figures.kommuner)} kommuner; {before}"
    if old is not None:
        yield from _list_missing("new", new, old, figures)
        yield from _list_missing("gone", old, new, figures)


def _list_missing(word: str, these: OrganisationList, others: OrganisationList, figures: Figures) -> Iterator[str]:
    known = {_identify(one) for one in others.organisations}
    found = [f"{one.name} ({figures.places[one.kommune].name})" for one in these.organisations if _identify(one) not in known]
    if found:
        yield f"  {word}: {', '.join(shorten_list(found))}"


def _identify(one: Organisation) -> tuple[str, str]:
    return one.kommune, organisation_key(one.name)


def find_too_many_dwellings(new: OrganisationList, figures: Figures) -> Iterator[str]:
    """Sentences for the kommuner whose organisations have more dwellings together than there are almene dwellings in all.

    ::

        "Kalundborg: the organisations have 9,000 dwellings together, but almene_boliger is 4,004 (2026)"
    """
    indicator = figures.registry[figures.registry.roles.dwellings]
    for place in figures.kommuner:
        known = figures.reading(place.code, indicator)
        together = sum(one.dwellings or 0 for one in new.of_kommune(place.code))
        if known.value is not None and together > known.value * (1 + MOST_OVER):
            counted = f"{indicator.key} is {known.value:,.10g} ({known.period})"
            yield f"{place.name}: the organisations have {together:,} dwellings together, but {counted}"
