# A logistic regression of data that need not fit into memory: a text file is read in
# chunks, once for each iteration.  Run it from the top of the repository:
#
#   apus examples/big-data-logit.R
#
# The file here is the flights of flights.R; any number of rows takes the same memory.

flights <- RxTextData("examples/data/flights.csv.gz", stringsAsFactors = TRUE,
                      rowsPerRead = 100000)

# Was a flight late by more than a quarter of an hour?  The response is made on the way.
fit <- rxLogit(late ~ distance + F(hour) + carrier + origin, flights,
               transforms = list(late = arr_delay > 15, distance = distance / 1000),
               covCoef = TRUE, reportProgress = 0)
summary(fit)

# Which terms are worth having?
rxLogit(late ~ dep_delay + distance + origin, flights,
        transforms = list(late = arr_delay > 15), reportProgress = 0,
        variableSelection = rxStepControl(method = "backward"))$anova

# How well does the model tell late flights from others?
hours <- data.frame(distance = 1, hour = c(6, 12, 20), carrier = "UA", origin = "EWR")
rxPredict(fit, hours, interval = "confidence", extraVarsToWrite = "hour")
