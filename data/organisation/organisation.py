"""A housing organisation (boligorganisation) in a kommune, and the list of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from data.place import danish_order


@dataclass(frozen=True, slots=True)
class Organisation:
    """A housing organisation in one kommune; one that has dwellings in three kommuner stands three times in the list.

    An empty text is one that was not told, and so is a number or an answer that is None.

    Attributes:
        kommune: code of the kommune.
        name: the organisation's own name.
        website: with its scheme: "https://bl.dk".
        phone: as it is printed: "12 34 56 78".
        email: an address of the organisation, not of a person.
        contact: the function of who is to be asked, such as "Kundeservice"; never the name of a person.
        dwellings: how many dwellings it has in the kommune.
        is_member: whether it is a member of BL.
        is_example: whether it is made up.
    """

    kommune: str
    name: str
    website: str
    phone: str
    email: str
    contact: str
    dwellings: int | None
    is_member: bool | None
    is_example: bool = False

    @property
    def order(self) -> tuple[str, str, str]:
        """By this organisations are sorted: kommunekode, then name in Danish order."""
        return self.kommune, danish_order(self.name), self.name


@dataclass(frozen=True)
class OrganisationList:
    """The organisations of all kommuner, and what the list comes from.

    Attributes:
        organisations: by kommunekode and Danish order of name, whatever order they were given in.
        title: what the list comes from, as it is shown.
        read: its date, ISO.
        responsible: who answers for it; internal, never shown.
        edition: the edition with which it was delivered.
    """

    organisations: tuple[Organisation, ...]
    title: str
    read: str
    responsible: str
    edition: str

    def __post_init__(self) -> None:
        """Sort, so that a list is equal to itself when it has been written and read."""
        object.__setattr__(self, "organisations", tuple(sorted(self.organisations, key=lambda one: one.order)))

    @cached_property
    def _by_kommune(self) -> Mapping[str, tuple[Organisation, ...]]:
        return {code: tuple(group) for code, group in groupby(self.organisations, key=lambda one: one.kommune)}

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for one in sorted(self.organisations, key=lambda one: (danish_order(one.name), one.name, one.kommune)):
            found[one.name] = (*found.get(one.name, ()), one.kommune)
        return found

    def of_kommune(self, code: str) -> tuple[Organisation, ...]:
        """The organisations of a kommune in Danish order of name; none if the list has none there.

        ::

            organisations.of_kommune("0326")  # (Organisation("0326", "Eksempel Boligforening Nord", …), …)
        """
        return self._by_kommune.get(code, ())

    def by_name(self) -> dict[str, tuple[str, ...]]:
        """The kommunekoder of each organisation by its name, in Danish order: what a search looks through.

        ::

            organisations.by_name()  # {"Eksempel Boligforening Nord": ("0326", "0360"), …}
        """
        return dict(self._by_name)

    @property
    def is_example(self) -> bool:
        """Whether any of it is made up."""
        return any(one.is_example for one in self.organisations)
