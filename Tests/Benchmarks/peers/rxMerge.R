measure(rxMerge(tables("flights.xdf"), tables("aeroplanes.xdf"), tables("merged.xdf"),
                matchVars = "TailNum", type = "inner", overwrite = TRUE))
