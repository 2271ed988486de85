#' Row and column names
#'
#' @param x a matrix-like object.
#' @param do.NULL give NULL if there are none? Else names are made up.
#' @param prefix of made up names.
#' @param value names, or NULL.
#' @examples
#' m <- matrix(1:4, 2)
#' colnames(m) <- c("a", "b")
#' m
#' rownames(m, do.NULL = FALSE)
rownames <- function(x, do.NULL = TRUE, prefix = "row") {
  labels <- dimnames(x)
  if (!is.null(labels[[1L]])) return(labels[[1L]])
  count <- NROW(x)
  if (do.NULL) NULL
  else if (count > 0L) paste0(prefix, seq_len(count))
  else character()
}

#' @rdname rownames
colnames <- function(x, do.NULL = TRUE, prefix = "col") {
  if (is.data.frame(x) && do.NULL) return(names(x))
  labels <- dimnames(x)
  if (length(labels) > 1L && !is.null(labels[[2L]])) return(labels[[2L]])
  count <- NCOL(x)
  if (do.NULL) NULL
  else if (count > 0L) paste0(prefix, seq_len(count))
  else character()
}

#' @rdname rownames
`rownames<-` <- function(x, value) {
  if (is.data.frame(x)) {
    row.names(x) <- value
    return(x)
  }
  dn <- dimnames(x)
  if (is.null(dn)) {
    if (is.null(value)) return(x)
    if (length(dim(x)) < 1L) {
      stop("attempt to set 'rownames' on an object with no dimensions")
    }
    dn <- vector("list", length(dim(x)))
  }
  if (is.null(value)) dn[1L] <- list(NULL) else dn[[1L]] <- .labels(value)
  if (all(vapply(dn, is.null, NA))) dn <- NULL
  dimnames(x) <- dn
  x
}

#' @rdname rownames
`colnames<-` <- function(x, value) {
  if (is.data.frame(x)) {
    names(x) <- value
    return(x)
  }
  dn <- dimnames(x)
  if (is.null(dn)) {
    if (is.null(value)) return(x)
    if (length(dim(x)) < 2L) {
      stop("attempt to set 'colnames' on an object with less than two dimensions")
    }
    dn <- vector("list", length(dim(x)))
  }
  if (is.null(value)) dn[2L] <- list(NULL) else dn[[2L]] <- .labels(value)
  if (all(vapply(dn, is.null, NA))) dn <- NULL
  dimnames(x) <- dn
  x
}

.labels <- function(value)
  if (is.object(value) || !is.atomic(value)) as.character(value) else value

#' Remove names
#'
#' @param obj an object.
#' @param force remove those of data frames too?
#' @examples
#' unname(c(a = 1))
unname <- function(obj, force = FALSE) {
  if (!is.null(names(obj))) names(obj) <- NULL
  if (!is.null(dimnames(obj)) && (force || !is.data.frame(obj))) {
    dimnames(obj) <- NULL
  }
  obj
}

#' Make sure that an array has dimnames
#'
#' @param x an array.
#' @param sep,base,unique how names are made.
#' @examples
#' provideDimnames(matrix(1:4, 2))
provideDimnames <- function(x, sep = "", base = list(LETTERS), unique = TRUE) {
  size <- dim(x)
  labels <- dimnames(x)
  isNew <- is.null(labels)
  if (isNew) labels <- vector("list", length(size))
  k <- length(base)
  for (i in which(vapply(labels, is.null, NA))) {
    made <- base[[1L + (i - 1L) %% k]]
    made <- made[1L + (seq_len(size[i]) - 1L) %% length(made)]
    labels[[i]] <- if (unique) make.unique(made, sep = sep) else made
    isNew <- TRUE
  }
  if (isNew) dimnames(x) <- labels
  x
}
