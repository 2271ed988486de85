#!/usr/bin/env python3
"""Writes a file as RevoScaleR 4.2 files of one block were seen to be: old.xdf, or with --hex as text.

Four bytes of magic, zeros up to 260; each column as a zlib stream; the rows of the block, where the
streams begin and how long they are, a record for each column; a trailer of 60 bytes.
"""
import struct
import sys
import zlib

MAGIC = bytes([0xF4, 0xD3, 0xD2, 0xD1])
MARK = bytes([0xF4, 0xF3, 0xF2, 0xF1])
MISSING = -(2**31)


def text(value):
    data = value.encode()
    return struct.pack("<I", len(data)) + data


def record(kind, name, low, high, labels=None):
    body = MARK + struct.pack("<fI", 2.0, kind) + text(name) + struct.pack("<dd", low, high)
    if labels:
        body += text("Labels") + struct.pack("<I", len(labels)) + b"".join(map(text, labels))
    return body


def make():
    delays = [-3, 0, 12, MISSING, 250, 7]
    hours = [9.666666, 19.916666, 0.5, float("nan"), 13.25, 23.75]
    exact = [0.1, 1e300, -2.5, 3.0, 4.0, 1 / 3]
    days = [0, 6, 2, 2, 1, 6]
    week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    names = ["one", "", "drei", "für vier", "one", "x"]
    count = len(delays)
    columns = [
        (struct.pack(f"<{count}i", *delays), record(0, "ArrDelay", -3, 250)),
        (struct.pack(f"<{count}f", *hours), record(3, "CRSDepTime", 0.5, 23.75)),
        (struct.pack(f"<{count}d", *exact), record(4, "exact", -2.5, 1e300)),
        (struct.pack(f"<{count}i", *days), record(1, "DayOfWeek", 1, 7, week)),
        (b"".join(struct.pack("<I", 1) + text(name) for name in names), record(5, "name", 0, 0)),
    ]
    file = MAGIC + bytes(256)
    starts, sizes = [], []
    for plain, _ in columns:
        stream = zlib.compress(plain, 1)
        starts.append(len(file))
        sizes.append(len(stream))
        file += stream
    metadata = len(file)
    file += struct.pack("<q", count)
    file += struct.pack(f"<{len(starts)}q", *starts) + struct.pack(f"<{len(sizes)}q", *sizes)
    file += b"".join(described for _, described in columns)
    trailer = struct.pack("<fIQQQQQ", 4.2, 0, metadata, len(columns), count, 0, 0)
    return file + trailer + struct.pack("<I", 60) + MAGIC + MAGIC


if __name__ == "__main__":
    data = make()
    if "--hex" in sys.argv:
        print(data[260:].hex())
    else:
        open(sys.argv[1] if len(sys.argv) > 1 else "old.xdf", "wb").write(data)
