#' k-means clustering of data of any size
#'
#' Lloyd's algorithm in passes over the data: each point goes to the nearest
#' centre, then each centre to the mean of its points, until nothing changes.
#' Returns a list of class `rxKmeans` with `centers`, `size`, `withinss`,
#' `valid.obs`, `missing.obs`, `numIterations`, `tot.withinss`, `totss`,
#' `betweenss`, for data frames `cluster`, and `params`, `formula`, `call`.
#'
#' @param formula a formula such as `~ x + y` of numeric terms.
#' @param data a data source, a path or a data frame.
#' @param outFile a file to write the cluster of each row to; the file of the data
#'   gets another column.
#' @param outColName the name of that column.
#' @param writeModelVars whether to write the variables of the formula too.
#' @param extraVarsToWrite names of more variables to write.
#' @param overwrite whether an existing file or column may be replaced.
#' @param numClusters the number of clusters, when `centers` is not given.
#' @param centers a matrix of first centres, a row for each cluster.
#' @param algorithm `"Lloyd"`.
#' @param numStartRows the size of the sample of rows in which first centres are
#'   looked for; 0 for ten rows a cluster.
#' @param maxIterations the greatest number of passes.
#' @param numStarts how many sets of first centres are tried on the sample; 0 for
#'   the first rows of the data.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param verbose,computeContext not used.
#' @param ... `seed`, for random first centres.
#' @examples
#' rxKmeans(~ Petal.Length + Petal.Width, iris, centers = iris[c(1, 51, 101), 3:4])
#' rxKmeans(~ Petal.Length + Petal.Width, iris, numClusters = 3, seed = 1)$size
rxKmeans <- function(formula, data, outFile = NULL, outColName = ".rxCluster",
                     writeModelVars = FALSE, extraVarsToWrite = NULL,
                     overwrite = FALSE, numClusters = NULL, centers = NULL,
                     algorithm = "Lloyd", numStartRows = 0, maxIterations = 1000,
                     numStarts = 1, rowSelection = NULL, transforms = NULL,
                     transformObjects = NULL, transformFunc = NULL,
                     transformVars = NULL, transformPackages = NULL,
                     transformEnvir = NULL,
                     blocksPerRead = rxGetOption("blocksPerRead"),
                     reportProgress = rxGetOption("reportProgress"), verbose = 0,
                     computeContext = rxGetOption("computeContext"),
                     xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  formula <- as_model_formula(formula)
  if (tolower(algorithm) != "lloyd") stop("the only algorithm is \"Lloyd\"")
  native <- analysis_data()
  report <- report_level(data, reportProgress)
  names <- attr(terms(without_dot(formula, data)), "term.labels")
  formula <- without_dot(formula, data)
  centers <- if (is.null(centers)) {
    first_centers(native, formula, length(names), numClusters, numStarts, numStartRows,
                  list(...)$seed, report)
  } else {
    given_centers(centers, names)
  }
  found <- lloyd(native, formula, centers, maxIterations, report)
  result <- kmeans_result(found, names)
  if (is.data.frame(data)) {
    result$cluster <- .Internal(rxClusterCodes(
      native, formula, c(t(result$centers)), thread_count(), report))
  }
  if (!is.null(outFile)) {
    wish <- given_transformation()
    write_clusters(data, wish, outFile, formula, result$centers, make.names(outColName),
                   c(if (writeModelVars) names, extraVarsToWrite), overwrite,
                   xdfCompressionLevel, report)
  }
  result$params <- list(data = deparse(call$data)[1L], numStarts = numStarts,
                        maxIterations = maxIterations)
  result$formula <- formula
  result$call <- call
  structure(result, class = "rxKmeans")
}

# The rows of a matrix one after another.
given_centers <- function(centers, names) {
  centers <- as.matrix(centers)
  if (!is.numeric(centers) || ncol(centers) != length(names)) {
    stop("centers must be numeric, with a column for each variable", call. = FALSE)
  }
  if (!is.null(colnames(centers)) && setequal(colnames(centers), names)) {
    centers <- centers[, names, drop = FALSE]
  }
  if (anyDuplicated(centers)) stop("initial centers are not distinct", call. = FALSE)
  c(t(centers))
}

# The first rows, or the best of several random choices from a sample of rows.
first_centers <- function(native, formula, dimensions, numClusters, numStarts,
                          numStartRows, seed, report) {
  if (is.null(numClusters)) {
    stop("either numClusters or centers must be given", call. = FALSE)
  }
  sample <- function(count, seed) {
    points <- .Internal(rxRowSample(native, formula, as.integer(count), seed,
                                    thread_count(), report))
    matrix(points, ncol = dimensions, byrow = TRUE)
  }
  if (numStarts == 0) {
    points <- sample(numClusters, -1)
  } else {
    if (!is.null(seed)) set.seed(seed)
    rows <- if (numStartRows > 0) max(numStartRows, numClusters) else 10 * numClusters
    points <- sample(rows, floor(runif(1) * 2^31))
  }
  if (nrow(points) < numClusters) {
    stop("more cluster centers than distinct data points.", call. = FALSE)
  }
  if (numStarts == 0) return(c(t(points)))
  best <- NULL
  for (start in seq_len(numStarts)) {
    chosen <- points[sample.int(nrow(points), numClusters), , drop = FALSE]
    if (numStarts == 1) return(c(t(chosen)))
    tried <- lloyd_sample(points, chosen)
    if (is.null(best) || tried < best$squares) best <- list(squares = tried, centers = chosen)
  }
  c(t(best$centers))
}

# How well a start does on the sample.
lloyd_sample <- function(points, centers) {
  frame <- as.data.frame(points)
  formula <- as.formula(paste("~", paste(names(frame), collapse = " + ")))
  sum(lloyd(frame, formula, c(t(centers)), 100, 0L)$withinss)
}

# Passes until the centres stay where they are.
lloyd <- function(native, formula, centers, maxIterations, report) {
  pass <- function(total) {
    .Internal(rxClusterPass(native, formula, centers, total, thread_count(), report))
  }
  total <- NULL
  iterations <- 0
  repeat {
    found <- pass(is.null(total))
    if (is.null(total)) total <- found$totss
    iterations <- iterations + 1
    if (identical(found$centers, centers)) break
    centers <- found$centers
    if (iterations >= maxIterations) {
      warning("did not converge in ", maxIterations, " iterations", call. = FALSE)
      found <- pass(FALSE)
      found$centers <- centers
      break
    }
  }
  found$totss <- total
  found$iterations <- iterations
  found
}

# Writes the cluster of each row, after the transformation, in another pass.
write_clusters <- function(data, wish, outFile, formula, centers, column, keep,
                           overwrite, compression, report) {
  find <- function(rows) {
    .Internal(rxClusterCodes(rows, formula, c(t(centers)), thread_count(), 0L))
  }
  write_column(data, wish, outFile, find, column, all.vars(formula), keep, overwrite,
               compression, report)
}

# Writes what is found for the rows of each chunk to a column of a file, with other
# columns, or behind those of the same file. `reads`: what is needed to find it.
write_column <- function(data, wish, outFile, find, column, reads, keep, overwrite,
                         compression, report) {
  isSame <- !is.data.frame(data) && source_path(data) == source_label(as_target(outFile))
  if (isSame && !is.null(wish)) {
    stop("with transformations outFile must not be the file of the data", call. = FALSE)
  }
  of_rows <- function(rows) {
    found <- find(as.data.frame(rows, optional = TRUE))
    c(structure(list(found), names = column), if (!isSame) rows[keep])
  }
  step <- list(
    data = data, wish = after_wish(wish, of_rows, c(reads, keep)),
    startRow = 1, numRows = -1, cellLimit = NULL, skipsMissingsFirst = FALSE,
    skipsMissings = FALSE, isTested = FALSE, report = report)
  run_step(step, outFile, if (isSame) "cols" else "none", overwrite, compression)
}

# A transformation followed by a function of the columns it leaves.
after_wish <- function(wish, of_rows, variables) {
  change <- function(columns) {
    if (!is.null(wish)) columns <- transformed_columns(columns, length(columns[[1L]]), wish)
    of_rows(columns)
  }
  list(selection = NULL, expressions = list(), FUN = change,
       variables = unique(c(variables, if (!is.null(wish)) transform_reads(wish))),
       environment = if (is.null(wish)) new.env(parent = baseenv()) else wish$environment,
       objects = character())
}

kmeans_result <- function(found, names) {
  centers <- matrix(found$centers, ncol = length(names), byrow = TRUE)
  dimnames(centers) <- list(seq_len(nrow(centers)), names)
  within <- structure(found$withinss, names = seq_len(nrow(centers)))
  list(centers = centers, size = as.integer(found$size), withinss = within,
       valid.obs = found$valid, missing.obs = found$missing,
       numIterations = found$iterations, tot.withinss = sum(within),
       totss = found$totss, betweenss = found$totss - sum(within))
}

print.rxKmeans <- function(x, header = TRUE, ...) {
  if (header) {
    print_call(x$call)
    cat("Data: ", x$params$data, "\n", sep = "")
    cat("Number of valid observations: ", x$valid.obs, "\n", sep = "")
    cat("Number of missing observations:", x$missing.obs, "\n")
    cat("Clustering algorithm:  \n \n")
  }
  cat("K-means clustering with ", length(x$size), " clusters of sizes ",
      paste(x$size, collapse = ", "), "\n", sep = "")
  cat("\nCluster means:\n")
  print(x$centers, ...)
  cat("\nWithin cluster sum of squares by cluster:\n")
  print(x$withinss, ...)
  cat("\nAvailable components:\n")
  print(names(x))
  invisible(x)
}

#' Convert to kmeans
#'
#' A clustering of `rxKmeans` as an object of class `kmeans`.
#'
#' @param x a result of `rxKmeans`.
#' @param ... not used.
#' @examples
#' as.kmeans(rxKmeans(~ speed + dist, cars, centers = cars[c(1, 50), ]))
as.kmeans <- function(x, ...) UseMethod("as.kmeans")

as.kmeans.rxKmeans <- function(x, ...) {
  kept <- c("cluster", "centers", "totss", "withinss", "tot.withinss", "betweenss", "size")
  result <- unclass(x)[kept]
  names(result) <- kept
  result$iter <- x$numIterations
  result$ifault <- 0L
  structure(result, class = "kmeans")
}
