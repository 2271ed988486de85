NUMBERS = "ArrDelay DepDelay CRSDepTime Distance AirTime TaxiOut TailNum".split()
statistics = ", ".join(
    f"avg({name}), stddev_samp({name}), min({name}), max({name}), count({name})" for name in NUMBERS)
connection = database()
measure(lambda: connection.execute(
    f"select {statistics}, count(*) from '{tables}/flights.parquet'").fetchall())
