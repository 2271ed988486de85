# From a text file to a model: 600,000 flights of US airlines, imported once into a file
# in blocks, then summarised, changed and modelled.  Run it from the top of the repository:
#
#   apus examples/airline-tutorial.R

rxOptions(reportProgress = 0)
xdf <- file.path(tempdir(), "airline.xdf")
days <- c("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Import.  Missing delays are written as M; the days get an order.
airline <- rxImport("examples/data/AirlineDemoSmall.csv.gz", xdf, missingValueString = "M",
                    colInfo = list(DayOfWeek = list(type = "factor", levels = days)),
                    rowsPerRead = 200000, overwrite = TRUE)
rxGetInfo(airline, getVarInfo = TRUE, numRows = 5)

# Describe.
rxSummary(~ ArrDelay + CRSDepTime + DayOfWeek, airline)
rxQuantile("ArrDelay", airline, probs = c(0.05, 0.5, 0.95))
rxCrossTabs(ArrDelay ~ F(CRSDepTime, 5, 9):DayOfWeek, airline, means = TRUE)

# A new variable, and only the flights that it needs.
late <- rxDataStep(airline, file.path(tempdir(), "late.xdf"),
                   transforms = list(Late = ArrDelay > 15,
                                     Night = CRSDepTime >= 20 | CRSDepTime <= 5),
                   rowSelection = !is.na(ArrDelay), overwrite = TRUE)
rxGetVarInfo(late)

# Model: the mean delay of each day; then what makes a flight late.
summary(rxLinMod(ArrDelay ~ DayOfWeek, airline, cube = TRUE))
fit <- rxLogit(Late ~ DayOfWeek + Night, late)
summary(fit)

# How well does it tell?
scores <- rxPredict(fit, late, writeModelVars = TRUE)
rxAuc(rxRoc("Late", "Late_Pred", scores))
