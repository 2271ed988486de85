# The calls that led to an error are those of R: no helper of ours is among them.
load <- function(file) read.csv(file, row.names = 1)
load("no-such-file.csv")
