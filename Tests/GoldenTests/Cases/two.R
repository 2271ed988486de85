f <- 2
g h
