# Completion of a line that is being typed: what could stand where the cursor is.

# The completions of `line` at a cursor behind its `cursor` first characters:
# the place (from 0) where what is completed starts, and what could replace it.
# Only names, `$`, `@` and `[[` are evaluated, never calls.
.completions <- function(line, cursor = nchar(line)) {
  before <- substr(line, 1L, cursor)
  place <- typed_context(before)
  if (place$in_comment) return(list(start = cursor, values = character()))
  place$rest <- substring(line, cursor + 1L)
  word <- at_end("[A-Za-z0-9._]*", before)
  if (place$in_string) word <- substring(before, place$start + 1L)
  start <- as.integer(cursor - nchar(word))
  values <- tryCatch(
    suppressWarnings(completed(before, substr(before, 1L, start), word, place)),
    error = function(e) character())
  list(start = start, values = values)
}

completed <- function(before, head, word, place) {
  function_name <- place$calls[length(place$calls)]
  if (place$in_string) {
    if (isTRUE(function_name %in% c("library", "require", "requireNamespace"))) {
      return(with_prefix(loadable_packages(), word))
    }
    if (!is.na(object <- last_name(sub("\\[+$", "", place$heads[length(place$heads)])))) {
      if (place$brackets[length(place$brackets)] == "[") {
        return(with_prefix(names(get0(object, globalenv())), word))
      }
    }
    return(if (!completes("files")) character())
  }
  operator <- at_end("(\\$|@|:::|::|\\?)", head)
  if (operator %in% c("::", ":::")) {
    if (!completes("ns")) return(character())
    package <- at_end("[A-Za-z0-9._]+", sub(":::?$", "", head))
    return(with_prefix(package_names(package, operator), word))
  }
  if (operator %in% c("$", "@") && completes("ops")) {
    return(with_prefix(part_names(head, operator), word))
  }
  if (operator == "?" && completes("help")) return(with_prefix(topic_names(), word))
  if (isTRUE(function_name %in% c("library", "require"))) {
    return(with_prefix(loadable_packages(), word))
  }
  unique(c(if (completes("args")) with_prefix(argument_names(place), word), with_prefix(column_names(place), word),
           if (nzchar(word)) names_in_scope(word)))
}

# What a text ends with that matches a pattern, or nothing.
at_end <- function(pattern, text) {
  found <- regexpr(paste0(pattern, "$"), text)
  if (found < 0L) "" else substring(text, found)
}

with_prefix <- function(names, prefix) {
  names <- names[startsWith(names, prefix)]
  if (!startsWith(prefix, ".")) names <- names[!startsWith(names, ".")]
  sort(unique(names))
}

# --- Where the cursor is

# Whether it is in a string (and where that starts) or a comment, and the open
# brackets with the functions or objects before them and the text in them.
typed_context <- function(before) {
  letters <- strsplit(before, "")[[1L]]
  quote <- ""
  start <- 0L
  in_comment <- FALSE
  open <- integer()
  skip <- FALSE
  for (k in seq_along(letters)) {
    letter <- letters[k]
    if (skip) {
      skip <- FALSE
    } else if (in_comment) {
      in_comment <- letter != "\n"
    } else if (nzchar(quote)) {
      if (letter == "\\") skip <- TRUE
      else if (letter == quote) quote <- ""
    } else if (letter %in% c("\"", "'", "`")) {
      quote <- letter
      start <- k
    } else if (letter == "#") {
      in_comment <- TRUE
    } else if (letter %in% c("(", "[", "{")) {
      open <- c(open, k)
    } else if (letter %in% c(")", "]", "}")) {
      open <- open[-length(open)]
    }
  }
  heads <- vapply(open, function(k) substr(before, 1L, k - 1L), "")
  list(in_string = quote %in% c("\"", "'"), start = start, in_comment = in_comment,
       brackets = letters[open], heads = heads,
       calls = ifelse(letters[open] == "(", last_name(heads), NA_character_),
       inside = vapply(open, function(k) substring(before, k + 1L), ""))
}

# The name, perhaps of a package's function, that a text ends with.
last_name <- function(text) {
  found <- regmatches(text, regexpr("([A-Za-z.][A-Za-z0-9._]*:::?)?[A-Za-z.][A-Za-z0-9._]*$", text))
  result <- rep(NA_character_, length(text))
  result[grepl("[A-Za-z.][A-Za-z0-9._]*$", text)] <- found
  result
}

# --- What there is

names_in_scope <- function(prefix) {
  found <- lapply(search(), function(place) {
    names <- ls(as.environment(place), all.names = TRUE, sorted = FALSE)
    names[startsWith(names, prefix)]
  })
  words <- c("TRUE", "FALSE", "NULL", "NA", "Inf", "NaN", "function", "while", "repeat", "break",
             "next", "if", "else", "for", "in")
  with_prefix(c(unlist(found), words), prefix)
}

package_names <- function(package, operator) {
  namespace <- asNamespace(package)
  if (operator == ":::") return(ls(namespace, all.names = TRUE))
  exports <- getNamespaceExports(namespace)
  if (length(exports)) exports else ls(namespace)
}

loadable_packages <- function() {
  folders <- Sys.getenv(c("R_LIBS", "R_LIBS_USER"))
  folders <- unlist(strsplit(folders[nzchar(folders)], ":", fixed = TRUE))
  installed <- unlist(lapply(folders, function(folder) {
    names <- list.files(folder)
    names[file.exists(file.path(folder, names, "DESCRIPTION"))]
  }))
  unique(c("base", sub("^package:", "", grep("^package:", search(), value = TRUE)), installed))
}

topic_names <- function() sub("^[^:]*::", "", names(.Internal(documentationTitles())))

# What stands before a `$` or `@`, if that takes no call to compute.
part_names <- function(head, operator) {
  pattern <- paste0("([A-Za-z.][A-Za-z0-9._]*|`[^`]+`)",
                    "((\\$|@)([A-Za-z.][A-Za-z0-9._]*|`[^`]+`)|\\[\\[[^][()]*\\]\\])*$")
  text <- sub("[$@]$", "", head)
  found <- regexpr(pattern, text, perl = TRUE)
  if (found < 0L) return(character())
  object <- eval(str2lang(regmatches(text, found)), globalenv())
  if (operator == "@") return(names(attributes(object)))
  if (is.environment(object)) ls(object, all.names = TRUE) else names(object)
}

# The arguments of the function that is being called, and of the method for
# its first argument if that is a name.
argument_names <- function(place) {
  name <- place$calls[length(place$calls)]
  if (!length(name) || is.na(name)) return(character())
  value <- eval(str2lang(name), globalenv())
  if (!is.function(value)) return(character())
  given <- names(formals(args(value)))
  first <- sub("^\\s*([A-Za-z.][A-Za-z0-9._]*)\\s*(,.*)?$", "\\1", place$inside[length(place$inside)])
  object <- if (nzchar(first)) get0(first, globalenv())
  for (class in c(if (!is.null(object)) class(object), "default")[completes("S3")]) {
    method <- getS3method(sub("^.*::", "", name), class, optional = TRUE)
    if (is.function(method)) {
      given <- c(given, names(formals(method)))
      break
    }
  }
  given <- setdiff(given, "...")
  if (length(given)) paste0(unique(given), " = ") else character()
}

# The columns of the data that an open bracket is about: `d[`, `with(d, `,
# or any call with `data = d`.
column_names <- function(place) {
  found <- character()
  for (k in seq_along(place$brackets)) {
    inside <- place$inside[k]
    data <- if (place$brackets[k] == "[") {
      last_name(sub("\\[$", "", place$heads[k]))
    } else if (place$calls[k] %in% c("with", "within", "subset", "transform")) {
      sub("^\\s*([A-Za-z.][A-Za-z0-9._]*)\\s*,.*$", "\\1", inside)
    } else {
      inside <- paste0(inside, place$rest)
      named <- regmatches(inside, regexpr("data\\s*=\\s*[A-Za-z.][A-Za-z0-9._]*", inside))
      if (length(named)) sub("^data\\s*=\\s*", "", named)
    }
    if (length(data) && !is.na(data) && !is.null(object <- get0(data, globalenv()))) {
      found <- c(found, names(object))
    }
  }
  found
}
