"""How answers are kept by browsers and by what stands between: fresh for a while, then cheap to ask for again."""

import json

from flask import Response, request

FRESH = 300  # seconds that an answer may be used without asking; the ETag makes asking cheap


def make_cacheable(response: Response) -> Response:
    """The answer with its ETag, or 304 where the browser has it already."""
    response.cache_control.public = True
    response.cache_control.max_age = FRESH
    response.add_etag()
    response.make_conditional(request)
    return response


def write_json_answer(said: object) -> Response:
    """An answer in JSON."""
    return Response(json.dumps(said, ensure_ascii=False), mimetype="application/json")
