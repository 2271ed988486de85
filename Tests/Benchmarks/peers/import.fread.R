library(data.table)
setDTthreads(threads)
measure(fread(tables("flights.csv"), stringsAsFactors = TRUE, showProgress = FALSE))
