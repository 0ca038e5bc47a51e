"""What came of it: every answer is checked, and what is wrong is written down."""

import gzip
import hashlib
from collections import Counter
from dataclasses import dataclass, field

import brotli

from tests.soak.walk import Step

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
KINDS = {
    "json": "application/json",
    "js": "javascript",
    "css": "text/css",
    "svg": "image/svg",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
}
PAGE = "text/html"
MOST_NAMED = 20


@dataclass(frozen=True)
class Answer:
    """An answer: status, headers by their names in small letters, and body as it was sent."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Ledger:
    """Answers by status, milliseconds of the pieces, and sentences about what was wrong."""

    answers: Counter[int] = field(default_factory=Counter)
    pieces: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    _contents: dict[str, str] = field(default_factory=dict)
    _sent: set[tuple[str, str]] = field(default_factory=set)

    def note(self, step: Step, answer: Answer, milliseconds: float, known: str) -> None:
        """Check an answer.

        Args:
            step: what was asked for.
            answer: what came.
            milliseconds: from the request to the last byte.
            known: the ETag that was sent along, or nothing.
        """
        self.answers[answer.status] += 1
        if said := self._find_wrong(step, answer, known):
            self.complain(f"{step.path}: {said}")
        elif step.is_piece:
            self.pieces.append(milliseconds)

    def complain(self, sentence: str) -> None:
        """Write down what was wrong."""
        self.wrong.append(sentence)
        if len(self.wrong) <= MOST_NAMED:
            print(f"wrong: {sentence}", flush=True)

    def p(self, share: float) -> float:
        """Milliseconds that this share of the pieces took at most."""
        return sorted(self.pieces)[int(len(self.pieces) * share)] if self.pieces else float("inf")

    def _find_wrong(self, step: Step, answer: Answer, known: str) -> str:
        if answer.status == 503 and step.is_heavy:
            return "" if answer.headers.get("retry-after", "").isdigit() else "503 without Retry-After"
        if known and answer.status == 304:
            return "a 304 with a body" if answer.body else ""
        if answer.status != step.status:
            return f"{answer.status} instead of {step.status}"
        if step.status != 200:
            return ""
        kind = KINDS.get(step.path.partition("?")[0].rpartition(".")[2], "geo+json" if "geojson" in step.path else PAGE)
        if kind not in answer.headers.get("content-type", ""):
            return f"{answer.headers.get('content-type')!r} instead of {kind}"
        return self._compare(step.path, answer)

    def _compare(self, path: str, answer: Answer) -> str:
        """An address has one content, in whatever coding it comes; what has been seen as it was sent need not be unpacked again."""
        coding = answer.headers.get("content-encoding", "")
        sent = hashlib.sha256(answer.body).hexdigest()
        if (path, sent) in self._sent:
            return ""
        content = hashlib.sha256(UNPACK[coding](answer.body)).hexdigest()
        if self._contents.setdefault(path, content) != content:
            return f"another content in {coding or 'no coding'}"
        self._sent.add((path, sent))
        return ""
