#' Texts of messages
#'
#' Messages are not translated: `gettext` returns its arguments, `gettextf`
#' formats with [sprintf()], `ngettext` chooses between one and many.
#'
#' @param ... strings, or values for the format.
#' @param domain,trim ignored.
#' @param fmt a format.
#' @param n a number.
#' @param msg1,msg2 text for one, and for other numbers.
#' @examples
#' gettextf("%d items", 3L)
#' ngettext(2, "item", "items")
gettext <- function(..., domain = NULL, trim = TRUE) {
  as.character(unlist(lapply(list(...), as.character)))
}

#' @rdname gettext
gettextf <- function(fmt, ..., domain = NULL, trim = TRUE) sprintf(fmt, ...)

#' @rdname gettext
ngettext <- function(n, msg1, msg2, domain = NULL) {
  n <- suppressWarnings(as.integer(n))
  if (length(n) != 1L || is.na(n) || n < 0L) stop("invalid 'n' argument")
  if (n == 1L) msg1 else msg2
}

#' @rdname gettext
#' @param dirname ignored.
bindtextdomain <- function(domain, dirname = NULL) NULL
