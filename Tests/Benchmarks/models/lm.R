# The linear model of the flights example.
flights <- read.csv("examples/data/flights.csv.gz")
measure(lm(arr_delay ~ dep_delay + distance + carrier + origin, data = flights))
