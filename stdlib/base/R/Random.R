#' Random number generation
#'
#' `set.seed` starts the stream of random numbers from an integer. `RNGkind`
#' tells, and with arguments sets, which generator is used, how normal numbers
#' are made from it, and how `sample` chooses; it returns the former three names.
#' The state of the stream is the variable `.Random.seed` of the global
#' environment.
#'
#' @param seed an integer, or `NULL` for a seed from the time.
#' @param kind,normal.kind,sample.kind names, which may be abbreviated, or
#'   `"default"`; `NULL` leaves things as they are.
#' @examples
#' set.seed(42)
#' runif(2)
#' RNGkind()
set.seed <- function(seed, kind = NULL, normal.kind = NULL, sample.kind = NULL) {
  .Internal(set.seed(
    seed, .generatorCode(kind, .uniformKinds, "an RNG", 4L),
    .generatorCode(normal.kind, .normalKinds, "a RNG normal generator", 5L),
    .generatorCode(sample.kind, .sampleKinds, "a sampling method", 2L)))
  invisible()
}

#' @rdname set.seed
RNGkind <- function(kind = NULL, normal.kind = NULL, sample.kind = NULL) {
  is_question <- is.null(kind) && is.null(normal.kind) && is.null(sample.kind)
  codes <- 1L + .Internal(RNGkind(
    .generatorCode(kind, .uniformKinds, "an RNG", 4L),
    .generatorCode(normal.kind, .normalKinds, "a RNG normal generator", 5L),
    .generatorCode(sample.kind, .sampleKinds, "a sampling method", 2L)))
  names <- c(.uniformKinds[codes[1L]], .normalKinds[codes[2L]],
             .sampleKinds[codes[3L]])
  if (is_question) names else invisible(names)
}

# In the order of the codes in `.Random.seed`.
.uniformKinds <- c("Wichmann-Hill", "Marsaglia-Multicarry", "Super-Duper",
                   "Mersenne-Twister", "Knuth-TAOCP", "user-supplied",
                   "Knuth-TAOCP-2002", "L'Ecuyer-CMRG", "default")
.normalKinds <- c("Buggy Kinderman-Ramage", "Ahrens-Dieter", "Box-Muller",
                  "user-supplied", "Inversion", "Kinderman-Ramage", "default")
.sampleKinds <- c("Rounding", "Rejection", "default")

# The code of a kind given by its name; `default` is the position of the default.
.generatorCode <- function(kind, kinds, what, default) {
  if (is.null(kind)) return(NULL)
  if (!is.character(kind)) return(as.integer(kind))
  if (length(kind) != 1L) {
    stop("'", deparse(substitute(kind)), "' must be a character string of length 1",
         call. = FALSE)
  }
  position <- pmatch(kind, kinds)
  if (is.na(position)) {
    caller <- sys.call(-1L)
    stop(simpleError(
      sprintf("'%s' is not a valid abbreviation of %s", kind, what), caller))
  }
  if (position == length(kinds)) position <- default
  position - 1L
}

#' Random samples and permutations
#'
#' `sample(x, size)` takes elements of `x`, or of `1:x` if `x` is a single
#' number, in random order; `sample.int(n, size)` takes of `1:n`.
#'
#' @param x a vector, or a number of at least 1.
#' @param n the number of items to choose from.
#' @param size how many to choose; by default all.
#' @param replace whether an item may be chosen again.
#' @param prob weights of the items.
#' @param useHash whether to remember what was chosen instead of listing all:
#'   for few of very many.
#' @examples
#' set.seed(1)
#' sample(5)
#' sample(c("heads", "tails"), 3, replace = TRUE)
#' sample.int(100, 4)
sample <- function(x, size, replace = FALSE, prob = NULL) {
  is_count <- length(x) == 1L && is.numeric(x) && is.finite(x) && x >= 1
  if (missing(size)) size <- if (is_count) x else length(x)
  if (is_count) sample.int(x, size, replace, prob)
  else x[sample.int(length(x), size, replace, prob)]
}

#' @rdname sample
sample.int <- function(n, size = n, replace = FALSE, prob = NULL,
                       useHash = (n > 1e7 && !replace && is.null(prob) && size <= n / 2)) {
  if (useHash) .Internal(sample2(n, size))
  else .Internal(sample(n, size, replace, prob))
}
