connection = database()
measure(lambda: connection.execute(
    f"select DayOfWeek, Carrier, avg(ArrDelay), count(ArrDelay) from '{tables}/flights.parquet' "
    "group by all").fetchall())
