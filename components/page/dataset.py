"""A kommune's figures described as a dataset in the words of schema.org, for search engines for data."""

from typing import Any

from components.address.edition import edition_query
from components.address.open_data import API, FILE_FORMATS, FileFormat
from components.address.place import place_address
from components.address.site import Site
from components.wording import texts
from components.wording.formats import name_figure
from data.place import Place
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile


def describe_dataset(profile: KommuneProfile, figures: Figures, site: Site) -> dict[str, Any]:
    """A ``Dataset`` (https://schema.org/Dataset): name, edition, what is measured, sources, licences and files.

    Example figures are neither counted nor among what is measured: machines would quote them.

    Args:
        profile: the kommune.
        figures: its edition.
        site: where the files lie.
    """
    place = profile.place
    shown = [entry for entry in profile.entries.values() if entry.reading.value is not None and not entry.reading.is_example]
    sources = {entry.reading.source: figures.registry.sources[entry.reading.source] for entry in shown}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"Almene boliger i {place.full_name}",
        "description": f"{len(shown)} tal om {place.full_name}, hvert med kilde, periode og definition. {texts.DESCRIPTION}",
        "url": site.whole(place_address(place) + edition_query(figures)),
        "inLanguage": "da",
        "isAccessibleForFree": True,
        "version": figures.edition.name if figures.edition else "",
        "dateModified": figures.edition.date if figures.edition else "",
        "spatialCoverage": {"@type": "AdministrativeArea", "name": place.full_name, "identifier": place.code},
        "variableMeasured": [_describe_figure(entry) for entry in shown],
        "creator": [{"@type": "Organization", "name": name} for name in dict.fromkeys(source.publisher for source in sources.values())],
        "isBasedOn": [source.link for source in sources.values()],
        "license": list(dict.fromkeys(source.licence for source in sources.values())),
        "distribution": [_describe_file(each, place, figures, site) for each in FILE_FORMATS],
    }


def _describe_figure(entry: Entry) -> dict[str, Any]:
    name, unit = name_figure(entry.indicator), str(entry.indicator.unit)
    return {"@type": "PropertyValue", "name": name, "unitText": unit, "value": entry.reading.value}


def _describe_file(form: FileFormat, place: Place, figures: Figures, site: Site) -> dict[str, Any]:
    address = site.whole(f"{API}/kommuner/{place.code}.{form.ending}{edition_query(figures)}")
    return {"@type": "DataDownload", "name": form.link, "encodingFormat": form.mimetype, "contentUrl": address}
