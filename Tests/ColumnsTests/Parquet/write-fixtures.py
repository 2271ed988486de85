"""Writes the Parquet files of this folder: needs pyarrow, duckdb and polars."""

import datetime as dt
import decimal
import pathlib

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq

here = pathlib.Path(__file__).parent
ROWS = 10


def mixture(rows=ROWS):
    """Row i (from 0) of every column is missing when i % 4 == 3."""

    def cells(value):
        return [None if i % 4 == 3 else value(i) for i in range(rows)]

    return {
        "flag": pa.array(cells(lambda i: i % 2 == 0)),
        "i32": pa.array(cells(lambda i: i * 1000 - 3), pa.int32()),
        "i64": pa.array(cells(lambda i: i * 2**40), pa.int64()),
        "f32": pa.array(cells(lambda i: i / 4), pa.float32()),
        "f64": pa.array(cells(lambda i: i / 8)),
        "text": pa.array(cells(lambda i: "text " * (i % 3) + "end")),
        "day": pa.array(cells(lambda i: dt.date(1970, 1, 1) + dt.timedelta(i * 1000 - 5000))),
        "time": pa.array(cells(lambda i: dt.datetime(2020, 1, 1) + dt.timedelta(0, i, 250000))),
    }


table = pa.table(mixture())
for codec in ["none", "snappy", "gzip", "zstd", "lz4"]:
    pq.write_table(table, here / f"{codec}.parquet", compression=codec, row_group_size=6)
pq.write_table(table, here / "pages2.parquet", compression="snappy", row_group_size=6,
               data_page_version="2.0", use_dictionary=False)
delta = {"i32": "DELTA_BINARY_PACKED", "i64": "DELTA_BINARY_PACKED",
         "text": "DELTA_BYTE_ARRAY", "day": "DELTA_BINARY_PACKED",
         "time": "DELTA_BINARY_PACKED", "f32": "BYTE_STREAM_SPLIT", "f64": "BYTE_STREAM_SPLIT",
         "flag": "RLE"}
pq.write_table(table, here / "delta.parquet", compression="none", row_group_size=6,
               data_page_version="2.0", use_dictionary=False, column_encoding=delta)
delta.update(text="DELTA_LENGTH_BYTE_ARRAY", i32="BYTE_STREAM_SPLIT", i64="BYTE_STREAM_SPLIT")
pq.write_table(table, here / "lengths.parquet", compression="zstd", row_group_size=6,
               use_dictionary=False, column_encoding=delta)
pq.write_table(table, here / "int96.parquet", row_group_size=6,
               use_deprecated_int96_timestamps=True)
connection = duckdb.connect()
connection.execute(f"COPY (FROM \"table\") TO '{here}/duckdb.parquet' (FORMAT parquet)")
polars.from_arrow(table).write_parquet(here / "polars.parquet", row_group_size=6)

moment = dt.datetime(2001, 2, 3, 4, 5, 6, 789000)
number = decimal.Decimal("-12345.678")
pq.write_table(
    pa.table({
        "i8": pa.array([-128, None], pa.int8()),
        "u8": pa.array([255, None], pa.uint8()),
        "i16": pa.array([-32768, None], pa.int16()),
        "u16": pa.array([65535, None], pa.uint16()),
        "u32": pa.array([2**32 - 1, None], pa.uint32()),
        "u64": pa.array([2**64 - 2**11, None], pa.uint64()),
        "half": pa.array([1.5, None], pa.float16()),
        "decimal": pa.array([number, None], pa.decimal128(30, 3)),
        "ms": pa.array([moment, None], pa.timestamp("ms", "UTC")),
        "ns": pa.array([moment, None], pa.timestamp("ns")),
        "clock": pa.array([dt.time(1, 2, 3), None], pa.time32("ms")),
        "nothing": pa.nulls(2),
        "fixed": pa.array([b"abc", None], pa.binary(3)),
        "category": pa.array(["x", None]).dictionary_encode(),
    }), here / "types.parquet")
small = pa.table({"d9": pa.array([number, None], pa.decimal128(9, 3)),
                  "d18": pa.array([number, None], pa.decimal128(18, 3))})
pq.write_table(small, here / "decimals.parquet", store_decimal_as_integer=True)
pq.write_table(pa.table({"a": [1, 2], "items": [[1], [2]], "b": [3, 4]}),
               here / "nested.parquet")
