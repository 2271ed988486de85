measure(rxBTrees(ArrDelay ~ DepDelay + CRSDepTime + Distance + AirTime + TaxiOut,
                 tables("cases.xdf"), nTree = 50, maxDepth = 5, learningRate = 0.1,
                 lossFunction = "gaussian", sampRate = 1, maxNumBins = 255, minBucket = 20, cp = 0,
                 mTry = 5, seed = 1))
