# Smaller things that packages take from base by their names.

.class2 <- function(x) {
  explicit <- oldClass(x)
  if (!is.null(explicit)) return(explicit)
  shape <- switch(min(length(dim(x)), 3L) + 1L, NULL, "array", c("matrix", "array"), "array")
  kind <- switch(typeof(x),
    integer = c("integer", "numeric"), double = c("double", "numeric"),
    closure = , builtin = , special = "function", symbol = "name",
    language = class(x), typeof(x)
  )
  c(shape, kind)
}

.colSums <- function(x, m, n, na.rm = FALSE) {
  if (length(x) < m * n) stop("'x' is too short")
  colSums(matrix(x[seq_len(m * n)], m, n), na.rm)
}

.rowSums <- function(x, m, n, na.rm = FALSE) {
  if (length(x) < m * n) stop("'x' is too short")
  rowSums(matrix(x[seq_len(m * n)], m, n), na.rm)
}

.colMeans <- function(x, m, n, na.rm = FALSE) {
  if (length(x) < m * n) stop("'x' is too short")
  colMeans(matrix(x[seq_len(m * n)], m, n), na.rm)
}

.rowMeans <- function(x, m, n, na.rm = FALSE) {
  if (length(x) < m * n) stop("'x' is too short")
  rowMeans(matrix(x[seq_len(m * n)], m, n), na.rm)
}

.kronecker <- function(X, Y, FUN = "*", make.dimnames = FALSE, ...) {
  kronecker(X, Y, FUN, make.dimnames, ...)
}

# -1, 0 or 1 as element i is less than, the same as or greater than element j.
.gt <- function(x, i, j) sign(xtfrm(x[i]) - xtfrm(x[j]))

.gtn <- function(x, strictly) {
  steps <- diff(xtfrm(x))
  if (strictly) any(steps <= 0) else any(steps < 0)
}

.valid.factor <- function(object) {
  problems <- c(
    if (!is.character(levels(object))) "factor levels must be \"character\"",
    .repeatedLevel(object)
  )
  if (length(problems)) problems[1L] else TRUE
}

.format.zeros <- function(x, zero.print, nx = suppressWarnings(as.numeric(x)),
                          replace = FALSE, warn.non.fitting = TRUE) {
  if (is.null(zero.print) || !any(zero <- !is.na(nx) & nx == 0)) return(x)
  if (is.logical(zero.print)) zero.print <- if (zero.print) "0" else " "
  first <- regexpr("0", x[zero], fixed = TRUE)
  width <- nchar(x[zero])
  room <- width - first + 1L
  tooLong <- nchar(zero.print) > room & !replace
  if (warn.non.fitting && any(tooLong)) {
    warning("'zero.print' is truncated to fit into formatted zeros; consider 'replace=TRUE'")
  }
  text <- rep.int(zero.print, length(room))
  if (!replace) text <- substr(text, 1L, room)
  x[zero] <- paste0(substr(x[zero], 1L, first - 1L), formatC(text, width = -room))
  x
}

.standard_regexps <- function() {
  number <- "[[:digit:]]+"
  list(
    valid_package_name = "[[:alpha:]][[:alnum:].]*[[:alnum:]]",
    valid_package_version = paste0("(", number, "[.-]){1,}", number),
    valid_R_system_version = paste0(number, "\\.", number, "\\.", number),
    valid_numeric_version = paste0("(", number, "[.-])*", number)
  )
}

.amatch_bounds <- function(x = 0.1) {
  bounds <- c(cost = NA, insertions = NA, deletions = NA, substitutions = NA, all = NA_real_)
  if (!is.list(x) && is.null(names(x))) {
    if (length(x) == 1L) x <- list(cost = x[[1L]])
    else x <- structure(as.list(x), names = names(bounds)[seq_along(x)])
  }
  places <- pmatch(names(x), names(bounds))
  if (anyNA(places)) stop("unknown match distance components")
  bounds[places] <- as.double(unlist(x))
  unname(bounds)
}

.amatch_costs <- function(x = NULL) {
  costs <- .editCosts(x)
  storage.mode(costs) <- "integer"
  costs
}

.doWrap <- function(vec, decr, nalast, noNA = NA) vec
.doSortWrap <- function(vec, decr, nalast, noNA = NA) vec

.signalSimpleWarning <- function(msg, call) {
  warning(simpleWarning(msg, call))
}

.handleSimpleError <- function(h, msg, call) h(simpleError(msg, call))

.isOpen <- function(srcfile) {
  con <- srcfile$conn
  !is.null(con) && isOpen(con)
}

#' The device in use
#'
#' The names of the graphics device in use and of all that are open: there is
#' none.
#'
#' @examples
#' .Device
.Device <- "null device"

#' @rdname .Device
.Devices <- pairlist("null device")

.noGenerics <- TRUE

..deparseOpts <- c(
  "all", "keepInteger", "quoteExpressions", "showAttributes", "useSource",
  "warnIncomplete", "delayPromises", "keepNA", "S_compatible", "hexNumeric",
  "digits17", "niceNames", "exact"
)

.S3PrimitiveGenerics <- c(
  "anyNA", "as.character", "as.complex", "as.double", "as.environment",
  "as.integer", "as.logical", "as.call", "as.numeric", "as.raw", "c", "dim",
  "dim<-", "dimnames", "dimnames<-", "is.array", "is.finite", "is.infinite",
  "is.matrix", "is.na", "is.nan", "is.numeric", "length", "length<-",
  "levels<-", "names", "names<-", "rep", "seq.int", "xtfrm"
)

.knownS3Generics <- local({
  base <- c(
    "Math", "Ops", "Summary", "Complex", "as.character", "as.data.frame",
    "as.environment", "as.matrix", "as.vector", "cbind", "labels", "print",
    "rbind", "rep", "seq", "seq.int", "plot", "sequence", "solve", "summary", "t"
  )
  stats <- c(
    "add1", "AIC", "anova", "biplot", "coef", "confint", "deviance",
    "df.residual", "drop1", "extractAIC", "fitted", "formula", "logLik",
    "model.frame", "model.matrix", "predict", "profile", "qqnorm", "residuals",
    "se.contrast", "terms", "update", "vcov"
  )
  graphics <- c(
    "contour", "hist", "identify", "image", "lines", "pairs", "points", "text"
  )
  utils <- c("edit", "str")
  structure(
    rep(c("base", "utils", "graphics", "stats"),
        c(length(base), length(utils), length(graphics), length(stats))),
    names = c(base, utils, graphics, stats)
  )
})

as.character.default <- function(x, ...) as.character(unclass(x), ...)

#' Names of builtin functions
#'
#' The names of base's variables, or of the functions behind them.
#'
#' @param internal those that `.Internal` calls?
#' @examples
#' "c" %in% builtins()
builtins <- function(internal = FALSE) {
  names <- ls(baseenv(), all.names = TRUE)
  if (!internal) return(names)
  Filter(function(name) is.primitive(get(name, envir = baseenv())), names)
}

#' The kind of random numbers of older versions
#'
#' Sets the generators as they were in a version of R.
#'
#' @param vstr a version, as text.
#' @examples
#' RNGversion("4.2.0")
RNGversion <- function(vstr) {
  version <- numeric_version(vstr)
  if (version <= "0.98") {
    RNGkind("Wichmann-Hill", "Buggy Kinderman-Ramage", "Rounding")
  } else if (version <= "1.6.2") {
    RNGkind("Marsaglia-Multicarry", "Buggy Kinderman-Ramage", "Rounding")
  } else {
    if (version < "3.6") RNGkind("Mersenne-Twister", "Inversion", "Rounding")
    else RNGkind("Mersenne-Twister", "Inversion", "Rejection")
  }
}

#' Licence
#'
#' The licence of Apus.
#'
#' @examples
#' license()
license <- function() {
  cat("\nThis software is distributed under the terms of the Apache License,",
      "Version 2.0, January 2004. You can obtain a copy of it at",
      "https://www.apache.org/licenses/LICENSE-2.0.\n", sep = "\n")
}

#' @rdname license
licence <- license

#' What a file made by saveRDS says of itself
#'
#' Versions and format of the file.
#'
#' @param file a path or connection.
#' @examples
#' name <- tempfile()
#' saveRDS(1:3, name)
#' infoRDS(name)$version
#' unlink(name)
infoRDS <- function(file) {
  if (is.character(file)) {
    file <- gzfile(file, "rb")
    on.exit(close(file))
  }
  if (!inherits(file, "connection")) stop("bad 'file' argument")
  mark <- rawToChar(readBin(file, "raw", 2L))
  format <- switch(mark, "X\n" = "xdr", "A\n" = "ascii", "B\n" = "binary",
                   stop("unknown input format"))
  number <- function() {
    if (format == "ascii") as.integer(readLines(file, 1L))
    else readBin(file, "integer", endian = if (format == "xdr") "big" else "little")
  }
  version <- function(code) {
    paste(code %/% 65536L, code %/% 256L %% 256L, code %% 256L, sep = ".")
  }
  result <- list(version = number(), writer_version = version(number()),
                 min_reader_version = version(number()), format = format)
  if (result$version >= 3L) {
    size <- number()
    result$native_encoding <- if (format == "ascii") readLines(file, 1L)
    else rawToChar(readBin(file, "raw", size))
  }
  result
}

# Closures with the arguments of primitives: `args` of them.
.argumentsOf <- function(names, isGeneric) {
  result <- new.env(hash = FALSE, parent = emptyenv())
  for (name in names[vapply(names, exists, NA, envir = baseenv(), inherits = FALSE)]) {
    shown <- args(get(name, envir = baseenv()))
    if (!is.function(shown)) next
    if (isGeneric) body(shown) <- call("UseMethod", name)
    environment(shown) <- .BaseNamespaceEnv
    assign(name, shown, envir = result)
  }
  result
}

.GenericArgsEnv <- .argumentsOf(c(
  .S3PrimitiveGenerics, "abs", "ceiling", "cos", "cosh", "cummax", "cummin",
  "cumprod", "cumsum", "digamma", "exp", "expm1", "floor", "gamma", "lgamma",
  "log", "log10", "log1p", "log2", "max", "min", "prod", "range", "round",
  "sign", "signif", "sin", "sinh", "sqrt", "sum", "tan", "tanh", "trigamma",
  "trunc", "all", "any", "Arg", "Conj", "Im", "Mod", "Re", "+", "-", "*", "/",
  "^", "%%", "%/%", "==", "!=", "<", "<=", ">", ">=", "&", "|", "!", "unlist"
), TRUE)

.ArgsEnv <- .argumentsOf(c(
  "%*%", "attr", "attr<-", "attributes", "attributes<-", "baseenv", "call",
  "class", "class<-", "emptyenv", "enc2native", "enc2utf8", "environment<-",
  "expression", "forceAndCall", "gc.time", "globalenv", "interactive",
  "invisible", "is.atomic", "is.call", "is.character", "is.complex",
  "is.double", "is.environment", "is.expression", "is.function", "is.integer",
  "is.language", "is.list", "is.logical", "is.name", "is.null", "is.object",
  "is.pairlist", "is.raw", "is.recursive", "is.single", "is.symbol", "isS4",
  "list", "missing", "nargs", "nzchar", "oldClass", "oldClass<-", "on.exit",
  "pos.to.env", "proc.time", "quote", "seq_along", "seq_len",
  "standardGeneric", "storage.mode<-", "substitute", "switch", "unclass",
  "UseMethod", "::", ":::"
), FALSE)

.popath <- file.path(R.home(), "library", "translations")

#' Names of encodings
#'
#' The encodings that [iconv()] knows.
#'
#' @examples
#' "UTF-8" %in% iconvlist()
iconvlist <- function() {
  known <- c(
    "ASCII", "US-ASCII", "ISO-8859-1", "ISO8859-1", "ISO-8859-15", "LATIN1", "LATIN-9",
    "UTF-8", "UTF8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE",
    "UCS-2", "UCS-2LE", "UCS-4", "UCS-4LE", "CP1252", "WINDOWS-1252"
  )
  works <- vapply(known, function(name) {
    !inherits(try(iconv("a", name, "UTF-8"), silent = TRUE), "try-error")
  }, NA)
  known[works]
}

#' Is compiled code loaded?
#'
#' Apus loads no compiled code of packages: never.
#'
#' @param symbol the name of a routine.
#' @param PACKAGE,type where it would be, and of which kind.
#' @examples
#' is.loaded("no_such_symbol")
is.loaded <- function(symbol, PACKAGE = "", type = "") FALSE

.tryResumeInterrupt <- function() {
  restart <- computeRestarts()
  restart <- Filter(function(r) r$name == "resume", restart)
  if (length(restart)) invokeRestart(restart[[1L]])
}

#' Save and load the workspace
#'
#' All variables of the workspace to a file and back.
#'
#' @param name a path.
#' @param quiet say nothing?
#' @examples
#' \dontrun{sys.save.image(".RData")}
sys.save.image <- function(name) {
  save(list = ls(.GlobalEnv, all.names = TRUE), file = name, envir = .GlobalEnv)
  invisible()
}

#' @rdname sys.save.image
sys.load.image <- function(name, quiet) {
  if (file.exists(name)) {
    load(name, envir = .GlobalEnv)
    if (!quiet) message("[Previously saved workspace restored]", "\n")
  }
  invisible()
}

#' More rows for a data frame
#'
#' A data frame with further rows, filled with `NA`.
#'
#' @param x a data frame.
#' @param old.rows,new.rows names of the rows there are and of those to add.
#' @examples
#' xpdrows.data.frame(data.frame(a = 1:2), c("1", "2"), "3")
xpdrows.data.frame <- function(x, old.rows, new.rows) {
  places <- c(seq_along(old.rows), rep(NA_integer_, length(new.rows)))
  columns <- lapply(unclass(x), function(column) {
    if (length(dim(column)) == 2L) column[places, , drop = FALSE] else column[places]
  })
  structure(columns, names = names(x), row.names = as.character(c(old.rows, new.rows)),
            class = class(x))
}

.getRequiredPackages <- function(file = "DESCRIPTION", lib.loc = NULL,
                                 quietly = FALSE, useImports = FALSE) {
  fields <- c("Depends", if (useImports) "Imports")
  entries <- strsplit(read.dcf(file, fields = fields)[1L, ], ",", fixed = TRUE)
  names <- trimws(sub("\\(.*", "", unlist(entries)))
  .getRequiredPackages2(list(Depends = as.list(setdiff(names[!is.na(names)], "R"))), quietly,
                        lib.loc, useImports)
}

.getRequiredPackages2 <- function(pkgInfo, quietly = FALSE, lib.loc = NULL,
                                  useImports = FALSE) {
  needed <- names(pkgInfo$Depends)
  if (is.null(needed)) needed <- unlist(pkgInfo$Depends)
  for (name in setdiff(needed, c("R", .packages()))) {
    if (!require(name, character.only = TRUE, quietly = quietly, lib.loc = lib.loc)) {
      stop(gettextf("package %s required but could not be found", sQuote(name)),
           domain = NA, call. = FALSE)
    }
  }
  invisible()
}

# The S3 methods of base: generic and class, a method a row.
.S3_methods_table <- local({
  generics <- c(
    .S3PrimitiveGenerics, names(.knownS3Generics), "format", "all.equal", "by", "close", "cut",
    "diff", "duplicated", "is.na<-", "julian", "levels", "mean", "merge", "months", "open",
    "quarters", "row.names", "row.names<-", "rowsum", "scale", "sort", "split", "split<-",
    "subset", "toString", "transform", "trunc", "unique", "units", "units<-", "weekdays",
    "with", "within", "as.Date", "as.POSIXct", "as.POSIXlt", "as.list", "as.table", "[", "[[",
    "$", "[<-", "[[<-", "$<-", "droplevels", "aperm", "range", "round", "summary"
  )
  names <- ls(baseenv(), all.names = TRUE)
  rows <- lapply(unique(generics), function(generic) {
    found <- names[startsWith(names, paste0(generic, ".")) & nchar(names) > nchar(generic) + 1L]
    cbind(rep(generic, length(found)), substring(found, nchar(generic) + 2L))
  })
  do.call(rbind, rows)
})

.__S3MethodsTable__. <- local({
  table <- new.env(hash = TRUE, parent = baseenv())
  names <- paste(.S3_methods_table[, 1L], .S3_methods_table[, 2L], sep = ".")
  for (name in names) assign(name, get(name, envir = baseenv()), envir = table)
  table
})

#' All options
#'
#' The options as a pairlist; see [options()].
#'
#' @examples
#' .Options$digits
makeActiveBinding(".Options", function() as.pairlist(options()), baseenv())
