#' Is an object of all these classes?
#'
#' Unlike [inherits()], `isa` wants all classes of the object in `what`.
#'
#' @param x an object.
#' @param what names of classes.
#' @examples
#' isa(factor("a"), "factor")
#' isa(Sys.time(), c("POSIXct", "POSIXt"))
isa <- function(x, what) {
  if (isS4(x)) return(methods::is(x, what))
  all(class(x) %in% what)
}

#' Mark an object as one of S4
#'
#' Sets or clears the mark that [isS4()] asks for.
#'
#' @param object an object.
#' @param flag set the mark?
#' @param complete when clearing: give the data part of an S4 object?
#' @examples
#' isS4(asS4(structure(1, class = "a")))
asS4 <- function(object, flag = TRUE, complete = TRUE) {
  if (flag) return(.Internal(setS4Bit(object, TRUE)))
  asS3(object, complete = complete)
}

#' @rdname asS4
asS3 <- function(object, flag = TRUE, complete = TRUE) {
  if (!flag) return(asS4(object))
  if (!isS4(object)) return(object)
  if (complete && typeof(object) == "S4") {
    data <- attr(object, ".Data", exact = TRUE)
    if (!is.null(data)) return(data)
    if (isTRUE(complete)) stop("object of class \"", class(object)[1L],
                               "\" does not correspond to a valid S3 object")
  }
  .Internal(setS4Bit(object, FALSE))
}

.isMethodsDispatchOn <- function(onOff = NULL) TRUE

# S3 classes beside those of an S4 class are found by the class definition.
.cache_class <- function(class, extends) invisible(extends)

all.equal.envRefClass <- function(target, current, ...) {
  if (!is.environment(current) || !identical(class(target), class(current))) {
    return(sprintf("Classes differ: %s is not %s", paste(class(current), collapse = "/"),
                   paste(class(target), collapse = "/")))
  }
  names <- ls(target, all.names = FALSE)
  names <- names[!vapply(names, function(name) is.function(get(name, envir = target)), NA)]
  all.equal(mget(names, envir = target), mget(names, envir = current), ...)
}
