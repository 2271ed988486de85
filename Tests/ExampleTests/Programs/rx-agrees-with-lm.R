# rxLinMod and lm on the flights: the same coefficients, whatever the threads and the chunks.
library(rx)
file <- "examples/data/flights.csv.gz"
formula <- arr_delay ~ dep_delay + distance + carrier + origin
coefficients <- function(threads, rows) {
  rxOptions(numCoresToUse = threads)
  source <- RxTextData(file, stringsAsFactors = TRUE, rowsPerRead = rows)
  coef(rxLinMod(formula, source, reportProgress = 0))
}

# rx drops the last level of a factor, lm the first one.
referenced <- function(rx, wanted) {
  rx[is.na(rx)] <- 0
  result <- rx[c("(Intercept)", "dep_delay", "distance")]
  for (factor in c("carrier", "origin")) {
    own <- rx[startsWith(names(rx), factor)]
    names(own) <- sub("=", "", names(own))
    own <- own[order(names(own))]
    result[1L] <- result[1L] + own[[1L]]
    result <- c(result, own[-1L] - own[[1L]])
  }
  result[names(wanted)]
}

distance <- function(x, y) max(abs(x - y) / abs(y), na.rm = TRUE)
one <- coefficients(1, 500000)
wanted <- coef(lm(formula, data = read.csv(file)))
cat("as lm:", distance(referenced(one, wanted), wanted) < 1e-10, "\n")
for (threads in c(2, 8)) {
  cat(threads, "threads:", identical(coefficients(threads, 500000), one), "\n")
}
for (rows in c(1000, 50000, 123457)) {
  cat("chunks of", rows, "rows:", distance(coefficients(2, rows), one) < 1e-13, "\n")
}
