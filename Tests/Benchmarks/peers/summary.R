measure(rxSummary(~ ArrDelay + DepDelay + CRSDepTime + Distance + AirTime + TaxiOut + TailNum,
                  tables("flights.xdf")))
