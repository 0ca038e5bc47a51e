"""The data package is valid by an independent reader of such packages."""

from frictionless import Package, system

API = "/api/v1"


def test_the_data_package_validates(client, tmp_path):
    (tmp_path / "datapackage.json").write_bytes(client.get(f"{API}/datapackage.json").data)
    for name in ("noegletal", "kommuner", "indikatorer", "boligorganisationer"):
        (tmp_path / f"{name}.csv").write_bytes(client.get(f"{API}/{name}.csv").data)
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    assert [task.name for task in report.tasks] == ["noegletal", "kommuner", "indikatorer", "boligorganisationer"]


def test_the_data_package_is_not_valid_with_a_stranger_in_it(client, tmp_path):
    """The check above can fail: a row of a kommune that does not exist is found."""
    for name in ("kommuner", "indikatorer", "boligorganisationer"):
        (tmp_path / f"{name}.csv").write_bytes(client.get(f"{API}/{name}.csv").data)
    text = client.get(f"{API}/noegletal.csv").text.replace("\n0326,", "\n9999,", 1)
    (tmp_path / "noegletal.csv").write_text(text, encoding="utf-8")
    (tmp_path / "datapackage.json").write_bytes(client.get(f"{API}/datapackage.json").data)
    with system.use_context(trusted=True):
        assert not Package(str(tmp_path / "datapackage.json")).validate().valid
