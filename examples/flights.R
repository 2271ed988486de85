# 336,776 flights that left New York City in 2013: a look at the data, then a
# linear model of the arrival delay.  Run it from the top of the repository:
#
#   apus examples/flights.R
#
# The first part runs in GNU R as well and prints the same there
# (examples/flights.out).  The second part streams the same file in chunks
# through a pool of threads, without ever holding it in memory.

flights <- read.csv("examples/data/flights.csv.gz")

dim(flights)
str(flights)
head(flights)
summary(flights)

table(flights$origin)
tapply(flights$arr_delay, flights$carrier, mean, na.rm = TRUE)
aggregate(arr_delay ~ origin + month, flights, mean)

fit <- lm(arr_delay ~ dep_delay + distance + carrier + origin, data = flights)
summary(fit)
anova(fit)
head(residuals(fit))

newdata <- data.frame(
  dep_delay = c(0, 30, 120),
  distance = c(500, 1000, 2500),
  carrier = c("AA", "B6", "UA"),
  origin = c("JFK", "LGA", "EWR")
)
predict(fit, newdata, interval = "confidence")

if (requireNamespace("rx", quietly = TRUE)) {
  library(rx)

  ds <- RxTextData("examples/data/flights.csv.gz", stringsAsFactors = TRUE)
  print(rxGetInfo(ds, getVarInfo = TRUE))
  print(rxSummary(~ arr_delay + dep_delay, ds))
  print(rxCube(arr_delay ~ F(month):carrier, ds))

  rxFit <- rxLinMod(arr_delay ~ dep_delay + distance + carrier + origin, ds)
  print(rxFit)
  print(summary(rxFit))
}
