# The linear model of the flights from the file: in chunks, or as GNU R does it.
file <- "examples/data/flights.csv.gz"
formula <- arr_delay ~ dep_delay + distance + carrier + origin
if (exists("rxLinMod")) {
  source <- RxTextData(file, stringsAsFactors = TRUE)
  measure.elapsed(rxLinMod(formula, source, reportProgress = 0))
} else {
  measure.elapsed(lm(formula, data = read.csv(file)))
}
