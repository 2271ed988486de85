# What all methods of rxPredict have in common: the transformations of the model, and
# where predictions go.

# Predicts all data. `compute` makes new columns of the rows of a data frame;
# `variables` are those it reads, `keep` those to write beside the new ones.
#
# Without `outData`, or when that is the file that is read, predictions become columns
# of a file of blocks; other data give a data frame.
write_predictions <- function(compute, model, variables, keep, data, outData, append,
                              overwrite, removeMissings, blocksPerRead, reportProgress,
                              compression) {
  if (is.null(data)) stop("data must be given")
  variables <- unique(c(variables, keep))
  before <- model_transformation(model, variables, rxGetVarNames(data))
  of_rows <- function(rows, place = list(number = 1, start = 1, file = "")) {
    if (!is.null(before)) rows <- before$apply(rows, place)
    missing <- setdiff(variables, names(rows))
    if (length(missing)) stop("The variable '", missing[1L], "' is not in the data.")
    rows <- as.data.frame(rows, optional = TRUE)
    c(compute(rows), if (!into_source) as.list(rows[keep]))
  }
  into_source <- is_same_file(data, outData)
  if (is.data.frame(data) && (is.null(outData) || is.data.frame(outData))) {
    return(frame_predictions(of_rows(data), outData, removeMissings))
  }
  reads <- if (is.null(before)) variables else before$reads
  if (into_source) {
    data <- outData <- RxXdfData(as_data_source(data)@file)
    new <- names(of_rows(read_rows(data, 1, 1), list(number = 0, start = 1, file = data@file)))
    check_new_columns(data, new, overwrite, removeMissings)
  }
  rxDataStep(
    data, outData, varsToKeep = if (!into_source) reads,
    transformVars = if (!into_source) reads,
    transformObjects = list(.rxOfRows = of_rows, .rxAdds = into_source),
    transformFunc = function(chunk) {
      place <- list(number = .rxChunkNum, start = .rxStartRow, file = .rxReadFileName)
      columns <- .rxOfRows(chunk, place)
      if (!.rxAdds) return(columns)
      chunk[names(columns)] <- columns
      chunk
    },
    append = append, overwrite = overwrite || into_source, removeMissings = removeMissings,
    maxRowsByCols = NULL, blocksPerRead = if (into_source) 1 else blocksPerRead,
    reportProgress = reportProgress, xdfCompressionLevel = compression)
}

# Predictions for a data frame: alone, or beside the columns of another one.
frame_predictions <- function(columns, beside, removeMissings) {
  columns <- as.data.frame(columns, optional = TRUE)
  if (is.null(beside)) {
    return(if (removeMissings) columns[complete.cases(columns), , drop = FALSE] else columns)
  }
  if (nrow(beside) != nrow(columns)) {
    stop("outData has ", nrow(beside), " rows, the data have ", nrow(columns))
  }
  beside[names(columns)] <- columns
  if (removeMissings) beside[complete.cases(beside), , drop = FALSE] else beside
}

# Whether predictions go to the file of blocks that is read.
is_same_file <- function(data, outData) {
  if (is.data.frame(data)) return(FALSE)
  data <- as_data_source(data)
  if (!inherits(data, "RxXdfData")) return(FALSE)
  if (is.null(outData)) return(TRUE)
  if (is.data.frame(outData)) stop("outData must be a file when the data are none in memory")
  target <- as_target(outData)
  inherits(target, "RxXdfData") && normalizePath(target@file, mustWork = FALSE) ==
    normalizePath(data@file, mustWork = FALSE)
}

check_new_columns <- function(data, new, overwrite, removeMissings) {
  known <- intersect(new, rxGetVarNames(data))
  if (length(known) && !overwrite) {
    stop("the file '", data@file, "' has the variable '", known[1L],
         "' already; use overwrite = TRUE to replace it")
  }
  if (removeMissings) stop("removeMissings needs an outData other than the data")
}

# The transformations that a model was fitted with, for new data that have the variables
# `names`: a function of a chunk and its place, and the variables it reads; NULL without.
# What only makes variables that a prediction does not need is left out.
model_transformation <- function(model, variables, names) {
  given <- model$transforms
  if (is.null(given)) return(NULL)
  response <- all.vars(model$formula[[2L]])
  expressions <- as.list(given$transforms)[-1L]
  unwanted <- setdiff(response, variables)
  given$transforms <- as.call(c(quote(list), expressions[!(names(expressions) %in% unwanted)]))
  wish <- transformation(NULL, given$transforms, given$transformObjects, given$transformFunc,
                         given$transformVars, given$transformPackages, given$transformEnvir,
                         parent.frame(), isPrediction = TRUE)
  list(
    reads = intersect(unique(c(variables, transform_reads(wish))), names),
    apply = function(rows, place) {
      count <- if (length(rows)) length(rows[[1L]]) else 0L
      announce_chunk(wish$environment, place$number, place$start, count, place$file)
      transformed_columns(as.list(rows), count, wish)
    })
}
