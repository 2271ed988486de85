# The tables in Apus' own files.
days <- c("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
factors <- list(DayOfWeek = list(type = "factor", levels = days), Carrier = list(type = "factor"))
rxImport(tables("flights.csv"), tables("flights.xdf"), colInfo = factors, overwrite = TRUE)
rxImport(tables("flights.csv"), tables("cases.xdf"), colInfo = factors, overwrite = TRUE,
         numRows = rxGetInfo(tables("flights.xdf"))$numRows / 10)
rxImport(tables("points.csv"), tables("points.xdf"), overwrite = TRUE)
rxImport(tables("aeroplanes.csv"), tables("aeroplanes.xdf"), overwrite = TRUE)
