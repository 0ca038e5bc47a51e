"""A local server that speaks Danmarks Statistik's StatBank API as its documentation and stored answers have it, over whole invented tables.

Anyone can fetch from it, to see a fetch before the real one::

    python -m tests.data.statbank.statbank_server --port 8099
    python -m data --figures COPY_OF_THE_FIGURES fetch --api http://127.0.0.1:8099

A test may add faults. What the numbers are is in microdata.py, what the tables have in tables.py.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlparse

import numpy as np

from tests.data.statbank.microdata import tabulate
from tests.data.statbank.tables import TABLES, describe

PATIENCE = 60  # seconds
LIMIT = 1_000_000  # cells of an answer
COUNTED = 5  # the service counts five times as many cells as are asked for
MEANS = "BOL106"


class Service:
    """What the server is to do, and what it was asked.

    Attributes:
        questions: path, body and moment of every question.
        faults: answers that are given first, instead of the right ones.
        change_description: is applied to the description of every table.
        change_answer: is applied to the text of every answer with figures.
        suppressed: areas whose values are suppressed.
        tables: the variables of each table.
        limit: how many cells an answer may have, as the server counts them.
        closed: tables that are answered with a server error.
    """

    def __init__(self):
        self.questions, self.faults = [], []
        self.change_description, self.change_answer = lambda info: info, lambda text: text
        self.suppressed, self.closed = set(), set()
        self.tables, self.limit = dict(TABLES), LIMIT

    def asked(self, path="/data"):
        """The questions of one kind, in order."""
        return [question for asked, question, _ in self.questions if asked.endswith(path)]


OK_INFO = (200, "text/json; charset=utf-8", json.dumps(describe("FAM55N")))


def error(code, message):
    return 400, "application/json", json.dumps({"errorTypeCode": code, "message": message})


def read_question(question, axes):
    """The codes that are asked for, by variable; or an error."""
    given = {one["code"].upper(): one["values"] for one in question["variables"]}
    if unknown := given.keys() - {axis.code.upper() for axis in axes}:
        return {}, error("EXTRACT-NOTFOUND", f"Kan ikke finde variablen: {', '.join(unknown)}")
    for axis in axes:
        values = given.get(axis.code.upper(), [])
        if not values and not axis.can_be_left_out:
            return {}, error("EXTRACT-NOTALLOWED", f"Der skal vælges værdier for variabel: {axis.code}")
        if wrong := [value for value in values if value not in axis.values and value != "*"]:
            return {}, error("EXTRACT-NOTFOUND", f"Kan ikke finde værdien: {wrong[0]} ({axis.code})")
    asked = {axis.code: given[axis.code.upper()] for axis in axes if given.get(axis.code.upper())}
    return {axis.code: list(axis.values) if asked[axis.code] == ["*"] else asked[axis.code] for axis in axes if axis.code in asked}, None


def answer_data(question, service):
    table = question["table"]
    axes = service.tables[table]
    asked, refusal = read_question(question, axes)
    if refusal:
        return refusal
    counted = COUNTED * int(np.prod([len(values) for values in asked.values()]))
    if counted > service.limit:
        return error("REQUEST-LIMIT", f"Der er valgt {counted} celler, og der kan højst vælges {service.limit}")
    numbers = tabulate(table, axes, asked)
    values = [None if hidden else write_number(number, table) for hidden, number in list_cells(numbers, asked, axes, service)]
    if question["format"] in {"CSV", "BULK"}:
        return 200, "text/csv; charset=utf-8", write_csv(asked, values)
    return 200, "text/json; charset=utf-8", json.dumps({"dataset": write_jsonstat(table, asked, values, axes)})


def write_number(number, table):
    return round(float(number), 1) if table == MEANS else round(number)


def list_cells(numbers, asked, axes, service):
    """Each number in order, and whether it is hidden."""
    hidden = np.zeros(numbers.shape, bool)
    if axes[0].code in asked:
        hidden[[code in service.suppressed for code in asked[axes[0].code]]] = True
    return zip(hidden.ravel(), numbers.ravel(), strict=True)


def write_csv(asked, values):
    """With a byte order mark and CR LF, as the service writes it; ".." is what it has no number for."""
    rows = [";".join([*(name.upper() for name in asked), "INDHOLD"])]
    keys = np.array(np.meshgrid(*asked.values(), indexing="ij")).reshape(len(asked), -1).T
    rows += [f"{';'.join(key)};{'..' if value is None else value}" for key, value in zip(keys, values, strict=True)]
    return "\ufeff" + "\r\n".join(rows) + "\r\n"


def write_jsonstat(table, asked, values, axes):
    texts = {axis.code: axis.values for axis in axes}
    dimension = {
        name: {"label": name.lower(), "category": {
            "index": {code: at for at, code in enumerate(codes)}, "label": {code: texts[name][code] for code in codes}}}
        for name, codes in asked.items()
    }  # fmt: skip
    contents = {"index": {table: 0}, "label": {table: "Antal"}, "unit": {table: {"base": "Antal", "decimals": int(table == MEANS)}}}
    names = list(asked)
    dimension |= {
        "ContentsCode": {"label": "Indhold", "category": contents},
        "id": [*names[:-1], "ContentsCode", names[-1]],
        "size": [*(len(asked[name]) for name in names[:-1]), 1, len(asked[names[-1]])],
        "role": {"metric": ["ContentsCode"], "time": ["Tid"]},
    }
    dataset = {"dimension": dimension, "label": table, "source": "Danmarks Statistik", "updated": "2026-11-12T07:00:00Z", "value": values}
    signs = {str(at): ".." for at, one in enumerate(values) if one is None}
    return dataset | ({"status": signs} if signs else {})  # nothing is said of cells where none is missing


def answer(path, question, service):
    if service.faults:
        return service.faults.pop(0)
    table = question.get("table")
    if table not in service.tables:
        return error("EXTRACT-NOTFOUND", f"Tabel findes ikke: {table}")
    if table in service.closed:
        return 500, "text/plain", "out of order"
    path = path.removeprefix("/v1")
    if path == "/tableinfo":
        return 200, "text/json; charset=utf-8", json.dumps(service.change_description(describe(table, service.tables[table])))
    if path == "/data":
        status, kind, text = answer_data(question, service)
        return status, kind, service.change_answer(text) if status == 200 else text
    return 404, "text/html", "<html>Not found</html>"


class Handler(BaseHTTPRequestHandler):
    service: Service

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.service.questions.append((self.path, question, time.monotonic()))
        status, kind, text, *more = answer(urlparse(self.path).path, question, self.service)
        if kind == "slow":
            self.connection.settimeout(PATIENCE)
            self.connection.recv(1)  # until who asked has stopped waiting and closes the connection
        body = text if isinstance(text, bytes) else text.encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body) + (10 if "cut" in more else 0)))
            for name, content in (one for one in more if isinstance(one, tuple)):
                self.send_header(name, content)
            self.end_headers()
            self.wfile.write(body)
        except ConnectionError:
            pass  # who asked has stopped waiting
        self.close_connection = True

    def log_message(self, *_):
        pass


def make_server(service, port=0):
    return ThreadingHTTPServer(("127.0.0.1", port), type("Bound", (Handler,), {"service": service}))


@contextmanager
def run_service() -> Iterator[tuple[str, Service]]:
    """The address of a running server, and what to tell it."""
    service = Service()
    server = make_server(service)
    thread = Thread(target=server.serve_forever, args=[0.02], daemon=True)  # seconds until it sees that it is to stop
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def main():
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--port", type=int, default=8099)
    with make_server(Service(), parser.parse_args().port) as server:
        sys.stdout.write(f"http://127.0.0.1:{server.server_port} answers as the StatBank does; Ctrl-C stops it.\n")
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
