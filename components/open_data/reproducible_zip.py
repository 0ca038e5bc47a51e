"""ZIP files without times: the same content gives the same bytes, so that an export of unchanged figures changes no file."""

import shutil
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows


class ReproducibleZip(ZipFile):
    """A ``ZipFile`` whose entries all bear the same time; only the two methods that openpyxl calls are overridden."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
        """Add a text; its time is EPOCH."""
        super().writestr(_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Add a file; its time is EPOCH."""
        with Path(filename).open("rb") as source, self.open(_entry(arcname), "w") as target:
            shutil.copyfileobj(source, target)


def _entry(name: str | ZipInfo) -> ZipInfo:
    entry = ZipInfo(name if isinstance(name, str) else name.filename, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    return entry
