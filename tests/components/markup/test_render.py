from html.parser import HTMLParser

import pytest
from dash import dcc
from dash import html as dash_html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from components.markup import html
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.markup.render import to_html, write_piece

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


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


@given(PRINTABLE)
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
        == '<label for="felt" hidden aria-label="Et &amp; to"><span class="a b" style="font-size:2em;width:3%">x</span>3</label>'
    )


def test_void_elements_have_no_end():
    assert to_html(html.Div([Element("br"), Element("hr")])) == "<div><br><hr></div>"


def test_markup_in_a_text_is_escaped():
    assert to_html(html.P("<script>alert(1)</script>")) == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize("tree", [dcc.Graph(), html.Div(dcc.Graph()), dash_html.P("x"), {"a": "b"}, object()])
def test_what_is_no_html_is_refused(tree):
    with pytest.raises(TypeError, match="can't be rendered as HTML"):
        to_html(tree)


@pytest.mark.parametrize("name", ["classname", "class", "onclick", "dataKode"])
def test_an_attribute_that_no_element_has_is_refused(name):
    with pytest.raises(TypeError, match=f"{name} is no attribute of an html element"):
        to_html(html.P("x", **{name: "y"}))


def test_a_piece_has_its_trees_as_html():
    assert write_piece({"titel": "Ærø", "top": html.P("x"), "tal": [1]}) == '{"titel":"Ærø","top":"<p>x</p>","tal":[1]}'


def test_markup_of_ours_is_taken_as_it_is():
    drawn = Markup('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>')
    assert to_html(html.Div([drawn, "<b>"])) == f"<div>{drawn}&lt;b&gt;</div>"


def lead(address):
    return f"/kort{address}", {"data-led": address}


def test_every_address_is_written_by_the_page():
    tree = html.Div([html.A("x", href="/a?b=1&c=2"), html.Form(Element("img", src="/b.png"), action="/c"), html.A("y"), html.P(title="/d")])
    assert to_html(tree, lead) == (
        '<div><a href="/kort/a?b=1&amp;c=2" data-led="/a?b=1&amp;c=2">x</a>'
        '<form action="/kort/c" data-led="/c"><img src="/kort/b.png" data-led="/b.png"></form><a>y</a><p title="/d"></p></div>'
    )


@given(PRINTABLE)
def test_no_address_breaks_out_of_its_attribute(text):
    attributes = read(to_html(html.A(href=text), lead)).attributes
    assert attributes == {"href": f"/kort{text}", "data-led": text}


@given(PRINTABLE)
def test_an_input_has_any_value_as_it_is(value):
    assert read(to_html(html.Input(type="hidden", name="id", value=value))).attributes == {"type": "hidden", "name": "id", "value": value}


def test_an_input_is_ticked_or_not():
    assert to_html(html.Input(type="radio", checked=True)) == '<input type="radio" checked>'
    assert to_html(html.Label([html.Input(type="radio", checked=False), " Ja"])) == '<label><input type="radio"> Ja</label>'


def test_the_addresses_of_a_piece_are_written_by_the_page():
    assert write_piece({"a": html.A(href="/x"), "b": "/x"}, lead) == '{"a":"<a href=\\"/kort/x\\" data-led=\\"/x\\"></a>","b":"/x"}'
