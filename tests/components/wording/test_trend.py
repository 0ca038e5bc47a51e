import pytest

from components.wording.summary import summarise
from components.wording.trend import describe_change, describe_jumps, write_trend_note
from data.registry.registry import Registry

MAIN = Registry.load().main
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((15.0, 15.49), "Andelen er næsten uændret siden 2016."),
        ((15.0, 14.51), "Andelen er næsten uændret siden 2016."),
        ((15.0, 15.0), "Andelen er næsten uændret siden 2016."),
        ((15.0, 15.5), f"Siden 2016 er andelen steget 0,5{NBSP}procentpoint."),
        ((15.66, 15.16), f"Siden 2016 er andelen faldet 0,5{NBSP}procentpoint."),
        ((15.0, 17.0), ""),
        ((15.0, 17.0, 16.9), "Andelen er næsten uændret siden 2017."),
        ((15.0, 17.0, 16.2), f"Siden 2017 er andelen faldet 0,8{NBSP}procentpoint."),
        ((15.0,), ""),
    ],
)
def test_a_change_in_a_sentence(values, said):
    assert describe_change([(2016 + number, value) for number, value in enumerate(values)], MAIN) == said


def test_no_summary_tells_a_change_across_a_jump(official):
    def tell(code):
        profile = official.profile(code)
        return summarise(profile, profile[MAIN.key], profile[official.registry.roles.rent])

    assert "andelen er næsten uændret siden 2016." in tell("0326")
    assert "andelen er næsten uændret siden 2024." in tell("0265")
    assert f"siden 2020 er andelen steget 0,9{NBSP}procentpoint." in tell("0201")
    assert "andelen" not in tell("0169").lower()  # Høje-Taastrup's last year is one of a jump


def test_jumps_of_one_place_stand_in_one_sentence(official):
    def tell(code):
        return describe_jumps(official.places[code].name, official.profile(code)[MAIN.key].series, MAIN)

    assert tell("0265") == f"Roskilde: fra 21,8 til 19,9{NBSP}pct. mellem 2023 og 2024; springet er ikke forklaret i kilden."
    assert tell("0151") == (
        f"Ballerup: fra 56,4 til 54,8{NBSP}pct. mellem 2016 og 2017, fra 54,4 til 56,9{NBSP}pct. mellem 2019 og 2020 "
        f"og fra 52,6 til 50,4{NBSP}pct. mellem 2024 og 2025; springene er ikke forklaret i kilden."
    )
    assert tell("0326") == ""


def test_the_note_of_a_trend_names_every_place_that_jumps(official):
    def note(*codes):
        return write_trend_note([(official.places[code].name, official.profile(code)[MAIN.key].series) for code in codes], MAIN)

    assert note("0326", "0101") == MAIN.gap_note
    both = note("0265", "0201")
    assert both.startswith(f"{MAIN.gap_note} Roskilde: fra ")
    assert both.count("springet er ikke forklaret i kilden.") == 2
    assert both.index("Roskilde") < both.index("Allerød")
