import shutil
import struct

import pytest

from components.svg.png import FONT_FILES, VENDOR, missing_fonts, render

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#123456"/></svg>'


def test_a_png_is_twice_as_sharp_as_its_svg():
    png = render(SQUARE, 30)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (60, 40)


def test_no_picture_is_made_with_other_fonts(tmp_path):
    shutil.copy(VENDOR / FONT_FILES[0], tmp_path)
    assert missing_fonts() == []
    assert missing_fonts(tmp_path) == [FONT_FILES[1]]
    with pytest.raises(FileNotFoundError, match=r"SourceSans3_600SemiBold\.ttf missing in .*: no picture can be made; run 'make assets'"):
        render(SQUARE, 30, tmp_path)
