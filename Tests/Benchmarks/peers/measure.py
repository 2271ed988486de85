# What every program of Python here begins with: the tables' folder, the threads, the clock.
import pathlib, sys, time

tables, threads = pathlib.Path(sys.argv[1]), int(sys.argv[2])


def measure(work):
    start = time.monotonic()
    work()
    print(time.monotonic() - start)


def database():
    import duckdb

    return duckdb.connect(config={"threads": threads})
