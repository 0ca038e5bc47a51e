from html.parser import HTMLParser

import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from components.attribute import aria, data
from components.plain_html import to_html, write_piece


class Reader(HTMLParser):
    """The first element's attributes and all text, as a browser would understand them."""

    def __init__(self):
        super().__init__()
        self.attributes, self.text = None, ""

    def handle_starttag(self, tag, attrs):
        self.attributes = self.attributes if self.attributes is not None else dict(attrs)

    def handle_data(self, text):
        self.text += text


def read(markup):
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_as_it_was(text):
    reader = read(to_html(html.P(text, title=text, **data(navn=text))))
    assert reader.text == text
    assert reader.attributes == {"title": text, "data-navn": text}


def test_attributes_are_html_s():
    tree = html.Label(
        [html.Span("x", className="a b", style={"fontSize": "2em", "width": "3%"}), None, 3],
        htmlFor="felt",
        hidden=True,
        **aria(label="Et & to"),
    )
    assert (
        to_html(tree)
        == '<label aria-label="Et &amp; to" hidden for="felt"><span class="a b" style="font-size:2em;width:3%">x</span>3</label>'
    )


def test_void_elements_have_no_end():
    assert to_html(html.Div([html.Br(), html.Hr()])) == "<div><br><hr></div>"


def test_markup_in_a_figure_stays_text():
    assert to_html(html.P("<script>alert(1)</script>")) == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize("tree", [dcc.Graph(), html.Div(dcc.Graph()), object()])
def test_what_is_no_html_is_refused(tree):
    with pytest.raises(TypeError, match=r"can't be rendered as HTML|is no html component"):
        to_html(tree)


def test_a_piece_has_its_trees_as_html():
    assert write_piece({"titel": "Ærø", "top": html.P("x"), "tal": [1]}) == '{"titel":"Ærø","top":"<p>x</p>","tal":[1]}'
