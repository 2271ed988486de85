# Records values of the distribution functions and random streams of GNU R.
#
#   Rscript Tests/ReferenceTests/record-distributions.R
#
# writes Distributions/<name>.csv next to this script (arguments and value of d, p and q functions)
# and Distributions/streams.csv (numbers drawn after set.seed). Rerun when a case is added.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1]))
number <- function(x) sprintf("%.17g", x)

grids <- list(
  norm = list(c(0, 1), c(10, 2.5), c(-3, 1e-3)),
  t = list(0.5, 1, 2, 3.5, 10, 47, 336763, 1e10),
  f = list(c(1, 1), c(3, 10), c(19, 336000), c(2, 5.5), c(0.5, 0.7), c(120, 30), c(5000, 7000)),
  chisq = list(0.1, 1, 2, 7.5, 30, 150, 1e4, 1e6),
  unif = list(c(0, 1), c(-2, 7)),
  exp = list(1, 0.05, 30),
  gamma = list(c(0.01, 1), c(0.5, 2), c(1, 1), c(3.7, 0.2), c(63, 1), c(100, 3), c(12345, 1)),
  beta = list(
    c(0.5, 0.5), c(1, 3), c(2, 2), c(0.01, 5), c(8, 0.3), c(30, 60), c(1e3, 2.5), c(5e4, 4e4),
    c(0.2, 300)),
  cauchy = list(c(0, 1), c(4, 0.3)),
  logis = list(c(0, 1), c(-2, 5)),
  lnorm = list(c(0, 1), c(1.5, 0.4)),
  weibull = list(c(1, 1), c(0.6, 2), c(4, 10)),
  binom = list(c(1, 0.3), c(10, 0.5), c(57, 0.02), c(1000, 0.9), c(1e6, 1e-5), c(1e5, 0.37)),
  pois = list(0.02, 1, 4.5, 30, 1000, 1e6),
  geom = list(0.001, 0.3, 0.95),
  nbinom = list(c(0.4, 0.2), c(3, 0.5), c(25, 0.01), c(1e4, 0.9)),
  hyper = list(c(10, 7, 8), c(50, 1000, 60), c(3e5, 2e5, 1e4)),
  wilcox = list(c(4, 6), c(20, 33)), signrank = list(5, 40)
)

probabilities <- c(1e-300, 1e-100, 1e-20, 1e-8, 1e-4, 0.01, 0.1, 0.3, 0.499, 0.5, 0.75, 0.9,
                   0.975, 0.999, 1 - 1e-10)
discrete <- c("binom", "pois", "geom", "nbinom", "hyper", "wilcox", "signrank")

record <- function(name) {
  f <- function(kind) get(paste0(kind, name), asNamespace("stats"))
  rows <- character()
  for (parameters in grids[[name]]) {
    call <- function(kind, x, ...) do.call(f(kind), c(list(x), as.list(parameters), list(...)))
    add <- function(kind, x, lower, log, value) {
      keep <- is.finite(value)
      p <- paste(c(number(parameters), rep("", 3 - length(parameters))), collapse = ",")
      rows <<- c(rows, paste(kind, number(x), p, as.integer(lower), as.integer(log),
                             number(value), sep = ",")[keep])
    }
    xs <- suppressWarnings(c(call("q", probabilities), call("q", c(1e-12, 1e-30), lower.tail = FALSE)))
    xs <- unique(xs[is.finite(xs)])
    if (!name %in% discrete) xs <- signif(xs, 12)
    for (log in c(FALSE, TRUE)) {
      add("d", xs, TRUE, log, call("d", xs, log = log))
      for (lower in c(TRUE, FALSE))
        add("p", xs, lower, log, call("p", xs, lower.tail = lower, log.p = log))
    }
    for (lower in c(TRUE, FALSE)) {
      add("q", probabilities, lower, FALSE, call("q", probabilities, lower.tail = lower))
      lp <- c(-0.001, -0.7, -3, -40)
      add("q", lp, lower, TRUE, call("q", lp, lower.tail = lower, log.p = TRUE))
    }
  }
  writeLines(c("function,x,first,second,third,lower,log,value", rows),
             file.path(here, "Distributions", paste0(name, ".csv")))
}
for (name in names(grids)) record(name)

draws <- list(
  norm = list(c(0, 1), c(5, 2)), unif = list(c(0, 1), c(-1, 3)), exp = list(1, 4),
  gamma = list(c(0.3, 1), c(1, 1), c(2.2, 1), c(3.7, 2), c(8, 1), c(13.1, 1), c(500, 1)),
  beta = list(c(0.5, 0.5), c(0.3, 4), c(4, 0.3), c(1, 1), c(2, 3), c(30, 3), c(1, 8)),
  chisq = list(1, 0.4, 7, 200), t = list(1, 3.3, 50), f = list(c(2, 9), c(40, 1)),
  cauchy = list(c(0, 1)), logis = list(c(0, 1)), lnorm = list(c(0, 1)),
  weibull = list(c(2, 1), c(0.5, 3)),
  binom = list(c(10, 0.3), c(10, 0.9), c(100, 0.5), c(1000, 0.07), c(5000, 0.77), c(1e6, 0.4),
               c(1e9, 0.001)),
  pois = list(0.3, 4, 9.9, 10, 33.3, 1000, 1e7), geom = list(0.2, 0.001),
  nbinom = list(c(3, 0.5), c(0.5, 0.01)),
  hyper = list(c(10, 7, 8), c(50, 60, 20), c(500, 900, 300), c(20, 2000, 1000), c(1000, 500, 1400),
               c(100000, 70000, 50000)),
  wilcox = list(c(5, 7), c(20, 3)), signrank = list(10, 33)
)
rows <- character()
for (name in names(draws)) for (parameters in draws[[name]]) {
  set.seed(20221110)
  f <- get(paste0("r", name), asNamespace("stats"))
  x <- do.call(f, c(list(if (name %in% c("binom", "pois", "hyper")) 400 else 60), as.list(parameters)))
  x <- as.numeric(x)
  p <- paste(c(number(parameters), rep("", 3 - length(parameters))), collapse = ",")
  rows <- c(rows, paste(name, p, paste(number(x), collapse = " "), sep = ","))
}
writeLines(c("distribution,first,second,third,values", rows),
           file.path(here, "Distributions", "streams.csv"))

rows <- character()
for (kind in c("Wichmann-Hill", "Marsaglia-Multicarry", "Super-Duper", "Mersenne-Twister",
               "L'Ecuyer-CMRG")) for (seed in c(1, 42, -7)) {
  RNGkind(kind, "Inversion", "Rejection")
  set.seed(seed)
  if (kind != "Mersenne-Twister") {
    state <- paste(.Random.seed, collapse = " ")
  } else state <- paste(.Random.seed[1:10], collapse = " ")
  rows <- c(rows, paste(kind, seed, state, paste(number(runif(1500)[c(1:5, 1496:1500)]), collapse = " "),
                        paste(number(rnorm(5)), collapse = " "),
                        paste(sample(1000, 5), collapse = " "), sep = ","))
}
writeLines(c("kind,seed,state,uniform,normal,sample", rows),
           file.path(here, "Distributions", "generators.csv"))

# The studentized range.
rows <- character()
for (q in c(0.5, 2, 3.5, 6)) for (p in list(c(3, 10), c(5, 40), c(2, 3), c(8, 120))) {
  rows <- c(rows, paste("p", "tukey", number(q), number(p[1]), number(p[2]), "",
                        number(ptukey(q, p[1], p[2])), sep = ","))
  prob <- q / 7
  rows <- c(rows, paste("q", "tukey", number(prob), number(p[1]), number(p[2]), "",
                        number(qtukey(prob, p[1], p[2])), sep = ","))
}
writeLines(c("function,distribution,x,first,second,third,value", rows),
           file.path(here, "Distributions", "tukey.csv"))

# Index streams: population, weights, replacement, kind of sampling.
weights <- list(
  none = NULL, uneven = c(3, 1, 4, 1, 5, 9, 2, 6), ties = rep(c(2, 1, 1, 2), 5),
  single = 1, many = c(1:150, 150:1, rep(7, 20)))
rows <- character()
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
for (name in names(weights)) for (replace in c(TRUE, FALSE)) for (kind in c("Rejection", "Rounding")) {
  w <- weights[[name]]
  n <- if (is.null(w)) 70000 else length(w)
  size <- if (replace) 40 else min(n, 40)
  suppressWarnings(RNGkind(sample.kind = kind))
  set.seed(99)
  x <- sample.int(n, size, replace, w)
  rows <- c(rows, paste(kind, n, as.integer(replace), paste(w, collapse = " "),
                        paste(x, collapse = " "), sep = ","))
}
writeLines(c("kind,population,replace,weights,values", rows),
           file.path(here, "Distributions", "samples.csv"))
