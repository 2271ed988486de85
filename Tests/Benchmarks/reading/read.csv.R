# Reading the flights.
measure.elapsed(read.csv("examples/data/flights.csv.gz"))
