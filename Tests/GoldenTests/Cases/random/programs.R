# environment: R_ENABLE_JIT=0
# Seventeen programs of Tests/RandomPrograms, by their seeds: together they call most of what it generates.
options(error = expression(NULL), warn = 0, showErrorCalls = FALSE)
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
