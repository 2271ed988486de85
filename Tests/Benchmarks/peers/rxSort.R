measure(rxSort(tables("flights.xdf"), c("Distance", "CRSDepTime"), outFile = tables("sorted.xdf"),
               overwrite = TRUE))
