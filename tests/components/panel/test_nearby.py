from components.panel.further.nearby import list_neighbours
from data.place import COUNTRY


def names(code, figures, drawing):
    return [place.name for place in list_neighbours(code, figures, drawing)]


def test_neighbours_stand_in_danish_order(figures, drawing):
    assert names("0326", figures, drawing) == ["Holbæk", "Odsherred", "Slagelse", "Sorø"]
    assert names("0550", figures, drawing) == ["Esbjerg", "Haderslev", "Aabenraa"]


def test_an_island_a_region_and_the_country_have_none(figures, drawing):
    assert [names(code, figures, drawing) for code in ("0825", "1085", COUNTRY)] == [[], [], []]
