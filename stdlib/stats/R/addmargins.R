#' Put margins on tables
#'
#' Adds sums, or other functions, over chosen dimensions.
#'
#' @param A a table or array.
#' @param margin the dimensions to sum over.
#' @param FUN a function, or a list of them for each dimension.
#' @param quiet whether not to tell the order of the margins.
#' @examples
#' addmargins(table(mtcars$cyl, mtcars$gear))
addmargins <- function(A, margin = seq_along(dim(A)), FUN = sum, quiet = FALSE) {
  if (is.null(dim(A))) stop("'A' must be an array or table")
  missing_function <- missing(FUN)
  code <- substitute(FUN)
  if (is.function(FUN)) FUN <- list(FUN)
  if (length(FUN) == 1L) FUN <- rep(FUN, length(margin))
  if (length(FUN) != length(margin)) {
    stop(gettextf("length of FUN, %d,\n does not match the length of the margins, %d",
                  length(FUN), length(margin)), domain = NA)
  }
  labels <- names(FUN)
  for (i in seq_along(margin)) {
    functions <- FUN[[i]]
    if (is.function(functions)) {
      label <- if (!is.null(labels) && nzchar(labels[i])) labels[i]
        else if (missing_function) "Sum"
        else deparse_function(code, i)
      functions <- setNames(list(functions), label)
    }
    A <- with_margin(A, margin[i], functions)
  }
  if (!quiet && !missing_function && length(margin) > 1L) {
    cat("Margins computed over dimensions\nin the following order:\n")
    for (i in seq_along(margin)) {
      cat(paste(i), ": ", names(dimnames(A))[margin[i]], "\n", sep = "")
    }
  }
  A
}

deparse_function <- function(code, i) {
  if (is.call(code) && identical(code[[1L]], as.name("list"))) {
    code <- as.list(code)[-1L][[min(i, length(code) - 1L)]]
  }
  deparse(code)[1L]
}

with_margin <- function(A, along, functions) {
  size <- dim(A)
  names <- dimnames(A)
  if (is.null(names)) names <- vector("list", length(size))
  count <- length(functions)
  others <- seq_along(size)[-along]
  new_size <- size
  new_size[along] <- size[along] + count
  order <- c(along, others)
  values <- matrix(aperm(unclass(A), order), nrow = size[along])
  extra <- vapply(functions, function(f) as.numeric(apply(values, 2L, f)),
                  numeric(ncol(values)))
  extra <- matrix(extra, ncol = count)
  if (is.integer(values) && all(extra == round(extra), na.rm = TRUE)) storage.mode(extra) <- "integer"
  full <- rbind(values, t(extra))
  dim(full) <- new_size[order]
  result <- aperm(full, order(order))
  names[[along]] <- c(if (is.null(names[[along]])) rep.int("", size[along]) else names[[along]],
                      names(functions))
  dimnames(result) <- names
  if (inherits(A, "table")) class(result) <- c("table", class(result))
  result
}
