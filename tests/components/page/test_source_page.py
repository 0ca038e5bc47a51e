"""Kilder og metode: what each figure counts, those that the edition has before those that it has not."""

from tests.page import parse, read_text


def test_every_indicator_is_there_once_and_those_without_a_figure_are_folded_away(client, official):
    page = parse(client.get("/kilder-og-metode").text)
    folded = {article.get("id") for details in page.iter("details") for article in details.iter("article")}
    found = [article.get("id") for article in page.iter("article")]
    assert sorted(found) == sorted(official.registry.indicators)
    assert folded == {key for key, one in official.registry.indicators.items() if not official.period(one)}


def test_it_says_what_a_figure_speaks_of(client, official):
    articles = {article.get("id"): read_text(article) for article in parse(client.get("/kilder-og-metode").text).iter("article")}
    for key, indicator in official.registry.indicators.items():
        assert f"Handler om{indicator.base}" in articles[key]
