# The linear model of the flights example.
flights <- read.csv("examples/data/flights.csv.gz")
measure.elapsed(lm(arr_delay ~ dep_delay + distance + carrier + origin, data = flights))
