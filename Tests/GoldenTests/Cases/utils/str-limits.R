# How many elements are shown, by type.
d <- as.Date("2020-01-01") + 1:9
for (size in c(1, 2, 3, 4, 6)) {
  str(rep(TRUE, 9), vec.len = size)
  str(1:99, vec.len = size)
  str(1:99 / 7, vec.len = size)
  str(1:9 * 1i, vec.len = size)
  str(as.raw(1:9), vec.len = size)
  str(as.difftime(1:9 / 7, units = "mins"), vec.len = size)
  str(expression(a, b, c, d, e, f), vec.len = size)
  str(d, vec.len = size)
  str(I(1:9 / 7), vec.len = size)
}

# Times inside lists, by the width of the line.
for (width in c(50, 54, 72, 73, 92, 111, 130)) {
  options(width = width)
  str(list(d, list(d)))
  str(d)
}
options(width = 80)
str(list(d[0], as.POSIXct(d[0]), structure(1:3, at = as.POSIXct(d, tz = "UTC")[0])))

# Long texts are cut.
str(1:100, nchar.max = 30, vec.len = 20)
str(factor(letters[rep(1:9, 9)]), nchar.max = 30, vec.len = 20)
str(1:100 * 1i, nchar.max = 30, vec.len = 20)
str(rep(c(TRUE, FALSE), 20), nchar.max = 30, vec.len = 20)

# What holds for a list and what for its parts.
x <- list(a = 1:3, b = list(c = structure(4:6, at = 1:2)))
str(x, give.length = FALSE)
str(x, comp.str = "@ ", indent.str = "..")
str(data.frame(a = structure(1:3, at = 1:2)))
str(data.frame(a = structure(1:3, at = 1:2)), give.length = FALSE)
# Next to nothing
for (few in c(0, 0.1, 0.5, 0.7)) {
  str(1:20, vec.len = few)
  str(c(1.23456, 2), vec.len = few)
  str(c(TRUE, NA, FALSE), vec.len = few)
  str(factor(letters), vec.len = few)
  str(list(1i, as.raw(1:3)), vec.len = few)
}
for (most in 15:18) {
  try(str("a long string of text", nchar.max = most))
  try(str(factor(c("alpha beta", "gamma delta epsilon")), nchar.max = most))
}
x <- as.POSIXct("2020-01-01", tz = "UTC")
str(x + c(rep(0, 20), 5))
str(x + c(0, 0, 5), vec.len = 1)
