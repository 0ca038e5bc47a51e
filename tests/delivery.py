"""A delivery that makes a new edition: one figure of one kommune, as an import gives it."""

import pandas as pd

from data.store.snapshot import COLUMNS, Snapshot

ROW = dict.fromkeys(COLUMNS, "") | {"kommune_kode": "0326", "indikator": "fraflytning", "periode": "2025", "vaerdi": "15",
                                    "status": "officiel", "kilde": "bl_kommuneark-2026"}  # fmt: skip
DELIVERY = Snapshot("bl_kommuneark-2026", pd.DataFrame([ROW]), {"title": "Kommuneark 2026", "read": "2026-12-01"})
