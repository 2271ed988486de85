measure(rxCube(ArrDelay ~ DayOfWeek:Carrier, tables("flights.xdf")))
