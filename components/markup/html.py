"""HTML elements: ``html.P(["98 ", html.B("kommuner")], className="tal")``, which components/markup/render.py writes.

Elements and attributes bear the names that they have in Dash's html components, so that whoever knows Dash can read them, and a test
lets Dash draw the same trees (tests/pages/dash_tree.py). They are not Dash's own: one of those takes 50 microseconds to be made and
written, and a comparison has 650 of them; these take 3.
"""

from functools import partial

# What an element of ours may have, besides aria-… and data-…; another is a slip.
# fmt: off
ATTRIBUTES = frozenset({
    "action", "autoComplete", "checked", "className", "download", "height", "hidden", "href", "htmlFor", "id", "max", "maxLength",
    "min", "name", "open", "readOnly", "role", "rows", "scope", "selected", "src", "style", "tabIndex", "target", "title", "type",
    "value", "width",
})
# fmt: on


class Element:
    """An element, its content and its attributes.

    Attributes:
        tag: its name in HTML, in small letters.
        children: a text, a number, an element, Markup, None (nothing), or a list of them.
        attributes: by their names in Dash: ``{"className": "tal", "aria-label": "Kort"}``; True is written as the bare name, None and
            False are not written at all.
    """

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, children: object = None, **attributes: object) -> None:
        """An element by its tag; the names below are the usual way to one."""
        self.tag, self.children, self.attributes = tag, children, attributes

    @property
    def classes(self) -> list[str]:
        """The names of its classes: ["panel", "emne"]."""
        return str(self.attributes.get("className") or "").split()


A = partial(Element, "a")
Article = partial(Element, "article")
B = partial(Element, "b")
Button = partial(Element, "button")
Caption = partial(Element, "caption")
Dd = partial(Element, "dd")
Details = partial(Element, "details")
Div = partial(Element, "div")
Dl = partial(Element, "dl")
Dt = partial(Element, "dt")
Fieldset = partial(Element, "fieldset")
Footer = partial(Element, "footer")
Form = partial(Element, "form")
H1 = partial(Element, "h1")
H2 = partial(Element, "h2")
H3 = partial(Element, "h3")
H4 = partial(Element, "h4")
Header = partial(Element, "header")
Iframe = partial(Element, "iframe")
Input = partial(Element, "input")
Label = partial(Element, "label")
Legend = partial(Element, "legend")
Li = partial(Element, "li")
Main = partial(Element, "main")
Nav = partial(Element, "nav")
Noscript = partial(Element, "noscript")
Option = partial(Element, "option")
P = partial(Element, "p")
Section = partial(Element, "section")
Select = partial(Element, "select")
Span = partial(Element, "span")
Strong = partial(Element, "strong")
Summary = partial(Element, "summary")
Table = partial(Element, "table")
Tbody = partial(Element, "tbody")
Td = partial(Element, "td")
Textarea = partial(Element, "textarea")
Th = partial(Element, "th")
Thead = partial(Element, "thead")
Tr = partial(Element, "tr")
Ul = partial(Element, "ul")
