# 60,000 lines of everyday code: functions, calls, operators, strings, comments.
text <- rep(readLines("Tests/Benchmarks/syntax/everyday-code.txt"), 3500)
expressions <- NULL
measure(expressions <- parse(text = text, keep.source = FALSE))
stopifnot(length(expressions) == 4L * 3500L)
