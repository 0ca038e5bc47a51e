"""What workers hold in memory, by the kernel's account (Linux)."""

from pathlib import Path

PROCESSES = Path("/proc")


def measure_workers(pid: int) -> list[float]:
    """Megabytes of each worker of a server: its proportional set size, in which memory that processes share is divided between them.

    Args:
        pid: of the server's main process. Python's tracker of resources, which it starts as well, is none of its workers.

    Raises:
        OSError: this system has no such account.
    """
    return [_read_pss(child) for child in _list_children(pid) if b"resource_tracker" not in (PROCESSES / child / "cmdline").read_bytes()]


def _list_children(pid: int) -> list[str]:
    tasks = (PROCESSES / str(pid) / "task").iterdir()
    return [child for task in tasks for child in (task / "children").read_text().split()]


def _read_pss(pid: str) -> float:
    lines = (PROCESSES / pid / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
