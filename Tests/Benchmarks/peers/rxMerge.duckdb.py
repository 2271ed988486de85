connection = database()
measure(lambda: connection.execute(
    f"copy (from '{tables}/flights.parquet' join '{tables}/aeroplanes.parquet' using (TailNum) "
    f"order by TailNum) to '{tables}/merged.parquet'"))
