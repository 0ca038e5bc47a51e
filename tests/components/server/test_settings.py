import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from components.address.site import Site
from components.server.headers import DEFAULT_HOSTS
from components.server.settings import EXPECTED, Environment, Settings, SettingsError
from data.store.edition import FOLDER

ROOT = Path(__file__).parents[3]


@pytest.fixture
def environment(monkeypatch):
    """Set variables, where no other of ours is set."""
    for name in ("EKSEMPELTAL", "TAL", "ADRESSE", "RAMMER", "WAS", "KONTAKT"):
        monkeypatch.delenv(f"DANMARKSKORT_{name}", raising=False)
    monkeypatch.delenv("PORT", raising=False)
    return lambda **variables: [monkeypatch.setenv(name, value) for name, value in variables.items()]


def test_nothing_set_is_the_public_map_with_real_figures_only(environment):
    assert Settings.from_environment() == Settings(
        with_examples=False, examples_in_files=False, figures=FOLDER, site=Site(), hosts=DEFAULT_HOSTS
    )
    assert Environment.read().port == 8050


def test_an_empty_variable_is_as_if_it_were_not_set(environment):
    environment(
        DANMARKSKORT_EKSEMPELTAL="",
        DANMARKSKORT_ADRESSE="",
        DANMARKSKORT_RAMMER="",
        DANMARKSKORT_TAL="",
        PORT="",
        DANMARKSKORT_WAS="",
        DANMARKSKORT_KONTAKT="",
    )
    assert Settings.from_environment() == Settings()


def test_every_variable_goes_to_its_setting(environment, tmp_path):
    environment(
        DANMARKSKORT_EKSEMPELTAL="1",
        DANMARKSKORT_TAL=str(tmp_path),
        DANMARKSKORT_ADRESSE="https://kort.bl.dk/almene/",
        DANMARKSKORT_RAMMER="'self'  https://*.bl.dk https://boligen.example:8443",
        DANMARKSKORT_WAS="https://www.was.digst.dk/kort-bl-dk",
        DANMARKSKORT_KONTAKT="hjaelp.til-kort@kort.example.dk",
        PORT="8060",
    )
    hosts = "'self' https://*.bl.dk https://boligen.example:8443"
    site = Site("/almene", "https://kort.bl.dk", statement="https://www.was.digst.dk/kort-bl-dk", contact="hjaelp.til-kort@kort.example.dk")
    assert Settings.from_environment() == Settings(with_examples=True, examples_in_files=True, figures=tmp_path, site=site, hosts=hosts)
    assert Environment.read().port == 8060


@pytest.mark.parametrize(("said", "meant"), [("1", True), ("0", False), ("true", True), ("false", False)])
def test_example_figures_are_on_or_off(environment, said, meant):
    environment(DANMARKSKORT_EKSEMPELTAL=said)
    assert Settings.from_environment().with_examples is meant


@pytest.mark.parametrize(
    ("variable", "value", "field"),
    [
        ("DANMARKSKORT_EKSEMPELTAL", "ja tak", "eksempeltal"),
        ("DANMARKSKORT_TAL", "/findes/ikke", "tal"),
        ("DANMARKSKORT_ADRESSE", "kort.bl.dk", "adresse"),
        ("DANMARKSKORT_ADRESSE", "https://kort.bl.dk/?a=1", "adresse"),
        ("DANMARKSKORT_RAMMER", "https://bl.dk, https://boligen.example", "rammer"),
        ("DANMARKSKORT_RAMMER", "https://bl.dk; script-src *", "rammer"),
        ("DANMARKSKORT_RAMMER", "   ", "rammer"),
        ("DANMARKSKORT_RAMMER", "'none' https://bl.dk", "rammer"),
        ("DANMARKSKORT_ADRESSE", 'https://kort.bl.dk"><script>/', "adresse"),
        ("DANMARKSKORT_WAS", "was.digst.dk/kort-bl-dk", "was"),
        ("DANMARKSKORT_WAS", "hjaelp@example.dk", "was"),
        ("DANMARKSKORT_WAS", "javascript://example.dk/%0aalert(1)", "was"),
        ("DANMARKSKORT_WAS", "https://example.dk/\nX: y", "was"),
        ("DANMARKSKORT_KONTAKT", "ring til os", "kontakt"),
        ("DANMARKSKORT_KONTAKT", "hjaelp@example", "kontakt"),
        ("DANMARKSKORT_KONTAKT", "mailto:hjaelp@example.dk", "kontakt"),
        ("DANMARKSKORT_KONTAKT", 'https://example.dk/"><b>', "kontakt"),
        ("PORT", "otte", "port"),
        ("PORT", "0", "port"),
        ("PORT", "65536", "port"),
    ],
)
def test_a_wrong_value_is_told_with_what_came_and_what_to_write(environment, variable, value, field):
    environment(**{variable: value})
    with pytest.raises(SettingsError) as told:
        Environment.read()
    assert str(told.value) == f"{variable} is {value!r}; write {EXPECTED[field]}"


def test_a_variable_that_nothing_reads_is_told_when_it_starts(environment, caplog):
    environment(DANMARKSKORT_ADRESE="https://kort.bl.dk/", DANMARKSKORT_PORT_8000_TCP="tcp://10.0.0.1:8000", DANMARKSKORT_HSTS="1")
    Settings.from_environment()
    (record,) = caplog.records
    assert record.getMessage().startswith("DANMARKSKORT_ADRESE is not read, since there is no such setting; write one of DANMARKSKORT_")
    assert "DANMARKSKORT_ADRESSE" in record.getMessage()


def test_the_containers_are_told_every_setting_that_the_public_s_server_has():
    """Figures come with the image, and nobody shows example figures to the public."""
    told = set(re.findall(r"^ +(DANMARKSKORT_\w+):", (ROOT / "compose.yaml").read_text(encoding="utf-8"), re.MULTILINE))
    assert told == {f"DANMARKSKORT_{name.upper()}" for name in Environment.model_fields} - {
        f"DANMARKSKORT_{name}" for name in ("TAL", "EKSEMPELTAL", "PORT")
    }


def test_all_that_is_wrong_is_told_at_once(environment):
    environment(DANMARKSKORT_EKSEMPELTAL="måske", PORT="x")
    with pytest.raises(SettingsError) as told:
        Environment.read()
    assert len(str(told.value).splitlines()) == 2


@pytest.mark.slow
@pytest.mark.parametrize(("start", "status"), [(["-c", "import app; app.create_server()"], 3), (["app.py"], 2)])
def test_a_wrong_setting_stops_the_start_with_a_sentence_and_nothing_else(start, status):
    wrong = {"DANMARKSKORT_ADRESSE": "kort.bl.dk"}
    stopped = subprocess.run([sys.executable, *start], cwd=ROOT, env=os.environ | wrong, capture_output=True, text=True, check=False)
    assert (stopped.returncode, stopped.stdout) == (status, "")
    assert stopped.stderr == f"DANMARKSKORT_ADRESSE is 'kort.bl.dk'; write {EXPECTED['adresse']}\n"
