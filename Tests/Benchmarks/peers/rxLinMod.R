measure(rxLinMod(ArrDelay ~ DepDelay + CRSDepTime + Distance + AirTime + TaxiOut + DayOfWeek + Carrier,
                 tables("flights.xdf")))
