starts <- as.matrix(rxReadXdf(tables("points.xdf"), numRows = 8, stringsAsFactors = FALSE))
measure(rxKmeans(reformulate(paste0("x", 1:10)), tables("points.xdf"), centers = starts,
                 algorithm = "Lloyd", maxIterations = 20, tol = 0))
