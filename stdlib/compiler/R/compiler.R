#' Compilation
#'
#' All code is compiled when it is first run, so there is nothing to do in advance:
#' `cmpfun` returns the function and `compile` the expression as they are. `cmpfile`
#' parses a file of R code and saves what it holds, which `loadcmp` reads and runs.
#' `enableJIT` and `compilePKGS` return what was set before, and change nothing;
#' `disassemble` has no byte code to show.
#'
#' @param f a function.
#' @param e an expression.
#' @param env the environment for which it is compiled.
#' @param options,srcref not used.
#' @examples
#' library(compiler)
#' square <- cmpfun(function(x) x^2)
#' square(3)
#' eval(compile(quote(1 + 2)))
cmpfun <- function(f, options = NULL) {
  if (!is.function(f)) stop("cannot compile a non-function")
  f
}

#' @rdname cmpfun
compile <- function(e, env = .GlobalEnv, options = NULL, srcref = NULL) e

#' @rdname cmpfun
#' @param infile a file of R code.
#' @param outfile the file to write; by default with the extension `.Rc`.
#' @param ascii,verbose,version not used.
cmpfile <- function(infile, outfile, ascii = FALSE, env = .GlobalEnv, verbose = FALSE,
                    options = NULL, version = NULL) {
  if (!is.environment(env) || !identical(env, topenv(env))) {
    stop("'env' must be a top level environment")
  }
  if (missing(outfile)) outfile <- paste0(sub("[.][^.]*$", "", infile), ".Rc")
  if (infile == outfile) stop("input and output file names are the same")
  code <- parse(infile, keep.source = FALSE)
  if (!length(code)) {
    warning("empty input file; no output written")
    return(invisible())
  }
  cat(gettextf("saving to file \"%s\" ... ", outfile))
  saveRDS(code, outfile)
  cat(gettext("done"), "\n", sep = "")
}

#' @rdname cmpfun
#' @param file a file that `cmpfile` wrote.
#' @param envir the environment in which its code runs.
#' @param chdir whether to be in the folder of the file meanwhile.
loadcmp <- function(file, envir = .GlobalEnv, chdir = FALSE) {
  if (!is.character(file) || length(file) != 1L) stop("'file' must be a character string")
  code <- readRDS(file)
  if (chdir) {
    old <- setwd(dirname(file))
    on.exit(setwd(old))
  }
  for (expression in as.list(code)) eval(expression, envir)
  invisible()
}

#' @rdname cmpfun
#' @param code what is compiled.
disassemble <- function(code) {
  if (is.function(code)) body(code) else code
}

#' @rdname cmpfun
#' @param level from 0 for none to 3; negative to ask.
enableJIT <- function(level) 3L

#' @rdname cmpfun
#' @param enable whether packages are compiled.
compilePKGS <- function(enable) FALSE

#' @rdname cmpfun
#' @param name the name of an option.
getCompilerOption <- function(name, options = NULL) {
  if (name %in% names(options)) options[[name]]
  else switch(name, optimize = 2, suppressAll = TRUE, suppressUndefined = TRUE,
              suppressNoSuperAssignVar = FALSE)
}

#' @rdname cmpfun
#' @param ... options by name.
setCompilerOptions <- function(...) {
  names <- intersect(...names(), c("optimize", "suppressAll", "suppressUndefined",
                                   "suppressNoSuperAssignVar"))
  old <- lapply(names, getCompilerOption)
  names(old) <- names
  invisible(if (length(old)) old)
}

# Packages that GNU R installed may hold its own compile(), as foreach does. It calls the
# following functions of this namespace, and returns what the last of them gives.

makeCenv <- function(env) env

make.toplevelContext <- function(cenv, options = NULL) NULL

addCenvVars <- function(cenv, vars) cenv

findLocals <- function(e, cntxt) character()

mayCallBrowser <- function(e, cntxt) FALSE

genCode <- function(e, cntxt, gen = NULL, loc = NULL) e
