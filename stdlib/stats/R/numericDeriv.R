#' Numerical derivatives of an expression
#'
#' Evaluates an expression and adds the gradient with respect to parameters.
#'
#' @param expr an expression.
#' @param theta names of the parameters.
#' @param rho the environment.
#' @param dir directions of the steps.
#' @param eps the relative step.
#' @param central whether to use central differences.
#' @examples
#' x <- 3
#' numericDeriv(quote(x^2), "x")
numericDeriv <- function(expr, theta, rho = parent.frame(), dir = 1,
                         eps = .Machine$double.eps^(1/if (central) 3 else 2),
                         central = FALSE) {
  dir <- rep_len(dir, length(theta))
  value <- eval(expr, rho)
  if (any(!is.finite(value))) {
    stop("Missing value or an infinity produced when evaluating the model")
  }
  columns <- list()
  for (i in seq_along(theta)) {
    original <- get(theta[i], envir = rho)
    for (j in seq_along(original)) {
      size <- abs(original[j])
      step <- if (size == 0) eps else size * eps
      at <- function(shift) {
        moved <- original
        moved[j] <- moved[j] + shift
        assign(theta[i], moved, envir = rho)
        as.vector(eval(expr, rho))
      }
      columns <- c(columns, list(if (central) {
        (at(dir[i] * step) - at(-dir[i] * step)) / (2 * dir[i] * step)
      } else {
        (at(dir[i] * step) - as.vector(value)) / (dir[i] * step)
      }))
    }
    assign(theta[i], original, envir = rho)
  }
  attr(value, "gradient") <- matrix(unlist(columns), ncol = length(columns))
  value
}
