#' Text from formats
#'
#' Puts values into text after a format in the manner of C. Vectors are
#' recycled.
#'
#' @param fmt formats: `%d`, `%5.2f`, `%e`, `%g`, `%s`, `%x`, `%%`, with flags,
#'   width, precision, `*` and `%2$s`.
#' @param ... the values.
#' @param domain ignored: texts are not translated.
#' @param trim ignored.
#' @examples
#' sprintf("%s is %5.2f", c("x", "y"), c(pi, exp(1)))
#' sprintf("%2$s %1$s", "world", "hello")
sprintf <- function(fmt, ...) .Internal(sprintf(fmt, ...))

#' @rdname sprintf
gettextf <- function(fmt, ..., domain = NULL, trim = TRUE) sprintf(fmt, ...)

#' Messages in the user's language
#'
#' Gives the texts back as they are.
#'
#' @param ... texts.
#' @param domain,trim ignored.
#' @param n a count.
#' @param msg1,msg2 the texts for one and for any other count.
#' @param dirname ignored.
#' @examples
#' gettext("hello")
#' ngettext(2, "file", "files")
gettext <- function(..., domain = NULL, trim = TRUE) {
  unlist(lapply(list(...), as.character))
}

#' @rdname gettext
ngettext <- function(n, msg1, msg2, domain = NULL) if (n == 1) msg1 else msg2

#' @rdname gettext
bindtextdomain <- function(domain, dirname = NULL) NULL
