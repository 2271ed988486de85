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
  # Methods of generics that Apus lacks (`plot`, say) are never called.
  methods <- directives$S3methods
  known <- vapply(methods[, 1L], exists, NA, envir = ns, mode = "function")
  registerS3methods(methods[known, , drop = FALSE], package, ns)
  hook <- get0(".onLoad", envir = ns, inherits = FALSE)
  if (is.function(hook)) hook(dirname(folder), package)
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
  result <- lapply(directives$imports, function(import) if (is.list(import)) import[[2L]] else TRUE)
  names(result) <- vapply(directives$imports, function(import) import[[1L]], "")
  result
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
  names <- c(directives$exports, intersect(directives$exportMethods, all),
    unlist(lapply(directives$exportPatterns, grep, all, value = TRUE)))
  names <- setdiff(unique(names), c(".__NAMESPACE__.", ".packageName"))
  unknown <- setdiff(names, all)
  if (length(unknown)) {
    stop(sprintf(ngettext(length(unknown), "undefined export: %s", "undefined exports: %s"),
      paste(unknown, collapse = ", ")), call. = FALSE, domain = NA)
  }
  setNamespaceInfo(ns, "exports", names)
  shown <- new.env(parent = emptyenv())
  importIntoEnv(shown, names, ns, names)
  data <- file.path(folder, "data", "Rdata")
  if (file.exists(paste0(data, ".rdx"))) lazyLoad(data, shown)
  attr(shown, "path") <- folder
  .Internal(registerExports(package, shown))
}
