#' Apply a function to the values in an environment
#'
#' A list of the results, in no particular order.
#'
#' @param env the environment.
#' @param FUN a function.
#' @param ... further arguments of `FUN`.
#' @param all.names include names that begin with a dot?
#' @param USE.NAMES should the result have names?
#' @examples
#' e <- list2env(list(a = 1:3))
#' eapply(e, sum)
eapply <- function(env, FUN, ..., all.names = FALSE, USE.NAMES = TRUE) {
  FUN <- match.fun(FUN)
  values <- as.list.environment(env, all.names = all.names)
  if (!USE.NAMES) values <- unname(values)
  lapply(values, FUN, ...)
}
