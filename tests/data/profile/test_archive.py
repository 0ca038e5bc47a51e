import pytest

from data.profile.archive import Archive
from data.profile.change import find_changes
from data.store.edition import publish
from tests.delivery import DELIVERY

pytestmark = pytest.mark.slow


@pytest.fixture
def archive(root):
    publish([DELIVERY], "2026", "Kommuneark 2026", "Nye tal.", root)
    return Archive(with_examples=False, root=root)


def test_the_newest_is_shown_unless_an_older_one_is_asked_for(archive):
    assert list(archive.editions) == ["2026", "2025"]
    assert archive.figures(None) is archive.figures("2026") is archive.newest
    assert archive.figures("2025").edition.name == "2025"
    assert (archive.newest.is_newest, archive.figures("2025").is_newest) == (True, False)
    with pytest.raises(KeyError):
        archive.figures("1999")


def test_what_is_new_is_told_for_the_place_that_it_is_new_for(archive):
    news = archive.news(None)
    (change,) = news.changes["0326"]
    assert (change.before.value, change.before.period, change.after.value, change.after.period) == (14, "2024", 15, "2025")
    assert (set(news.changes), news.since.name) == ({"0326"}, "2025")
    assert archive.news("2025") is None


def test_figures_of_an_older_period_are_neither_ranked_nor_added_up(archive):
    """BL delivered one kommune for 2025: no other stands beside it with a figure of 2024."""
    figures = archive.newest
    indicator = figures.registry["fraflytning"]
    assert figures.period(indicator) == "2025"
    assert figures.coverage(indicator) == 1
    assert figures.ranks[indicator.key] == {}
    missing = figures.reading("0101", indicator)
    assert (missing.value, missing.period) == (None, "2025")
    assert figures.reading("0000", indicator).value is None


def test_nothing_changed_between_an_edition_and_itself(archive):
    assert find_changes(archive.newest, archive.newest) == {}


def test_examples_stay_on_the_page_unless_files_are_to_have_them(root):
    shown = Archive(with_examples=True, root=root)
    assert shown.newest.with_examples
    assert not shown.public(None).with_examples
    assert Archive(with_examples=True, examples_in_files=True, root=root).public(None).with_examples


def test_what_was_the_newest_at_the_start_is_the_newest_in_files_too(root):
    shown = Archive(with_examples=True, root=root)
    publish([DELIVERY], "2026", "Kommuneark 2026", "Nye tal.", root)
    assert (shown.figures(None).is_newest, shown.public(None).is_newest) == (True, True)


def test_figures_without_examples_and_news_are_read_once_also_of_an_older_edition(root):
    publish([DELIVERY], "2026", "Kommuneark 2026", "Nye tal.", root)
    publish([], "2027", "Kommuneark 2027", "Intet.", root)
    shown = Archive(with_examples=True, root=root)
    for name in (None, "2026", "2025"):
        assert shown.official(name) is shown.official(name)
        assert not shown.official(name).with_examples
        assert shown.figures(name).with_examples
        assert shown.news(name) is shown.news(name)
    assert (shown.news(None).changes, set(shown.news("2026").changes), shown.news("2025")) == ({}, {"0326"}, None)


def test_the_newest_alone_still_tells_what_is_new_in_it(root):
    publish([DELIVERY], "2026", "Kommuneark 2026", "Nye tal.", root)
    alone = Archive(with_examples=False, only_newest=True, root=root)
    assert list(alone.editions) == ["2026"]
    assert set(alone.news(None).changes) == {"0326"}


def test_figures_that_are_made_up_are_counted(root):
    shown = Archive(with_examples=True, root=root)
    for indicator in shown.newest.registry.indicators.values():
        real, every = shown.official(None).coverage(indicator), shown.newest.coverage(indicator)
        assert (shown.official(None).count_examples(indicator), shown.newest.count_examples(indicator)) == (0, every - real)
