# What `library()` and `library(help = )` answer: the packages in the libraries,
# and what is known of one package.

.libraryIQR <- function(lib.loc) {
  folders <- if (is.null(lib.loc)) .libPaths() else lib.loc
  rows <- lapply(folders, function(folder) {
    names <- list.files(folder)
    files <- file.path(folder, names, "DESCRIPTION")
    names <- names[file.exists(files)]
    titles <- vapply(files[file.exists(files)], function(file) {
      gsub("[[:space:]]+", " ", read.dcf(file, "Title")[1L, 1L])
    }, "")
    cbind(Package = names, LibPath = rep(folder, length(names)), Title = unname(titles))
  })
  results <- do.call(rbind, rows)
  structure(list(type = "library", title = "Packages", results = results, footer = NULL),
            class = "libraryIQR")
}

format.libraryIQR <- function(x, ...) {
  results <- x$results
  if (is.null(results) || !nrow(results)) return("no packages found")
  blocks <- lapply(split(seq_len(nrow(results)), results[, "LibPath"]), function(rows) {
    c("", gettextf("Packages in library %s:", sQuote(results[rows[1L], "LibPath"])), "",
      formatDL(results[rows, "Package"], results[rows, "Title"]))
  })
  unname(unlist(c(blocks, x$footer)))
}

print.libraryIQR <- function(x, ...) {
  writeLines(format(x, ...))
  invisible(x)
}

.packageInfo <- function(package, lib.loc) {
  folder <- find.package(package, lib.loc)
  file <- file.path(folder, "DESCRIPTION")
  description <- if (file.exists(file)) read.dcf(file)[1L, ] else {
    c(Package = package, Version = .versionText())
  }
  index <- file.path(folder, "INDEX")
  structure(
    list(name = package, path = folder, info = list(
      formatDL(paste0(names(description), ":"), description),
      if (file.exists(index)) readLines(index) else getNamespaceExports(package)
    )),
    class = "packageInfo"
  )
}

format.packageInfo <- function(x, ...) {
  c(gettextf("\n\t\tInformation on package %s", sQuote(x$name)), "", "Description:", "",
    x$info[[1L]], "", "Index:", "", x$info[[2L]])
}

print.packageInfo <- function(x, ...) {
  writeLines(format(x, ...))
  invisible(x)
}
