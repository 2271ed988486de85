# The linear model of a file of a hundred times the flights; its name is the argument.
source <- RxTextData(commandArgs(TRUE), stringsAsFactors = TRUE)
fit <- rxLinMod(arr_delay ~ dep_delay + distance + carrier + origin, source, reportProgress = 0)
cat(fit$nValidObs, "rows\n")
