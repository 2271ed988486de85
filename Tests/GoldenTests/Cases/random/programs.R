# environment: R_ENABLE_JIT=0
options(error = expression(NULL), warn = 0, showErrorCalls = FALSE)
# program 1
x <- -1.5
f <- function(s = v + 1) {
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    v <- i
    cat(i, "\n")
  }
  if (Inf) {
    b <- !append((function(e) substitute(e))(quote(p + q)), s)
  } else {
    v <- b[b]
  }
  s
}
g <- function(..., n = s + 1, a = stop("needed"), s) {
  v <- x[n]
  n[[1]]
}
g(a = if (!x) !x else do.call("g", list(x, x)), is.na({ cat("q\n"); x }))
vapply(x, g, 1)
`c` <- function(...) { base::c("mine", ...) }
g()
get0("z")
rm(`c`)
unique(x)
i <- 0
repeat {
  i <- i + 1
  if (i > 3) break
  y <- ((unlist(seq(2, 6, 2))) && (0L[1])) %in% (max(switch("v", u = , v = i, s = { cat("arm\n"); NA }), 1i[c(TRUE, NA)]))
  cat(i, "\n")
}
rm(list = ls(all.names = TRUE))
# program 2
x <- NA
f <- function(b) {
  b <- b[b]
  print(class(sys.function()))
  NULL[[x]]
  ifelse(x[[quote(p + q)]], 1, 0)
}
print(try(f(b = if (x != x) vapply(x, f, 1) else -2), silent = TRUE))
print(try(f(FALSE, ), silent = TRUE))
withCallingHandlers(f(s = class(unique(as.numeric(x)) ^ local({ u <- x; function(e) e })(1) && x["k"])), message = function(e) class(e)[1])
rm(list = ls(all.names = TRUE))
# program 3
x <- list()
f <- function(s = parent.frame()) {
  if (TRUE) {
    v <- args(f)
  }
  xor(v, -switch(2, u = , v = 2, s = { cat("arm\n"); s }))
  switch("v", u = , v = x, s = { cat("arm\n"); x }, factor(c("u", "v", "u")))
  for (i in list(1, 2)) {
    if (i == 2) { identity(break) }
    a <- switch("u", u = , v = 1i, s = { cat("arm\n"); i }, x)
    cat(i, "\n")
  }
  (-is.function(-v)) && (2[] - if (is.numeric(v) && 2147483647L > 1) if (identical(as.raw(1:2), v) || FALSE) quote(p + q) else list() else (x) / (list(1, "s")))
}
x <- sum(-bquote(1 + .(0L)))
y <- x
f((is.na(f(x - character(0), quote(p + q)))) %% (f(if (length(x) > 1) y[-1] else quote(p + q))))
y[[1]][2] <- Filter(\(e, ...) x, y)
x
rm(list = ls(all.names = TRUE))
# program 4
x <- list(k = 1:2, l = "t")
f <- function(..., s = s + 1, a = stop("needed")) {
  if (isTRUE(s)) {
    w <- a
  } else {
    dim(w) <- a
  }
  attr(a, "note") <- -Reduce(function(p, q) q, .Machine$integer.max, accumulate = TRUE)
  b <- list(1, "s")[[1]]
  FALSE
}
str(mean((list(1, "s")) : ({ cat("q\n"); f(x) })))
str(f(x["k"]))
rm(list = ls(all.names = TRUE))
# program 5
x <- c("u", "v")
y <- numeric(0)
z <- quote(p + q)
f <- function(b = { cat("default\n"); x }, n, a = -1.5) {
  a$k <- deparse(a)
  v <- vapply(x, function(e) substitute(e), 1)
  y
}
y[0]
f(s = -((deparse(quote(x))) %% ((\(e, ...) factor(c("u", "v", "u")))(c(k = 1, l = 2)))) * ({ cat("p\n"); f(b = NULL, x, y) }), eval(parse(text = "z")))
f(!switch(y, u = , v = y, s = { cat("arm\n"); y }))
f(!deparse(switch(z, u = , v = x, s = { cat("arm\n"); z })), lapply(list(), function(e) substitute(e)))
x <- !eval(quote(z), list(x = 10, y = 20))
rm(list = ls(all.names = TRUE))
# program 6
x <- NA
y <- structure(1:2, note = "n")
z <- c("u", "v")
f <- function() {
  withRestarts(withCallingHandlers(message("hello"), condition = function(e) class(e)[1]), mine = function(v) v + 1)
  on.exit(print(sys.call()), add = TRUE)
  w <- is.list(switch("u", u = , v = NA, s = { cat("arm\n"); 2147483647L }))
  v <- z
  w
}
is.na(y) <- if (is.numeric(list(1, "s")) && z > 1) switch(z, u = , v = FALSE, s = { cat("arm\n"); 1 }, z) else y / z[]
rep(f(f(formals(f))), 2)
print(try(f(body(f), names(lapply(x, function(e) f(y)))), silent = TRUE))
z <- if (list() == x) (y) - (NA) else x + !f(f(y, b = y, x))
FALSE[[y]]
rm(list = ls(all.names = TRUE))
# program 7
x <- FALSE
y <- matrix(1:4, 2)
f <- function() {
  cat("here\n")
  x
}
g <- function(..., a) {
  suppressWarnings(stop("bad"))
  a
}
h <- function(n, b = parent.frame()) {
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    a <- as.logical(b)
    cat(i, "\n")
  }
  a <- eval(parse(text = "z"))
  b[-1] <- a
  args(f)
}
print(try(h(), silent = TRUE))
withRestarts(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), message = function(e) stop("again")), mine = function(v) v + 1)
x <- y
for (i in 1:3) {
  if (i == 2) { identity(break) }
  z <- if (length(i) > 1) seq(2, 6, 2) else h(substitute(as.character(i), list(x = 1)))
  cat(i, "\n")
}
rm(list = ls(all.names = TRUE))
# program 9
x <- character(0)
y <- c(k = 1, l = 2)
f <- function(a) {
  a$k[2] <- a
  NA_integer_
}
({ cat("p\n"); { cat("p\n"); x$k } }) * (Map(function(e) substitute(e), x, 1:2))
seq_along(bquote(1 + .(3L)))
str(x)
try(signalCondition(simpleCondition("sign"), NULL), silent = TRUE)
rm(list = ls(all.names = TRUE))
# program 10
x <- 3L
y <- Inf
z <- letters[1:3]
f <- function() {
  if (exists("v", inherits = FALSE)) rm(v)
  v <- x
  names(v$k)[1] <- -invisible(seq_along(v))
  w <- y
  w
}
g <- function(b) {
  quote(p + q)["k"]
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    a <- (as.numeric(Filter(function(e) substitute(e), "2"))) & (z)
    cat(i, "\n")
  }
  if (!x) {
    b <- eval(parse(text = "y"))
  }
  f(c(TRUE, NA)[], quote(p + q), any(list(b, k = f({ cat("p\n"); b }))))
}
h <- function(..., a, s = s) {
  a <- f(...)
  invisible(local({ u <- x; \(e, ...) x })(1))
}
`-` <- function(a, b) missing(b)
g(b = { cat("q\n"); identity(x) })
f()
rm(`-`)
f(a = 1i[-1])
tryCatch({ signalCondition(simpleCondition("sign"), NULL); "done" }, error = function(e) cat("caught", conditionMessage(e), "\n"), finally = cat("finally\n"))
tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), warning = function(e) stop("again")), error = function(e) print(conditionMessage(e)))
rm(list = ls(all.names = TRUE))
# program 11
x <- seq(2, 6, 2)
y <- 2147483647L
f <- function(b, a = x, s) {
  b$k[2] <- x
  switch("v", u = , v = y, s = { cat("arm\n"); x }, x) + x
}
g <- function(a) {
  force(a)
  for (j in c(2, 5)) {
    v <- j
    cat(j, "\n")
  }
  if (y != a) {
    b <- !{ cat("q\n"); if (NULL) y else NA } == if (is.null(y)) c(1L, NA, 3L)[4] else y
  } else {
    a <- switch(a, u = , v = TRUE, s = { cat("arm\n"); c(1L, NA, 3L) })
  }
  eval.parent(quote(a[2] <- 9))
  return(seq(2, 6, 2)["k"])
}
h <- function(s, a, ...) {
  body(f) <- is.function(-head(-x, 2))
  if (length(s) > 1) {
    v <- f(switch(2, u = , v = structure(1:2, note = "n"), s = { cat("arm\n"); x }, 2147483647L))
  }
  (f(s, ...)) %/% (sum(seq_along(quote(p + q))))
  v[[1]][2] <- g()
  invisible(xor(do.call("f", list(y, s)), x))
}
x
tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), condition = function(e) stop("again")), error = function(e) print(conditionMessage(e)))
x <- mapply(function(e) match(y, if (isTRUE("s")) !"s" else h()), matrix(1:4, 2), x)
str(switch(x, u = , v = x, s = { cat("arm\n"); x }))
g(identity(as.integer(y[y])))
rm(list = ls(all.names = TRUE))
# program 12
x <- c(k = 1, l = 2)
y <- quote(p + q)
f <- function(s = c(4, 5, 6), ...) {
  b <- -1.5
  on.exit(cat("leaving\n"), add = TRUE)
  if (TRUE) switch("v", u = , v = 1i, s = { cat("arm\n"); NaN }, s) else y[[1]]
  invisible(x)
}
g <- function(b = stop("needed"), a = { cat("default\n"); b }, ...) {
  b
  a <- y[]
  { cat("r\n"); typeof(f(2147483647L[[1]], xor(x, TRUE), ...)) }
}
h <- function(n = sys.call(), b) {
  m <- function(n) {
    i <- 0
    repeat {
      i <- i + 1
      if (i > 3) break
      if (i == 2) break
      names(b$k)[1] <- (f(g({ cat("r\n"); b }, b), NA_integer_["k"])) + (!unique(c(1L, NA, 3L)))
      cat(i, "\n")
    }
    v <- get0("b") - { cat("q\n"); if (matrix(1:4, 2)) mean(n) else do.call("f", list(n, y)) }
    withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), message = function(e) print(conditionCall(e)))
    on.exit(x <<- c(k = 1, l = 2), add = TRUE, after = FALSE)
    c(1L, NA, 3L)[1]
  }
  eval(quote(z), list(x = 10, y = 20))
  print(sys.call())
  v <- letters[1:3]["k"]
  if (y) x else any(Filter(function(e) as.logical(0L), v))
}
names(x)[1] <- { cat("r\n"); length(numeric(0)) }
g(within(list(k = 1), m <- y))
rm(list = ls(all.names = TRUE))
# program 13
x <- list(1, "s")
y <- "s"
f <- function(b) {
  b = c(k = 1, l = 2)
  eval(quote(x <- character(0)), parent.frame())
  c(TRUE, NA)
}
g <- function(..., b, n = y) {
  if (isTRUE(b)) {
    a <- NULL["k"]
  } else {
    b <- n[] - { cat("p\n"); 1i[-1] }
  }
  print(class(sys.function()))
  v <- as.integer(-f(nargs()))
  if (x) {
    a <- switch(2, u = , v = n, s = { cat("arm\n"); y }, a)
  } else {
    w <- f()
  }
  y
}
h <- function(s) {
  w <- s
  Reduce(c, x, accumulate = TRUE)
}
levels(x) <- if (length(y) > 1) f() else switch(y, u = , v = as.raw(1:2), s = { cat("arm\n"); x })
{ cat("q\n"); y[[1]] }
f()
x <- (x) | (list())
x[[1]] <- g(x$k, )
rm(list = ls(all.names = TRUE))
# program 14
x <- quote(p + q)
f <- function(n = { cat("default\n"); x }, ...) {
  if (exists("z", inherits = FALSE)) rm(z)
  if (isTRUE(x)) {
    a <- x
  } else {
    v <- Reduce(function(p, q) q, x, accumulate = FALSE)
  }
  is.na(x) <<- v[0]
  n
}
f(mapply(function(e) max(c(.Machine$integer.max, character(0)), switch(x, u = , v = x, s = { cat("arm\n"); NULL })), 3L, x), !switch(NaN, u = , v = x, s = { cat("arm\n"); x }, x), s = x[x])
`length` <- function(x) 42L
f(head(x, 2), typeof(if (is.numeric(NA) && NA > 1) x else x))
f()
rm(`length`)
str(f(n = if (1) do.call("f", list(x, -1.5)) else f(), 1i[2]))
rm(list = ls(all.names = TRUE))
# program 15
x <- 1
f <- function(b, a, ...) {
  v <- b[[1:3]]
  k <- function(s, ...) {
    is.na(v) <- with(list(x = 5), Map(\(e, ...) v, s, 1:2))
    a$k == x
    a[5] <- any(c(4, 5, 6))
    names(v$k)[1] <- list(do.call(function(e) substitute(e), list(s)), k = deparse(quote(nchar(seq(2, 6, 2)))))
    invisible(2147483647L - as.integer(lapply(b, \(e, ...) s)))
  }
  j <- 0
  while (j < 3) {
    j <- j + 1
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    w <- v
    cat(j, "\n")
  }
  if (!x) c(4, 5, 6) else !identity(within(list(k = 1), m <- matrix(1:4, 2)))
}
g <- function(s) {
  withCallingHandlers(f(f(k = max(any({ cat("r\n"); x }), x), eval(parse(text = "y")), s[c(TRUE, NA)]), eval(parse(text = "y"))), message = function(e) invokeRestart("mine", 3))
  for (i in list(1, 2)) {
    b <- i$k
    cat(i, "\n")
  }
  if (is.numeric(Inf) && s > 1) {
    b <- rep(f(x, s = mapply(function(e, n = e) n, 2, s)), 2)
  }
  try(message("hello"), silent = TRUE)
  f()
}
h <- function(b, s = 1, n) {
  suppressWarnings(f(!any(max(b[[1]], do.call(f, list(b))))))
  on.exit(print(s))
  g(s |> identity(), n)
}
g(h({ cat("q\n"); names((x) %% (x)) }))
x[c(TRUE, NA)]
f()
rm(list = ls(all.names = TRUE))
# program 16
x <- letters[1:3]
y <- letters[1:3]
f <- function(s, ...) {
  if (identical(list(k = 1:2, l = "t"), y) || FALSE) {
    w <- ifelse(s, 1, 0)
  } else {
    y <<- w[1]
  }
  unlist({ cat("q\n"); if (x == matrix(1:4, 2)) deparse(quote(FALSE)) else w })
  x
}
g <- function(a = sys.call(), b) {
  w <- if (1:3 != structure(1:2, note = "n")) 0L[1] else (y) + (f(x[-1]))
  on.exit(print(a), add = TRUE, after = FALSE)
  b <- "s"["k"]
  warning("careful")
  x
}
g()
f(NULL)
x$k <- y$k
rm(list = ls(all.names = TRUE))
# program 17
x <- factor(c("u", "v", "u"))
y <- list(k = 1:2, l = "t")
z <- character(0)
f <- function(..., n = 1i) {
  b <- !-1.5
  print(nargs())
  0L
}
g <- function(n = w + 1, s = stop("needed"), a = parent.frame()) {
  m <- function(..., s) {
    print(names(list(...)))
    v <- get0("y")
    evalq(v <- 7, environment())
    on.exit(print(sys.call()), add = TRUE, after = FALSE)
    return(!-get0("z"))
  }
  f(b = is.function(x))
}
withRestarts(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), condition = function(e) class(e)[1]), mine = function(v) v + 1)
format.one <- function(x, ...) {
  cat("one format\n")
  NextMethod()
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(args(f), class = c("one", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o - 2:3
y$k <- do.call(g, list(z))
rm(list = ls(all.names = TRUE))
# program 18
x <- NaN
f <- function(b, ...) {
  print(substitute(list(...)))
  Map(function(e) substitute(e), x, 1:2) & (b) >= (rev(is.list("2")))
  x
}
g <- function(s = sys.call(), a) {
  Inf[0]
  { cat("q\n"); a[[1]] }
}
h <- function(b) {
  on.exit(print(x))
  names(b) = names(b)
  withCallingHandlers(stop("bad"), warning = function(e) stop("again"))
  g()
}
y <- { cat("q\n"); -mapply(g, x, x) }
z <- y
do.call(function(e, n = e) n, list(z))
length.one <- function(x, ...) {
  cat("one length\n")
  x <- 0; NextMethod()
}
length.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(g(), class = c("two", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o < o
{ cat("r\n"); (do.call("h", list(c(1L, NA, 3L), z))) - (Reduce(`+`, y, accumulate = FALSE)) }
rm(list = ls(all.names = TRUE))
# program 19
x <- 3L
y <- quote(p + q)
z <- NaN
f <- function(n = stop("needed")) {
  b <- (\(e, ...) 1i)(n)
  for (j in list(1, 2)) {
    if (j == 2) { identity(break) }
    w <- "s"[1]
    cat(j, "\n")
  }
  tryCatch(seq(2, 6, 2)[2], condition = function(e) e)
  n[2]
}
g <- function(...) {
  eval.parent(quote(y[2] <- 9))
  local(x <- identity(x))
  w <- y$k
  b <- NA_integer_
  return(list(mapply(f, x, w), k = b[4]))
}
h <- function(..., s = { cat("default\n"); z }, n = parent.frame()) {
  m <- function(..., a, n = c(TRUE, NA)) {
    attr(a, "note") <- { cat("r\n"); ...length() }
    y[-1]
  }
  v <- ifelse(!f(m(z, ..., ), ), 1, 0)
  g(.Machine$integer.max[0], matrix(1:4, 2), ...)
  return(letters[1:3] |> identity())
}
for (i in list(1, 2)) {
  if (i == 2) next
  y <- { cat("r\n"); which({ cat("p\n"); letters[1:3][2] }) }
  cat(i, "\n")
}
quote(p + q)[4]
rm(list = ls(all.names = TRUE))
# program 20
x <- FALSE
y <- c("u", "v")
z <- NA_integer_
f <- function(b, a = stop("needed")) {
  print(deparse(substitute(b)))
  on.exit(cat("bye", x, "\n"), add = TRUE)
  i <- 0
  while (i < 3) {
    i <- i + 1
    x <<- { cat("q\n"); x }
    cat(i, "\n")
  }
  return(local({ u <- y; function(e) substitute(e) })(1))
}
g <- function(b = b + 1, n = quote(p + q), s = s + 1) {
  withRestarts(withCallingHandlers(message("hello"), message = function(e) invokeRestart("muffleWarning")), mine = function(v) v + 1)
  seq(2, 6, 2)
}
class(y) <- -{ cat("q\n"); x }
i <- 0
repeat {
  i <- i + 1
  if (i > 3) break
  if (i == 2) next
  x <- i
  cat(i, "\n")
}
rm(list = ls(all.names = TRUE))
# program 21
x <- factor(c("u", "v", "u"))
f <- function(n = sys.call()) {
  b <- eval(quote(n))
  if (x) n["k"] else b
}
g <- function(s, a) {
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) { identity(break) }
    x$k[2] <<- s
    cat(j, "\n")
  }
  names(a$k)[1] <- identical(x[c(TRUE, NA)], s)
  (FALSE[]) && (identical(f(Reduce(`+`, x, accumulate = FALSE), Reduce(`+`, s, accumulate = TRUE), Map(f, x, 1:2)), -f(structure(1:2, note = "n"), k = a)))
}
h <- function() {
  print(sys.call())
  if (!3L) {
    v <- attributes(f())
  }
  f()
}
x <- !eval(quote(x), list(x = 10, y = 20))
x[1] <- x
z <- list()[x]
f(k = sapply(x, \(e, ...) c(1L, NA, 3L)))
z <- -!x
rm(list = ls(all.names = TRUE))
# program 22
x <- c(TRUE, NA)
f <- function(s, a) {
  a["k"] <- mean(!quote(p + q))
  a
}
f(s = x$k)
f()
-x
suppressWarnings(warning("odd"))
f(class(eval(quote(x))), invisible(x))
rm(list = ls(all.names = TRUE))
# program 23
x <- NA
y <- 2
f <- function(s = c(k = 1, l = 2)) {
  print(substitute(s))
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) break
    v <- { cat("p\n"); { cat("r\n"); y[4] } }
    cat(j, "\n")
  }
  for (j in c(2, 5)) {
    if (j == 2) next
    b <- j
    cat(j, "\n")
  }
  on.exit(print(x), add = TRUE, after = FALSE)
  y
}
g <- function(n, s, b, ...) {
  a <- is.list(structure(1:2, note = "n"))
  on.exit(print(sys.call()))
  factor(c("u", "v", "u"))
}
h <- function(s, a) {
  on.exit(print(s), add = TRUE)
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    v <- s
    cat(i, "\n")
  }
  eval(parse(text = "y"))
}
f({ cat("p\n"); x[[1]] }, Filter(f, x))
for (j in list(1, 2)) {
  x <- -switch("u", u = , v = list(1, "s"), s = { cat("arm\n"); j })
  cat(j, "\n")
}
identity(y)
tryCatch(if (is.null(list(k = 1:2, l = "t"))) if (!TRUE) { cat("r\n"); { cat("q\n"); 2 } } else numeric(0) else h(switch(y, u = , v = y, s = { cat("arm\n"); 3L }, 1:3)), warning = function(e) e)
x$k <- sapply(x, function(e) substitute(e))
rm(list = ls(all.names = TRUE))
# program 25
x <- 1
y <- 1:3
f <- function(a, b = stop("needed"), ...) {
  on.exit(print(sys.call()), add = TRUE, after = FALSE)
  print(match.call(expand.dots = FALSE))
  w <- x
  on.exit(cat("bye", x, "\n"))
  deparse({ cat("r\n"); as.raw(1:2)["k"] })
}
g <- function() {
  for (j in 1:3) {
    if (j == 2) break
    x <- x && -f(y) + x[4]
    cat(j, "\n")
  }
  on.exit(cat("bye", x, "\n"))
  for (i in c(2, 5)) {
    if (i == 2) break
    names(x)[2] <- -which(quote(f()))
    cat(i, "\n")
  }
  w <- y
  max(0L, (0L[[x]]) + (w[0]))
}
z <- (do.call("f", list(3L, letters[1:3]))) | (g(f(x[2]), { cat("q\n"); TRUE }))
x |> identity()
rm(list = ls(all.names = TRUE))
# program 26
x <- "2"
y <- 1:3
z <- Inf
f <- function(b, s, ...) {
  tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), warning = function(e) print(conditionCall(e))), error = function(e) print(conditionMessage(e)))
  w <- local({ u <- character(0); function(e, n = e) n })(1)
  print(substitute(list(...)))
  a <- 0L
  y[-1.5]
}
g <- function(s = n + 1, n = 1i, a) {
  w <- (s) ^ (paste(f(), f()))
  typeof(f(args(f), { cat("q\n"); local({ u <- w; function(e, n = e) n })(1) }))
}
h <- function(a) {
  on.exit(print(sys.call()), add = TRUE)
  warning("careful")
  f((function(e, n = e) n)(y))
}
format.one <- function(x, ...) {
  cat("one format\n")
  x <- 0; NextMethod()
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(!if (identical(z, z) || FALSE) f() else "2", class = c("two", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o + 2:3
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  NextMethod()
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(f(c(1L, NA, 3L)), class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o * o
tryCatch({ h(h(!z | NaN >= get0("a"), x[2], x["k"])); "done" }, warning = function(e) invokeRestart("mine", 3), finally = cat("finally\n"))
g(h(z, (as.logical((z) : (x))) && (y[[1]])))
rm(list = ls(all.names = TRUE))
# program 27
x <- letters[1:3]
y <- c(k = 1, l = 2)
z <- list(1, "s")
f <- function(...) {
  print(match.call(expand.dots = FALSE))
  print(match.call())
  deparse(NA)
  return((switch(z, u = , v = x, s = { cat("arm\n"); z }, x)) && (switch("v", u = , v = x, s = { cat("arm\n"); "s" })))
}
f({ cat("q\n"); !z })
x[length(x)] <- list(x[[1]], k = c(1L, NA, 3L)[-1])
`length` <- function(x) 42L
f()
if (is.null(NULL)) (!x) && (seq_along(-z)) else f(z)
rm(`length`)
rm(list = ls(all.names = TRUE))
# program 28
x <- TRUE
f <- function(..., b, a) {
  print(environmentName(parent.frame()))
  for (i in list(1, 2)) {
    if (i == 2) next
    attr(a, "note") = Map(\(e, ...) "s", a, 1:2)
    cat(i, "\n")
  }
  NA_integer_
}
g <- function(b = { cat("default\n"); b }, n = 3L) {
  print(class(sys.function()))
  w <- (n) %/% (f())
  evalq(x <- 7, environment())
  m <- function(..., n = matrix(1:4, 2), s) {
    x[5] <<- -letters[1:3]
    cat(sort(ls()), "\n")
    return(missing(n))
  }
  if (is.numeric(n) && n > 1) invisible((function(e) substitute(e))(x)) else (b) + ((switch("u", u = , v = x, s = { cat("arm\n"); c(4, 5, 6) }, b)) - (do.call("m", list(w, b))))
}
h <- function(b) {
  a <- substitute(b)
  if (NA_integer_ <= b) {
    w <- b
  } else {
    a <- w
  }
  j <- 0
  while (j < 3) {
    j <- j + 1
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    names(z$k)[1] <<- exists("w")
    cat(j, "\n")
  }
  f(!Reduce(function(p, q) q, a, accumulate = TRUE), TRUE[4], letters[1:3][-1])
}
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(-{ cat("q\n"); x[2] }, class = c("two", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o < o
body(f) <- c(TRUE, NA)
print(try(g(), silent = TRUE))
format.one <- function(x, ...) {
  cat("one format\n")
  NextMethod(extra = 2)
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(unlist(switch(FALSE, u = , v = 1:3, s = { cat("arm\n"); x })), class = c("one", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o + o
f()
rm(list = ls(all.names = TRUE))
# program 29
x <- -1.5
y <- numeric(0)
z <- list(1, "s")
f <- function(n, b = sys.call()) {
  print(sys.call())
  w <- quote(p + q)
  b
}
`sum` <- function(...) nargs()
f({ cat("r\n"); f(names({ cat("p\n"); character(0) })) }, k = x[2])
deparse(quote(as.integer(y)))
rm(`sum`)
suppressWarnings(signalCondition(simpleCondition("sign"), NULL))
if (z) identity(c(TRUE, NA)) else f(n = (f(Inf, z)) == (y - x))
rm(list = ls(all.names = TRUE))
# program 30
x <- list(1, "s")
y <- 2
z <- 1:3
f <- function() {
  if (isTRUE(x)) stop("wrong")
  b <- quote(p + q)
  numeric(0)
}
g <- function(a, ..., b) {
  if (z) {
    v <- NA_integer_
  } else {
    w <- sqrt(which(Filter(\(e, ...) a, NULL))) & f(f(s = max(c("u", "v"), b), mean(c(1L, NA, 3L)), ...), substitute(b), ...)
  }
  match(y, x)
}
names(z)[2] <- is.function(x)
x <- !list(1, "s")
f(k = { cat("r\n"); -1.5 })
rm(list = ls(all.names = TRUE))
# program 31
x <- letters[1:3]
f <- function(b, n, ...) {
  a <- n
  m <- function(a, ...) {
    v <- b[b]
    try(numeric(0), silent = TRUE)
    evalq(v <- 7, environment())
    x
  }
  x
}
FALSE
f(as.numeric(Map(\(e, ...) x, structure(1:2, note = "n"), 1:2)))
z <- x
rm(list = ls(all.names = TRUE))
# program 34
x <- numeric(0)
y <- 2
z <- c(4, 5, 6)
f <- function(n = FALSE, a, b = { cat("default\n"); z }) {
  on.exit(print(sys.call()), add = TRUE, after = FALSE)
  on.exit(cat("leaving\n"))
  for (i in c(2, 5)) {
    if (i == 2) break
    w <- !y
    cat(i, "\n")
  }
  v <- x
  args(f) ^ round(b)
}
f(-z[2], f(x, z[4]), )
for (j in seq_along(x)) {
  x[c(1, 3)] <- -attributes(-if (is.null(-1.5)) "s" else -1.5)
  cat(j, "\n")
}
x
print(try(f((mapply(function(e, n = e) n, z, 2) | 2147483647L) >= (y)), silent = TRUE))
withRestarts(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), condition = function(e) cat("caught", conditionMessage(e), "\n")), mine = function(v) v + 1)
rm(list = ls(all.names = TRUE))
# program 35
x <- c(1L, NA, 3L)
y <- TRUE
z <- c(1L, NA, 3L)
f <- function(n) {
  if (length(x) > 1) {
    w <- formals(f)
  }
  if (exists("x", inherits = FALSE)) rm(x)
  k <- function(n = list(1, "s"), s) {
    m <- function() {
      v <- n
      body(f) <- c(y, c(if (is.numeric(list()) && matrix(1:4, 2) > 1) c("u", "v") else character(0) %% 3L, list(1, "s")[4]))
      if (exists("a", inherits = FALSE)) rm(a)
      on.exit(print(sys.call()), add = TRUE)
      nchar(w)
    }
    on.exit(cat("leaving\n"))
    tryCatch(withCallingHandlers(stop("bad"), condition = function(e) cat("caught", conditionMessage(e), "\n")), error = function(e) print(conditionMessage(e)))
    !eval(parse(text = "x"))
  }
  is.function((class(switch("v", u = , v = "2", s = { cat("arm\n"); as.raw(1:2) }))) && (w))
}
f(x)
print(try(f(y), silent = TRUE))
switch("u", u = , v = x, s = { cat("arm\n"); z }, z)
withCallingHandlers(f(1i, typeof(x)), message = function(e) class(e)[1])
rm(list = ls(all.names = TRUE))
# program 36
x <- 0L
y <- 2
f <- function(..., a, n, s) {
  eval.parent(quote(a[2] <- 9))
  b <- Filter(\(e, ...) x, a)
  try(FALSE, silent = TRUE)
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    if (i == 2) next
    w <- b
    cat(i, "\n")
  }
  as.character(factor(c("u", "v", "u")))
}
g <- function(s = sys.call()) {
  on.exit(cat("bye", x, "\n"))
  if (exists("b", inherits = FALSE)) rm(b)
  deparse(f(k = -1.5))
}
g()
print(try(g(y, { cat("p\n"); { cat("q\n"); list(k = 1:2, l = "t")[1] } }), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 37
x <- NA
y <- as.raw(1:2)
z <- 3L
f <- function(s, n, a) {
  print(nargs())
  a["k"] <- if (n != x) y + -max(a, s) else switch("u", u = , v = list(1, "s"), s = { cat("arm\n"); n })
  b <- a[[1]]
  m <- function(..., a) {
    delayedAssign("v", { cat("delayed\n"); a[0] })
    if (identical(a, z) || FALSE) {
      a <- "2"[-1]
    }
    invisible(y)
  }
  a
}
g <- function(s = parent.frame()) {
  withRestarts(withCallingHandlers(stop("bad"), error = function(e) invokeRestart("muffleWarning")), mine = function(v) v + 1)
  w <- with(list(x = 5), z |> identity())
  print(deparse(substitute(s)))
  { cat("r\n"); { cat("p\n"); seq(2, 6, 2)[] } }
}
h <- function(n, s, a) {
  m <- function() {
    on.exit(cat("bye", x, "\n"), add = TRUE)
    for (i in list(1, 2)) {
      if (i == 2) next
      x <- f(cumsum((switch(y, u = , v = n, s = { cat("arm\n"); .Machine$integer.max })) %in% ({ cat("r\n"); n })))
      cat(i, "\n")
    }
    v <- as.character(eval(parse(text = "x")))
    cat(sort(ls()), "\n")
    deparse(!g(k = Inf["k"]))
  }
  w <- which(substitute(s))
  w[[1]][2] <- n[x]
  nchar(1i[2])
}
tryCatch(signalCondition(simpleCondition("sign"), NULL), warning = function(e) e)
j <- 0
repeat {
  j <- j + 1
  if (j > 3) break
  if (j == 2) break
  body(f) <- if (length(z) > 1) switch("v", u = , v = j, s = { cat("arm\n"); y }) else do.call(g, list(matrix(1:4, 2)))
  cat(j, "\n")
}
-!y
!sapply(z, h)
i <- 0
while (i < 3) {
  i <- i + 1
  if (i == 2) next
  z <- h()
  cat(i, "\n")
}
rm(list = ls(all.names = TRUE))
# program 38
x <- factor(c("u", "v", "u"))
y <- Inf
z <- NA_integer_
f <- function(s) {
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) { identity(break) }
    v <- z
    cat(j, "\n")
  }
  a <- deparse(x)
  { cat("q\n"); s }
}
f()
z <- f(b = switch("u", u = , v = -1.5, s = { cat("arm\n"); z }))
tryCatch({ message("hello"); "done" }, condition = function(e) class(e)[1], finally = cat("finally\n"))
switch("v", u = , v = NA_integer_, s = { cat("arm\n"); 3L }, z)
f(f(), { cat("q\n"); (as.logical(eval(quote(y), list(x = 10, y = 20)))) - (do.call(\(e, ...) x, list(list(1, "s")))) }, factor(c("u", "v", "u")))
rm(list = ls(all.names = TRUE))
# program 39
x <- c("u", "v")
f <- function(...) {
  if (!seq(2, 6, 2)) {
    v <- eval(parse(text = "z"))
  }
  k <- function(s) {
    local(v <- list(deparse(class(as.raw(1:2))), k = switch("v", u = , v = TRUE, s = { cat("arm\n"); v }, x)) - !match(if (isTRUE(s)) 1 else s, rev(character(0))))
    k <- function(a) {
      a <- seq_along(-toupper(body(f)))
      print(nargs())
      w <- v
      print(class(sys.function()))
      get0("a")
    }
    missing(s)
  }
  on.exit(cat("bye", x, "\n"), add = TRUE)
  return({ cat("q\n"); k(switch(v, u = , v = v, s = { cat("arm\n"); list(1, "s") }), a = c("u", "v")[[1]]) })
}
g <- function(n, s) {
  if (isTRUE(n)) {
    v <- s
  } else {
    w <- v[0]
  }
  y$k[2] <<- is.function(deparse(n %% s) + class(v))
  eval.parent(quote(a[2] <- 9))
  return(mean(n))
}
try(message("hello"), silent = TRUE)
args(f)
f(x[], factor(c("u", "v", "u"))[[1]])
x[2]
rm(list = ls(all.names = TRUE))
# program 40
x <- quote(p + q)
y <- 3L
f <- function(..., b = parent.frame()) {
  m <- function(..., n) {
    (\(e, ...) x)(b)
    print(missing(...))
    stop("wrong")
    for (j in c(2, 5)) {
      if (j == 2) next
      v <- (function(e, n = e) n)(j)
      cat(j, "\n")
    }
    NULL == { cat("p\n"); (y) %% (n[y]) }
  }
  w <- m(m(a = -b, ...), ...)
  return(rep(as.numeric(m(y)), 2) %/% eval(quote(y[0])))
}
x["k"]
f(b = as.numeric(x[4]))
print(try(f((x) == (y)), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 41
x <- c(1L, NA, 3L)
y <- c(4, 5, 6)
f <- function(s = stop("needed"), n = { cat("default\n"); s }, b = x) {
  b <- vapply(list(k = 1:2, l = "t"), function(e) x[[1]], 1)
  x
}
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  7
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(typeof(class(c(4, 5, 6))), class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o & -1
f(if (TRUE) y else x ^ !typeof(y), s = attributes(c(k = 1, l = 2)))
str(mapply(function(e) substitute(e), y, FALSE))
rm(list = ls(all.names = TRUE))
# program 42
x <- NaN
y <- 2
z <- c(k = 1, l = 2)
f <- function(a) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    length(x) <<- sum(if (y != y) NA else vapply(1i, function(e) substitute(e), 1)) %in% if (x == .Machine$integer.max) lapply(y, function(e) substitute(e)) else -eval(substitute(a), list(x = 3))
    cat(i, "\n")
  }
  list(k = 1:2, l = "t")
}
(function(e) f(sqrt(NULL), s = f(x[2], x), !letters[1:3]))(x)
f(lapply(x, function(e) substitute(e)))
if (is.null(NA_integer_)) f() else NULL
rm(list = ls(all.names = TRUE))
# program 43
x <- list(1, "s")
f <- function(s, b) {
  for (j in 1:3) {
    if (j == 2) { identity(break) }
    v <- Inf
    cat(j, "\n")
  }
  if (exists("w", inherits = FALSE)) rm(w)
  w <- unlist(is.na(as.character(x["k"])))
  tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), error = function(e) invokeRestart("mine", 3)), error = function(e) print(conditionMessage(e)))
  s
}
g <- function(s, b = 2, ...) {
  b <- b
  for (i in c(2, 5)) {
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    w <- i[0]
    cat(i, "\n")
  }
  a <- s
  f(((s) * (f(list(k = 1:2, l = "t"), structure(1:2, note = "n")) + invisible(s))) - (x), ...)
}
h <- function(s) {
  assign("z", (s) >= (if (isTRUE(list(k = 1:2, l = "t"))) if (x) x else numeric(0) else x %% s))
  x
}
summary.one <- function(x, ...) {
  cat("one summary\n")
  NextMethod(extra = 2)
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure({ cat("p\n"); do.call("g", list(x, x)) } : FALSE, class = c("one", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o & 1
x
y <- eval(parse(text = "x"))
rm(list = ls(all.names = TRUE))
# program 44
x <- quote(p + q)
y <- list()
f <- function(b = sys.call(), s, ..., a) {
  v <- length(x)
  j <- 0
  while (j < 3) {
    j <- j + 1
    a = y
    cat(j, "\n")
  }
  print(substitute(b))
  c(1L, NA, 3L)
}
g <- function(..., s = a, a) {
  print(missing(a))
  TRUE
  v <- (f(...)) ^ (c("u", "v"))
  tryCatch(warning("odd"), condition = function(e) e)
  match(exists("x"), do.call("f", list(y, y)))
}
h <- function(a = parent.frame()) {
  b <- max(0L[], ifelse(within(list(k = 1), m <- c(4, 5, 6)), 1, 0))
  v <- do.call(function(e, n = e) n, list(x))
  v <- { cat("r\n"); identity(y) }
  b && any({ cat("p\n"); attributes(v) })
}
str(switch("v", u = , v = NULL, s = { cat("arm\n"); x }))
for (i in c(2, 5)) {
  if (i == 2) { identity(break) }
  names(x) <- g(x %/% list(1, "s")[1])
  cat(i, "\n")
}
g({ cat("p\n"); !as.character(x == y) })
suppressWarnings(list(1, "s")[[x]])
2
rm(list = ls(all.names = TRUE))
# program 45
x <- factor(c("u", "v", "u"))
y <- structure(1:2, note = "n")
f <- function() {
  cat("here\n")
  x
}
g <- function(a, s = stop("needed"), b = sys.call()) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    w <- identity(numeric(0))
    cat(i, "\n")
  }
  z <<- 1[c(TRUE, NA)]
  print(deparse(substitute(a)))
  !f(a)
}
summary.one <- function(x, ...) {
  cat("one summary\n")
  NextMethod()
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(y, class = c("one", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o < -1
format.one <- function(x, ...) {
  cat("one format\n")
  7
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(rev(x), class = c("one", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o < 1
`[` <- function(x, ...) { "element" }
g(x)
{ cat("q\n"); names(if (y) -x else x) }
rm(`[`)
f(b = toupper({ cat("q\n"); invisible(x[-1]) }), { cat("r\n"); c(k = 1, l = 2)[[y]] })
z <- y[2]
rm(list = ls(all.names = TRUE))
# program 46
x <- matrix(1:4, 2)
f <- function(b, n) {
  v <- x
  get0("v")
}
f({ cat("r\n"); f(a = x, f(2[[x]], s = x)) })
tryCatch(warning("odd"), warning = function(e) e)
rm(list = ls(all.names = TRUE))
# program 47
x <- -1.5
y <- Inf
f <- function(n = 3L, ...) {
  v <- n[0]
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    if (i == 2) next
    b <- { cat("r\n"); args(f) }
    cat(i, "\n")
  }
  m <- function(n, a = { cat("default\n"); a }) {
    i <- 0
    while (i < 3) {
      i <- i + 1
      if (i == 2) next
      w <- seq_along(eval(substitute(a), list(x = 3)))
      cat(i, "\n")
    }
    switch("u", u = , v = y, s = { cat("arm\n"); y }, numeric(0))
  }
  w <- x
  -{ cat("q\n"); rep(x, 2) } - eval(parse(text = "z"))
}
g <- function(a, b) {
  for (i in c(2, 5)) {
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    levels(a) <- { cat("q\n"); nchar({ cat("q\n"); { cat("p\n"); i } }) }
    cat(i, "\n")
  }
  assign("z", b)
  if (b <= b) {
    w <- f(-as.integer(b))
  }
  on.exit(print(sys.call()), add = TRUE)
  f(b = 3L)
}
h <- function(a, s = stop("needed")) {
  on.exit(print(sys.call()))
  f(letters[1:3], if (x) structure(1:2, note = "n") else g(c(TRUE, NA)))
}
"s"
as.character(f())
rm(list = ls(all.names = TRUE))
# program 48
x <- .Machine$integer.max
y <- TRUE
z <- list()
f <- function(b = parent.frame(), n = b + 1) {
  if (identical(b, NaN) || FALSE) {
    v <- { cat("p\n"); { cat("q\n"); 1["k"] } }
  } else {
    z$k[2] <<- v
  }
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) next
    w <- sum({ cat("r\n"); quote(p + q) |> identity() })
    cat(j, "\n")
  }
  stop("wrong")
  z
}
g <- function(b = parent.frame(), a) {
  print(nargs())
  x <<- y
  z
  b <- c("u", "v")
  ((z[4]) + (x)) < (Filter(function(e, n = e) n, list(k = 1:2, l = "t")))
}
`(` <- function(e) { cat("paren\n"); e }
f(f(if (is.numeric(x) && z > 1) y else if (matrix(1:4, 2) > x) if (length(y) > 1) .Machine$integer.max else 1 else z, eval(quote(switch("v", u = , v = x, s = { cat("arm\n"); letters[1:3] })))), z, x[[y]])
NaN$k
rm(`(`)
names(x)[2] = f({ cat("q\n"); as.logical(round("2")) })
tryCatch(withCallingHandlers(stop("bad"), error = function(e) invokeRestart("mine", 3)), error = function(e) print(conditionMessage(e)))
for (j in seq_along(x)) {
  if (j == 2) next
  attr(z, "note") <- NA
  cat(j, "\n")
}
x <- { cat("r\n"); x }
rm(list = ls(all.names = TRUE))
# program 49
x <- numeric(0)
f <- function(n, s = stop("needed"), a) {
  if (!n) {
    v <- within(list(k = 1), m <- 0L)
  }
  delayedAssign("a", { cat("delayed\n"); a })
  eval(quote(a))
}
g <- function(n, b) {
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) { identity(break) }
    a <- formals(f) - j
    cat(j, "\n")
  }
  2["k"]
  f(do.call("f", list(n, b)), s = n)
}
tryCatch({ 0L; "done" }, message = function(e) stop("again"), finally = cat("finally\n"))
for (i in c(2, 5)) {
  tryCatch(if (i == 2) next, finally = cat("again\n"))
  x <- i
  cat(i, "\n")
}
z <- stopifnot(identity(x))
rm(list = ls(all.names = TRUE))
# program 50
x <- c(k = 1, l = 2)
y <- character(0)
f <- function(s = { cat("default\n"); .Machine$integer.max }, b = sys.call(), a = parent.frame()) {
  list(a, k = names(x[0]))
  print(deparse(substitute(a)))
  v <- do.call(function(e) substitute(e), list(x))
  letters[1:3]
}
g <- function(a = a + 1) {
  evalq(z <- 7, environment())
  if (length(a) > 1) {
    length(z) <<- nchar(a)
  } else {
    w <- f(-{ cat("q\n"); y })
  }
  warning("careful")
  max(x, f(x[], NULL))
  switch("v", u = , v = Inf, s = { cat("arm\n"); quote(p + q) })
}
h <- function(b, s = parent.frame(), n) {
  print(deparse(substitute(n)))
  print(missing(b))
  k <- function(n = sys.call(), s) {
    v <- { cat("q\n"); is.list(x) }
    if (length(v) > 1) {
      w <- exists("a")
    } else {
      is.na(b) <- identity(exists("a"))
    }
    x[4]
  }
  list(1, "s")[c(TRUE, NA)]
}
j <- 0
repeat {
  j <- j + 1
  if (j > 3) break
  if (j == 2) break
  names(x) <- { cat("r\n"); y }
  cat(j, "\n")
}
f(h(round((x ^ x) - ((y) - (y))), eval(quote(x))))
rm(list = ls(all.names = TRUE))
# program 52
x <- 0L
y <- as.raw(1:2)
f <- function(n = sys.call(), b, a = NULL) {
  sapply(matrix(1:4, 2), \(e, ...) b)
  y
}
g <- function(a = { cat("default\n"); a }) {
  on.exit(cat("bye", x, "\n"))
  assign("y", unique(if (1i == a) x else c(TRUE, NA)))
  (sapply(c("u", "v"), function(e) mapply(function(e, n = e) n, x, "2"))) | (letters[1:3])
}
withCallingHandlers(g(sum(y)), message = function(e) class(e)[1])
for (j in 1:3) {
  z <- j[0]
  cat(j, "\n")
}
f(k = if (TRUE) is.na(x) else list((do.call(function(e) substitute(e), list(structure(1:2, note = "n")))) : (!1i), k = c((y) && (factor(c("u", "v", "u"))), y)))
rm(list = ls(all.names = TRUE))
# program 53
x <- 1:3
y <- seq(2, 6, 2)
z <- as.raw(1:2)
f <- function(n = 3L, s = stop("needed")) {
  warning("careful")
  b <- factor(c("u", "v", "u"))
  print(match.call())
  if (TRUE) {
    v <- letters[1:3]
  } else {
    w <- with(list(x = 5), z)
  }
  s[-1]
}
g <- function(..., n, a, s) {
  n
  cat(sort(ls()), "\n")
  invisible(-class(f(k = ifelse(s, 1, 0), 1, unique(a))))
}
h <- function(b) {
  j <- 0
  while (j < 3) {
    j <- j + 1
    attr(b, "note") <- g()
    cat(j, "\n")
  }
  cat(sort(ls()), "\n")
  0L
}
str(y[2])
y <- if (!y) switch(character(0), u = , v = z, s = { cat("arm\n"); y }) else x
rm(list = ls(all.names = TRUE))
# program 54
x <- 2147483647L
f <- function(s) {
  switch(x, u = , v = s, s = { cat("arm\n"); s }, s)
  on.exit(print(sys.call()))
  for (i in c(2, 5)) {
    if (i == 2) next
    w <- x
    cat(i, "\n")
  }
  x
  x
}
g <- function(b = sys.call()) {
  on.exit(cat("bye", x, "\n"), add = TRUE)
  print(environmentName(parent.frame()))
  a <- f(b[2])
  b
}
h <- function(a, ...) {
  for (i in 1:3) {
    if (i == 2) next
    w <- !f(s = is.function(formals(f)), !i, ...)
    cat(i, "\n")
  }
  print(nargs())
  print(missing(a))
  x[a]
}
{ cat("p\n"); 1[c(TRUE, NA)] }
z <- (function(e) substitute(e))(matrix(1:4, 2))
rm(list = ls(all.names = TRUE))
# program 55
x <- "2"
f <- function(n = letters[1:3], a, s = { cat("default\n"); 0L }) {
  on.exit(cat("bye", x, "\n"), add = TRUE, after = FALSE)
  return(x[4])
}
f((is.na(x$k)) %in% (x[c(TRUE, NA)]), x)
f()
x
rm(list = ls(all.names = TRUE))
# program 57
x <- character(0)
f <- function(b, n) {
  if (b) {
    b <- x
  }
  cat(sort(ls()), "\n")
  v <- seq(2, 6, 2)[[b]]
  print(deparse(substitute(b)))
  match(v, (v) %/% (-3L)) * Map(function(e) v, b, 1:2) - if (is.numeric(n) && b > 1) { cat("p\n"); x } else eval(substitute(b), list(x = 3))
}
g <- function(s = numeric(0), ..., n = n) {
  cat(sort(ls()), "\n")
  { cat("p\n"); n }
}
h <- function(a, b) {
  names(b)[2] <- switch("u", u = , v = a, s = { cat("arm\n"); b })
  eval.parent(quote(a[2] <- 9))
  eval(quote(b <- NaN), parent.frame())
  f(f())
  g(--NA_integer_, g(-f(x, b), b = { cat("r\n"); b[2] }))
}
format.one <- function(x, ...) {
  cat("one format\n")
  NextMethod(extra = 2)
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x[2], class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o %% 2:3
g(h(substitute(-x, list(x = 1))))
g(x, x[2])
z <- lapply(x, function(e) toupper(x) | { cat("q\n"); c(k = 1, l = 2) }) / with(list(x = 5), !h(c("u", "v")))
rm(list = ls(all.names = TRUE))
# program 58
x <- "2"
y <- 1:3
z <- "2"
f <- function(s = parent.frame()) {
  print(nargs())
  print(deparse(substitute(s)))
  y[-1]
}
x[-1] <- -(-x) - ((y) * (TRUE)) / x
print(try(f(b = if (is.numeric(z) && structure(1:2, note = "n") > 1) { cat("q\n"); do.call("f", list(z, x)) } else z, x), silent = TRUE))
summary.one <- function(x, ...) {
  cat("one summary\n")
  NextMethod()
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(y, class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o + -1
rm(list = ls(all.names = TRUE))
# program 59
x <- NA
f <- function(a, s = s, b) {
  a <- { cat("r\n"); head(x, 2) }
  c("u", "v")
}
g <- function(b = letters[1:3]) {
  delayedAssign("z", { cat("delayed\n"); identity(b) })
  if (isTRUE(b)) {
    class(b) <- b |> identity()
  }
  print(missing(b))
  f(!which(typeof(x)))
}
h <- function(s) {
  matrix(1:4, 2)
  x[[1]]
}
j <- 0
repeat {
  j <- j + 1
  if (j > 3) break
  if (j == 2) { identity(break) }
  class(x) <- -as.integer(typeof(list(x, k = x)))
  cat(j, "\n")
}
f(s = is.function(x), k = x, )
print.one <- function(x, ...) {
  cat("one print\n")
  x <- 0; NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x["k"], class = c("one", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o * 1
str(unlist(rep(f(switch(2, u = , v = x, s = { cat("arm\n"); x })), 2)))
rm(list = ls(all.names = TRUE))
# program 60
x <- list(1, "s")
y <- FALSE
f <- function(s = 3L) {
  k <- function(b) {
    for (i in list(1, 2)) {
      if (i == 2) break
      v <- c(4, 5, 6)
      cat(i, "\n")
    }
    -NaN
  }
  local(z <- NA_integer_[-1])
  for (j in 1:3) {
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    w <- typeof(sapply(s, function(e) deparse(quote(within(list(k = 1), m <- y)))))
    cat(j, "\n")
  }
  if (length(s) > 1) {
    a <- FALSE[2147483647L]
  }
  (k()) - (deparse(quote(is.list(TRUE))))
}
g <- function(b) {
  on.exit(print(sys.call()), add = TRUE, after = FALSE)
  evalq(v <- 7, environment())
  ({ cat("r\n"); (.Machine$integer.max) %/% (x : x) }) %in% (x)
}
match(0L, (-deparse(y)) : (f(y, )))
which(f(k = ifelse(letters[1:3], 1, 0) %% y, g()))
tryCatch({ !f(-is.list(x), rev(f(s = x)), x); "done" }, message = function(e) print(conditionCall(e)), finally = cat("finally\n"))
rm(list = ls(all.names = TRUE))
# program 61
x <- "s"
y <- 1:3
f <- function(a = seq(2, 6, 2)) {
  w <- if (!a) a else a
  print(class(sys.function()))
  rep(y[], 2)
}
g <- function(b = v + 1) {
  w <- f(f(if (length(y) > 1) f(b = x) else NA_integer_ >= b, is.list(!b)), b)
  print(class(sys.function()))
  k <- function(n, a, b) {
    x <<- -{ cat("q\n"); as.integer(a) %/% substitute(b, list(x = 1)) }
    b[2] <- if (y) f(n = n, f(n[2]), n = is.function(!x)) else Map(\(e, ...) w, b, 1:2)
    switch(NA, u = , v = a, s = { cat("arm\n"); b })
  }
  a <- x[[1]]
  f(if (TRUE) w else Inf)
}
g(!x, seq_along(sum(x)), a = switch(2, u = , v = y, s = { cat("arm\n"); 2 }))
x = if (isTRUE(y)) x else seq_along(with(list(x = 5), y))
tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), message = function(e) invokeRestart("muffleWarning")), error = function(e) print(conditionMessage(e)))
f(!sqrt(as.numeric(!0L)))
rm(list = ls(all.names = TRUE))
# program 62
x <- "s"
y <- -1.5
z <- c(TRUE, NA)
f <- function(..., n = parent.frame()) {
  withRestarts(withCallingHandlers(message("hello"), error = function(e) invokeRestart("muffleWarning")), mine = function(v) v + 1)
  try(stop("bad"), silent = TRUE)
  k <- function(...) {
    print(...length())
    message("note")
    print(..1)
    y
  }
  k(a = x)
}
g <- function(b = parent.frame(), n) {
  eval(quote(a <- 2), parent.frame())
  if (identical(Inf, b) || FALSE) {
    a <- (eval(substitute(n), list(x = 3))) - (do.call(function(e) substitute(e), list(n)))
  }
  on.exit(print(sys.call()), add = TRUE, after = FALSE)
  f(z, attributes(identity(y)), !!as.integer((z) - ("2")))
}
withRestarts(withCallingHandlers(warning("odd"), condition = function(e) cat("caught", conditionMessage(e), "\n")), mine = function(v) v + 1)
str(f(cumsum(x), list(1, "s")))
rm(list = ls(all.names = TRUE))
# program 63
x <- 2147483647L
y <- list(1, "s")
f <- function(a = a, b = stop("needed")) {
  if (identical(x, y) || FALSE) {
    b <- a$k
  } else {
    v <- b
  }
  names(a) <- seq_along(mean(-x))
  assign("x", (v[4]) %/% (a), envir = parent.frame())
  class(v) <- -a / b >= -invisible(a)
  if (is.numeric(x) && -1.5 > 1) a[-1] else !sapply(b, \(e, ...) 1i)
}
g <- function(...) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    b <- unlist((function(e, n = e) n)(1))
    cat(i, "\n")
  }
  invisible(names(Map(function(e) x[0], x, 1:2)))
}
{ cat("r\n"); y[2] }
NULL
tryCatch({ warning("odd"); "done" }, error = function(e) stop("again"), finally = cat("finally\n"))
rm(list = ls(all.names = TRUE))
# program 64
x <- NaN
y <- matrix(1:4, 2)
f <- function(a, s, b = sys.call()) {
  tryCatch(message("hello"), warning = function(e) e)
  list(1, "s")[[a]]
}
g <- function(..., b, a = w + 1) {
  b <- ...length()
  on.exit(cat("bye", x, "\n"))
  f((match(local({ u <- character(0); function(e, n = e) n })(1), f(b = switch(structure(1:2, note = "n"), u = , v = x, s = { cat("arm\n"); x }, x)))) + (c(1L, NA, 3L)), ...)
}
h <- function(b = parent.frame(), ..., a) {
  b[TRUE] <- switch("v", u = , v = NULL, s = { cat("arm\n"); b }, a)
  withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), error = function(e) class(e)[1])
  stopifnot(f(s = a$k, switch(b, u = , v = y, s = { cat("arm\n"); b }, y), { cat("q\n"); y })) : c(4, 5, 6)
}
`+` <- function(e1, e2) { cat("plus\n"); if (missing(e2)) e1 else e1 - e2 }
f(k = y, n = Inf)
f(h(2147483647L |> identity(), y), !rep(0L >= c(TRUE, NA), 2))
rm(`+`)
names(y$k)[1] <- y
is.function(y[x])
h(do.call("h", list(x, 2147483647L)))
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  7
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(-y, class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o & -1
rm(list = ls(all.names = TRUE))
# program 65
x <- list(1, "s")
y <- list(1, "s")
f <- function(s = parent.frame(), b, n = stop("needed")) {
  for (j in seq_along(x)) {
    b <- y["k"]
    cat(j, "\n")
  }
  a <- list()
  print(environmentName(parent.frame()))
  { cat("r\n"); switch("v", u = , v = y, s = { cat("arm\n"); n }, 1) }
}
g <- function(n, b) {
  v <- { cat("q\n"); any(x[c(TRUE, NA)]) }
  on.exit(cat("bye", x, "\n"))
  f(if (is.null(n)) (Reduce(function(p, q) q, list(), accumulate = TRUE)) : (Map(\(e, ...) x, n, 1:2)) else bquote(1 + .(y)))
}
h <- function(a, s, n = { cat("default\n"); n }) {
  for (j in 1:3) {
    if (j == 2) next
    w <- xor(switch("v", u = , v = j, s = { cat("arm\n"); NaN }, a), g(a = stopifnot(1)) + f(f(c("u", "v"))))
    cat(j, "\n")
  }
  n[[s]]
}
h(bquote(1 + .(y)), g({ cat("p\n"); x }))
x = { cat("p\n"); x }
h(s = h())
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  invisible(NULL)
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(typeof(length(typeof(f(y)))), class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o < 1
class(y) <- g(NA, seq_along(unique(as.integer(y))))
rm(list = ls(all.names = TRUE))
# program 66
x <- list(k = 1:2, l = "t")
f <- function(s, b = stop("needed"), n) {
  m <- function(a = { cat("default\n"); seq(2, 6, 2) }, n, ...) {
    try(message("hello"), silent = TRUE)
    for (j in seq_along(x)) {
      w <- j["k"]
      cat(j, "\n")
    }
    if (s) {
      v <- local({ u <- c(k = 1, l = 2); function(e) substitute(e) })(1)
    } else {
      names(a)[1] <- v
    }
    levels(b) = a
    as.integer((cumsum(length(n))) == (if (isTRUE(as.raw(1:2))) s[[a]] else is.na(v)))
  }
  if (identical(c("u", "v"), b) || FALSE) {
    a <- m(structure(1:2, note = "n")[x])
  }
  m <- function(a, n = n + 1) {
    v <- (\(e, ...) s)(1)
    w <- ifelse(v, 1, 0)
    n == c(4, 5, 6)
  }
  any(m(m(-quote(p + q), ), m(max(quote(p + q), x), k = !a)))
  m(list(k = 1:2, l = "t")[0], lapply(x, function(e) (eval(quote(y), list(x = 10, y = 20))) == (x[[0L]])) < !paste(c(4, 5, 6), n ^ c(1L, NA, 3L)), { cat("q\n"); m(n = letters[1:3][2], (if (TRUE) factor(c("u", "v", "u")) else n) & (-a), sapply(c(TRUE, NA), function(e) substitute(e))) })
}
g <- function(..., b = b + 1) {
  try(stop("bad"), silent = TRUE)
  switch("u", u = , v = "2", s = { cat("arm\n"); b }, 2147483647L)
}
f(k = within(list(k = 1), m <- 1i))
z <- g(a = toupper(stopifnot(mapply(f, Inf, x))))
for (i in list(1, 2)) {
  y <- (eval(quote(y), list(x = 10, y = 20))) & (i)
  cat(i, "\n")
}
rm(list = ls(all.names = TRUE))
# program 67
x <- NaN
f <- function(s = 3L, b, n) {
  print(deparse(substitute(n)))
  class(b) <- if (!x) b - eval(quote(z), list(x = 10, y = 20)) else { cat("p\n"); is.na(b + list(1, "s")) }
  invisible(-1.5)
}
g <- function(n, s = a + 1, a = v + 1) {
  b <- s[[x]]
  a[length(a)] = s[[s]]
  b[-1] <- get0("w")
  identical(round(x), identical(do.call("f", list(c("u", "v"), character(0))), { cat("r\n"); b }))
  x
}
g()
withCallingHandlers(warning("odd"), warning = function(e) cat("caught", conditionMessage(e), "\n"))
rm(list = ls(all.names = TRUE))
# program 69
x <- 3L
y <- NA_integer_
z <- NULL
f <- function(n, s) {
  for (j in 1:3) {
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    b <- n[[1]]
    cat(j, "\n")
  }
  a <- -{ cat("r\n"); z$k }
  cat("here\n")
  list(vapply(n, function(e) stopifnot(!s), 1), k = a)
}
f({ cat("q\n"); args(f) })
-(body(f)) && (numeric(0))
f(n = switch("u", u = , v = y, s = { cat("arm\n"); z }, x))
rm(list = ls(all.names = TRUE))
# program 70
x <- list(1, "s")
f <- function(b = stop("needed"), s) {
  m <- function(a, s = { cat("default\n"); TRUE }, b) {
    m <- function(n, a = "2") {
      on.exit(cat("leaving\n"), add = TRUE)
      m <- function(b, ..., n, a = sys.call()) {
        mean({ cat("p\n"); s[s] })
        missing(a)
      }
      m(b)
    }
    m(s)
  }
  v <- b
  mapply(\(e, ...) x, x, list(k = 1:2, l = "t"))
  w <- 2147483647L
  c(m(), { cat("p\n"); length(.Machine$integer.max |> identity()) })
}
g <- function(a) {
  print(sys.call())
  f(if (!a) f() else nchar((formals(f)) %% (!1:3)))
}
h <- function(b, ..., n) {
  v <- seq_along(!switch(2, u = , v = x, s = { cat("arm\n"); b }))
  force(n)
  a <- 2
  suppressWarnings(f(k = x, a, ...))
  NaN
}
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  x <- 0; NextMethod()
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(letters[1:3][0], class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o + 2:3
-append(names(if (x > x) -1.5 else x), g(do.call("f", list(x, .Machine$integer.max))))
h(f(do.call("g", list(x, x)), x[[x]]), vapply(x, \(e, ...) x, 1))
f(!!(f)(x))
rm(list = ls(all.names = TRUE))
# program 73
x <- NaN
y <- as.raw(1:2)
f <- function(s, b) {
  cat("here\n")
  a <- b["k"]
  (do.call(function(e) s, list(0L))) %/% (NA)
}
g <- function(s, b) {
  print(environmentName(parent.frame()))
  w <- x
  invisible(switch("v", u = , v = NA, s = { cat("arm\n"); x }, list(k = 1:2, l = "t")))
}
g()
for (i in seq_along(x)) {
  z <- do.call("g", list(i, y))
  cat(i, "\n")
}
g(invisible(letters[1:3]) >= as.numeric(c(g(y), g(x))))
tryCatch({ (y) | (g((f(y)) & ({ cat("p\n"); x }), s = xor(quote(x), !x))); "done" }, condition = function(e) invokeRestart("muffleWarning"), finally = cat("finally\n"))
Inf[0]
rm(list = ls(all.names = TRUE))
# program 74
x <- as.raw(1:2)
y <- NaN
z <- .Machine$integer.max
f <- function(b, a) {
  print(class(sys.function()))
  length(a) = !!a
  force(b)
  2147483647L
}
2
f(!"2")
body(f) <- Reduce(c, as.raw(1:2), accumulate = TRUE)
f(a = lapply(y, f))
tryCatch(f(n = (z[]) + (x[-1]), x[]), condition = function(e) e)
rm(list = ls(all.names = TRUE))
# program 75
x <- Inf
y <- seq(2, 6, 2)
f <- function(s, n) {
  !n
  switch("u", u = , v = y, s = { cat("arm\n"); y }, 2)
}
!y + seq(2, 6, 2)[]
f(sapply(character(0), function(e) substitute(e)))
rm(list = ls(all.names = TRUE))
# program 76
x <- seq(2, 6, 2)
y <- 1i
f <- function(a, ..., b, s = sys.call()) {
  on.exit(cat("bye", x, "\n"))
  a[TRUE] <- !if (y != b) identity(b) else list(k = 1:2, l = "t")
  quote(b)
  y
}
f()
suppressWarnings(warning("odd"))
do.call("f", list(x, y))
f()
f(f(Inf[4]), -f(), body(f))
rm(list = ls(all.names = TRUE))
# program 78
x <- NA_integer_
f <- function(n, s, b) {
  tryCatch({ if (NA) s else !{ cat("q\n"); TRUE[2] }; "done" }, error = function(e) cat("caught", conditionMessage(e), "\n"), finally = cat("finally\n"))
  force(s)
  n
}
g <- function(s) {
  b <- if (is.null(x)) which(s) else list(x[[1]], k = x)
  eval.parent(quote(z[2] <- 9))
  attributes(list(1, "s")[-1])
}
f({ cat("p\n"); match(mapply(f, c(k = 1, l = 2), x), rev(do.call("f", list(x, list(1, "s"))))) }, { cat("p\n"); mapply(function(e) substitute(e), x, x) })
g(f(n = c(4, 5, 6)))
rm(list = ls(all.names = TRUE))
# program 79
x <- 2147483647L
f <- function(b, a = sys.call()) {
  assign("z", deparse(b), envir = parent.frame())
  print(deparse(substitute(b)))
  attr(b, "note") <- a
  on.exit(cat("bye", x, "\n"))
  c(1L, NA, 3L)
}
g <- function(a, n, s) {
  w <- 1
  b <- a[-1]
  force(s)
  f(k = x, f())
}
g(a = x)
list(k = 1:2, l = "t")["k"]
print(try(g(c(k = 1, l = 2)), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 80
x <- matrix(1:4, 2)
y <- list()
f <- function(s = 1i, b = n + 1, n) {
  a <- { cat("p\n"); length(s[0] + 2147483647L[]) }
  on.exit(cat("bye", x, "\n"))
  assign("a", b)
  s
}
g <- function(n, s) {
  for (i in 1:3) {
    if (i == 2) break
    v <- { cat("q\n"); identical(n, x[4]) }
    cat(i, "\n")
  }
  b <- "s"
  invisible(do.call("f", list(c(k = 1, l = 2), "2")))
}
h <- function(b = y, n = parent.frame()) {
  a <- n[2]
  print(sys.call())
  v <- NaN
  f(a = c(4, 5, 6)[-1])
}
h()
f()
rm(list = ls(all.names = TRUE))
# program 81
x <- seq(2, 6, 2)
y <- c(1L, NA, 3L)
z <- list()
f <- function(..., a, s) {
  v <- y - round(--Inf)
  print(class(sys.function()))
  w <- z[c(TRUE, NA)]
  3L
}
g <- function(b, ...) {
  force(b)
  match(1i, seq_along((matrix(1:4, 2)) == (quote(y))))
  1:3[0]
}
g(x[4])
tryCatch({ f(n = Reduce(function(p, q) q, z, accumulate = FALSE), formals(f)); "done" }, condition = function(e) cat("caught", conditionMessage(e), "\n"), finally = cat("finally\n"))
rm(list = ls(all.names = TRUE))
# program 83
x <- seq(2, 6, 2)
y <- NA
f <- function(a = { cat("default\n"); y }) {
  k <- function(b, a = a, n, ...) {
    y
    if (length(c(k = 1, l = 2)) > 1) {
      v <- a
    }
    b |> identity()
  }
  b <- deparse(y[1i])
  cat(sort(ls()), "\n")
  print(deparse(substitute(a)))
  k(!switch("u", u = , v = x, s = { cat("arm\n"); b }) >= switch("v", u = , v = seq(2, 6, 2), s = { cat("arm\n"); x }), { cat("q\n"); unique({ cat("p\n"); invisible(y) }) }, k(do.call("k", list(NA_integer_, a)), k(invisible(y) ^ k(x)), Filter(function(e) substitute(e), x)))
}
print(try(f(round(deparse(quote(sapply(x, function(e, n = e) n))))), silent = TRUE))
format.one <- function(x, ...) {
  cat("one format\n")
  NextMethod(extra = 2)
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(invisible(f()), class = c("one", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o * -1
f(y, f(b = seq_along(Reduce(c, quote(p + q), accumulate = FALSE))))
z <- x
print(try(f(f(s = exists("b")), local({ u <- 3L; function(e) { cat("p\n"); (lapply(-1.5, function(e, n = e) n)) - (e["k"]) } })(1)), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 84
x <- list(1, "s")
y <- 3L
z <- structure(1:2, note = "n")
f <- function(n, a) {
  for (j in c(2, 5)) {
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    w <- c(1L, NA, 3L)[y]
    cat(j, "\n")
  }
  v <- is.na(n)
  a
  { cat("r\n"); a }
}
print.one <- function(x, ...) {
  cat("one print\n")
  invisible(NULL)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(list(), class = c("one", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o & -1
f(x, with(list(x = 5), f(f(n = paste(z, c(k = 1, l = 2))))))
print(try(f(), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 85
x <- NA_integer_
f <- function(b, a = sys.call(), s = { cat("default\n"); letters[1:3] }) {
  a[-1] <- exists("y")
  w <- a
  eval(substitute(a), list(x = 3))
}
g <- function(..., n) {
  m <- function(a, s, n) {
    a <- within(list(k = 1), m <- n)
    invisible(names(as.character(Map(f, n, 1:2))))
  }
  k <- function(a = factor(c("u", "v", "u")), b = parent.frame()) {
    j <- 0
    repeat {
      j <- j + 1
      if (j > 3) break
      tryCatch(if (j == 2) next, finally = cat("again\n"))
      b <- b
      cat(j, "\n")
    }
    print(missing(a))
    n
  }
  k(n = do.call("f", list(x, n)), ...)
}
tryCatch({ warning("odd"); "done" }, error = function(e) invokeRestart("muffleWarning"), finally = cat("finally\n"))
f((\(e, ...) structure(1:2, note = "n"))(c(k = 1, l = 2)), b = switch(2, u = , v = x, s = { cat("arm\n"); x }, quote(p + q)))
print(try(f(x[4], { cat("p\n"); x }, x[]), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 86
x <- .Machine$integer.max
f <- function(...) {
  a <- switch("u", u = , v = x, s = { cat("arm\n"); "s" }, x)
  print(environmentName(parent.frame()))
  message("note")
  tryCatch(message("hello"), condition = function(e) e)
  invisible(as.character(NULL$k))
}
g <- function(s) {
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  b <- s[]
  unlist(f(f(), if (!factor(c("u", "v", "u"))) switch("u", u = , v = c(k = 1, l = 2), s = { cat("arm\n"); TRUE }, b) else b[x]))
}
h <- function(n = -1.5, a = x, ...) {
  eval(quote(y <- list(k = 1:2, l = "t")), parent.frame())
  invisible((\(e, ...) c(4, 5, 6))(FALSE))
}
h(with(list(x = 5), { cat("p\n"); !FALSE$k }), !matrix(1:4, 2)[0], x)
z <- x
switch("v", u = , v = x, s = { cat("arm\n"); x }, c("u", "v"))
format.one <- function(x, ...) {
  cat("one format\n")
  NextMethod(extra = 2)
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(do.call(function(e, n = e) n, list(z)), class = c("two", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o * 2:3
is.na(x)
rm(list = ls(all.names = TRUE))
# program 87
x <- "2"
f <- function(n) {
  x
  x
}
g <- function(b, s) {
  v <- Inf[[1]]
  if (!v) {
    v$k <- switch("v", u = , v = character(0), s = { cat("arm\n"); v }, FALSE)
  }
  withRestarts(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), message = function(e) print(conditionCall(e))), mine = function(v) v + 1)
  invisible(eval(substitute(b), list(x = 3)) %in% -eval(quote(z), list(x = 10, y = 20)) | v)
}
h <- function(s, a = letters[1:3], ...) {
  stop("wrong")
  g(matrix(1:4, 2), { cat("r\n"); round(if (isTRUE(1i)) { cat("r\n"); seq(2, 6, 2) } else switch("u", u = , v = s, s = { cat("arm\n"); s }, c(4, 5, 6))) })
}
switch("u", u = , v = x, s = { cat("arm\n"); 2147483647L })
g(sum(invisible({ cat("p\n"); -x })))
x[[1]]
x[2]
rm(list = ls(all.names = TRUE))
# program 88
x <- "2"
y <- c(1L, NA, 3L)
f <- function(a = b + 1, b = y) {
  if (isTRUE(x)) stop("wrong")
  return(b)
}
f(y[0])
f(y[-1], f(y), x)
for (j in 1:3) {
  if (j == 2) break
  x$k <- deparse(quote({ cat("p\n"); { cat("q\n"); switch(1i, u = , v = as.raw(1:2), s = { cat("arm\n"); TRUE }, letters[1:3]) } }))
  cat(j, "\n")
}
print.one <- function(x, ...) {
  cat("one print\n")
  x <- 0; NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(do.call(function(e) substitute(e), list(y)), class = c("one", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o < -1
withCallingHandlers(warning("odd"), message = function(e) invokeRestart("muffleWarning"))
rm(list = ls(all.names = TRUE))
# program 89
x <- c("u", "v")
f <- function(..., a) {
  if (is.numeric(a) && a > 1) {
    b <- "s"
  }
  print(missing(...))
  print(match.call(expand.dots = FALSE))
  x
}
summary.one <- function(x, ...) {
  cat("one summary\n")
  7
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x[c(TRUE, NA)], class = c("one", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o < 2:3
do.call(function(e) 2147483647L[[1]], list(x))
do.call(f, list(x))
f(x)
rm(list = ls(all.names = TRUE))
# program 90
x <- NA
f <- function(n, s) {
  v <- x[[n]]
  print(nargs())
  b <- x
  eval(substitute(s), list(x = 3))
}
g <- function(s) {
  on.exit(x <<- 0L, add = TRUE, after = FALSE)
  on.exit(x <<- Inf, add = TRUE)
  a <- sqrt(invisible(x))
  dim(z) <<- unlist(identity(a))
  f(numeric(0))
}
z <- NULL
-x
print(try(g(identity(if (is.numeric(0L) && z > 1) { cat("r\n"); rep(FALSE, 2) } else { cat("p\n"); do.call("f", list(x, x)) })), silent = TRUE))
f(b = eval(quote(f(s = 1i, seq_along(x[0]), !!z))))
rm(list = ls(all.names = TRUE))
# program 91
x <- "s"
f <- function(s, b) {
  v <- if (3L) eval(substitute(s), list(x = 3)) else if (!as.raw(1:2)) .Machine$integer.max else Filter(\(e, ...) s, b)
  k <- function(...) {
    eval(quote(a <- c("u", "v")), parent.frame())
    if (x) {
      v <- (NA) %% ((s) / ("2"))
    } else {
      a <- s
    }
    return(b)
  }
  assign("v", class(s[[1]]))
  append(if (is.null(v)) if (is.numeric(b) && s > 1) missing(b) else identity(b) else b$k, sqrt(if (is.null(s)) with(list(x = 5), 1i) else k(v, s)))
}
g <- function(b, a, n, ...) {
  w <- x[x]
  f(w)
}
h <- function(a = sys.call()) {
  print(sys.call())
  warning("careful")
  w <- a
  g(xor(f(quote(a), within(list(k = 1), m <- matrix(1:4, 2))), a$k))
}
{ cat("r\n"); x |> identity() }
h(("s") - (match(letters[1:3], x[c(TRUE, NA)])), a = is.function(as.logical(x[x])))
f(x, { cat("p\n"); x[] })
`+` <- function(e1, e2) { cat("plus\n"); if (missing(e2)) e1 else e1 - e2 }
h({ cat("q\n"); rep(g(stopifnot(x), b = -x), 2) })
quote(p + q)
rm(`+`)
y <- mapply(\(e, ...) e, x, x)
rm(list = ls(all.names = TRUE))
# program 93
x <- numeric(0)
y <- NaN
f <- function(b) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    v <- x[-1]
    cat(i, "\n")
  }
  -as.integer(eval(quote(b)))
}
print(try(f(f(as.numeric(x && 1i) - y)), silent = TRUE))
match(local({ u <- y; \(e, ...) quote(p + q) })(1), { cat("p\n"); class(c(TRUE, NA)[y]) })
!!(any(y)) * (1:3)
rm(list = ls(all.names = TRUE))
# program 94
x <- "s"
y <- NaN
z <- c(k = 1, l = 2)
f <- function(a = list(k = 1:2, l = "t")) {
  print(missing(a))
  print(match.call())
  if (identical(a, z) || FALSE) {
    b <- identity(y)
  }
  tryCatch(withCallingHandlers(z[[z]], error = function(e) invokeRestart("muffleWarning")), error = function(e) print(conditionMessage(e)))
  b
}
g <- function(n = n) {
  a <- x
  m <- function(a = parent.frame(), n) {
    levels(a) <- paste(stopifnot({ cat("q\n"); { cat("p\n"); z } }), append(!quote(p + q) + unique(a), is.na(list(1, "s"))))
    b <- { cat("r\n"); (switch(2, u = , v = n, s = { cat("arm\n"); n }, a)) %in% (n[0]) }
    print(substitute(a))
    print(nargs())
    f(b)
  }
  on.exit(cat("bye", x, "\n"))
  invisible(factor(c("u", "v", "u"))[1])
}
is.na((x) | (-(x) & (z)))
str({ cat("r\n"); { cat("p\n"); !switch("u", u = , v = matrix(1:4, 2), s = { cat("arm\n"); z }) } })
f((function(e) substitute(e))(1i))
g(n = is.function(if (!y) g(z[4], { cat("r\n"); z }) else names(if (TRUE) "2" else y)))
rm(list = ls(all.names = TRUE))
# program 95
x <- as.raw(1:2)
y <- list()
z <- TRUE
f <- function() {
  for (i in seq_along(x)) {
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    names(x$k)[1] <- !{ cat("q\n"); z }
    cat(i, "\n")
  }
  return(z)
}
g <- function(a, b = list(1, "s")) {
  on.exit(cat("bye", x, "\n"))
  m <- function(a, b = x) {
    if (TRUE) {
      is.na(z) <<- { cat("r\n"); list() && if (TRUE) !x else f() }
    }
    return(f("s"[a]))
  }
  m(m(x), f(b = !f(!y)), k = substitute(b))
}
z[length(z)] <- lapply(z, g)
g()
rm(list = ls(all.names = TRUE))
# program 96
x <- .Machine$integer.max
y <- matrix(1:4, 2)
f <- function(n) {
  v <- numeric(0)
  head(v, 2)
}
f(y)
f(k = y$k, n = xor((.Machine$integer.max["k"]) + (x["k"]), if (length(x) > 1) if (x) { cat("q\n"); y } else list(1, "s") else mapply(\(e, ...) e, seq(2, 6, 2), y)))
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod(extra = 2)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(y, class = c("one", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o == -1
rm(list = ls(all.names = TRUE))
# program 97
x <- Inf
f <- function(a = stop("needed"), n = "s", s = b + 1) {
  m <- function() {
    b <- names(!a)
    k <- function(s = { cat("default\n"); b }, n) {
      print(sys.call())
      force(s)
      m <- function(n, b = { cat("default\n"); a }) {
        a = b
        local(x <- n)
        delayedAssign("x", { cat("delayed\n"); list(n, k = n[-1]) })
        if (is.null(NA)) {
          names(b)[2] <- deparse(within(list(k = 1), m <- list(1, "s")))
        } else {
          w <- n
        }
        !-1.5
      }
      w <- if (length(b) > 1) xor(-a - n, any(if (n) a else a)) else Filter(\(e, ...) n, "s")
      invisible(w)
    }
    k(exists("z"), class(factor(c("u", "v", "u"))[]))
  }
  identical(if (!2147483647L) (if (identical(NA, x) || FALSE) s else s) >= ({ cat("p\n"); s }) else paste(is.list(NA_integer_), { cat("r\n"); n }), append(factor(c("u", "v", "u"))[-1], m(a[4], (list(k = 1:2, l = "t")) - (s), c(TRUE, NA)[])))
}
g <- function(n, a, b) {
  m <- function(...) {
    any(do.call("f", list(3L, n)))
    invisible(-b)
  }
  x[]
  for (i in list(1, 2)) {
    if (i == 2) next
    w <- attributes(n)
    cat(i, "\n")
  }
  invisible(seq_along((if (isTRUE(n)) x$k else { cat("r\n"); a }) && (b)))
}
y <- class(if (isTRUE(3L)) x %in% x else within(list(k = 1), m <- 1:3) : f(f(k = "s")))
tryCatch(stop("bad"), error = function(e) e)
(function(e) lapply(c(TRUE, NA), function(e, n = e) n))(y)
1i
rm(list = ls(all.names = TRUE))
# program 98
x <- 3L
y <- numeric(0)
f <- function() {
  k <- function(..., n) {
    m <- function() {
      b <- x[0]
      w <- as.logical(within(list(k = 1), m <- x))
      m <- function(..., s, b) {
        v <- paste(c(args(f), b >= x), names({ cat("r\n"); x } %in% -b))
        "2"
      }
      k <- function(..., s, n, a) {
        { cat("q\n"); 2[-1] }
        v <- n
        list(1, "s")
      }
      as.logical(m(k = y, class(y) / k(b)))
    }
    v <- ifelse(-!n[y], 1, 0)
    y <<- if (isTRUE(y)) body(f) else y["k"]
    if (isTRUE(x)) stop("wrong")
    toupper(y)
  }
  k(list(1:3, k = k(y)), if (!x) y["k"] else is.list(bquote(1 + .(x))))
}
g <- function(...) {
  b <- NULL - if (TRUE) sum(identity(x)) else y
  tryCatch({ stop("bad"); "done" }, warning = function(e) stop("again"), finally = cat("finally\n"))
  body(f) <- y
  f(n = y |> identity())
}
str(x)
f("2")
print(try(g({ cat("r\n"); class(quote(y)) | FALSE$k }), silent = TRUE))
!list(k = 1:2, l = "t")
rm(list = ls(all.names = TRUE))
# program 99
x <- 1i
y <- "2"
f <- function(b = { cat("default\n"); b }, ...) {
  m <- function(b, a = sys.call(), s = y) {
    tryCatch(cumsum(switch("s", u = , v = y, s = { cat("arm\n"); b })), message = function(e) e)
    message("note")
    round(if (is.numeric(y) && factor(c("u", "v", "u")) > 1) b else c(1L, NA, 3L))
  }
  a <- Map(\(e, ...) list(), y, 1:2)
  do.call(m, list(b))
}
g <- function(n, b) {
  print(missing(b))
  v <- 1i[] : y
  w <- 1
  for (j in c(2, 5)) {
    if (j == 2) break
    a <- as.integer(v[0])
    cat(j, "\n")
  }
  w
}
h <- function(n = { cat("default\n"); n }, ...) {
  NULL
  return(x[-1])
}
length.one <- function(x, ...) {
  cat("one length\n")
  NextMethod()
}
length.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(as.character(if (TRUE) f(x, n = list(k = 1:2, l = "t")) else { cat("p\n"); y }), class = c("two", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o %% o
f(h(sapply(x, h), n = !f(), a = mapply(function(e) substitute(e), x, y)), s = c(TRUE, NA))
rm(list = ls(all.names = TRUE))
# program 100
x <- seq(2, 6, 2)
f <- function(b, n, s) {
  m <- function() {
    v <- vapply("s", function(e, n = e) n, 1)
    k <- function(a = { cat("default\n"); 0L }) {
      if (is.null(matrix(1:4, 2))) {
        names(a$k)[1] <- !b
      } else {
        w <- b
      }
      for (j in 1:3) {
        if (j == 2) next
        a <- length(rep(b, 2))
        cat(j, "\n")
      }
      a[5] <- nchar(round(if (length(b) > 1) eval(quote(NA)) else -3L))
      substitute(a)
    }
    { cat("r\n"); (exists("a")) | (b[4]) }
  }
  return({ cat("r\n"); !n })
}
g <- function(s = sys.call(), b = parent.frame()) {
  v <- s[c(TRUE, NA)]
  assign("a", -v, envir = parent.frame())
  invisible({ cat("r\n"); f(s = structure(1:2, note = "n")[1]) })
}
f(deparse(if (TRUE) -local({ u <- list(1, "s"); f })(1) else sqrt(x / x)), n = f(f()) && x)
x[1] <- g()
tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), condition = function(e) invokeRestart("muffleWarning")), error = function(e) print(conditionMessage(e)))
rm(list = ls(all.names = TRUE))
# program 101
x <- "2"
y <- list()
z <- numeric(0)
f <- function() {
  which({ cat("q\n"); body(f) })
  b <- switch(y, u = , v = matrix(1:4, 2), s = { cat("arm\n"); character(0) })
  y |> identity()
}
g <- function(b = TRUE) {
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  f()
}
g()
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure((switch(2, u = , v = seq(2, 6, 2), s = { cat("arm\n"); 3L }, c(TRUE, NA))) - (attributes((any(x)) / (g(x)))), class = c("two", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o - 2:3
x[[1]][2] = invisible(!0L)
names(z)[1] = head(switch("u", u = , v = z, s = { cat("arm\n"); NA_integer_ }), 2)
rm(list = ls(all.names = TRUE))
# program 102
x <- numeric(0)
f <- function(b, s, ...) {
  m <- function(b = parent.frame(), ...) {
    if (b) {
      names(b$k)[1] <- head("s"[], 2)
    } else {
      b$k <- if (is.null(b)) (\(e, ...) FALSE)(c(1L, NA, 3L)) else 1
    }
    v <- vapply(b, function(e) switch("u", u = , v = 2, s = { cat("arm\n"); b }), 1)
    k <- function(..., s = { cat("default\n"); b }, a = 3L, b) {
      assign("z", ifelse(substitute(a, list(x = 1)), 1, 0), envir = parent.frame())
      a
    }
    local({ u <- letters[1:3]; \(e, ...) "2" })(1)
    k()
  }
  for (j in c(2, 5)) {
    if (j == 2) { identity(break) }
    a <- class(if (!s) m(c(1L, NA, 3L), s = if (is.null(c(4, 5, 6))) j else j, ...) else (stopifnot(j)) + (do.call("m", list(b, b))))
    cat(j, "\n")
  }
  m(if (identical(s, s) || FALSE) round(mapply(m, x, -1.5)) else x, identity(s), ..., )
}
j <- 0
while (j < 3) {
  j <- j + 1
  if (j == 2) next
  x$k[2] <- x[x]
  cat(j, "\n")
}
z <- TRUE
y <- 1
is.list(if (isTRUE(list(k = 1:2, l = "t"))) unique(y[0]) else f(y))
rm(list = ls(all.names = TRUE))
# program 103
x <- seq(2, 6, 2)
y <- 1:3
z <- -1.5
f <- function(s, b = x) {
  w <- do.call(\(e, ...) list(1, "s"), list(b))
  on.exit(cat("leaving\n"))
  assign("v", s)
  return(rep(seq_along(2147483647L[[x]]), 2) + w)
}
g <- function(n = 3L, b, a = stop("needed"), ...) {
  a <- { cat("q\n"); n }
  f()
  w <- f(-y, { cat("r\n"); (-1i) : (as.raw(1:2)) }, ...)
  invisible(f(...))
}
h <- function(..., n, b) {
  v <- g(z)
  v <- unlist(do.call(function(e) substitute(e), list(y)))
  invisible(class(switch("u", u = , v = x, s = { cat("arm\n"); x }, 1)))
}
f(s = (!rev(list(k = 1:2, l = "t")["k"])) && (as.character(names(lapply(y, \(e, ...) z)))), if (!Inf) do.call("h", list(c(1L, NA, 3L), z)) else switch("u", u = , v = "s", s = { cat("arm\n"); y }, y) %% f())
f(f({ cat("p\n"); { cat("r\n"); (x) + (z) } }, s = g(NaN)))
body(f) <- g()
is.na(y) <- if (structure(1:2, note = "n")) f((y |> identity()) ^ ((z) / (1:3)), y, unique(!"s")) else { cat("q\n"); unique(x - x) }
!(h)(y)
rm(list = ls(all.names = TRUE))
# program 104
x <- "2"
f <- function(..., s = stop("needed"), b) {
  print(deparse(substitute(s)))
  withCallingHandlers(s, error = function(e) print(conditionCall(e)))
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) next
    a <- switch(x, u = , v = seq(2, 6, 2), s = { cat("arm\n"); letters[1:3] }) & x
    cat(j, "\n")
  }
  x
}
g <- function(...) {
  w <- f(f())
  invisible(f("2"))
}
h <- function(b) {
  b <- f(x[4], x, f(f()))
  on.exit(print(b), add = TRUE)
  m <- function(b = b + 1) {
    on.exit(cat("bye", x, "\n"), add = TRUE)
    w <- if (TRUE) as.character((toupper(b)) ^ (-c(TRUE, NA))) else list()
    i <- 0
    repeat {
      i <- i + 1
      if (i > 3) break
      if (i == 2) break
      z <<- NULL[c(TRUE, NA)]
      cat(i, "\n")
    }
    invisible(!g(is.list(round(matrix(1:4, 2))), f(sum(b))))
  }
  paste(-1.5, (do.call("g", list(x, b))) %/% (any({ cat("r\n"); 3L })))
}
`if` <- function(test, yes, no) { cat("if\n"); yes }
h(a = length(deparse(attributes(do.call(function(e) e, list(list(k = 1:2, l = "t")))))))
{ cat("r\n"); within(list(k = 1), m <- factor(c("u", "v", "u"))) }
rm(`if`)
z <- -args(f)
f()
rm(list = ls(all.names = TRUE))
# program 105
x <- numeric(0)
y <- NA_integer_
z <- 1
f <- function(n = sys.call(), ..., b) {
  if (!as.raw(1:2)) {
    v <- !n - (lapply(x, \(e, ...) y)) + (paste(list(), Reduce(function(p, q) q, NULL, accumulate = TRUE)))
  }
  b[[1]] = v
  match(head(sum(list(k = 1:2, l = "t")), 2), is.list({ cat("p\n"); c(...) }))
}
g <- function(a, b = { cat("default\n"); b }) {
  print(class(sys.function()))
  v <- (sum(switch(2, u = , v = z, s = { cat("arm\n"); b }, x))) == (a[x])
  levels(x) <<- (!paste(as.integer(z), z["k"])) | (z)
  if (exists("v", inherits = FALSE)) rm(v)
  v
}
attr(x, "note") <- switch(2, u = , v = factor(c("u", "v", "u")), s = { cat("arm\n"); x })
f(b = list()[2])
attr(y, "note") <- f(names({ cat("r\n"); -1:3 }), f({ cat("q\n"); !y }))
rm(list = ls(all.names = TRUE))
# program 106
x <- letters[1:3]
y <- 2
z <- quote(p + q)
f <- function() {
  w <- z[c(TRUE, NA)]
  invisible(z)
}
g <- function() {
  a <- NA_integer_
  if (z) {
    w <- nchar(z[-1] ^ class(f(letters[1:3], a = 1)))
  }
  f()
}
!structure(1:2, note = "n")
f(deparse(y), f(if (is.numeric(z) && y > 1) local({ u <- z; function(e, n = e) n })(1) else f(rep(z, 2), NA, s = ifelse(y, 1, 0), ), k = z), do.call("f", list(x, y)) : f(if (!x) f(0L) else Map(g, x, 1:2), k = list(k = 1:2, l = "t")), )
toupper(TRUE)
rm(list = ls(all.names = TRUE))
# program 107
x <- Inf
f <- function(b, s = "2") {
  a <- b
  w <- (!c(TRUE, NA)["k"]) >= ({ cat("r\n"); s |> identity() })
  Inf
}
g <- function(s) {
  if (isTRUE(x)) stop("wrong")
  m <- function(a) {
    v <- args(f)
    b <- Map(\(e, ...) 1, FALSE, 1:2)
    on.exit(cat("bye", x, "\n"), add = TRUE, after = FALSE)
    i <- 0
    repeat {
      i <- i + 1
      if (i > 3) break
      if (i == 2) { identity(break) }
      w <- f(if (is.null(v)) f(s) else a[4])
      cat(i, "\n")
    }
    return(any(s[2]))
  }
  if (identical(TRUE, .Machine$integer.max) || FALSE) {
    w <- switch(x, u = , v = NULL, s = { cat("arm\n"); s }, s)
  }
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  return(max(length(s[c(TRUE, NA)]), is.function(matrix(1:4, 2) + append(w, x))))
}
withRestarts(withCallingHandlers(f(b = x[0], !{ cat("p\n"); !(x) %% (x) }), warning = function(e) stop("again")), mine = function(v) v + 1)
matrix(1:4, 2)[factor(c("u", "v", "u"))]
z <- x[]
x[4]
z[4]
rm(list = ls(all.names = TRUE))
# program 108
x <- NA
f <- function(n) {
  b <- x
  w <- n
  a <- { cat("r\n"); if (b) w else Reduce(function(p, q) q, n, accumulate = TRUE) }
  return(b)
}
g <- function(a = a + 1, b) {
  a[[1]] <- if (is.null(x)) b[0] else eval(parse(text = "z"))
  stop("wrong")
  tryCatch({ signalCondition(simpleCondition("sign"), NULL); "done" }, error = function(e) invokeRestart("muffleWarning"), finally = cat("finally\n"))
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  { cat("p\n"); get0("y") }
}
h <- function(b, a) {
  assign("y", list(k = 1:2, l = "t"), envir = parent.frame())
  v <- (args(f)) / (!Map(function(e) cumsum(b), b, 1:2))
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) break
    b = switch("v", u = , v = v, s = { cat("arm\n"); j })
    cat(j, "\n")
  }
  w <- a
  f(paste(toupper(.Machine$integer.max[-1]), is.na(g(a, ))), k = any(list(1, "s")))
}
{ cat("q\n"); x }
get0("w")
x
rm(list = ls(all.names = TRUE))
# program 109
x <- c(4, 5, 6)
y <- seq(2, 6, 2)
f <- function(a, s) {
  m <- function(s, n, ...) {
    b <- a
    i <- 0
    repeat {
      i <- i + 1
      if (i > 3) break
      if (i == 2) { identity(break) }
      names(b$k)[1] <- x
      cat(i, "\n")
    }
    if (is.numeric(a) && n > 1) {
      w <- !s / y[[NaN]]
    }
    matrix(1:4, 2)
  }
  NULL
}
g <- function(..., b = NULL) {
  if (y == list()) {
    names(b) <- nchar(formals(f))
  } else {
    a <- b
  }
  withCallingHandlers(f(names(is.function(as.character(f(NaN, ...))))), error = function(e) stop("again"))
  print(class(sys.function()))
  f()
}
f(c(1L, NA, 3L)[4])
g(if (identical(c(1L, NA, 3L), x) || FALSE) within(list(k = 1), m <- x) else switch("u", u = , v = y, s = { cat("arm\n"); x }))
str(f(y[[c(1L, NA, 3L)]], ))
withCallingHandlers({ cat("r\n"); (rep(list(), 2)) ^ (x[[1]]) }, condition = function(e) cat("caught", conditionMessage(e), "\n"))
rm(list = ls(all.names = TRUE))
# program 110
x <- c(TRUE, NA)
y <- factor(c("u", "v", "u"))
f <- function(a = sys.call(), n) {
  v <- n[[1]]
  w <- -if (identical(x, x) || FALSE) c(eval(substitute(n), list(x = 3)), list(1, "s")) else deparse((function(e) e)(x))
  invisible(!-3L[1])
}
g <- function(b = -1.5) {
  !is.list(-y[[x]])
  a <- b[4]
  if (y > y) {
    a <- as.logical(sapply(matrix(1:4, 2), f))
  }
  if (length(1) > 1) round(bquote(1 + .(x))) else x && ((\(e, ...) x)(x)) + (letters[1:3])
}
summary.one <- function(x, ...) {
  cat("one summary\n")
  NextMethod(extra = 2)
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(f(g()), class = c("two", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o == -1
1[[1]]
names(x$k)[1] = g(do.call(f, list(matrix(1:4, 2))), x, f(y))
print.one <- function(x, ...) {
  cat("one print\n")
  invisible(NULL)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(({ cat("q\n"); switch("u", u = , v = x, s = { cat("arm\n"); c(TRUE, NA) }, x) }) / (Inf[2]), class = c("one", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o * 2:3
withCallingHandlers(f(), warning = function(e) stop("again"))
rm(list = ls(all.names = TRUE))
# program 111
x <- .Machine$integer.max
f <- function(s = v + 1) {
  v <- is.list(c(TRUE, NA))
  print(deparse(substitute(s)))
  i <- 0
  while (i < 3) {
    i <- i + 1
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    b <- FALSE
    cat(i, "\n")
  }
  print(missing(s))
  -1.5[[1]]
}
g <- function(s = NaN, a) {
  names(a$k)[1] <- -Filter(function(e, n = e) n, NA)
  m <- function(s, n = Inf) {
    k <- function(...) {
      is.na(a) <- s$k
      s
    }
    v <- n
    k <- function(a = sys.call(), b) {
      attr(v, "note") <- attributes(stopifnot(identity(s))) < f(k = f(), -f(a, s))
      w <- s
      delayedAssign("b", { cat("delayed\n"); { cat("q\n"); { cat("p\n"); Inf } } })
      b <- { cat("r\n"); quote(p + q)[c(TRUE, NA)] }
      mapply(function(e) substitute(e), FALSE, character(0))
    }
    b <- rep(head(0L[[1]], 2), 2)
    return(v)
  }
  b <- list(1, "s")
  print(substitute(a))
  b$k
}
letters[1:3]
x
print(try(g(), silent = TRUE))
y <- as.logical(as.integer(head({ cat("p\n"); x }, 2)))
rm(list = ls(all.names = TRUE))
# program 113
x <- c(k = 1, l = 2)
f <- function(n = sys.call(), a = stop("needed")) {
  withCallingHandlers(stop("bad"), message = function(e) invokeRestart("mine", 3))
  if (isTRUE(FALSE)) {
    b <- a
  }
  invisible(c(TRUE, NA))
}
f(invisible(TRUE["k"]), k = -c(!letters[1:3], x[4]))
-if (identical(Inf, x) || FALSE) -sum(x) else x[0]
x <- x[4] - { cat("q\n"); Map(function(e, n = e) n, x, 1:2) }
j <- 0
repeat {
  j <- j + 1
  if (j > 3) break
  if (j == 2) next
  z <- is.na(do.call(function(e) unlist(lapply(c(4, 5, 6), \(e, ...) e)), list(j)))
  cat(j, "\n")
}
z <- identity(NA_integer_)
rm(list = ls(all.names = TRUE))
# program 114
x <- NA_integer_
f <- function(b = quote(p + q), n) {
  n[]
  x
}
g <- function(b, s) {
  withRestarts(withCallingHandlers(stop("bad"), error = function(e) print(conditionCall(e))), mine = function(v) v + 1)
  !!!b
}
f(switch("v", u = , v = x, s = { cat("arm\n"); 2147483647L }, x), if (length(2147483647L) > 1) x else g(x) == mean(switch(x, u = , v = x, s = { cat("arm\n"); 2147483647L })), )
g(args(f))
{ cat("q\n"); identity(.Machine$integer.max) }
str(x[[1]])
rm(list = ls(all.names = TRUE))
# program 115
x <- "2"
y <- NaN
f <- function(n) {
  print(substitute(n))
  on.exit(cat("bye", x, "\n"))
  tryCatch(quote(p + q), warning = function(e) e)
  return(quote(p + q)[4])
}
g <- function(n = { cat("default\n"); 2147483647L }, b, s) {
  on.exit(cat("bye", x, "\n"), add = TRUE, after = FALSE)
  a <- x["k"]
  print(substitute(b))
  substitute(a[[x]], list(x = 1))
}
h <- function(s) {
  v <- TRUE[0]
  w <- as.numeric(do.call("g", list(v, 2147483647L)))
  !!g(a = length(w))
}
tryCatch(message("hello"), warning = function(e) e)
z <- character(0)
body(f) = !as.logical(0L)
tryCatch(withCallingHandlers(stop("bad"), condition = function(e) print(conditionCall(e))), error = function(e) print(conditionMessage(e)))
rm(list = ls(all.names = TRUE))
# program 116
x <- list()
y <- list(k = 1:2, l = "t")
z <- 1
f <- function(b) {
  w <- identity(b)
  print(environmentName(parent.frame()))
  matrix(1:4, 2)
}
g <- function() {
  cat(sort(ls()), "\n")
  invisible({ cat("r\n"); .Machine$integer.max } - -0L)
}
h <- function(a, s = sys.call()) {
  a <- -nchar(head(a, 2))
  v <- switch(2, u = , v = z, s = { cat("arm\n"); NA_integer_ }, list(1, "s"))
  if (isTRUE(s)) {
    b <- a
  } else {
    b = !factor(c("u", "v", "u"))
  }
  return(-which(s[2]))
}
mapply(function(e, n = e) n, seq(2, 6, 2), 0L)
withCallingHandlers(y[c(TRUE, NA)], warning = function(e) print(conditionCall(e)))
match(toupper({ cat("p\n"); match(x, NA) }), g(append(z, y) >= unlist(z), ))
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  invisible(NULL)
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x[4], class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o & -1
rm(list = ls(all.names = TRUE))
# program 117
x <- "s"
f <- function(b) {
  print(deparse(substitute(b)))
  v <- b[]
  names(b) <- c(x, (-x) | (x))
  if (identical(x, v) || FALSE) quote(p + q) else b[[1]]
}
suppressWarnings(message("hello"))
f(formals(f))
`c` <- function(...) { base::c("mine", ...) }
f(a = -x + identical(invisible(x), x$k))
x
rm(`c`)
z <- list()[[NaN]]
rm(list = ls(all.names = TRUE))
# program 118
x <- "s"
y <- list(k = 1:2, l = "t")
z <- NA_integer_
f <- function(a) {
  on.exit(print(y), add = TRUE, after = FALSE)
  if (TRUE) {
    v <- NULL["k"]
  }
  k <- function(a, s) {
    v$k[2] <- s
    a <- a
    for (j in seq_along(x)) {
      v$k[2] <- j
      cat(j, "\n")
    }
    letters[1:3]
  }
  b <- deparse(k(v[4]))
  b
}
g <- function(a, ...) {
  on.exit(x <<- NaN, add = TRUE)
  names(a)[1] = { cat("r\n"); z }
  a$k[2] = NULL$k
  is.na(a) <- f(...)
  append(y, (c(1L, NA, 3L)) == (identical(with(list(x = 5), .Machine$integer.max), do.call(function(e) c(1L, NA, 3L), list(x)))))
}
h <- function(n) {
  w <- switch(x, u = , v = NaN, s = { cat("arm\n"); z })
  on.exit(x <<- structure(1:2, note = "n"), add = TRUE, after = FALSE)
  length(w) <- { cat("p\n"); z < n }
  k <- function(s) {
    if (TRUE) {
      v <- sqrt(if (isTRUE(list(1, "s"))) { cat("q\n"); (z) - (y) } else c("u", "v"))
    }
    print(match.call())
    b <- n
    if (isTRUE(as.raw(1:2))) {
      a <- vapply(n, function(e) if (TRUE) typeof(names(2)) else sapply(e, g), 1)
    }
    g((!g(b = factor(c("u", "v", "u")))) : (s) == a[2])
  }
  w[[1]]
}
{ cat("p\n"); z[c(TRUE, NA)] }
within(list(k = 1), m <- z)
rm(list = ls(all.names = TRUE))
# program 119
x <- "s"
y <- list()
f <- function(s, a = sys.call(), n) {
  k <- function(n = { cat("default\n"); 3L }, ..., a) {
    on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
    names(a$k)[1] <- length(factor(c("u", "v", "u"))) + a
    a <- a[4]
    "s"
    local({ u <- x; \(e, ...) a })(1)
  }
  w <- k(if (s == s) .Machine$integer.max else factor(c("u", "v", "u"))["k"], n[0])
  force(n)
  on.exit(x <<- character(0), add = TRUE, after = FALSE)
  unique(n$k)
}
g <- function(..., a = stop("needed"), s) {
  tryCatch(f(bquote(1 + .(y))), condition = function(e) e)
  eval(quote(w <- as.raw(1:2)), parent.frame())
  k <- function(s = sys.call()) {
    switch(2, u = , v = c(TRUE, NA), s = { cat("arm\n"); s })
    x[0]
  }
  k(...)
}
h <- function(n = parent.frame()) {
  x[4]
  for (i in seq_along(x)) {
    if (i == 2) { identity(break) }
    b <- x[c(TRUE, NA)]
    cat(i, "\n")
  }
  f(k = !if (identical(y, n) || FALSE) as.numeric(deparse(quote(n))) else x)
}
x <- { cat("p\n"); deparse(h(list(), local({ u <- seq(2, 6, 2); function(e) substitute(e) })(1))) }
print(try(h(s = h(which(local({ u <- x; g })(1))), y), silent = TRUE))
g()
rm(list = ls(all.names = TRUE))
# program 120
x <- c(TRUE, NA)
y <- "2"
z <- seq(2, 6, 2)
f <- function(b = NA_integer_, ...) {
  b <- !vapply(NA_integer_, function(e, n = e) n, 1)
  v <- y
  on.exit(print(z))
  return(rep(rep({ cat("p\n"); y }, 2), 2) < (2) & (y[c(TRUE, NA)]))
}
print(try(f(!f(f())), silent = TRUE))
class(y) <- !!if (identical(x, z) || FALSE) z[2147483647L] else 0L
rm(list = ls(all.names = TRUE))
# program 122
x <- 1:3
y <- list(k = 1:2, l = "t")
z <- -1.5
f <- function(b) {
  w <- b
  print(deparse(substitute(b)))
  c(k = 1, l = 2)
}
g <- function(s, a) {
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) break
    v <- 3L[]
    cat(j, "\n")
  }
  a <- Map(\(e, ...) x, z, 1:2)
  assign("a", if (length(y) > 1) invisible(z) else numeric(0)[])
  print(environmentName(parent.frame()))
  rev(eval(substitute(a), list(x = 3)))
}
h <- function(n) {
  print(environmentName(parent.frame()))
  v <- z
  if (identical(x, y) || FALSE) {
    b <- NA_integer_
  } else {
    w <- { cat("r\n"); f(y[[1]], s = (g)(y) %in% lapply(x, function(e) list(k = 1:2, l = "t"))) }
  }
  f(f(b), NULL["k"])
}
z <- { cat("q\n"); is.na((1:3) < (quote(y))) }
levels(z) <- x
tryCatch({ warning("odd"); "done" }, error = function(e) invokeRestart("muffleWarning"), finally = cat("finally\n"))
rm(list = ls(all.names = TRUE))
# program 123
x <- c(k = 1, l = 2)
f <- function(n, a = { cat("default\n"); a }) {
  w <- { cat("r\n"); a[-1] }
  k <- function(s = stop("needed")) {
    print(deparse(substitute(s)))
    s
  }
  k(n[-1])
}
y <- sqrt(x & x)
!eval(quote(z), list(x = 10, y = 20))
rm(list = ls(all.names = TRUE))
# program 124
x <- 1
y <- "s"
f <- function(..., n = { cat("default\n"); x }) {
  b <- numeric(0)[0]
  i <- 0
  while (i < 3) {
    i <- i + 1
    w <- invisible(rev({ cat("r\n"); lapply(i, function(e) y) }))
    cat(i, "\n")
  }
  print(match.call())
  print(...elt(1))
  "2"
}
try(signalCondition(simpleCondition("sign"), NULL), silent = TRUE)
withRestarts(withCallingHandlers(f(k = f({ cat("r\n"); typeof(switch(2, u = , v = y, s = { cat("arm\n"); y }, x)) }, f(switch("v", u = , v = x, s = { cat("arm\n"); c("u", "v") }), x), lapply(x, function(e) .Machine$integer.max[0]))), condition = function(e) invokeRestart("muffleWarning")), mine = function(v) v + 1)
z <- mapply(function(e) f(n = f((x) == (y))), "s", 1:3)
f()
is.na(z) <- z
rm(list = ls(all.names = TRUE))
# program 125
x <- c(4, 5, 6)
f <- function(b) {
  attr(b, "note") <- which(x)
  x[4]
}
g <- function(s, n, b) {
  on.exit(print(sys.call()))
  w <- unique(b)
  v <- f()
  f(deparse(f(w, v) + cumsum(w)), )
}
h <- function(s, n) {
  m <- function(a, s) {
    body(f) <<- { cat("p\n"); a } | switch("u", u = , v = s, s = { cat("arm\n"); s })
    names(a) <- formals(f)
    for (i in seq_along(x)) {
      w <- xor(Reduce(`+`, x, accumulate = FALSE), (list(1, "s")) < ({ cat("q\n"); a[c(TRUE, NA)] }))
      cat(i, "\n")
    }
    warning("careful")
    f(b = switch(NA_integer_, u = , v = s, s = { cat("arm\n"); NA }, s))
  }
  invisible(NA[2])
}
levels(x) <- f((do.call("h", list(x, x))) %in% (append(Map(function(e) quote(p + q), x, 1:2), x)))
tryCatch({ x; "done" }, message = function(e) invokeRestart("mine", 3), finally = cat("finally\n"))
rm(list = ls(all.names = TRUE))
# program 126
x <- 0L
y <- seq(2, 6, 2)
z <- c(TRUE, NA)
f <- function(s, ...) {
  m <- function(n = factor(c("u", "v", "u")), a = { cat("default\n"); s }) {
    a <- (character(0)[[n]]) %in% (n[a])
    on.exit(print(x))
    for (j in c(2, 5)) {
      if (j == 2) { identity(break) }
      w <- -local({ u <- a; function(e, n = e) n })(1)
      cat(j, "\n")
    }
    w <- is.function(n)
    a
  }
  (seq(2, 6, 2)) + ("2"[-1])
}
g <- function(a = a) {
  b <- f(((z) & (max(x, factor(c("u", "v", "u"))))) == (f(k = identity("s"), do.call(function(e, n = e) n, list(quote(p + q))), z)))
  if (isTRUE(list(1, "s"))) {
    b[1] <- stopifnot(identical({ cat("r\n"); "s"["k"] }, as.integer({ cat("r\n"); x })))
  }
  w <- f()
  tryCatch({ signalCondition(simpleCondition("sign"), NULL); "done" }, condition = function(e) print(conditionCall(e)), finally = cat("finally\n"))
  return(toupper((f(-x, a = w)) - (lapply(z, function(e, n = e) n))))
}
h <- function(n = -1.5) {
  assign("y", x)
  m <- function(b) {
    b <- mapply(function(e) sum(paste(-x, x)), y, n)
    v <- { cat("p\n"); !switch(2, u = , v = x, s = { cat("arm\n"); NaN }, c("u", "v")) }
    a <- do.call("f", list(b, y))
    k <- function(a, s, ..., b = a + 1) {
      y <<- c("u", "v")[1]
      switch(v, u = , v = y, s = { cat("arm\n"); b }, a)
    }
    z
  }
  z[2]
}
str((xor(x[[z]], { cat("p\n"); attributes(list(1, "s")) })) : (h()))
(f(switch(2, u = , v = .Machine$integer.max, s = { cat("arm\n"); z }), x["k"], eval(parse(text = "z")))) - (x$k < is.na(1)) %in% --switch("v", u = , v = x, s = { cat("arm\n"); z })
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod(extra = 2)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(h(sqrt(deparse(z[-1])), s = list()[1]), class = c("one", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o == 2:3
i <- 0
while (i < 3) {
  i <- i + 1
  if (i == 2) break
  z[["k"]] <- c(-eval(quote(y[4])), { cat("p\n"); { cat("p\n"); g(n = matrix(1:4, 2), z) } })
  cat(i, "\n")
}
print(try(h({ cat("r\n"); y[y] }, { cat("q\n"); formals(f) }), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 127
x <- NA_integer_
f <- function() {
  v <- x[2]
  evalq(v <- 7, environment())
  x[2]
  b <- v[2]
  (mapply(function(e, n = e) n, b, x)) - (x + v - b) - 1i
}
`&&` <- function(a, b) b
f((seq(2, 6, 2)[0]) < (.Machine$integer.max[[1]]))
1[0]
rm(`&&`)
x
f(x %% c(f(s = x), as.character((c(1L, NA, 3L)) + (x))), body(f))
y <- which(x)
append(x, x)
rm(list = ls(all.names = TRUE))
# program 129
x <- quote(p + q)
y <- c(k = 1, l = 2)
z <- 3L
f <- function(b, ..., s = parent.frame(), a = NA_integer_) {
  tryCatch(withCallingHandlers(x, condition = function(e) stop("again")), error = function(e) print(conditionMessage(e)))
  b <- list(k = 1:2, l = "t")[4]
  max(b, if (c(1L, NA, 3L)) y[0] else list())
}
g <- function(a, b) {
  cat("here\n")
  f(any(xor({ cat("r\n"); x[4] }, ---1.5)))
}
h <- function(n, ...) {
  b <- is.na(n)
  w <- n$k
  b[2] <- nargs()
  z
}
i <- 0
while (i < 3) {
  i <- i + 1
  z <- c(g(b = h(-NA, list(z, k = z), h(y), ), nchar(length(z)), i$k), length(-as.logical(z)))
  cat(i, "\n")
}
`if` <- function(test, yes, no) { cat("if\n"); yes }
g(z[[c(1L, NA, 3L)]])
with(list(x = 5), list()[1])
rm(`if`)
f(h(k = eval(quote(as.logical(g(n = y)))), round(vapply(x, g, 1))), n = { cat("p\n"); NaN })
rm(list = ls(all.names = TRUE))
# program 131
x <- character(0)
y <- as.raw(1:2)
f <- function(a) {
  for (i in c(2, 5)) {
    if (i == 2) { identity(break) }
    b <- -switch(c(4, 5, 6), u = , v = 2147483647L, s = { cat("arm\n"); 1:3 })
    cat(i, "\n")
  }
  k <- function(n, ...) {
    tryCatch(withCallingHandlers(message("hello"), warning = function(e) stop("again")), error = function(e) print(conditionMessage(e)))
    j <- 0
    while (j < 3) {
      j <- j + 1
      levels(a) <- TRUE
      cat(j, "\n")
    }
    get0("z")
  }
  y[["k"]] <<- --if (isTRUE(matrix(1:4, 2))) stopifnot(c(k = 1, l = 2)) else eval(quote(c(1L, NA, 3L)))
  return(class(x))
}
f(b = max(if (length(x) > 1) switch(2, u = , v = x, s = { cat("arm\n"); c(1L, NA, 3L) }) else y - f(y, x), -1.5["k"]), Filter(function(e, n = e) n, y) - quote(p + q)[x])
print.one <- function(x, ...) {
  cat("one print\n")
  x <- 0; NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure({ cat("q\n"); structure(1:2, note = "n") }, class = c("one", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o + -1
`(` <- function(e) { cat("paren\n"); e }
f({ cat("p\n"); y })
mean(do.call(function(e) e[0], list(x)))
rm(`(`)
rm(list = ls(all.names = TRUE))
# program 132
x <- FALSE
y <- factor(c("u", "v", "u"))
f <- function(a, b, s = { cat("default\n"); s }) {
  if (exists("w", inherits = FALSE)) rm(w)
  b <- a[-1] + FALSE$k
  m <- function(n = sys.call()) {
    y
    return(seq_along(a))
  }
  assign("v", (function(e, n = e) n)(s))
  y
}
print(try(f(.Machine$integer.max), silent = TRUE))
try(message("hello"), silent = TRUE)
rm(list = ls(all.names = TRUE))
# program 133
x <- numeric(0)
y <- letters[1:3]
f <- function(n, s) {
  m <- function(..., n = y, b = parent.frame()) {
    on.exit(x <<- c(4, 5, 6), add = TRUE)
    rev(n)
  }
  return(seq(2, 6, 2))
}
g <- function(s, b) {
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  local(a <- s)
  s["k"]
}
x <- f(rep((invisible(x)) * (x[as.raw(1:2)]), 2))
g(y, )
rm(list = ls(all.names = TRUE))
# program 134
x <- quote(p + q)
y <- "2"
f <- function(b = s + 1, ..., a = w + 1, s) {
  if (exists("w", inherits = FALSE)) rm(w)
  k <- function() {
    on.exit(x <<- NA, add = TRUE, after = FALSE)
    evalq(x <- 7, environment())
    print(nargs())
    print(class(sys.function()))
    return(x[c(TRUE, NA)])
  }
  if (is.numeric(NaN) && x > 1) {
    a <- length(b)
  } else {
    w <- s
  }
  w[[2]] <- !lapply(c(1L, NA, 3L), function(e) substitute(e))
  x
}
g <- function(b, ..., a = parent.frame(), s) {
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) { identity(break) }
    v <- -head(f(...), 2)
    cat(j, "\n")
  }
  if (is.null(x)) {
    w <- f(s = list(1, "s")[0])
  }
  return(switch("v", u = , v = 2147483647L, s = { cat("arm\n"); x }, s))
}
h <- function(..., b, a = factor(c("u", "v", "u"))) {
  v <- x[0]
  print(match.call())
  1:3
  b[c(TRUE, NA)]
}
z <- h(head(list(1, "s"), 2))
names(z$k)[1] <- y["k"]
`[` <- function(x, ...) { "element" }
g()
eval(quote(y), list(x = 10, y = 20))
rm(`[`)
rm(list = ls(all.names = TRUE))
# program 135
x <- character(0)
y <- c(k = 1, l = 2)
z <- structure(1:2, note = "n")
f <- function(a, b = w + 1, ..., n = n + 1) {
  a["k"] <- a
  m <- function(b = letters[1:3]) {
    z[[1]] <<- sapply(c("u", "v"), function(e, n = e) n)
    for (j in list(1, 2)) {
      tryCatch(if (j == 2) next, finally = cat("again\n"))
      v <- factor(c("u", "v", "u"))[4]
      cat(j, "\n")
    }
    switch("u", u = , v = letters[1:3], s = { cat("arm\n"); NULL }, b)
  }
  v <- c(1L, NA, 3L)[0]
  invisible(!factor(c("u", "v", "u")))
}
g <- function() {
  if (exists("z", inherits = FALSE)) rm(z)
  assign("z", y[4], envir = parent.frame())
  m <- function(a = seq(2, 6, 2)) {
    v <- within(list(k = 1), m <- a)
    invisible(if (isTRUE(a)) (x) %% (a[]) else y)
  }
  f(!bquote(1 + .(z)))
}
{ cat("p\n"); list() }
class(y) <- z
summary.one <- function(x, ...) {
  cat("one summary\n")
  NextMethod(extra = 2)
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(do.call(\(e, ...) c("u", "v"), list(3L)), class = c("two", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o %% o
g(get0("v"), s = (-x) - (-x[c(TRUE, NA)]), NA_integer_[[2]])
rm(list = ls(all.names = TRUE))
# program 136
x <- Inf
y <- quote(p + q)
z <- 0L
f <- function(b = { cat("default\n"); 0L }, s) {
  for (j in list(1, 2)) {
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    w <- if (TRUE) sqrt(typeof(as.numeric(as.raw(1:2)))) else y$k
    cat(j, "\n")
  }
  assign("x", Map(function(e, n = e) n, y, 1:2))
  on.exit(print(z), add = TRUE)
  missing(b)
}
g <- function() {
  b <- Reduce(c, x, accumulate = FALSE)
  body(f) <- length(do.call("f", list(z, x)))
  invisible(NaN[0])
}
z <- c(TRUE, NA) |> identity()
{ cat("q\n"); y[-1] }
rm(list = ls(all.names = TRUE))
# program 138
x <- 1i
f <- function(..., n = NULL, a = c(4, 5, 6), b = sys.call()) {
  { cat("r\n"); deparse(quote({ cat("p\n"); n })) }
  m <- function(b, ...) {
    j <- 0
    while (j < 3) {
      j <- j + 1
      if (j == 2) { identity(break) }
      is.na(a) <- b[b]
      cat(j, "\n")
    }
    b <- a["k"]
    w <- b[0]
    substitute(list(...), list(x = 1))
  }
  w <- mapply(m, -1.5, x)
  print(...length())
  x[c(TRUE, NA)]
}
g <- function(a, n = { cat("default\n"); x }, b) {
  v <- list(n[-1], k = n[[1i]] %in% as.numeric(a |> identity()))
  warning("careful")
  on.exit(cat("leaving\n"), add = TRUE)
  a <- { cat("r\n"); f(n = v) }
  ifelse(identical({ cat("p\n"); x[[1]] }, is.list(deparse(quote(a)))), 1, 0)
}
try(-eval(parse(text = "x")), silent = TRUE)
print(try(f(), silent = TRUE))
with(list(x = 5), -match(x, !matrix(1:4, 2)))
for (j in seq_along(x)) {
  x <- x
  cat(j, "\n")
}
g(x[0], x["k"])
rm(list = ls(all.names = TRUE))
# program 139
x <- list()
f <- function(n, s, a = FALSE) {
  try(message("hello"), silent = TRUE)
  force(a)
  stopifnot(a)
}
g <- function() {
  suppressWarnings(x)
  v <- { cat("p\n"); x }
  evalq(w <- 7, environment())
  (f()) | (quote(if (!c(k = 1, l = 2)) sum(v) else NaN))
}
h <- function(b, s) {
  message("note")
  if (exists("a", inherits = FALSE)) rm(a)
  invisible(with(list(x = 5), { cat("p\n"); eval(substitute(b), list(x = 3)) }))
}
eval(parse(text = "x"))
h()
x <- names(do.call("h", list(NaN, x)))
rm(list = ls(all.names = TRUE))
# program 140
x <- 2
f <- function() {
  b <- switch("v", u = , v = "s", s = { cat("arm\n"); x }, factor(c("u", "v", "u")))
  b
  x
}
g <- function(b) {
  if (!letters[1:3]) {
    v <- eval(quote(-switch("v", u = , v = c(k = 1, l = 2), s = { cat("arm\n"); 1 })))
  }
  b
}
g(lapply(NaN, function(e) x), k = character(0), n = if (is.null(x)) Filter(g, x) else rev(quote(p + q)["k"]))
c("u", "v")
x[TRUE] <- f()
rm(list = ls(all.names = TRUE))
# program 141
x <- 2
y <- letters[1:3]
z <- "s"
f <- function(a = b, b = parent.frame()) {
  cat(sort(ls()), "\n")
  b[TRUE] <- z
  j <- 0
  while (j < 3) {
    j <- j + 1
    w <- a[c(TRUE, NA)]
    cat(j, "\n")
  }
  b
}
g <- function(a = x, ..., b = 1i) {
  f(f(x, sqrt(y)))
  1
  v <- !vapply(a, function(e, n = e) n, 1)
  return(eval(quote(x), list(x = 10, y = 20)))
}
h <- function(b) {
  on.exit(x <<- FALSE, add = TRUE)
  if (!x) {
    v <- (is.na(switch("u", u = , v = b, s = { cat("arm\n"); FALSE }, NA_integer_))) %in% (b)
  } else {
    names(y$k)[1] <<- TRUE[]
  }
  w <- mapply(function(e) b, quote(p + q), structure(1:2, note = "n"))
  if (is.null(v)) {
    w[w > 1] <- (-w[c(TRUE, NA)]) < (-y)
  } else {
    y <<- f(NA["k"])
  }
  list(x[4], k = letters[1:3])
}
g()
{ cat("p\n"); !y[] }
y <- 3L["k"]
rm(list = ls(all.names = TRUE))
# program 142
x <- structure(1:2, note = "n")
y <- NULL
z <- structure(1:2, note = "n")
f <- function(..., n = stop("needed")) {
  print(match.call())
  2147483647L
}
g <- function(b = { cat("default\n"); 2 }) {
  a <- -1:3
  warning("careful")
  return(body(f))
}
g(f(({ cat("r\n"); g(x) }) ^ (as.numeric(!2)), y[[0L]]))
tryCatch({ warning("odd"); "done" }, error = function(e) print(conditionCall(e)), finally = cat("finally\n"))
length.one <- function(x, ...) {
  cat("one length\n")
  NextMethod(extra = 2)
}
length.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(-do.call("g", list(z, 2147483647L)), class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o * 2:3
rm(list = ls(all.names = TRUE))
# program 143
x <- 3L
f <- function(..., b) {
  m <- function(a, b = stop("needed"), n) {
    if (exists("b", inherits = FALSE)) rm(b)
    withRestarts(withCallingHandlers(message("hello"), warning = function(e) print(conditionCall(e))), mine = function(v) v + 1)
    b[[1]][2] <- b && get0("z")
    suppressWarnings(as.raw(1:2))
    list(n, k = 1:3[0])
  }
  delayedAssign("y", { cat("delayed\n"); !(mean(x[b])) < ((b[[1]]) | (Reduce(c, x, accumulate = TRUE))) })
  if (length(NA_integer_) > 1) x[[x]] else (x) + (b)
}
f((f(as.numeric((0L) %% (x)), substitute(f(-1.5), list(x = 1)))) == (sqrt(if (identical(x, x) || FALSE) rep(seq(2, 6, 2), 2) else as.integer(quote(p + q)))))
if (identical(x, x) || FALSE) x$k else x
f(a = (x) : ((\(e, ...) e)(x)))
if (x > x) x[2] else vapply("2", function(e, n = e) n, 1)
f(n = if (TRUE) if (!x) formals(f) else x |> identity() else NA_integer_[c(TRUE, NA)])
rm(list = ls(all.names = TRUE))
# program 144
x <- 3L
y <- seq(2, 6, 2)
f <- function(b, s = b + 1, a = { cat("default\n"); y }) {
  m <- function(b) {
    local(z <- b)
    v <- b |> identity() %% switch("v", u = , v = x, s = { cat("arm\n"); c("u", "v") }, 1:3) * -max(y["k"], as.raw(1:2))
    print(missing(b))
    if (is.numeric(y) && b > 1) c("u", "v") else if (!a) -b[NaN] else max(exists("y"), v)
  }
  a <- { cat("p\n"); y[[y]] }
  if (is.null(.Machine$integer.max)) {
    w <- -m((2147483647L[4]) - (b), switch("v", u = , v = s, s = { cat("arm\n"); 1i }))
  }
  w[[1]][2] <- c("u", "v")[2]
  return(s[c(TRUE, NA)])
}
summary.one <- function(x, ...) {
  cat("one summary\n")
  x <- 0; NextMethod()
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(identity(f((if (is.numeric(x) && y > 1) x else x) + (switch("u", u = , v = y, s = { cat("arm\n"); y })), as.numeric(switch("u", u = , v = x, s = { cat("arm\n"); 2 })), x[4])), class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o < -1
f(eval(parse(text = "z")))
str(exists("b"))
rm(list = ls(all.names = TRUE))
# program 145
x <- quote(p + q)
y <- 1
f <- function() {
  for (j in 1:3) {
    if (j == 2) { identity(break) }
    x <- round(y)
    cat(j, "\n")
  }
  w <- mapply(function(e, n = e) n, y, y)
  if (TRUE) {
    b <- !-local({ u <- y; function(e) w })(1) && y
  }
  b = formals(f)
  w
}
g <- function(s = s, n = sys.call()) {
  b <- !c(k = 1, l = 2)
  w <- !-attributes(f(structure(1:2, note = "n"), s = b))
  print(missing(s))
  a <- f(n = x, s[[w]])
  head(if (is.null(list())) -NaN else n, 2)
}
dim(y) <- f(a = c(k = 1, l = 2)) == Map(g, x, 1:2)
f(is.function(-.Machine$integer.max))
rm(list = ls(all.names = TRUE))
# program 146
x <- TRUE
f <- function(..., a = sys.call()) {
  withRestarts(withCallingHandlers(warning("odd"), warning = function(e) invokeRestart("mine", 3)), mine = function(v) v + 1)
  k <- function(b = letters[1:3], s = 2) {
    m <- function(a, ...) {
      if (TRUE) {
        length(b) <- x
      } else {
        w <- a[0L]
      }
      for (j in seq_along(x)) {
        attr(x, "note") <<- !if (a) which(factor(c("u", "v", "u"))[0]) else 1
        cat(j, "\n")
      }
      m <- function(b, n, a = { cat("default\n"); a }) {
        on.exit(print(a))
        invisible({ cat("r\n"); n[c(TRUE, NA)] })
      }
      b <- !paste(Reduce(c, a, accumulate = TRUE), sum(b))
      lapply(2147483647L, function(e) { cat("q\n"); round({ cat("q\n"); 0L }) })
    }
    assign("z", s, envir = parent.frame())
    m(ifelse((paste(x, Inf)) : (sapply(s, m)), 1, 0))
  }
  w <- if (TRUE) nchar(switch("u", u = , v = a, s = { cat("arm\n"); a }, a)) else -do.call("k", list(NULL, c(1L, NA, 3L))) %in% a["k"]
  a
}
g <- function(b, a) {
  if (exists("x", inherits = FALSE)) rm(x)
  try(signalCondition(simpleCondition("sign"), NULL), silent = TRUE)
  print(nargs())
  f(n = seq_along(f(x)), a)
}
h <- function(n) {
  if (TRUE) {
    v <- x
  }
  eval.parent(quote(y[2] <- 9))
  a <- append(f(f(a = if (isTRUE(NaN)) c("u", "v") else v)), within(list(k = 1), m <- v))
  if (is.numeric(n) && a > 1) {
    z <<- if (is.null(x)) as.integer(deparse(quote((v) + (v)))) else substitute(list(a, k = n) + g(x), list(x = 1))
  }
  f(a = deparse(switch(x, u = , v = quote(p + q), s = { cat("arm\n"); a }, "2")))
}
`+` <- function(e1, e2) { cat("plus\n"); if (missing(e2)) e1 else e1 - e2 }
h(formals(f))
body(f)
rm(`+`)
str(!is.function(character(0)))
ifelse(x, 1, 0)
rm(list = ls(all.names = TRUE))
# program 147
x <- FALSE
y <- matrix(1:4, 2)
z <- 2147483647L
f <- function(n) {
  print(nargs())
  numeric(0)
}
g <- function(b = z) {
  eval.parent(quote(w[2] <- 9))
  (identity(z)) && ((!-y) + (!!z))
  w <- is.function({ cat("p\n"); (sapply("2", function(e) substitute(e))) + ((function(e) substitute(e))(b)) })
  seq(2, 6, 2)[]
}
h <- function(b = factor(c("u", "v", "u")), a = parent.frame()) {
  w <- unlist(g(-{ cat("q\n"); y }))
  f((-0L[-1]) | (w[c(TRUE, NA)]), b |> identity(), f(g(f(w / x), c(seq(2, 6, 2) - z, -x))), )
}
print(try(h({ cat("r\n"); y }, a = body(f)), silent = TRUE))
j <- 0
repeat {
  j <- j + 1
  if (j > 3) break
  x[[1]][2] <- as.character(j$k)
  cat(j, "\n")
}
vapply(matrix(1:4, 2), function(e) substitute(e), 1)
rm(list = ls(all.names = TRUE))
# program 148
x <- 3L
y <- matrix(1:4, 2)
f <- function(a, ...) {
  print(..1)
  for (j in 1:3) {
    if (j == 2) break
    v <- if (length(Inf) > 1) { cat("q\n"); nargs() } else formals(f)
    cat(j, "\n")
  }
  FALSE |> identity()
}
g <- function(a, b) {
  print(sys.call())
  b[b > 1] <- f()
  1
}
str(x[4])
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod(extra = 2)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(f(k = (letters[1:3]) && (x[list()]), "2"[0]), class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o == o
class(x) <- toupper(f(max(append(x, x), g(x))))
x$k[2] <- x
z <- sqrt(x[TRUE])
rm(list = ls(all.names = TRUE))
# program 149
x <- NA_integer_
f <- function(..., b) {
  v <- if (x > x) seq_along(x[]) else { cat("q\n"); 1i }
  b = list() - { cat("r\n"); sum(v) }
  force(b)
  w <- { cat("q\n"); b }
  switch("v", u = , v = x, s = { cat("arm\n"); v })
}
g <- function(b = { cat("default\n"); b }, a = w + 1) {
  print(sys.call())
  w <- within(list(k = 1), m <- a)
  character(0)
}
y <- ifelse(list(1, "s") & sapply(x, f), 1, 0)
z <- local({ u <- x; \(e, ...) y })(1)
rm(list = ls(all.names = TRUE))
# program 150
x <- matrix(1:4, 2)
y <- "2"
f <- function(s, ...) {
  w <- exists("x")
  if (isTRUE(s)) {
    names(w)[2] = switch("v", u = , v = list(1, "s"), s = { cat("arm\n"); w })
  } else {
    a <- s$k
  }
  a <- if (length(y) > 1) as.raw(1:2)[c(TRUE, NA)] else if (TRUE) xor(y ^ w, seq(2, 6, 2)) else if (isTRUE(w)) sqrt(s) else !list()
  return(if (is.null(Inf)) length(-Inf) >= w else !0L)
}
suppressWarnings(signalCondition(simpleCondition("sign"), NULL))
f(deparse(quote(y[2] == x[-1] * y * eval(parse(text = "x")))))
f(({ cat("r\n"); NA_integer_ }) %in% (if (is.null(list(k = 1:2, l = "t"))) c("u", "v") else y[2]))
x <- identity(x)
rm(list = ls(all.names = TRUE))
# program 152
x <- FALSE
y <- 1i
f <- function(a = "s", s = sys.call()) {
  eval.parent(quote(x[2] <- 9))
  x[]
}
y[[1]][2] <- if (identical(y, y) || FALSE) y[c(TRUE, NA)] else y[y]
f(y, b = as.logical(!get0("x")))
rm(list = ls(all.names = TRUE))
# program 153
x <- -1.5
y <- 3L
f <- function(s, n) {
  if (identical(y, y) || FALSE) { cat("p\n"); "s" } else -switch(x, u = , v = x, s = { cat("arm\n"); x })
  if (TRUE) {
    v <- as.numeric(!s)
  }
  print(sys.call())
  a <- is.na(as.integer(!ifelse(y, 1, 0)))
  v
}
g <- function(n = 1:3, b, s) {
  m <- function(..., a = parent.frame(), n = stop("needed")) {
    if (is.null(1:3)) {
      w <- b[0]
    }
    dim(z) <<- within(list(k = 1), m <- c("u", "v"))
    tryCatch({ stop("bad"); "done" }, condition = function(e) cat("caught", conditionMessage(e), "\n"), finally = cat("finally\n"))
    f(w, s, ...)
  }
  invisible({ cat("r\n"); append(m(is.list(b), s = if (identical(b, x) || FALSE) list() else 1i, factor(c("u", "v", "u"))), 2) })
}
try(f(x %/% y), silent = TRUE)
print(try(f(NA_integer_[-1]), silent = TRUE))
toupper(cumsum(within(list(k = 1), m <- letters[1:3])))
g(b = do.call("f", list(x, c(k = 1, l = 2))), y)
rm(list = ls(all.names = TRUE))
# program 154
x <- 1i
f <- function(s = matrix(1:4, 2), n, a) {
  if (a) {
    v <- formals(f)
  }
  if (list()) {
    is.na(a) = a
  } else {
    length(v) <- x[[1]]
  }
  levels(a) = get0("a")
  !NULL
  body(f)
}
g <- function(b, n, a = { cat("default\n"); n }) {
  for (j in c(2, 5)) {
    v <- eval(substitute(n), list(x = 3))
    cat(j, "\n")
  }
  unlist(f()) %% x[]
}
withCallingHandlers(warning("odd"), condition = function(e) invokeRestart("muffleWarning"))
str(x)
class(x) <- -1.5[]
`{` <- function(...) list(...)[[1]]
g(length(NULL), n = c(1, x))
get0("y")
rm(`{`)
rm(list = ls(all.names = TRUE))
# program 155
x <- as.raw(1:2)
y <- list()
z <- list(1, "s")
f <- function(s, n) {
  local(v <- substitute(n))
  w <- -!!x[[1]]
  a <- { cat("q\n"); x$k }
  Filter(\(e, ...) list(k = 1:2, l = "t"), s)
}
g <- function(n, b, s = 2147483647L) {
  a <- -f(c("u", "v") %in% list(x, k = s), Filter(f, z))
  local(y <- which(f(b = c(4, 5, 6)[4])))
  if (identical(n, list()) || FALSE) {
    w <- numeric(0)["k"]
  }
  if (TRUE) {
    z <<- if (is.numeric(w) && NA > 1) f() else z |> identity()
  } else {
    v <- Map(\(e, ...) s, factor(c("u", "v", "u")), 1:2)
  }
  z
}
h <- function(a, s) {
  k <- function(s = parent.frame(), n, b) {
    if (length(-1.5) > 1) {
      v <- n[[n]]
    }
    local(z <- s)
    for (j in seq_along(x)) {
      if (j == 2) break
      b[[2]] = (-g(-3L)) && (if (j) seq_along(Inf) else Filter(function(e, n = e) n, Inf) < list(1, "s"))
      cat(j, "\n")
    }
    withCallingHandlers(f(-s, ), condition = function(e) class(e)[1])
    get0("x")
  }
  b <- do.call("f", list(quote(p + q), "s"))
  force(s)
  b
}
print(try(h(g(x * x)), silent = TRUE))
`+` <- function(e1, e2) { cat("plus\n"); if (missing(e2)) e1 else e1 - e2 }
f(n = y)
as.raw(1:2)[y]
rm(`+`)
do.call("h", list(1i, seq(2, 6, 2)))
rm(list = ls(all.names = TRUE))
# program 156
x <- factor(c("u", "v", "u"))
y <- c(TRUE, NA)
f <- function(b) {
  print(sys.call())
  names(x) <<- -x
  v <- if (is.null(x)) mean((identity(1i)) && (b)) else eval(quote(z), list(x = 10, y = 20))
  print(nargs())
  local({ u <- character(0); \(e, ...) 1i })(1)
}
g <- function(a = a + 1, s) {
  b <- f(ifelse(f(s = stopifnot(s)), 1, 0), f(eval(substitute(s), list(x = 3))))
  v <- b
  (within(list(k = 1), m <- s)) %in% (x)
}
g(vapply(c(4, 5, 6), \(e, ...) x, 1))
get0("w")
y[0]
rm(list = ls(all.names = TRUE))
# program 158
x <- c(4, 5, 6)
y <- NA_integer_
z <- 0L
f <- function(n = w + 1, s = letters[1:3]) {
  b <- args(f)
  k <- function(n) {
    k <- function() {
      x[c(TRUE, NA)]
      s
    }
    cat(sort(ls()), "\n")
    a <- -substitute(TRUE[-1], list(x = 1))
    match(b, x[[1:3]] + { cat("r\n"); sqrt(x) })
    k(b = identical(-{ cat("q\n"); n }, k(b = s[], structure(1:2, note = "n")[0])), s = x[2])
  }
  invisible(z)
}
g <- function(n, a = a + 1) {
  v <- -NA
  for (j in list(1, 2)) {
    if (j == 2) next
    class(v) <- NaN
    cat(j, "\n")
  }
  m <- function(b, s) {
    m <- function(s) {
      w <- z
      return(if (isTRUE(z)) { cat("p\n"); .Machine$integer.max } else f())
    }
    f(exists("v"), sapply(b, function(e) substitute(e)))
  }
  b <- m()
  return(z)
}
`-` <- function(a, b) missing(b)
f(c(k = 1, l = 2), -identity(x))
paste(x |> identity(), c(-append(z, list()), z[NA_integer_]))
rm(`-`)
g(s = -sqrt(f(a = { cat("q\n"); y }, NA)), b = toupper(z))
f(if (is.null(x)) { cat("q\n"); nchar((function(e) substitute(e))(x)) } else { cat("q\n"); g({ cat("r\n"); x }) }, x)
do.call("f", list(z, letters[1:3]))
z <- y
rm(list = ls(all.names = TRUE))
# program 159
x <- NULL
y <- 2147483647L
f <- function(..., b, n) {
  if (isTRUE(n)) {
    a <- y
  }
  v <- y
  if (is.null(v)) {
    b <- c("u", "v")
  }
  (!y) - (b["k"])
}
f(a = y)
y$k[2] <- xor(substitute(identity(x), list(x = 1)), FALSE)
rm(list = ls(all.names = TRUE))
# program 160
x <- as.raw(1:2)
f <- function(n) {
  m <- function() {
    a <- character(0)[]
    v <- -1.5
    b <- x[4]
    invisible({ cat("r\n"); b$k })
  }
  v <- as.raw(1:2) / n
  vapply(2, function(e) substitute(e), 1)
}
g <- function(b, s = sys.call(), ...) {
  w <- { cat("p\n"); x }
  length(w) <- attributes((function(e) (1:3) == (w))(2147483647L))
  v <- NA_integer_[4]
  args(f)
}
f((typeof(letters[1:3])) == (-formals(f)))
append(-g({ cat("p\n"); x }, x, b = append(x, x)), eval(parse(text = "z")))
j <- 0
while (j < 3) {
  j <- j + 1
  if (j == 2) { identity(break) }
  x <- FALSE[0]
  cat(j, "\n")
}
z <- f(a = if (is.null(x)) unlist(1:3[c(TRUE, NA)]) else -lapply(x, \(e, ...) 2))
rm(list = ls(all.names = TRUE))
# program 162
x <- 1:3
f <- function(s) {
  cat("here\n")
  w <- { cat("r\n"); mapply(function(e, n = e) n, x, s) }
  v <- eval(quote(c(TRUE, NA)[4]))
  w
}
g <- function(s = stop("needed"), b, n) {
  w <- f()
  on.exit(print(sys.call()), add = TRUE)
  match(do.call(f, list("s")), { cat("p\n"); structure(1:2, note = "n")[1] })
}
h <- function(b, a, s = stop("needed")) {
  m <- function(n, s = parent.frame()) {
    print(substitute(s))
    eval.parent(quote(w[2] <- 9))
    body(f) <<- { cat("q\n"); missing(n) }
    invisible(!(b[-1]) + ((s[s]) && (Filter(function(e, n = e) n, x))))
  }
  m <- function(a, s) {
    try(m(n = (a) %% (b), b[]), silent = TRUE)
    print(match.call())
    v <- invisible(do.call("m", list(s, s)))
    w <- c(s, s[0])
    if (!w) head(switch("u", u = , v = a, s = { cat("arm\n"); c(TRUE, NA) }, w), 2) else (x |> identity()) : (f(a[3L]))
  }
  m <- function(n) {
    j <- 0
    while (j < 3) {
      j <- j + 1
      if (j == 2) break
      v <- a
      cat(j, "\n")
    }
    w <- as.numeric(f(a[s]))
    length(a) <- (a$k) : (substitute(n))
    withRestarts(withCallingHandlers(Reduce(`+`, w, accumulate = TRUE), error = function(e) cat("caught", conditionMessage(e), "\n")), mine = function(v) v + 1)
    m(n = a[0])
  }
  names(b$k)[1] <- quote(p + q)
  m()
}
tryCatch(f(), error = function(e) e)
try(signalCondition(simpleCondition("sign"), NULL), silent = TRUE)
rm(list = ls(all.names = TRUE))
# program 163
x <- seq(2, 6, 2)
y <- "s"
z <- structure(1:2, note = "n")
f <- function(b = 0L) {
  print(class(sys.function()))
  on.exit(x <<- FALSE, add = TRUE, after = FALSE)
  for (j in c(2, 5)) {
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    w <- !exists("a")
    cat(j, "\n")
  }
  2
}
g <- function(s) {
  print(nargs())
  body(f)
  print(class(sys.function()))
  f(NA_integer_, n = 2147483647L)
}
Map(function(e) substitute(e), 3L, 1:2)
tryCatch(withCallingHandlers(stop("bad"), warning = function(e) print(conditionCall(e))), error = function(e) print(conditionMessage(e)))
f(g(mapply(f, x, z), switch(z, u = , v = -1.5, s = { cat("arm\n"); y }, 1), TRUE[[1]], ), b = y)
print(try(g(), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 164
x <- list(k = 1:2, l = "t")
f <- function(s = FALSE, a, ...) {
  if (length(x) > 1) {
    w <- -s["k"]
  }
  (function(e) -with(list(x = 5), as.integer(x)))(factor(c("u", "v", "u")))
}
g <- function(..., b = sys.call(), a) {
  local(v <- sapply(b, function(e, n = e) n))
  m <- function(n, b, ...) {
    for (i in seq_along(x)) {
      if (i == 2) break
      a <- !b
      cat(i, "\n")
    }
    if (identical(b, b) || FALSE) NULL[c(TRUE, NA)] else vapply(c("u", "v"), f, 1)
  }
  eval(quote(w <- c("u", "v")), parent.frame())
  invisible(f(eval(parse(text = "x")), vapply(seq(2, 6, 2), function(e) substitute(e), 1)))
}
str(x[[1i]])
f(f(g(max(x, x)), x), rev((sapply(list(1, "s"), g)) : (c(matrix(1:4, 2), x))))
f()
rm(list = ls(all.names = TRUE))
# program 165
x <- 0L
f <- function(a, b, s) {
  if (exists("x", inherits = FALSE)) rm(x)
  for (i in list(1, 2)) {
    if (i == 2) { identity(break) }
    x <<- sapply(NULL, function(e) { cat("r\n"); within(list(k = 1), m <- s) })
    cat(i, "\n")
  }
  if (!a) {
    b$k[2] <- NULL
  }
  if (identical(1i, b) || FALSE) {
    names(b)[1] <- if (is.numeric(s) && matrix(1:4, 2) > 1) b[2] else 1
  } else {
    y[[1]][2] <<- FALSE
  }
  (function(e) a)(a)
}
g <- function(a, s = sys.call()) {
  if (isTRUE(x)) stop("wrong")
  a$k <- x[0]
  sapply(a, \(e, ...) e)
}
h <- function(b, a = { cat("default\n"); letters[1:3] }) {
  try(g(switch("v", u = , v = b, s = { cat("arm\n"); list() })), silent = TRUE)
  if (x == list(1, "s")) {
    w <- f(g(Inf))
  } else {
    w <- as.numeric(.Machine$integer.max)
  }
  x
}
tryCatch(withCallingHandlers(f(list(f(k = xor(x, x), append(x, x)), k = (f(x)) >= (x["k"])) * mapply(g, x, x), f()), warning = function(e) invokeRestart("muffleWarning")), error = function(e) print(conditionMessage(e)))
f(a = x[[x]])
deparse(quote({ cat("p\n"); f(x, { cat("q\n"); x }, { cat("r\n"); 0L }) }))
head(x, 2)
rm(list = ls(all.names = TRUE))
# program 166
x <- factor(c("u", "v", "u"))
f <- function() {
  m <- function(b) {
    k <- function(s = b, a = 0L, ...) {
      i <- 0
      while (i < 3) {
        i <- i + 1
        if (i == 2) { identity(break) }
        w <- x
        cat(i, "\n")
      }
      w <- switch("u", u = , v = s, s = { cat("arm\n"); s }, x)
      print(deparse(substitute(s)))
      s[c(TRUE, NA)]
    }
    message("note")
    is.na(b) <- b
    if (isTRUE(x)) stop("wrong")
    FALSE
  }
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) break
    body(f) <- typeof(!j[x])
    cat(j, "\n")
  }
  withRestarts(withCallingHandlers(warning("odd"), error = function(e) invokeRestart("muffleWarning")), mine = function(v) v + 1)
  eval.parent(quote(w[2] <- 9))
  invisible(1i[2])
}
g <- function(s, b = stop("needed")) {
  v <- substitute(letters[1:3], list(x = 1))
  as.raw(1:2)
  if (identical(seq(2, 6, 2), .Machine$integer.max) || FALSE) {
    a <- { cat("p\n"); c(4, 5, 6) }
  }
  is.na(z) <<- !"s"["k"]
  NULL[]
}
y <- any(x)
for (j in seq_along(x)) {
  body(f) <- j
  cat(j, "\n")
}
x <- y[[y]]
summary.one <- function(x, ...) {
  cat("one summary\n")
  7
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(if (isTRUE(y)) formals(f) else with(list(x = 5), unique({ cat("p\n"); list() })), class = c("two", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o - -1
rm(list = ls(all.names = TRUE))
# program 167
x <- NA
f <- function(a) {
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) next
    b <- NA
    cat(j, "\n")
  }
  list(1, "s")[2]
  withRestarts(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), condition = function(e) cat("caught", conditionMessage(e), "\n")), mine = function(v) v + 1)
  if (x <= 2147483647L) {
    b <- x
  }
  identity(deparse(quote(a$k ^ a)))
}
g <- function() {
  v <- do.call("f", list(list(), x))
  return(-attributes(local({ u <- "2"; \(e, ...) e })(1)))
}
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod(extra = 2)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(!Inf[], class = c("one", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o < 1
try(stop("bad"), silent = TRUE)
print(try(f(any(g({ cat("r\n"); seq(2, 6, 2)[0] })), -x, 1), silent = TRUE))
sapply(1, f)
structure(1:2, note = "n")[[list()]]
rm(list = ls(all.names = TRUE))
# program 168
x <- NaN
y <- quote(p + q)
z <- character(0)
f <- function(b, ...) {
  x
  print(...length())
  names(c("u", "v"))
}
g <- function(n, b) {
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  x[2]
}
if (3L == x) 0L[[1]] else { cat("p\n"); z |> identity() }
switch(2, u = , v = y, s = { cat("arm\n"); z })
rm(list = ls(all.names = TRUE))
# program 169
x <- quote(p + q)
y <- "s"
f <- function(n, s, ...) {
  a <- !1:3
  seq_along(s)
}
g <- function(...) {
  a <- list()[[x]]
  v <- !y
  names(v) <- { cat("p\n"); if (x) if (isTRUE(1i)) as.character(c("u", "v")) else if (isTRUE(v)) x else NaN else (c(c(4, 5, 6), v)) - (f(s = NA_integer_, v)) }
  if (!NaN) {
    v <- ({ cat("q\n"); c(k = 1, l = 2) }) + ({ cat("p\n"); lapply(a, f) })
  } else {
    w <- "2"
  }
  f(if (isTRUE(a)) c(...) else { cat("r\n"); attributes(y) }, n = f(...), ...)
}
h <- function(s, n, b) {
  b <- switch("v", u = , v = b, s = { cat("arm\n"); n }) + y[4]
  assign("z", if (identical(x, y) || FALSE) g(!(NA_integer_) ^ (TRUE)) else (switch(2, u = , v = n, s = { cat("arm\n"); structure(1:2, note = "n") })) < (Filter(f, c(4, 5, 6))), envir = parent.frame())
  v <- max(f(), g(if (3L != s) b else c(1L, NA, 3L), n = (n) && (2147483647L)) + head(is.list(b), 2))
  a <- 1:3
  switch(2147483647L, u = , v = "s", s = { cat("arm\n"); structure(1:2, note = "n") }, a)
}
f(n = !c(TRUE, NA))
z <- { cat("q\n"); args(f) }
tryCatch({ signalCondition(simpleCondition("sign"), NULL); "done" }, error = function(e) cat("caught", conditionMessage(e), "\n"), finally = cat("finally\n"))
str({ cat("q\n"); z })
g(n = { cat("r\n"); as.integer(if (is.null(y)) is.function(c(4, 5, 6)) else toupper(y)) }, k = y, y[])
rm(list = ls(all.names = TRUE))
# program 170
x <- .Machine$integer.max
y <- .Machine$integer.max
f <- function(n = stop("needed")) {
  w <- switch("u", u = , v = y, s = { cat("arm\n"); n }) && n[[x]]
  a <- y
  switch("u", u = , v = a, s = { cat("arm\n"); 3L }, 1)
}
tryCatch({ stop("bad"); "done" }, error = function(e) stop("again"), finally = cat("finally\n"))
{ cat("q\n"); list(x, k = x) }
rm(list = ls(all.names = TRUE))
# program 171
x <- 1i
y <- factor(c("u", "v", "u"))
z <- NaN
f <- function(s = "s", n = s, a) {
  if (isTRUE("2")) {
    w <- !mapply(function(e) a, a, structure(1:2, note = "n"))
  }
  w$k[2] <- any(!NA ^ z$k)
  w <- w
  force(a)
  w |> identity()
}
g <- function(a, b = -1.5) {
  w <- (FALSE) | (f())
  levels(a) <- f(z, 1:3, )
  b[2]
}
h <- function(b) {
  body(f) <<- g(x %in% any(-b))
  -1.5
}
y <- eval(quote(x), list(x = 10, y = 20))
`[` <- function(x, ...) { "element" }
h(f(x, x, z[c(1L, NA, 3L)]))
sapply(z, function(e) substitute(e))
rm(`[`)
print(try(h(y[] / y, switch("u", u = , v = y, s = { cat("arm\n"); z }, x)), silent = TRUE))
f(quote(unlist(x) >= z), g(a = { cat("q\n"); g(1) }))
rm(list = ls(all.names = TRUE))
# program 172
x <- "2"
y <- 1:3
f <- function(a, b = NA_integer_, n) {
  v <- 0L
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    w <- a
    cat(j, "\n")
  }
  suppressWarnings(stop("bad"))
  v[c(1, 3)] <- as.raw(1:2)
  a
}
g <- function(s, ..., n) {
  a <- if (is.null(s)) !!s else NULL
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    length(a) <- xor(!f(a = formals(f), ...), missing(n))
    cat(i, "\n")
  }
  f(a[], lapply(s, f), ...)
}
tryCatch({ stop("bad"); "done" }, condition = function(e) invokeRestart("muffleWarning"), finally = cat("finally\n"))
try(message("hello"), silent = TRUE)
withRestarts(withCallingHandlers(stop("bad"), warning = function(e) print(conditionCall(e))), mine = function(v) v + 1)
rm(list = ls(all.names = TRUE))
# program 173
x <- structure(1:2, note = "n")
y <- as.raw(1:2)
f <- function(b) {
  if (length(b) > 1) {
    w <- as.character(b)
  } else {
    v <- NaN
  }
  a <- w
  length(y) <<- !b
  invisible(with(list(x = 5), v) && 1:3)
}
g <- function(a, b) {
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    v <- if (x == x) deparse(Map(f, y, 1:2)) else rep(i, 2)
    cat(i, "\n")
  }
  on.exit(print(sys.call()), add = TRUE)
  x <<- local({ u <- "2"; function(e) substitute(e) })(1)
  !f()
}
h <- function(...) {
  if (y > y) {
    v <- mean(f())
  } else {
    length(v) <- character(0)[0]
  }
  print(match.call(expand.dots = FALSE))
  i <- 0
  while (i < 3) {
    i <- i + 1
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    a <- (3L |> identity()) : ({ cat("q\n"); switch("v", u = , v = character(0), s = { cat("arm\n"); x }, x) })
    cat(i, "\n")
  }
  names(z) <<- v
  v[[TRUE]]
}
{ cat("q\n"); g(is.function(!0L)) }
z <- x
z$k = x
x[[1]]
-h(if (length(z) > 1) z else if (is.numeric(x) && y > 1) FALSE else y, if (isTRUE(x)) letters[1:3] else h(y), z)
rm(list = ls(all.names = TRUE))
# program 174
x <- 2147483647L
f <- function(a = stop("needed"), s) {
  if (x > a) {
    b <- x
  } else {
    names(b) <- quote(x)
  }
  cat(sort(ls()), "\n")
  b[b > 1] <- paste(s, do.call(function(e) substitute(e), list(b)))
  -1.5
}
lapply(x, function(e) substitute(e))
f()
rm(list = ls(all.names = TRUE))
# program 175
x <- c(TRUE, NA)
y <- 0L
f <- function(b = v + 1, s = stop("needed")) {
  if (TRUE) s else x
  w <- NULL
  if (isTRUE(w)) {
    a <- (function(e) substitute(e))(.Machine$integer.max) %/% local({ u <- y; function(e) character(0)[[b]] })(1)
  } else {
    b <- FALSE[-1]
  }
  print(substitute(s))
  eval(substitute(s), list(x = 3))
}
g <- function(...) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    w <- NA_integer_[[NA]]
    cat(i, "\n")
  }
  !!do.call("f", list(y, c(4, 5, 6)))
}
h <- function(a = sys.call(), s = parent.frame(), ...) {
  "s"
  if (x) {
    attr(a, "note") = !y[c(TRUE, NA)]
  } else {
    v <- if (!y) cumsum(a[0]) else as.integer(Reduce(c, a, accumulate = FALSE))
  }
  m <- function(..., n = sys.call()) {
    if (identical(v, TRUE) || FALSE) {
      b <- -if (a) -g(b = s) else g(if (y) a else c(4, 5, 6))
    }
    if (isTRUE(x)) stop("wrong")
    g(...)
  }
  c(4, 5, 6)
}
f(if (isTRUE(x)) y else length(x), s = head(x[4], 2), -1.5)
suppressWarnings(stop("bad"))
for (j in 1:3) {
  tryCatch(if (j == 2) next, finally = cat("again\n"))
  z <- sqrt(h())
  cat(j, "\n")
}
str(g())
summary.one <- function(x, ...) {
  cat("one summary\n")
  NextMethod(extra = 2)
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(y |> identity(), class = c("two", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o + 1
rm(list = ls(all.names = TRUE))
# program 176
x <- 0L
f <- function(s, n) {
  stop("wrong")
  invisible(s[Inf])
}
f(a = f(-seq(2, 6, 2)[[x]], x), s = identical(deparse(quote(x)), !x))
print(try(f(f(a = ((as.numeric(.Machine$integer.max)) * (local({ u <- x; function(e, n = e) n })(1))) + (Reduce(`+`, x, accumulate = FALSE)))), silent = TRUE))
z <- f(x)
rm(list = ls(all.names = TRUE))
# program 177
x <- structure(1:2, note = "n")
f <- function(s, a) {
  m <- function(a, s, b) {
    switch("u", u = , v = list(1, "s"), s = { cat("arm\n"); a })
    numeric(0)[numeric(0)]
    w <- local({ u <- s; function(e) substitute(e) })(1)
    w[[1]][2] = { cat("r\n"); seq_along(invisible({ cat("q\n"); letters[1:3] })) }
    0L
  }
  evalq(y <- 7, environment())
  a <- identity(NA_integer_)
  return(-s)
}
g <- function(n, a) {
  if (x) {
    w <- { cat("r\n"); x }
  }
  { cat("q\n"); f(sapply(NA_integer_, function(e) { cat("p\n"); FALSE })) }
}
print(try(g(local({ u <- x; function(e, n = e) n })(1)), silent = TRUE))
if (is.null(0L)) nchar(quote(p + q)[2]) else vapply(list(), g, 1)
z <- x[]
`-` <- function(a, b) missing(b)
g(NA[4], list(1, "s")[-1])
z[4]
rm(`-`)
f(f(if (TRUE) -names(z) else z), f(n = g(z), x))
rm(list = ls(all.names = TRUE))
# program 178
x <- seq(2, 6, 2)
f <- function(n) {
  w <- identity(x)
  print(substitute(n))
  if (!w) {
    a <- rev(n[-1] < (x) %/% (if (length(x) > 1) list() else n))
  }
  a
}
g <- function(n, a, ...) {
  withCallingHandlers(c(TRUE, NA)[c(TRUE, NA)], error = function(e) invokeRestart("muffleWarning"))
  w <- x[c(TRUE, NA)]
  assign("v", (unique(!!list(k = 1:2, l = "t"))) * (list()))
  w
}
h <- function(n = sys.call(), b, a) {
  assign("y", x)
  print(substitute(n))
  b$k[2] <- identity(n)
  on.exit(x <<- quote(p + q), add = TRUE)
  invisible(a)
}
2[4]
for (i in c(2, 5)) {
  tryCatch(if (i == 2) next, finally = cat("again\n"))
  dim(x) <- g(i, list(-h(), k = g()), h(if (TRUE) if (is.null(x)) i else i else (x) + (x), 0L, Reduce(function(p, q) q, character(0), accumulate = TRUE)))
  cat(i, "\n")
}
try(signalCondition(simpleCondition("sign"), NULL), silent = TRUE)
!quote(exists("y")) ^ x[[1]]
rm(list = ls(all.names = TRUE))
# program 179
x <- NaN
f <- function() {
  append(if (is.null(TRUE)) 1 else get0("b"), 2147483647L |> identity())
  eval(quote(w <- "s"), parent.frame())
  on.exit(print(x), add = TRUE, after = FALSE)
  b <- { cat("p\n"); xor(attributes(x[2]), x) }
  { cat("r\n"); { cat("p\n"); if (is.numeric(Inf) && b > 1) vapply(x, function(e) substitute(e), 1) else toupper(b) } }
}
Map(function(e) invisible(f()), x, 1:2)
z <- paste(f(x), x)
NA_integer_[[1]]
rm(list = ls(all.names = TRUE))
# program 180
x <- NA
f <- function(...) {
  for (i in seq_along(x)) {
    a <- x
    cat(i, "\n")
  }
  on.exit(x <<- NaN, add = TRUE, after = FALSE)
  -x
}
g <- function(s, a, ..., n) {
  print(sys.call())
  paste(-cumsum(s[[1]]), ...length())
}
h <- function(n = sys.call(), a, s) {
  delayedAssign("a", { cat("delayed\n"); n })
  v <- x
  b <- Map(g, s, 1:2)
  print(substitute(s))
  switch(as.raw(1:2), u = , v = matrix(1:4, 2), s = { cat("arm\n"); n }, n)
}
within(list(k = 1), m <- c(4, 5, 6))
y <- x["k"]
rm(list = ls(all.names = TRUE))
# program 181
x <- NA_integer_
y <- 0L
z <- c(1L, NA, 3L)
f <- function(n, b = sys.call(), a = "2") {
  b$k[2] <- list()
  print(substitute(n))
  w <- z[4]
  if (isTRUE(NA)) {
    b <- c("u", "v")
  } else {
    a[["k"]] <- .Machine$integer.max
  }
  Filter(\(e, ...) w, y)
}
g <- function(b, s, ..., n) {
  b[[1]][2] <- { cat("q\n"); ..1 }
  w <- if (identical(x, y) || FALSE) if (is.null(s)) c(1:3 & b, nchar(n)) else sum(switch(2, u = , v = matrix(1:4, 2), s = { cat("arm\n"); z }, c(4, 5, 6))) else z[0]
  Reduce(c, numeric(0), accumulate = FALSE)
}
f(g())
print(try(f({ cat("q\n"); g(k = z) }, rep(append(x, -x), 2), z, ), silent = TRUE))
g({ cat("r\n"); as.integer(do.call("g", list("s", z))) }, b = list()[c(TRUE, NA)], (function(e, n = e) n)(y))
g(k = attributes(local({ u <- z; \(e, ...) e })(1)), n = -g(as.integer(z)))
withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), warning = function(e) invokeRestart("muffleWarning"))
rm(list = ls(all.names = TRUE))
# program 182
x <- numeric(0)
y <- c(4, 5, 6)
f <- function(n = as.raw(1:2), b, a) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    if (i == 2) next
    b <- i
    cat(i, "\n")
  }
  if (is.null(letters[1:3])) {
    a <- x * c(k = 1, l = 2)
  }
  a
}
f(f(s = x$k, y))
1
which(do.call(function(e) match(c("u", "v")[4], NA), list(x)))
-do.call(function(e) as.logical(x) / with(list(x = 5), e), list(y))
f()
rm(list = ls(all.names = TRUE))
# program 183
x <- NA
f <- function(n = NA, b, a) {
  if (is.numeric(list(1, "s")) && 2 > 1) {
    w <- Reduce(c, x, accumulate = FALSE)
  } else {
    names(w) <- n
  }
  n
}
g <- function(b = quote(p + q)) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    if (i == 2) next
    b = f(NA_integer_, { cat("r\n"); -invisible(0L) }, b[x])
    cat(i, "\n")
  }
  b |> identity()
}
h <- function(a, n = 2, ..., b = n) {
  print(missing(n))
  FALSE$k
}
i <- 0
while (i < 3) {
  i <- i + 1
  tryCatch(if (i == 2) next, finally = cat("again\n"))
  names(x$k)[1] <- vapply(numeric(0), function(e) x |> identity(), 1)
  cat(i, "\n")
}
h()
rm(list = ls(all.names = TRUE))
# program 184
x <- 1
y <- c(TRUE, NA)
f <- function(n, b, s) {
  eval(quote(b <- c(1L, NA, 3L)), parent.frame())
  print(sys.call())
  x
}
g <- function(a = stop("needed"), n) {
  if (exists("a", inherits = FALSE)) rm(a)
  print(missing(n))
  a <- f()
  f(f(s = n[c(TRUE, NA)]))
}
h <- function(s = { cat("default\n"); y }) {
  g(list(g(1:3[[1]]), k = { cat("q\n"); s }))
  m <- function(s, a, b = b + 1, ...) {
    b <- x
    print(deparse(substitute(s)))
    { cat("p\n"); { cat("p\n"); max(-x, s) } }
    if (is.null(y)) {
      v <- a
    } else {
      a <- y[[1]]
    }
    invisible(f(with(list(x = 5), { cat("r\n"); ifelse(list(), 1, 0) }), ...))
  }
  cat("here\n")
  v <- y
  g(-Filter(f, y))
}
print(try(h(x), silent = TRUE))
print.one <- function(x, ...) {
  cat("one print\n")
  invisible(NULL)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(paste(g(n = y, ), { cat("p\n"); { cat("q\n"); FALSE } }) >= g(s = f(), y, if (is.numeric(y) && y > 1) y else h(x, y)), class = c("one", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o == o
withCallingHandlers(message("hello"), error = function(e) invokeRestart("muffleWarning"))
rm(list = ls(all.names = TRUE))
# program 185
x <- FALSE
f <- function(s) {
  message("note")
  x
}
y <- class(attributes(x)) & nchar(bquote(1 + .(x)))
x["k"] <- (f(-1.5)) * (x) %% { cat("r\n"); do.call("f", list(y, y)) }
`&&` <- function(a, b) b
f(2)
exists("y")
rm(`&&`)
rm(list = ls(all.names = TRUE))
# program 186
x <- factor(c("u", "v", "u"))
y <- 2147483647L
f <- function(a = 2147483647L, ..., s) {
  a[-1] <- stopifnot(deparse(quote(switch("u", u = , v = matrix(1:4, 2), s = { cat("arm\n"); x }, quote(p + q)))))
  identity(as.numeric(as.raw(1:2)))
}
f()
f({ cat("r\n"); match(mean({ cat("p\n"); y }), y) }, match(f({ cat("r\n"); seq_along(NA_integer_) }, n = quote(y)), { cat("p\n"); -!x }))
2147483647L[]
f(numeric(0)[4])
f(s = y, s = x, x)
rm(list = ls(all.names = TRUE))
# program 188
x <- c(4, 5, 6)
y <- c("u", "v")
z <- 1
f <- function(...) {
  a <- structure(1:2, note = "n")
  print(nargs())
  attr(a, "note") <- sapply(z, function(e, n = e) n)
  z
}
x$k <- { cat("p\n"); 2 }
names(x)[2] <- if (identical(y, z) || FALSE) if (c(k = 1, l = 2) > y) z[0] else -f(x, ) else x
rm(list = ls(all.names = TRUE))
# program 189
x <- c(k = 1, l = 2)
y <- FALSE
f <- function(..., s = FALSE, n) {
  print(...elt(1))
  n
}
g <- function(n = n, b, ...) {
  tryCatch({ message("hello"); "done" }, error = function(e) class(e)[1], finally = cat("finally\n"))
  k <- function(s = { cat("default\n"); NULL }) {
    if (isTRUE(numeric(0))) {
      v <- as.logical(!f({ cat("p\n"); b }))
    }
    if (c(4, 5, 6) != 3L) {
      a <- 1i
    } else {
      w <- substitute(s)
    }
    k <- function(..., b) {
      z <<- 1i
      m <- function(a) {
        m <- function(..., a = structure(1:2, note = "n")) {
          assign("x", head({ cat("r\n"); deparse(b) }, 2))
          names(w$k)[1] <- !length(lapply(list(k = 1:2, l = "t"), function(e, n = e) n))
          a
        }
        names(v)[1] <- if ("2" == w) { cat("q\n"); y } else b
        invisible(a[0])
      }
      -1.5
      if (TRUE) {
        a <- if (length(NaN) > 1) if (n) s else class(n) %in% -NaN else x
      }
      m(c(y[NaN], a))
    }
    nchar(a)
  }
  evalq(z <- 7, environment())
  invisible((deparse(quote(k(2147483647L[0], sqrt(quote(p + q)))))) * (f(c(TRUE, NA), ...)))
}
h <- function() {
  print(class(sys.function()))
  k <- function(a, s) {
    if (is.null(as.raw(1:2))) {
      v <- (s) < ({ cat("p\n"); cumsum(f(a, "s")) })
    } else {
      names(v)[2] <- if (s == c(TRUE, NA)) g(within(list(k = 1), m <- 3L)) else a
    }
    cat(sort(ls()), "\n")
    round(substitute(s))
    print(substitute(a))
    !as.raw(1:2) |> identity()
  }
  for (i in seq_along(x)) {
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    z <- rep(y, 2)
    cat(i, "\n")
  }
  v <- xor(x, x)
  return(v)
}
h(sum(({ cat("q\n"); mapply(function(e) 2, NA_integer_, x) }) | (formals(f))))
x$k[2] <- do.call("g", list(y, y))
rm(list = ls(all.names = TRUE))
# program 190
x <- NULL
f <- function(b = v + 1, a = b + 1, s) {
  on.exit(print(sys.call()), add = TRUE)
  s
}
g <- function(s, b = stop("needed"), a = a + 1) {
  print(deparse(substitute(s)))
  stop("wrong")
  b
}
str(-lapply(x, g))
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  7
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x, class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o * 2:3
f()
tryCatch(signalCondition(simpleCondition("sign"), NULL), message = function(e) e)
2
rm(list = ls(all.names = TRUE))
# program 191
x <- as.raw(1:2)
y <- as.raw(1:2)
z <- FALSE
f <- function(s, a) {
  cat("here\n")
  if (length(y) > 1) {
    attr(a, "note") <- z + numeric(0)
  } else {
    a$k = z[4]
  }
  print(environmentName(parent.frame()))
  z
}
g <- function(n = "2", s = 0L, a) {
  tryCatch({ substitute(list(k = 1:2, l = "t"), list(x = 1)); "done" }, condition = function(e) print(conditionCall(e)), finally = cat("finally\n"))
  f(k = Map(function(e) structure(1:2, note = "n"), s, 1:2))
}
Reduce(c, z, accumulate = FALSE)
g(k = 1:3, n = !x)
is.na(z) <- if (z > list(1, "s")) -y else g(f(identical(1i, c(TRUE, NA)), a = identity(x)))
rm(list = ls(all.names = TRUE))
# program 192
x <- list(k = 1:2, l = "t")
y <- NA
f <- function(s) {
  print(sys.call())
  withCallingHandlers(message("hello"), warning = function(e) invokeRestart("mine", 3))
  deparse(y)
}
g <- function(s, b, ..., a = y) {
  v <- f(nchar(-f(.Machine$integer.max, s = y, s, ...)), ...)
  c(-f(v["k"], ...), switch("u", u = , v = b, s = { cat("arm\n"); v }))
}
f(x, switch(y, u = , v = y, s = { cat("arm\n"); quote(p + q) }))
print(try(f(f()), silent = TRUE))
f(g(x), a = x[-1] | ({ cat("q\n"); x }) - (mean((1) < (y))), -within(list(k = 1), m <- y))
str(y)
rm(list = ls(all.names = TRUE))
# program 194
x <- -1.5
y <- FALSE
z <- numeric(0)
f <- function(s, n) {
  print(deparse(substitute(s)))
  b <- n
  a <- numeric(0)
  print(nargs())
  s |> identity()
}
g <- function(b, s = parent.frame()) {
  try(stop("bad"), silent = TRUE)
  (z) < (s)
  force(b)
  c(TRUE, NA)
}
for (j in list(1, 2)) {
  if (j == 2) next
  x[1] <- NA_integer_
  cat(j, "\n")
}
!(x[0]) | (nchar(if (numeric(0)) NULL else z))
x$k[2] <- y[z]
rm(list = ls(all.names = TRUE))
# program 195
x <- matrix(1:4, 2)
y <- 3L
z <- "2"
f <- function(b, s, a) {
  w <- { cat("p\n"); a }
  a[-1] = NA_integer_$k
  body(f) <- s %% x
  missing(a)
}
g <- function(b = { cat("default\n"); c(1L, NA, 3L) }, ..., s = stop("needed"), a = sys.call()) {
  y[c(1, 3)] <<- FALSE
  w <- (seq(2, 6, 2)) - (c("u", "v"))
  suppressWarnings(stop("bad"))
  b
}
h <- function(n, ...) {
  for (i in 1:3) {
    if (i == 2) { identity(break) }
    w <- g(b = identical(c(k = 1, l = 2)[4], g(!x, { cat("q\n"); .Machine$integer.max })), ...)
    cat(i, "\n")
  }
  for (i in list(1, 2)) {
    tryCatch(if (i == 2) next, finally = cat("again\n"))
    a <- z
    cat(i, "\n")
  }
  round(f())
}
tryCatch({ g(Reduce(c, y, accumulate = TRUE), c(1L, NA, 3L)[x]); "done" }, message = function(e) print(conditionCall(e)), finally = cat("finally\n"))
paste((f(s = -z, if (identical(1, list(1, "s")) || FALSE) x else z)) %in% (identical(-z, x)), quote(x |> identity()))
rm(list = ls(all.names = TRUE))
# program 196
x <- as.raw(1:2)
y <- 2
z <- 1:3
f <- function(n, a = sys.call()) {
  suppressWarnings(is.list(a))
  return(mean(z))
}
g <- function(s) {
  a <- as.character(eval(quote(y), list(x = 10, y = 20)))
  assign("x", f())
  m <- function(..., s, b = c(k = 1, l = 2)) {
    v <- local({ u <- -1.5; function(e, n = e) n })(1)
    i <- 0
    while (i < 3) {
      i <- i + 1
      y[length(y)] <<- { cat("q\n"); if (c(TRUE, NA)) attributes(s) %in% (function(e) substitute(e))(y) else f(n = -NA) }
      cat(i, "\n")
    }
    force(b)
    ((eval(parse(text = "x"))) < (rev(z)) >= s) + (if (length(NULL) > 1) seq(2, 6, 2) else list())
  }
  w <- x[]
  invisible(if (is.null(a)) f(s = if (a) bquote(1 + .(z)) else y, { cat("q\n"); unlist(factor(c("u", "v", "u"))) }, b = -w & a) else 1:3 |> identity())
}
`-` <- function(a, b) missing(b)
f(y, (-g(a = (y) - (structure(1:2, note = "n")))) - (({ cat("r\n"); y }) * (do.call("f", list("s", z)))))
z
rm(`-`)
`&&` <- function(a, b) b
g(x[2])
eval(quote(!local({ u <- z; function(e) substitute(e) })(1))) %in% local({ u <- y; function(e) -z %in% z })(1)
rm(`&&`)
print(try(f(y), silent = TRUE))
-{ cat("p\n"); g() }
Map(\(e, ...) e, 1:3, 1:2)
rm(list = ls(all.names = TRUE))
# program 199
x <- matrix(1:4, 2)
y <- c(k = 1, l = 2)
f <- function(a = { cat("default\n"); b }, b) {
  for (j in list(1, 2)) {
    if (j == 2) break
    w <- mapply(function(e, n = e) n, a, 1:3)
    cat(j, "\n")
  }
  if (isTRUE(list(k = 1:2, l = "t"))) {
    names(b)[2] <- eval(quote(list()))
  } else {
    w <- -list()
  }
  attributes(a[[b]])
}
g <- function(a, ..., s = stop("needed")) {
  on.exit(print(x), add = TRUE, after = FALSE)
  if (isTRUE(a)) {
    w <- a
  }
  if (!FALSE) {
    v <- 3L
  }
  !c(...)
}
h <- function(b = w + 1) {
  assign("v", x$k, envir = parent.frame())
  on.exit(print(sys.call()), add = TRUE, after = FALSE)
  k <- function(n) {
    on.exit(cat("bye", x, "\n"), add = TRUE)
    on.exit(cat("bye", x, "\n"))
    b$k[2] <- do.call(function(e, n = e) n, list(x)) : if (x == 3L) as.numeric({ cat("r\n"); n }) else y[0]
    v <- if (1:3) body(f) else Map(function(e) substitute(e), y, 1:2)
    invisible(unique({ cat("r\n"); (deparse(b)) >= (list(k = 1:2, l = "t")) }))
  }
  if (isTRUE(x)) stop("wrong")
  do.call("f", list(x, y))
}
{ cat("r\n"); y }
str(x[4])
str(-as.logical({ cat("r\n"); names(y) }))
rm(list = ls(all.names = TRUE))
# program 200
x <- 1:3
f <- function(b = { cat("default\n"); b }, n = sys.call()) {
  if (is.numeric(n) && .Machine$integer.max > 1) {
    names(b) <- !if (TRUE) b else x + -1.5 & list(1, "s") %% seq(2, 6, 2)
  } else {
    body(f) <- NA_integer_[2]
  }
  print(missing(b))
  n
}
g <- function(b, n) {
  m <- function(s) {
    w <- substitute(f((0L) + (s), s[-1], substitute(s)), list(x = 1))
    invisible(f())
  }
  v <- match(exists("b"), b)
  (m(m(x), b)) >= (eval(quote(x), list(x = 10, y = 20)))
}
h <- function(s = s, ...) {
  b <- stopifnot(x)
  a <- if (!c("u", "v")) g(paste(do.call("g", list(c(TRUE, NA), s)), as.integer(list(k = 1:2, l = "t")))) else x
  g()
}
format.one <- function(x, ...) {
  cat("one format\n")
  NextMethod(extra = 2)
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(h(n = x), class = c("one", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o == -1
g(-if (is.null(2147483647L)) !x else as.raw(1:2)[1])
rm(list = ls(all.names = TRUE))
# program 201
x <- .Machine$integer.max
f <- function(...) {
  print(match.call(expand.dots = FALSE))
  j <- 0
  while (j < 3) {
    j <- j + 1
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    b <- ...length()
    cat(j, "\n")
  }
  print(...elt(1))
  attributes(lapply("2", function(e) x))
}
g <- function(b = 1, s) {
  on.exit(cat("leaving\n"), add = TRUE)
  { cat("q\n"); attributes(toupper(NULL : NULL)) }
}
j <- 0
repeat {
  j <- j + 1
  if (j > 3) break
  x$k <- vapply(x, function(e) g(s = exists("y")), 1)
  cat(j, "\n")
}
g(a = { cat("q\n"); f((x) - (x)) })
x <- switch(x, u = , v = x, s = { cat("arm\n"); .Machine$integer.max }, list(1, "s"))
print(try(g(k = do.call(function(e, n = e) n, list(list(k = 1:2, l = "t")))), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 202
x <- letters[1:3]
y <- factor(c("u", "v", "u"))
f <- function(s) {
  v <- append(as.character(y |> identity()), (x) | ("2") >= ("2") : (y)) : (s[[s]]) : (mapply(function(e) substitute(e), x, s))
  2147483647L
  force(s)
  w <- y
  invisible(lapply(NA, function(e) substitute(e)))
}
f()
deparse(quote(y))
typeof(f(mean(c(TRUE, NA))))
rm(list = ls(all.names = TRUE))
# program 203
x <- 3L
f <- function(b, a) {
  if (length(numeric(0)) > 1) {
    w <- sum(b[b])
  } else {
    a$k <- unlist(1i[-1])
  }
  tryCatch(x, condition = function(e) e)
  w
}
g <- function(b = as.raw(1:2), a = parent.frame()) {
  print(substitute(b))
  if (isTRUE(b)) {
    v <- unlist(Reduce(function(p, q) q, b, accumulate = FALSE))
  }
  a$k <- Map(function(e, n = e) n, list(), 1:2)
  withCallingHandlers(message("hello"), condition = function(e) print(conditionCall(e)))
  v
}
body(f) <- x
withRestarts(withCallingHandlers(message("hello"), message = function(e) invokeRestart("muffleWarning")), mine = function(v) v + 1)
g({ cat("p\n"); unlist(f(a = (x) %/% (x), x[4])) })
rm(list = ls(all.names = TRUE))
# program 204
x <- NA
y <- 1:3
f <- function(n, ...) {
  a <- quote(p + q)["k"]
  local(y <- a)
  withRestarts(withCallingHandlers(x, message = function(e) stop("again")), mine = function(v) v + 1)
  print(...elt(1))
  a[-1]
}
print(try(f(if (TRUE) x else { cat("q\n"); typeof(x) }), silent = TRUE))
withCallingHandlers(f({ cat("r\n"); { cat("p\n"); { cat("q\n"); c("u", "v") } } + seq(2, 6, 2) }), condition = function(e) invokeRestart("muffleWarning"))
dim(y) <- round(f(s = y, n = y[c(TRUE, NA)]))
{ cat("p\n"); x }
f(list(k = 1:2, l = "t")[0])
rm(list = ls(all.names = TRUE))
# program 206
x <- NA
f <- function(b = sys.call(), a, n = stop("needed")) {
  message("note")
  x
}
g <- function(a, s, ...) {
  delayedAssign("v", { cat("delayed\n"); Reduce(`+`, NaN, accumulate = FALSE) })
  if (TRUE) {
    w <- switch("u", u = , v = FALSE, s = { cat("arm\n"); c("u", "v") })
  }
  f(...)
  b <- 1:3
  as.raw(1:2)
}
`if` <- function(test, yes, no) { cat("if\n"); yes }
g(2[-1], b = deparse(quote({ cat("q\n"); local({ u <- x; f })(1) })) >= x)
if (!x) x[c(TRUE, NA)] else f({ cat("r\n"); g(0L, 3L) })
rm(`if`)
y <- length(f(as.logical(if (TRUE) x else x), x, do.call("f", list(list(k = 1:2, l = "t"), -1.5))))
str(f())
(g(y[4])) && (x$k)
rm(list = ls(all.names = TRUE))
# program 207
x <- c(4, 5, 6)
y <- NULL
z <- 2
f <- function(b = sys.call(), n = x, s) {
  delayedAssign("w", { cat("delayed\n"); formals(f) })
  on.exit(print(z), add = TRUE, after = FALSE)
  on.exit(print(x))
  z
}
g <- function(a, b, n) {
  v <- z
  invisible(.Machine$integer.max[1])
}
h <- function(...) {
  on.exit(print(sys.call()), add = TRUE)
  print(nargs())
  v <- unique(NaN)
  b <- (x) & (-v)
  v
}
x
x
str(Filter(h, 2))
f(y, 1[0])
rm(list = ls(all.names = TRUE))
# program 208
x <- quote(p + q)
y <- "2"
f <- function(n, s) {
  print(sys.call())
  b <- !y |> identity()
  w <- y
  a <- x[]
  FALSE[-1]
}
print(try(f((function(e) get0("x"))(y)), silent = TRUE))
z <- f(--Reduce(function(p, q) q, x, accumulate = FALSE), x)
f(mean((Filter(function(e, n = e) n, z)) %/% (local({ u <- x; f })(1))), z[0])
rm(list = ls(all.names = TRUE))
# program 209
x <- 2
y <- NULL
z <- list(1, "s")
f <- function(b, a) {
  v <- z
  b <- y
  i <- 0
  while (i < 3) {
    i <- i + 1
    if (i == 2) { identity(break) }
    z <<- FALSE["k"]
    cat(i, "\n")
  }
  invisible(args(f))
}
print(try(f(), silent = TRUE))
(exists("x")) + (y)
f(f(b = bquote(1 + .(z)), n = x[c(TRUE, NA)]), deparse(quote({ cat("r\n"); !(3L) + ("s") })))
f(a = x)
rm(list = ls(all.names = TRUE))
# program 210
x <- 1
y <- matrix(1:4, 2)
f <- function(n = sys.call(), ..., a) {
  stop("wrong")
  switch("v", u = , v = x, s = { cat("arm\n"); as.raw(1:2) }) | if (TRUE) toupper(FALSE) else as.numeric(a)
}
1
f(!is.na(x[[1]]), c(4, 5, 6))
tryCatch(message("hello"), condition = function(e) e)
c(k = 1, l = 2)[[x]]
x[x > 1] <- identical(y, !x)
rm(list = ls(all.names = TRUE))
# program 212
x <- 3L
y <- 0L
f <- function(b = sys.call(), a = stop("needed"), ...) {
  b[length(b)] = c(TRUE, NA)
  assign("a", bquote(1 + .(0L)))
  w <- { cat("q\n"); Map(\(e, ...) y, b, 1:2) }
  j <- 0
  while (j < 3) {
    j <- j + 1
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    class(w) <- toupper(b[0])
    cat(j, "\n")
  }
  invisible(c(4, 5, 6))
}
g <- function(b) {
  a <- { cat("q\n"); !(deparse(y)) : (b) }
  print(deparse(substitute(b)))
  unlist(f(b = TRUE[0]))
}
f(a = y)
z <- attributes(!y[0])
`-` <- function(a, b) missing(b)
g(x, --get0("y"))
identical(do.call("g", list(y, -1.5)) < g(), mapply(function(e) any(substitute(e)), y, y))
rm(`-`)
rm(list = ls(all.names = TRUE))
# program 213
x <- factor(c("u", "v", "u"))
f <- function(b) {
  w <- identity(!-x)
  on.exit(x <<- "s", add = TRUE, after = FALSE)
  warning("careful")
  !vapply(structure(1:2, note = "n"), function(e) substitute(e), 1)
}
x
y <- as.integer({ cat("q\n"); list(1, "s")[quote(p + q)] })
rm(list = ls(all.names = TRUE))
# program 214
x <- numeric(0)
y <- factor(c("u", "v", "u"))
z <- list(k = 1:2, l = "t")
f <- function(s = c(TRUE, NA), a) {
  m <- function(s) {
    i <- 0
    repeat {
      i <- i + 1
      if (i > 3) break
      w <- i
      cat(i, "\n")
    }
    (y) - (2147483647L[[1]])
  }
  for (j in c(2, 5)) {
    if (j == 2) { identity(break) }
    a <- c(m(3L[[z]]), y[[1]])
    cat(j, "\n")
  }
  evalq(w <- 7, environment())
  mean(!m(z[4]))
}
g <- function(b, n, a = c(1L, NA, 3L)) {
  withRestarts(withCallingHandlers(sqrt(ifelse({ cat("r\n"); 2 }, 1, 0)), warning = function(e) invokeRestart("mine", 3)), mine = function(v) v + 1)
  f()
}
h <- function(..., b) {
  on.exit(print(sys.call()))
  quote(if (x > y) x else length(NULL))
}
g()
tryCatch(signalCondition(simpleCondition("sign"), NULL), error = function(e) e)
print(try(f(1:3, a = y), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 215
x <- c(1L, NA, 3L)
f <- function(b = parent.frame(), a, n) {
  if (a) {
    v <- identical(rep({ cat("p\n"); switch(2, u = , v = a, s = { cat("arm\n"); NULL }) }, 2), n[4])
  }
  if (!b) {
    a <- length((x) & ("2"))
  } else {
    b <- n |> identity()
  }
  !c(identity(a), n)
}
f(s = f(s = switch(numeric(0), u = , v = x, s = { cat("arm\n"); x }, x)))
f((list()) * (x[[1]]))
f(f(k = mapply(function(e, n = e) n, x, x), x[c(TRUE, NA)]))
tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), condition = function(e) stop("again")), error = function(e) print(conditionMessage(e)))
toupper(f(f(FALSE, ), paste(!-1.5, Map(\(e, ...) e, x, 1:2))))
rm(list = ls(all.names = TRUE))
# program 216
x <- "s"
f <- function(a = x, b = a + 1, ...) {
  try(message("hello"), silent = TRUE)
  force(a)
  w <- is.list(a)
  v <- (seq_along(c(4, 5, 6))) < (if (a) b else a)
  -{ cat("r\n"); as.integer(as.logical(a)) }
}
g <- function(b = stop("needed")) {
  k <- function(b) {
    on.exit(cat("bye", x, "\n"))
    NaN[0] * b[-1]
    eval.parent(quote(y[2] <- 9))
    v <- b
    f(eval(quote(vapply(b, function(e, n = e) n, 1))))
  }
  v <- which(k(b, { cat("p\n"); b }) ^ x)
  missing(b)
}
h <- function(n) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    if (i == 2) break
    w <- identity(structure(1:2, note = "n"))
    cat(i, "\n")
  }
  if (!x) as.numeric(Reduce(c, n, accumulate = FALSE)) else match(sqrt(attributes(n)), mapply(g, x, 2147483647L))
}
as.numeric(class({ cat("p\n"); as.raw(1:2) }))
g(b = if (!x) x else as.logical(x) < with(list(x = 5), substitute(x, list(x = 1))))
format.one <- function(x, ...) {
  cat("one format\n")
  7
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(g(), class = c("one", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o & o
rm(list = ls(all.names = TRUE))
# program 217
x <- c(TRUE, NA)
y <- "s"
f <- function(a, ..., b) {
  v <- Map(function(e) identity(a), a, 1:2)
  y[-1] <<- { cat("r\n"); v[4] }
  return(a[0])
}
g <- function(b) {
  w <- { cat("p\n"); eval(quote(stopifnot(x[0]))) }
  f()
}
g(b = as.numeric(switch(y, u = , v = y, s = { cat("arm\n"); "s" }, x)))
dim(x) <- -do.call("g", list(y, 2147483647L))
suppressWarnings(f(match(rep(sapply(.Machine$integer.max, \(e, ...) y), 2), (y["k"]) : (x["k"])), b = is.list(sapply(x, function(e, n = e) n)) | seq_along({ cat("q\n"); names(x) })))
g(!with(list(x = 5), Map(function(e) substitute(e), y, 1:2)))
rm(list = ls(all.names = TRUE))
# program 218
x <- "s"
y <- NA_integer_
f <- function(b) {
  print(class(sys.function()))
  is.na(b) <- nchar(y)
  attributes(local({ u <- x; \(e, ...) y })(1))
  typeof(b)
}
g <- function(b = c(4, 5, 6), s = list()) {
  v <- f(f(as.integer((x) %in% (y))))
  print(deparse(substitute(b)))
  w <- { cat("r\n"); switch("u", u = , v = s, s = { cat("arm\n"); s }, v) }
  on.exit(x <<- Inf)
  typeof(f(!y, .Machine$integer.max[2], v[c(TRUE, NA)]))
}
h <- function(a = character(0)) {
  b <- x[c(TRUE, NA)]
  evalq(b <- 7, environment())
  w <- f(g(), 3L, s = as.raw(1:2))
  cat("here\n")
  g((y) - (Map(g, c("u", "v"), 1:2) == g(a, ) %in% 3L[[1]]), g(FALSE[2], c(TRUE, NA)), a = c(TRUE, NA) >= 1i)
}
attr(x, "note") <- x
y[[1]][2] <- within(list(k = 1), m <- matrix(1:4, 2))
f((switch("v", u = , v = x, s = { cat("arm\n"); x })) & (switch(c("u", "v"), u = , v = x, s = { cat("arm\n"); NA_integer_ }, 1:3) + as.logical(2)))
do.call("g", list(x, x))
g(y, g())
rm(list = ls(all.names = TRUE))
# program 219
x <- c(1L, NA, 3L)
y <- quote(p + q)
z <- 3L
f <- function(a = a, b = stop("needed")) {
  cat("here\n")
  assign("x", a)
  v <- x[-1]
  1i[]
}
g <- function(a = sys.call(), b, s = c(TRUE, NA)) {
  a = with(list(x = 5), { cat("r\n"); identity(eval(substitute(b), list(x = 3))) })
  force(a)
  f(z)
}
f()
format.one <- function(x, ...) {
  cat("one format\n")
  x <- 0; NextMethod()
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(!g(), class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o + 2:3
g(x, y)
y
rm(list = ls(all.names = TRUE))
# program 220
x <- c(4, 5, 6)
y <- c(TRUE, NA)
z <- seq(2, 6, 2)
f <- function(s = NULL, ..., b = { cat("default\n"); y }) {
  names(x$k)[1] <<- identity(letters[1:3])
  b <- b[4]
  v <- z[c(TRUE, NA)]
  if (is.null(x)) { cat("r\n"); 2147483647L } else is.function(do.call(function(e) (e) %% (y), list(y)))
}
g <- function(b = b) {
  if (identical(c(k = 1, l = 2), x) || FALSE) {
    w <- x[[b]]
  }
  print(deparse(substitute(b)))
  if (y) {
    v <- b[[1]]
  }
  return(do.call("f", list(y, c(k = 1, l = 2))))
}
attr(y, "note") <- g(f(f(z, c(1L, NA, 3L))) == x)
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  NextMethod(extra = 2)
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(0L, class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o * 1
rm(list = ls(all.names = TRUE))
# program 221
x <- Inf
f <- function(b, s) {
  evalq(v <- 7, environment())
  b
}
f(f())
y <- sum(x)
rm(list = ls(all.names = TRUE))
# program 222
x <- c(TRUE, NA)
f <- function(a) {
  cat("here\n")
  w <- x
  print(match.call())
  on.exit(cat("bye", x, "\n"), add = TRUE)
  a
}
g <- function(b) {
  names(z$k)[1] <<- which(!Filter(function(e) substitute(e), x))
  f()
}
f(-Map(f, factor(c("u", "v", "u")), 1:2))
y <- x
numeric(0)
g(if (isTRUE(c(4, 5, 6))) x[c(TRUE, NA)] else which(length(.Machine$integer.max && y)), y)
invisible(toupper(if (!c("u", "v")) x else vapply(x, \(e, ...) list(1, "s"), 1)))
rm(list = ls(all.names = TRUE))
# program 223
x <- numeric(0)
y <- 2147483647L
f <- function(a) {
  m <- function(a = sys.call(), s, n = c(k = 1, l = 2)) {
    if (identical(-1.5, s) || FALSE) {
      b <- a
    } else {
      v <- b[-1]
    }
    tryCatch(n, error = function(e) e)
    x$k[2] <<- y[-1]
    match(1:3 == c(1L, NA, 3L), y[[a]])
  }
  !a[[a]]
}
f(y)
for (i in c(2, 5)) {
  z <- f(i)
  cat(i, "\n")
}
f(x)
str(c(4, 5, 6))
withCallingHandlers(stop("bad"), warning = function(e) print(conditionCall(e)))
rm(list = ls(all.names = TRUE))
# program 224
x <- "2"
f <- function() {
  b <- x
  w <- quote(!{ cat("q\n"); NULL[] })
  character(0)
}
g <- function(a, n = b + 1, b) {
  as.raw(1:2)
  f(identity(Reduce(c, n, accumulate = FALSE))) - (f)(x)
}
suppressWarnings(warning("odd"))
matrix(1:4, 2)[[1]]
f(x["k"], head(deparse(max(g(a = NaN), quote(p + q)[0])), 2))
f(a = c(1L, NA, 3L))
rm(list = ls(all.names = TRUE))
# program 225
x <- c(TRUE, NA)
y <- "s"
z <- TRUE
f <- function(b) {
  on.exit(cat("bye", x, "\n"), add = TRUE)
  -(z) < (x)
}
f()
`-` <- function(a, b) missing(b)
f(k = 1, identity(structure(1:2, note = "n")), ({ cat("p\n"); x }) %% (do.call("f", list(y, x))) < 2)
x
rm(`-`)
y["k"] <- rep(f(s = z[c("u", "v")]), 2) | y["k"]
rep(z, 2)
rm(list = ls(all.names = TRUE))
# program 227
x <- character(0)
y <- NA
f <- function(s = stop("needed"), ..., b = seq(2, 6, 2)) {
  a <- b
  m <- function(..., n) {
    attr(a, "note") <- 2
    x
  }
  evalq(b <- 7, environment())
  z <<- invisible(!1i)
  invisible({ cat("q\n"); y[-1] })
}
g <- function(b) {
  v <- as.integer(y)
  print(substitute(b))
  print(substitute(b))
  y
}
z <- eval(parse(text = "x"))
withRestarts(withCallingHandlers(!length({ cat("r\n"); !-1.5 }), condition = function(e) stop("again")), mine = function(v) v + 1)
f(c(k = 1, l = 2))
y <- -1.5
x <- y
rm(list = ls(all.names = TRUE))
# program 228
x <- c(4, 5, 6)
y <- c(4, 5, 6)
z <- c(4, 5, 6)
f <- function(s = sys.call(), a) {
  j <- 0
  while (j < 3) {
    j <- j + 1
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    w <- if (TRUE) NaN else (z) < (-{ cat("q\n"); .Machine$integer.max })
    cat(j, "\n")
  }
  as.raw(1:2)
}
g <- function(b, s = stop("needed")) {
  body(f) <<- switch("v", u = , v = s, s = { cat("arm\n"); z })
  w <- b
  print(missing(s))
  print(deparse(substitute(s)))
  substitute(mean(as.logical(-2)), list(x = 1))
}
`if` <- function(test, yes, no) { cat("if\n"); yes }
f(round(g(-f(Inf), n = { cat("q\n"); y })))
z
rm(`if`)
-unlist(x[[y]])
rm(list = ls(all.names = TRUE))
# program 229
x <- TRUE
y <- c(4, 5, 6)
z <- list()
f <- function(..., b, n) {
  assign("w", .Machine$integer.max, envir = parent.frame())
  c(4, 5, 6)
}
g <- function(a, ..., n) {
  if (!list()) {
    w <- substitute(switch("v", u = , v = c(k = 1, l = 2), s = { cat("arm\n"); n }, x), list(x = 1))
  } else {
    b <- c(...)
  }
  v <- { cat("r\n"); is.list(NA[-1]) }
  m <- function(s = parent.frame(), n, a = parent.frame()) {
    x <<- s
    m <- function(n, s) {
      if (a > a) {
        v$k <- NA
      } else {
        levels(w) <- v
      }
      try(message("hello"), silent = TRUE)
      a <- w
      for (i in seq_along(x)) {
        z[[1]][2] <<- switch("v", u = , v = 1i, s = { cat("arm\n"); NaN }, n)
        cat(i, "\n")
      }
      b
    }
    for (i in seq_along(x)) {
      if (i == 2) break
      b <- w[2]
      cat(i, "\n")
    }
    evalq(b <- 7, environment())
    m(n = a)
  }
  eval(substitute(a), list(x = 3))
}
-{ cat("q\n"); !x[] }
bquote(1 + .(2147483647L))
rm(list = ls(all.names = TRUE))
# program 230
x <- NULL
y <- list(k = 1:2, l = "t")
z <- list()
f <- function(a, b) {
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) break
    a <- !"s"
    cat(j, "\n")
  }
  body(f) <- b[a]
  v <- y
  assign("w", v, envir = parent.frame())
  local({ u <- z; function(e) substitute(e) })(1)
}
try(attributes(seq(2, 6, 2)), silent = TRUE)
suppressWarnings(stop("bad"))
rm(list = ls(all.names = TRUE))
# program 232
x <- NaN
y <- c(4, 5, 6)
f <- function() {
  try(warning("odd"), silent = TRUE)
  tryCatch({ signalCondition(simpleCondition("sign"), NULL); "done" }, message = function(e) class(e)[1], finally = cat("finally\n"))
  a <- { cat("p\n"); { cat("r\n"); !3L == x } }
  body(f)
}
f(n = body(f))
as.integer(f({ cat("r\n"); x }))
ifelse(within(list(k = 1), m <- y), 1, 0)
`length` <- function(x) 42L
f(a = y : c("u", "v")[1])
x
rm(`length`)
!args(f)
rm(list = ls(all.names = TRUE))
# program 233
x <- "s"
y <- quote(p + q)
z <- c(4, 5, 6)
f <- function(..., a, s) {
  message("note")
  k <- function(b = parent.frame(), a) {
    withCallingHandlers(y, warning = function(e) print(conditionCall(e)))
    { cat("r\n"); seq(2, 6, 2)[2] }
    i <- 0
    while (i < 3) {
      i <- i + 1
      if (i == 2) { identity(break) }
      w <- ({ cat("r\n"); a }) & (b)
      cat(i, "\n")
    }
    b$k <- x
    b["k"]
  }
  return(invisible(x))
}
g <- function(b = sys.call()) {
  print(deparse(substitute(b)))
  return(f(sqrt(attributes(local({ u <- b; function(e, n = e) n })(1)))))
}
summary.one <- function(x, ...) {
  cat("one summary\n")
  x <- 0; NextMethod()
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(z, class = c("one", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o & 1
g(g(n = if (is.numeric("s") && -1.5 > 1) -f() else f(get0("a"))))
g()
`(` <- function(e) { cat("paren\n"); e }
f(a = y)
length(if (identical(z, z) || FALSE) typeof(x[3L]) else substitute(body(f), list(x = 1)))
rm(`(`)
rm(list = ls(all.names = TRUE))
# program 235
x <- as.raw(1:2)
y <- 3L
f <- function(...) {
  w <- y
  if (!y) w else matrix(1:4, 2)
}
f(y[x], { cat("q\n"); identity("s") })
`length` <- function(x) 42L
f(a = { cat("p\n"); { cat("q\n"); f(.Machine$integer.max) | y["k"] } })
f(c(TRUE, NA))
rm(`length`)
rm(list = ls(all.names = TRUE))
# program 236
x <- character(0)
y <- structure(1:2, note = "n")
z <- numeric(0)
f <- function(b = numeric(0)) {
  cat("here\n")
  y
}
f(({ cat("p\n"); x }) - (with(list(x = 5), y / TRUE)) %/% { cat("q\n"); lapply(c(1L, NA, 3L), function(e, n = e) n) })
f(b = ((\(e, ...) e)(y)) + (-y))
rm(list = ls(all.names = TRUE))
# program 237
x <- structure(1:2, note = "n")
y <- NULL
z <- c(TRUE, NA)
f <- function(...) {
  print(nargs())
  y
}
g <- function(n, ...) {
  v <- n[c(TRUE, NA)]
  f(attributes(f(...)))
}
i <- 0
repeat {
  i <- i + 1
  if (i > 3) break
  if (i == 2) next
  names(x) <- identity(-x)
  cat(i, "\n")
}
suppressWarnings({ cat("r\n"); y })
y[1] <- sum(do.call("g", list(y, 1:3)))
str(g(f(y), ifelse(y, 1, 0)))
g(is.list(c("u", "v")))
rm(list = ls(all.names = TRUE))
# program 238
x <- NA
y <- Inf
f <- function(a, s = a + 1) {
  assign("y", x[[1]])
  v <- rep(stopifnot(c(1L, NA, 3L)[1]), 2)
  s
}
g <- function(s, ..., n) {
  force(n)
  suppressWarnings(message("hello"))
  invisible(f(substitute(s)))
}
h <- function(a = y, ...) {
  a <- switch("u", u = , v = a, s = { cat("arm\n"); 0L })
  v <- xor({ cat("q\n"); mapply(function(e) x, FALSE, y) } %in% invisible(body(f)), seq(2, 6, 2))
  suppressWarnings(warning("odd"))
  v[]
}
g(a = vapply(x, function(e) substitute(e), 1), -class(do.call("h", list(y, x))), as.character(y[[1]]))
tryCatch({ message("hello"); "done" }, error = function(e) print(conditionCall(e)), finally = cat("finally\n"))
h(y)
withRestarts(withCallingHandlers(warning("odd"), error = function(e) cat("caught", conditionMessage(e), "\n")), mine = function(v) v + 1)
x
rm(list = ls(all.names = TRUE))
# program 239
x <- "2"
f <- function(a) {
  v <- !(function(e) substitute(e))(a)
  on.exit(x <<- c(4, 5, 6), add = TRUE)
  b <- !seq_along(-deparse(.Machine$integer.max))
  b
  is.function(body(f) %% matrix(1:4, 2))
}
g <- function(a, b) {
  v <- get0("b")
  print(nargs())
  delayedAssign("x", { cat("delayed\n"); -a })
  w <- c(if (is.numeric(a) && v > 1) x[4] else paste(eval(substitute(b), list(x = 3)), f(k = x, c(4, 5, 6))), c(TRUE, NA))
  exists("y")
}
h <- function(..., s) {
  evalq(a <- 7, environment())
  invisible(deparse(s))
}
as.logical({ cat("r\n"); do.call(function(e) substitute(e), list(x)) })
print(try(g(x[0], s = -!x), silent = TRUE))
withCallingHandlers(stop("bad"), warning = function(e) invokeRestart("muffleWarning"))
rm(list = ls(all.names = TRUE))
# program 240
x <- 0L
y <- 3L
z <- .Machine$integer.max
f <- function(n = { cat("default\n"); NULL }, a = a + 1) {
  v <- switch(y, u = , v = "2", s = { cat("arm\n"); x })
  FALSE
}
switch("v", u = , v = y, s = { cat("arm\n"); z }, list())
for (j in list(1, 2)) {
  if (j == 2) break
  length(y) <- (eval(quote(y), list(x = 10, y = 20))) < (({ cat("p\n"); { cat("p\n"); y } }) - ((max(matrix(1:4, 2), z)) * ({ cat("p\n"); z })))
  cat(j, "\n")
}
i <- 0
while (i < 3) {
  i <- i + 1
  if (i == 2) break
  x <- f(i)
  cat(i, "\n")
}
f(if (length(y) > 1) x else do.call("f", list(z, factor(c("u", "v", "u")))), n = deparse(quote(if (isTRUE(y)) switch(2, u = , v = 1i, s = { cat("arm\n"); y }, as.raw(1:2)) else -z)))
rm(list = ls(all.names = TRUE))
# program 241
x <- list()
y <- NA_integer_
z <- numeric(0)
f <- function(a, s, n) {
  b <- ifelse(head(cumsum(rep(x, 2)), 2), 1, 0)
  b
}
g <- function(...) {
  w <- x
  on.exit(x <<- seq(2, 6, 2), add = TRUE, after = FALSE)
  z["k"]
}
h <- function() {
  v <- f(nchar(x), )
  cat("here\n")
  w <- !-(x) %% (v) & as.character(f(z))
  if (isTRUE(TRUE)) {
    v$k <- { cat("r\n"); letters[1:3]["k"] }
  }
  Filter(function(e, n = e) n, list(1, "s"))
}
h()
tryCatch({ message("hello"); "done" }, condition = function(e) invokeRestart("muffleWarning"), finally = cat("finally\n"))
rm(list = ls(all.names = TRUE))
# program 243
x <- .Machine$integer.max
y <- Inf
z <- 0L
f <- function(b = s, s, ...) {
  class(b) <- s
  b
}
g <- function(s = parent.frame(), n) {
  if (!.Machine$integer.max) {
    b <- f(x[x], sqrt(matrix(1:4, 2)[1]))
  } else {
    a <- -Inf
  }
  -c(4, 5, 6)[[1]] + .Machine$integer.max
}
class(x) <- (g(b = sum(deparse(quote(z))))) >= (y)
class(y) <- x
x <- as.logical(z)
rm(list = ls(all.names = TRUE))
# program 244
x <- factor(c("u", "v", "u"))
y <- 1i
z <- seq(2, 6, 2)
f <- function(b = sys.call()) {
  on.exit(print(sys.call()))
  a <- as.raw(1:2)[[1]]
  b[b > 1] <- z >= round((c(z, NA)) %/% (b["k"]))
  letters[1:3]
}
f(f(n = unlist(structure(1:2, note = "n"))) >= identity(x), identity(x), b = x)
names(y) <- toupper(x[NA])
str(!z[-1])
summary.one <- function(x, ...) {
  cat("one summary\n")
  NextMethod(extra = 2)
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(-x, class = c("one", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o & 2:3
for (j in 1:3) {
  tryCatch(if (j == 2) next, finally = cat("again\n"))
  z = 3L[0]
  cat(j, "\n")
}
rm(list = ls(all.names = TRUE))
# program 245
x <- list(1, "s")
f <- function() {
  message("note")
  delayedAssign("y", { cat("delayed\n"); if (!TRUE) switch("v", u = , v = c(TRUE, NA), s = { cat("arm\n"); 2 }, NA_integer_) else length(x) })
  try(message("hello"), silent = TRUE)
  if (isTRUE(x)) stop("wrong")
  class(as.integer(x))
}
g <- function(..., a = sys.call()) {
  if (is.numeric(a) && a > 1) {
    names(y)[2] <<- !(.Machine$integer.max[]) >= (missing(a))
  } else {
    v <- if (is.null(x)) f(Map(f, TRUE, 1:2) | f(1i, ...)) else { cat("p\n"); !x } : local({ u <- Inf; function(e) substitute(e) })(1)
  }
  w <- { cat("p\n"); f(2147483647L[2], a, ...) }
  y <<- f(character(0))
  print(..1)
  f(deparse(w[4]), numeric(0) |> identity())
}
x[0]
`sum` <- function(...) nargs()
g(f(structure(1:2, note = "n")), )
with(list(x = 5), do.call(g, list(x)))
rm(`sum`)
f(is.function(!if (length(x) > 1) g(c(k = 1, l = 2), structure(1:2, note = "n")) else eval(quote(x))), x)
f(a = args(f))
g(f(), k = g(c(g(), character(0)[[x]]), g(formals(f), s = x, mapply(\(e, ...) x, c(1L, NA, 3L), as.raw(1:2))), -x), x)
rm(list = ls(all.names = TRUE))
# program 247
x <- c(1L, NA, 3L)
y <- 2
f <- function(a = 1:3, n = list(), b = stop("needed"), ...) {
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  invisible(a + sapply(y, function(e, n = e) n))
}
g <- function(b) {
  w <- NA
  typeof(typeof(invisible(b[])))
}
z <- Reduce(c, x, accumulate = FALSE)
i <- 0
repeat {
  i <- i + 1
  if (i > 3) break
  if (i == 2) { identity(break) }
  z <- z
  cat(i, "\n")
}
class(y) <- rev(lapply(factor(c("u", "v", "u")), g))
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  7
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(-character(0), class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o + -1
f()
rm(list = ls(all.names = TRUE))
# program 249
x <- c(k = 1, l = 2)
y <- structure(1:2, note = "n")
f <- function(s) {
  on.exit(cat("bye", x, "\n"), add = TRUE, after = FALSE)
  v <- x[2]
  print(class(sys.function()))
  invisible({ cat("r\n"); v })
}
g <- function() {
  a <- { cat("p\n"); stopifnot(cumsum(list(k = 1:2, l = "t"))) }
  w <- a
  b <- 0L
  invisible(f(f(seq(2, 6, 2), -unique(a), a)))
}
h <- function(n, a, b = b + 1) {
  dim(x) <<- f()
  attr(x, "note") <<- f(switch(2, u = , v = c("u", "v"), s = { cat("arm\n"); a }), a = g(eval(quote(Map(function(e, n = e) n, b, 1:2)))))
  on.exit(x <<- "2")
  on.exit(cat("leaving\n"))
  f(invisible(do.call("f", list(NULL, y))))
}
print(try(g(), silent = TRUE))
-x
substitute(deparse(Inf), list(x = 1))
length.one <- function(x, ...) {
  cat("one length\n")
  x <- 0; NextMethod()
}
length.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(c(k = 1, l = 2), class = c("two", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o * 2:3
z <- c(TRUE, NA)
rm(list = ls(all.names = TRUE))
# program 250
x <- matrix(1:4, 2)
y <- NULL
f <- function(..., a = n, n) {
  if (3L) {
    w <- vapply(c(TRUE, NA), function(e) substitute(e), 1)
  } else {
    b <- y[2]
  }
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) break
    a <- 2
    cat(j, "\n")
  }
  k <- function(s, ...) {
    is.na(a) <- "2"
    print(match.call())
    suppressWarnings(stop("bad"))
    local(x <- !-(class(w)) + (typeof(a)))
    return(NA)
  }
  print(...length())
  as.logical(k(a = switch("v", u = , v = y, s = { cat("arm\n"); x })))
}
g <- function(s = stop("needed")) {
  print(missing(s))
  return(y)
}
h <- function(b, n, s) {
  print(deparse(substitute(n)))
  if (is.numeric(x) && y > 1) {
    v <- identical(within(list(k = 1), m <- n), as.integer(eval(parse(text = "y"))))
  } else {
    a <- f(as.integer({ cat("q\n"); Map(function(e) substitute(e), v, 1:2) }))
  }
  evalq(a <- 7, environment())
  names(b) <- vapply(x, function(e) unique(n[2]), 1)
  return(n)
}
for (j in list(1, 2)) {
  y <- -formals(f)
  cat(j, "\n")
}
y[[2]] <- y
y[y > 1] <- !{ cat("p\n"); x }
y$k[2] <- x[4]
tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), warning = function(e) invokeRestart("muffleWarning")), error = function(e) print(conditionMessage(e)))
rm(list = ls(all.names = TRUE))
# program 251
x <- 1i
y <- seq(2, 6, 2)
f <- function(s = matrix(1:4, 2), ...) {
  a <- identity(1:3) >= list(k = 1:2, l = "t")
  print(...elt(1))
  w <- { cat("q\n"); a[c(TRUE, NA)] }
  y
}
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  7
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(-f(is.na(letters[1:3]) + f()), class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o * o
j <- 0
while (j < 3) {
  j <- j + 1
  if (j == 2) break
  z <- y
  cat(j, "\n")
}
FALSE[4]
deparse(quote(x))
rm(list = ls(all.names = TRUE))
# program 252
x <- 2
y <- list(1, "s")
z <- list()
f <- function(n = { cat("default\n"); 3L }, b) {
  if (is.null(as.raw(1:2))) {
    is.na(b) <- n
  } else {
    a <- eval(parse(text = "y"))
  }
  tryCatch({ message("hello"); "done" }, condition = function(e) cat("caught", conditionMessage(e), "\n"), finally = cat("finally\n"))
  eval.parent(quote(y[2] <- 9))
  a
}
str(if (TRUE) NaN else names(f(x[], y / x)))
y <- (!f(structure(1:2, note = "n"), c(4, 5, 6))) %% (if (length(y) > 1) f(c(TRUE, NA)) else (-1.5) * (x)) | character(0)
names(y) <- x
{ cat("r\n"); y }
rm(list = ls(all.names = TRUE))
# program 253
x <- list()
y <- 1i
z <- factor(c("u", "v", "u"))
f <- function(b = { cat("default\n"); .Machine$integer.max }, a = w + 1) {
  force(a)
  i <- 0
  while (i < 3) {
    i <- i + 1
    if (i == 2) next
    b <- 1[-1]
    cat(i, "\n")
  }
  character(0)
}
class(x) <- -1
x = c(mean(do.call(f, list(x))), { cat("p\n"); (z[[1]]) - ({ cat("r\n"); z }) })
withCallingHandlers(stop("bad"), warning = function(e) class(e)[1])
suppressWarnings(message("hello"))
attr(y, "note") <- y[2]
rm(list = ls(all.names = TRUE))
# program 254
x <- as.raw(1:2)
y <- c("u", "v")
f <- function(b, a = w + 1) {
  warning("careful")
  b
}
g <- function(b) {
  message("note")
  w <- mapply(function(e, n = e) n, b, FALSE)
  f(switch(.Machine$integer.max, u = , v = list(k = 1:2, l = "t"), s = { cat("arm\n"); y }), n = b ^ b)
}
tryCatch(g({ cat("p\n"); character(0) }), message = function(e) e)
deparse(mapply(\(e, ...) y, y, y))
g(y, s = y - g((!x) ^ (y)))
`[` <- function(x, ...) { "element" }
g(a = switch("v", u = , v = y, s = { cat("arm\n"); y }, y), { cat("p\n"); as.raw(1:2) }, n = class(args(f)))
as.integer(!y[2])
rm(`[`)
rm(list = ls(all.names = TRUE))
# program 256
x <- list(k = 1:2, l = "t")
y <- Inf
f <- function(a) {
  v <- is.na(body(f))
  evalq(x <- 7, environment())
  NA_integer_
}
g <- function(s, ...) {
  w <- .Machine$integer.max
  invisible(y[0])
}
withRestarts(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), message = function(e) invokeRestart("mine", 3)), mine = function(v) v + 1)
g(as.raw(1:2), TRUE[-1])
rm(list = ls(all.names = TRUE))
# program 257
x <- factor(c("u", "v", "u"))
y <- NA_integer_
f <- function(b = c(TRUE, NA), a = sys.call()) {
  tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), error = function(e) invokeRestart("mine", 3)), error = function(e) print(conditionMessage(e)))
  w <- formals(f)
  on.exit(x <<- c(4, 5, 6), add = TRUE)
  b <- identity(-1.5 |> identity())
  w
}
g <- function(a = { cat("default\n"); as.raw(1:2) }) {
  length(a) <- f(list(Inf[[y]] < y, k = y))
  cat("here\n")
  if (identical(x, NA_integer_) || FALSE) {
    class(x) <<- switch("u", u = , v = a, s = { cat("arm\n"); a }, x)
  } else {
    v <- a
  }
  w <- { cat("r\n"); a[-1] }
  f(paste(a, f(k = y[4], f({ cat("p\n"); list(1, "s") }, a >= 0L, nchar(w)), w[])))
}
deparse(quote({ cat("p\n"); -0L }))
switch("u", u = , v = x, s = { cat("arm\n"); y }, x) + as.character(switch("v", u = , v = x, s = { cat("arm\n"); x }, as.raw(1:2)))
str(y)
rm(list = ls(all.names = TRUE))
# program 258
x <- -1.5
y <- FALSE
z <- list()
f <- function(b = 1:3) {
  k <- function(..., s, n) {
    v <- (Inf) / (paste(unlist(-c(1L, NA, 3L)), (--1.5) - (x)))
    on.exit(x <<- 2147483647L, add = TRUE, after = FALSE)
    tryCatch(message("hello"), error = function(e) e)
    return(as.raw(1:2)[])
  }
  invisible(k())
}
g <- function(b = sys.call()) {
  delayedAssign("z", { cat("delayed\n"); z })
  w <- eval(parse(text = "z"))
  invisible(sum(c(1L, NA, 3L)))
}
vapply(c("u", "v"), f, 1)
switch("v", u = , v = z, s = { cat("arm\n"); y })
g(y)
rm(list = ls(all.names = TRUE))
# program 259
x <- NA
f <- function(s, n) {
  on.exit(x <<- "2")
  return(n)
}
g <- function(s = -1.5, a) {
  w <- rep(a, 2)
  b <- sapply(list(), function(e, n = e) n)
  f(f(b = a |> identity()), x)
}
z <- { cat("p\n"); f(g(any(x))) }
str(f(if (isTRUE(z)) z else z |> identity()))
tryCatch(withCallingHandlers(message("hello"), condition = function(e) cat("caught", conditionMessage(e), "\n")), error = function(e) print(conditionMessage(e)))
length(x) <- g(x)
print(try(g(a = do.call("f", list(z, z)), k = x[2]), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 260
x <- -1.5
f <- function(s, a = -1.5) {
  withCallingHandlers(warning("odd"), message = function(e) invokeRestart("mine", 3))
  if (TRUE) {
    w <- 3L
  }
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  !s
}
g <- function(s, n) {
  b <- vapply(x, function(e, n = e) n, 1)
  class(b) <- Reduce(function(p, q) q, n, accumulate = TRUE) == b[[n]]
  on.exit(x <<- c("u", "v"), add = TRUE, after = FALSE)
  f(deparse(typeof(b)), mapply(function(e) substitute(e), n, n), b[[n]])
}
g(k = x)
i <- 0
while (i < 3) {
  i <- i + 1
  z <- -if (length(x) > 1) i[4] else (f(a = i, seq(2, 6, 2))) - (match(i, NaN))
  cat(i, "\n")
}
rm(list = ls(all.names = TRUE))
# program 261
x <- 2
y <- "s"
f <- function(n = Inf, a = 2) {
  print(missing(n))
  which(y)
  on.exit(print(y))
  a[0]
}
f({ cat("r\n"); x[4] }, TRUE[y])
{ cat("q\n"); f(x[[structure(1:2, note = "n")]], f(), -y) }
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  x <- 0; NextMethod()
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure((f(f(x, x)) ^ attributes((y) %% (x))) >= (c(k = 1, l = 2)), class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o == 2:3
f(!-identical(f(k = y, ), exists("b")), n = y)
print(try(f(1:3[1]), silent = TRUE))
rm(list = ls(all.names = TRUE))
# program 262
x <- list()
y <- factor(c("u", "v", "u"))
f <- function(n) {
  k <- function(b) {
    on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
    v <- do.call(function(e) substitute(e), list(n))
    m <- function() {
      evalq(w <- 7, environment())
      1i[2]
    }
    m(m(a = cumsum(x)))
  }
  a <- switch("v", u = , v = y, s = { cat("arm\n"); c("u", "v") }, x)
  y[[x]]
}
g <- function(a, n = parent.frame(), s) {
  length(a) <- a
  f(a = f(s = (-!a) %% (((a) - (a)) == (stopifnot(s)))))
}
g()
g(b = sapply(x, f))
print(try(g(n = !seq_along(y) && max(y, as.numeric(y))), silent = TRUE))
f(c(k = 1, l = 2)[[1]], { cat("r\n"); body(f) })
rm(list = ls(all.names = TRUE))
# program 264
x <- list(1, "s")
y <- list()
z <- "2"
f <- function(b) {
  for (i in list(1, 2)) {
    if (i == 2) break
    v <- as.integer(1i[y])
    cat(i, "\n")
  }
  i <- 0
  while (i < 3) {
    i <- i + 1
    v <- { cat("p\n"); which(-Map(function(e) substitute(e), z, 1:2)) }
    cat(i, "\n")
  }
  v <- 2147483647L
  (b) & (length(-within(list(k = 1), m <- v)))
}
g <- function(..., s = z) {
  print(...elt(1))
  a <- eval(quote(z), list(x = 10, y = 20))
  k <- function(b, n = sys.call()) {
    warning("careful")
    f(nchar(x$k))
  }
  w <- as.numeric(z)
  -s[c(TRUE, NA)] + seq_along(w) + { cat("q\n"); c(1L, NA, 3L) }
}
h <- function(s = seq(2, 6, 2), n) {
  g(stopifnot(y))
  eval(quote(x <- 0L), parent.frame())
  f({ cat("p\n"); sum(Inf) })
}
g()
y[4]
h(!quote(p + q), h(!{ cat("r\n"); f(b = c(4, 5, 6)) }, (mean(append(numeric(0), y))) - (ifelse(y, 1, 0)), a = { cat("q\n"); z }))
-Reduce(function(p, q) q, y, accumulate = FALSE)
local({ u <- y; f })(1)
rm(list = ls(all.names = TRUE))
# program 265
x <- letters[1:3]
y <- .Machine$integer.max
f <- function(n, a = parent.frame()) {
  b <- (a[[1]]) & (n)
  names(b) = if (is.numeric(a) && c(1L, NA, 3L) > 1) n else rep(as.integer({ cat("q\n"); c(4, 5, 6) }), 2)
  m <- function(n = parent.frame()) {
    tryCatch({ n; "done" }, message = function(e) invokeRestart("mine", 3), finally = cat("finally\n"))
    print(match.call())
    length(a) <- append(switch("u", u = , v = n, s = { cat("arm\n"); b }), list(1, "s"))
    print(match.call())
    list(k = 1:2, l = "t")
  }
  n
}
g <- function(n, s = sys.call()) {
  f()
  try(stop("bad"), silent = TRUE)
  if (x != s) {
    b <- f(local({ u <- y; function(e) substitute(e) })(1) * n, (letters[1:3]) && (n) == local({ u <- n; function(e) y })(1), -missing(n)) / sapply(s, \(e, ...) n)
  } else {
    body(f) <- switch(c(4, 5, 6), u = , v = n, s = { cat("arm\n"); s })
  }
  Filter(\(e, ...) NA_integer_, b)
}
withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), warning = function(e) print(conditionCall(e)))
as.numeric({ cat("p\n"); factor(c("u", "v", "u"))[] })
g(switch("v", u = , v = x, s = { cat("arm\n"); x }, x))
tryCatch(warning("odd"), warning = function(e) e)
z <- attributes(x)
rm(list = ls(all.names = TRUE))
# program 266
x <- list()
f <- function(s = n, ..., n = n + 1) {
  if (identical(NULL, n) || FALSE) {
    b <- toupper(bquote(1 + .(n)))
  }
  mean(s)
  print(substitute(s))
  print(..1)
  { cat("p\n"); b }
}
g <- function(a = stop("needed")) {
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) break
    w <- class(j)
    cat(j, "\n")
  }
  f(invisible(a$k), x[], -a)
}
h <- function(..., a = v + 1) {
  names(a$k)[1] <- (a[[1]]) - (Filter(function(e) -g(), a))
  if (is.numeric(x) && a > 1) {
    a <- -mapply(f, x, x)
  } else {
    b <- x
  }
  if (a == FALSE) {
    dim(b) <- f(...)
  }
  on.exit(x <<- numeric(0), add = TRUE)
  if (identical(x, matrix(1:4, 2)) || FALSE) if (!a) NA_integer_ else b else (rep(NULL, 2)) - (a)
}
z <- eval(parse(text = "z"))
if (!c(4, 5, 6)) do.call("f", list(z, x)) else get0("w")
deparse(if (identical(z, z) || FALSE) if (is.numeric(z) && z > 1) substitute(as.raw(1:2), list(x = 1)) else as.character(list()) else Map(function(e, n = e) n, x, 1:2))
rm(list = ls(all.names = TRUE))
# program 267
x <- 2
f <- function(..., a, s, b = stop("needed")) {
  eval.parent(quote(w[2] <- 9))
  print(missing(...))
  k <- function(n = { cat("default\n"); b }, ..., a = sys.call(), b) {
    m <- function(n = seq(2, 6, 2), a) {
      w <- deparse(!identity(a))
      if (identical(FALSE, b) || FALSE) {
        v <- { cat("p\n"); body(f) }
      }
      cat("here\n")
      a[[1]][2] <- if (is.null(w)) n$k else lapply(n, function(e) substitute(e)) < { cat("q\n"); max(is.na(NA_integer_), append("2", s)) }
      match(cumsum(switch("u", u = , v = n, s = { cat("arm\n"); n })), (function(e, n = e) n)(a))
    }
    on.exit(cat("leaving\n"))
    m <- function(n) {
      v <- c(deparse(match(m(), 2147483647L)), (-within(list(k = 1), m <- n)) %/% (a[4]))
      print(missing(n))
      b[-1] <- args(f) && m()
      tryCatch({ message("hello"); "done" }, warning = function(e) print(conditionCall(e)), finally = cat("finally\n"))
      m()
    }
    force(a)
    m({ cat("p\n"); x["k"] }, m(a = character(0) |> identity()), ...)
  }
  return(s)
}
g <- function(..., a = sys.call()) {
  on.exit(cat("bye", x, "\n"), add = TRUE)
  withRestarts(withCallingHandlers(warning("odd"), message = function(e) stop("again")), mine = function(v) v + 1)
  invisible(switch("u", u = , v = a, s = { cat("arm\n"); x }))
}
exists("w")
str({ cat("p\n"); c(TRUE, NA)[c(TRUE, NA)] })
f(!x[c(k = 1, l = 2)])
rm(list = ls(all.names = TRUE))
# program 268
x <- .Machine$integer.max
y <- 3L
z <- factor(c("u", "v", "u"))
f <- function(n, a = 1:3) {
  b <- z
  on.exit(print(n))
  print(deparse(substitute(a)))
  c(TRUE, NA)
}
formals(f)
i <- 0
repeat {
  i <- i + 1
  if (i > 3) break
  if (i == 2) { identity(break) }
  z = !!-x
  cat(i, "\n")
}
rm(list = ls(all.names = TRUE))
# program 270
x <- numeric(0)
f <- function(n, a = sys.call()) {
  a
  v <- length(max(x, x[[c(TRUE, NA)]]))
  m <- function(..., a, s, n = parent.frame()) {
    suppressWarnings(stop("bad"))
    length(a) <- a[v]
    w <- c(TRUE, NA)["k"]
    invisible(as.numeric(!x))
  }
  identical(if (x == structure(1:2, note = "n")) Reduce(function(p, q) q, list(k = 1:2, l = "t"), accumulate = FALSE) else quote(p + q)[2], Map(\(e, ...) seq(2, 6, 2), seq(2, 6, 2), 1:2))
}
f(x[x])
is.na(x) <- f(x)
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  invisible(NULL)
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x$k, class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o == -1
str(sapply(x, \(e, ...) e))
rm(list = ls(all.names = TRUE))
# program 271
x <- numeric(0)
y <- c(1L, NA, 3L)
f <- function(s = NA_integer_) {
  w <- c(k = 1, l = 2)
  if (isTRUE(c("u", "v"))) unique(y[[quote(p + q)]]) else if (length(s) > 1) factor(c("u", "v", "u")) else x
  suppressWarnings(message("hello"))
  invisible(y["k"])
}
g <- function(a, ..., s) {
  if (s) {
    class(y) <<- ((x |> identity()) - (x)) / (s)
  }
  b <- identical(stopifnot(list()) / s, identity(!x))
  evalq(w <- 7, environment())
  s
}
h <- function(..., b) {
  --x[c(TRUE, NA)] %in% -!toupper(b)
  w <- typeof(as.integer(do.call("f", list(list(), x))))
  assign("w", (function(e) 3L)(y))
  sqrt(if (length(NaN) > 1) missing(b) else f(-1.5[-1], ...))
}
f(-(with(list(x = 5), list()[])) | (switch(x, u = , v = x, s = { cat("arm\n"); seq(2, 6, 2) }, c(TRUE, NA))))
`(` <- function(e) { cat("paren\n"); e }
g(y[2])
switch("u", u = , v = y, s = { cat("arm\n"); x })
rm(`(`)
f(do.call("g", list(y, 1)))
rm(list = ls(all.names = TRUE))
# program 272
x <- numeric(0)
y <- -1.5
f <- function(n = { cat("default\n"); x }, b = y, s) {
  force(b)
  body(f) <- b
  warning("careful")
  if (exists("y", inherits = FALSE)) rm(y)
  sum(b)
}
g <- function(n, ...) {
  b <- factor(c("u", "v", "u"))
  if (.Machine$integer.max) {
    a <- substitute(n)
  } else {
    x <<- unique(y) * f(b = sum(f(a = list(k = 1:2, l = "t"), n = 2147483647L)), n, ..., )
  }
  f(switch(2, u = , v = n, s = { cat("arm\n"); x }), x |> identity())
}
h <- function(b = NaN) {
  withRestarts(withCallingHandlers(x, condition = function(e) invokeRestart("mine", 3)), mine = function(v) v + 1)
  force(b)
  f(k = cumsum(-1.5))
}
x
`if` <- function(test, yes, no) { cat("if\n"); yes }
f()
x[[list()]]
rm(`if`)
`-` <- function(a, b) missing(b)
h(k = !y)
!switch("u", u = , v = y, s = { cat("arm\n"); Inf })
rm(`-`)
x <- eval(quote((1) / (toupper((y) | (c(k = 1, l = 2))))))
rm(list = ls(all.names = TRUE))
# program 273
x <- c(TRUE, NA)
f <- function(n = a, ..., a) {
  for (i in 1:3) {
    if (i == 2) next
    b <- is.na(append(switch(a, u = , v = FALSE, s = { cat("arm\n"); i }, a), switch("u", u = , v = numeric(0), s = { cat("arm\n"); i })))
    cat(i, "\n")
  }
  if (c(4, 5, 6) != a) {
    v <- a
  } else {
    v <- x
  }
  { cat("r\n"); list(k = 1:2, l = "t") }
}
g <- function(a, b, n) {
  a <- Filter(f, "s")
  m <- function(..., s) {
    suppressWarnings(f(...))
    v <- { cat("r\n"); f(n, ...) }
    x <<- list(1, "s")
    cat("here\n")
    n$k
  }
  if (isTRUE(n)) {
    a$k <- !n
  }
  force(a)
  invisible(m(a = n[0]))
}
x |> identity()
y <- Filter(function(e) g(), x)
rm(list = ls(all.names = TRUE))
# program 274
x <- seq(2, 6, 2)
f <- function(b = sys.call(), ...) {
  k <- function(..., n, a = matrix(1:4, 2)) {
    invisible(do.call(function(e) b[4], list(matrix(1:4, 2))))
    v <- { cat("q\n"); if (is.null(seq(2, 6, 2))) x else a[2] }
    for (i in seq_along(x)) {
      attr(v, "note") <- n[[n]]
      cat(i, "\n")
    }
    return(any(!x))
  }
  is.na(b) <- x
  if (TRUE) {
    w <- x
  } else {
    v <- c(4, 5, 6)
  }
  -1.5
}
g <- function(s, b = stop("needed"), ..., n) {
  cat("here\n")
  return(attributes(!-head(c(4, 5, 6), 2)))
}
c(f(), f(2[4]))
for (j in seq_along(x)) {
  if (j == 2) next
  z <- if (TRUE) j else { cat("r\n"); !f() }
  cat(j, "\n")
}
z <- x[0]
rm(list = ls(all.names = TRUE))
# program 276
x <- -1.5
y <- "2"
f <- function(a = { cat("default\n"); x }) {
  cat("here\n")
  y[2]
}
g <- function() {
  if (!y) {
    b <- { cat("p\n"); x[0] }
  } else {
    v <- switch("u", u = , v = b, s = { cat("arm\n"); x }, c(1L, NA, 3L))
  }
  if (is.numeric(-1.5) && -1.5 > 1) {
    body(f) <- f(mapply(\(e, ...) .Machine$integer.max, 1:3, c(1L, NA, 3L))) & v
  }
  invisible(as.numeric(f(x, f(switch(1, u = , v = y, s = { cat("arm\n"); v }, b), (y) & (y)))))
}
f(g() - -numeric(0)[4] + y, deparse(rev(switch("u", u = , v = y, s = { cat("arm\n"); list(1, "s") }))))
Reduce(`+`, x, accumulate = FALSE)
y[[1]]
g()
str(NaN["k"])
rm(list = ls(all.names = TRUE))
# program 277
x <- "s"
f <- function(b = w + 1, s) {
  delayedAssign("a", { cat("delayed\n"); head(-!{ cat("r\n"); 1i }, 2) })
  vapply(s, \(e, ...) s, 1)
}
args(f)
x
rm(list = ls(all.names = TRUE))
# program 278
x <- structure(1:2, note = "n")
y <- c(k = 1, l = 2)
f <- function(s, b = sys.call(), ...) {
  warning("careful")
  delayedAssign("y", { cat("delayed\n"); list() })
  cat(sort(ls()), "\n")
  -1.5
}
f(y)
z <- x
dim(x) <- if (is.null(x)) f() else -NA_integer_
print(try(f(), silent = TRUE))
f()
rm(list = ls(all.names = TRUE))
# program 279
x <- numeric(0)
y <- 0L
f <- function(b = FALSE) {
  on.exit(cat("bye", x, "\n"), add = TRUE, after = FALSE)
  print(substitute(b))
  y
}
g <- function(a, ...) {
  on.exit(cat("leaving\n"), add = TRUE)
  if (x != 2) {
    a <- (f(b = switch(2, u = , v = x, s = { cat("arm\n"); x }), a |> identity(), local({ u <- a; function(e) e[[1]] })(1), ...)) | (a)
  }
  assign("b", !x, envir = parent.frame())
  m <- function(n = "s", s) {
    warning("careful")
    s[0]
  }
  a
}
i <- 0
while (i < 3) {
  i <- i + 1
  if (i == 2) next
  y = { cat("r\n"); i }
  cat(i, "\n")
}
print(try(f({ cat("p\n"); y[0] }, x), silent = TRUE))
withRestarts(withCallingHandlers(message("hello"), condition = function(e) class(e)[1]), mine = function(v) v + 1)
within(list(k = 1), m <- "2")
rm(list = ls(all.names = TRUE))
# program 280
x <- 2147483647L
y <- NA
f <- function(s, n, b) {
  m <- function(s) {
    if (identical(s, x) || FALSE) {
      a <- 2
    }
    print(sys.call())
    for (i in seq_along(x)) {
      if (i == 2) break
      v <- exists("a")
      cat(i, "\n")
    }
    v <- lapply(x, function(e) substitute(e))
    sum(eval(quote({ cat("r\n"); s })))
  }
  print(deparse(substitute(n)))
  ifelse(Filter(function(e) NA_integer_[s], 2), 1, 0)
}
g <- function(b = { cat("default\n"); y }, a) {
  tryCatch(signalCondition(simpleCondition("sign"), NULL), warning = function(e) e)
  f()
}
h <- function(s) {
  w <- s[4]
  invisible(if (is.numeric(letters[1:3]) && x > 1) length(s) & local({ u <- y; function(e) substitute(e) })(1) else length(f()))
}
if (length(x) > 1) x[] else x[c(TRUE, NA)]
for (j in list(1, 2)) {
  if (j == 2) break
  z <- lapply(y, function(e) substitute(e))
  cat(j, "\n")
}
print(try(h(), silent = TRUE))
h(a = seq_along(f(class(y), { cat("r\n"); NA_integer_ }, s = !c(4, 5, 6))) ^ y)
rm(list = ls(all.names = TRUE))
# program 281
x <- list(k = 1:2, l = "t")
f <- function(s) {
  m <- function(a, b = b, ...) {
    v <- any(if (!3L) b$k else -1.5)
    rev(matrix(1:4, 2))
  }
  x
}
g <- function(b) {
  a <- sapply(x, function(e) substitute(e))
  f(s = a, k = !a[0], a = b[2])
}
class(x)
z <- eval(parse(text = "z"))
rm(list = ls(all.names = TRUE))
# program 282
x <- 3L
y <- letters[1:3]
z <- 1i
f <- function(a, ...) {
  if (is.numeric(a) && letters[1:3] > 1) {
    v <- (y) / (-substitute(a))
  } else {
    b <- mapply(function(e) a[0] >= e, z, .Machine$integer.max)
  }
  m <- function(n = NA) {
    k <- function(n, b, s, ...) {
      on.exit(cat("leaving\n"))
      -if (TRUE) max(if (is.null(b)) n else z, typeof(v)) else paste(-y, b == matrix(1:4, 2))
    }
    if (isTRUE(x)) stop("wrong")
    attributes(quote(deparse(quote(n)))) - k(n, n[4])
    k(((function(e, n = e) n)(TRUE)) >= (list()), 1 |> identity(), b)
  }
  on.exit(cat("leaving\n"), add = TRUE, after = FALSE)
  on.exit(x <<- NA_integer_)
  m((y) && (c(v[2], z$k)), ...)
}
g <- function(s = z, b = parent.frame()) {
  eval(quote(z <- 2), parent.frame())
  v <- f(a = y)
  f(y["k"])
}
body(f) <- substitute(if (2147483647L) c(k = 1, l = 2) + -1 else !g(z, z), list(x = 1))
(attributes(bquote(1 + .(z)))) %/% (y)
str(y[0])
rm(list = ls(all.names = TRUE))
# program 283
x <- 2
y <- TRUE
z <- quote(p + q)
f <- function(s, n = parent.frame(), b = character(0)) {
  a <- y < any(which(-NA_integer_))
  on.exit(cat("bye", x, "\n"), add = TRUE, after = FALSE)
  on.exit(cat("bye", x, "\n"))
  tryCatch(warning("odd"), warning = function(e) e)
  invisible(rep((n) * (if (c("u", "v")) n else -FALSE), 2))
}
g <- function(a = sys.call()) {
  k <- function(s, a) {
    on.exit(print(a), add = TRUE, after = FALSE)
    j <- 0
    while (j < 3) {
      j <- j + 1
      if (j == 2) break
      v <- vapply(z, function(e) substitute(e), 1)
      cat(j, "\n")
    }
    !!(class("s")) < (!"s")
    invisible(matrix(1:4, 2)[1] >= typeof(local({ u <- s; function(e) seq_along(s) })(1)))
  }
  cat("here\n")
  on.exit(cat("bye", x, "\n"))
  v <- x["k"]
  as.integer("2"["k"])
}
quote(p + q)
attr(z, "note") <- f(n = g(as.character(z)) - ifelse(names(z), 1, 0), s = FALSE)
`&&` <- function(a, b) b
f({ cat("r\n"); identity(3L[-1]) }, f(!f()))
xor({ cat("p\n"); x[-1] }, do.call("g", list(y, y)))
rm(`&&`)
z <- x
y[[1]][2] <- !rep(mapply(function(e, n = e) n, x, x), 2)
rm(list = ls(all.names = TRUE))
# program 284
x <- c(k = 1, l = 2)
f <- function(..., s) {
  a <- !if (is.numeric(seq(2, 6, 2)) && s > 1) switch(2, u = , v = s, s = { cat("arm\n"); NA }, x) else "2"[c(TRUE, NA)]
  w <- !Reduce(c, "s", accumulate = FALSE)
  k <- function(n, a) {
    class(w) <- any(switch("u", u = , v = 1, s = { cat("arm\n"); w }, structure(1:2, note = "n")))
    v <- max(unique(switch("u", u = , v = c("u", "v"), s = { cat("arm\n"); x }, w)), { cat("r\n"); Reduce(c, 3L, accumulate = FALSE) >= typeof(a) })
    !sapply(a, function(e) (function(e) substitute(e))(s))
    a
  }
  for (i in list(1, 2)) {
    a = switch("u", u = , v = x, s = { cat("arm\n"); x })
    cat(i, "\n")
  }
  return(...length())
}
g <- function(..., b, s = c(4, 5, 6)) {
  delayedAssign("w", { cat("delayed\n"); substitute(s) })
  cat(sort(ls()), "\n")
  tryCatch(message("hello"), error = function(e) e)
  if (isTRUE(x)) stop("wrong")
  seq_along(if (TRUE) which(s) else s$k)
}
for (i in list(1, 2)) {
  y <- if (identical(TRUE, i) || FALSE) !{ cat("p\n"); x } else bquote(1 + .("2"))
  cat(i, "\n")
}
class(FALSE[2])
g()
tryCatch(signalCondition(simpleCondition("sign"), NULL), message = function(e) e)
rm(list = ls(all.names = TRUE))
# program 285
x <- list(1, "s")
y <- 1i
z <- seq(2, 6, 2)
f <- function(s = stop("needed")) {
  k <- function(n, a) {
    if (is.numeric(n) && y > 1) {
      a <- x[-1]
    } else {
      w <- n[2]
    }
    i <- 0
    repeat {
      i <- i + 1
      if (i > 3) break
      if (i == 2) break
      v <- z
      cat(i, "\n")
    }
    ({ cat("q\n"); w }) == (s)
  }
  m <- function(b = sys.call()) {
    b <- if (identical(x, z) || FALSE) k(do.call(\(e, ...) y, list(s)), s = ifelse(list() + z, 1, 0)) else -NULL
    sum(!y[0])
  }
  v <- y
  k(attributes(m(as.logical(z >= s), n = switch("v", u = , v = v, s = { cat("arm\n"); v }, x))), x)
}
z <- 2
`{` <- function(...) list(...)[[1]]
f(x, y)
Filter(f, z)
rm(`{`)
rm(list = ls(all.names = TRUE))
# program 286
x <- -1.5
y <- .Machine$integer.max
f <- function() {
  print(nargs())
  on.exit(print(sys.call()), add = TRUE)
  warning("careful")
  k <- function(a = 1, ...) {
    force(a)
    assign("b", switch(2, u = , v = .Machine$integer.max, s = { cat("arm\n"); 2 }, y))
    b <- { cat("q\n"); y[2] - x[c(TRUE, NA)] }
    v <- a |> identity()
    unique(!y)
  }
  1:3[]
}
g <- function(a) {
  v <- a
  on.exit(cat("bye", x, "\n"), add = TRUE)
  m <- function(a, b) {
    on.exit(print(b))
    if (!v) {
      is.na(a) <- mapply(\(e, ...) a, c("u", "v"), c(4, 5, 6))
    } else {
      levels(a) <- -a[4]
    }
    names(a$k)[1] <- x[2]
    f(s = x)
  }
  b <- { cat("p\n"); names(exists("y")) }
  x
}
h <- function(a) {
  if (identical(list(k = 1:2, l = "t"), a) || FALSE) {
    w <- g(a = if (!matrix(1:4, 2)) x else Filter(function(e) { cat("q\n"); as.raw(1:2) }, y), y$k >= bquote(1 + .(y)), identity(quote(p + q)))
  }
  if (w) {
    v <- -unlist(g(k = seq(2, 6, 2)))
  } else {
    names(z) <<- letters[1:3]
  }
  invisible(3L)
}
print(try(g(h(!Map(function(e, n = e) n, y, 1:2)), x[0], n = xor(x, if (identical(character(0), x) || FALSE) h(NA_integer_) else identical(local({ u <- x; function(e) substitute(e) })(1), c(0L, NaN)))), silent = TRUE))
g((max(x, y)) * (y))
print(try(g(g(y[4] %/% f(rev(y)), a = g(TRUE$k), x)), silent = TRUE))
h(if (!x) h(g(a = { cat("p\n"); y })) else !1, n = NA_integer_[0] %/% x)
h(x[4])
rm(list = ls(all.names = TRUE))
# program 287
x <- 2
y <- .Machine$integer.max
z <- c("u", "v")
f <- function(s, ..., n, a = { cat("default\n"); structure(1:2, note = "n") }) {
  w <- letters[1:3]
  dim(a) <- list(k = 1:2, l = "t")
  if (is.numeric(c(TRUE, NA)) && a > 1) {
    b <- s
  }
  b[b > 1] <- list(k = 1:2, l = "t")[[z]]
  missing(s)
}
y
str(length(any(-z[])))
dim(y) <- x[[x]]
rm(list = ls(all.names = TRUE))
# program 288
x <- structure(1:2, note = "n")
y <- letters[1:3]
f <- function() {
  cat(sort(ls()), "\n")
  bquote(1 + .(NaN))
}
g <- function(s = { cat("default\n"); y }, n, b = parent.frame()) {
  m <- function(b) {
    cat("here\n")
    print(environmentName(parent.frame()))
    if (identical(x, s) || FALSE) list() else n
  }
  if (identical(x, 2147483647L) || FALSE) {
    a <- 1
  }
  w <- m(c(letters[1:3], head((a) : (NA_integer_), 2)), n = c(k = 1, l = 2))
  m(x)
}
f(y[[1]] ^ within(list(k = 1), m <- Inf), switch("u", u = , v = x, s = { cat("arm\n"); FALSE }))
g(y)
rm(list = ls(all.names = TRUE))
# program 289
x <- "s"
y <- NA
f <- function(...) {
  print(match.call(expand.dots = FALSE))
  factor(c("u", "v", "u"))
}
g <- function(a = TRUE, s = NULL, n = NaN) {
  on.exit(x <<- letters[1:3], add = TRUE, after = FALSE)
  for (i in 1:3) {
    if (i == 2) next
    w <- NA[[Inf]]
    cat(i, "\n")
  }
  message("note")
  as.logical(s)
}
`&&` <- function(a, b) b
f(f(character(0)), x)
y[[1]]
rm(`&&`)
!which(deparse(quote(length(y))))
g({ cat("p\n"); g(switch("u", u = , v = x, s = { cat("arm\n"); NA })) }, a = quote(cumsum(y)))
f()
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(which(x[]), class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o %% o
rm(list = ls(all.names = TRUE))
# program 291
x <- letters[1:3]
y <- as.raw(1:2)
z <- NA
f <- function(s = a, a) {
  v <- y
  length(v) = !s
  2147483647L
}
g <- function(a, ..., b) {
  on.exit(print(a), add = TRUE)
  f(deparse({ cat("r\n"); x }), f(as.logical(z) / !x, f(TRUE, y, ...), ...), NA_integer_, ...)
}
identity(2)
f(z, "s", is.na(x))
f(if (!z) x else y)
rm(list = ls(all.names = TRUE))
# program 292
x <- list(1, "s")
f <- function(n, a) {
  assign("v", x[[1]])
  assign("v", n)
  if (is.null(x)) {
    w <- identity(a)
  }
  a
}
f(head(if (TRUE) x else f(!x), 2), )
f()
x[[2]] <- if (x <= x) x else f(k = f(if (TRUE) list(1, "s") else x, x), f(x, { cat("r\n"); NaN }), -length(c(TRUE, NA)))
print(try(f(-factor(c("u", "v", "u"))[0], a = is.list(Reduce(c, x, accumulate = FALSE))), silent = TRUE))
`length` <- function(x) 42L
f(!x)
f(deparse(f(b = x)), )
rm(`length`)
rm(list = ls(all.names = TRUE))
# program 293
x <- letters[1:3]
y <- NaN
f <- function(s, a) {
  b <- vapply(x, \(e, ...) a, 1)
  if (isTRUE(s)) {
    w <- 1:3[-1]
  } else {
    v <- missing(a)
  }
  return(substitute(which(a[-1]), list(x = 1)))
}
f(b = { cat("p\n"); as.character((-NaN) : (Filter(f, x))) }, s = substitute(!{ cat("r\n"); y }, list(x = 1)), formals(f))
x[]
print(try(f(), silent = TRUE))
names(y)[2] <- -f({ cat("p\n"); y }, switch("u", u = , v = y, s = { cat("arm\n"); y })) == 3L[-1]
tryCatch(withCallingHandlers(stop("bad"), condition = function(e) cat("caught", conditionMessage(e), "\n")), error = function(e) print(conditionMessage(e)))
rm(list = ls(all.names = TRUE))
# program 294
x <- 3L
f <- function(a, b = n + 1, n = stop("needed")) {
  w <- !!if (isTRUE(b)) b else x + (n) %/% (xor(a, x))
  w <- if (!n) args(f) else b |> identity()
  w <- x
  return(-{ cat("r\n"); -x })
}
g <- function(a = stop("needed"), s = stop("needed")) {
  w <- s
  if (is.null(a)) {
    b <- ({ cat("p\n"); s[0] }) %/% (0L)
  }
  k <- function(n = n, s = sys.call(), ..., b) {
    tryCatch(withCallingHandlers(stop("bad"), error = function(e) invokeRestart("muffleWarning")), error = function(e) print(conditionMessage(e)))
    print(deparse(substitute(s)))
    for (j in seq_along(x)) {
      is.na(a) <- do.call("f", list(b, list(k = 1:2, l = "t")))
      cat(j, "\n")
    }
    on.exit(cat("bye", x, "\n"))
    f(-{ cat("r\n"); !w[-1] }, if (b > x) seq_along(if (TRUE) list(1, "s") else identity(s)) else { cat("q\n"); f(a[2]) })
  }
  f(switch("u", u = , v = b, s = { cat("arm\n"); b }, 3L), c(4, 5, 6)[-1])
}
x
g()
f(x, x)
rm(list = ls(all.names = TRUE))
# program 296
x <- c("u", "v")
f <- function(a, n) {
  local(z <- { cat("p\n"); { cat("p\n"); missing(a) } })
  return(identical(if (TRUE) x[0] else seq_along(n), -(function(e) a)(n)))
}
g <- function(a = parent.frame(), b = c(TRUE, NA), s = stop("needed")) {
  for (j in c(2, 5)) {
    if (j == 2) break
    z <<- s
    cat(j, "\n")
  }
  cat("here\n")
  return(deparse(!matrix(1:4, 2)))
}
str(x["k"])
print(try(g(is.na(f(typeof(f()), f(a = g(), ), a = f(quote(x), g(x)))), n = list()), silent = TRUE))
summary.one <- function(x, ...) {
  cat("one summary\n")
  7
}
summary.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x, class = c("two", "one"))
format(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o & o
rep(cumsum(attributes(Inf)), 2)
f()
rm(list = ls(all.names = TRUE))
# program 297
x <- character(0)
y <- matrix(1:4, 2)
z <- 3L
f <- function(a = sys.call(), ...) {
  !list()[1]
  x
}
g <- function(b = { cat("default\n"); z }) {
  v <- f(f(!y))
  w <- vapply(v, f, 1)
  is.na(v) <- v["k"]
  f(sqrt(f({ cat("q\n"); -"s" })), do.call("f", list(structure(1:2, note = "n"), quote(p + q))), { cat("p\n"); FALSE })
}
h <- function(..., n, b, s = { cat("default\n"); b }) {
  if (b) {
    a <- f(...)
  }
  y
}
i <- 0
while (i < 3) {
  i <- i + 1
  tryCatch(if (i == 2) next, finally = cat("again\n"))
  z["k"] <- invisible(eval(quote(vapply(y, g, 1))))
  cat(i, "\n")
}
str(which(z) %% Map(function(e) substitute(e), y, 1:2))
f()
rm(list = ls(all.names = TRUE))
# program 298
x <- quote(p + q)
f <- function(n, s) {
  w <- Inf
  0L
}
x$k <- character(0)
suppressWarnings(signalCondition(simpleCondition("sign"), NULL))
rm(list = ls(all.names = TRUE))
# program 299
x <- "2"
y <- 1
f <- function(n, b, a) {
  invisible(switch(2, u = , v = matrix(1:4, 2), s = { cat("arm\n"); "2" }))
  a$k[2] <- --b
  v <- a[0]
  on.exit(print(sys.call()))
  invisible(b)
}
g <- function(n, b) {
  w <- quote(x)
  w[-1] <- x[c(TRUE, NA)]
  levels(b) <- is.function(f(NA, switch(2, u = , v = c(k = 1, l = 2), s = { cat("arm\n"); w }), ))
  j <- 0
  while (j < 3) {
    j <- j + 1
    if (j == 2) next
    y[[1]][2] <<- { cat("r\n"); switch(2, u = , v = list(), s = { cat("arm\n"); y }, y) }
    cat(j, "\n")
  }
  c(k = 1, l = 2)[structure(1:2, note = "n")]
}
y["k"]
f(s = if (NA) f(f(), !x$k) else -cumsum(deparse(quote(y))), (f(cumsum(class(y)), names(y))) | (factor(c("u", "v", "u"))), list(x[2], k = !f(s = y[2147483647L], nchar(x), )))
rm(list = ls(all.names = TRUE))
# program 300
x <- numeric(0)
y <- numeric(0)
z <- 1
f <- function(s = NaN) {
  a <- missing(s)
  (-if (is.null(a)) x else z) / (x$k)
}
g <- function(a = y) {
  m <- function(b = sys.call(), n, a) {
    k <- function(..., n, b = sys.call(), a) {
      k <- function(a = a + 1) {
        print(sys.call())
        m <- function(a, ..., s) {
          for (i in list(1, 2)) {
            tryCatch(if (i == 2) next, finally = cat("again\n"))
            w <- a
            cat(i, "\n")
          }
          f(a = within(list(k = 1), m <- .Machine$integer.max), ...)
        }
        for (i in c(2, 5)) {
          tryCatch(if (i == 2) next, finally = cat("again\n"))
          a[5] <- f()
          cat(i, "\n")
        }
        append(Inf, a)
        mapply(function(e, n = e) n, n, c(k = 1, l = 2))
      }
      assign("a", c(k = 1, l = 2))
      if (exists("y", inherits = FALSE)) rm(y)
      w <- exists("x")
      letters[1:3]
    }
    assign("z", -1.5[[1]])
    sum(is.function(formals(f)))
  }
  return(y)
}
z
!{ cat("r\n"); g(a = mapply(function(e, n = e) n, NA_integer_, y), f(seq(2, 6, 2))) }
rm(list = ls(all.names = TRUE))
# program 301
x <- structure(1:2, note = "n")
y <- list()
f <- function(n = stop("needed"), a) {
  j <- 0
  while (j < 3) {
    j <- j + 1
    tryCatch(if (j == 2) next, finally = cat("again\n"))
    dim(a) = 2
    cat(j, "\n")
  }
  v <- a
  return({ cat("q\n"); { cat("r\n"); NA_integer_ } })
}
g <- function(s) {
  w <- !y
  if (s) {
    b <- as.character(matrix(1:4, 2)[NA_integer_])
  } else {
    is.na(b) <- !s
  }
  -f({ cat("q\n"); x %% 2 }, as.logical({ cat("p\n"); 1i }))
}
dim(x) <- y
f(n = y, f(switch("u", u = , v = x, s = { cat("arm\n"); 1i }), (g)(list(1, "s"))))
rm(list = ls(all.names = TRUE))
# program 302
x <- list()
y <- factor(c("u", "v", "u"))
z <- letters[1:3]
f <- function(s, ..., b = list()) {
  evalq(a <- 7, environment())
  evalq(b <- 7, environment())
  b[TRUE] <- with(list(x = 5), 3L)
  eval(quote(x <- seq(2, 6, 2)), parent.frame())
  if (z == TRUE) stopifnot(list(k = 1:2, l = "t")) else -s[0]
}
y[[1]][2] <- if (length(c("u", "v")) > 1) f(args(f)) else 2147483647L["k"] %% -f(as.raw(1:2), list(1, "s"), z)
`c` <- function(...) { base::c("mine", ...) }
f(Map(f, z, 1:2))
unique(as.character({ cat("r\n"); c(1L, NA, 3L)[c(TRUE, NA)] }))
rm(`c`)
f(!f((x) : (eval(parse(text = "y")))), do.call("f", list(x, y)))
rm(list = ls(all.names = TRUE))
# program 303
x <- c(TRUE, NA)
f <- function(n) {
  force(n)
  delayedAssign("z", { cat("delayed\n"); paste({ cat("p\n"); cumsum(n) }, n) })
  !if (!x) x else x & (-1.5) && ("2")
}
g <- function(a = parent.frame(), b) {
  v <- -if (c(1L, NA, 3L)) a else x
  if (is.numeric(FALSE) && quote(p + q) > 1) {
    dim(a) <- c(TRUE, NA)
  } else {
    w <- !-1.5
  }
  print(deparse(substitute(b)))
  invisible(w)
}
h <- function(n = w + 1) {
  stop("wrong")
  g(c(switch("u", u = , v = n, s = { cat("arm\n"); Inf }), f(quote(get0("y")))))
}
f(h(x), )
y <- (x) < (seq_along(if (is.numeric(2) && letters[1:3] > 1) x$k else ifelse(x, 1, 0)))
letters[1:3]
rm(list = ls(all.names = TRUE))
# program 304
x <- 1:3
f <- function(..., s, a = sys.call()) {
  tryCatch({ args(f); "done" }, condition = function(e) stop("again"), finally = cat("finally\n"))
  tryCatch(withCallingHandlers(a, message = function(e) cat("caught", conditionMessage(e), "\n")), error = function(e) print(conditionMessage(e)))
  nchar(a)
}
g <- function(n, ..., b) {
  a <- 2[0]
  print(environmentName(parent.frame()))
  seq_along(a)
}
!!f(typeof(x))
if (identical(list(k = 1:2, l = "t"), NA_integer_) || FALSE) x else !g(x) ^ vapply(x, function(e) e, 1)
z <- { cat("q\n"); if (length(x) > 1) g(TRUE, n = g(x)) else do.call("g", list(x, factor(c("u", "v", "u")))) }
rm(list = ls(all.names = TRUE))
# program 305
x <- matrix(1:4, 2)
f <- function(b, n = parent.frame()) {
  b <- attributes(local({ u <- b; function(e, n = e) n })(1))
  a <- switch(2, u = , v = 1, s = { cat("arm\n"); x }, list())
  b
}
g <- function(b, s = s, a, ...) {
  w <- f(b, "s")
  k <- function(s = NA) {
    eval.parent(quote(b[2] <- 9))
    f(1:3[[1]])
  }
  v <- b
  within(list(k = 1), m <- x)
}
h <- function(b = stop("needed")) {
  v <- (x) / (eval(substitute(b), list(x = 3)))
  attr(b, "note") <- missing(b)
  g({ cat("q\n"); g(0L) }, v)
}
z <- x
f({ cat("p\n"); list(1, "s") }, n = z[2])
format.one <- function(x, ...) {
  cat("one format\n")
  7
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure({ cat("r\n"); -1 }, class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o == 2:3
rm(list = ls(all.names = TRUE))
# program 306
x <- quote(p + q)
y <- "2"
f <- function(b = sys.call(), s = a + 1) {
  w <- Filter(function(e) (substitute(c(b, e), list(x = 1))) + (switch("u", u = , v = numeric(0), s = { cat("arm\n"); x })), list())
  names(b) <- lapply(x, function(e) substitute(e))
  levels(w) <- NA[b]
  print(substitute(b))
  if (!letters[1:3]) toupper(y) else head(eval(substitute(b), list(x = 3)), 2)
}
g <- function(s = parent.frame(), b = seq(2, 6, 2), a = sys.call()) {
  m <- function(n, ...) {
    tryCatch({ switch(2, u = , v = y, s = { cat("arm\n"); s }); "done" }, message = function(e) print(conditionCall(e)), finally = cat("finally\n"))
    is.function(as.integer((identity(y)) : (match(as.raw(1:2), n))))
  }
  s
}
f(y[[1]], c(TRUE, NA))
formals(f)
rm(list = ls(all.names = TRUE))
# program 307
x <- as.raw(1:2)
y <- list(k = 1:2, l = "t")
z <- list(1, "s")
f <- function(n, a) {
  w <- { cat("q\n"); Filter(function(e) c(TRUE, NA), 3L) }
  m <- function(..., a) {
    on.exit(cat("leaving\n"), add = TRUE)
    z <<- a
    is.list(-NULL)
  }
  print(class(sys.function()))
  m(eval(quote(z), list(x = 10, y = 20)) - w)
}
g <- function(s, b) {
  force(b)
  withCallingHandlers(warning("odd"), warning = function(e) stop("again"))
  is.na(b) <- list(k = 1:2, l = "t")
  k <- function(n) {
    m <- function(...) {
      a <- -NaN
      print(environmentName(parent.frame()))
      return(n)
    }
    w <- NA_integer_
    v <- f(a = s, !x[4])
    k <- function(a, b = n) {
      eval(quote(y <- quote(p + q)), parent.frame())
      eval.parent(quote(a[2] <- 9))
      tryCatch({ signalCondition(simpleCondition("sign"), NULL); "done" }, warning = function(e) invokeRestart("mine", 3), finally = cat("finally\n"))
      levels(z) <<- local({ u <- c(1L, NA, 3L); \(e, ...) w })(1) == { cat("q\n"); { cat("q\n"); list(b, k = 2) } }
      n[c(TRUE, NA)]
    }
    identical(c(k = 1, l = 2), eval(substitute(n), list(x = 3)))
  }
  { cat("r\n"); mapply(function(e) (as.logical(y)) == (toupper(z)), as.raw(1:2), 1i) }
}
h <- function() {
  if (c("u", "v") <= y) {
    v <- x
  } else {
    w <- g((seq_along(structure(1:2, note = "n")[1])) - (with(list(x = 5), NaN)), quote(substitute((g)(list(1, "s")), list(x = 1))))
  }
  on.exit(print(sys.call()))
  f(x)
}
g(z)
str(Filter(function(e, n = e) n, x))
rm(list = ls(all.names = TRUE))
# program 308
x <- FALSE
f <- function(n = Inf, ...) {
  delayedAssign("v", { cat("delayed\n"); n })
  print(match.call(expand.dots = FALSE))
  n |> identity()
}
g <- function(s, b) {
  b <- mean(f(n = NULL))
  v <- x[0]
  print(match.call())
  return(s)
}
str(character(0))
g(c(k = 1, l = 2), g(n = (function(e, n = e) n)(x)))
g(s = if (identical(x, x) || FALSE) { cat("p\n"); g(x) } %in% xor(x |> identity(), -x) else identity(x))
rm(list = ls(all.names = TRUE))
# program 309
x <- list(k = 1:2, l = "t")
f <- function(b, ...) {
  v <- x[[x]]
  as.raw(1:2)
}
x
y <- factor(c("u", "v", "u")) |> identity()
c(TRUE, NA) |> identity()
rm(list = ls(all.names = TRUE))
# program 310
x <- -1.5
y <- "2"
z <- c("u", "v")
f <- function(n) {
  v <- if (is.null(list(k = 1:2, l = "t"))) deparse(matrix(1:4, 2)[y]) else Reduce(`+`, n, accumulate = FALSE)
  w <- c("u", "v")
  Inf["k"]
}
f(quote(p + q)[4])
switch(2, u = , v = x, s = { cat("arm\n"); 2 })
rm(list = ls(all.names = TRUE))
# program 311
x <- c("u", "v")
y <- -1.5
f <- function(b, s = { cat("default\n"); b }) {
  print(missing(b))
  { cat("p\n"); -append(head(y, 2), !2) }
  a <- local({ u <- b; \(e, ...) NaN })(1)
  a
}
g <- function(n, b) {
  assign("z", b[[1]], envir = parent.frame())
  if (is.numeric(b) && b > 1) {
    a <- y
  } else {
    v <- c((stopifnot(-x)) - (1i["k"]), x & NA[x])
  }
  m <- function(n = { cat("default\n"); as.raw(1:2) }, ...) {
    w <- b[]
    try(message("hello"), silent = TRUE)
    unlist(TRUE)
  }
  (sapply(1i, function(e, n = e) n)) && ((round(f(v, b = y))) | (as.character(character(0))))
}
do.call(\(e, ...) x, list(y))
x[4]
z <- { cat("p\n"); x }
z <- mapply(function(e, n = e) n, z, x)
tryCatch(signalCondition(simpleCondition("sign"), NULL), error = function(e) e)
rm(list = ls(all.names = TRUE))
# program 313
x <- NULL
y <- Inf
z <- letters[1:3]
f <- function(..., b = { cat("default\n"); y }) {
  i <- 0
  repeat {
    i <- i + 1
    if (i > 3) break
    if (i == 2) { identity(break) }
    w <- (b - (\(e, ...) "s")(character(0))) * (nargs())
    cat(i, "\n")
  }
  do.call(\(e, ...) y, list(b))
}
f(with(list(x = 5), (lapply(numeric(0), function(e) substitute(e))) + (y)), f(cumsum(switch("v", u = , v = 0L, s = { cat("arm\n"); z }))), k = eval(parse(text = "x")))
`{` <- function(...) list(...)[[1]]
f(mapply(function(e) substitute(e), x, z))
Map(function(e, n = e) n, c(k = 1, l = 2), 1:2)
rm(`{`)
rm(list = ls(all.names = TRUE))
# program 314
x <- seq(2, 6, 2)
f <- function(n = { cat("default\n"); x }, ...) {
  v <- !lapply(c(1L, NA, 3L), function(e) e) && n
  c(...)
}
f()
x
f(x[2])
is.list(x)
f(rep(x[c(TRUE, NA)], 2), f(x), do.call(function(e) letters[1:3], list(x)))
rm(list = ls(all.names = TRUE))
# program 315
x <- factor(c("u", "v", "u"))
y <- c(1L, NA, 3L)
f <- function(..., a) {
  a <- switch(2, u = , v = y, s = { cat("arm\n"); y })
  b <- list(x, k = (function(e, n = e) n)(1i))
  v <- y
  (function(e) a[4])(y)
}
!1:3
i <- 0
repeat {
  i <- i + 1
  if (i > 3) break
  tryCatch(if (i == 2) next, finally = cat("again\n"))
  class(x) <- f(s = x[4])
  cat(i, "\n")
}
f(quote(c(unique(x), y[[y]])))
str("2"[2])
rm(list = ls(all.names = TRUE))
# program 316
x <- 1
f <- function(a = { cat("default\n"); a }, s, n) {
  print(nargs())
  w <- s
  x[0]
  eval(quote(b <- c(1L, NA, 3L)), parent.frame())
  (identity(n)) == (head(s, 2))
}
g <- function(n, a = parent.frame()) {
  force(n)
  m <- function(n) {
    k <- function(s, a = .Machine$integer.max) {
      v <- !n
      f(k = NA_integer_)
    }
    w <- n
    if (length("s") > 1) {
      v <- (x) %% (x[-1])
    }
    print(substitute(n))
    k(class({ cat("q\n"); f(k = w, n) }) >= n[-1])
  }
  k <- function(b, a) {
    print(missing(b))
    names(a) <- a - -1.5["k"]
    b = sapply(b, m)
    f(b[[1]])
  }
  return(do.call("k", list(x, 1)))
}
(function(e) substitute(e))(x)
z <- x
f(do.call("f", list(x, z)))
x <- z[2]
rm(list = ls(all.names = TRUE))
# program 317
x <- 2
y <- 1i
f <- function(s) {
  (numeric(0)[1]) %/% (y)
  assign("x", eval(quote(y), list(x = 10, y = 20)))
  v <- list(1, "s")[2]
  numeric(0)
}
f(switch("u", u = , v = y, s = { cat("arm\n"); x }, 1), f(), s = -(function(e) substitute(e))(x))
y[1] <- !list(k = 1:2, l = "t") %/% y == x
names(x) <- within(list(k = 1), m <- x)
y$k[2] <- { cat("r\n"); max(eval(quote(z), list(x = 10, y = 20)), if (is.numeric(x) && y > 1) switch(2, u = , v = y, s = { cat("arm\n"); 2 }) else Filter(function(e) substitute(e), x)) }
f(x, x, n = y)
rm(list = ls(all.names = TRUE))
# program 318
x <- 0L
y <- seq(2, 6, 2)
z <- matrix(1:4, 2)
f <- function(n) {
  print(match.call())
  local(w <- NA)
  if (x) {
    v <- { cat("r\n"); x }
  } else {
    a <- unlist(2147483647L[])
  }
  assign("w", x, envir = parent.frame())
  (function(e) substitute(e))(y)
}
g <- function(s) {
  v <- x[-1]
  if (s <= y) {
    v <- { cat("p\n"); s }
  }
  f(f(FALSE$k, { cat("p\n"); f(z) }))
}
Map(\(e, ...) z, z, 1:2)
class(z) <- { cat("p\n"); { cat("q\n"); Inf[] } }
f(f(), n = as.integer(if (is.null(y)) do.call(function(e, n = e) n, list(2147483647L)) else (c(1L, NA, 3L)[0]) / (any(y))))
rm(list = ls(all.names = TRUE))
# program 319
x <- 3L
f <- function(s, n = stop("needed"), ...) {
  w <- "s"
  print(substitute(n))
  print(nargs())
  switch("u", u = , v = list(), s = { cat("arm\n"); n })
}
g <- function(s, a = stop("needed")) {
  if (a == 0L) {
    a$k[2] <- c(4, 5, 6)[[1]]
  } else {
    y <<- (args(f)) + (f(b = s[2], typeof(Filter(f, NA_integer_)), NA_integer_))
  }
  is.list(typeof(exists("z")))
}
h <- function(a = matrix(1:4, 2)) {
  assign("a", x)
  tryCatch(stop("bad"), message = function(e) e)
  v <- g(f(a, as.numeric(1i) - invisible(a)), x)
  local({ u <- x; function(e, n = e) n })(1)
}
{ cat("p\n"); 1:3[-1] }
`if` <- function(test, yes, no) { cat("if\n"); yes }
f(b = -max(h(a = x, letters[1:3], "s"), as.character(2)) + -{ cat("r\n"); f(b = x, x) })
within(list(k = 1), m <- x)
rm(`if`)
g(x & switch("u", u = , v = x, s = { cat("arm\n"); x }) & { cat("q\n"); x }, )
str(x %/% if (identical(x, x) || FALSE) body(f) else !Map(function(e, n = e) n, x, 1:2))
rm(list = ls(all.names = TRUE))
# program 320
x <- as.raw(1:2)
y <- NA
f <- function(a, ..., b) {
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) { identity(break) }
    b <- as.numeric({ cat("p\n"); a })
    cat(j, "\n")
  }
  if (!x) {
    names(z) <<- any(names(...length()))
  } else {
    names(b)[1] <- b[c(TRUE, NA)]
  }
  b
}
g <- function(n = parent.frame(), b = b + 1, a) {
  -a
  if (TRUE) {
    v <- ifelse(f(), 1, 0)
  } else {
    b <- deparse(formals(f))
  }
  m <- function(a) {
    print(match.call())
    assign("b", eval(quote(f(f(stopifnot(0L), s = unlist(n))))))
    if (identical(seq(2, 6, 2), a) || FALSE) {
      z <<- lapply("2", function(e) substitute(e))
    } else {
      a <- y
    }
    w <- factor(c("u", "v", "u")) %/% f(n = list(1, "s")[], -a %in% y)
    f()
  }
  { cat("r\n"); attributes(y$k) }
}
tryCatch(withCallingHandlers(g(substitute(list(1, "s")[0], list(x = 1))), condition = function(e) print(conditionCall(e))), error = function(e) print(conditionMessage(e)))
tryCatch({ warning("odd"); "done" }, condition = function(e) class(e)[1], finally = cat("finally\n"))
{ cat("p\n"); 2[2] }
Reduce(function(p, q) q, y, accumulate = FALSE)
g(bquote(1 + .(x)))
rm(list = ls(all.names = TRUE))
# program 321
x <- matrix(1:4, 2)
y <- TRUE
f <- function(s, b) {
  force(b)
  if (TRUE) {
    a <- substitute({ cat("p\n"); x[2] }, list(x = 1))
  }
  k <- function(n, s) {
    print(class(sys.function()))
    if (TRUE) {
      a[a > 1] <- { cat("p\n"); .Machine$integer.max[] }
    } else {
      b <- character(0)
    }
    for (j in c(2, 5)) {
      w <- !Reduce(function(p, q) q, b, accumulate = FALSE)
      cat(j, "\n")
    }
    m <- function(...) {
      i <- 0
      repeat {
        i <- i + 1
        if (i > 3) break
        if (i == 2) next
        body(f) <- { cat("r\n"); list(1, "s")[[1]] }
        cat(i, "\n")
      }
      list(...)
    }
    m(b = m(list(1, "s")))
  }
  tryCatch(withCallingHandlers(substitute(s), message = function(e) print(conditionCall(e))), error = function(e) print(conditionMessage(e)))
  rep((a) * (a[[1]]), 2)
}
g <- function(n = { cat("default\n"); "s" }, s = a + 1, b) {
  w <- f(y[2])
  vapply(b, function(e) substitute(e), 1)
}
print(try(g(if (isTRUE(x)) if (!x) x else x[[FALSE]] else f(!f(x, s = x, a = 1))), silent = TRUE))
class(x) <- names(y[])
rm(list = ls(all.names = TRUE))
# program 322
x <- factor(c("u", "v", "u"))
y <- FALSE
z <- -1.5
f <- function(b) {
  evalq(v <- 7, environment())
  if (isTRUE(x)) stop("wrong")
  z
}
str(!body(f))
y
withRestarts(withCallingHandlers(warning("odd"), error = function(e) stop("again")), mine = function(v) v + 1)
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  7
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(y, class = c("one", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o & -1
rm(list = ls(all.names = TRUE))
# program 323
x <- NaN
y <- TRUE
z <- list(k = 1:2, l = "t")
f <- function(s, b) {
  on.exit(print(x), add = TRUE)
  print(environmentName(parent.frame()))
  b[]
}
names(z$k)[1] = f(attributes(is.na(z[1:3])))
str(as.numeric((attributes(length(z))) ^ (eval(parse(text = "x")))))
rm(list = ls(all.names = TRUE))
# program 324
x <- NULL
y <- letters[1:3]
z <- NA
f <- function(..., n = { cat("default\n"); n }) {
  print(environmentName(parent.frame()))
  y
}
g <- function(a, n, ...) {
  k <- function() {
    for (j in seq_along(x)) {
      if (j == 2) { identity(break) }
      y <- if (isTRUE(j)) -within(list(k = 1), m <- list(k = 1:2, l = "t")) else get0("y")
      cat(j, "\n")
    }
    message("note")
    v <- mean(-do.call(function(e) substitute(e), list(x)))
    x
  }
  w <- local({ u <- a; \(e, ...) factor(c("u", "v", "u")) })(1)
  x <<- mean(w[])
  y
}
h <- function(...) {
  eval.parent(quote(a[2] <- 9))
  if (length(x) > 1) {
    b <- x
  } else {
    v <- y
  }
  if (isTRUE(x)) stop("wrong")
  for (j in 1:3) {
    if (j == 2) { identity(break) }
    a <- switch("v", u = , v = y, s = { cat("arm\n"); 2147483647L })
    cat(j, "\n")
  }
  g(a = identity(NA), (function(e, n = e) n)(list(k = 1:2, l = "t")))
}
switch("v", u = , v = z, s = { cat("arm\n"); z }, x)
withCallingHandlers(vapply(z, \(e, ...) e, 1), warning = function(e) invokeRestart("muffleWarning"))
rm(list = ls(all.names = TRUE))
# program 325
x <- TRUE
y <- NaN
z <- -1.5
f <- function(..., b) {
  evalq(x <- 7, environment())
  c(k = 1, l = 2)
}
f(list(x, k = exists("y")), a = y[2])
str(if (length(x) > 1) Map(function(e) as.logical(-1.5), z, 1:2) else f((z[[1]]) < (x - z), { cat("r\n"); x[z] }))
rm(list = ls(all.names = TRUE))
# program 326
x <- letters[1:3]
f <- function() {
  tryCatch(withCallingHandlers(warning("odd"), message = function(e) stop("again")), error = function(e) print(conditionMessage(e)))
  x == sum(x)
}
g <- function(..., a = sys.call()) {
  on.exit(print(a), add = TRUE, after = FALSE)
  on.exit(print(a), add = TRUE)
  w <- f(head(f(switch("u", u = , v = x, s = { cat("arm\n"); a })), 2), b = { cat("p\n"); lapply(a, function(e) substitute(e)) }, ...)
  class(x) <<- substitute(a)
  x$k
}
y <- x["k"]
str(-toupper(TRUE))
rm(list = ls(all.names = TRUE))
# program 327
x <- quote(p + q)
f <- function(..., b) {
  a <- !x
  a
}
g <- function(b = x) {
  m <- function(b, n = sys.call()) {
    w <- deparse(quote(n))
    if (b > matrix(1:4, 2)) {
      a <- do.call("f", list(NaN, character(0)))
    } else {
      is.na(w) <- as.logical(f(s = if (b) !b else (function(e, n = e) n)(w), Reduce(`+`, b, accumulate = FALSE)))
    }
    "2"
  }
  print(class(sys.function()))
  print(substitute(b))
  withRestarts(withCallingHandlers(stop("bad"), warning = function(e) class(e)[1]), mine = function(v) v + 1)
  invisible(any(list(1, "s") * { cat("q\n"); x }))
}
tryCatch(g(f(sapply(x, function(e) substitute(e)))), message = function(e) e)
print.one <- function(x, ...) {
  cat("one print\n")
  NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(!g(x[c(TRUE, NA)]), class = c("one", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o + 1
`if` <- function(test, yes, no) { cat("if\n"); yes }
g(identical(NaN, f(s = exists("z"))), x[2])
x[2]
rm(`if`)
rm(list = ls(all.names = TRUE))
# program 328
x <- as.raw(1:2)
y <- .Machine$integer.max
z <- seq(2, 6, 2)
f <- function(s, n = { cat("default\n"); c(k = 1, l = 2) }) {
  a <- (round(x)) %% (("2") < ((y && y) + ((x) : (n))))
  --if (isTRUE(list())) eval(substitute(s), list(x = 3)) else -s
  if (isTRUE(1:3)) {
    w <- a[2]
  }
  v <- exists("y")
  return(1i)
}
g <- function(n, a = list(k = 1:2, l = "t")) {
  for (i in seq_along(x)) {
    if (i == 2) { identity(break) }
    w <- y
    cat(i, "\n")
  }
  a <- sum(vapply(y, function(e, n = e) n, 1))
  typeof(!z[c(TRUE, NA)])
}
z <- z
max(f(s = g(identity(x), do.call(\(e, ...) y, list(x)), 2147483647L[0]), do.call(f, list(y))), bquote(1 + .(numeric(0))))
y$k <- x[[1]]
rm(list = ls(all.names = TRUE))
# program 329
x <- list(k = 1:2, l = "t")
y <- as.raw(1:2)
f <- function(n, ...) {
  if (exists("b", inherits = FALSE)) rm(b)
  "s"[2]
}
g <- function(s, b = 1, n) {
  w <- x |> identity()
  attr(w, "note") = !invisible(w)
  f()
}
y
(y) - (g(!y, rev(-x), list(1, "s") / !c(4, 5, 6)))
rm(list = ls(all.names = TRUE))
# program 330
x <- -1.5
y <- 0L
z <- matrix(1:4, 2)
f <- function() {
  assign("v", NaN)
  withCallingHandlers(message("hello"), message = function(e) class(e)[1])
  a <- { cat("p\n"); z[-1] }
  { cat("p\n"); with(list(x = 5), z[c(TRUE, NA)]) }
}
g <- function(n, ...) {
  w <- n[0]
  b <- { cat("q\n"); if (!z) with(list(x = 5), switch(2, u = , v = y, s = { cat("arm\n"); w }, y)) else substitute(if (TRUE) n else n, list(x = 1)) }
  f(s = as.numeric(w[[w]]), ...)
}
h <- function(n) {
  b <- character(0)
  a <- y$k
  k <- function(b, s = stop("needed"), n) {
    2
    if (identical(y, x) || FALSE) f() else list(k = 1:2, l = "t")[c(TRUE, NA)] %in% c("u", "v") < 1[z]
  }
  { cat("p\n"); bquote(1 + .(character(0))) == k(b = n[[seq(2, 6, 2)]], ) }
}
z <- { cat("r\n"); vapply(z, g, 1) }
h(k = if (TRUE) if (!z) x[TRUE] else f(x) else switch("v", u = , v = x, s = { cat("arm\n"); numeric(0) }, y))
withRestarts(withCallingHandlers(h(x), condition = function(e) class(e)[1]), mine = function(v) v + 1)
tryCatch({ h(mean(y), (z[-1]) < ({ cat("q\n"); y[-1] })); "done" }, condition = function(e) class(e)[1], finally = cat("finally\n"))
str(matrix(1:4, 2))
rm(list = ls(all.names = TRUE))
# program 331
x <- .Machine$integer.max
y <- NULL
z <- c(TRUE, NA)
f <- function(s) {
  for (j in c(2, 5)) {
    if (j == 2) next
    w <- { cat("r\n"); Map(function(e, n = e) n, s, 1:2) }
    cat(j, "\n")
  }
  print(sys.call())
  if (exists("v", inherits = FALSE)) rm(v)
  numeric(0)
}
g <- function(n = -1.5) {
  print(substitute(n))
  if (isTRUE(x)) {
    w <- .Machine$integer.max[y]
  } else {
    z <<- Inf
  }
  -x[]
}
h <- function(n, a) {
  m <- function(s, n = parent.frame()) {
    if (identical(1, a) || FALSE) {
      v <- sapply(-1.5, function(e) do.call("f", list(a, c(1L, NA, 3L))))
    } else {
      b <- toupper(stopifnot(g(y)))
    }
    on.exit(cat("bye", x, "\n"), add = TRUE)
    m <- function() {
      if (exists("y", inherits = FALSE)) rm(y)
      ---g(factor(c("u", "v", "u")))
    }
    m(s = g(k = { cat("p\n"); b |> identity() }))
  }
  v <- attributes(eval(quote(mapply(f, c(k = 1, l = 2), y))))
  b <- if (isTRUE(y)) substitute(matrix(1:4, 2)[2], list(x = 1)) else sqrt((x[0]) %/% ({ cat("q\n"); structure(1:2, note = "n") }))
  on.exit(print(a), add = TRUE)
  invisible(g(b = "s"))
}
describe <- function(x, ...) { x <- 1; UseMethod("describe") }
describe.default <- function(x, ..., extra = "none") { cat("default", extra, nargs(), "\n"); invisible(x) }
describe.one <- function(x, ...) {
  cat("one describe\n")
  x <- 0; NextMethod()
}
describe.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(0L[[1]], class = c("two", "one"))
describe(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o - 1
sqrt((names("s"[[y]])) && (rev(character(0) * x)))
rm(list = ls(all.names = TRUE))
# program 332
x <- quote(p + q)
f <- function(s = n, n) {
  w <- switch(s, u = , v = FALSE, s = { cat("arm\n"); character(0) }, n)
  a <- bquote(1 + .(n))
  print(missing(n))
  print(environmentName(parent.frame()))
  numeric(0)
}
g <- function(s) {
  w <- f()
  b <- "s"
  print(deparse(substitute(s)))
  invisible({ cat("q\n"); f() })
}
h <- function(n, b = stop("needed")) {
  print(missing(n))
  print(deparse(substitute(n)))
  a <- args(f)
  return(f(f(g(g(x, NaN), k = g(), n[]), c(g(n), if (TRUE) n else list(1, "s"))), x[c(TRUE, NA)]))
}
h(n = x[])
g(x, (x[x]) %in% (x))
rm(list = ls(all.names = TRUE))
# program 333
x <- numeric(0)
y <- numeric(0)
z <- 1:3
f <- function() {
  print(nargs())
  tryCatch(withCallingHandlers(signalCondition(simpleCondition("sign"), NULL), warning = function(e) invokeRestart("mine", 3)), error = function(e) print(conditionMessage(e)))
  a <- z["k"]
  return(toupper(stopifnot(cumsum(body(f)))))
}
g <- function(b = list(), s) {
  i <- 0
  while (i < 3) {
    i <- i + 1
    if (i == 2) { identity(break) }
    v <- switch(2, u = , v = y, s = { cat("arm\n"); letters[1:3] })
    cat(i, "\n")
  }
  names(b$k)[1] <- do.call("f", list(matrix(1:4, 2), z))
  if (isTRUE(s)) {
    w <- -1.5[[b]]
  } else {
    length(b) <- -nchar(lapply(z, function(e, n = e) n))
  }
  a <- f(y %in% within(list(k = 1), m <- y), mapply(f, z, factor(c("u", "v", "u"))), ((\(e, ...) z)("s")) : (s))
  f(b = -list()[2], NaN["k"])
}
f(x)
j <- 0
repeat {
  j <- j + 1
  if (j > 3) break
  if (j == 2) { identity(break) }
  levels(z) <- { cat("p\n"); if (isTRUE(j)) g(s = f(3L, j)) else x$k }
  cat(j, "\n")
}
x <- g(x, f(2))
(do.call("f", list(z, 2147483647L))) - (g(f((z) | (y), g(n = y, s = list(1, "s")), sum(x))))
attr(z, "note") <- x[z]
rm(list = ls(all.names = TRUE))
# program 334
x <- 1i
f <- function(n) {
  eval.parent(quote(w[2] <- 9))
  { cat("r\n"); -Reduce(`+`, n, accumulate = TRUE) }
}
g <- function(n, s = { cat("default\n"); c(1L, NA, 3L) }, ..., a) {
  if (s) {
    b <- seq(2, 6, 2)
  } else {
    a$k[2] <- 1
  }
  j <- 0
  repeat {
    j <- j + 1
    if (j > 3) break
    if (j == 2) next
    b <- f(b %% list(), ...)
    cat(j, "\n")
  }
  invisible(toupper(vapply(n, function(e) !if (is.null(x)) e else b, 1)))
}
z <- x
(FALSE) %/% (g(s = cumsum(quote(p + q) < x)))
g()
rm(list = ls(all.names = TRUE))
# program 335
x <- 1
f <- function(a, n = { cat("default\n"); x }) {
  w <- append(if (a) character(0) else sapply(a, function(e) substitute(e)), x[])
  length(w) <- quote(p + q)[[n]] - Reduce(`+`, w, accumulate = FALSE)
  cat(sort(ls()), "\n")
  vapply(NA_integer_, function(e, n = e) n, 1)
}
g <- function(n) {
  w <- c(TRUE, NA)[0]
  invisible(NaN)
}
print(try(f(if (x) x else if (identical(x, c(TRUE, NA)) || FALSE) do.call("g", list(x, quote(p + q))) else x[2], a = { cat("p\n"); lapply(x, function(e, n = e) n) }, x[-1]), silent = TRUE))
f(k = eval(quote(x), list(x = 10, y = 20)), c(4, 5, 6)["k"], a = { cat("r\n"); list()[1] })
print.one <- function(x, ...) {
  cat("one print\n")
  invisible(NULL)
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(-x, class = c("one", "one"))
length(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  unclass(e1)
}
o %% o
g(k = is.list(head((x) %/% (x) %in% g(1), 2)), x)
tryCatch(withCallingHandlers(do.call("g", list(x, x)), message = function(e) class(e)[1]), error = function(e) print(conditionMessage(e)))
rm(list = ls(all.names = TRUE))
# program 336
x <- list()
f <- function(n) {
  assign("v", x)
  on.exit(x <<- list(k = 1:2, l = "t"), add = TRUE, after = FALSE)
  -cumsum(as.raw(1:2)[[1]])
}
print(try(f(1:3[x], { cat("r\n"); { cat("q\n"); mapply(function(e, n = e) n, factor(c("u", "v", "u")), x) } }), silent = TRUE))
f(-!if (!x) x else x %in% match(x, FALSE - Inf))
f()
f(args(f))
print.one <- function(x, ...) {
  cat("one print\n")
  x <- 0; NextMethod()
}
print.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x[0], class = c("one", "one"))
print(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  NextMethod()
}
o & 1
rm(list = ls(all.names = TRUE))
# program 337
x <- structure(1:2, note = "n")
f <- function(a = 2) {
  b <- { cat("r\n"); a[0] }
  a
}
g <- function(b, s = w + 1) {
  v <- sapply(x, function(e, n = e) n)
  a <- c(TRUE, NA)["k"]
  eval(quote(switch("v", u = , v = a, s = { cat("arm\n"); a })))
}
h <- function(n, b = parent.frame(), s) {
  m <- function(n, b) {
    w <- b[0]
    a <- identity(c(TRUE, NA))
    names(a[b] / 1i[[FALSE]])
  }
  print(deparse(substitute(b)))
  if (1) {
    class(b) <- n[2]
  }
  k <- function(a = v + 1) {
    if (is.numeric(a) && quote(p + q) > 1) {
      b[[1]][2] <- b[0]
    } else {
      w <- c(substitute(a, list(x = 1)), match(as.numeric(a), quote(p + q)))
    }
    k <- function(n) {
      b = rev(if (TRUE) (letters[1:3]) + (x) else (!x) >= (switch("u", u = , v = n, s = { cat("arm\n"); w })))
      print(environmentName(parent.frame()))
      exists("v")
    }
    (k(a$k, mean(n))) | (rep(!rep(seq(2, 6, 2), 2), 2))
  }
  if (identical(structure(1:2, note = "n"), s) || FALSE) { cat("p\n"); g(b[[b]], identical(s, list(k = 1:2, l = "t"))) } else -b
}
y <- -(x) - (h(letters[1:3])) + g(x[0], -if (is.null(x)) x else "2", sapply(x, f))
y <- -(x) >= (c("u", "v"))
`-` <- function(a, b) missing(b)
f({ cat("p\n"); f((local({ u <- "s"; f })(1)) + (2147483647L)) })
!0L
rm(`-`)
g(k = -!substitute(names(y), list(x = 1)), n = x[[y]])
rm(list = ls(all.names = TRUE))
# program 339
x <- TRUE
f <- function() {
  as.raw(1:2)[NA]
  (function(e) substitute(e))(FALSE)
}
g <- function() {
  as.raw(1:2)
  b <- x
  cat("here\n")
  print(class(sys.function()))
  (list()[c(TRUE, NA)]) + (-!f(b))
}
format.one <- function(x, ...) {
  cat("one format\n")
  7
}
format.two <- function(x, ...) {
  cat("two", class(x), "\n")
  NextMethod()
}
o <- structure(x < x, class = c("two", "one"))
summary(o)
Ops.one <- function(e1, e2) {
  cat(.Generic, nargs(), "\n")
  get(.Generic)(unclass(e1), 1)
}
o - o
try(signalCondition(simpleCondition("sign"), NULL), silent = TRUE)
rm(list = ls(all.names = TRUE))
# program 341
x <- list(k = 1:2, l = "t")
y <- FALSE
z <- 0L
f <- function(n, s = c(4, 5, 6), a = n + 1, ...) {
  if (!s) {
    w <- any(is.function(!rep(z, 2)))
  }
  local(a <- 2147483647L[[1]])
  local(y <- 2147483647L[list()])
  if (isTRUE(x)) stop("wrong")
  append(is.function(({ cat("p\n"); n }) && (switch("u", u = , v = s, s = { cat("arm\n"); w }))), eval(quote({ cat("p\n"); x })))
}
f(lapply(quote(p + q), function(e) substitute(e)), n = TRUE, { cat("q\n"); !toupper(any(3L)) })
print(try(f(if (isTRUE(x)) y[-1] else (z) : (unlist({ cat("p\n"); x })), names(eval(parse(text = "y"))), k = z), silent = TRUE))
z <- (switch(as.raw(1:2), u = , v = z, s = { cat("arm\n"); seq(2, 6, 2) })) < (eval(quote(y[4]))) %/% vapply(3L, function(e, n = e) n, 1)
f()
!(function(e) NaN)(x)
rm(list = ls(all.names = TRUE))
