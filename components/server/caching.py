"""How answers are kept by browsers and by what stands between: fresh for a while, then cheap to ask for again."""

import json

from flask import Response, request
from werkzeug.exceptions import NotFound

from components.address.view import Parameter
from components.wording import texts
from data.profile.archive import Archive

FRESH = 300  # seconds that an answer may be used without asking; the ETag makes asking cheap


def keep(response: Response) -> Response:
    """The answer with its ETag, or 304 where the browser has it already."""
    response.cache_control.public = True
    response.cache_control.max_age = FRESH
    response.add_etag()
    response.make_conditional(request)
    return response


def write_json_answer(said: object) -> Response:
    """An answer in JSON."""
    return Response(json.dumps(said, ensure_ascii=False), mimetype="application/json")


def choose_edition(archive: Archive) -> tuple[str | None, str]:
    """The edition that the address of a page asks for, and what to say of one that does not exist: the newest is shown then."""
    name = request.args.get(Parameter.UDGAVE) or None
    return (None, texts.NOTICES[Parameter.UDGAVE]) if name and name not in archive.editions else (name, "")


def find_edition(archive: Archive) -> str | None:
    """The edition that the address asks for; a piece of an unknown edition does not exist."""
    name = request.args.get(Parameter.UDGAVE) or None
    if name and name not in archive.editions:
        raise NotFound
    return name
