"""Leave out what is not Denmark's: a file of Europe, or of the Kingdom, has the 98 kommuner among other areas."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.builder.attributes import ENOUGH
from geodata.builder.crs import Tell, project, to_degrees
from geodata.builder.known import Known, within
from geodata.builder.places import find_middles
from geodata.problem import BorderError

CHRISTIANSO = "0411"  # not a kommune: belongs to the Ministry of Defence
MOSTLY = 0.5  # of an area must be on land that is Denmark's, to belong to it


def is_of_kommuner(codes: pd.Series) -> pd.Series:
    """Which codes, as ``read_code`` gives them, are of a kommune that the committed borders have, or Christiansø's."""
    return codes.isin([*Known.load().names, CHRISTIANSO])


def leave_out_foreign(features: gpd.GeoDataFrame, column: str, tell: Tell) -> gpd.GeoDataFrame:
    """The features of Denmark: those with the codes of the kommuner, and those with another code of that form, which is yet to be told.

    What lies elsewhere is passed over, and so is what lies on top of the kommuner and has no kommunekode, such as the whole country.
    Where there are foreign areas, a kommune's code that also stands in another country (0360 is Lolland and Tierp) is foreign too.

    Args:
        features: all areas of the source in its own coordinate system, with ``stated``, the property that has the code, ``kode``
            (None where that is no kommunekode) and ``navn``.
        column: the name of that property, for messages.
        tell: takes a remark for the terminal.

    Raises:
        BorderError: a part of Denmark has no kommunekode.
    """
    is_kommune = is_of_kommuner(features["kode"])
    is_inside = pd.Series(within(to_degrees(find_middles(features), features.crs), Known.load().denmark), index=features.index)
    others = features[~is_kommune & is_inside & features.geometry.notna()]
    belonging = _find_belonging(others, features[is_kommune & is_inside], column) if len(others) else others.index
    is_kept = is_kommune | features.index.isin(belonging)
    if not is_kept.all():
        codes_inside = {CHRISTIANSO, *features["kode"][is_kommune & is_inside]}
        is_kept &= is_inside | ~is_kommune | ~features["kode"].isin(codes_inside)
        passed = features[~is_kept]
        first = f"{passed['stated'].iloc[0]} {passed['navn'].iloc[0]}"
        tell(f"{len(passed)} areas that are no kommuner of Denmark were passed over, the first {first}")
    return features[is_kept]


def check_codes(features: gpd.GeoDataFrame, column: str) -> None:
    """Check that the property has kommunekoder at all.

    Raises:
        BorderError: it has those of fewer than half of the kommuner, and something else.
    """
    found = features["kode"][is_of_kommuner(features["kode"])].nunique()
    if found < ENOUGH * len(Known.load().names):
        _refuse_unreadable(features, column)


def _find_belonging(others: gpd.GeoDataFrame, kommuner: gpd.GeoDataFrame, column: str) -> pd.Index:
    """Those of the other areas that are mostly on Denmark's land, in the source or in the committed borders."""
    others = project(others)
    areas = shapely.make_valid(others.geometry.to_numpy())
    own = shapely.union_all(shapely.make_valid(project(kommuner).geometry.to_numpy()))
    on_kommuner, on_land = _measure(areas, own), _measure(areas, shapely.union_all(Known.load().land.to_numpy()))
    _refuse_unreadable(others[(on_land >= MOSTLY) & (on_kommuner < MOSTLY)], column)
    belonging: pd.Index = others.index[(np.maximum(on_land, on_kommuner) >= MOSTLY) & others["kode"].notna()]
    return belonging


def _measure(areas: np.ndarray, land: shapely.Geometry) -> np.ndarray:
    """The part of each area that is on the land."""
    parts: np.ndarray = shapely.area(shapely.intersection(areas, land)) / np.maximum(shapely.area(areas), 1)
    return parts


def _refuse_unreadable(features: gpd.GeoDataFrame, column: str) -> None:
    wrong = features["stated"][features["kode"].isna()]
    if len(wrong):
        first = wrong.tolist()[0]
        came = f"is empty for {len(wrong)} areas" if pd.isna(first) else f"has {first!r}"
        raise BorderError(
            f"property {column} {came}; expected kommunekoder such as 0326, 326 or DK0326; name another property with --code, or correct it"
        )
