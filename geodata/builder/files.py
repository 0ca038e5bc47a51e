"""The three files of a build: their names, which may not meet, and their writing, which is done whole or not at all."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from geodata.drawing import drawing_path
from geodata.problem import BorderError

ENDING = ".geojson"
DRAWING = "_tegning"  # as in ``drawing_path``


def check_output(output: Path, source: Path) -> None:
    """Check, before any work, that borders, drawing and sidecar can be written and take no other file's place.

    Raises:
        BorderError: they can't be; the message says what to give instead.
    """
    try:
        _check_name(output)
        _check_folder(output.parent)
        for path in name_files(output):
            _check_place(path, source)
    except OSError as error:  # a name that is too long, or a folder that may not be looked into
        raise BorderError(f"-o {output} can't be written ({error.strerror}); name another file with -o") from error


def name_files(output: Path) -> tuple[Path, Path, Path]:
    """The drawing, the sidecar and the borders.

    >>> [path.name for path in name_files(Path("geodata/kommuner.geojson"))]
    ['kommuner_tegning.json', 'kommuner.json', 'kommuner.geojson']
    """
    return drawing_path(output), output.with_suffix(".json"), output


def write_together(contents: Mapping[Path, str]) -> None:
    """Write some files so that all are new or all are as they were.

    Each is written beside its place and flushed, and takes its place by a rename when all have been written. A kill between two
    renames leaves whole files of two builds, which the loaders refuse by their checksums.

    Raises:
        BorderError: a file can't be written, for example on a full disk; none has been changed.
    """
    partials = {path: path.with_name(path.name + ".part") for path in contents}
    try:
        for path, content in contents.items():
            _write_flushed(partials[path], content)
        _rename_together(partials)
    except OSError as error:
        reason = error.strerror or error
        raise BorderError(f"{', '.join(map(str, contents))} can't be written ({reason}); make room for them, or write elsewhere") from error
    finally:
        for partial in partials.values():
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def _check_name(output: Path) -> None:
    if output.is_dir():
        raise BorderError(f"-o {output} is a folder; name a file in it, for example -o {output / ('kommuner' + ENDING)}")
    if output.suffix.lower() != ENDING:
        beside = f"the sidecar and the drawing stand beside the borders as {output.stem}.json and {output.stem}{DRAWING}.json"
        raise BorderError(f"-o {output} does not end in {ENDING}, but the borders are GeoJSON and {beside}; give -o {output.stem}{ENDING}")
    if output.stem.endswith(DRAWING):
        meeting = f"so its sidecar {output.stem}.json could take the place of another border file's drawing"
        raise BorderError(f"-o {output} is named as a drawing is, {meeting}; give a name that does not end in {DRAWING}")


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise BorderError(f"-o: the folder {folder} does not exist; make it first, or name another")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BorderError(f"-o: nothing can be written in the folder {folder}; change its permissions, or name another")


def _check_place(path: Path, source: Path) -> None:
    if path.is_dir() or path.with_name(path.name + ".part").is_dir():
        raise BorderError(
            f"{path} or {path.name}.part is a folder, but the build writes a file there; move it away, or name another with -o"
        )
    if path.exists() and source.exists() and path.samefile(source):
        raise BorderError(f"the build would write {path} over its source; name another file with -o")
    if path.suffix == ".json" and _has_borders(path):
        raise BorderError(f"the build would write {path} over borders that are there already; move them away, or name another file with -o")


def _has_borders(path: Path) -> bool:
    """Whether a file that lies where a sidecar or drawing goes is a map itself: GeoJSON and TopoJSON are called .json too."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("type") in {"FeatureCollection", "Feature", "Topology"}


def _write_flushed(path: Path, content: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _rename_together(partials: Mapping[Path, Path]) -> None:
    before = {path: path.read_bytes() if path.exists() else None for path in partials}
    try:
        for path, partial in partials.items():
            partial.replace(path)
    except BaseException:
        for path, content in before.items():
            _restore(path, partials[path], content)
        raise


def _restore(path: Path, partial: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != content:
        partial.write_bytes(content)
        partial.replace(path)
