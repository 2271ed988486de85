# Everyday code back to text.
text <- rep(readLines("Tests/Benchmarks/syntax/everyday-code.txt"), 1000)
expressions <- parse(text = text, keep.source = FALSE)
lines <- NULL
measure(lines <- lapply(expressions, deparse))
stopifnot(length(lines) == 4L * 1000L)
