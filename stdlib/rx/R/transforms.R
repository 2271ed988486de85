#' Transformations on the way
#'
#' All analyses and data steps take the same arguments for selecting rows and
#' computing variables while data are read. For each chunk `transformFunc` comes
#' first, then `transforms`, then `rowSelection`, then functions in the formula.
#'
#' They see the variables of the data, `transformObjects`, and the packages base,
#' utils, stats, methods, RevoScaleR and those of `transformPackages`; never the
#' workspace. In them stand `.rxChunkNum` (the number of the chunk; 0 for the test
#' on a few rows that comes first), `.rxStartRow`, `.rxNumRows`, `.rxReadFileName`,
#' `.rxIsTestChunk`, `.rxIsPrediction`, `.rxTransformEnvir`, and the functions
#' `.rxGet(name)`, `.rxSet(name, value)` and `.rxModify(name, ..., FUN = "+")` that
#' read and change transform objects from one chunk to the next. What the test does
#' to transform objects is undone.
#'
#' @name rxTransform
#' @param rowSelection an expression that is true for the rows to keep, or the
#'   name of a logical variable.
#' @param transforms an expression `list(name = value, ...)`; later ones see
#'   earlier ones; `NULL` removes a variable. Values of length one are repeated.
#' @param transformObjects a named list of objects that the expressions use.
#' @param transformFunc a function from a list of variables to a list of variables;
#'   `.rxRowSelection` in what it returns selects rows; with `NULL` none are left.
#' @param transformVars the variables that `transformFunc` needs.
#' @param transformPackages more packages that the expressions use.
#' @param transformEnvir an environment to look in after the transform objects,
#'   in place of the packages.
#' @examples
#' rxSummary(~ ratio, data = cars, transforms = list(ratio = dist / speed),
#'           rowSelection = speed > limit, transformObjects = list(limit = 10))
NULL

# What a call asks of its data besides the analysis: NULL when it asks nothing.
# `caller`: where a symbol given for an expression has its value.
transformation <- function(rowSelection, transforms, transformObjects, transformFunc,
                           transformVars, transformPackages, transformEnvir, caller,
                           isPrediction = FALSE) {
  selection <- given_expression(rowSelection, caller)
  if (is.character(selection)) selection <- as.name(selection)
  expressions <- transform_list(given_expression(transforms, caller))
  if (!is.null(transformFunc)) transformFunc <- match.fun(transformFunc)
  if (is.null(selection) && !length(expressions) && is.null(transformFunc)) return(NULL)
  environment <- transform_environment(transformObjects, transformPackages, transformEnvir)
  environment$.rxIsPrediction <- isPrediction
  if (!is.null(transformFunc) && !isNamespace(environment(transformFunc)) &&
      is.environment(environment(transformFunc))) {
    environment(transformFunc) <- environment
  }
  list(selection = selection, expressions = expressions, FUN = transformFunc,
       variables = transformVars, environment = environment,
       objects = as.character(names(transformObjects)))
}

# The same from the arguments of a function, which all analyses and data steps share.
given_transformation <- function(frame = parent.frame(), caller = parent.frame(2L)) {
  transformation(
    substitute(rowSelection, frame), substitute(transforms, frame),
    frame$transformObjects, frame$transformFunc, frame$transformVars,
    frame$transformPackages, frame$transformEnvir, caller)
}

# The expression behind an argument: itself, or the value of the symbol given for it.
given_expression <- function(expression, caller) {
  if (is.name(expression)) {
    value <- get0(as.character(expression), envir = caller)
    if (is.null(value) && exists(as.character(expression), envir = caller)) return(NULL)
    if (is.expression(value) || is.call(value) || is.character(value)) expression <- value
  }
  if (is.expression(expression)) {
    expression <- if (length(expression)) expression[[1L]]
  }
  expression
}

transform_list <- function(expression) {
  if (is.null(expression)) return(list())
  if (!is.call(expression) || !identical(expression[[1L]], quote(list))) {
    stop("transforms must be an expression of the form list(name = value, ...)", call. = FALSE)
  }
  result <- as.list(expression)[-1L]
  if (length(result) && (is.null(names(result)) || !all(nzchar(names(result))))) {
    stop("each of the transforms must have a name", call. = FALSE)
  }
  result
}

# Where transformations are evaluated: the transform objects, behind them the packages.
transform_environment <- function(objects, packages, parent) {
  if (length(objects) && (is.null(names(objects)) || !all(nzchar(names(objects))))) {
    stop("transformObjects must be a named list", call. = FALSE)
  }
  if (is.null(parent)) {
    parent <- package_scope(unique(c(rxGetOption("transformPackages"), packages)))
  }
  result <- list2env(as.list(objects), parent = parent)
  result$.rxTransformEnvir <- result
  result$.rxGet <- function(name) get(name, envir = result, inherits = FALSE)
  result$.rxSet <- function(name, value) assign(name, value, envir = result)
  result$.rxModify <- function(name, ..., FUN = "+") {
    value <- match.fun(FUN)(get(name, envir = result, inherits = FALSE), ...)
    assign(name, value, envir = result)
  }
  result
}

# An environment with what the packages export, in front of base but not of the workspace.
package_scope <- function(packages) {
  key <- paste(c("scope", packages), collapse = " ")
  if (!is.null(known <- rx_settings[[key]])) return(known)
  scope <- new.env(parent = baseenv())
  for (package in rev(packages)) {
    namespace <- loadNamespace(package)
    for (name in getNamespaceExports(namespace)) delay_export(name, namespace, scope)
  }
  assign(key, scope, envir = rx_settings)
  scope
}

delay_export <- function(name, namespace, scope) {
  delayedAssign(name, get(name, envir = namespace), assign.env = scope)
}

# The variables of the data that a transformation needs.
transform_reads <- function(wish) {
  unique(c(unlist(lapply(wish$expressions, all.vars)), all.vars(wish$selection),
           wish$variables))
}

# The function that turns the columns of a chunk into what is left of them. A frame
# is given when the rows are in memory: then `columns` is NULL.
chunk_function <- function(wish, file, frame = NULL) {
  function(columns, number, start, count) {
    rows <- seq.int(start, length.out = count)
    if (is.null(columns)) {
      columns <- if (start == 1 && count == nrow(frame)) as.list(frame)
        else as.list(frame[rows, , drop = FALSE])
    }
    before <- if (number == 0) mget(wish$objects, envir = wish$environment)
    place <- if (number == 0) "the test chunk" else paste("chunk", number)
    place <- sprintf("%s (rows %.0f to %.0f)", place, start, start + count - 1)
    announce_chunk(wish$environment, number, start, count, file)
    result <- tryCatch(
      transformed_columns(columns, count, wish),
      error = function(condition) {
        stop("the transformation of ", place, " failed: ", conditionMessage(condition),
             call. = FALSE)
      })
    if (number == 0) list2env(before, envir = wish$environment)
    result
  }
}

announce_chunk <- function(environment, number, start, count, file) {
  environment$.rxChunkNum <- as.integer(number)
  environment$.rxStartRow <- start
  environment$.rxNumRows <- as.integer(count)
  environment$.rxIsTestChunk <- number == 0
  environment$.rxReadFileName <- file
}

transformed_columns <- function(data, count, wish) {
  if (!is.null(wish$FUN)) {
    data <- wish$FUN(data)
    if (is.null(data)) return(NULL)
    if (!is.list(data) || is.null(names(data)) && length(data)) {
      stop("transformFunc must return a named list of variables")
    }
    data <- as.list(data)
    if (length(data)) count <- length(data[[1L]])
  }
  for (i in seq_along(wish$expressions)) {
    name <- names(wish$expressions)[i]
    value <- eval(wish$expressions[[i]], data, wish$environment)
    if (length(value) == 1L && count != 1L) value <- rep(value, count)
    if (is.null(value)) data[[name]] <- NULL else data[[name]] <- value
  }
  check_lengths(data, count)
  keep <- wish$selection
  keep <- if (is.null(keep)) data[[".rxRowSelection"]]
    else eval(keep, data, wish$environment)
  data[[".rxRowSelection"]] <- NULL
  if (is.null(keep)) return(data)
  if (!is.logical(keep)) stop("rowSelection must be logical")
  if (length(keep) == 1L) keep <- rep(keep, count)
  if (length(keep) != count) {
    stop("rowSelection has ", length(keep), " values, not ", count)
  }
  keep <- which(keep)
  if (length(keep) == count) data else lapply(data, function(values) values[keep])
}

check_lengths <- function(data, count) {
  wrong <- which(lengths(data) != count)
  if (length(wrong)) {
    stop("the variable '", names(data)[wrong[1L]], "' has ", length(data[[wrong[1L]]]),
         " values, not ", count)
  }
}
