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
#' @param skip.echo,keep.source ignored.
#' @param envir the environment to run in.
#' @param keep.parse.data,toplevel.env ignored.
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
  if (use_file) {
    if (is.character(file)) {
      lines <- readLines(file, warn = FALSE)
      if (chdir && nzchar(path <- dirname(file))) {
        owd <- setwd(path)
        on.exit(setwd(owd))
      }
    } else {
      lines <- readLines(file, warn = FALSE)
    }
    exprs <- parse(text = lines, keep.source = FALSE)
  } else if (is.call(exprs) && identical(exprs[[1L]], quote(`{`))) {
    exprs <- as.expression(as.list(exprs[-1L]))
  }
  result <- list(value = NULL, visible = FALSE)
  for (k in seq_along(exprs)) {
    expression <- exprs[[k]]
    if (echo) {
      code <- deparse(expression, width.cutoff = width.cutoff, control = deparseCtrl)
      prompts <- rep.int(continue.echo, length(code))
      prompts[1L] <- prompt.echo
      cat(if (spaced) "\n", paste0(prompts, code, collapse = "\n"), "\n", sep = "")
    }
    result <- withVisible(eval(expression, envir))
    if (print.eval && result$visible) print(result$value)
  }
  invisible(result)
}

#' @rdname source
sys.source <- function(file, envir = baseenv(), chdir = FALSE,
                       keep.source = getOption("keep.source.pkgs"),
                       keep.parse.data = getOption("keep.parse.data.pkgs"),
                       toplevel.env = as.environment(envir)) {
  if (!(is.character(file) && file.exists(file))) {
    stop(gettextf("'%s' is not an existing file", file), domain = NA)
  }
  for (expression in parse(text = readLines(file, warn = FALSE), keep.source = FALSE)) {
    eval(expression, envir)
  }
  invisible()
}

#' Write and read values as R code
#'
#' `dump` writes assignments of variables, `dget` reads what `dput` wrote.
#'
#' @param file the name of a file, or a connection.
#' @param keep.source ignored.
#' @param list names of variables.
#' @param append write behind what the file holds?
#' @param control see [deparse()].
#' @param envir where the variables are.
#' @param evaluate ignored.
#' @examples
#' x <- 1:3
#' dump("x", "")
dget <- function(file, keep.source = FALSE) {
  eval(parse(text = readLines(file, warn = FALSE), keep.source = keep.source))
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
  for (name in list[isThere]) {
    shown <- if (make.names(name) == name) name else paste0("`", name, "`")
    code <- deparse(get(name, envir = envir), control = control)
    writeLines(c(paste(shown, "<-"), code), file)
  }
  invisible(list[isThere])
}
