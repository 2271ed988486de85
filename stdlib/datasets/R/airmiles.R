#' Passenger Miles on Commercial US Airlines, 1937-1960
#' @examples
#' str(airmiles)
airmiles <-
  structure(c(412, 480, 683, 1052, 1385, 1418, 1634, 2178, 3362, 5948, 6109,
  5981, 6753, 8003, 10566, 12528, 14760, 16769, 19819, 22362, 25340, 25343,
  29269, 30514), tsp = c(1937, 1960, 1), class = "ts")
