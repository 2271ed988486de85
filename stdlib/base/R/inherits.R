#' Classes of an object
#'
#' @param x an object.
#' @param what class names.
#' @param which give the places of the classes instead of one truth value?
#' @examples
#' inherits(factor("a"), "factor")
#' inherits(matrix(1), c("data.frame", "array"), which = TRUE)
inherits <- function(x, what, which = FALSE)
  .Internal(inherits(x, what, which))

#' Are two objects exactly equal?
#'
#' @param x,y objects.
#' @param num.eq are 0 and -0 equal?
#' @param single.NA is there one NA and one NaN?
#' @param attrib.as.set does the order of attributes not matter?
#' @param ignore.bytecode,ignore.environment,ignore.srcref,extptr.as.ref what
#'   does not matter; accepted for compatibility.
#' @examples
#' identical(1:3, c(1L, 2L, 3L))
#' identical(1, 1L)
identical <- function(x, y, num.eq = TRUE, single.NA = TRUE,
                      attrib.as.set = TRUE, ignore.bytecode = TRUE,
                      ignore.environment = FALSE, ignore.srcref = TRUE,
                      extptr.as.ref = FALSE)
  .Internal(identical(x, y, num.eq, single.NA, attrib.as.set, ignore.environment,
                      ignore.srcref))
