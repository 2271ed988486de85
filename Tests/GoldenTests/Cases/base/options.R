# options() refuses values that printing and evaluation could not use, and keeps numbers as integers.
put <- function(name, value) {
  old <- options()
  kept <- tryCatch({
    do.call(options, setNames(list(value), name))
    deparse(getOption(name))
  }, error = function(e) paste("E", conditionMessage(e)),
  warning = function(w) paste("W", conditionMessage(w)))
  cat(name, deparse(value), "->", kept, "\n")
  suppressWarnings(options(old))
}
for (value in list(0, 23, NA, "a", "8", 7.9, TRUE, c(3, 99), integer(0))) put("digits", value)
for (value in list(9, 10001, 40.5, NA, integer(0))) put("width", value)
for (value in list(24, 500001, 5000, NA, "a")) put("expressions", value)
for (value in list(0, -1, 1.7, 1e10, c(5, 6), NA)) put("max.print", value)
for (value in list(1, 100, 8171, NA)) put("warning.length", value)
for (value in list(1.7, TRUE, c(1, 2), NA_integer_, "a")) put("warn", value)
for (value in list("", NA_character_, 1, character(0), c("a", "b"))) put("prompt", value)
for (value in list(1, NA, c(TRUE, FALSE))) put("keep.source", value)
for (value in list("", ",", "a,b", 1, c(".", ","))) put("OutDec", value)
for (name in c("digits", "width", "expressions", "max.print", "OutDec", "warn")) put(name, NULL)
put("something.else", NULL)
try(options(digits = 30))
options(max.print = 3)
list(1, 2, 3, 4, 5)
