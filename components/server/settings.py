"""What differs between installations, and how the environment says it."""

import logging
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, DirectoryPath, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from components.address.site import Site
from components.server.headers import DEFAULT_HOSTS
from data.store.edition import FOLDER

PREFIX = "DANMARKSKORT_"
# A source of the directive frame-ancestors: https://www.w3.org/TR/CSP3/#directive-frame-ancestors
FRAME_ANCESTOR = re.compile(r"'self'|'none'|\*|https?:|(https?://)?(\*\.)?[\w-]+(\.[\w-]+)*(:(\d+|\*))?(/[^\s;,]*)?", re.ASCII)
# Whole addresses and e-mail addresses as they may stand in a link and in a header: printable ASCII, an IDN in its xn-- form.
WEB_ADDRESS = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#][!#-;=?-~]*)?", re.ASCII | re.IGNORECASE)
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)
# What Kubernetes sets for a service that is called danmarkskort, by its documentation on services and their discovery by environment.
OF_A_PLATFORM = re.compile(r"\w*_?(SERVICE_(HOST|PORT)\w*|PORT(_\d+_(TCP|UDP)\w*)?)")
EXPECTED = {  # by field of Environment: what to write instead
    "eksempeltal": "1 for example figures, 0 or nothing for real figures only",
    "tal": "the path of a folder of editions that is there",
    "adresse": "the whole public address, such as https://kort.bl.dk/, or a path such as /danmarkskort/",
    "rammer": "hosts with spaces between them, such as 'self' https://bl.dk https://*.bl.dk",
    "hsts": "1 where the public address has https for good, 0 or nothing elsewhere",
    "log": "json for lines of JSON on standard error, or nothing for plain ones",
    "maalinger": "1 for numbers at /metrics, which a proxy must keep from the public, 0 or nothing for none",
    "was": "the whole address of the accessibility statement, such as https://www.was.digst.dk/kort-bl-dk",
    "kontakt": "an e-mail address such as navn@bl.dk, or the whole address of a page such as https://bl.dk/kontakt",
    "port": "a port from 1 to 65535, such as 8050",
}


log = logging.getLogger(__name__)


class SettingsError(ValueError):
    """A variable of the environment is wrong; the message names each, what it is, and what to write instead."""


def _check_site(text: str) -> str:
    Site.parse(text)
    return text


def _check_hosts(text: str) -> str:
    hosts = text.split()
    is_list = hosts and all(FRAME_ANCESTOR.fullmatch(host) for host in hosts)
    if not is_list or ("'none'" in hosts and len(hosts) > 1):  # beside others browsers pass it over
        raise ValueError("is no list of hosts")
    return " ".join(hosts)


def _check_web_address(text: str) -> str:
    if text and not WEB_ADDRESS.fullmatch(text):
        raise ValueError("is no whole address")
    return text


def _check_contact(text: str) -> str:
    return text if MAIL_ADDRESS.fullmatch(text) else _check_web_address(text)


class Environment(BaseSettings):
    """The variables that are read, each with the type that it must have. An empty one is as if it were not set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True)

    eksempeltal: bool = False
    tal: DirectoryPath = FOLDER
    adresse: Annotated[str, AfterValidator(_check_site)] = ""
    rammer: Annotated[str, AfterValidator(_check_hosts)] = DEFAULT_HOSTS
    hsts: bool = False
    log: Literal["", "json"] = ""
    maalinger: bool = False
    was: Annotated[str, AfterValidator(_check_web_address)] = ""
    kontakt: Annotated[str, AfterValidator(_check_contact)] = ""
    port: int = Field(default=8050, ge=1, le=65535, validation_alias="PORT")

    @classmethod
    def read(cls) -> Self:
        """The environment of this process.

        Raises:
            SettingsError: a variable has a value that it can't have.
        """
        try:
            return cls()
        except ValidationError as error:
            raise SettingsError("\n".join(_explain(str(problem["loc"][0]), problem["input"]) for problem in error.errors())) from error


def find_unknown(names: Iterable[str]) -> list[str]:
    """Variables that are called as ours are, and that nothing reads: most likely a slip of the pen.

    >>> find_unknown(["DANMARKSKORT_ADRESE", "DANMARKSKORT_ADRESSE", "DANMARKSKORT_SERVICE_HOST", "PATH"])
    ['DANMARKSKORT_ADRESE']
    """
    ours = (name.removeprefix(PREFIX) for name in sorted(names) if name.startswith(PREFIX))
    return [f"{PREFIX}{name}" for name in ours if name.lower() not in Environment.model_fields and not OF_A_PLATFORM.fullmatch(name)]


def _explain(name: str, came: object) -> str:
    field_name = name.lower()
    variable = name if field_name == "port" else f"{PREFIX}{name.upper()}"
    return f"{variable} is {str(came)!r}; write {EXPECTED[field_name]}"


@dataclass(frozen=True)
class Settings:
    """What differs between installations.

    Attributes:
        with_examples: show example figures where BL's own are not loaded. Off wherever the public could meet them.
        examples_in_files: have them in API and files as well.
        figures: the folder of editions.
        site: where the pages lie, and where their publisher can be reached; a server that is not told goes by what it is asked for.
        hosts: whose pages may show the embed in a frame (frame-ancestors).
        only_newest: leave older editions out.
        last_good: where the newest edition is not sound, show the one before it and say so.
        is_warm: make what most will ask for before anybody does.
        logs_json: write logs as lines of JSON, one for each answer too.
        with_metrics: have numbers for Prometheus at /metrics.
        with_hsts: have browsers ask for https alone (Strict-Transport-Security).
        pairs: which comparisons there are, as the export's option has them; empty for every one.
    """

    with_examples: bool = False
    examples_in_files: bool = False
    figures: Path = FOLDER
    site: Site = field(default_factory=Site)
    hosts: str = DEFAULT_HOSTS
    only_newest: bool = False
    with_hsts: bool = False
    last_good: bool = False
    is_warm: bool = False
    logs_json: bool = False
    with_metrics: bool = False
    pairs: str = ""

    @classmethod
    def from_environment(cls) -> Self:
        """Settings of the production server.

        DANMARKSKORT_EKSEMPELTAL=1 switches example figures on, everywhere; DANMARKSKORT_TAL names the folder of editions,
        DANMARKSKORT_ADRESSE the public address, DANMARKSKORT_RAMMER the hosts whose pages may frame the embed; DANMARKSKORT_HSTS=1 has
        browsers ask for https alone; DANMARKSKORT_LOG=json writes logs as JSON, DANMARKSKORT_MAALINGER=1 has numbers at /metrics;
        DANMARKSKORT_WAS is where the accessibility statement is, DANMARKSKORT_KONTAKT whom readers turn to.

        Raises:
            SettingsError: a variable has a value that it can't have.
        """
        said = Environment.read()
        for name in find_unknown(os.environ):
            known = ", ".join(f"{PREFIX}{field_name.upper()}" for field_name in Environment.model_fields if field_name != "port")
            log.warning("%s is not read, since there is no such setting; write one of %s", name, known)
        return cls(
            with_examples=said.eksempeltal,
            examples_in_files=said.eksempeltal,
            figures=said.tal,
            site=replace(Site.parse(said.adresse), statement=said.was, contact=said.kontakt),
            hosts=said.rammer,
            with_hsts=said.hsts,
            logs_json=said.log == "json",
            with_metrics=said.maalinger,
        )
