#' Demonstrations and long documents of packages
#'
#' `demo` runs a demonstration of a package; without a topic it lists them. `vignette` opens a
#' document or lists those of the installed packages, `browseVignettes` lists them by package.
#'
#' @param topic which one.
#' @param package names of packages; `NULL` for those attached.
#' @param lib.loc folders of packages.
#' @param character.only is `topic` a string even if it is not quoted?
#' @param verbose,type,encoding accepted for compatibility.
#' @param echo show the code?
#' @param ask,all accepted for compatibility: pages are not waited for, all packages are looked at.
#' @examples
#' nrow(demo(package = "stats")$results)
#' browseVignettes(package = "stats")
demo <- function(topic, package = NULL, lib.loc = NULL, character.only = FALSE,
                 verbose = getOption("verbose"), type = c("console", "html"), echo = TRUE,
                 ask = getOption("demo.ask"), encoding = getOption("encoding")) {
  paths <- package_folders(if (is.null(package)) .packages() else package, lib.loc)
  if (missing(topic)) return(listed_demos(paths, is.null(package)))
  name <- if (character.only) topic else substitute(topic)
  name <- as.character(name)
  files <- file.path(rep(paths, each = 2L), "demo", paste0(name, c(".R", ".r")))
  files <- files[file.exists(files)]
  if (!length(files)) {
    stop(gettextf("No demo found for topic %s", sQuote(name)), domain = NA)
  }
  cat("\n\n\tdemo(", name, ")\n\t---- ", rep.int("~", nchar(name, type = "w")), "\n", sep = "")
  source(files[1L], echo = echo, max.deparse.length = Inf, keep.source = TRUE)
}

# The folders of installed packages; those of the library itself have none.
package_folders <- function(packages, lib.loc) {
  paths <- find.package(setdiff(packages, c("base", "stats", "utils", "methods", "datasets")),
                        lib.loc, quiet = TRUE)
  paths[dir.exists(paths)]
}

listed_demos <- function(paths, isAttached) {
  rows <- lapply(paths, function(path) {
    index <- file.path(path, "demo", "00Index")
    if (!file.exists(index)) return(NULL)
    lines <- readLines(index)
    lines <- sub("^([^ \t]+)[ \t]+", "\\1\t", lines[nzchar(lines)])
    cbind(basename(path), dirname(path), sub("\t.*", "", lines), sub("^[^\t]*\t", "", lines))
  })
  footer <- if (isAttached) {
    paste0("Use ", sQuote("demo(package = .packages(all.available = TRUE))"),
           "\nto list the demos in all *available* packages.")
  }
  package_list("demo", "Demos", do.call(rbind, rows), footer)
}

package_list <- function(type, title, rows, footer = NULL) {
  if (is.null(rows)) rows <- matrix("", 0L, 4L)
  dimnames(rows) <- list(NULL, c("Package", "LibPath", "Item", "Title"))
  structure(list(type = type, title = title, header = NULL, results = rows, footer = footer),
            class = "packageIQR")
}

#' @rdname demo
format.packageIQR <- function(x, ...) {
  rows <- x$results
  packages <- split(seq_len(nrow(rows)), factor(rows[, "Package"], unique(rows[, "Package"])))
  lines <- unlist(lapply(names(packages), function(name) {
    of <- packages[[name]]
    c(paste0(x$title, " in package ", sQuote(name), ":"), "",
      formatDL(rows[of, "Item"], rows[of, "Title"]), "")
  }))
  c(lines, if (length(lines)) x$footer)
}

#' @rdname demo
#' @param x what these functions gave.
#' @param ... not used.
print.packageIQR <- function(x, ...) {
  lines <- format(x)
  writeLines(if (length(lines)) lines else paste("no", tolower(x$title), "found"))
  invisible(x)
}

#' @rdname demo
vignette <- function(topic, package = NULL, lib.loc = NULL, all = TRUE) {
  found <- installed_vignettes(package, lib.loc)
  if (missing(topic)) {
    rows <- if (length(found$name)) {
      cbind(found$package, dirname(dirname(dirname(found$file))), found$name,
            paste0(found$title, " (source)"))
    }
    return(package_list("vignette", "Vignettes", rows))
  }
  place <- match(topic, found$name)
  if (is.na(place)) {
    warning(gettextf("vignette %s not found", sQuote(topic)), call. = FALSE, domain = NA)
    return(invisible())
  }
  structure(list(Topic = topic, File = found$file[place], Title = found$title[place],
                 Dir = dirname(dirname(found$file[place])), PDF = found$file[place]),
            class = "vignette")
}

#' @rdname demo
print.vignette <- function(x, ...) {
  browseURL(paste0("file://", x$PDF))
  invisible(x)
}

# The documents of installed packages: every PDF or HTML page in their folder "doc".
installed_vignettes <- function(package, lib.loc) {
  if (is.null(package)) package <- .packages(all.available = TRUE, lib.loc = lib.loc)
  files <- list.files(file.path(package_folders(package, lib.loc), "doc"),
                      "\\.(pdf|html)$", full.names = TRUE)
  files <- files[basename(files) != "index.html"]
  title <- vapply(files, function(file) {
    source <- sub("\\.[a-z]+$", ".Rmd", file)
    if (!file.exists(source)) return(sub("\\.[a-z]+$", "", basename(file)))
    found <- grep("^title:", readLines(source, 20L, warn = FALSE), value = TRUE)
    if (length(found)) gsub("^title: *\"?|\"$", "", found[1L]) else basename(file)
  }, "")
  list(file = files, name = sub("\\.[a-z]+$", "", basename(files)),
       package = basename(dirname(dirname(files))), title = unname(title))
}

#' @rdname demo
browseVignettes <- function(package = NULL, lib.loc = NULL, all = TRUE) {
  if (!is.null(package)) find.package(package, lib.loc)
  found <- installed_vignettes(package, lib.loc)
  rows <- data.frame(Dir = dirname(dirname(found$file)), File = basename(found$file),
                     Title = found$title)
  structure(split(rows, found$package), call = sys.call(), footer = "", class = "browseVignettes")
}

#' @rdname demo
print.browseVignettes <- function(x, ...) {
  if (!length(x)) {
    cat(gettextf("No vignettes found by %s",
                 paste(deparse(attr(x, "call")), collapse = "\n")), "\n", sep = "")
  }
  for (name in names(x)) {
    cat("Vignettes found by ", sQuote(name), ":\n", sep = "")
    cat(paste0("  ", x[[name]][, "Title"], " - ", x[[name]][, "File"]), sep = "\n")
  }
  invisible(x)
}

#' What changed in a package
#'
#' The entries of the file `NEWS` or `NEWS.md` of an installed package as a data frame: versions,
#' categories and texts. Without such a file, and for the language itself, `NULL`.
#'
#' @param query a condition on the columns `Version`, `Date`, `Category` and `Text`.
#' @param package the name of the package.
#' @param lib.loc folders of packages.
#' @param format,reader accepted for compatibility.
#' @param db what this function gave before, to be asked again.
#' @examples
#' news(package = "stats")
news <- function(query, package = "R", lib.loc = NULL, format = NULL, reader = NULL, db = NULL) {
  if (is.null(db)) db <- news_entries(package, lib.loc)
  if (is.null(db) || missing(query)) return(db)
  keep <- eval(substitute(query), db, parent.frame())
  db[!is.na(keep) & keep, ]
}

news_entries <- function(package, lib.loc) {
  folder <- package_folders(package, lib.loc)
  files <- file.path(folder, c("NEWS.md", "NEWS"))
  files <- files[file.exists(files)]
  if (!length(files)) return(NULL)
  lines <- readLines(files[1L], warn = FALSE)
  version <- grepl(paste0("^(#+ *|Changes in |CHANGES IN )?[A-Za-z0-9._]* *(R )?v?",
                          "([vV]ersion *)?[0-9]+[.-][0-9]"), lines)
  category <- !version & grepl("^##|^[A-Z][A-Z &/]+:?$", lines)
  group <- cumsum(version)
  entry <- grepl("^ *[-*o] ", lines) & group > 0L
  text <- trimws(sub("^ *[-*o] ", "", lines))
  starts <- cumsum(entry)
  member <- starts > 0L & !version & !category & nzchar(text)
  texts <- vapply(split(text[member], starts[member]), paste, "", collapse = "\n")
  places <- which(entry)
  numbers <- sub(".*?([0-9]+([.-][0-9]+)+).*", "\\1", lines[version], perl = TRUE)
  headings <- c(NA, gsub("^#+ *|:$", "", lines[category]))
  data.frame(Version = numbers[group[places]], Date = as.Date(rep(NA, length(places))),
             Category = headings[cumsum(category)[places] + 1L], Text = unname(texts),
             stringsAsFactors = FALSE)
}
