"""Writes the tables of these benchmarks: tables.py FOLDER ROWS

flights.csv and flights.parquet (snappy) are like the airline on-time data: five numbers, of which
delays are missing in one flight of fifty, and factors of 7 and 20 levels. points.parquet has ten
numbers in eight clouds, cases.parquet a tenth of the flights, and aeroplanes facts about
100,000 aeroplanes.
"""
import pathlib, sys
import numpy, pyarrow, pyarrow.csv, pyarrow.parquet

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CARRIERS = [first + second for first in "ABDU" for second in "AFLNW"]


def flights(random, rows):
    day, carrier = random.integers(7, size=rows), random.integers(20, size=rows)
    departure = numpy.round(random.uniform(0, 24, rows), 4)
    distance = random.integers(31, 4962, rows)
    airborne = numpy.round(distance / 7.5 + random.normal(20, 6, rows))
    taxi = random.integers(2, 60, rows)
    late = numpy.round(random.exponential(18, rows) - 8 + day + departure / 6)
    arrival = numpy.round(late + taxi - 16 + carrier / 4 + random.normal(0, 12, rows))
    missing = random.random(rows) < 0.02
    tail = random.integers(100_000, size=rows)
    return pyarrow.table({
        "ArrDelay": pyarrow.array(arrival.astype("int32"), mask=missing),
        "DepDelay": pyarrow.array(late.astype("int32"), mask=missing),
        "CRSDepTime": departure, "Distance": distance.astype("int32"),
        "AirTime": pyarrow.array(airborne.astype("int32"), mask=missing),
        "TaxiOut": taxi.astype("int32"),
        "DayOfWeek": pyarrow.DictionaryArray.from_arrays(day.astype("int32"), DAYS).cast("string"),
        "Carrier": pyarrow.DictionaryArray.from_arrays(carrier.astype("int32"), CARRIERS).cast("string"),
        "TailNum": tail.astype("int32"),
    })


def points(random, rows):
    centres = random.normal(0, 3, (8, 10))
    return pyarrow.table({
        f"x{column + 1}": centres[:, column][numpy.arange(rows) % 8] + random.normal(0, 1, rows)
        for column in range(10)
    })


def aeroplanes(random):
    tail = random.permutation(100_000)
    return pyarrow.table({
        "TailNum": tail.astype("int32"), "Seats": random.integers(20, 400, tail.size),
        "Built": random.integers(1970, 2012, tail.size),
    })


folder, rows = pathlib.Path(sys.argv[1]), int(sys.argv[2])
random = numpy.random.default_rng(1)
table = flights(random, rows)
pyarrow.csv.write_csv(table, folder / "flights.csv", pyarrow.csv.WriteOptions(quoting_style="none"))
pyarrow.parquet.write_table(table, folder / "flights.parquet")
pyarrow.parquet.write_table(table.slice(0, rows // 10), folder / "cases.parquet")
cloud, planes = points(random, rows // 10), aeroplanes(random)
pyarrow.parquet.write_table(cloud, folder / "points.parquet")
pyarrow.csv.write_csv(cloud, folder / "points.csv")
pyarrow.parquet.write_table(planes, folder / "aeroplanes.parquet")
pyarrow.csv.write_csv(planes, folder / "aeroplanes.csv")
