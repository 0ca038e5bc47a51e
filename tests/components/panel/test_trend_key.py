import re

import pytest

from components.markup.render import to_html
from components.panel.trend_key import build_trend_key
from data.place import COUNTRY


@pytest.fixture
def read_note(official):
    main = official.registry.main

    def read(*codes):
        key = build_trend_key([official.profile(code) for code in codes], official.profile(COUNTRY), main, official.source(main))
        return re.findall('<p class="panel-note">(.*?)</p>', to_html(key))

    return read


def test_jumps_of_the_shown_places_stand_below_the_trend(read_note, official):
    gap = official.registry.main.gap_note
    assert read_note("0326") == [gap]
    (alone,) = read_note("0265")
    assert alone.startswith(f"{gap} Roskilde: fra 21,8 til 19,9\u00a0pct. mellem 2023 og 2024; ")
    (pair,) = read_note("0326", "0201")
    assert "Kalundborg: " not in pair
    assert "Allerød: fra 14,7 til 17,0\u00a0pct. mellem 2019 og 2020; " in pair


def test_the_country_has_the_gap_only(read_note, official):
    assert read_note(COUNTRY) == [official.registry.main.gap_note]
