"""The dashboard in a real browser: first load, indicator, comparison, history, trend, table, examples.

Each kind of piece that is fetched, and each way in which an address is read, is tried on the server and on the export (``site``); the
rest on the server, since the scripts are the same.
"""

from components.address.choices import list_choices
from components.address.view import from_query
from components.wording import texts
from tests.browser import script

HATCHED = "getComputedStyle(document.querySelector('.choroplethlocation[fill=\"rgb(217, 214, 209)\"]')).fill"
FILLS = "[...document.querySelectorAll('.choroplethlocation')].map(path => path.getAttribute('fill'))"


def test_first_load_shows_map_country_and_invitation(visit, site):
    with visit(site) as page:
        page.open_with_graphs()
        assert page.text("#panel-hoved h2") == texts.INVITATION
        assert page.page.locator(".soegeplads #vaelg-kommune").is_visible()
        assert page.text("#kort-titel") == "Almene boligers andel af alle boliger"
        assert page.page.locator(".signatur li").count() == 5
        assert "Danmarks Statistik" in page.text("#kort-kilde")
        colours = page.page.evaluate(FILLS)
        assert len(set(colours)) == 5
        assert page.page.evaluate("document.documentElement.lang") == "da"


def test_another_indicator_changes_colours_without_drawing_the_map_again(visit, site):
    with visit(site) as page:
        page.open_with_graphs("/?kommune=0326")
        page.page.evaluate("document.querySelector('#kort .choroplethlocation').dataset.kending = 'x'")
        before = page.page.evaluate(FILLS)
        page.choose("#vaelg-tal", "husleje privat")
        page.page.wait_for_function("document.querySelector('#kort-titel').textContent.startsWith('Husleje i private')")
        page.page.wait_for_function(f"before => {FILLS}.join() !== before", arg=",".join(before))  # plotly's colours come after the title
        assert page.page.locator("#kort .choroplethlocation[data-kending=x]").count() == 1
        assert page.query == "?kommune=0326&tal=husleje_privat"
        assert page.page.locator(".udpegning--a").count() >= 1


def test_missing_figures_are_hatched_said_and_without_rank(visit, local):
    with visit(local) as page:
        page.open_with_graphs("/?kommune=0825&tal=husleje_privat")
        fill = page.page.evaluate(HATCHED)
        assert "skravering" in fill
        assert "intet tal for 3 af 98" in page.text(".signatur-mangler")
        x, y = page.point("0825")
        page.page.mouse.move(x, y)
        page.page.mouse.move(x + 1, y)
        page.page.wait_for_selector(".peget-kort:not([hidden])")
        assert "Læsø" in page.page.locator(".peget-kort").text_content()


def test_hover_tells_name_value_and_rank(visit, local):
    with visit(local) as page:
        page.open()
        x, y = page.point("0326")
        page.page.mouse.move(x, y)
        page.page.mouse.move(x + 1, y)
        page.page.wait_for_selector(".peget-kort:not([hidden])")
        card = page.page.locator(".peget-kort").text_content()
        assert "Kalundborg" in card
        assert "15,7\u00a0pct." in card
        assert "midt i feltet, nr.\u00a049 af 98" in card


def test_comparison_swap_and_remove(visit, site):
    with visit(site) as page:
        page.open_with_graphs("/?kommune=0326")
        page.choose("#vaelg-sammenligning", "roskil")
        page.page.wait_for_selector(".navn-b")
        assert page.query == "?kommune=0326&sammenlign=0265"
        assert "4,3\u00a0procentpoint højere i Roskilde" in page.text(".forskelle")
        assert page.page.locator(".udpegning--b .skilt path").count() >= 1
        assert page.page.evaluate("getComputedStyle(document.querySelector('.udpegning--b .omrids')).strokeDasharray") != "none"
        assert page.page.evaluate("document.body.dataset.b") == "0265"
        page.page.get_by_text("Byt om på A og B").click()
        page.page.wait_for_function("document.querySelector('.navn-a h2')?.textContent === 'Roskilde'")
        assert page.query == "?kommune=0265&sammenlign=0326"
        page.page.get_by_label("Fjern Roskilde").click()
        page.heading("Kalundborg Kommune")
        assert page.query == "?kommune=0326"


def test_a_suggested_comparison_can_be_the_country(visit, local):
    with visit(local) as page:
        page.open("/?kommune=0326")
        page.page.locator(".forslag a", has_text="Hele landet").click()
        page.page.wait_for_selector(".navn-b")
        assert page.query == "?kommune=0326&sammenlign=0000"
        assert page.text(".navn-b h2") == "Hele landet"


def test_both_values_stand_in_one_line_and_the_name_above_them_on_a_phone(visit, local):
    for width, beside in ((1280, True), (390, False)):
        with visit(local, width=width) as page:
            page.open("/?kommune=0326&sammenlign=0265")
            row = page.page.locator(".par-tabel tbody tr").first
            name, first, second = (row.locator(part).bounding_box() for part in ("th", ".side--a", ".side--b"))
            assert first["x"] < second["x"]
            assert abs(first["y"] - second["y"]) < 2
            assert (name["x"] + name["width"] <= first["x"] + 1) is beside
            assert (name["y"] + name["height"] <= first["y"] + 1) is not beside


def test_back_and_forward(visit, local):
    with visit(local) as page:
        page.open().click("0326")
        page.heading("Kalundborg Kommune")
        page.click("0265")
        page.heading("Roskilde Kommune")
        page.page.go_back()
        page.heading("Kalundborg Kommune")
        assert page.page.evaluate("document.body.dataset.a") == "0326"
        page.page.go_back()
        page.heading("Hele landet")
        page.page.go_forward()
        page.heading("Kalundborg Kommune")
        assert page.page.locator("#vaelg-kommune").input_value() == "Kalundborg"


def drawn(page):
    """The names of the lines that the trend has drawn."""
    return page.page.evaluate(script("drawn_lines.js"))


def test_the_trend_is_drawn_when_it_comes_into_sight_and_follows_the_pick(visit, local):
    with visit(local) as page:
        page.open("/?kommune=0326")
        assert page.page.locator("#udvikling").count() == 0
        page.page.locator("#panel-udvikling > summary").click()
        page.page.locator("#panel-udvikling").scroll_into_view_if_needed()
        page.page.wait_for_selector("#udvikling .scatterlayer .trace path.js-line")
        assert drawn(page) == ["Hele landet", "Kalundborg"]
        assert "2021 og 2022 er ikke offentliggjort" in page.text("#udvikling-streger")
        assert "Kilde: Danmarks Statistik, BOL101" in page.text("#udvikling-streger")
        page.page.locator(".forslag a", has_text="Vordingborg").click()
        page.page.wait_for_selector(".navn-b")
        page.page.wait_for_function("document.querySelector('#oplaest').textContent.startsWith('Kalundborg Kommune og Vordingborg ')")
        page.page.locator("#panel-udvikling").scroll_into_view_if_needed()  # the comparison is longer: the trend may be far down
        page.page.wait_for_function("document.querySelector('#udvikling .js-plotly-plot')?.data?.[2].name === 'Vordingborg'")
        page.rest()
        assert drawn(page) == ["Hele landet", "Kalundborg", "Vordingborg"]
        page.page.evaluate("scrollTo(0, 0)")
        page.page.get_by_label("Fjern Vordingborg").click()
        page.heading("Kalundborg Kommune")
        page.page.locator("#panel-udvikling > summary").click()
        page.page.locator("#panel-udvikling").scroll_into_view_if_needed()
        page.page.wait_for_function("document.querySelector('#udvikling .js-plotly-plot')?.data?.[2].name === ''")


def test_junk_falls_back_with_a_quiet_notice(visit, site):
    with visit(site) as page:
        page.open("/?kommune=9999&sammenlign=0326&tal=%22%3E%3Cscript%3E")
        assert page.text("#panel-hoved h2") == texts.INVITATION
        assert "Adressen nævner en kommune, som ikke findes" in page.text("#besked")
        page.click("0326")
        page.heading("Kalundborg Kommune")
        assert page.page.locator("#besked").inner_text() == ""


QUERIES = [
    "",
    "?kommune=326",
    "?kommune=0326&sammenlign=0101&tal=lejeboliger",
    "?kommune=0326&sammenlign=0326",
    "?kommune=1085",
    "?sammenlign=0101",
    "?kommune=0326&sammenlign=1085",
    "?kommune=0326&kommune=",
    "?kommune=0326&kommune=0101",
    "?tal=folketal",
    "?kommune=%30326",
    "?kommune=+326",
    "?kommune=0326;sammenlign=0101",
    "?KOMMUNE=0326",
    "?kommune=00326",
    "?kommune=%D9%A3",
    "?kommune=0326&utm_source=x&tal=%00",
    "?&&==&kommune=0825",
    "?emne=familier,boligtyper,familier&vis=liste",
    "?emne=vejr,byggeri&vis=kort",
    "?kommune=0326&vis=fliser",
    "?emne=,&vis=",
]


def test_script_and_python_read_an_address_alike(visit, site, figures):
    choices = list_choices(figures)
    with visit(site) as page:
        page.open()
        for query in QUERIES:
            view, junk = from_query(query, choices)
            read = page.page.evaluate("query => danmarkskort.readView(query)", query)
            assert (read["kommune"], read["sammenlign"], read["tal"]) == (view.kommune, view.sammenlign, view.tal), query
            assert (read["emne"], read["vis"]) == (",".join(view.emne), view.vis), query
            assert read["told"] == junk, query


def test_a_piece_that_cannot_be_fetched_is_said_and_can_be_tried_again(visit, site):
    with visit(site, quiet=False) as page:
        page.open()
        page.page.route("**/panel/0326.json", lambda route: route.abort())
        page.click("0326")
        page.page.wait_for_selector(".hentefejl")
        assert "Tallene kunne ikke hentes" in page.text(".hentefejl")
        assert not page.page.locator("#panel-udvikling").is_visible()
        assert page.page.locator("#panel-forslag").inner_text() == ""
        page.page.unroute("**/panel/0326.json")
        page.page.get_by_role("link", name="Prøv igen").click()
        page.heading("Kalundborg Kommune")


def test_the_link_can_be_copied(visit, local):
    with visit(local, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.open("/?kommune=0326")
        page.page.get_by_text("Kopiér link").click()
        page.page.wait_for_function("document.querySelector('#kopier-svar').textContent === 'Linket er kopieret'")
        assert page.page.evaluate("navigator.clipboard.readText()") == f"{local}/?kommune=0326"


def test_source_and_definition_are_one_tap_away(visit, local):
    with visit(local) as page:
        page.open("/?kommune=0326")
        page.page.locator(".noegletal--hoved .kilde summary").click()
        assert "Boliger ejet af almene boligselskaber" in page.text(".noegletal--hoved .kilde")
        assert page.page.locator(".noegletal--hoved .kilde a").first.get_attribute("href") == "https://www.statistikbanken.dk/BOL101"


def test_examples_are_marked_here_and_absent_in_production(visit, local, production):
    with visit(local) as page:
        page.open("/?kommune=0101")
        assert "eksempeltal" in page.text(".banner")
        assert page.page.locator("main .eksempelmaerke").count() > 10
    with visit(production) as page:
        page.open("/?kommune=0101")
        assert page.page.locator(".banner:visible").count() == 0
        assert page.page.locator(".eksempelmaerke").count() == 0
        assert "eksempel" not in page.page.locator("#side").inner_text().lower().replace("for eksempel", "")
        assert page.page.locator("#panel-indhold .panel--mangler").count() == 1
