"""Typesetting in a process of its own, so that the serving process keeps its memory: JSON in, PDFs or PNGs out.

Each line of its input is JSON: "pdf" or "png", a date, and the parts that the template reads. It writes the length of what it made in
eight bytes and then what it made. It ends with its input. It imports nothing of ours: what it needs is given as arguments.
"""

import json
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import typst

LENGTH = 8  # bytes
PPI = 144  # two pixels of a PNG to the point


def main(template: str, fonts: str, niceness: str) -> None:
    """Set everything that comes in.

    Args:
        template: the Typst file.
        fonts: the folder with the only fonts that are used.
        niceness: by how much others come first, a whole number from 0 to 19.
    """
    os.nice(int(niceness))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to every process of a terminal: the server tells when to end
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # nobody is there to read it any more: the worker was killed
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[Path(fonts)])
    compiler = typst.Compiler(template, font_paths=known)
    for line in sys.stdin.buffer:
        made = _set(compiler, line)
        sys.stdout.buffer.write(len(made).to_bytes(LENGTH) + made)
        sys.stdout.buffer.flush()


def _set(compiler: typst.Compiler, line: bytes) -> bytes:
    asked = json.loads(line)
    day = datetime.fromisoformat(asked["date"]).replace(tzinfo=UTC) if asked["date"] else None
    parts = {name: json.dumps(part, ensure_ascii=False) for name, part in asked["parts"].items()}
    made, warnings = compiler.compile_with_warnings(format=asked["format"], ppi=PPI, sys_inputs=parts, pdf_standards="ua-1", timestamp=day)
    if warnings:  # a font that is not there is only warned of, and leaves its words out
        raise RuntimeError(f"Typst warned of {[warning.message for warning in warnings]}")
    if not isinstance(made, bytes):  # a PNG has one page
        raise TypeError(f"Typst made {len(made or [])} pages, not one")
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
