"""The tables: columns, keys and limits, nothing else.

Days are whole days since 1970 (UTC) and hours whole hours: no exact time stands beside an answer.
Money is in minor units. Random numbers are made above the store and handed in.
"""

from app.store.tables import cards, money, pools, recordings, said, work
from app.store.tables.columns import metadata

__all__ = ["cards", "metadata", "money", "pools", "recordings", "said", "work"]

pool = metadata.tables["pool"]
pool_words = metadata.tables["pool_words"]
strand = metadata.tables["strand"]
load = metadata.tables["load"]
task = metadata.tables["task"]
known = metadata.tables["known"]
place = metadata.tables["place"]
medium = metadata.tables["medium"]
batch = metadata.tables["batch"]
batch_purse = metadata.tables["batch_purse"]
card = metadata.tables["card"]
code = metadata.tables["code"]
sitting = metadata.tables["sitting"]
membership = metadata.tables["membership"]
cursor = metadata.tables["cursor"]
hold = metadata.tables["hold"]
answer = metadata.tables["answer"]
receipt = metadata.tables["receipt"]
draft = metadata.tables["draft"]
account = metadata.tables["account"]
entry = metadata.tables["entry"]
entry_answer = metadata.tables["entry_answer"]
minutes_report = metadata.tables["minutes_report"]
skip_reason = metadata.tables["skip_reason"]
barrier_report = metadata.tables["barrier_report"]
recording = metadata.tables["recording"]
recording_piece = metadata.tables["recording_piece"]
