connection = database()
measure(lambda: connection.execute(f"create table t as from read_csv('{tables}/flights.csv')"))
