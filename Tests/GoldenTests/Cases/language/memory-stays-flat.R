# Frames that only their own functions, formulas or promises refer to go away.
resident <- function() {
  as.numeric(strsplit(readLines("/proc/self/statm"), " ")[[1]][2]) * 4
}
grows <- function(f, times) {
  for (i in 1:10000) f(i)
  before <- resident()
  for (i in 1:times) f(i)
  resident() - before > 25000
}
grows(function(i) { g <- function() i; NULL }, 200000)
grows(function(i) { g <- function() i; h <- list(g, function() g()); h[[2]]() }, 100000)
grows(function(i) { y <- i; m <- y ~ x; NULL }, 150000)
grows(function(i) { e <- environment(); NULL }, 200000)
grows(function(i) { g <- function() i; sapply(1:2, function(k) k + g()) }, 30000)
