#' Link functions
#'
#' Returns an object of class `"link-glm"`: the link, its inverse, the
#' derivative of the inverse, a check of the linear predictor and the name.
#'
#' @param link the name of a link, or a power.
#' @examples
#' make.link("logit")$linkinv(0)
make.link <- function(link) {
  valideta <- function(eta) TRUE
  switch(
    link,
    logit = {
      linkfun <- function(mu) log(mu / (1 - mu))
      linkinv <- function(eta) {
        odds <- exp(pmax(pmin(eta, 700), -700))
        odds[eta < -30] <- .Machine$double.eps
        odds[eta > 30] <- 1 / .Machine$double.eps
        keep_shape(odds / (1 + odds), eta)
      }
      mu.eta <- function(eta) {
        slope <- exp(eta) / (1 + exp(eta))^2
        slope[eta > 30 | eta < -30] <- .Machine$double.eps
        slope
      }
    },
    probit = {
      linkfun <- function(mu) qnorm(mu)
      linkinv <- function(eta) {
        limit <- -qnorm(.Machine$double.eps)
        pnorm(pmin(pmax(eta, -limit), limit))
      }
      mu.eta <- function(eta) pmax(dnorm(eta), .Machine$double.eps)
    },
    cauchit = {
      linkfun <- function(mu) qcauchy(mu)
      linkinv <- function(eta) {
        limit <- -qcauchy(.Machine$double.eps)
        pcauchy(pmin(pmax(eta, -limit), limit))
      }
      mu.eta <- function(eta) pmax(dcauchy(eta), .Machine$double.eps)
    },
    cloglog = {
      linkfun <- function(mu) log(-log(1 - mu))
      linkinv <- function(eta) {
        pmax(pmin(-expm1(-exp(eta)), 1 - .Machine$double.eps),
             .Machine$double.eps)
      }
      mu.eta <- function(eta) {
        eta <- pmin(eta, 700)
        pmax(exp(eta) * exp(-exp(eta)), .Machine$double.eps)
      }
    },
    identity = {
      linkfun <- function(mu) mu
      linkinv <- function(eta) eta
      mu.eta <- function(eta) rep.int(1, length(eta))
    },
    log = {
      linkfun <- function(mu) log(mu)
      linkinv <- function(eta) pmax(exp(eta), .Machine$double.eps)
      mu.eta <- function(eta) pmax(exp(eta), .Machine$double.eps)
    },
    sqrt = {
      linkfun <- function(mu) sqrt(mu)
      linkinv <- function(eta) eta^2
      mu.eta <- function(eta) 2 * eta
      valideta <- function(eta) all(is.finite(eta)) && all(eta > 0)
    },
    `1/mu^2` = {
      linkfun <- function(mu) 1 / mu^2
      linkinv <- function(eta) 1 / sqrt(eta)
      mu.eta <- function(eta) -1 / (2 * eta^1.5)
      valideta <- function(eta) all(is.finite(eta)) && all(eta > 0)
    },
    inverse = {
      linkfun <- function(mu) 1 / mu
      linkinv <- function(eta) 1 / eta
      mu.eta <- function(eta) -1 / (eta^2)
      valideta <- function(eta) all(is.finite(eta)) && all(eta != 0)
    },
    stop(gettextf("%s link not recognised", sQuote(link)), domain = NA)
  )
  structure(list(linkfun = linkfun, linkinv = linkinv, mu.eta = mu.eta,
                 valideta = valideta, name = link), class = "link-glm")
}

keep_shape <- function(values, like) {
  attributes(values) <- attributes(like)
  values
}

#' Power link
#'
#' @param lambda the power; 0 or less means the log link.
#' @examples
#' power(0.5)$linkfun(4)
power <- function(lambda = 1) {
  if (!is.numeric(lambda) || is.na(lambda)) stop("invalid argument 'lambda'")
  if (lambda <= 0) return(make.link("log"))
  if (lambda == 1) return(make.link("identity"))
  linkfun <- function(mu) mu^lambda
  linkinv <- function(eta) pmax(eta^(1 / lambda), .Machine$double.eps)
  mu.eta <- function(eta) {
    pmax((1 / lambda) * eta^(1 / lambda - 1), .Machine$double.eps)
  }
  valideta <- function(eta) all(is.finite(eta)) && all(eta > 0)
  structure(list(linkfun = linkfun, linkinv = linkinv, mu.eta = mu.eta,
                 valideta = valideta, name = paste0("mu^", round(lambda, 3))),
            class = "link-glm")
}

# The link that an unevaluated argument of a family names.
chosen_link <- function(link, expression, allowed, family) {
  text <- if (is.symbol(expression) || is.character(expression)) {
    as.character(expression)
  } else {
    deparse(expression)
  }
  if (text %in% allowed) return(make.link(text))
  value <- tryCatch(link, error = function(e) NULL)
  if (is.character(value) && length(value) == 1L && value %in% allowed) {
    return(make.link(value))
  }
  if (inherits(value, "link-glm")) return(value)
  if (is.character(value) && length(value) == 1L) text <- value
  stop(simpleError(sprintf(
    "link \"%s\" not available for %s family; available links are %s", text,
    family, paste(sQuote(allowed), collapse = ", ")), sys.call(-1L)))
}

new_family <- function(family, link, variance, dev.resids, aic, initialize,
                       validmu, ...) {
  structure(
    list(family = family, link = link$name, linkfun = link$linkfun,
         linkinv = link$linkinv, variance = variance, dev.resids = dev.resids,
         aic = aic, mu.eta = link$mu.eta, initialize = initialize,
         validmu = validmu, valideta = link$valideta, ...),
    class = "family")
}

# y log(y / mu), which is zero at y = 0.
y_log_y <- function(y, mu) {
  ratio <- y * log(y / mu)
  ratio[y == 0] <- 0
  ratio
}

#' Families of generalized linear models
#'
#' A family gives the variance function, the deviance and the link of a
#' generalized linear model.
#'
#' @param link the link, by name or as text.
#' @examples
#' binomial()
gaussian <- function(link = "identity") {
  link <- chosen_link(link, substitute(link), c("inverse", "log", "identity"),
                      "gaussian")
  new_family(
    "gaussian", link,
    variance = function(mu) rep.int(1, length(mu)),
    dev.resids = function(y, mu, wt) wt * ((y - mu)^2),
    aic = function(y, n, mu, wt, dev) {
      count <- length(y)
      count * (log(2 * pi * dev / count) + 1) + 2 - sum(log(wt))
    },
    initialize = expression({
      n <- rep.int(1, nobs)
      if (is.null(etastart) && is.null(start) && is.null(mustart) &&
          ((family$link == "inverse" && any(y == 0)) ||
           (family$link == "log" && any(y <= 0)))) {
        stop("cannot find valid starting values: please specify some")
      }
      mustart <- y
    }),
    validmu = function(mu) TRUE)
}

#' @rdname gaussian
#' @examples
#' binomial("probit")
binomial <- function(link = "logit") {
  link <- chosen_link(
    link, substitute(link),
    c("logit", "probit", "cloglog", "cauchit", "log"), "binomial")
  new_family(
    "binomial", link,
    variance = function(mu) mu * (1 - mu),
    dev.resids = binomial_deviance,
    aic = function(y, n, mu, wt, dev) {
      trials <- if (any(n > 1)) n else wt
      -2 * sum(ifelse(trials > 0, wt / trials, 0) *
                 dbinom(round(trials * y), round(trials), mu, log = TRUE))
    },
    initialize = binomial_initialize("binomial"),
    validmu = function(mu) all(is.finite(mu)) && all(mu > 0 & mu < 1),
    simulate = function(object, nsim) {
      fitted <- fitted(object)
      trials <- object$prior.weights
      values <- rbinom(nsim * length(fitted), size = trials, prob = fitted) / trials
      split(values, rep(seq_len(nsim), each = length(fitted)))
    })
}

binomial_deviance <- function(y, mu, wt) {
  result <- 2 * wt * (y_log_y(y, mu) + y_log_y(1 - y, 1 - mu))
  result
}

binomial_initialize <- function(family) {
  bquote_expression <- substitute(expression({
    if (NCOL(y) == 1) {
      if (is.factor(y)) y <- y != levels(y)[1L]
      n <- rep.int(1, nobs)
      y[weights == 0] <- 0
      if (any(y < 0 | y > 1)) stop("y values must be 0 <= y <= 1")
      mustart <- (weights * y + 0.5) / (weights + 1)
      m <- weights * y
      if (NAME == "binomial" && any(abs(m - round(m)) > 1e-3)) {
        warning(gettextf("non-integer #successes in a %s glm!", NAME), domain = NA)
      }
    } else if (NCOL(y) == 2) {
      if (NAME == "binomial" && any(abs(y - round(y)) > 1e-3)) {
        warning(gettextf("non-integer counts in a %s glm!", NAME), domain = NA)
      }
      n <- (y1 <- y[, 1L]) + y[, 2L]
      y <- y1 / n
      if (any(n0 <- n == 0)) y[n0] <- 0
      weights <- weights * n
      mustart <- (n * y + 0.5) / (n + 1)
    } else {
      stop(gettextf("for the '%s' family, y must be a vector of 0 and 1's\nor a 2 column matrix where col 1 is no. successes and col 2 is no. failures", NAME), domain = NA)
    }
  }), list(NAME = family))
  eval(bquote_expression)
}

#' @rdname gaussian
#' @examples
#' poisson()$variance(3)
poisson <- function(link = "log") {
  link <- chosen_link(link, substitute(link), c("log", "identity", "sqrt"),
                      "poisson")
  new_family(
    "poisson", link,
    variance = function(mu) mu,
    dev.resids = poisson_deviance,
    aic = function(y, n, mu, wt, dev) -2 * sum(dpois(y, mu, log = TRUE) * wt),
    initialize = poisson_initialize("Poisson"),
    validmu = function(mu) all(is.finite(mu)) && all(mu > 0),
    simulate = function(object, nsim) {
      fitted <- fitted(object)
      values <- rpois(nsim * length(fitted), fitted)
      split(values, rep(seq_len(nsim), each = length(fitted)))
    })
}

poisson_deviance <- function(y, mu, wt) {
  result <- mu * wt
  positive <- which(y > 0)
  result[positive] <- (wt * (y * log(y / mu) - (y - mu)))[positive]
  2 * result
}

poisson_initialize <- function(name) {
  eval(substitute(expression({
    if (any(y < 0)) {
      stop(paste0("negative values not allowed for the '", NAME, "' family"))
    }
    n <- rep.int(1, nobs)
    mustart <- y + 0.1
  }), list(NAME = name)))
}

#' @rdname gaussian
#' @examples
#' Gamma("log")
Gamma <- function(link = "inverse") {
  link <- chosen_link(link, substitute(link), c("inverse", "log", "identity"),
                      "gamma")
  new_family(
    "Gamma", link,
    variance = function(mu) mu^2,
    dev.resids = function(y, mu, wt) {
      -2 * wt * (log(ifelse(y == 0, 1, y / mu)) - (y - mu) / mu)
    },
    aic = function(y, n, mu, wt, dev) {
      dispersion <- dev / sum(wt)
      -2 * sum(dgamma(y, 1 / dispersion, scale = mu * dispersion, log = TRUE) * wt) + 2
    },
    initialize = expression({
      if (any(y <= 0)) stop("non-positive values not allowed for the 'Gamma' family")
      n <- rep.int(1, nobs)
      mustart <- y
    }),
    validmu = function(mu) all(is.finite(mu)) && all(mu > 0))
}

#' @rdname gaussian
#' @examples
#' inverse.gaussian()
inverse.gaussian <- function(link = "1/mu^2") {
  link <- chosen_link(link, substitute(link),
                      c("inverse", "log", "identity", "1/mu^2"),
                      "inverse.gaussian")
  new_family(
    "inverse.gaussian", link,
    variance = function(mu) mu^3,
    dev.resids = function(y, mu, wt) wt * ((y - mu)^2) / (y * mu^2),
    aic = function(y, n, mu, wt, dev) {
      sum(wt) * (log(dev / sum(wt) * 2 * pi) + 1) + 3 * sum(log(y) * wt) + 2
    },
    initialize = expression({
      if (any(y <= 0)) {
        stop("positive values only are allowed for the 'inverse.gaussian' family")
      }
      n <- rep.int(1, nobs)
      mustart <- y
    }),
    validmu = function(mu) TRUE)
}

#' @rdname gaussian
#' @param variance the variance function, by name.
#' @examples
#' quasi("log", variance = "mu")
quasi <- function(link = "identity", variance = "constant") {
  link <- if (inherits(tryCatch(link, error = function(e) NULL), "link-glm")) {
    link
  } else {
    chosen_link(link, substitute(link),
                c("logit", "probit", "cloglog", "identity", "inverse", "log",
                  "1/mu^2", "sqrt"), "quasi")
  }
  name <- substitute(variance)
  name <- if (is.character(name) || is.symbol(name)) as.character(name) else deparse(name)
  if (is.symbol(substitute(variance)) && is.character(tryCatch(variance, error = function(e) NULL))) {
    name <- variance
  }
  positive <- function(mu) all(mu > 0)
  plain_start <- expression({
    n <- rep.int(1, nobs)
    mustart <- y
  })
  positive_start <- expression({
    n <- rep.int(1, nobs)
    mustart <- y + 0.1 * (y == 0)
  })
  kind <- switch(
    name,
    constant = list(
      function(mu) rep.int(1, length(mu)),
      function(y, mu, wt) wt * ((y - mu)^2),
      function(mu) TRUE, plain_start),
    `mu(1-mu)` = list(
      function(mu) mu * (1 - mu), binomial_deviance,
      function(mu) all(mu > 0) && all(mu < 1),
      expression({
        n <- rep.int(1, nobs)
        mustart <- pmax(0.001, pmin(0.999, y))
      })),
    mu = list(
      function(mu) mu,
      function(y, mu, wt) 2 * wt * (y * log(ifelse(y == 0, 1, y / mu)) - (y - mu)),
      positive, positive_start),
    `mu^2` = list(
      function(mu) mu^2,
      function(y, mu, wt) {
        pmax(-2 * wt * (log(ifelse(y == 0, 1, y) / mu) - (y - mu) / mu), 0)
      }, positive, positive_start),
    `mu^3` = list(
      function(mu) mu^3,
      function(y, mu, wt) wt * ((y - mu)^2) / (y * mu^2),
      positive, positive_start),
    stop(gettextf("'variance' \"%s\" is invalid: possible values are \"mu(1-mu)\", \"mu\", \"mu^2\", \"mu^3\" and \"constant\"",
                  name), domain = NA))
  new_family("quasi", link, variance = kind[[1L]], dev.resids = kind[[2L]],
             aic = function(y, n, mu, wt, dev) NA, initialize = kind[[4L]],
             validmu = kind[[3L]], varfun = name)
}

#' @rdname gaussian
#' @examples
#' quasibinomial()
quasibinomial <- function(link = "logit") {
  link <- chosen_link(
    link, substitute(link),
    c("logit", "probit", "cloglog", "cauchit", "log"), "quasibinomial")
  new_family(
    "quasibinomial", link,
    variance = function(mu) mu * (1 - mu), dev.resids = binomial_deviance,
    aic = function(y, n, mu, wt, dev) NA,
    initialize = binomial_initialize("quasibinomial"),
    validmu = function(mu) all(is.finite(mu)) && all(mu > 0 & mu < 1))
}

#' @rdname gaussian
#' @examples
#' quasipoisson()
quasipoisson <- function(link = "log") {
  link <- chosen_link(link, substitute(link), c("log", "identity", "sqrt"),
                      "quasipoisson")
  new_family(
    "quasipoisson", link, variance = function(mu) mu,
    dev.resids = poisson_deviance, aic = function(y, n, mu, wt, dev) NA,
    initialize = poisson_initialize("quasiPoisson"),
    validmu = function(mu) all(is.finite(mu)) && all(mu > 0))
}

print.family <- function(x, ...) {
  cat("\nFamily:", x$family, "\n")
  cat("Link function:", x$link, "\n\n")
  invisible(x)
}
