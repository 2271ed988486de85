#' Brownlee's Stack Loss Plant Data
#' @examples
#' str(stack.loss)
stack.loss <-
  c(42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9,
  15, 15)
