"""What an edition says of itself that is new besides figures."""

from datetime import date

from data.period import describe_day
from data.place_table import load_places
from data.store.edition import Edition


def tell_places(newest: Edition, as_of: str | None) -> str:
    """A sentence, after a space, where the new edition has other kommuner or regioner, or other names of them; else an empty text.

    ::

        tell_places(newest, "2027-01-01")  # " Kommuner og regioner er dem, der gælder fra 1. januar 2027."

    Args:
        newest: the edition before.
        as_of: the day of the new one's places; today if left out.
    """
    day = as_of or date.today().isoformat()
    if load_places(day) == load_places(newest.day):
        return ""
    changes = sorted(place.valid_from for place in load_places(day).values() if place.valid_from <= day)
    since = date.fromisoformat(changes[-1]) if changes else date.fromisoformat(day)
    return f" Kommuner og regioner er dem, der gælder fra {describe_day(since)}.".replace("\u00a0", " ")
