#' Run a function on each group of rows
#'
#' Splits data by the values of key variables and calls a function with the keys and
#' the rows of each group: here one after another, or by the threads of the pool in the
#' compute context `RxLocalParallel`. Groups of a data frame are data frames, those of
#' files are data sources. The groups come in the order of their keys.
#'
#' @param inData a data frame, a path or a data source.
#' @param keys the names of the key variables.
#' @param func a function of the keys, a list, and the data of a group.
#' @param funcParams more arguments for `func`, a list.
#' @param filterFunc a function that takes the data frame of [rxPartition] and returns the
#'   rows of the groups that are wanted.
#' @param computeContext where to run.
#' @param ... not used.
#' @return a list with, for each group, `keys`, `result` and `status`, which is `"OK"`, or
#'   `"Error"` when the function failed; then the result is NULL, and a warning says why.
#' @examples
#' by <- rxExecBy(mtcars, "cyl", function(keys, data) mean(data$mpg))
#' sapply(by, function(group) c(group$keys$cyl, group$result))
rxExecBy <- function(inData, keys, func, funcParams = NULL, filterFunc = NULL,
                     computeContext = rxGetOption("computeContext"), ...) {
  folder <- tempfile("partition")
  on.exit(unlink(folder, recursive = TRUE))
  groups <- if (is.data.frame(inData)) frame_groups(inData, keys)
            else rxPartition(inData, folder, keys, reportProgress = 0)
  exec_by_groups(groups, unname(keys), func, funcParams, filterFunc, computeContext)
}

#' Split data into files by keys
#'
#' Writes the rows of each combination of key values to a file of its own, in one pass
#' over the data. `rxPartition` and `rxGetPartitions` return a data frame with the keys
#' and a list `DataSource` of data sources; `rxExecByPartition` calls a function with
#' the keys and the data source of each, as [rxExecBy] does.
#'
#' @param inData a data frame, a path or a data source.
#' @param outData the folder to write to, a path or an `RxXdfData`.
#' @param varsToPartition the names of the key variables.
#' @param append `"rows"` to add to groups that are there, `"none"` to begin anew.
#' @param overwrite whether what is there may be replaced.
#' @param reportProgress 0 for silence.
#' @param ... not used.
#' @examples
#' parts <- rxPartition(iris, tempfile(), "Species", reportProgress = 0)
#' parts$Species
#' nrow(rxDataStep(parts$DataSource[[1]]))
rxPartition <- function(inData, outData, varsToPartition, append = "rows",
                        overwrite = FALSE, reportProgress = rxGetOption("reportProgress"),
                        ...) {
  folder <- partition_folder(outData)
  append <- match.arg(append, c("rows", "none"))
  if (append == "none" && dir.exists(folder)) {
    if (!overwrite) {
      stop("the folder '", folder, "' exists; use overwrite = TRUE to replace it",
           call. = FALSE)
    }
    unlink(folder, recursive = TRUE)
  }
  dir.create(folder, showWarnings = FALSE, recursive = TRUE)
  known <- known_partitions(folder, varsToPartition)
  # A transformFunc that takes the rows of each chunk away, to the files.
  take <- function(dataList) {
    if (!.rxIsTestChunk) write(dataList, keys, known, folder)
    NULL
  }
  rxDataStep(inData, transformFunc = take,
             transformObjects = list(known = known, write = write_partitions, folder = folder,
                                     keys = unname(varsToPartition)),
             reportProgress = reportProgress)
  saveRDS(list(keys = unname(varsToPartition), parts = as.list(known)),
          file.path(folder, "partitions.rds"))
  rxGetPartitions(folder)
}

#' @rdname rxPartition
#' @param data a folder that `rxPartition` has written, a path or an `RxXdfData`.
rxGetPartitions <- function(data) {
  folder <- partition_folder(data)
  path <- file.path(folder, "partitions.rds")
  if (!file.exists(path)) stop("'", folder, "' holds no partitions", call. = FALSE)
  found <- readRDS(path)
  files <- file.path(folder, vapply(found$parts, `[[`, "", "name"))
  group_frame(lapply(unname(found$parts), `[[`, "values"), found$keys,
              lapply(unname(files), RxXdfData))
}

#' @rdname rxPartition
#' @param func,funcParams,filterFunc,computeContext as in [rxExecBy].
rxExecByPartition <- function(inData, func, funcParams = NULL, filterFunc = NULL,
                              computeContext = rxGetOption("computeContext"), ...) {
  groups <- rxGetPartitions(inData)
  keys <- setdiff(names(groups), "DataSource")
  exec_by_groups(groups, keys, func, funcParams, filterFunc, computeContext)
}

# Groups -------------------------------------------------------------------------

frame_groups <- function(data, keys) {
  check_keys(keys, names(data))
  groups <- group_rows(data[keys])
  values <- lapply(groups, function(rows) key_values(data[keys], rows[1L]))
  group_frame(values, unname(keys),
              lapply(groups, function(rows) data[rows, , drop = FALSE]))
}

check_keys <- function(keys, names) {
  unknown <- setdiff(keys, names)
  if (!length(keys) || length(unknown)) {
    stop("keys must be names of variables of the data",
         if (length(unknown)) paste0(": '", unknown[1L], "' is none"), call. = FALSE)
  }
}

# Row numbers by the values of keys; missing values are a value of their own.
group_rows <- function(columns) {
  codes <- lapply(columns, function(column) match(column, unique(column)))
  text <- do.call(paste, c(unname(codes), sep = "-"))
  unname(split(seq_along(text), factor(text, unique(text))))
}

# The key values of a row; factors keep their levels.
key_values <- function(columns, row) lapply(as.list(columns), function(column) column[row])

# A data frame of keys with the data of each group, in the order of the keys.
group_frame <- function(values, keys, sources) {
  columns <- lapply(keys, function(key) do.call(c, lapply(values, `[[`, key)))
  names(columns) <- keys
  order <- do.call(order, unname(columns))
  frame <- as_frame(lapply(columns, function(column) column[order]))
  frame$DataSource <- sources[order]
  frame
}

exec_by_groups <- function(groups, keys, func, params, filter, context) {
  if (!is.null(filter)) groups <- filter(groups)
  old <- rxSetComputeContext(context)
  on.exit(rxSetComputeContext(old), add = TRUE)
  rows <- seq_len(nrow(groups))
  arguments <- lapply(rows, function(k) {
    c(list(lapply(as.list(groups[keys]), function(column) column[k]),
           groups$DataSource[[k]]), params)
  })
  run <- if (inherits(context, "RxLocalParallel")) exec_in_pool else exec_here
  outcomes <- run(match.fun(func), arguments)
  lapply(rows, function(k) {
    failed <- inherits(outcomes[[k]], "error")
    if (failed) {
      warning("group ", k, " failed: ", conditionMessage(outcomes[[k]]), call. = FALSE)
    }
    list(keys = arguments[[k]][[1L]], result = if (!failed) outcomes[[k]][[1L]],
         status = if (failed) "Error" else "OK")
  })
}

# The outcome of each call: a list of its value, or the error.
exec_here <- function(func, arguments) {
  lapply(arguments, function(own) {
    tryCatch(list(do.call(func, own, quote = TRUE)), error = identity)
  })
}

exec_in_pool <- function(func, arguments) {
  guarded <- function(own) {
    list(tryCatch(list(do.call(func, own, quote = TRUE)), error = identity))
  }
  environment(guarded) <- list2env(list(func = func), parent = globalenv())
  work <- list(FUN = guarded, quote = TRUE, continue = TRUE, seeds = NULL,
               packages = context_setting("packagesToLoad"),
               objects = workspace_objects(list(func)))
  lapply(run_parallel(work, lapply(arguments, list), 1L, FALSE), `[[`, 1L)
}

# Files --------------------------------------------------------------------------

partition_folder <- function(data) if (is.character(data)) data else data@file

# The groups that are there, by the text of their keys: the file of each and its keys.
known_partitions <- function(folder, keys) {
  path <- file.path(folder, "partitions.rds")
  if (!file.exists(path)) return(new.env())
  found <- readRDS(path)
  if (!identical(found$keys, unname(keys))) {
    stop("'", folder, "' is partitioned by ", paste(found$keys, collapse = ", "),
         call. = FALSE)
  }
  list2env(found$parts)
}

# Adds the rows of each group to its file.
write_partitions <- function(columns, keys, known, folder) {
  check_keys(keys, names(columns))
  data <- as_frame(columns)
  for (rows in group_rows(data[keys])) {
    values <- key_values(data[keys], rows[1L])
    name <- partition_name(values, known)
    rxDataStep(data[rows, , drop = FALSE], RxXdfData(file.path(folder, name)),
               append = "rows", reportProgress = 0)
  }
}

# The file of these key values, a new one when they are seen for the first time.
partition_name <- function(values, known) {
  text <- paste(vapply(values, function(value) {
    if (is.numeric(value)) sprintf("%.17g", as.numeric(value)) else as.character(value)
  }, ""), collapse = "\r")
  if (is.null(known[[text]])) {
    name <- sprintf("part-%05d.xdf", length(known) + 1L)
    assign(text, list(name = name, values = values), envir = known)
  }
  known[[text]]$name
}
