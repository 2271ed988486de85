# Reading the flights.
measure(read.csv("examples/data/flights.csv.gz"))
