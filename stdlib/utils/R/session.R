#' Compare version numbers
#'
#' Returns -1, 0 or 1 as `a` is older, the same or newer than `b`.
#'
#' @param a,b version numbers as text.
#' @examples
#' compareVersion("1.2.3", "1.2.4")
compareVersion <- function(a, b) {
  if (is.na(a)) return(-1L)
  if (is.na(b)) return(1L)
  first <- as.integer(strsplit(a, "[.-]")[[1L]])
  second <- as.integer(strsplit(b, "[.-]")[[1L]])
  common <- seq_len(min(length(first), length(second)))
  differs <- which(first[common] != second[common])
  if (length(differs)) {
    if (first[differs[1L]] < second[differs[1L]]) -1 else 1
  } else if (length(first) == length(second)) {
    0
  } else if (length(first) < length(second)) {
    -1
  } else {
    1
  }
}

#' Version of a package
#'
#' @param pkg the name of a package.
#' @param lib.loc where to look.
#' @examples
#' packageVersion("base") >= "4.0.0"
packageVersion <- function(pkg, lib.loc = NULL) {
  description <- suppressWarnings(
    packageDescription(pkg, lib.loc = lib.loc, fields = "Version"))
  if (is.na(description)) {
    stop(packageNotFoundError(pkg, lib.loc, sys.call()))
  }
  package_version(description)
}

#' @rdname packageVersion
#' @param fields the fields wanted.
#' @param drop whether a single field is returned as text.
#' @param encoding the encoding of the result.
#' @examples
#' packageDescription("stats")$Version
packageDescription <- function(pkg, lib.loc = NULL, fields = NULL, drop = TRUE,
                               encoding = "") {
  if (pkg %in% c("RevoScaleR", "rx")) {
    result <- list(Package = "RevoScaleR", Version = .versionText(), Priority = "base",
                   Title = "Models of Data Larger than Memory", License = "Apache-2.0")
  } else if (pkg %in% standard_packages) {
    version <- .versionText()
    result <- list(
      Package = pkg, Version = version, Priority = "base", Title = standard_title(pkg),
      Author = "R Core Team and contributors worldwide",
      Maintainer = "R Core Team <do-use-Contact-address@r-project.org>",
      License = paste("Part of R", version))
  } else {
    folder <- system.file(package = pkg, lib.loc = lib.loc)
    file <- file.path(folder, "DESCRIPTION")
    if (!nzchar(folder) || !file.exists(file)) {
      warning(gettextf("no package '%s' was found", pkg), domain = NA)
      return(NA)
    }
    result <- as.list(read.dcf(file)[1L, ])
  }
  if (!is.null(fields)) {
    chosen <- setNames(result[fields], fields)
    missing <- vapply(chosen, is.null, NA)
    chosen[missing] <- NA_character_
    if (drop && length(fields) == 1L) return(chosen[[1L]])
    result <- chosen
  }
  class(result) <- "packageDescription"
  result
}

# The packages that come with R.
standard_packages <- c("base", "stats", "utils", "methods", "datasets", "graphics",
                       "grDevices", "tools", "parallel", "compiler", "grid", "splines",
                       "stats4", "tcltk")

standard_title <- function(package) {
  switch(package, base = "The R Base Package", stats = "The R Stats Package",
         utils = "The R Utils Package", datasets = "The R Datasets Package",
         methods = "Formal Methods and Classes",
         paste("The R", package, "Package"))
}

print.packageDescription <- function(x, ...) {
  for (name in names(x)) cat(name, ": ", x[[name]], "\n", sep = "")
  invisible(x)
}

#' @rdname packageVersion
#' @examples
#' packageName(environment(lm))
packageName <- function(env = parent.frame()) {
  if (!missing(env)) stopifnot(is.environment(env))
  name <- get0(".packageName", envir = env, inherits = TRUE)
  if (is.null(name)) {
    if (identical(env, .BaseNamespaceEnv)) "base"
  } else {
    name
  }
}

#' Information about the session
#'
#' The version of R that this one is like, the platform and the attached
#' packages.
#'
#' @param package names of packages.
#' @examples
#' sessionInfo()$R.version$major
sessionInfo <- function(package = NULL) {
  attached <- sub("^package:", "", grep("^package:", search(), value = TRUE))
  base <- c("stats", "utils", "methods", "datasets", "graphics", "grDevices", "base")
  result <- list(
    R.version = R.version, platform = R.version$platform,
    locale = Sys.getlocale(), running = operating_system(),
    basePkgs = attached[attached %in% base])
  others <- setdiff(if (is.null(package)) attached else package, base)
  if (length(others)) {
    result$otherPkgs <- setNames(lapply(others, packageDescription), others)
  }
  class(result) <- "sessionInfo"
  result
}

print.sessionInfo <- function(x, ...) {
  cat(x$R.version$version.string, "\n", sep = "")
  cat("Platform: ", x$platform, "\n", sep = "")
  cat("Running under: ", x$running, "\n\n", sep = "")
  cat("locale:\n")
  print(strsplit(x$locale, ";", fixed = TRUE)[[1L]], quote = FALSE)
  cat("\nattached base packages:\n")
  print(x$basePkgs, quote = FALSE)
  if (length(x$otherPkgs)) {
    cat("\nother attached packages:\n")
    versions <- vapply(x$otherPkgs, function(p) paste0(p$Package, "_", p$Version), "")
    print(unname(versions), quote = FALSE)
  }
  invisible(x)
}

operating_system <- function() {
  file <- "/etc/os-release"
  if (file.exists(file)) {
    line <- grep("^PRETTY_NAME=", readLines(file), value = TRUE)
    if (length(line)) return(gsub("^PRETTY_NAME=|\"", "", line[1L]))
  }
  paste(Sys.info()[c("sysname", "release")], collapse = " ")
}

#' Load data sets
#'
#' Copies data sets of packages to an environment. Returns their names.
#'
#' @param ... names of data sets.
#' @param list the names as text.
#' @param package packages to look in.
#' @param lib.loc where to look for packages.
#' @param verbose whether to tell what is done.
#' @param envir where the data go.
#' @param overwrite whether existing objects are overwritten.
#' @examples
#' data(cars)
data <- function(..., list = character(), package = NULL, lib.loc = NULL,
                 verbose = getOption("verbose"), envir = .GlobalEnv,
                 overwrite = TRUE) {
  names <- c(as.character(substitute(list(...))[-1L]), list)
  packages <- if (is.null(package)) c(.packages(), "datasets") else package
  for (name in names) {
    found <- FALSE
    for (one in unique(packages)) {
      space <- tryCatch(asNamespace(one), error = function(e) NULL)
      if (is.null(space)) next
      if (exists(name, envir = space, inherits = FALSE)) {
        if (overwrite || !exists(name, envir = envir, inherits = FALSE)) {
          assign(name, get(name, envir = space, inherits = FALSE), envir = envir)
        }
        found <- TRUE
        break
      }
    }
    if (!found) warning(gettextf("data set %s not found", sQuote(name)), domain = NA)
  }
  invisible(names)
}

#' Print a time stamp
#'
#' @param stamp the text.
#' @param prefix,suffix what goes before and after.
#' @param quiet whether not to print.
#' @examples
#' timestamp("now")
timestamp <- function(stamp = date(), prefix = "##------ ", suffix = " ------##",
                      quiet = FALSE) {
  stamp <- paste0(prefix, stamp, suffix)
  if (!quiet) cat(stamp, sep = "\n")
  invisible(stamp)
}

#' Ring the bell
#'
#' @examples
#' alarm
alarm <- function() {
  cat("\a")
  flush.console()
}

#' Test files
#'
#' @param op the test: `"-f"`, `"-d"`, `"-x"`, `"-h"`, `"-w"`, `"-r"`, `"-nt"`
#'   or `"-ot"`.
#' @param x,y file names.
#' @examples
#' file_test("-d", ".")
file_test <- function(op, x, y) {
  switch(
    op,
    `-f` = !is.na(dir <- file.info(x, extra_cols = FALSE)$isdir) & !dir,
    `-d` = dir.exists(x),
    `-h` = , `-L` = !is.na(link <- Sys.readlink(x)) & nzchar(link),
    `-x` = file.access(x, 1L) == 0L,
    `-w` = file.access(x, 2L) == 0L,
    `-r` = file.access(x, 4L) == 0L,
    `-nt` = !is.na(newer <- file.mtime(x) > file.mtime(y)) & newer,
    `-ot` = !is.na(older <- file.mtime(x) < file.mtime(y)) & older,
    stop(gettextf("test '%s' is not available", op), domain = NA))
}

#' Names that code checks should not complain about
#'
#' @param names names.
#' @param package the package.
#' @param add whether to add to those known.
#' @examples
#' globalVariables("x")
globalVariables <- function(names, package, add = TRUE) {
  if (missing(names)) character() else names
}

#' @rdname globalVariables
#' @examples
#' suppressForeignCheck("x")
suppressForeignCheck <- function(names, package, add = TRUE) {
  if (missing(names)) character() else names
}

#' Remove references to source text
#'
#' @param fn a function or a call.
#' @examples
#' removeSource(function(x) x)
removeSource <- function(fn) {
  strip <- function(code) {
    if (is.call(code) || is.pairlist(code) || is.expression(code)) {
      attr(code, "srcref") <- attr(code, "wholeSrcref") <- attr(code, "srcfile") <- NULL
      isFunction <- is.call(code) && identical(code[[1L]], quote(`function`))
      if (isFunction) code <- as.call(as.list(code)[1:3])
      for (i in seq_along(code)) {
        if (!missing_part(code[[i]]) && is.call(code[[i]])) code[[i]] <- strip(code[[i]])
      }
    }
    code
  }
  if (is.function(fn)) {
    if (is.primitive(fn)) return(fn)
    attr(fn, "srcref") <- NULL
    body(fn) <- strip(body(fn))
    fn
  } else if (is.language(fn)) {
    strip(fn)
  } else {
    stop("argument is not a function or language object:", typeof(fn))
  }
}

missing_part <- function(part) identical(part, quote(expr = ))
