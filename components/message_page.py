"""The small pages for addresses that do not exist and for errors."""

from html import escape

from components import texts

MESSAGE_PAGE = """<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>{heading} - {title}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/00-grund.css"></head>
<body><main class="beskedside"><h1>{heading}</h1><p>{sentence}</p><p><a href="/">{back}</a></p></main></body>
</html>"""


def build_message_page(heading: str, sentence: str) -> str:
    """A page with one sentence and a way back, for addresses that do not exist and for errors."""
    return MESSAGE_PAGE.format(heading=escape(heading), sentence=escape(sentence), title=escape(texts.TITLE), back=escape(texts.WAY_BACK))
