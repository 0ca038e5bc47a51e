"""The list of all kommuner: had when it is asked for, of the figure that is shown, and sorted."""


def test_the_table_sorts_by_value_and_back(visit, local):
    with visit(local) as page:
        page.open("/?tal=husleje_privat&vis=liste")
        names = "[...document.querySelectorAll('#tabel-plads tr[data-kode] a')].map(a => a.textContent)"
        assert page.page.evaluate(names)[:2] == ["Albertslund", "Allerød"]
        page.page.locator("[data-sorter=vaerdi]").click()
        assert page.page.locator("th[aria-sort=descending]").count() == 1
        assert set(page.page.evaluate(names)[-3:]) == {"Læsø", "Fanø", "Ærø"}
        page.page.locator("[data-sorter=navn]").click()
        assert page.page.evaluate(names)[-1] == "Aarhus"
        page.page.locator("[data-sorter=navn]").click()
        assert page.page.evaluate(names)[0] == "Aarhus"


def test_the_table_is_had_when_it_is_asked_for_and_is_of_the_figure_that_is_shown(visit, site):
    rows, table = "#tabel-plads tr[data-kode]", "#tabel-plads tr[data-kode='{}'] .tal"
    with visit(site) as page:
        asked = []
        page.open("/?kommune=0326&sammenlign=0265&tal=husleje_privat")
        page.page.on("request", lambda request: asked.append(request.url))
        assert page.page.locator(rows).count() == 0  # a static file has that of no other view either
        tab, back = (page.page.locator(".fane", has_text=words) for words in ("Liste", "Kort"))
        tab.hover()
        tab.click()
        page.page.wait_for_selector(rows)
        assert page.page.locator(rows).count() == 98
        assert "1.008\u00a0kr." in page.text(table.format("0326"))
        cells = page.page.locator("tr[data-kode='0825'] td").all_inner_texts()
        assert cells[1:] == ["Udeladt i kilden af hensyn til fortrolighed", ""]
        marked = [page.page.locator(f"tr.valgt-{letter}").get_attribute("data-kode") for letter in "ab"]
        assert marked == ["0326", "0265"]
        page.choose("#vaelg-tal", "almene boligers andel")  # in the list: the next table takes this one's place
        page.page.wait_for_function("!document.querySelector('#tabel-plads').textContent.includes('kr.')")
        assert page.page.locator(rows).count() == 98
        back.click()
        page.choose("#vaelg-tal", "husleje privat")  # on the map: the old one is not kept
        page.page.wait_for_function("document.querySelector('#kort-titel').textContent.startsWith('Husleje i private')")
        assert page.page.locator(rows).count() == 0
        tab.click()
        page.page.wait_for_selector(table.format("0326"))
        assert "1.008\u00a0kr." in page.text(table.format("0326"))
        assert len([url for url in asked if "/kort/husleje_privat.json" in url]) <= 1


def test_a_table_that_can_t_be_had_says_so_and_is_had_the_next_time(visit, local):
    with visit(local, quiet=False) as page:
        page.open("/")
        page.page.route("**/kort/*.json*", lambda route: route.abort())
        tab, back = (page.page.locator(".fane", has_text=words) for words in ("Liste", "Kort"))
        tab.click()
        page.page.wait_for_selector("#tabel-plads .hentefejl")
        page.page.unroute("**/kort/*.json*")
        back.click()
        assert page.page.locator("#tabel-plads .hentefejl").count() == 0
        tab.click()
        page.page.wait_for_selector("#tabel-plads tr[data-kode]")
