"""The bill of materials: what a release is made of, in CycloneDX's JSON, for programs that look for known holes.

It has every locked package that the map needs to run or to be set up, with its licence and what needs it, and the npm packages whose files
the page loads. It is made from the locks: a lock has many files' digests for a package, one for each system, so those stand there.
"""

import base64
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from packageurl import PackageURL

from components.release.licence import check_licences
from components.release.part import NPM, ROOT, Part, list_parts
from components.server.version import read_version

NAME, LICENCE = "danmarkskortet", "MIT"
CONDITION = "danmarkskortet:condition"  # the name of a property of ours: on which systems a package is needed
SHA512 = "sha512-"


class SbomError(ValueError):
    """What was made is no valid bill of materials; the message says where."""


def write_sbom(made: datetime, root: Path = ROOT) -> str:
    """The bill of materials of a copy of the project.

    Args:
        made: when, with a time zone; nothing else but the locks and the version makes a difference.
        root: where the copy lies.

    Raises:
        LicenceError: a licence is not known or not permitted.
        SbomError: it does not keep to the schema of CycloneDX 1.6.
    """
    version = read_version(root)
    own = Component(
        name=NAME, version=version, type=ComponentType.APPLICATION, bom_ref=NAME, licenses=[LicenseFactory().make_with_id(LICENCE)]
    )
    found = {part: _describe(part, licence) for part, licence in check_licences(list_parts(root)).items()}
    number = uuid5(NAMESPACE_URL, f"{NAME} {version} {sorted(str(component.purl) for component in found.values())}")
    bom = Bom(serial_number=number, metadata=BomMetaData(component=own, timestamp=made), components=found.values())
    for part in found:
        bom.register_dependency(found[part], [found[other] for other in found if part.name in other.parents])
    bom.register_dependency(own, [component for part, component in found.items() if part.kind == NPM or NAME in part.parents])
    text = JsonV1Dot6(bom).output_as_string(indent=2) + "\n"
    check_sbom(text)
    return text


def check_sbom(text: str) -> None:
    """Check a bill of materials against the schema of CycloneDX 1.6.

    Raises:
        SbomError: it does not keep to it.
    """
    from cyclonedx.validation.json import JsonStrictValidator  # takes two seconds to load: only who checks needs it

    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise SbomError(f"the bill of materials does not keep to CycloneDX 1.6: {wrong}")


def _describe(part: Part, licence: str) -> Component:
    group, _, name = part.name.rpartition("/")
    purl = PackageURL(type=part.kind, namespace=group or None, name=name, version=part.version)
    return Component(
        name=name,
        group=group or None,
        version=part.version,
        bom_ref=str(purl),
        purl=purl,
        scope=ComponentScope.REQUIRED if part.runs else ComponentScope.EXCLUDED,
        licenses=[LicenseFactory().make_from_string(licence)],
        hashes=_read_integrity(part.integrity),
        properties=[Property(name=CONDITION, value=part.condition)] if part.condition else [],
    )


def _read_integrity(text: str) -> list[HashType]:
    """A digest as npm writes it, in base64, as CycloneDX has it, in hexadecimal digits."""
    if not text:
        return []
    if not text.startswith(SHA512):
        raise SbomError(f"{text[:20]!r} is no digest that is known here; npm's lock has had SHA-512 ({SHA512}…)")
    return [HashType(alg=HashAlgorithm.SHA_512, content=base64.b64decode(text.removeprefix(SHA512)).hex())]
