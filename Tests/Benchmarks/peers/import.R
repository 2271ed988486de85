factors <- list(DayOfWeek = list(type = "factor"), Carrier = list(type = "factor"))
measure(rxImport(tables("flights.csv"), tables("imported.xdf"), colInfo = factors, overwrite = TRUE))
