"""The command line of the border builder, and what is wrong with it before any work is done."""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

from geodata.borders import FILE
from geodata.builder.crs import read_crs
from geodata.builder.files import check_output
from geodata.problem import BorderError

TOLERANCE = 150.0  # metres; see ``generalise``
COARSEST = 5_000.0  # metres; beyond that the smaller kommuner are triangles
DEFAULT_SOURCE = "Klimadatastyrelsen, DAGI kommuneinddeling"
DEFAULT_LICENCE = "Indeholder data fra Klimadatastyrelsen, DAGI (frie geografiske data)"


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line's options."""
    parser = argparse.ArgumentParser(
        prog="python -m geodata.build",
        description="Build the project's generalised kommune borders from an official border file.",
    )
    parser.add_argument("source", type=Path, help="border file in any format that geopandas reads")
    parser.add_argument("-o", "--output", type=Path, default=FILE, help="the borders, .geojson; drawing and sidecar are written beside it")
    parser.add_argument("--layer", help="layer with the kommuner (default: the one that has all of them)")
    parser.add_argument("--code", help="property with the kommunekode (default: found by its content)")
    parser.add_argument("--name", help="property with the name (default: found by its content)")
    parser.add_argument("--crs", help="coordinate system of a file that does not say it, or says a wrong one, e.g. EPSG:25832")
    parser.add_argument("--tolerance", type=float, default=TOLERANCE, help="metres; larger is coarser (default %(default)g)")
    parser.add_argument("--source", default=DEFAULT_SOURCE, dest="source_name", help="publisher and product, for the sidecar")
    parser.add_argument("--date", default="", help="date or year of the source's borders, for the sidecar")
    parser.add_argument("--licence", default=DEFAULT_LICENCE, help="terms of the source, for the sidecar")
    return parser.parse_args(arguments)


def check(options: argparse.Namespace) -> None:
    """Check everything that can be checked without reading the source.

    Raises:
        BorderError: an option has a value that it can't have; the message says which it could.
    """
    if not options.source.exists():
        raise BorderError(f"{options.source} does not exist; give the path of a border file")
    check_output(options.output, options.source)
    if not (math.isfinite(options.tolerance) and 0 < options.tolerance <= COARSEST):
        limits = f"length in metres above 0 and up to {COARSEST:g}"
        raise BorderError(f"--tolerance {options.tolerance:g} is no {limits}; give for example --tolerance {TOLERANCE:g}")
    if options.crs is not None:
        read_crs(options.crs)
