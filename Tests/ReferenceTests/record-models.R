# Records least-squares fits and decompositions of GNU R.
#
#   Rscript Tests/ReferenceTests/record-models.R
#
# writes Models/<name>.csv next to this script: the design and response, then what lm.fit made of
# them. Each line is a name, then its numbers.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1]))
number <- function(x) sprintf("%.17g", as.numeric(x))

record <- function(name, x, y) {
  fit <- lm.fit(x, y)
  line <- function(label, values) paste(c(label, number(values)), collapse = ",")
  writeLines(c(
    "what,values",
    line("dimension", dim(x)), line("design", x), line("response", y),
    line("rank", fit$rank), line("pivot", fit$qr$pivot), line("qraux", fit$qr$qraux),
    line("qr", fit$qr$qr), line("coefficients", fit$coefficients[fit$qr$pivot[seq_len(fit$rank)]]),
    line("effects", fit$effects), line("residuals", fit$residuals)
  ), file.path(here, "Models", paste0(name, ".csv")))
}

record("longley", cbind(1, as.matrix(longley[1:6])), longley$Employed)
record("cars", cbind(1, cars$speed), cars$dist)

# NIST's Wampler problems: a polynomial of degree 5 with ever more noise.
x <- 0:20
noise <- c(759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838,
           -2048, 2048, -2048, 2523, -2048, 2048, -2048, 759)
powers <- outer(x, 0:5, "^")
exact <- rowSums(powers)
small <- as.vector(powers %*% 0.1^(0:5))
record("wampler1", powers, exact)
record("wampler2", powers, small)
record("wampler3", powers, exact + noise)
record("wampler4", powers, exact + 100 * noise)
record("wampler5", powers, exact + 10000 * noise)

set.seed(3)
z <- cbind(1, rnorm(30), runif(30))
record("aliased", cbind(z, z[, 2] + z[, 3], 0, rnorm(30), 2 * z[, 2]), rnorm(30))
record("wide", matrix(rnorm(4 * 7), 4), rnorm(4))
record("square", matrix(rnorm(25), 5), rnorm(5))
record("constant", cbind(rep(0, 6), 1:6, 2 * (1:6)), c(1, 3, 2, 5, 4, 7))
record("single", cbind(rep(1, 9)), (1:9)^2)
