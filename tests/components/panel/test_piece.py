"""The names that the scripts read in a piece's JSON."""

from components.panel.comparison import build_comparison
from components.panel.layer import build_map_layer
from components.panel.panel import build_panel
from components.panel.piece import with_json_names

PLACE = ["titel", "oplaest", "hoved", "panel", "udvikling", "tegnet", "streger", "forslag", "udgave"]
LAYER = ["titel", "undertitel", "klasser", "kort", "naale", "signatur", "beskrivelse", "kilde", "filer", "tabel"]


def test_a_place_s_json_has_the_names_that_the_scripts_read(official):
    for piece in (build_panel("0326", official), build_comparison("0326", "0101", official)):
        named = with_json_names(piece)
        assert list(named) == PLACE
        assert named["titel"] == piece.heading
        assert named["udgave"] == piece.edition_notice


def test_a_layer_s_json_has_the_names_that_the_scripts_read(official, borders):
    layer = build_map_layer(official.registry.main, official, borders)
    named = with_json_names(layer)
    assert list(named) == LAYER
    assert named["kort"] is layer.hover_cards
