#' US State Facts and Figures
#' @examples
#' str(state.region)
state.region <-
  structure(c(2L, 4L, 4L, 2L, 4L, 4L, 1L, 2L, 2L, 2L, 4L, 4L, 3L, 3L, 3L,
  3L, 2L, 2L, 1L, 2L, 1L, 3L, 3L, 2L, 3L, 4L, 3L, 4L, 1L, 1L, 4L, 1L, 2L,
  3L, 3L, 2L, 4L, 1L, 1L, 2L, 3L, 2L, 2L, 4L, 1L, 2L, 4L, 2L, 3L, 4L), levels = c("Northeast",
  "South", "North Central", "West"), class = "factor")
