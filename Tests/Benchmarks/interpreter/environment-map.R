# An environment as a hash map.
run <- function(n) {
  e <- new.env()
  for (i in 1:n) {
    key <- paste0("k", i %% 1000L)
    e[[key]] <- if (is.null(e[[key]])) 1L else e[[key]] + 1L
  }
  length(ls(e))
}
measure(run(100000L))
