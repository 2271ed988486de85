#' Chicken Weights by Feed Type
#' @examples
#' str(chickwts)
chickwts <-
  structure(list(weight = c(179, 160, 136, 227, 217, 168, 108, 124, 143,
  140, 309, 229, 181, 141, 260, 203, 148, 169, 213, 257, 244, 271, 243, 230,
  248, 327, 329, 250, 193, 271, 316, 267, 199, 171, 158, 248, 423, 340, 392,
  339, 341, 226, 320, 295, 334, 322, 297, 318, 325, 257, 303, 315, 380, 153,
  263, 242, 206, 344, 258, 368, 390, 379, 260, 404, 318, 352, 359, 216, 222,
  283, 332), feed = structure(c(2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 3L,
  3L, 3L, 3L, 3L, 3L, 3L, 3L, 3L, 3L, 3L, 3L, 5L, 5L, 5L, 5L, 5L, 5L, 5L,
  5L, 5L, 5L, 5L, 5L, 5L, 5L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 6L,
  6L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 4L, 1L, 1L, 1L, 1L, 1L, 1L,
  1L, 1L, 1L, 1L, 1L, 1L), levels = c("casein", "horsebean", "linseed", "meatmeal",
  "soybean", "sunflower"), class = "factor")), class = "data.frame", row.names = c(NA,
  -71L))
