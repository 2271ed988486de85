# Profiles: the file of samples and what it says of each function.
writeLines(c("sample.interval=20000", '"b" "a" ', '"b" "a" ', '"c" "b" "a" ', '"a" ',
             '"pkg::f" "c" "a" ', '"b" "b" "a" '), "samples.out")
summaryRprof("samples.out")
summaryRprof("samples.out", exclude = "b")$by.total
writeLines(c("line profiling: sample.interval=10000", "#File 1: /a/x.R", '1#3 "v" 1#2 "w" 1#5 ',
             '1#2 "w" 1#5 ', '1#2 "w" 1#5 '), "lines.out")
summaryRprof("lines.out")
summaryRprof("lines.out", lines = "show")
summaryRprof("lines.out", lines = "both")
w <- function(n) { s <- 0; for (i in 1:n) s <- s + v(i); s }
v <- function(i) { x <- 0; for (j in 1:3) x <- x + j; x }
Rprof("own.out", interval = 0.005)
x <- w(3e5)
Rprof(NULL)
readLines("own.out", 1)
found <- summaryRprof("own.out")
names(found)
found$by.total["\"w\"", "total.pct"] > 90
found$sampling.time > 0
invisible(file.remove("own.out"))
Rprof("none.out")
Rprof()
Rprof(NULL)
summaryRprof("none.out")$sampling.time
try(summaryRprof("nothing.out"))
