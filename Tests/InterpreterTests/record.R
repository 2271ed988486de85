# Records how GNU R formats numbers.
#
#   Rscript Tests/InterpreterTests/record.R
#
# writes Recorded/numbers.txt next to this script: for each vector the digits asked for, the numbers
# as hexadecimal, what `format` gives and what `as.character` gives, separated by tabs.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1]))
set.seed(20)
exact <- function(x) {
  ifelse(is.na(x) & !is.nan(x), "NA", ifelse(is.nan(x), "NaN", sprintf("%a", x)))
}
kinds <- list(
  function(n) rnorm(n), function(n) runif(n) * 10^sample(-10:10, 1),
  function(n) round(rnorm(n), sample(0:6, 1)), function(n) 10^runif(n, -5, 5),
  function(n) 10^runif(n, -300, 300), function(n) as.numeric(sample(1e6, n)),
  function(n) sample(10, n, TRUE) * 10^sample(0:15, n, TRUE), function(n) c(rnorm(n), NA),
  function(n) c(NaN, Inf, rnorm(n), -Inf), function(n) -abs(round(rnorm(n) * 1000, 2)),
  function(n) sample(1000, n) / 8, function(n) c(99.996, 9.99996) * 10^sample(-3:12, 1),
  function(n) c(0, -0, 5e-324, 1.7e308)[sample(4, n, TRUE)])
line <- function(x, digits) {
  paste(digits, paste(exact(x), collapse = " "),
        paste(format(x, digits = digits), collapse = "|"),
        paste(as.character(x), collapse = "|"), sep = "\t")
}
lines <- vapply(1:2000, function(k) {
  line(kinds[[sample(length(kinds), 1)]](sample(1:5, 1)), sample(c(7, 7, 7, 1:15, 16, 17, 22), 1))
}, "")
writeLines(lines, file.path(here, "Recorded", "numbers.txt"))
