#' Run R code from a file
#'
#' @param file the name of a file, or a connection.
#' @param local an environment, or whether to run in that of the caller rather
#'   than the global one.
#' @param echo show each expression?
#' @param print.eval show visible values?
#' @param exprs expressions to run instead of a file.
#' @param spaced put blank lines between expressions?
#' @param verbose ignored.
#' @param prompt.echo,continue.echo prompts of shown code.
#' @param max.deparse.length,width.cutoff,deparseCtrl how code is shown.
#' @param chdir run in the folder of the file?
#' @param encoding ignored.
#' @param skip.echo how many lines of comments at the start not to show.
#' @param keep.source do functions remember how they were written, and is code shown so?
#' @examples
#' name <- tempfile()
#' writeLines("x <- 1 + 1\nprint(x)", name)
#' source(name)
#' unlink(name)
source <- function(file, local = FALSE, echo = verbose, print.eval = echo, exprs,
                   spaced = use_file, verbose = getOption("verbose"),
                   prompt.echo = getOption("prompt"), max.deparse.length = 150,
                   width.cutoff = 60L, deparseCtrl = "showAttributes",
                   chdir = FALSE, encoding = getOption("encoding"),
                   continue.echo = getOption("continue"), skip.echo = 0,
                   keep.source = getOption("keep.source")) {
  envir <- if (isTRUE(local)) parent.frame()
    else if (isFALSE(local)) .GlobalEnv
    else if (is.environment(local)) local
    else stop("'local' must be TRUE, FALSE or an environment")
  use_file <- missing(exprs)
  places <- NULL
  if (use_file) {
    isFile <- is.character(file)
    if (isFile) {
      filename <- file
      file <- file(filename, "r", encoding = encoding)
      on.exit(close(file))
      name <- filename
      time <- file.mtime(filename)[1]
    } else {
      name <- deparse1(substitute(file), "")
      time <- Sys.time()
    }
    lines <- readLines(file, warn = FALSE)
    if (isFile && chdir && nzchar(path <- dirname(filename))) {
      owd <- setwd(path)
      on.exit(setwd(owd), add = TRUE)
    }
    srcfile <- if (isTRUE(keep.source)) srcfilecopy(name, lines, time, isFile = isFile)
    exprs <- .Internal(parse(lines, NULL, name, srcfile, TRUE))
    places <- attr(exprs, "srcref")
  } else if (is.call(exprs) && identical(exprs[[1L]], quote(`{`))) {
    exprs <- as.expression(as.list(exprs[-1L]))
  }
  show <- function(code) {
    if (nchar(code) > max.deparse.length) {
      code <- paste(substr(code, 1L, max.deparse.length), "....", "[TRUNCATED] ")
    }
    cat(if (spaced) "\n", code, "\n", sep = "")
  }
  shown <- min(skip.echo, if (length(places)) .parsedLine(places[[1L]], 7L) - 1L else 0)
  result <- list(value = NULL, visible = FALSE)
  for (i in seq_along(exprs)) {
    ei <- exprs[i]
    if (echo) {
      if (is.null(places)) {
        code <- deparse(ei[[1L]], width.cutoff = width.cutoff,
          control = bitwAnd(.deparseOpts(deparseCtrl), -3L))
        first <- 1L
      } else {
        code <- .sourceLinesAfter(srcfile, shown, .parsedLine(places[[i]], 8L))
        first <- length(code) - .parsedLine(places[[i]], 8L) + .parsedLine(places[[i]], 7L)
        shown <- max(shown, .parsedLine(places[[i]], 8L))
      }
      if (length(code)) {
        prompts <- ifelse(seq_along(code) <= first, prompt.echo, continue.echo)
        show(paste0(prompts, code, collapse = "\n"))
      }
    }
    result <- withVisible(eval(ei, envir))
    if (print.eval && result$visible) print(result$value)
  }
  if (echo && length(places)) {
    code <- .sourceLinesAfter(srcfile, shown, length(lines))
    if (length(code)) show(paste0(prompt.echo, code, collapse = "\n"))
  }
  invisible(result)
}

# The lines of a source file after one, blank ones at the start left out.
.sourceLinesAfter <- function(srcfile, after, last) {
  lines <- if (last > after) getSrcLines(srcfile, after + 1L, last)
  blank <- cumsum(grepl("[^[:space:]]", lines)) == 0L
  lines[!blank]
}

#' Write and read values as R code
#'
#' `dump` writes assignments of variables, `dget` reads what `dput` wrote.
#'
#' @param file the name of a file, or a connection.
#' @param keep.source do functions remember how they were written?
#' @param list names of variables.
#' @param append write behind what the file holds?
#' @param control see [deparse()].
#' @param envir where the variables are.
#' @param evaluate ignored.
#' @examples
#' x <- 1:3
#' dump("x", "")
dget <- function(file, keep.source = FALSE) {
  eval(parse(file = file, keep.source = keep.source))
}

#' @rdname dget
dump <- function(list, file = "dumpdata.R", append = FALSE, control = "all",
                 envir = parent.frame(), evaluate = TRUE) {
  if (is.character(file)) {
    if (nzchar(file)) {
      file <- file(file, if (append) "a" else "w")
      on.exit(close(file))
    } else {
      file <- stdout()
    }
  }
  isThere <- vapply(list, exists, NA, envir = envir)
  for (name in list[!isThere]) warning(gettextf("object '%s' not found", name), domain = NA)
  for (name in list[isThere]) {
    shown <- if (make.names(name) == name) name else paste0("`", name, "`")
    code <- deparse(get(name, envir = envir), backtick = TRUE, control = control)
    writeLines(c(paste(shown, "<-"), code), file)
  }
  invisible(list[isThere])
}
