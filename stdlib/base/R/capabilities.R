#' What this R can do
#'
#' Which optional features there are, and the versions of the libraries behind
#' them. OpenBLAS is linked into the program: no path is known of it.
#'
#' @param what names of features; all if `NULL`.
#' @param Xchk ignored: there is no X11.
#' @examples
#' capabilities("iconv")
#' extSoftVersion()["PCRE"]
#' numeric_version(La_version()) >= "3.0"
#' l10n_info()$`UTF-8`
capabilities <- function(what = NULL, Xchk = any(nas %in% c("X11", "jpeg", "png", "tiff"))) {
  all <- c(
    jpeg = FALSE, png = FALSE, tiff = FALSE, tcltk = FALSE, X11 = FALSE,
    aqua = FALSE, `http/ftp` = FALSE, sockets = FALSE, libxml = FALSE,
    fifo = FALSE, cledit = interactive(), iconv = TRUE, NLS = FALSE,
    Rprof = FALSE, profmem = FALSE, cairo = FALSE, ICU = FALSE,
    long.double = FALSE, libcurl = FALSE
  )
  nas <- names(all)
  if (is.null(what)) return(all)
  places <- pmatch(what, nas, duplicates.ok = TRUE)
  all[places[!is.na(places)]]
}

#' @rdname capabilities
extSoftVersion <- function() .Internal(extSoftVersion())

#' @rdname capabilities
La_library <- function() ""

#' @rdname capabilities
La_version <- function() .Internal(La_version())

#' @rdname capabilities
pcre_config <- function() {
  c(`UTF-8` = TRUE, `Unicode properties` = TRUE, JIT = TRUE, stack = FALSE)
}

#' @rdname capabilities
l10n_info <- function() {
  list(MBCS = TRUE, `UTF-8` = TRUE, `Latin-1` = FALSE, codeset = "UTF-8")
}

#' @rdname capabilities
icuSetCollate <- function(...) invisible()

#' @rdname capabilities
icuGetCollate <- function(type = c("actual", "valid")) {
  match.arg(type)
  "root"
}

#' Is this R?
#'
#' Always `TRUE`: for programs that run in S too.
#'
#' @examples
#' is.R()
is.R <- function() TRUE

#' Conventions of the locale
#'
#' How numbers and amounts of money are written in the C locale.
#'
#' @param lang the language of messages: kept in the variable `LANGUAGE`, though
#'   messages are not translated.
#' @param unset what stands for a language that is not set.
#' @examples
#' Sys.localeconv()["decimal_point"]
Sys.localeconv <- function() {
  text <- c(
    "decimal_point", "thousands_sep", "grouping", "int_curr_symbol",
    "currency_symbol", "mon_decimal_point", "mon_thousands_sep",
    "mon_grouping", "positive_sign", "negative_sign"
  )
  number <- c(
    "int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space",
    "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"
  )
  values <- rep(c("", "127"), c(length(text), length(number)))
  values[1L] <- "."
  structure(values, names = c(text, number))
}

#' @rdname Sys.localeconv
Sys.setLanguage <- function(lang, unset = "en") {
  if (!is.character(lang) || length(lang) != 1L || !nzchar(lang)) {
    stop("'lang' should be a non-empty character string")
  }
  old <- Sys.getenv("LANGUAGE", unset)
  Sys.setenv(LANGUAGE = lang)
  invisible(structure(old, ok = TRUE))
}

.LC.categories <- c(
  "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MONETARY", "LC_NUMERIC", "LC_TIME",
  "LC_MESSAGES", "LC_PAPER", "LC_MEASUREMENT"
)

#' Memory
#'
#' Settings and counts of a garbage collector, which Apus does not need: they
#' change nothing, and the counts are zero.
#'
#' @param on,verbose,step,wait,inhibit_release when a collector would run, and
#'   what it would tell.
#' @param nsize,vsize limits that would be set.
#' @examples
#' gc.time()
gc.time <- function(on = TRUE) numeric(5L)

#' @rdname gc.time
gcinfo <- function(verbose) invisible(FALSE)

#' @rdname gc.time
gctorture <- function(on = TRUE) invisible(FALSE)

#' @rdname gc.time
gctorture2 <- function(step, wait = step, inhibit_release = FALSE) invisible(0L)

#' @rdname gc.time
mem.maxNSize <- function(nsize = 0) Inf

#' @rdname gc.time
mem.maxVSize <- function(vsize = 0) Inf

#' @rdname gc.time
Cstack_info <- function() {
  c(size = NA_integer_, current = NA_integer_, direction = 1L, eval_depth = sys.nframe())
}

#' Limits of time
#'
#' Apus sets no limits of time: the functions check their arguments.
#'
#' @param cpu,elapsed seconds.
#' @param transient only for this expression?
#' @examples
#' setTimeLimit()
setTimeLimit <- function(cpu = Inf, elapsed = Inf, transient = FALSE) {
  stopifnot(is.numeric(cpu), is.numeric(elapsed))
  invisible(NULL)
}

#' @rdname setTimeLimit
setSessionTimeLimit <- function(cpu = Inf, elapsed = Inf) setTimeLimit(cpu, elapsed)
