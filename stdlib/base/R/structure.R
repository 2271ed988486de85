#' An object with attributes
#'
#' @param .Data an object.
#' @param ... attributes to set; NULL removes one.
#' @examples
#' structure(1:4, dim = c(2, 2))
#' structure(1, class = "thing")
structure <- function(.Data, ...) {
  if (is.null(.Data)) {
    warning("Calling 'structure(NULL, *)' is deprecated, as NULL cannot have attributes.\n  Consider 'structure(list(), *)' instead.")
    .Data <- list()
  }
  attrib <- list(...)
  if (!length(attrib)) return(.Data)
  names <- names(attrib)
  if (!is.null(names)) {
    old <- c(".Dim", ".Dimnames", ".Names", ".Tsp", ".Label")
    new <- c("dim", "dimnames", "names", "tsp", "levels")
    place <- match(names, old)
    known <- !is.na(place)
    names[known] <- new[place[known]]
    if (any(place == 5L, na.rm = TRUE) && typeof(.Data) == "double") {
      storage.mode(.Data) <- "integer"
    }
    names(attrib) <- names
    if ("factor" %in% attrib[["class"]] && typeof(.Data) == "double") {
      storage.mode(.Data) <- "integer"
    }
  }
  attributes(.Data) <- c(attributes(.Data), attrib)
  .Data
}

#' Set attributes as far as they fit
#'
#' @param x an object.
#' @param value a list of attributes.
#' @examples
#' x <- 1:3
#' mostattributes(x) <- list(names = letters[1:3], unit = "m")
#' x
`mostattributes<-` <- function(x, value) {
  if (!length(value)) return(x)
  if (!is.list(value)) stop("'value' must be a list")
  attributes(x) <- NULL
  for (name in setdiff(names(value), c("names", "dim", "dimnames"))) {
    attr(x, name) <- value[[name]]
  }
  size <- value[["dim"]]
  if (!is.null(size) && length(x) == prod(size)) attr(x, "dim") <- size
  shape <- dim(x)
  labels <- value[["dimnames"]]
  if (!is.null(labels) && length(labels) == length(shape)) {
    sizes <- lengths(labels)
    if (all(sizes == 0L | sizes == shape)) attr(x, "dimnames") <- labels
  }
  names <- value[["names"]]
  if (!is.null(names) && is.null(shape) && length(x) == length(names)) {
    names(x) <- names
  }
  x
}
