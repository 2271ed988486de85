# Loading packages that lie in a folder: DESCRIPTION, NAMESPACE, and in R/ the code as a data base of values
# (installed packages), as one file of the package's name, or as source files.

.loadPackage <- function(package, folder) {
  description <- read.dcf(file.path(folder, "DESCRIPTION"))[1L, ]
  directives <- parseNamespaceFile(package, dirname(folder))
  imports <- new.env(parent = .BaseNamespaceEnv)
  attr(imports, "name") <- paste0("imports:", package)
  ns <- new.env(parent = imports)
  .Internal(registerNamespace(package, ns))
  done <- FALSE
  on.exit(if (!done) .Internal(forgetNamespace(package)))
  assign(".packageName", package, envir = ns)
  setNamespaceInfo(ns, "spec", c(name = package, version = description[["Version"]]))
  setNamespaceInfo(ns, "path", folder)
  setNamespaceInfo(ns, "dynlibs", directives$dynlibs)
  setNamespaceInfo(ns, "depends", .packageNames(description["Depends"]))
  setNamespaceInfo(ns, "imports", c(list(base = TRUE), .importAll(imports, directives)))
  .loadCode(ns, package, folder, description)
  if (.hasSavedClasses(ns, package, folder)) methods:::.adoptSaved(ns)
  # Methods of generics that Apus lacks (`plot`, say) are never called.
  methods <- directives$S3methods
  known <- vapply(methods[, 1L], exists, NA, envir = ns, mode = "function")
  registerS3methods(methods[known, , drop = FALSE], package, ns)
  hook <- get0(".onLoad", envir = ns, inherits = FALSE)
  if (is.function(hook)) hook(dirname(folder), package)
  if (exists(".__A__", envir = ns, inherits = FALSE)) methods:::.runLoadActions(ns)
  .loadExports(ns, package, folder, directives)
  lockEnvironment(ns, TRUE)
  done <- TRUE
  ns
}

# The names in a field such as `R (>= 3.5), stats`, but R itself.
.packageNames <- function(field) {
  if (is.na(field)) return(character())
  names <- sub("[[:space:](].*$", "", trimws(strsplit(field, ",")[[1L]]))
  setdiff(names[nzchar(names)], "R")
}

.importAll <- function(imports, directives) {
  for (import in directives$imports) {
    ns <- loadNamespace(import[[1L]])
    names <- if (is.list(import)) import[[2L]] else getNamespaceExports(ns)
    unknown <- setdiff(names, getNamespaceExports(ns))
    names <- setdiff(names, unknown)
    # What the packages inside Apus lack is missed when it is called.
    if (length(unknown) && exists(".__NAMESPACE__.", ns, inherits = FALSE)) {
      stop(sprintf(ngettext(length(unknown), "object %s is not exported by 'namespace:%s'",
        "objects %s are not exported by 'namespace:%s'"),
        paste(sQuote(unknown), collapse = ", "), import[[1L]]), call. = FALSE, domain = NA)
    }
    importIntoEnv(imports, names, ns, names)
  }
  for (import in directives$importClasses) {
    .importMetadata(imports, import[[1L]], paste0(".__C__", import[[2L]]))
  }
  for (import in directives$importMethods) {
    .importMetadata(imports, import[[1L]], .methodNames(import[[1L]], import[[2L]]))
  }
  result <- lapply(directives$imports, function(import) if (is.list(import)) import[[2L]] else TRUE)
  names(result) <- vapply(directives$imports, function(import) import[[1L]], "")
  result
}

# Imports classes or methods, by the names of the objects that hold them. The packages inside Apus have none.
.importMetadata <- function(imports, package, names) {
  ns <- loadNamespace(package)
  if (exists(".__NAMESPACE__.", ns, inherits = FALSE)) .importHidden(imports, ns, names)
}

# The generic functions of some names that a package exports, and its tables of their methods.
.methodNames <- function(package, names) {
  exported <- getNamespaceExports(loadNamespace(package))
  tables <- exported[sub("^\\.__T__(.*):[^:]+$", "\\1", exported) %in% names]
  unique(c(intersect(names, exported), tables))
}

# Whether the code was saved by GNU R with classes or methods, which are in its own form.
.hasSavedClasses <- function(ns, package, folder) {
  file.exists(file.path(folder, "R", paste0(package, ".rdx"))) &&
    any(grepl("^\\.__[CT]__", ls(ns, all.names = TRUE)))
}

.loadCode <- function(ns, package, folder, description) {
  code <- file.path(folder, "R", package)
  if (file.exists(paste0(code, ".rdx"))) {
    lazyLoad(code, ns)
  } else if (file.exists(code)) {
    sys.source(code, ns)
  } else {
    for (file in .sourceFiles(file.path(folder, "R"), description["Collate"])) sys.source(file, ns)
  }
  data <- file.path(folder, "R", "sysdata")
  if (file.exists(paste0(data, ".rdx"))) lazyLoad(data, ns)
  else if (file.exists(paste0(data, ".rda"))) load(paste0(data, ".rda"), ns)
}

# The source files in the order of `Collate`, else of the alphabet as in the C locale.
.sourceFiles <- function(folder, collate) {
  if (is.na(collate)) {
    return(file.path(folder, sort(list.files(folder, "\\.[RrSsq]$"), method = "radix")))
  }
  names <- scan(text = gsub("\n", " ", collate), what = "", quiet = TRUE)
  file.path(folder, names)
}

# What `package:name` will show: the exports, and the data.
.loadExports <- function(ns, package, folder, directives) {
  all <- ls(ns, all.names = TRUE)
  names <- c(directives$exports, unlist(lapply(directives$exportPatterns, grep, all, value = TRUE)))
  names <- setdiff(unique(names), c(".__NAMESPACE__.", ".packageName"))
  unknown <- setdiff(names, all)
  if (length(unknown)) {
    stop(sprintf(ngettext(length(unknown), "undefined export: %s", "undefined exports: %s"),
      paste(unknown, collapse = ", ")), call. = FALSE, domain = NA)
  }
  names <- unique(c(names, .exportedMetadata(ns, all, directives)))
  setNamespaceInfo(ns, "exports", names)
  shown <- new.env(parent = emptyenv())
  importIntoEnv(shown, names, ns, names)
  data <- file.path(folder, "data", "Rdata")
  if (file.exists(paste0(data, ".rdx"))) lazyLoad(data, shown)
  attr(shown, "path") <- folder
  .Internal(registerExports(package, shown))
}

# The classes that a package exports, and the generic functions and tables of the methods that it exports.
.exportedMetadata <- function(ns, all, directives) {
  classes <- substring(grep("^\\.__C__", all, value = TRUE), 7L)
  shown <- c(intersect(directives$exportClasses, classes),
    unlist(lapply(directives$exportClassPatterns, grep, classes, value = TRUE)))
  methods <- directives$exportMethods
  if (!length(shown) && !length(methods)) return(character())
  isGeneric <- vapply(methods, function(name) {
    isS4(get0(name, envir = ns, mode = "function"))
  }, NA)
  tables <- grep("^\\.__T__", all, value = TRUE)
  tables <- tables[sub("^\\.__T__(.*):[^:]+$", "\\1", tables) %in% methods]
  c(if (length(shown)) paste0(".__C__", shown), methods[isGeneric], tables)
}
