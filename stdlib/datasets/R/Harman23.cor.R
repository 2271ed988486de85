#' Harman Example 2.3
#' @examples
#' str(Harman23.cor)
Harman23.cor <-
  list(cov = structure(c(1, 0.846, 0.805, 0.859, 0.473, 0.398, 0.301, 0.382,
  0.846, 1, 0.881, 0.826, 0.376, 0.326, 0.277, 0.415, 0.805, 0.881, 1, 0.801,
  0.38, 0.319, 0.237, 0.345, 0.859, 0.826, 0.801, 1, 0.436, 0.329, 0.327,
  0.365, 0.473, 0.376, 0.38, 0.436, 1, 0.762, 0.73, 0.629, 0.398, 0.326,
  0.319, 0.329, 0.762, 1, 0.583, 0.577, 0.301, 0.277, 0.237, 0.327, 0.73,
  0.583, 1, 0.539, 0.382, 0.415, 0.345, 0.365, 0.629, 0.577, 0.539, 1), dim = c(8L,
  8L), dimnames = list(c("height", "arm.span", "forearm", "lower.leg", "weight",
  "bitro.diameter", "chest.girth", "chest.width"), c("height", "arm.span",
  "forearm", "lower.leg", "weight", "bitro.diameter", "chest.girth", "chest.width"
  ))), center = c(0, 0, 0, 0, 0, 0, 0, 0), n.obs = 305)
