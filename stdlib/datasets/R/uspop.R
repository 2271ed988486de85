#' Populations Recorded by the US Census
#' @examples
#' str(uspop)
uspop <-
  structure(c(3.93, 5.31, 7.24, 9.64, 12.9, 17.1, 23.2, 31.4, 39.8, 50.2,
  62.9, 76, 92, 105.7, 122.8, 131.7, 151.3, 179.3, 203.2), tsp = c(1790,
  1970, 0.1), class = "ts")
