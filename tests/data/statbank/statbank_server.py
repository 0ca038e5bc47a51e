"""A local server that speaks Danmarks Statistik's StatBank API as its documentation has it, over small tables.

Every cell is a number that is computed from its codes, so that a test can compute the expected figures. A test may add faults.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from threading import Thread
from urllib.parse import urlparse

from data.place import PlaceKind, load_places

PATIENCE = 60  # seconds
KOMMUNER = [place.code[1:] for place in load_places().values() if place.kind is PlaceKind.KOMMUNE]
AREAS = ["000", "084", "01", *KOMMUNER, "411"]
QUARTERS = [f"{year}K{quarter}" for year in range(2020, 2027) for quarter in range(1, 5)][:-2]  # to 2026K2
# Codes and texts are those of the tables' own descriptions; variables that are always left out have only some of their values.
EJER = {"10": "Privatpersoner inkl I/S", "20": "Almene boligselskaber", "30": "A/S, ApS og andre selskaber",
        "41": "Private andelsboligforeninger", "SK": "Offentlig myndighed", "UOP2": "Andet el uoplyst"}  # fmt: skip
BEBO = {"1000": "Boliger med CPR tilmeldte personer (beboede boliger)", "2000": "Boliger uden CPR tilmeldte personer (ubeboede boliger)",
        "5000": "Fritidshuse uden CPR tilmeldte personer (ubeboede fritidshuse)"}  # fmt: skip
USE = {"125": "Parcel/Stuehuse", "130": "Række-, kæde- og dobbelthuse", "140": "Etageboliger", "150": "Kollegier",
       "160": "Døgninstitutioner", "565": "Fritidshuse", "570": "Andet"}  # fmt: skip
TENURE = {"EJ": "Beboet af ejer", "LEJ": "Beboet af lejer", "IB": "Ikke benyttet bolig", "UOPL": "Uoplyst"}
BYGHERRE = {"10+30+40+90": "Private, I/S, A/S, ApS og lign.", "20": "Almene boligselskaber", "41": "Private andelsboligforeninger",
            "SK": "Offentlig myndighed", "UOPL": "Uoplyst"}  # fmt: skip
PHASE = {"2": "Påbegyndt byggeri", "3": "Fuldført byggeri", "4": "Byggeri under opførelse", "1": "Tilladt byggeri"}
MEAN = {"GNSAB": "Gennemsnitlig areal pr. bolig (m2)", "GNSAP": "Gennemsnitligt areal per person (m2)",
        "GNSPB": "Gennemsnitlig personer pr. bolig (Antal)"}  # fmt: skip
HOUSEHOLD = {"M": "Enlige mænd", "K": "Enlige kvinder", "PAR": "Ægtepar", "PA": "Et par i øvrigt",
             "IHB": "Ikke hjemmeboende børn under 18 år", "AH": "Andre husstande bestående af flere familier"}  # fmt: skip


def as_texts(codes):
    return {code: code for code in codes}


# table: its variables, each with texts by code, and whether it may be left out
TABLES = {
    "BOL101": {
        "OMRÅDE": (as_texts(AREAS), True), "BEBO": (BEBO, False), "ANVENDELSE": (USE, True),
        "UDLFORH": (TENURE, True), "EJER": (EJER, True),
        "Tid": (as_texts(["2016", "2020", "2025", "2026"]), False),
    },
    "BOL106": {
        "OMRÅDE": (as_texts(AREAS), True), "ENHED": (MEAN, False), "ANVENDELSE": (as_texts(["TOT", "140"]), True),
        "Tid": (as_texts(["2025", "2026"]), False),
    },
    "BYGV33": {
        "OMRÅDE": (as_texts(AREAS), True), "BYGFASE": (PHASE, False), "ANVEND": (as_texts(["120", "140"]), True),
        "BYGHERRE": (BYGHERRE, True), "Tid": (as_texts(QUARTERS), False),
    },
    "FOLK1A": {
        "OMRÅDE": (as_texts(AREAS), True), "KØN": (as_texts(["TOT", "1", "2"]), True), "ALDER": (as_texts(["IALT", "0"]), True),
        "CIVILSTAND": (as_texts(["TOT", "U"]), True), "Tid": (as_texts([*QUARTERS, "2026K3"]), False),
    },
    "FAM55N": {
        "OMRÅDE": (as_texts(AREAS), True), "HUSTYP": (HOUSEHOLD, True), "HUSSTØR": (as_texts(["1", "8+"]), True),
        "ANTBORNH": (as_texts(["0", "5-"]), True), "Tid": (as_texts(["2025", "2026"]), False),
    },
    "BOL201": {
        "AMT": (as_texts(AREAS[:-1]), True), "ANVENDELSE": (as_texts(["125", "140"]), True), "UDLFORH": (as_texts(["EJ", "LEJ"]), True),
        "EJER": (EJER, True), "OPFØRELSESÅR": (as_texts(["-1899", "2005"]), True), "ALDER1": (as_texts(["0-5", "90-"]), True),
        "KOEN": (as_texts(["M", "K"]), True), "Tid": (as_texts(["2025", "2026"]), False),
    },
}  # fmt: skip
TOTALS = {"TOT", "IALT"}
ONE_VALUE = {"FOLK1A": 60_000.0, "BOL106": 110.5}  # where every total is given, and the mean area of a dwelling


def cell(table, codes):
    """A number that differs from place to place and with what is chosen."""
    if table in ONE_VALUE:
        parts = {"1", "2", "0", "U", "GNSAP", "GNSPB", "140"} & set(codes.values())
        return 1.0 if parts else ONE_VALUE[table] * (20 if table == "FOLK1A" and "000" in codes.values() else 1)
    place = int(next(iter(codes.values()))) % 50 + 1
    return float(7 + place + 3 * sum(map(len, codes.values())))


class Service:
    """What the server is to do, and what it was asked.

    Attributes:
        questions: path, body and moment of every question.
        faults: answers that are given first, instead of the right ones.
        change_description: is applied to the description of every table.
        change_answer: is applied to the text of every answer with figures.
        suppressed: areas whose values are suppressed.
    """

    def __init__(self):
        self.questions, self.faults = [], []
        self.change_description, self.change_answer = lambda info: info, lambda text: text
        self.suppressed = set()


def describe(table):
    variables = [
        {
            "id": name, "text": name.lower(), "elimination": elimination, "time": name == "Tid",
            "values": [{"id": code, "text": text} for code, text in values.items()],
        }
        for name, (values, elimination) in TABLES[table].items()
    ]  # fmt: skip
    return {"id": table, "text": f"Tabel {table}", "description": "", "unit": "Antal", "suppressedDataValue": "0",
            "updated": "2026-11-12T08:00:00", "active": True, "footnote": None, "variables": variables}  # fmt: skip


OK_INFO = (200, "text/json; charset=utf-8", json.dumps(describe("FAM55N")))


def error(code, message):
    return 400, "application/json", json.dumps({"errorTypeCode": code, "message": message})


def answer_data(question, service):
    table = question["table"]
    known = {name.upper(): (name, *entry) for name, entry in TABLES[table].items()}
    asked = {one["code"].upper(): one["values"] for one in question["variables"]}
    for name, (original, values, elimination) in known.items():
        if name not in asked and not elimination:
            return error("EXTRACT-NOTALLOWED", f"Der skal vælges værdier for variabel: {original}")
        for value in asked.get(name, []):
            if value not in values:
                return error("EXTRACT-NOTFOUND", f"Kan ikke finde værdien: {value} ({original})")
    kept = [name for name in known if name in asked]
    left_out = [name for name in known if name not in asked]
    keys = list(product(*(asked[name] for name in kept)))

    def value(key):
        if key[0] in service.suppressed:
            return None
        codes = dict(zip(kept, key, strict=True))
        totals = product(*(known[name][1] for name in left_out if not TOTALS & set(known[name][1])))
        return sum(cell(table, codes | dict(zip(left_out, more, strict=False))) for more in totals)

    values = [value(key) for key in keys]
    if question["format"] == "CSV":
        lines = [
            ";".join([*kept, "INDHOLD"]),
            *(f"{';'.join(key)};{'..' if one is None else one:}" for key, one in zip(keys, values, strict=True)),
        ]
        return 200, "text/csv; charset=utf-8", "\ufeff" + "\r\n".join(lines) + "\r\n"
    dimension = {
        known[name][0]: {"label": name.lower(), "category": {"index": {code: at for at, code in enumerate(asked[name])}}} for name in kept
    }
    names = [known[name][0] for name in kept]
    dimension |= {
        "ContentsCode": {"label": "Indhold", "category": {"index": {table: 0}}},
        "id": [*names[:-1], "ContentsCode", names[-1]],
        "size": [*(len(asked[name]) for name in kept[:-1]), 1, len(asked[kept[-1]])],
        "role": {"time": ["Tid"]},
    }
    dataset = {"dimension": dimension, "label": table, "source": "Danmarks Statistik", "updated": "2026-11-12T07:00:00Z", "value": values}
    return 200, "text/json; charset=utf-8", json.dumps({"dataset": dataset | {"status": list_signs(values)}})


def list_signs(values):
    return {str(at): ".." for at, one in enumerate(values) if one is None}


def answer(path, question, service):
    if service.faults:
        return service.faults.pop(0)
    if question.get("table") not in TABLES:
        return error("EXTRACT-NOTFOUND", f"Tabel findes ikke: {question.get('table')}")
    if path == "/v1/tableinfo":
        return 200, "text/json; charset=utf-8", json.dumps(service.change_description(describe(question["table"])))
    if path == "/v1/data":
        status, kind, text = answer_data(question, service)
        return status, kind, service.change_answer(text)
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


@contextmanager
def run_service() -> Iterator[tuple[str, Service]]:
    """The address of a running server, and what to tell it."""
    service = Service()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"service": service}))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
