import tomllib

import pytest

from data.registry.registry import HERE, Registry, RegistryError

REGISTRY = Registry.load()
# facts.md: every figure of the printed kommuneark; and the public figures of shared/data
KOMMUNEARK = [
    "beboere", "almene_andel", "fraflytning", "huslejeomsaetning", "boliger_ungdom", "boliger_familie", "boliger_aeldre",
    "igangsat_ungdom", "igangsat_familie", "igangsat_aeldre", "familietype_enlig_uden_boern", "familietype_enlig_med_boern",
    "familietype_par_uden_boern", "familietype_par_med_boern", "familietype_andre", "renovering", "lokal_omsaetning",
]  # fmt: skip
PUBLIC = [
    "husleje_almen", "husleje_privat", "folketal", "husstande", "enlige_husstande", "lejeboliger", "etageboliger",
    "boligstoerrelse", "fuldfoerte_boliger", "paabegyndte_boliger", "paabegyndte_almene", "personer_almene",
]  # fmt: skip


def test_every_indicator_of_the_kommuneark_and_the_public_statistics_is_there():
    assert {*KOMMUNEARK, *PUBLIC} <= set(REGISTRY.indicators)


@pytest.mark.parametrize("indicator", REGISTRY.indicators.values(), ids=lambda one: one.key)
def test_an_entry_has_what_pages_show_of_it(indicator):
    assert indicator.label
    assert indicator.short
    assert indicator.definition.endswith(".")
    assert indicator.denominator
    assert indicator.method
    assert indicator.low < indicator.high
    assert all(REGISTRY.sources[source].link.startswith("https://") for source in indicator.sources)
    assert indicator.weights or indicator.rule != "weighted"


def write(folder, change):
    text = (HERE / "indikatorer.toml").read_text(encoding="utf-8")
    path = folder / "indikatorer.toml"
    path.write_text(change(text), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('unit = "pct."', 'unit = "procent"', "unit is 'procent'; write one of pct., pr. 1.000 indbyggere, personer"),
        ('panel = "hovedtal"', 'panel = "hoved"', "hoved does not exist; correct the name or add the entry"),
        ('sources = ["dst_bol101", "bl_kommuneark"]', 'sources = ["dst_bol9"]', "dst_bol9 does not exist"),
        ('{ EJER = ["20"], BEBO', '{ EJER = "20", BEBO', "EJER of select is '20'; write a list of codes, each in quotes"),
        ('{ EJER = ["20"], BEBO', '{ EJER = ["99"], BEBO', "EJER 99 of select is not in of; a part must be in what it is a part of"),
        ('table = "BOL101"', 'table = "BOL102"', "fetch is from BOL102, but the first source is dst_bol101; name the same table"),
        ('uncounted = { UDLFORH = ["IB"', 'uncounted = { UDLFORH = ["LEJ"', "UDLFORH LEJ of select is not in of"),
        ('join = "year"', 'join = "four"', "fuldfoerte_almene: join is four, which does not give periods of the kind year"),
        ('join = "year"', 'join = "yearly"', "join is 'yearly'; write one of each, year, four, newest, five, ten"),
        ('fetch = { table = "FAM55N", select = {} }', "", "husstande: dst_fam55n is a StatBank table, but there is no 'fetch'; add one"),
        (
            'example = { base = "dwellings", low',
            'example = { base = "dwelings", low',
            "example: base is 'dwelings'; write one of one, hundred, dwell",
        ),
        (
            'block = { dwelling = "familie"',
            'block = { dwelling = "famile"',
            "block: dwelling is 'famile'; write one of familie, aeldre, ungdom",
        ),
        ('measure = "areal"', 'measure = "aeral"', "block: measure is 'aeral'; write one of husleje, lejemål, areal"),
        ("low = 0\n", "lowest = 0\n", "unexpected keyword argument 'lowest'"),
    ],
)
def test_a_wrong_entry_is_named_with_its_remedy(tmp_path, old, new, said):
    path = write(tmp_path, lambda text: text.replace(old, new, 1))
    with pytest.raises(RegistryError, match=said.replace(".", r"\.")):
        Registry.load(path)


def test_an_indicator_added_to_the_file_is_in_the_registry(tmp_path):
    entry = tomllib.loads((HERE / "indikatorer.toml").read_text(encoding="utf-8"))["indicator"][0]
    more = (HERE / "indikatorer.toml").read_text(encoding="utf-8").split("\n[[indicator]]")[1].split("\n[[")[0]
    registry = Registry.load(write(tmp_path, lambda text: f"{text}\n[[indicator]]{more.replace(entry['key'], 'ny_andel', 1)}"))
    assert "ny_andel" in [one.key for one in registry.ranked()]


def test_an_indicator_has_the_fields_that_its_group_shares_and_its_own():
    etage, whole = REGISTRY["bygning_etage"], REGISTRY.groups["bygningstype"]
    assert etage.unit == whole.shared["unit"]
    assert etage.fetch is not None
    assert etage.fetch.select == {"EJER": ("20",), "BEBO": ("1000", "2000"), "ANVENDELSE": ("140",)}


def test_every_topic_is_answered_by_bl_first_then_by_public_figures_that_all_kommuner_have(official):
    assert [topic.title for topic in REGISTRY.topics] == ["Boligtyper", "Familier", "Byggeri", "Husleje og lokal økonomi"]
    for topic in REGISTRY.topics:
        leads = [REGISTRY.in_group(key)[0] if key in REGISTRY.groups else REGISTRY[key] for key in topic.lead]
        assert leads[0].sources == ("bl_kommuneark",)
        assert official.coverage(leads[-1]) == 98
        assert all(REGISTRY.panel_of(lead) == topic for lead in leads)
        assert not any(lead.provisional_quarters for lead in leads)
