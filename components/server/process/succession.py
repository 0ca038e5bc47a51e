"""How workers follow each other: the new ones have loaded everything before the old ones make way (``leaving.py``).

granian gives each worker a listening socket of its own. A connection that the system has put into the queue of one that stops, or is
killed, is reset unanswered; and it stops an old worker after a fixed time, whether the new one has started or not. Here all listen at one
socket, whose queue outlives each of them, and an old worker makes way when the new ones are known to be ready.
"""

import math
import os
import signal
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import Semaphore
from multiprocessing.synchronize import Semaphore as Counter
from threading import Thread, Timer
from typing import Any

from granian._granian import ListenerSpec  # which no public module of granian exports
from granian.log import logger
from granian.server import MPServer
from granian.server.mp import WorkerProcess

from components.server.process.leaving import LEAVE, Leaving, prepare_to_leave

LOOK = 0.1  # seconds between two looks at whether a worker has loaded
LONGEST_START = 120.0  # seconds that a worker may take to load: 3 on two slow cores, and a folder on a network may hang
RETRY = 10.0  # seconds after which to try again to replace a worker that died
Load = Callable[[], Any]


class ListenError(ValueError):
    """Nothing can listen at an address; the message says why, and what to do."""


@dataclass(frozen=True)
class Start:
    """What a new worker and the main process tell each other.

    Attributes:
        loaded: the worker has loaded everything.
        may_serve: it may take connections.
    """

    loaded: Counter = field(default_factory=partial(Semaphore, 0))
    may_serve: Counter = field(default_factory=partial(Semaphore, 0))


class Succession(MPServer):
    """granian's server with another way from one worker to the next. What is overridden is granian 2.8's; the tests would tell."""

    longest_leave = 32.0  # seconds that an old worker waits for its connections to end
    _starts: dict[WorkerProcess, Start]
    _leaving: list[WorkerProcess]

    def _init_shared_socket(self) -> None:
        """One listening socket for all workers, as granian has it where a port can't have several.

        Raises:
            ListenError: the address is not this machine's, or another program has the port.
        """
        self._starts, self._leaving = {}, []
        try:
            shared = ListenerSpec(self.bind_addr, self.bind_port, self.backlog).build()
        except RuntimeError as error:  # of Rust's; its words, and then where in its code
            raise ListenError(
                f"nothing can listen at {self._bind_addr_fmt}: {str(error).partition(chr(10))[0]}; stop what has the port, or name another "
                "address or port (--host, --port; with make HOST=, PORT=)"
            ) from error
        self._ssp, self._shd, self._sfd = None, shared, shared.get_fd()  # type: ignore[assignment] # granian says nothing of their types
        self._sso = socket.socket(fileno=self._sfd)
        self._sso.set_inheritable(True)

    def _spawn_worker(self, idx: int, target: Any, callback_loader: Load) -> WorkerProcess:  # type: ignore[override] # as MPServer's
        start = Start()
        load = partial(load_in_worker, callback_loader, start, os.getpid(), self.bind_port, self.longest_leave)
        worker = super()._spawn_worker(idx, target, load)
        self._starts[worker] = start
        return worker

    def _spawn_workers(self, spawn_target: Any, target_loader: Load) -> None:
        """The first workers. One that can't start stops the server: what is wrong for it is wrong for every one."""
        self.respawn_failed_workers = False
        super()._spawn_workers(spawn_target, target_loader)  # type: ignore[no-untyped-call]
        for worker in self.wrks:
            self._starts[worker].may_serve.release()
        Thread(target=self._keep_workers, args=(list(self.wrks),), daemon=True).start()

    def _keep_workers(self, workers: list[WorkerProcess]) -> None:
        if self._wait_until_loaded(workers, longest=math.inf):
            self.respawn_failed_workers = True

    def _reload(self, spawn_target: Any, target_loader: Load) -> None:
        logger.info("HUP signal received, starting new workers")
        self.main_loop_interrupt.clear()  # before the signal: one that comes in between is heard by these workers
        self.reload_signal = False
        new = self._start_beside(range(self.workers), spawn_target, target_loader)
        if self._wait_until_loaded(new.values()):
            self._take_over(new)
        elif not self.interrupt_signal:
            logger.error("The new workers can't start, for the reason above: those from before go on serving what they have loaded")
            self._tell_dead(self._find_dead())

    def _respawn_workers(self, workers: Iterable[int], spawn_target: Any, target_loader: Load, delay: float = 0) -> None:  # noqa: ARG002
        """New workers for those that died. If they can't start, the others go on and it is tried again; the last one stops the server."""
        new = self._start_beside(sorted(set(workers)), spawn_target, target_loader)
        if self._wait_until_loaded(new.values()):
            self._take_over(new)
        elif self.interrupt_signal:
            return
        elif any(worker.is_alive() for worker in self.wrks):
            logger.error(f"A worker that died can't be replaced, for the reason above: the others go on, next try in {RETRY:.0f} s")
            self._call_again(new)
        else:
            self.respawn_failed_workers = False
            self._tell_dead(new)

    def _start_beside(self, places: Iterable[int], spawn_target: Any, target_loader: Load) -> dict[int, WorkerProcess]:
        new = {place: self._spawn_worker(place, spawn_target, target_loader) for place in places}
        for worker in new.values():
            worker.interrupt_by_parent = True  # if it ends now, that is no death of a worker that serves
            worker.start()
        return new

    def _wait_until_loaded(self, workers: Iterable[WorkerProcess], longest: float = LONGEST_START) -> bool:
        """Whether all have loaded; if one can't, or the server is to stop meanwhile, those that are not in use are ended."""
        until = time.monotonic() + longest
        for worker, start in [(worker, self._starts[worker]) for worker in workers]:
            while not start.loaded.acquire(timeout=LOOK):
                is_late = time.monotonic() > until
                if is_late:
                    logger.error(f"A new worker has not loaded its figures within {longest:.0f} s, and is ended: is the disk slow?")
                if is_late or not worker.is_alive() or self.interrupt_signal:
                    self._drop(each for each in workers if each not in self.wrks)
                    return False
        return True

    def _drop(self, workers: Iterable[WorkerProcess]) -> None:
        for worker in workers:
            worker.kill()
            worker.join()
            self._starts.pop(worker, None)

    def _take_over(self, new: Mapping[int, WorkerProcess]) -> None:
        """The old workers shut their doors, and then the new ones open theirs: whoever comes in between waits in the socket's queue."""
        self.interrupt_children[:] = [place for place in self.interrupt_children if place not in new]
        old = [self.wrks[place] for place in new]
        for place, worker in new.items():
            self.wrks[place] = worker
        for worker in old:
            self._see_off(worker)
        for worker in new.values():
            worker.interrupt_by_parent = False
            self._starts[worker].may_serve.release()
        self._tell_dead(self._find_dead())
        self.respawn_failed_workers = True

    def _see_off(self, worker: WorkerProcess) -> None:
        worker.interrupt_by_parent = True
        if worker.is_alive():
            logger.info(f"Old worker-{worker.idx + 1} makes way")
            os.kill(worker.inner.pid, LEAVE)
        self._leaving.append(worker)
        Thread(target=self._wait_for_end, args=(worker,), daemon=True).start()

    def _wait_for_end(self, worker: WorkerProcess) -> None:
        wait_for_end(worker, time.monotonic() + self.longest_leave + (self.workers_kill_timeout or 0))
        self._leaving.remove(worker)
        self._starts.pop(worker, None)
        logger.info(f"Stopped old worker-{worker.idx + 1}")

    def _call_again(self, dead: Mapping[int, WorkerProcess]) -> None:
        timer = Timer(RETRY, self._tell_dead, [dead])
        timer.daemon = True
        timer.start()

    def _find_dead(self) -> dict[int, WorkerProcess]:
        """Workers in use that have died, by place."""
        return {place: worker for place, worker in enumerate(self.wrks) if not worker.is_alive()}

    def _tell_dead(self, dead: Mapping[int, WorkerProcess]) -> None:
        """Have the main loop replace workers."""
        if dead:
            self.interrupt_children.extend(place for place in dead if place not in self.interrupt_children)
            self.main_loop_interrupt.set()

    def _stop_workers(self) -> None:
        """End all workers, those that are leaving too."""
        workers = [*self.wrks, *self._leaving]
        for worker in workers:
            worker.terminate()
        until = time.monotonic() + (self.workers_kill_timeout or math.inf)
        for worker in workers:
            wait_for_end(worker, until)
            logger.info(f"Stopped worker-{worker.idx + 1}")
        self.wrks.clear()


def wait_for_end(worker: WorkerProcess, until: float) -> None:
    """Wait for a worker that was told to end, and kill it if it has not in time.

    It is looked at again and again, not joined: granian waits for it as well, in a thread of its own, and whoever is not told first by the
    system takes a worker that has just ended for one that lives.

    Args:
        worker: that was told.
        until: the latest time, of the monotonic clock.
    """
    while worker.is_alive():
        if time.monotonic() > until:
            logger.warning(f"Killing worker-{worker.idx + 1}, which has not ended")
            worker.kill()
            worker.join()
            return
        time.sleep(LOOK)


def load_in_worker(load: Load, start: Start, parent: int, port: int, longest_leave: float) -> Leaving:
    """The app, in a new worker, once it may serve.

    Args:
        load: gives the app.
        start: what this worker and the main process tell each other.
        parent: the process id of the main process; a worker that it has left alone ends.
        port: that the worker listens at.
        longest_leave: seconds that it waits for its connections to end when it makes way.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # until it serves it has the main process's handlers, which would end nothing
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to every process of a terminal; the main one tells the others
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    app = prepare_to_leave(load, port, longest_leave)
    start.loaded.release()
    while not start.may_serve.acquire(timeout=1):
        if os.getppid() != parent:
            raise SystemExit(1)
    return app
