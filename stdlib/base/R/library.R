#' Load a package
#'
#' Attaches a package to the search path. The standard packages and `RevoScaleR`
#' (also found as `rx`) are inside Apus; others lie in the folders of
#' `.libPaths()`, a folder each, as GNU R installs them or as their sources do.
#' Code compiled in C or Fortran is not loaded.
#'
#' @param package the package's name, quoted or not.
#' @param character.only is `package` an expression that gives the name?
#' @param lib.loc the folders to look in instead of `.libPaths()`.
#' @param pos where on the search path the package goes.
#' @param quietly no messages?
#' @param logical.return should the value say whether the package was found?
#' @param warn.conflicts should names that hide others be shown?
#' @param exclude,include.only names that are not attached, or the only ones.
#' @param attach.required should the packages it depends on be attached?
#' @param help a package to be described.
#' @param ns a namespace or its name.
#' @param all.available all packages that are installed, not those attached?
#' @param call the call that the error names.
#' @param ... arguments of `loadNamespace`.
#' @param verbose,mask.ok,keep.source,partial,versionCheck,keep.parse.data,depends not used.
#' @examples
#' library(stats)
#' require(utils)
#' requireNamespace("stats")
library <- function(package, help, pos = 2, lib.loc = NULL,
                    character.only = FALSE, logical.return = FALSE,
                    warn.conflicts, quietly = FALSE,
                    verbose = getOption("verbose"), mask.ok, exclude,
                    include.only, attach.required = missing(include.only)) {
  if (!missing(help)) {
    return(.packageInfo(if (character.only) help else as.character(substitute(help)), lib.loc))
  }
  if (missing(package)) return(.libraryIQR(lib.loc))
  if (!character.only) package <- as.character(substitute(package))
  if (length(package) != 1L) stop("'package' must be of length 1")
  if (is.na(package) || package == "") stop("invalid package name")
  if (!.isInstalled(package, lib.loc)) {
    if (logical.return) {
      warning(gettextf("there is no package called %s", sQuote(package)), domain = NA)
      return(invisible(FALSE))
    }
    stop(packageNotFoundError(package, lib.loc, sys.call()))
  }
  .attachPackage(package, pos, lib.loc, attach.required,
    chosen = if (!missing(include.only)) include.only, without = if (!missing(exclude)) exclude,
    showsMasked = !quietly && (missing(warn.conflicts) || !isFALSE(warn.conflicts)))
  invisible(if (logical.return) TRUE else .packages())
}

#' @rdname library
require <- function(package, lib.loc = NULL, quietly = FALSE, warn.conflicts,
                    character.only = FALSE, mask.ok, exclude, include.only,
                    attach.required = missing(include.only)) {
  if (!character.only) package <- as.character(substitute(package))
  if (.isAttached(package)) return(invisible(TRUE))
  if (!quietly) {
    packageStartupMessage(gettextf("Loading required package: %s", package), domain = NA)
  }
  found <- tryCatch({
    if (!.isInstalled(package, lib.loc)) {
      warning(simpleWarning(gettextf("there is no package called %s", sQuote(package)),
        quote(library(package, lib.loc = lib.loc, character.only = TRUE, logical.return = TRUE,
          warn.conflicts = warn.conflicts, quietly = quietly))))
      FALSE
    } else {
      .attachPackage(package, 2L, lib.loc, attach.required,
        chosen = if (!missing(include.only)) include.only,
        without = if (!missing(exclude)) exclude,
        showsMasked = !quietly && (missing(warn.conflicts) || !isFALSE(warn.conflicts)))
      TRUE
    }
  }, error = function(e) {
    message("Failed to load package ", sQuote(package), ": ", conditionMessage(e))
    FALSE
  })
  invisible(found)
}

#' @rdname library
requireNamespace <- function(package, ..., quietly = FALSE) {
  loads <- function() tryCatch({
    loadNamespace(package, ...)
    TRUE
  }, error = function(e) {
    if (!quietly) message("Failed with error:  ", sQuote(conditionMessage(e)), domain = NA)
    FALSE
  })
  if (.isAvailable(package)) return(invisible(TRUE))
  if (!quietly) {
    packageStartupMessage(gettextf("Loading required namespace: %s", package), domain = NA)
  }
  invisible(if (quietly) suppressWarnings(suppressMessages(loads())) else loads())
}

#' @rdname library
loadNamespace <- function(package, lib.loc = NULL,
                          keep.source = getOption("keep.source.pkgs"), partial = FALSE,
                          versionCheck = NULL,
                          keep.parse.data = getOption("keep.parse.data.pkgs")) {
  package <- as.character(package)[[1L]]
  if (.isAvailable(package)) return(asNamespace(package))
  if (!.isInstalled(package, lib.loc)) {
    problem <- packageNotFoundError(package, lib.loc, sys.call())
    return(withRestarts(stop(problem), retry_loadNamespace = function() {
      loadNamespace(package, lib.loc)
    }))
  }
  .loadPackage(package, find.package(package, lib.loc))
}

#' @rdname library
attachNamespace <- function(ns, pos = 2L, depends = NULL, exclude, include.only) {
  package <- getNamespaceName(asNamespace(ns))
  if (.isAttached(package)) stop("namespace is already attached")
  .attachPackage(package, pos, chosen = if (!missing(include.only)) include.only,
    without = if (!missing(exclude)) exclude)
  invisible(as.environment(paste0("package:", package)))
}

#' @rdname library
.packages <- function(all.available = FALSE, lib.loc = NULL) {
  if (all.available) return(unique(rownames(utils::installed.packages(lib.loc))))
  attached <- grep("^package:", search(), value = TRUE)
  invisible(substring(attached, 9L))
}

#' @rdname library
packageNotFoundError <- function(package, lib.loc, call = NULL) {
  errorCondition(
    paste0("there is no package called ", sQuote(package)),
    package = package, lib.loc = lib.loc, call = call,
    class = "packageNotFoundError"
  )
}

.isAvailable <- function(package) {
  !is.null(.Internal(findNamespace(.packageAlias(package))))
}

.isInstalled <- function(package, lib.loc) {
  .isAvailable(package) || length(find.package(package, lib.loc, quiet = TRUE)) > 0L
}

.isAttached <- function(package) {
  paste0("package:", .packageAlias(package)) %in% search()
}

# Loads a package if need be, and puts what it exports on the search path.
.attachPackage <- function(package, pos = 2L, lib.loc = NULL, required = TRUE, chosen = NULL,
                           without = NULL, showsMasked = FALSE) {
  if (.isAttached(package)) return(invisible())
  ns <- loadNamespace(package, lib.loc)
  if (required) for (other in .dependsOn(ns)) require(other, character.only = TRUE)
  if (is.null(chosen) && is.null(without)) {
    .Internal(attachPackage(.packageAlias(package), as.integer(pos)))
  } else {
    names <- setdiff(if (is.null(chosen)) getNamespaceExports(ns) else chosen, without)
    attach(mget(names, envir = ns), pos, paste0("package:", package), warn.conflicts = FALSE)
  }
  hook <- get0(".onAttach", envir = ns, inherits = FALSE)
  if (is.function(hook)) hook(dirname(getNamespaceInfo(ns, "path")), package)
  if (showsMasked) .showMasked(package)
  invisible()
}

# The packages that `Depends` names, which come from libraries.
.dependsOn <- function(ns) {
  info <- get0(".__NAMESPACE__.", envir = ns, inherits = FALSE)
  if (is.null(info)) character() else get0("depends", envir = info, ifnotfound = character())
}

# Says which names of a package hide names of others, or are hidden.
.showMasked <- function(package) {
  own <- paste0("package:", package)
  texts <- character()
  for (place in setdiff(search(), c(own, "Autoloads"))) {
    same <- Filter(function(name) .isMasked(name, own, place),
                   intersect(ls(own, all.names = TRUE), ls(place, all.names = TRUE)))
    if (length(same)) {
      hidden <- match(place, search()) < match(own, search())
      texts <- c(texts, .maskedMsg(sort(same), sQuote(place), hidden))
    }
  }
  if (length(texts)) {
    packageStartupMessage(gettextf("\nAttaching package: %s\n", sQuote(package)), domain = NA)
    for (text in texts) packageStartupMessage(text)
  }
}

# Whether a name means something else of the same kind, a function or not, in two places. S4 generic functions
# are said to mask nothing.
.isMasked <- function(name, own, place) {
  if (startsWith(name, ".__")) return(FALSE)
  here <- get(name, own)
  if (is.function(here) && isS4(here)) return(FALSE)
  there <- get(name, place, inherits = FALSE)
  is.function(here) == is.function(there) && !identical(here, there)
}

.packageAlias <- function(package) {
  if (package %in% c("rx", "RevoPemaR", "RevoUtils")) "RevoScaleR"
  else if (package %in% c("graphics", "grDevices")) "base"
  else package
}
