# 17,000 lines of everyday code that is to be kept as it was written.
text <- rep(readLines("Tests/Benchmarks/syntax/everyday-code.txt"), 1000)
expressions <- NULL
measure(expressions <- parse(text = text, keep.source = TRUE))
stopifnot(length(expressions) == 4L * 1000L)
