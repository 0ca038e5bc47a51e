from components.screen.picker import list_indicators, list_places


def test_all_kommuner_can_be_picked_in_danish_order(figures):
    options = list_places(figures, "kommune")
    assert len(options) == 98
    assert options[0]["navn"] == "Albertslund"
    assert options[-1] == {
        "navn": "Aarhus",
        "soeg": figures.places["0751"].search_words,
        "gruppe": "",
        "adresse": "?kommune=0751",
        "kode": "0751",
    }


def test_a_region_or_the_country_can_be_the_second_place(figures):
    groups = {option["kode"]: option["gruppe"] for option in list_places(figures, "sammenlign")}
    assert len(groups) == 104
    assert groups["0000"] == groups["1085"] == "Regioner og landet"


def test_indicators_stand_under_their_panels_and_say_how_much_they_cover(official):
    options = list_indicators(official)
    groups = list(dict.fromkeys(option["gruppe"] for option in options))
    assert groups == [panel.title for panel in official.registry.panels.values()]
    names = {option["kode"]: option["navn"] for option in options}
    assert names["husleje_privat"] == "Husleje i private lejeboliger (95 af 98 kommuner)"
    assert names["almene_andel"] == "Almene boligers andel af alle boliger"
