"""Invented numbers for whole StatBank tables, of the size of the real ones.

Of each kommune and period some tens of combinations of codes have a count, drawn with a fixed seed; whatever is asked for is a sum of them.
So any subset adds up, and a test can compute what to expect without the client (``count``). Kommuner are as large, and as almene, as in
the project's edition 2025.
"""

import zlib
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from data.store.edition import list_editions, read_snapshots
from tests.data.statbank.tables import KOMMUNER, TABLES

OCCUPIED = 0.94  # of dwellings
VACANCY = 1.06  # dwellings per household
IN_DWELLINGS = 0.97  # of inhabitants
ALMENE_HOUSEHOLD = 0.9  # size of a household in almene boliger, as a part of others
SKEWED = {  # how often values are drawn; those that are not here are as likely as each other
    "BEBO": [OCCUPIED, 0.04, 0.02], "ANVENDELSE": [0.3, 0.22, 0.4, 0.03, 0.02, 0.01, 0.02], "UDLFORH": [0.5, 0.42, 0.05, 0.03],
    "EJER": [0.7, 0.0, 0.14, 0.1, 0.03, 0.03], "BYGHERRE": [0.6, 0.2, 0.06, 0.04, 0.1],
    "ANVEND": [0.05, 0.3, 0.25, 0.28, 0.03, 0.02, 0.03, 0.02, 0.02], "HUSTYP": [0.22, 0.24, 0.33, 0.12, 0.01, 0.08],
}  # fmt: skip


@dataclass(frozen=True)
class Micro:
    """Counts of one table: for each row the position of its kommune, period and codes, and how many there are.

    ``more`` are further numbers of the same rows: square metres and persons of BOL106.
    """

    positions: dict[str, Any]
    counts: Any
    more: dict[str, Any]


@cache
def scale():
    """By kommune, in the order of KOMMUNER: households, inhabitants, and the almene part of dwellings."""
    snapshots = read_snapshots(list_editions()[0])

    def newest(source, key):
        table = snapshots[source].table
        rows = table[table["indikator"] == key].sort_values("periode").drop_duplicates("kommune_kode", keep="last")
        values = rows.set_index("kommune_kode")["vaerdi"].astype(float)
        return values.reindex([f"0{code}" for code in KOMMUNER]).to_numpy()

    return newest("dst_fam55n", "husstande"), newest("dst_folk1a", "folketal"), newest("dst_bol101", "almene_andel") / 100


def spread(rng, totals, axes, combinations, fixed=None):
    """Draw combinations of codes for every kommune and period (the two axes of ``totals``), and spread its total over them."""
    shape = (*totals.shape, combinations)
    places, periods = (np.broadcast_to(one, shape) for one in np.ogrid[: shape[0], : shape[1], : shape[2]][:2])
    positions = {"area": places, "Tid": periods}
    for axis in axes:
        size = len(axis.kept)
        weights = np.array(SKEWED.get(axis.code, [1.0] * size))
        drawn = rng.choice(size, size=shape, p=weights / weights.sum())
        positions[axis.code] = np.full(shape, fixed[axis.code]) if fixed and axis.code in fixed else drawn
    parts = rng.random(shape) ** 2
    counts = rng.multinomial(totals, parts / parts.sum(axis=-1, keepdims=True))
    kept = counts.ravel() > 0
    return {name: one.ravel()[kept].astype(np.int32) for name, one in positions.items()}, counts.ravel()[kept].astype(float)


def join(*drawn):
    return Micro(
        {name: np.concatenate([one[name] for one, _ in drawn]) for name in drawn[0][0]}, np.concatenate([counts for _, counts in drawn]), {}
    )


def grow(amounts, periods):
    """The amounts of the newest period, and less by half a per cent for each one before."""
    return np.rint(amounts[:, None] * 0.995 ** np.arange(periods)[::-1]).astype(int)


@cache
def draw(table):
    rng = np.random.default_rng(zlib.crc32(table.encode()))
    households, inhabitants, almene = scale()
    *axes, time = TABLES[table][1:]
    periods = len(time.kept)
    if table == "FOLK1A":
        return join(spread(rng, grow(inhabitants, 1).repeat(periods, axis=1), axes, 20))
    if table == "FAM55N":
        return join(spread(rng, grow(households, periods), axes, 20))
    if table == "BOL101":
        dwellings = grow(households * VACANCY, periods)
        return _split_by_owner(rng, dwellings, np.rint(dwellings * almene[:, None]).astype(int), axes)
    if table == "BOL201":
        persons = grow(inhabitants * IN_DWELLINGS, periods)
        return _split_by_owner(rng, persons, np.rint(persons * almene[:, None] * ALMENE_HOUSEHOLD).astype(int), axes)
    if table == "BYGV33":
        return join(spread(rng, rng.poisson(households[:, None] * 0.01, (len(households), periods)), axes, 16))
    positions, counts = spread(rng, grow(households, periods), axes[1:], 14)  # BOL106, which has means
    metres, persons = counts * rng.integers(60, 180, len(counts)), counts * rng.integers(1, 4, len(counts))
    return Micro(positions, counts, {"metres": metres, "persons": persons})


def _split_by_owner(rng, everyone, almene, axes):
    owners = next(axis for axis in axes if axis.code == "EJER").kept
    return join(spread(rng, almene, axes, 40, {"EJER": owners.index("20")}), spread(rng, everyone - almene, axes, 30))


def _choose(table, axes, chosen):
    """Which rows have one of the chosen values on every axis that is named; others are not asked for."""
    micro = draw(table)
    mask = np.ones(len(micro.counts), bool)
    for number, axis in enumerate(axes):
        if axis.code in chosen:
            wanted = {member for code in chosen[axis.code] for member in axis.list_members(code)}
            mask &= np.array([one in wanted for one in axis.kept])[micro.positions[axis.code if number else "area"]]
    return micro, mask


def count(table, area, periods, axes=None, **chosen):
    """What a table has for a place and some periods together: the sum of all that has the chosen codes.

    ::

        count("BOL101", "326", "2026", EJER=["20"], BEBO=["1000", "2000"])
    """
    axes = axes or TABLES[table]
    periods = [periods] if isinstance(periods, str) else periods
    micro, mask = _choose(table, axes, {**chosen, axes[0].code: [area], "Tid": periods})
    return float(micro.counts[mask].sum())


def tabulate(table, axes, asked):
    """The numbers of an answer, in the order of the axes that are asked for and of their codes."""
    kept = [(number, axis) for number, axis in enumerate(axes) if axis.code in asked and axis.code != "ENHED"]
    micro, mask = _choose(table, axes, {axis.code: asked[axis.code] for _, axis in kept})
    matrices = [np.array([[one in axis.list_members(code) for one in axis.kept] for code in asked[axis.code]], float) for _, axis in kept]
    # Values that share no members are counted straight away; a total beside its parts is added up from what it is kept by.
    is_apart = [matrix.sum(axis=0).max(initial=0) <= 1 for matrix in matrices]
    places = [
        (matrix.argmax(axis=0) if apart else np.arange(matrix.shape[1]))[micro.positions[axis.code if number else "area"][mask]]
        for (number, axis), matrix, apart in zip(kept, matrices, is_apart, strict=True)
    ]
    shape = [matrix.shape[0 if apart else 1] for matrix, apart in zip(matrices, is_apart, strict=True)]
    cells = np.ravel_multi_index(places, shape)

    def add_up(numbers):
        found = np.bincount(cells, numbers[mask], int(np.prod(shape))).reshape(shape)
        for at, (matrix, apart) in enumerate(zip(matrices, is_apart, strict=True)):
            found = found if apart else np.moveaxis(np.tensordot(matrix, found, (1, at)), 0, at)
        return found

    if "ENHED" not in asked:
        return add_up(micro.counts)
    dwellings, metres, persons = (add_up(numbers) for numbers in (micro.counts, micro.more["metres"], micro.more["persons"]))
    means = {
        "GNSAB": metres / np.maximum(dwellings, 1),
        "GNSAP": metres / np.maximum(persons, 1),
        "GNSPB": persons / np.maximum(dwellings, 1),
    }
    return np.stack([np.round(means[code], 1) for code in asked["ENHED"]], axis=1)  # after the area, where the table has it
