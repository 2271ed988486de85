#' Vectors of a type
#'
#' A vector of a given type and length: of zeros, empty strings, FALSE or NULL.
#'
#' @param mode the type.
#' @param length the length.
#' @examples
#' vector("list", 2)
#' numeric(3)
#' character(1)
vector <- function(mode = "logical", length = 0L)
  .Internal(vector(mode, length))

#' @rdname vector
logical <- function(length = 0L) .Internal(vector("logical", length))

#' @rdname vector
integer <- function(length = 0L) .Internal(vector("integer", length))

#' @rdname vector
numeric <- function(length = 0L) .Internal(vector("double", length))

#' @rdname vector
double <- function(length = 0L) .Internal(vector("double", length))

#' @rdname vector
character <- function(length = 0L) .Internal(vector("character", length))

#' @rdname vector
raw <- function(length = 0L) .Internal(vector("raw", length))

#' Complex numbers
#'
#' @param length.out minimal length.
#' @param real,imaginary parts.
#' @param modulus,argument polar coordinates, used instead if given.
#' @examples
#' complex(real = 1:2, imaginary = 0)
#' complex(modulus = 2, argument = pi / 2)
complex <- function(length.out = 0L, real = numeric(), imaginary = numeric(),
                    modulus = 1, argument = 0) {
  if (missing(modulus) && missing(argument)) {
    return(.Internal(complex(length.out, real, imaginary)))
  }
  size <- max(length.out, length(argument), length(modulus))
  modulus <- rep_len(modulus, size)
  argument <- rep_len(argument, size)
  .Internal(complex(size, modulus * cos(argument), modulus * sin(argument)))
}

#' A single value of a type, to start something with
#'
#' @param nr,nc numbers of rows and columns.
#' @examples
#' mat.or.vec(2, 3)
#' mat.or.vec(3, 1)
mat.or.vec <- function(nr, nc)
  if (nc == 1L) numeric(nr) else matrix(0, nr, nc)
