"""What is kept, for how long, and what whoever asks for much can't push out."""

import brotli
import pytest

from components.server.kept.packing import Packer
from components.server.kept.shelf import LARGEST, NEW, OVERHEAD, Kept, Key, Shelf

BODY = b"x" * 1000
SIZE = len(BODY) + OVERHEAD


def key(name):
    return Key("", f"/{name}", "", "br")


def kept(body=BODY):
    return Kept([], body, "1")


@pytest.fixture
def shelf():
    """Room for five that were asked for once, and for fifteen others."""
    return Shelf(NEW * 5 * SIZE)


def test_nothing_is_found_before_it_is_put_there(shelf):
    assert shelf.find(key("a")) is None
    shelf.put(key("a"), kept())
    assert shelf.find(key("a")).body == BODY
    assert shelf.find(key("b")) is None


@pytest.mark.parametrize("changed", [{"origin": "http://localhost"}, {"path": "/b"}, {"query": "x"}, {"coding": "gzip"}])
def test_every_part_of_a_key_counts(shelf, changed):
    one = {"origin": "", "path": "/a", "query": "", "coding": "br"}
    shelf.put(Key(**one), kept())
    assert shelf.find(Key(**one | changed)) is None


def test_it_is_never_larger_than_it_may_be(shelf):
    for number in range(200):
        shelf.put(key(number), kept())
        shelf.find(key(number - 2))
    assert shelf.size <= NEW * 5 * SIZE
    assert len(shelf) == 15 + 2  # the last two have been asked for once


def test_a_thousand_others_asked_for_once_push_nothing_out_that_was_asked_for_again(shelf):
    for name in "abc":
        shelf.put(key(name), kept())
        assert shelf.find(key(name))
    for number in range(1000):
        shelf.put(key(number), kept())
    assert all(shelf.find(key(name)) for name in "abc")
    assert [number for number in range(1000) if shelf.look(key(number))] == [995, 996, 997, 998, 999]


def test_what_has_not_been_asked_for_longest_goes_first(shelf):
    for number in range(16):
        shelf.put(key(number), kept())
        shelf.find(key(number))
        shelf.find(key(0))
    assert shelf.find(key(0))
    assert not shelf.find(key(1))


def test_what_is_too_large_is_not_kept():
    shelf = Shelf(100 * LARGEST)
    shelf.put(key("a"), kept(b"x" * LARGEST))
    assert (len(shelf), shelf.size) == (0, 0)


def test_putting_it_again_takes_no_more_room(shelf):
    for _ in range(3):
        shelf.put(key("a"), kept())
        shelf.find(key("a"))
    assert (len(shelf), shelf.size) == (1, SIZE)


def test_a_better_packed_answer_takes_the_place_of_the_other_and_of_no_newer_one(shelf):
    first, second, better = kept(), kept(b"y"), kept(b"z")
    shelf.put(key("a"), first)
    shelf.replace(key("a"), second, better)
    assert shelf.look(key("a")) is first
    shelf.replace(key("a"), first, better)
    assert (shelf.look(key("a")), shelf.size) == (better, OVERHEAD + 1)
    shelf.replace(key("b"), first, better)
    assert len(shelf) == 1


def test_what_is_asked_for_is_packed_once_and_a_full_list_is_no_error(shelf):
    text = b"Danmark har 98 kommuner. " * 40
    packer = Packer(shelf)
    shelf.put(key("a"), Kept([("ETag", '"1:br"')], brotli.compress(text, quality=0), "1"))
    for _ in range(1000):
        packer.ask(key("a"))
        packer.ask(key("gone"))
    packer.finish()
    found = shelf.look(key("a"))
    assert (brotli.decompress(found.body), found.headers, found.is_best) == (text, [("ETag", '"1:br11"')], True)
