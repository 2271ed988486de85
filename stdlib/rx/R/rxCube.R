#' Counts and means by category
#'
#' Computes, for each combination of levels of the factors joined by `:` on the
#' right of the formula, the number of rows and the means or sums of the
#' variables on the left. `F(x, low, high, exclude)` makes a factor of the whole
#' numbers in `x`, from `low` to `high`: by default those that the file tells of `x`
#' (see `rxSetVarInfo`), else those of the data. With `exclude = FALSE` values outside
#' have the level `other`; of a factor it takes the levels from one place to another.
#' Returns an object of class `rxCube`, a list of columns, or a data frame.
#'
#' @param formula a formula such as `y ~ f:g`, `cbind(y, z) ~ f:g` or `~ f:g`.
#' @param data a data source, a path or a data frame.
#' @param outFile a file to write the columns to, which is then returned as a data
#'   source.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param means whether to compute means; otherwise sums.
#' @param cube not used.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param overwrite whether an existing file may be replaced.
#' @param useSparseCube whether only the combinations that rows have are counted, so that there may
#'   be more combinations than memory could hold.
#' @param removeZeroCounts whether to leave out combinations without rows.
#' @param returnDataFrame whether to return a plain data frame.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param rowsPerBlock how many rows a block of the file gets.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' rxCube(breaks ~ wool:tension, data = warpbreaks)
#' rxCube(~ F(cyl):F(gear), data = mtcars)
#' rxCube(cbind(mpg, wt) ~ F(cyl), data = mtcars, returnDataFrame = TRUE)
rxCube <- function(formula, data, outFile = NULL, pweights = NULL,
                   fweights = NULL, means = TRUE, cube = TRUE,
                   rowSelection = NULL, transforms = NULL,
                   transformObjects = NULL, transformFunc = NULL,
                   transformVars = NULL, transformPackages = NULL,
                   transformEnvir = NULL, overwrite = FALSE,
                   useSparseCube = rxGetOption("useSparseCube"),
                   removeZeroCounts = useSparseCube, returnDataFrame = FALSE,
                   blocksPerRead = rxGetOption("blocksPerRead"),
                   rowsPerBlock = 100000,
                   reportProgress = rxGetOption("reportProgress"), verbose = 0,
                   computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  native <- analysis_data()
  found <- cube_cells(formula, data, native, pweights, fweights, reportProgress,
                      deparse(call$data)[1L], isTRUE(useSparseCube) && removeZeroCounts)
  columns <- if (is.null(found$cells)) cell_columns(found$factors)
    else Map(function(levels, codes) structure(codes, levels = levels, class = "factor"),
             found$factors, found$cells)
  for (name in names(found$terms)) {
    term <- found$terms[[name]]
    columns[[name]] <- if (means) cell_means(term) else term$sums
  }
  columns$Counts <- found$counts
  if (removeZeroCounts) columns <- lapply(columns, function(x) x[found$rows > 0])
  if (!is.null(outFile)) {
    return(rxDataStep(as.data.frame(columns, optional = TRUE), outFile, overwrite = overwrite,
                      rowsPerRead = rowsPerBlock, reportProgress = 0))
  }
  if (returnDataFrame) return(as.data.frame(columns, optional = TRUE))
  found$info$call <- call
  found$info$means <- means
  structure(columns, class = c("rxCube", "list"), info = found$info)
}

# The cells of a cube: the levels of its factors, the rows and their weights, and
# the moments of each response.
cube_cells <- function(formula, data, native, pweights, fweights, reportProgress,
                       expression, isSparse = FALSE) {
  formula <- as_model_formula(formula)
  weights <- chosen_weights(fweights, pweights)
  level <- report_level(data, reportProgress)
  found <- if (isSparse) .Internal(rxSparseCells(native, formula, weights, thread_count(), level))
    else .Internal(rxCells(native, formula, weights, thread_count(), level))
  first <- found$terms[[1L]]
  terms <- found$terms[seq_along(found$responses)]
  names(terms) <- found$responses
  info <- list(
    formula = formula, depvars = found$responses, valid = found$valid,
    missing = found$missing, weights = sum(first$weights),
    params = list(pweights = pweights, fweights = fweights,
                  data = data_lines(data, expression)))
  list(factors = first$factors, rows = first$counts, counts = first$weights,
       terms = terms, info = info, cells = found$cells)
}

cell_means <- function(term) ifelse(term$counts > 0, term$means, NaN)

as.data.frame.rxCube <- function(x, row.names = NULL, optional = FALSE, ...) {
  attr(x, "info") <- NULL
  as.data.frame(unclass(x), row.names = row.names, optional = optional)
}

# The columns of a cube under their own names.
cube_frame <- function(x) as.data.frame(x, optional = TRUE)

subset.rxCube <- function(x, ...) subset(cube_frame(x), ...)

`[.rxCube` <- function(x, ...) cube_frame(x)[...]

print.rxCube <- function(x, header = TRUE, ...) {
  info <- attr(x, "info")
  if (header) {
    print_cells_header(info, "Cube")
    if (length(info$depvars)) {
      cat("Statistic: ", paste(info$depvars, collapse = ", "), " ",
          if (info$means) "means" else "sums", " \n", sep = "")
    }
    cat(" \n")
  }
  print(cube_frame(x), right = FALSE)
  invisible(x)
}

summary.rxCube <- function(object, header = TRUE, ...) {
  print(object, header = header)
}
