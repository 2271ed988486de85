#' Fetch a file
#'
#' `download.file` copies what a URL stands for to a file: `file://` URLs itself, others by the
#' programs `curl` or `wget`. `url.show` fetches a text and shows it. `browseURL` shows a page in a
#' browser.
#'
#' @param url the address.
#' @param destfile,file where to put it.
#' @param method `"internal"` (for `file://`), `"curl"`, `"wget"`; `"auto"` and `"libcurl"` choose.
#' @param quiet be silent?
#' @param mode `"w"` or `"wb"` replace the file, `"a"` and `"ab"` add to it.
#' @param cacheOK may a cache between answer?
#' @param extra more arguments for the program.
#' @param headers named strings to send as headers.
#' @param title,delete.file for the pager.
#' @param browser a program, or a function of the address: `options(browser = )`.
#' @param encodeIfNeeded escape blanks and the like?
#' @param ... further arguments of methods.
#' @examples
#' from <- tempfile()
#' to <- tempfile()
#' writeLines("some text", from)
#' download.file(paste0("file://", from), to)
#' readLines(to)
#' browseURL("https://example.org/a b", function(url) cat(url, "\n"), encodeIfNeeded = TRUE)
download.file <- function(url, destfile, method, quiet = FALSE, mode = "w", cacheOK = TRUE,
                          extra = getOption("download.file.extra"), headers = NULL, ...) {
  method <- if (missing(method)) getOption("download.file.method", "auto") else {
    match.arg(method, c("auto", "internal", "libcurl", "wget", "curl", "lynx"))
  }
  if (!is.character(url) || !length(url)) stop("'url' must be a length-one character vector")
  if (length(url) != 1L && method != "libcurl") {
    stop("'url' must be a length-one character vector")
  }
  if (!is.character(destfile) || length(destfile) != length(url)) {
    stop("'url' and 'destfile' must have the same length")
  }
  isLocal <- grepl("^file:", url)
  if (!all(isLocal) && method == "internal") {
    stop(gettextf("the '%s' method for %s URLs is defunct", method,
                  sub("^([a-z]+)://.*", "\\1://", url)), domain = NA)
  }
  if (method %in% c("auto", "internal", "libcurl")) {
    method <- if (nzchar(Sys.which("curl"))) "curl" else "wget"
    chosen <- TRUE
  } else {
    chosen <- FALSE
  }
  for (k in seq_along(url)) {
    if (isLocal[k]) {
      copy_local(url[k], destfile[k], mode)
    } else {
      fetch(url[k], path.expand(destfile[k]), method, chosen, quiet, cacheOK, mode, extra, headers)
    }
  }
  invisible(0L)
}

copy_local <- function(url, destfile, mode) {
  from <- URLdecode(sub("^file:(//)?", "", url))
  if (!file.exists(from)) {
    stop(simpleError(sprintf("cannot open URL '%s', reason '%s'", url, "No such file or directory"),
                     sys.call(-1L)))
  }
  if (startsWith(mode, "a")) file.append(destfile, from)
  else file.copy(from, destfile, overwrite = TRUE)
}

fetch <- function(url, destfile, method, chosen, quiet, cacheOK, mode, extra, headers) {
  if (!method %in% c("curl", "wget")) {
    stop(simpleError(gettextf("the '%s' method is defunct", method), sys.call(-1L)))
  }
  target <- if (startsWith(mode, "a")) tempfile() else destfile
  if (chosen && !quiet) cat("trying URL '", url, "'\n", sep = "", file = stderr())
  sent <- paste0(names(headers), ": ", headers, recycle0 = TRUE)
  command <- if (method == "curl") {
    c("curl", if (quiet || chosen) "-s -S", if (chosen) "-f -L",
      if (!cacheOK) "-H 'Pragma: no-cache'", paste("-H", shQuote(sent), recycle0 = TRUE), extra,
      shQuote(url), "-o", shQuote(target))
  } else {
    c("wget", if (quiet || chosen) "--quiet", if (!cacheOK) "--cache=off",
      paste0("--header=", shQuote(sent), recycle0 = TRUE), extra, shQuote(url), "-O",
      shQuote(target))
  }
  status <- .Internal(terminalCommand(paste(command, collapse = " ")))
  if (status != 0L) {
    message <- if (chosen) gettextf("cannot open URL '%s'", url)
    else gettextf("'%s' call had nonzero exit status", method)
    stop(simpleError(message, sys.call(-1L)))
  }
  if (target != destfile) {
    file.append(destfile, target)
    unlink(target)
  }
}

#' @rdname download.file
url.show <- function(url, title = url, file = tempfile(), delete.file = TRUE, method, ...) {
  if (missing(method)) download.file(url, destfile = file, mode = "w")
  else download.file(url, destfile = file, method = method, mode = "w")
  file.show(file, delete.file = delete.file, title = title, ...)
}

#' @rdname download.file
browseURL <- function(url, browser = getOption("browser"), encodeIfNeeded = FALSE) {
  if (!is.character(url) || length(url) != 1L || !nzchar(url)) {
    stop("'url' must be a non-empty character string")
  }
  if (encodeIfNeeded) url <- URLencode(url)
  if (is.function(browser)) return(invisible(browser(url)))
  if (!is.character(browser) || length(browser) != 1L || !nzchar(browser)) {
    stop("'browser' must be a non-empty character string")
  }
  system(paste(shQuote(browser), shQuote(url), ">/dev/null 2>&1 &"))
  invisible()
}
