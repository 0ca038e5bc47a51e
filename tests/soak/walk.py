"""What readers ask for, one after the other: a front page, pieces, another indicator, a kommune's page, a frame; now and then junk."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

PIECES = ("/panel/", "/kort/", "/sammenligning/")
JUNK = {  # by address: the status
    "/findes-ikke": 404,
    "/panel/9999.json": 404,
    "/sammenligning/0326.json": 404,
    "/kommune/%00": 400,
    "/api/v1/noegletal.json?hvad=x": 400,
    "/assets/../app.py": 404,
    "/?kommune=%3Cscript%3E&x=1": 200,
    "/indlejr?farve=%22%3E": 200,
}
JUNK_SHARE, KNOWN_SHARE = 0.01, 0.3  # of all requests; of those whose answer the reader has
CODINGS = ("gzip, br", "gzip, br", "gzip, br", "gzip", "")


@dataclass(frozen=True)
class Step:
    """A request: its address, the status that it must have, and whether it is made before it is sent (PDFs)."""

    path: str
    status: int = 200
    is_heavy: bool = False

    @property
    def is_piece(self) -> bool:
        """Whether it is what a pick fetches."""
        return self.path.startswith(PIECES)


@dataclass(frozen=True)
class Site:
    """What there is to ask for: kommuner's pages by code, indicators, and the files that pages name."""

    pages: dict[str, str]
    indicators: list[str]
    files: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, sitemap: str, front: str, frame: str) -> "Site":
        """From the pages themselves.

        Raises:
            ValueError: they name no kommuner or no indicators.
        """
        pages = dict(re.findall(r"/kommune/(\d{4})(-[\w%-]+)", sitemap))
        indicators = sorted(set(re.findall(r"/kommuner/(\w+)<", sitemap)))
        if len(pages) != 98 or not indicators:
            raise ValueError(f"the sitemap has {len(pages)} kommuner and {len(indicators)} indicators; expected 98 and some")
        named = set(re.findall(r'(?:src|href)="(/(?:assets|_dash-component-suites|geodata)/[^"]+)"', front + frame))
        return cls({code: f"/kommune/{code}{name}" for code, name in pages.items()}, indicators, sorted(named))

    def list_all(self) -> list[Step]:
        """Every address of a walk once, but for comparisons, of which there are 4,753."""
        addresses = ["/", "/indlejr", "/kommuner", "/kilder-og-metode", *self.files, *self.pages.values()]
        addresses += [f"/panel/{code}.json" for code in self.pages] + [f"/kort/{key}.json" for key in self.indicators]
        return [Step(address) for address in addresses]

    def walk(self, rng: random.Random) -> Iterator[Step]:
        """A reader who never tires."""
        while True:
            for step in self._visit(rng):
                yield Step(*rng.choice(list(JUNK.items()))) if rng.random() < JUNK_SHARE else step

    def _visit(self, rng: random.Random) -> Iterator[Step]:
        one, other = rng.sample(sorted(self.pages), 2)
        yield Step(rng.choice(["/", "/", "/kommuner", "/indlejr", f"/indlejr?kommune={one}", self.pages[one]]))
        yield from (Step(path) for path in rng.sample(self.files, 3))
        for code in (one, other):
            yield Step(f"/panel/{code}.json")
        yield Step(f"/sammenligning/{one}-{other}.json")
        yield from (Step(f"/kort/{key}.json") for key in rng.sample(self.indicators, 2))
        yield Step(rng.choice([self.pages[other], "/kilder-og-metode", "/kommuner"]))

    def print_sheets(self, rng: random.Random) -> Iterator[Step]:
        """A reader who prints one kommune after the other."""
        while True:
            yield Step(f"/kommuneark/{rng.choice(sorted(self.pages))}.pdf", is_heavy=True)
