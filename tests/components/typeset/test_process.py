import os
import struct

import pytest

from components.typeset.process import LOW, TypstProcess

SQUARE = (
    '#set page(width: 30pt, height: 20pt, margin: 0pt)\n#set text(font: "Source Sans 3", size: 9pt)\n#json(bytes(sys.inputs.words)).said'
)


@pytest.fixture
def typeset(tmp_path):
    def typeset(template, output, said="ø"):
        path = tmp_path / "square.typ"
        path.write_text(template, encoding="utf-8")
        with TypstProcess(path, output) as process:
            return [process.typeset("the square", {"words": {"said": each}}) for each in said]

    return typeset


def test_a_png_has_two_pixels_to_the_point(typeset):
    (png,) = typeset(SQUARE, "png")
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (60, 40)


def test_one_process_makes_one_after_another(typeset):
    first, second, third = typeset(SQUARE, "png", "øæø")
    assert first == third != second


def test_it_works_when_nobody_else_does(tmp_path):
    path = tmp_path / "square.typ"
    path.write_text(SQUARE, encoding="utf-8")
    with TypstProcess(path, "png") as process:
        process.typeset("the square", {"words": {"said": "ø"}})
        own, its = (os.getpriority(os.PRIO_PROCESS, number) for number in (0, process._process.pid))
    assert its == min(own + LOW, 19)


def test_a_pdf_keeps_the_rules_for_accessible_ones(typeset, capfd):
    assert typeset(f'#set document(title: "Square")\n{SQUARE}', "pdf")[0].startswith(b"%PDF")
    with pytest.raises(RuntimeError):
        typeset(SQUARE, "pdf")
    assert "missing document title" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (SQUARE.replace("Source Sans 3", "Comic Sans"), "Typst warned of ['unknown font family: comic sans']"),
        (f"{SQUARE}\n#pagebreak()", "Typst made 2 pages, not one"),
        (f'{SQUARE}\n#assert(false, message: "too wide")', "too wide"),
    ],
)
def test_what_is_not_as_it_should_be_is_an_error(typeset, capfd, template, said):
    with pytest.raises(RuntimeError, match="the pages of the square could not be set; Typst's own words stand above"):
        typeset(template, "png")
    assert said in capfd.readouterr().err


def test_without_its_fonts_nothing_is_set(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"SourceSans3_400Regular.ttf, .* missing in .*: nothing can be typeset; run 'make assets'"):
        TypstProcess(tmp_path / "square.typ", "png", folder=tmp_path)
