# How text is read and written, for the native half.

# A text data source for the native half: which files, and how they are read.
describe_text <- function(data, rowsPerRead = NULL) {
  data@colInfo <- named_columns(data)
  layout <- fixed_layout(data)
  info <- column_wishes(data, layout$types)
  list(
    file = if (is.null(layout)) text_files(data@file) else layout$file,
    names = layout$names, starts = layout$starts, widths = layout$widths,
    types = info$types, levels = info$levels, columns = info$columns,
    formats = info$formats, cuts = if (is.null(layout)) info$cuts,
    missing = data@missingValueString,
    rowsPerRead = if (is.null(rowsPerRead)) data@rowsPerRead else rowsPerRead,
    delimiter = data@delimiter, combines = data@combineDelimiters, quote = data@quoteMark,
    decimal = data@decimalPoint, thousands = data@thousandsSeparator,
    dateFormat = data@readDateFormat, timeFormat = data@readPOSIXctFormat,
    centuryCutoff = data@centuryCutoff, decimalType = data@defaultDecimalColType,
    missingType = data@defaultMissingColType, header = data@firstRowIsColNames,
    sniff = data@rowsToSniff, skip = data@rowsToSkip + if (is.null(layout)) 0 else layout$skip)
}

# The files that a path means: those of a folder, or of a pattern. What other
# programs put beside their parts, and parts without rows, are passed over.
text_files <- function(path) {
  path <- located_file(path)
  if (dir.exists(path)) {
    files <- list.files(path, full.names = TRUE)
    files <- files[!dir.exists(files) & !startsWith(basename(files), "_")]
    if (length(files) > 1L) files <- files[file.size(files) > 0]
    if (!length(files)) stop("there are no files in '", path, "'", call. = FALSE)
    return(files)
  }
  if (file.exists(path) || !grepl("[*?[]", path)) return(path)
  files <- Sys.glob(path)
  if (!length(files)) stop("no file is called '", path, "'", call. = FALSE)
  files
}

# colInfo with the names of columns that it gives by their index.
named_columns <- function(data) {
  info <- data@colInfo
  if (is.null(info)) return(NULL)
  names <- if (is.null(names(info))) rep("", length(info)) else names(info)
  open <- which(!nzchar(names))
  if (!length(open)) return(info)
  index <- vapply(info[open], function(column) {
    if (is.null(column$index)) stop("a column of colInfo has neither a name nor an index",
                                    call. = FALSE)
    as.integer(column$index)
  }, 1L)
  data@colInfo <- data@varsToKeep <- data@varsToDrop <- NULL
  known <- rxGetVarNames(data)
  beyond <- which(index < 1L | index > length(known))
  if (length(beyond)) {
    stop("colInfo has a column with the index ", index[beyond[1L]], ", the file has ",
         length(known), " columns", call. = FALSE)
  }
  names[open] <- known[index]
  structure(info, names = names)
}

# What colClasses and colInfo say of columns, by the names in the file. `types`:
# those that columns have when nothing is said.
column_wishes <- function(data, types = NULL) {
  types <- as.list(types)
  classes <- if ("colClasses" %in% slotNames(data)) data@colClasses
  for (name in names(classes)) types[[name]] <- classes[[name]]
  levels <- list()
  formats <- cuts <- list()
  columns <- lapply(data@colInfo, function(info) info[known_column_wishes(info)])
  for (name in names(data@colInfo)) {
    info <- data@colInfo[[name]]
    if (!is.null(info$type)) types[[name]] <- info$type
    if (!is.null(info$levels)) levels[[name]] <- as.character(info$levels)
    if (is.null(info$type) && !is.null(info$levels)) types[[name]] <- "factor"
    if (!is.null(info$width)) cuts[[name]] <- as.integer(info$width)
    if (!is.null(info$dateFormat)) formats[[name]] <- as.character(info$dateFormat)
  }
  for (name in names(types)) {
    if (types[[name]] %in% c("float32", "int16", "uint16", "ordered")) {
      columns[[name]]$type <- types[[name]]
    }
  }
  list(types = unlist(types), levels = if (length(levels)) levels,
       formats = if (length(formats)) formats, cuts = if (length(cuts)) cuts,
       columns = columns[lengths(columns) > 0L])
}

known_column_wishes <- function(info) {
  intersect(names(info), c("newName", "description", "low", "high", "newLevels"))
}

# Where the columns of a file of fixed width lie; NULL for delimited text.
fixed_layout <- function(data) {
  if (is_schema_file(data@file)) return(factor_types(schema_layout(data@file), data))
  if (isFALSE(data@isFixedFormat)) return(NULL)
  info <- data@colInfo
  starts <- lapply(info, function(column) column$start)
  if (!any(lengths(starts) > 0L)) {
    if (isTRUE(data@isFixedFormat)) {
      stop("text of fixed width needs the 'start' and 'width' of each column in colInfo, ",
           "or a schema file", call. = FALSE)
    }
    return(NULL)
  }
  widths <- lapply(info, function(column) column$width)
  without <- names(info)[lengths(starts) != 1L | lengths(widths) != 1L]
  if (length(without)) {
    stop("in text of fixed width each column needs 'start' and 'width': '", without[1L],
         "' has not both", call. = FALSE)
  }
  layout <- list(file = text_files(data@file), skip = 0, names = names(info),
                 starts = as.integer(unlist(starts)), widths = as.integer(unlist(widths)))
  layout$types <- structure(rep("character", length(info)), names = names(info))
  factor_types(layout, data)
}

is_schema_file <- function(path) grepl("\\.sts$", path, ignore.case = TRUE)

factor_types <- function(layout, data) {
  if (isTRUE(data@stringsAsFactors)) layout$types[layout$types == "character"] <- "factor"
  layout
}

# What a schema file says: FILE, FIRST LINE and VARIABLES, each variable with its
# columns and (A) when it is text. Several names share their columns evenly.
schema_layout <- function(path) {
  lines <- trimws(readLines(path, warn = FALSE))
  file <- sub("^file[[:space:]]+", "", grep("^file[[:space:]]", lines, ignore.case = TRUE,
                                           value = TRUE), ignore.case = TRUE)
  start <- grep("^variables", lines, ignore.case = TRUE)
  if (length(file) != 1L || length(start) != 1L) {
    stop("file '", path, "': a schema needs FILE and VARIABLES", call. = FALSE)
  }
  first <- sub("^first[[:space:]]+line[[:space:]]+", "",
               grep("^first[[:space:]]+line", lines, ignore.case = TRUE, value = TRUE),
               ignore.case = TRUE)
  lines[start] <- sub("^variables", "", lines[start], ignore.case = TRUE)
  c(list(file = schema_data(path, gsub("^[\"']|[\"']$", "", file)),
         skip = if (length(first)) max(0, as.numeric(first[1L]) - 1) else 0),
    schema_columns(lines[start:length(lines)], path))
}

# The file of data: where the schema says, or under that name beside the schema.
schema_data <- function(path, file) {
  beside <- file.path(dirname(path), basename(gsub("\\", "/", file, fixed = TRUE)))
  if (file.exists(file) || !file.exists(beside)) file else beside
}

schema_columns <- function(lines, path) {
  lines <- gsub("[[:space:]]*-[[:space:]]*", "-", gsub(",", " ", lines))
  words <- unlist(strsplit(paste(lines, collapse = " "), "[[:space:]]+"))
  words <- words[nzchar(words)]
  isRange <- grepl("^[0-9]+(-[0-9]+)?$", words)
  isTag <- grepl("^\\(", words)
  names <- character()
  starts <- widths <- integer()
  types <- character()
  waiting <- character()
  for (i in seq_along(words)) {
    if (isTag[i]) {
      if (toupper(words[i]) != "(A)" || i == 1L || !isRange[i - 1L]) {
        stop("file '", path, "': '", words[i], "' is not understood", call. = FALSE)
      }
      types[length(types) - rev(seq_len(added)) + 1L] <- "character"
    } else if (isRange[i]) {
      ends <- as.integer(strsplit(words[i], "-")[[1L]])
      width <- (ends[length(ends)] - ends[1L] + 1L) / length(waiting)
      if (!length(waiting) || width < 1 || width != floor(width)) {
        stop("file '", path, "': the columns ", words[i], " do not fit the variables before them",
             call. = FALSE)
      }
      added <- length(waiting)
      names <- c(names, waiting)
      starts <- c(starts, ends[1L] + as.integer(width) * (seq_len(added) - 1L))
      widths <- c(widths, rep(as.integer(width), added))
      types <- c(types, rep("numeric", added))
      waiting <- character()
    } else {
      waiting <- c(waiting, numbered_names(words[i]))
    }
  }
  if (length(waiting)) {
    stop("file '", path, "': '", waiting[1L], "' has no columns", call. = FALSE)
  }
  list(names = names, starts = starts, widths = widths,
       types = structure(types, names = names))
}

# V1-V3 as V1, V2 and V3.
numbered_names <- function(word) {
  parts <- regmatches(word, regexec("^([^0-9-]+)([0-9]+)-([^0-9-]+)([0-9]+)$", word))[[1L]]
  if (length(parts) != 5L || parts[2L] != parts[4L]) return(word)
  paste0(parts[2L], seq(as.integer(parts[3L]), as.integer(parts[5L])))
}
