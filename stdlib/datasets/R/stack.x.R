#' Brownlee's Stack Loss Plant Data
#' @examples
#' str(stack.x)
stack.x <-
  structure(c(80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50,
  50, 50, 50, 50, 56, 70, 27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17,
  18, 19, 18, 18, 19, 19, 20, 20, 20, 89, 88, 90, 87, 87, 87, 93, 93, 87,
  80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91), dim = c(21L, 3L), dimnames = list(
      NULL, c("Air.Flow", "Water.Temp", "Acid.Conc.")))
