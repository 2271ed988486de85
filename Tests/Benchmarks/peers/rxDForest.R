measure(rxDForest(ArrDelay ~ DepDelay + CRSDepTime + Distance + AirTime + TaxiOut,
                  tables("cases.xdf"), nTree = 10, maxDepth = 10, mTry = 2, maxNumBins = 255,
                  minBucket = 5, minSplit = 10, cp = 0, replace = TRUE, seed = 1))
