#' Symbolic derivatives
#'
#' `D` returns the derivative of an expression with respect to a name; `deriv`
#' and `deriv3` return code that computes a value with its gradient (and
#' Hessian).
#'
#' @param expr an expression or call; for `deriv` also a one-sided formula.
#' @param name the name of the variable.
#' @examples
#' D(quote(sin(x)^2), "x")
D <- function(expr, name) {
  if (is.expression(expr)) {
    if (length(expr) == 0L) stop("expression must not be type 'expression(0)'")
    expr <- expr[[1L]]
  }
  if (!(is.call(expr) || is.symbol(expr) || is.numeric(expr) || is.complex(expr))) {
    stop("expression must not be type '", typeof(expr), "'")
  }
  if (!is.character(name) || length(name) < 1L) {
    stop("variable must be a character string")
  }
  if (length(name) > 1L) warning("only the first element is used as variable name")
  grouped_signs(derivative(expr, name[1L]))
}

# The derivative, built with simplified calls.
derivative <- function(e, name) {
  if (is.symbol(e)) return(if (identical(as.character(e), name)) 1 else 0)
  if (!is.call(e)) return(0)
  operator <- if (is.symbol(e[[1L]])) as.character(e[[1L]]) else ""
  a <- if (length(e) > 1L) e[[2L]]
  b <- if (length(e) > 2L) e[[3L]]
  da <- function() derivative(a, name)
  db <- function() derivative(b, name)
  times <- function(x, y) simple("*", x, y)
  over <- function(x, y) simple("/", x, y)
  minus <- function(x, y) simple("-", x, y)
  power <- function(x, y) simple("^", x, y)
  negative <- function(x) simple("-", x)
  switch(
    operator,
    `(` = da(),
    `+` = if (is.null(b)) simple("+", da()) else simple("+", da(), db()),
    `-` = if (is.null(b)) negative(da()) else minus(da(), db()),
    `*` = simple("+", times(da(), b), times(a, db())),
    `/` = {
      first <- da()
      second <- db()
      minus(over(first, b), over(times(a, second), power(b, 2)))
    },
    `^` = power_derivative(a, b, name),
    exp = times(e, da()),
    log = if (is.null(b)) over(da(), a)
      else stop("only single-argument calls to log() are supported;\n  maybe use log(x,a) = log(x)/log(a)",
                call. = FALSE),
    cos = negative(times(call("sin", a), da())),
    sin = times(call("cos", a), da()),
    tan = over(da(), power(call("cos", a), 2)),
    cosh = times(call("sinh", a), da()),
    sinh = times(call("cosh", a), da()),
    tanh = over(da(), power(call("cosh", a), 2)),
    sqrt = derivative(call("^", a, 0.5), name),
    pnorm = times(call("dnorm", a), da()),
    dnorm = negative(times(times(a, call("dnorm", a)), da())),
    asin = over(da(), call("sqrt", minus(1, power(a, 2)))),
    acos = negative(over(da(), call("sqrt", minus(1, power(a, 2))))),
    atan = over(da(), simple("+", 1, power(a, 2))),
    lgamma = times(da(), call("digamma", a)),
    gamma = times(da(), times(e, call("digamma", a))),
    digamma = times(da(), call("trigamma", a)),
    trigamma = times(da(), call("psigamma", a, 2L)),
    psigamma = times(da(), if (is.null(b)) call("psigamma", a, 1L)
      else if (is.numeric(b)) call("psigamma", a, if (is.integer(b)) b + 1L else b + 1)
      else call("psigamma", a, simple("+", b, 1L))),
    log1p = over(da(), simple("+", 1, a)),
    expm1 = times(call("exp", a), da()),
    log2 = over(da(), times(a, quote(log(2)))),
    log10 = over(da(), times(a, quote(log(10)))),
    cospi = negative(times(times(call("sinpi", a), quote(pi)), da())),
    sinpi = times(times(call("cospi", a), quote(pi)), da()),
    tanpi = over(times(quote(pi), da()), power(call("cospi", a), 2)),
    factorial = times(da(), times(call("digamma", simple("+", a, 1)), call("factorial", a))),
    lfactorial = times(da(), call("digamma", simple("+", a, 1))),
    stop(gettextf("Function '%s' is not in the derivatives table", operator),
         call. = FALSE, domain = NA))
}

power_derivative <- function(a, b, name) {
  if (is.numeric(b) || is.logical(b)) {
    # n * (da * a^(n - 1)): the order in which the factors are written.
    return(simple("*", b, simple("*", derivative(a, name), simple("^", a, b - 1))))
  }
  first <- simple("*", simple("^", a, simple("-", b, 1)), simple("*", b, derivative(a, name)))
  second <- simple("*", simple("^", a, b), simple("*", call("log", a), derivative(b, name)))
  simple("+", first, second)
}

is_number <- function(x, value) is.numeric(x) && length(x) == 1L && x == value

is_negative <- function(x) {
  is.call(x) && identical(x[[1L]], as.name("-")) && length(x) == 2L
}

# A call with the simplifications that the derivatives table makes.
simple <- function(operator, a, b) {
  one_argument <- missing(b)
  switch(
    operator,
    `+` = if (one_argument) a
      else if (is_number(a, 0)) b
      else if (is_number(b, 0)) a
      else if (is_negative(a)) simple("-", b, a[[2L]])
      else if (is_negative(b)) simple("-", a, b[[2L]])
      else call("+", a, b),
    `-` = if (one_argument) {
      if (is_number(a, 0)) 0 else if (is_negative(a)) a[[2L]] else call("-", a)
    } else if (is_number(b, 0)) a
      else if (is_number(a, 0)) simple("-", b)
      else if (is_negative(a)) simple("-", simple("+", a[[2L]], b))
      else if (is_negative(b)) call("+", a, b[[2L]])
      else call("-", a, b),
    `*` = if (is_number(a, 0) || is_number(b, 0)) 0
      else if (is_number(a, 1)) b
      else if (is_number(b, 1)) a
      else if (is_negative(a)) simple("-", simple("*", a[[2L]], b))
      else if (is_negative(b)) simple("-", simple("*", a, b[[2L]]))
      else call("*", a, b),
    `/` = if (is_number(a, 0)) 0
      else if (is_number(b, 0)) NA_real_
      else if (is_number(b, 1)) a
      else if (is_negative(a)) simple("-", simple("/", a[[2L]], b))
      else if (is_negative(b)) simple("-", simple("/", a, b[[2L]]))
      else call("/", a, b),
    `^` = if (is_number(b, 1)) a
      else if (is_number(b, 0)) 1
      else call("^", a, b))
}

# Parentheses where an operand binds less tightly than the operator.
grouped_signs <- function(e) {
  if (!is.call(e)) return(e)
  operator <- if (is.symbol(e[[1L]])) as.character(e[[1L]]) else ""
  for (i in seq_along(e)[-1L]) e[[i]] <- grouped_signs(e[[i]])
  wrap <- function(i) {
    if (is.call(e[[i]]) && !identical(e[[i]][[1L]], as.name("("))) e[[i]] <<- call("(", e[[i]])
  }
  operand <- function(i) {
    part <- e[[i]]
    if (is.call(part) && is.symbol(part[[1L]])) as.character(part[[1L]]) else ""
  }
  count <- length(e) - 1L
  if (operator == "-" && count == 1L) {
    if (operand(2L) %in% c("+", "-", "*", "/")) wrap(2L)
  } else if (operator %in% c("+", "-") && count == 2L) {
    if (operator == "+" && operand(3L) == "-" && length(e[[3L]]) == 2L) wrap(3L)
    if (operator == "-" && operand(3L) %in% c("+", "-")) wrap(3L)
  } else if (operator == "*") {
    if (operand(3L) %in% c("+", "-", "*", "/")) wrap(3L)
    if (operand(2L) %in% c("+", "-") && length(e[[2L]]) == 3L) wrap(2L)
  } else if (operator == "/") {
    if (operand(3L) %in% c("+", "-", "*", "/")) wrap(3L)
    if (operand(2L) %in% c("+", "-") && length(e[[2L]]) == 3L) wrap(2L)
  } else if (operator == "^") {
    if (operand(2L) == "^") wrap(2L)
    if (operand(3L) %in% c("+", "-", "*", "/", "^") && length(e[[3L]]) == 3L) wrap(3L)
    if (operand(2L) %in% c("+", "-", "*", "/")) wrap(2L)
  }
  e
}

#' @rdname D
#' @param ... further arguments for methods.
#' @examples
#' f <- deriv(~ x^2, "x", func = TRUE)
#' f(3)
deriv <- function(expr, ...) UseMethod("deriv")

deriv.formula <- function(expr, namevec, function.arg = NULL, tag = ".expr",
                          hessian = FALSE, ...) {
  derivative_code(expr[[length(expr)]], namevec, function.arg, tag, hessian)
}

deriv.default <- function(expr, namevec, function.arg = NULL, tag = ".expr",
                          hessian = FALSE, ...) {
  derivative_code(expr, namevec, function.arg, tag, hessian)
}

#' @rdname D
#' @examples
#' deriv3(~ x^2, "x")
deriv3 <- function(expr, ...) UseMethod("deriv3")

deriv3.formula <- function(expr, namevec, function.arg = NULL, tag = ".expr",
                           hessian = TRUE, ...) {
  derivative_code(expr[[length(expr)]], namevec, function.arg, tag, hessian)
}

deriv3.default <- function(expr, namevec, function.arg = NULL, tag = ".expr",
                           hessian = TRUE, ...) {
  derivative_code(expr, namevec, function.arg, tag, hessian)
}

# Code that computes common subexpressions once.
derivative_code <- function(expr, names, function_argument, tag, hessian) {
  if (is.expression(expr)) expr <- expr[[1L]]
  if (!is.character(names) || length(names) < 1L) stop("invalid variable names")
  pool <- new.env()
  pool$parts <- list()
  # The place of an expression in the pool, 0 for a constant or a name.
  place <- function(e) {
    if (!is.call(e)) return(0L)
    if (identical(e[[1L]], as.name("("))) return(place(e[[2L]]))
    for (i in seq_along(e)[-1L]) {
      at <- place(e[[i]])
      if (at > 0L) e[[i]] <- as.name(paste0(tag, at))
      else if (is.call(e[[i]]) && identical(e[[i]][[1L]], as.name("("))) e[[i]] <- without_parentheses(e[[i]])
    }
    for (i in seq_along(pool$parts)) if (identical(pool$parts[[i]], e)) return(i)
    pool$parts <- c(pool$parts, list(e))
    length(pool$parts)
  }
  refer <- function(at, e) if (at > 0L) as.name(paste0(tag, at)) else e
  value_place <- place(expr)
  gradient <- lapply(names, function(name) derivative(expr, name))
  gradient_place <- integer(length(names))
  hessian_place <- list()
  second <- list()
  for (i in seq_along(names)) {
    gradient_place[i] <- place(gradient[[i]])
    if (hessian) {
      for (j in seq.int(i, length(names))) {
        key <- paste(i, j)
        second[[key]] <- derivative(gradient[[i]], names[j])
        hessian_place[[key]] <- place(second[[key]])
      }
    }
  }
  assemble_code(expr, names, function_argument, tag, hessian, pool$parts,
                value_place, gradient, gradient_place, second, hessian_place)
}

without_parentheses <- function(e) {
  while (is.call(e) && identical(e[[1L]], as.name("("))) e <- e[[2L]]
  e
}

assemble_code <- function(expr, names, function_argument, tag, hessian, parts,
                          value_place, gradient, gradient_place, second,
                          hessian_place) {
  count <- length(parts)
  label <- function(i) paste0(tag, i)
  results <- c(list(list(value_place, expr)),
               Map(list, gradient_place, gradient),
               if (hessian) Map(list, hessian_place, second))
  uses <- integer(count)
  mark <- function(e) {
    for (name in all.names(e, functions = FALSE)) {
      at <- match(name, label(seq_len(count)), 0L)
      if (at) uses[at] <<- uses[at] + 1L
    }
  }
  for (part in parts) mark(part)
  for (result in results) if (result[[1L]] > 0L) uses[result[[1L]]] <- uses[result[[1L]]] + 1L
  # A part that is used once is written where it is used.
  expand <- function(e) {
    if (is.symbol(e)) {
      at <- match(as.character(e), label(seq_len(count)), 0L)
      if (at && uses[at] < 2L) return(expand(parts[[at]]))
      return(e)
    }
    if (is.call(e)) for (i in seq_along(e)[-1L]) e[[i]] <- expand(e[[i]])
    e
  }
  shown <- function(at, e) {
    if (at == 0L) return(e)
    grouped_signs(expand(as.name(label(at))))
  }
  statements <- list()
  for (i in seq_len(count)) {
    if (uses[i] >= 2L) {
      statements <- c(statements, list(call("<-", as.name(label(i)), grouped_signs(expand(parts[[i]])))))
    }
  }
  quoted_names <- as.call(c(as.name("c"), as.list(names)))
  size <- length(names)
  statements <- c(statements, list(
    call("<-", quote(.value), shown(value_place, expr)),
    bquote(.grad <- array(0, c(length(.value), .(size)), list(NULL, .(quoted_names))))))
  if (hessian) {
    statements <- c(statements, list(bquote(
      .hessian <- array(0, c(length(.value), .(size), .(size)),
                        list(NULL, .(quoted_names), .(quoted_names))))))
  }
  for (i in seq_along(names)) {
    statements <- c(statements, list(bquote(
      .grad[, .(names[i])] <- .(shown(gradient_place[i], grouped_signs(gradient[[i]]))))))
    if (!hessian) next
    for (j in seq.int(i, size)) {
      key <- paste(i, j)
      value <- shown(hessian_place[[key]], grouped_signs(second[[key]]))
      statements <- c(statements, list(if (i == j) {
        bquote(.hessian[, .(names[i]), .(names[i])] <- .(value))
      } else {
        bquote(.hessian[, .(names[i]), .(names[j])] <-
          .hessian[, .(names[j]), .(names[i])] <- .(value))
      }))
    }
  }
  statements <- c(statements, list(quote(attr(.value, "gradient") <- .grad)))
  if (hessian) statements <- c(statements, list(quote(attr(.value, "hessian") <- .hessian)))
  body <- as.call(c(as.name("{"), statements, quote(.value)))
  if (is.null(function_argument)) return(as.expression(body))
  if (is.function(function_argument)) {
    result <- function_argument
    body(result) <- body
    environment(result) <- parent.frame(3L)
    return(result)
  }
  arguments <- if (isTRUE(function_argument)) names else function_argument
  formals <- setNames(rep(alist(. = ), length(arguments)), arguments)
  result <- as.function(c(formals, body))
  environment(result) <- parent.frame(3L)
  result
}
