connection = database()
measure(lambda: connection.execute(
    f"copy (from '{tables}/flights.parquet' order by Distance, CRSDepTime) "
    f"to '{tables}/sorted.parquet'"))
