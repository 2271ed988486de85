import polars

NUMBERS = "ArrDelay DepDelay CRSDepTime Distance AirTime TaxiOut TailNum".split()
measure(lambda: polars.scan_parquet(tables / "flights.parquet").select(
    statistic
    for column in map(polars.col, NUMBERS)
    for statistic in (
        column.mean().name.suffix(".mean"), column.std().name.suffix(".std"),
        column.min().name.suffix(".min"), column.max().name.suffix(".max"),
        column.count().name.suffix(".count"))
).collect())
