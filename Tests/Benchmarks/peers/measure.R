# What every program of Apus or GNU R here begins with: the tables' folder, the threads, the clock.
tables <- function(name) file.path(commandArgs(TRUE)[[1]], name)
threads <- as.integer(commandArgs(TRUE)[[2]])
if (exists("rxOptions")) rxOptions(numCoresToUse = threads, reportProgress = 0)
measure <- function(expr) cat(system.time(expr)[[3]], "\n")
