#' What a namespace knows of itself
#'
#' Name, version, imports and exports of namespaces, and functions to build
#' them.
#'
#' @param ns,self,env a namespace or its name.
#' @param which,val the name and the value of an entry.
#' @param name,package names of packages.
#' @param package.lib the folder of the package.
#' @param mustExist is it an error that there is no file?
#' @param vars,impnames,expnames names of variables.
#' @param impenv,expenv,from environments.
#' @param except names that are not imported.
#' @param generics,packages not used.
#' @param info a matrix with the columns generic, class and method.
#' @param ... names of namespaces.
#' @examples
#' getNamespaceVersion("stats")
#' isBaseNamespace(baseenv())
getNamespaceInfo <- function(ns, which) {
  ns <- asNamespace(ns)
  info <- get0(".__NAMESPACE__.", envir = ns, inherits = FALSE)
  if (is.environment(info) && exists(which, envir = info, inherits = FALSE)) {
    return(get(which, envir = info, inherits = FALSE))
  }
  switch(which,
    spec = c(getNamespaceName(ns), version = .versionText()),
    imports = list(base = TRUE),
    path = find.package(getNamespaceName(ns), quiet = TRUE),
    exports = getNamespaceExports(ns),
    dynlibs = NULL
  )
}

.versionText <- function() paste(R.version$major, R.version$minor, sep = ".")

#' @rdname getNamespaceInfo
.getNamespaceInfo <- function(ns, which) getNamespaceInfo(ns, which)

#' @rdname getNamespaceInfo
setNamespaceInfo <- function(ns, which, val) {
  ns <- asNamespace(ns)
  info <- get0(".__NAMESPACE__.", envir = ns, inherits = FALSE)
  if (!is.environment(info)) {
    info <- new.env(parent = baseenv())
    assign(".__NAMESPACE__.", info, envir = ns)
  }
  assign(which, val, envir = info)
}

#' @rdname getNamespaceInfo
.getNamespace <- function(name) {
  .Internal(findNamespace(as.character(name)))
}

#' @rdname getNamespaceInfo
..getNamespace <- function(name, where) {
  tryCatch(asNamespace(name), error = function(e) .GlobalEnv)
}

#' @rdname getNamespaceInfo
getNamespaceVersion <- function(ns) {
  ns <- asNamespace(ns)
  if (isBaseNamespace(ns)) c(version = .versionText()) else getNamespaceInfo(ns, "spec")["version"]
}

#' @rdname getNamespaceInfo
getNamespaceImports <- function(ns) {
  ns <- asNamespace(ns)
  if (isBaseNamespace(ns)) NULL else getNamespaceInfo(ns, "imports")
}

#' @rdname getNamespaceInfo
getNamespaceUsers <- function(ns) {
  name <- getNamespaceName(asNamespace(ns))
  users <- Filter(function(other) name %in% names(getNamespaceImports(other)), loadedNamespaces())
  if (length(users)) users else character()
}

#' @rdname getNamespaceInfo
isBaseNamespace <- function(ns) identical(ns, .BaseNamespaceEnv)

#' @rdname getNamespaceInfo
packageHasNamespace <- function(package, package.lib) {
  file.exists(file.path(package.lib, package, "NAMESPACE"))
}

#' @rdname getNamespaceInfo
importIntoEnv <- function(impenv, impnames, expenv, expnames) {
  for (k in seq_along(impnames)) {
    assign(impnames[k], get(expnames[k], envir = expenv), envir = impenv)
  }
  invisible()
}

#' @rdname getNamespaceInfo
namespaceImportClasses <- function(self, ns, vars, from = NULL) {
  .importHidden(self, asNamespace(ns), sprintf(".__C__%s", vars))
}

#' @rdname getNamespaceInfo
namespaceImportMethods <- function(self, ns, vars, from = NULL) {
  ns <- asNamespace(ns)
  unknown <- setdiff(vars, getNamespaceExports(ns))
  if (length(unknown)) {
    stop(sprintf(ngettext(length(unknown), "requested method is not exported by '%s': %s",
      "requested methods are not exported by '%s': %s"), getNamespaceName(ns),
      paste(sQuote(unknown), collapse = ", ")), call. = FALSE, domain = NA)
  }
  .importHidden(self, ns, .methodNames(getNamespaceName(ns), vars))
}

# Classes and methods are imported as the objects that hold them.
.importHidden <- function(self, ns, names) {
  importIntoEnv(if (isNamespace(self)) parent.env(self) else self, names, ns, names)
}

#' @rdname getNamespaceInfo
namespaceExport <- function(ns, vars) {
  ns <- asNamespace(ns)
  missing <- vars[!vapply(vars, exists, NA, envir = ns, inherits = FALSE)]
  if (length(missing)) {
    stop(sprintf(ngettext(length(missing), "undefined export: %s", "undefined exports: %s"),
                 paste(missing, collapse = ", ")), domain = NA)
  }
  setNamespaceInfo(ns, "exports", unique(c(getNamespaceInfo(ns, "exports"), vars)))
  invisible()
}

#' @rdname getNamespaceInfo
namespaceImport <- function(self, ..., from = NULL, except = character(0L)) {
  for (name in list(...)) namespaceImportFrom(self, asNamespace(name), except = except)
  invisible()
}

#' @rdname getNamespaceInfo
namespaceImportFrom <- function(self, ns, vars, generics, packages,
                                from = "non-package environment",
                                except = character(0L)) {
  ns <- asNamespace(ns)
  if (missing(vars)) vars <- setdiff(getNamespaceExports(ns), except)
  names <- if (is.null(names(vars))) vars else ifelse(nzchar(names(vars)), names(vars), vars)
  target <- if (isNamespace(self)) parent.env(self) else self
  importIntoEnv(target, names, ns, vars)
}

#' @rdname getNamespaceInfo
parseNamespaceFile <- function(package, package.lib, mustExist = TRUE) {
  file <- file.path(package.lib, package, "NAMESPACE")
  if (!file.exists(file)) {
    if (mustExist) {
      stop(gettextf("package %s has no 'NAMESPACE' file", sQuote(package)), domain = NA)
    }
    return(NULL)
  }
  result <- list(
    imports = list(), exports = character(), exportPatterns = character(),
    importClasses = list(), importMethods = list(), exportClasses = character(),
    exportMethods = character(), exportClassPatterns = character(),
    dynlibs = character(), nativeRoutines = list(), S3methods = NULL
  )
  methods <- list()
  for (directive in .namespaceDirectives(as.list(parse(file, keep.source = FALSE)))) {
    text <- unlist(lapply(as.list(directive)[-1L], function(word) {
      if (is.call(word)) eval(word, baseenv()) else as.character(word)
    }))
    kind <- as.character(directive[[1L]])
    switch(kind,
      export = result$exports <- c(result$exports, text),
      exportPattern = result$exportPatterns <- c(result$exportPatterns, text),
      exportClasses = , exportClass = result$exportClasses <- c(result$exportClasses, text),
      exportMethods = result$exportMethods <- c(result$exportMethods, text),
      import = result$imports <- c(result$imports, as.list(text)),
      importFrom = result$imports <- c(result$imports, list(list(text[1L], text[-1L]))),
      exportClassPattern = result$exportClassPatterns <- c(result$exportClassPatterns, text),
      importClassesFrom = result$importClasses <-
        c(result$importClasses, list(list(text[1L], text[-1L]))),
      importMethodsFrom = result$importMethods <-
        c(result$importMethods, list(list(text[1L], text[-1L]))),
      useDynLib = result$dynlibs <- c(result$dynlibs, text[1L]),
      S3method = methods <- c(methods, list(c(text, NA, NA)[1:4])),
      stop(gettextf("unknown namespace directive: %s", deparse(directive, nlines = 1L)),
           domain = NA)
    )
  }
  result$S3methods <- matrix(as.character(unlist(methods)), ncol = 4L, byrow = TRUE)
  result
}

# The directives that hold: those of `if` by its condition, those in braces one by one.
.namespaceDirectives <- function(expressions) {
  unlist(lapply(expressions, function(expression) {
    switch(as.character(expression[[1L]])[1L],
      `if` = {
        holds <- isTRUE(eval(expression[[2L]], baseenv()))
        chosen <- if (holds) expression[[3L]] else if (length(expression) > 3L) expression[[4L]]
        if (!is.null(chosen)) .namespaceDirectives(list(chosen))
      },
      `{` = .namespaceDirectives(as.list(expression)[-1L]),
      list(expression))
  }), recursive = FALSE)
}

#' @rdname getNamespaceInfo
registerS3methods <- function(info, package, env) {
  for (k in seq_len(NROW(info))) {
    name <- info[k, 3L]
    if (is.na(name)) name <- paste(info[k, 1L], info[k, 2L], sep = ".")
    registerS3method(info[k, 1L], info[k, 2L], get(name, envir = env, mode = "function"), env)
  }
  invisible()
}

#' @rdname getNamespaceInfo
loadingNamespaceInfo <- function() stop("not loading a namespace")

#' @rdname getNamespaceInfo
unloadNamespace <- function(ns) {
  name <- if (is.character(ns)) ns else getNamespaceName(ns)
  if (!isNamespaceLoaded(name)) return(invisible())
  if (name == "base") stop("cannot unload the base namespace", domain = NA)
  place <- match(paste0("package:", name), search())
  if (!is.na(place)) detach(pos = place)
  space <- asNamespace(name)
  if (is.environment(get0(".__NAMESPACE__.", envir = space, inherits = FALSE))) {
    hook <- get0(".onUnload", envir = space, inherits = FALSE)
    if (is.function(hook)) hook(getNamespaceInfo(space, "path"))
    .Internal(forgetNamespace(name))
  }
  invisible()
}

#' Declare an S3 method
#'
#' Registers a method and returns it: for methods defined in scripts.
#'
#' @param generic,class names.
#' @param method the function; `generic.class` if missing.
#' @examples
#' gen <- function(x) UseMethod("gen")
#' invisible(.S3method("gen", "cls", function(x) "method of cls"))
#' gen(structure(1, class = "cls"))
.S3method <- function(generic, class, method) {
  if (missing(method)) method <- paste(generic, class, sep = ".")
  method <- match.fun(method)
  registerS3method(generic, class, method, envir = parent.frame())
  invisible(method)
}

#' Load a package when it is wanted
#'
#' `autoload` makes a variable that is looked up in a package when it is first
#' used, and `autoloader` looks it up.
#'
#' @param name the variable.
#' @param package the package that has it.
#' @param reset make it anew if it exists?
#' @param ... not used.
#' @examples
#' autoload("median", "stats")
#' get("median", .AutoloadEnv)(1:5)
autoload <- function(name, package, reset = FALSE, ...) {
  if (!reset && exists(name, envir = .GlobalEnv, inherits = FALSE)) {
    stop("an object with that name already exists")
  }
  force(package)
  delayedAssign(name, get(name, envir = asNamespace(package)), assign.env = .AutoloadEnv)
  invisible()
}

#' @rdname autoload
autoloader <- function(name, package, ...) {
  get(name, envir = asNamespace(as.character(substitute(package))))
}

#' @rdname autoload
.AutoloadEnv <- structure(new.env(hash = FALSE, parent = baseenv()), name = "Autoloads")

#' Rules about conflicts of packages
#'
#' What may be masked when a package is attached.
#'
#' @param pkg the package.
#' @param mask.ok,exclude names.
#' @examples
#' conflictRules("stats")
conflictRules <- function(pkg, mask.ok = NULL, exclude = NULL) {
  rules <- get0(".conflictRules", envir = .libraryState, inherits = FALSE, ifnotfound = list())
  old <- rules[[pkg]]
  if (!is.null(mask.ok) || !is.null(exclude)) {
    rules[[pkg]] <- list(mask.ok = mask.ok, exclude = exclude)
    assign(".conflictRules", rules, envir = .libraryState)
    return(invisible(old))
  }
  old
}

#' @rdname getNamespaceInfo
findPackageEnv <- function(info) {
  if (info %in% search()) return(as.environment(info))
  if (startsWith(info, "package:")) return(as.environment(asNamespace(substring(info, 9L))))
  .GlobalEnv
}

.rmpkg <- function(pkg) sub("package:", "", pkg, fixed = TRUE)

.detach <- function(pos) .Internal(detach(pos))

.maskedMsg <- function(same, pkg, by) {
  objects <- strwrap(paste(same, collapse = ", "), indent = 4L, exdent = 4L)
  head <- if (length(same) > 1L) "objects are" else "object is"
  paste0("The following ", head, if (by) " masked _by_ " else " masked from ", pkg, ":\n\n",
         paste(objects, collapse = "\n"), "\n")
}
