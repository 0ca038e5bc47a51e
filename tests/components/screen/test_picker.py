from components.screen.picker import list_indicators, list_places


def test_all_kommuner_can_be_picked_in_danish_order(figures):
    options = list_places(figures, "kommune")
    assert len(options) == 98
    assert options[0]["navn"] == "Albertslund"
    assert options[-1] == {
        "navn": "Aarhus",
        "soeg": "kommune århus arhus",
        "gruppe": "",
        "kode": "0751",
    }


def test_a_region_or_the_country_can_be_the_second_place(figures):
    groups = {option["kode"]: option["gruppe"] for option in list_places(figures, "sammenlign")}
    assert len(groups) == 105
    assert groups["0000"] == groups["1085"] == "Regioner og landet"


def test_indicators_stand_under_their_panels_and_say_how_much_they_cover(official):
    options = list_indicators(official)
    groups = list(dict.fromkeys(option["gruppe"] for option in options))
    panels = {official.registry.panel_of(one).title: None for one in official.registry.indicators.values() if one in official.mappable}
    assert groups == [*panels, "Ikke på kortet"]
    names = {option["kode"]: option["navn"] for option in options}
    assert names["husleje_privat"] == "Husleje i private lejeboliger (95 af 98 kommuner)"
    assert names["almene_andel"] == "Almene boligers andel af alle boliger"


def test_what_is_not_on_the_map_is_listed_below_with_why_and_leads_nowhere(official):
    offered = [option for option in list_indicators(official) if option["kode"]]
    listed = [option for option in list_indicators(official) if not option["kode"]]
    assert {option["kode"] for option in offered} == {one.key for one in official.mappable}
    names = [option["navn"] for option in listed]
    assert "Fraflytning i almene familieboliger: kun 1 af 98 kommuner har tallet" in names
    assert "Nye boliger i året (alle bygherrer): antal, som mest viser, hvor stor kommunen er" in names
    assert "Påbegyndte boliger (alle bygherrer): foreløbige tal" in names
    assert "Familietyper: tallene er ikke med endnu" in names
    assert any("familieboliger" in option["soeg"] for option in listed)  # found by the name of a part too
