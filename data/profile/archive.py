"""The editions that the app can show: the newest is kept in memory, older ones are loaded when an address asks for them."""

import logging
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

from data.problem import FiguresError
from data.profile.change import News, find_changes
from data.profile.figures import Figures
from data.registry.registry import Registry
from data.store.edition import FOLDER, Edition, check_snapshots, list_editions, sort_editions

KEPT = 1  # older editions in memory, of some 10 MB each
log = logging.getLogger(__name__)
Load = Callable[[Edition, bool], Figures]  # an edition, and whether with example figures


class _LoadedEdition:
    """An edition in memory. Its official figures and its news are made when they are first asked for, and kept as long as the edition."""

    def __init__(self, edition: Edition, previous: Edition | None, load: Load, *, with_examples: bool) -> None:
        """Load the figures that pages show.

        Args:
            edition: the edition.
            previous: the edition before it; None for the first.
            load: reads the figures of an edition, with example figures or without.
            with_examples: whether pages show example figures.
        """
        self._edition, self._previous, self._load = edition, previous, load
        self.shown = load(edition, with_examples)

    @cached_property
    def official(self) -> Figures:
        """The figures without example figures."""
        return self._load(self._edition, False) if self.shown.with_examples else self.shown

    @cached_property
    def news(self) -> News | None:
        """What the edition changed; the figures of the edition before are read for the comparison and not kept."""
        if self._previous is None:
            return None
        return News(self._previous, find_changes(self._load(self._previous, False), self.official))


class Archive:
    """All editions of a folder as they were when the app started.

    Attributes:
        editions: by name, the newest first.
        broken: what is wrong with editions that are not shown, by name; empty unless a broken one may be passed over.
        newest: the figures of the newest edition.
    """

    def __init__(
        self,
        *,
        with_examples: bool,
        examples_in_files: bool = False,
        only_newest: bool = False,
        last_good: bool = False,
        root: Path = FOLDER,
        registry: Registry | None = None,
    ) -> None:
        """Find the editions and load the newest.

        Args:
            with_examples: show example figures where BL's own are not loaded.
            examples_in_files: have example figures in API and files as well.
            only_newest: leave the older editions out; the news are still those since the edition before.
            last_good: leave out editions that are not sound, and show the newest that is; each is logged and named in ``broken``.
            root: the folder of editions.
            registry: the registry; the project's own if left out.

        Raises:
            FiguresError, RegistryError: a file is not sound.
        """
        self._all, self.broken = _sort_out(root) if last_good else (list_editions(root), {})
        self.editions: dict[str, Edition] = {edition.name: edition for edition in reversed(self._all[-1 if only_newest else 0 :])}
        self._registry = registry or Registry.load()
        self._with_examples, self._examples_in_files = with_examples, examples_in_files
        self._newest = self._open_newest(last_good=last_good)
        self._open_older = lru_cache(maxsize=KEPT)(self._open)
        self.newest = self._newest.shown

    def figures(self, name: str | None) -> Figures:
        """The figures of an edition as pages show them; of the newest without a name.

        Raises:
            KeyError: there is no such edition.
        """
        return self._find(name).shown

    def official(self, name: str | None) -> Figures:
        """The figures of an edition without example figures."""
        return self._find(name).official

    def public(self, name: str | None) -> Figures:
        """The figures of an edition for API and files, which have example figures only where ``examples_in_files`` says so."""
        return self.figures(name) if self._examples_in_files else self.official(name)

    def news(self, name: str | None) -> News | None:
        """What an edition changed since the one before it, official figures only; None for the first edition."""
        return self._find(name).news

    def _open_newest(self, *, last_good: bool) -> _LoadedEdition:
        name = self._all[-1].name
        try:
            return self._open(name)
        except (FiguresError, OSError) as error:
            if not last_good or len(self._all) == 1:
                raise
            self.broken[name] = _tell_broken(name, error)
            self._all.pop()
            del self.editions[name]
            return self._open_newest(last_good=last_good)

    def _find(self, name: str | None) -> _LoadedEdition:
        return self._newest if name is None or name == self._all[-1].name else self._open_older(name)

    def _open(self, name: str) -> _LoadedEdition:
        edition = self.editions[name]
        older = [one for one in self._all if one.number < edition.number]
        return _LoadedEdition(edition, older[-1] if older else None, self._load, with_examples=self._with_examples)

    def _load(self, edition: Edition, with_examples: bool) -> Figures:
        is_newest = edition == self._all[-1]
        return Figures.load(with_examples=with_examples, edition=edition, registry=self._registry, is_newest=is_newest)


def _sort_out(root: Path) -> tuple[list[Edition], dict[str, str]]:
    """The editions whose files are those that were written, oldest first, and what is wrong with the others.

    Of the newest only the description is looked at: its figures are read at once, older ones when somebody asks for them, and as what a
    newer one is compared with.

    Raises:
        FiguresError: no edition is left.
    """
    found, broken = sort_editions(root)
    broken = {name: _tell_broken(name, said) for name, said in broken.items()}
    sound = []
    for edition in found:
        try:
            if edition != found[-1]:
                check_snapshots(edition)
            sound.append(edition)
        except (FiguresError, OSError) as error:
            broken[edition.name] = _tell_broken(edition.name, error)
    return sound or list_editions(root), broken


def _tell_broken(name: str, error: Exception | str) -> str:
    """Log what is wrong with an edition, and say it without the machine's own paths."""
    said = str(error)
    if isinstance(error, OSError):
        said = f"{Path(error.filename or name).name} can't be read ({error.strerror}); restore it, or let the server read it"
    log.error("the edition %s is not served: %s. The newest that is sound is shown", name, said)
    return said
