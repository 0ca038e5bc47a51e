"""``make rehearsal``: the fetch of Danmarks Statistik's figures against a local server with invented numbers, then the map on them.

Nothing of the project's own editions is changed: the fetch works on a copy. The numbers are invented, and so is all that the map then
shows of them; it says so here only, so it is served on this machine alone.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from data.__main__ import main as run_command
from data.store.edition import FOLDER
from tests.browser import PRODUCTION
from tests.data.statbank.statbank_server import Service, run_service

INTRODUCTION = "Invented numbers, for a rehearsal only: http://127.0.0.1:{port} (Ctrl-C ends it)\n"


def fetch_invented(root: Path) -> tuple[int, Service]:
    """Copy the project's editions to a folder that is not there yet, and fetch everything from the local server into it.

    Returns:
        The status of the command, and the service, which knows what it was asked.
    """
    shutil.copytree(FOLDER, root)
    with run_service() as (address, service):
        return run_command(["--figures", str(root), "fetch", "--api", address]), service


def main() -> int:
    """Fetch, then serve as in production."""
    port = os.environ.get("PORT", "8050")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "figures"
        status, _ = fetch_invented(root)
        if status:
            return status
        sys.stdout.write(INTRODUCTION.format(port=port))
        sys.stdout.flush()
        command = [sys.executable, *PRODUCTION, "--port", port]
        try:
            return subprocess.run(command, env=os.environ | {"DANMARKSKORT_TAL": str(root)}, check=False).returncode
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main())
