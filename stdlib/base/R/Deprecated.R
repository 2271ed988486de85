#' Functions that are going or gone
#'
#' `.Deprecated` warns, `.Defunct` stops, naming the function to use instead.
#'
#' @param new the function to use instead.
#' @param package the package it is in.
#' @param msg a message to use instead.
#' @param old the function that is deprecated.
#' @examples
#' old <- function() .Deprecated("new")
#' tryCatch(old(), deprecatedWarning = function(w) cat(conditionMessage(w)))
.Deprecated <- function(new, package = NULL, msg,
                        old = as.character(sys.call(sys.parent()))[1L]) {
  if (missing(msg)) {
    msg <- gettextf("'%s' is deprecated.\n", old)
    if (!missing(new)) msg <- c(msg, gettextf("Use '%s' instead.\n", new))
    msg <- paste(c(msg, .goneHelp("Deprecated", package)), collapse = "")
  }
  if (missing(new)) new <- NULL
  warning(warningCondition(
    msg, old = old, new = new, package = package, class = "deprecatedWarning"
  ))
}

#' @rdname .Deprecated
.Defunct <- function(new, package = NULL, msg) {
  name <- as.character(sys.call(sys.parent()))[1L]
  if (missing(msg)) {
    msg <- gettextf("'%s' is defunct.\n", name)
    if (!missing(new)) msg <- c(msg, gettextf("Use '%s' instead.\n", new))
    msg <- paste(c(msg, .goneHelp("Defunct", package)), collapse = "")
  }
  if (missing(new)) new <- NULL
  stop(errorCondition(
    msg, old = name, new = new, package = package, class = "defunctError"
  ))
}

.goneHelp <- function(page, package) {
  if (is.null(package)) gettextf("See help(\"%s\")", page)
  else gettextf("See help(\"%s\") and help(\"%s-%s\").", page, package, tolower(page))
}

#' @rdname .Deprecated
default.stringsAsFactors <- function() {
  .Deprecated(msg = paste0(
    "'default.stringsAsFactors' is deprecated.\n",
    "Use '`stringsAsFactors = FALSE`' instead.\n", "See help(\"Deprecated\")"
  ))
  FALSE
}

#' @rdname .Deprecated
unix.time <- function(...) .Defunct("system.time")
