import re

import pytest
from flask import Flask

from components.address.press import AspectRatio
from components.address.site import Site
from components.atlas import Atlas
from components.markup.render import to_html
from components.panel.further.files import build_place_files
from components.picture import routes as press_routes
from components.picture.routes import register_pictures
from components.server.caching import register_caching
from components.svg.png import render
from data.place import COUNTRY
from data.profile.archive import Archive


@pytest.mark.parametrize("aspect", list(AspectRatio))
def test_a_picture_is_served_with_a_name_and_is_cacheable(client, aspect):
    response = client.get(f"/presse/0326-{aspect}.png")
    assert (response.status_code, response.mimetype) == (200, "image/png")
    assert response.data.startswith(b"\x89PNG")
    assert response.headers["Content-Disposition"] == f"inline; filename=almene-boliger_kalundborg_{aspect}_udgave-2025.png"
    assert "max-age" in response.headers["Cache-Control"]
    again = client.get(f"/presse/0326-{aspect}.png", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "address",
    ["/presse/9999-16x9.png", "/presse/0326-16x10.png", "/presse/1085-16x9.png", "/presse/0326.png", "/presse/0326-16x9.png?udgave=1999"],
)
def test_what_is_no_kommune_aspect_or_edition_has_no_picture(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("in_files", "examples"), [(False, False), (True, True)])
def test_examples_leave_the_page_only_where_they_are_switched_on_for_files(monkeypatch, in_files, examples):
    asked = []
    square = render('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>', 2)
    monkeypatch.setattr(press_routes, "build_press_picture", lambda code, aspect, figures, *_: asked.append(figures) or square)
    archive = Archive(with_examples=True, examples_in_files=in_files)
    server = Flask(__name__)
    register_caching(server, "test")
    register_pictures(server, Atlas.load(archive, Site()))
    assert server.test_client().get("/presse/0326-1x1.png").status_code == 200
    assert [figures.with_examples for figures in asked] == [examples]


def test_a_kommune_s_files_lead_to_its_three_pictures(client, official):
    page = to_html(build_place_files(official.places["0326"], official))
    links = re.findall(r'href="(/presse/[^"]*)"', page)
    assert links == ["/presse/0326-16x9.png", "/presse/0326-1x1.png", "/presse/0326-4x5.png"]
    assert all(client.get(link).status_code == 200 for link in links)
    assert "/presse/" not in to_html(build_place_files(official.places[COUNTRY], official))
