"""Typesetting in a process of its own, so that the serving process keeps its memory: sheets in, PDFs out.

Each line of its input is JSON: a date, and the parts that the template reads. It writes the length of the PDF in eight bytes and then
the PDF. It ends with its input. It imports nothing of ours: what it needs is given as arguments.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import typst

LENGTH = 8  # bytes


def main(template: str, fonts: str) -> None:
    """Set every sheet that comes in.

    Args:
        template: the Typst file.
        fonts: the folder with the only fonts that are used.
    """
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[Path(fonts)])
    compiler = typst.Compiler(template, font_paths=known)
    for line in sys.stdin.buffer:
        pdf = _set(compiler, line)
        sys.stdout.buffer.write(len(pdf).to_bytes(LENGTH) + pdf)
        sys.stdout.buffer.flush()


def _set(compiler: typst.Compiler, line: bytes) -> bytes:
    asked = json.loads(line)
    made = datetime.fromisoformat(asked["date"]).replace(tzinfo=UTC) if asked["date"] else None
    parts = {name: json.dumps(part, ensure_ascii=False) for name, part in asked["parts"].items()}
    pdf, warnings = compiler.compile_with_warnings(format="pdf", sys_inputs=parts, pdf_standards="ua-1", timestamp=made)
    if warnings or not isinstance(pdf, bytes):  # a font that is not there is only warned of, and leaves its words out
        raise RuntimeError(f"Typst warned of {[warning.message for warning in warnings]}")
    return pdf


if __name__ == "__main__":
    main(*sys.argv[1:])
