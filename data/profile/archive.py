"""The editions that the app can show: the newest, and older ones when an address asks for them."""

from functools import lru_cache
from pathlib import Path

from data.profile.figures import Figures
from data.registry.registry import Registry
from data.store.edition import FOLDER, Edition, list_editions

KEPT = 1  # older editions in memory, of some 10 MB each


class Archive:
    """All editions of a folder as they were when the app started.

    Attributes:
        editions: by name, the newest first.
        newest: the figures of the newest edition.
    """

    def __init__(
        self,
        *,
        with_examples: bool,
        examples_in_files: bool = False,
        only_newest: bool = False,
        root: Path = FOLDER,
        registry: Registry | None = None,
    ) -> None:
        """Find the editions and load the newest.

        Args:
            with_examples: show example figures where BL's own are not loaded.
            examples_in_files: have them in what leaves the page as well: API and files.
            only_newest: leave the older editions out.
            root: the folder of editions.
            registry: the registry; the project's own if left out.

        Raises:
            FiguresError, RegistryError: a file is not sound.
        """
        self.editions: dict[str, Edition] = {edition.name: edition for edition in reversed(list_editions(root)[-1 if only_newest else 0 :])}
        first = next(iter(self.editions.values()))
        registry = registry or Registry.load()
        self.newest = Figures.load(with_examples=with_examples, edition=first, registry=registry)
        self._newest_name, self._examples_in_files = first.name, examples_in_files

        @lru_cache(maxsize=KEPT)
        def load(name: str) -> Figures:
            return Figures.load(with_examples=with_examples, edition=self.editions[name], registry=registry)

        self._older = load

    def figures(self, name: str | None) -> Figures:
        """The figures of an edition; of the newest without a name.

        Raises:
            KeyError: there is no such edition.
        """
        return self.newest if name is None or name == self._newest_name else self._older(name)

    def public(self, name: str | None) -> Figures:
        """The figures of an edition as they may leave the page."""
        return self.figures(name) if self._examples_in_files else self.figures(name).without_examples
