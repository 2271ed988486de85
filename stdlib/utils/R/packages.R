#' Facts about packages
#'
#' The date and the maintainer of a package, and the packages that are
#' installed.
#'
#' @param pkg,package names of packages.
#' @param lib.loc folders to look in.
#' @param date.fields fields that may hold the date.
#' @param tryFormats formats of the date.
#' @param desc the description of the package.
#' @param built the field `Built`.
#' @param priority only packages of these priorities; `"high"` for base and
#'   recommended ones.
#' @param noCache,subarch ignored.
#' @param fields further fields.
#' @param repos addresses of repositories.
#' @param type ignored.
#' @param ... ignored.
#' @examples
#' is.character(maintainer("stats"))
#' contrib.url("https://example.org")
packageDate <- function(pkg, lib.loc = NULL,
                        date.fields = c("Date", "Packaged", "Date/Publication", "Built"),
                        tryFormats = c("%Y-%m-%d", "%Y/%m/%d", "%D", "%m/%d/%y"),
                        desc = packageDescription(pkg, lib.loc = lib.loc,
                                                  fields = date.fields)) {
  for (field in date.fields) {
    value <- if (is.list(desc)) desc[[field]] else NA
    if (is.null(value) || is.na(value)) next
    date <- if (field == "Built") asDateBuilt(value) else {
      tryCatch(as.Date(value, tryFormats = tryFormats), error = function(e) NA)
    }
    if (!is.na(date)) return(date)
  }
  as.Date(NA)
}

#' @rdname packageDate
asDateBuilt <- function(built) {
  as.Date(strsplit(built, ";", fixed = TRUE)[[1L]][3L], format = "%Y-%m-%d")
}

#' @rdname packageDate
maintainer <- function(pkg) {
  force(pkg)
  text <- packageDescription(pkg)$Maintainer
  if (is.null(text)) NA_character_ else gsub("\n", " ", text, fixed = TRUE)
}

#' @rdname packageDate
installed.packages <- function(lib.loc = NULL, priority = NULL, noCache = FALSE, fields = NULL,
                               subarch = .Platform$r_arch, ...) {
  if (is.null(lib.loc)) lib.loc <- .libPaths()
  wanted <- unique(c(
    "Version", "Priority", "Depends", "Imports", "LinkingTo", "Suggests", "Enhances",
    "License", "License_is_FOSS", "License_restricts_use", "OS_type", "MD5sum",
    "NeedsCompilation", "Built", fields
  ))
  rows <- lapply(lib.loc, function(folder) {
    files <- file.path(folder, list.files(folder), "DESCRIPTION")
    files <- files[file.exists(files)]
    rows <- lapply(files, function(file) {
      values <- read.dcf(file, fields = wanted)[1L, ]
      values["Built"] <- sub("^R ([0-9.]+).*", "\\1", values["Built"])
      c(Package = basename(dirname(file)), LibPath = folder, values)
    })
    do.call(rbind, rows)
  })
  result <- do.call(rbind, rows)
  if (is.null(result)) {
    result <- matrix("", 0L, length(wanted) + 2L,
                     dimnames = list(NULL, c("Package", "LibPath", wanted)))
  }
  if (!is.null(priority)) {
    if ("high" %in% priority) priority <- c(priority, "base", "recommended")
    isBare <- is.na(result[, "Priority"]) & anyNA(priority)
    result <- result[result[, "Priority"] %in% priority | isBare, , drop = FALSE]
  }
  rownames(result) <- result[, "Package"]
  result
}

#' @rdname packageDate
contrib.url <- function(repos, type = getOption("pkgType")) {
  if (is.null(repos)) return(character())
  paste(sub("/$", "", repos), "src", "contrib", sep = "/")
}

#' The system this runs on
#'
#' @examples
#' osVersion
osVersion <- operating_system()

#' S3 methods
#'
#' As [methods()], but only the methods of the S3 kind.
#'
#' @param generic.function a generic function or its name.
#' @param class the name of a class.
#' @param envir where to look.
#' @examples
#' length(.S3methods(class = "roman"))
.S3methods <- function(generic.function, class, envir = parent.frame()) {
  if (missing(generic.function)) methods(class = class)
  else do.call(methods, list(generic.function), envir = envir)
}

#' Names of parts of an object
#'
#' The names of components that begin like a pattern: what the console offers
#' after `$`.
#'
#' @param x a list or an environment.
#' @param pattern a regular expression.
#' @examples
#' .DollarNames(list(alpha = 1, beta = 2), "^a")
.DollarNames <- function(x, pattern) UseMethod(".DollarNames")

.DollarNames.default <- function(x, pattern = "") {
  if (is.atomic(x) || is.symbol(x)) character() else grep(pattern, names(x), value = TRUE)
}

.DollarNames.list <- function(x, pattern = "") grep(pattern, names(x), value = TRUE)

.DollarNames.environment <- function(x, pattern = "") {
  grep(pattern, ls(x, all.names = TRUE), value = TRUE)
}

#' The signs of Roman numerals
#'
#' @examples
#' .romans["X"]
.romans <- structure(roman_amounts, names = roman_symbols)

#' Change variables of a namespace
#'
#' Assigns to a variable of a package's namespace, which is locked as a rule.
#'
#' @param x the name of the variable.
#' @param value the new value.
#' @param ns the namespace or its name.
#' @param pos,envir where the namespace is, if `ns` is missing.
#' @examples
#' old <- getFromNamespace("head", "utils")
#' assignInNamespace("head", old, "utils")
assignInNamespace <- function(x, value, ns, pos = -1, envir = as.environment(pos)) {
  ns <- asNamespace(if (missing(ns)) sub("^package:", "", environmentName(envir)) else ns)
  isLocked <- exists(x, envir = ns, inherits = FALSE) && bindingIsLocked(x, ns)
  if (isLocked) unlockBinding(x, ns)
  assign(x, value, envir = ns)
  if (isLocked) lockBinding(x, ns)
  invisible(NULL)
}

#' @rdname assignInNamespace
assignInMyNamespace <- function(x, value) {
  ns <- topenv(parent.frame())
  if (!isNamespace(ns)) stop("environment of calling function is not a namespace")
  assignInNamespace(x, value, ns)
}

#' Limits of memory
#'
#' For compatibility: there are limits of this kind only on Windows.
#'
#' @param max,size ignored.
#' @examples
#' suppressWarnings(memory.size())
memory.size <- function(max = FALSE) {
  warning("'memory.size()' is Windows-specific", call. = FALSE)
  Inf
}

#' @rdname memory.size
memory.limit <- function(size = NA) {
  warning("'memory.limit()' is Windows-specific", call. = FALSE)
  Inf
}

#' Let events of windows happen
#'
#' There are none.
#'
#' @examples
#' process.events()
process.events <- function() invisible()

#' Show an object page by page
#'
#' Prints an object, or the code that makes it.
#'
#' @param x an object or its name.
#' @param method print it, or as `dput` writes it?
#' @param ... passed on to `print`.
#' @examples
#' page(1:3)
page <- function(x, method = c("dput", "print"), ...) {
  if (is.character(x) && length(x) == 1L && exists(x, envir = parent.frame())) {
    x <- get(x, envir = parent.frame())
  }
  if (match.arg(method) == "dput") dput(x) else print(x, ...)
  invisible(NULL)
}

#' Upgrade an object
#'
#' A generic function for packages.
#'
#' @param object an object.
#' @param ... further arguments of methods.
#' @examples
#' upgrade.old <- function(object, ...) structure(object, class = "new")
#' upgrade(structure(1, class = "old"))
upgrade <- function(object, ...) UseMethod("upgrade")

toLatex.sessionInfo <- function(object, locale = TRUE, ...) {
  item <- function(...) paste0("  \\item ", ...)
  verb <- function(x) paste0("\\verb|", x, "|", collapse = ", ")
  lines <- c(
    "\\begin{itemize}\\raggedright",
    item(object$R.version$version.string, ", \\verb|", object$R.version$platform, "|"),
    if (locale) item("Locale: ", gsub(";", ", ", verb(strsplit(object$locale, ";")[[1L]]))),
    item("Running under: \\verb|", object$running, "|"),
    item("Base packages: ", paste(sort(object$basePkgs), collapse = ", ")),
    "\\end{itemize}"
  )
  structure(lines, class = "Latex")
}
