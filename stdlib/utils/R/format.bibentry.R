# How bibliography entries look: marked-up sentences first, then the marks of
# a style.

# Names as "Lovelace A".
bib_people <- function(people, suffix = NULL) {
  if (!length(people)) return(NULL)
  names <- vapply(unclass(people), function(entry) {
    if (is.null(entry$family)) return(paste(entry$given, collapse = " "))
    initials <- paste(substr(entry$given, 1L, 1L), collapse = "")
    paste(c(entry$family, if (nzchar(initials)) initials), collapse = " ")
  }, "")
  paste0(paste(names, collapse = ", "), suffix)
}

# A sentence of the pieces that are there, with a full stop.
bib_sentence <- function(..., sep = ", ") {
  text <- paste(c(...), collapse = sep)
  if (!nzchar(text)) return(NULL)
  if (grepl("[.?!]$", text)) text else paste0(text, ".")
}

bib_sentences <- function(entry) {
  kind <- attr(entry, "bibtype")
  get_field <- function(name) {
    value <- entry[[name]]
    if (!is.null(value)) gsub("[{}]", "", value)
  }
  year <- if (is.null(entry$year)) "????" else entry$year
  editors <- bib_people(entry$editor, if (length(entry$editor) > 1L) " (eds.)" else " (ed.)")
  head <- c(bib_people(entry$author), if (is.null(entry$author)) editors)
  head <- bib_sentence(paste0(c(head, paste0("(", year, ")")), collapse = " "))
  title <- get_field("title")
  quoted <- paste0("\\dQuote{", title, if (!grepl("[.?!]$", title)) ".", "}")
  emphasized <- bib_sentence(paste0("\\emph{", title, "}"))
  place <- bib_sentence(get_field("publisher"), get_field("address"))
  middle <- switch(kind,
    Article = c(quoted, bib_sentence(
      paste0("\\emph{", get_field("journal"), "}"), bib_volume(entry), bib_pages(entry))),
    Book = , InBook = c(
      bib_sentence(
        paste0("\\emph{", title, "}"), bib_series(entry),
        if (kind == "InBook" && !is.null(entry$chapter)) paste("chapter", entry$chapter),
        if (kind == "InBook") bib_pages(entry),
        if (!is.null(entry$edition)) paste(get_field("edition"), "edition")), place),
    InCollection = , InProceedings = c(
      quoted,
      paste("In", bib_sentence(editors, paste0("\\emph{", get_field("booktitle"), "}"),
                               bib_series(entry), bib_pages(entry))),
      place),
    Manual = c(emphasized, bib_sentence(get_field("organization"), get_field("address"))),
    MastersThesis = c(emphasized, bib_sentence("Master's thesis", get_field("school"),
                                               get_field("address"))),
    PhdThesis = c(emphasized, bib_sentence("Ph.D. thesis", get_field("school"),
                                           get_field("address"))),
    TechReport = c(quoted, bib_sentence(
      paste(c(if (is.null(entry$type)) "Technical Report" else entry$type, entry$number),
            collapse = " "),
      get_field("institution"), get_field("address"))),
    Proceedings = c(bib_sentence(paste0("\\emph{", title, "}"), bib_series(entry))),
    Booklet = , Misc = c(quoted, bib_sentence(get_field("howpublished"))),
    quoted
  )
  c(head, middle, bib_sentence(
    get_field("note"), if (!is.null(entry$isbn)) paste("ISBN", entry$isbn),
    if (!is.null(entry$issn)) paste("ISSN", entry$issn),
    if (!is.null(entry$doi)) paste0("\\doi{", entry$doi, "}"),
    if (!is.null(entry$url)) paste0("\\url{", entry$url, "}")))
}

bib_volume <- function(entry) {
  number <- if (!is.null(entry$number)) paste0("(", entry$number, ")")
  volume <- if (!is.null(entry$volume)) paste0("\\bold{", entry$volume, "}")
  if (length(c(volume, number))) paste0(volume, number)
}

bib_series <- function(entry) {
  series <- if (!is.null(entry$series)) {
    paste(if (!is.null(entry$volume)) "series", entry$series)
  }
  text <- c(if (!is.null(entry$volume)) paste("volume", entry$volume), series)
  if (length(text)) trimws(paste(text, collapse = " "))
}

bib_pages <- function(entry) if (!is.null(entry$pages)) gsub("--", "-", entry$pages, fixed = TRUE)

bib_marks <- list(
  text = c(emph = "_\\1_", bold = "*\\1*", dQuote = "\u201c\\1\u201d", url = "<\\1>",
           doi = "doi:\\1 <https://doi.org/\\1>"),
  html = c(emph = "<em>\\1</em>", bold = "<b>\\1</b>", dQuote = "&ldquo;\\1&rdquo;",
           url = "<a href=\"\\1\">\\1</a>",
           doi = "doi:<a href=\"https://doi.org/\\1\">\\1</a>"),
  latex = c(emph = "\\\\emph{\\1}", bold = "\\\\textbf{\\1}", dQuote = "\\\\dQuote{\\1}",
            url = "\\\\url{\\1}", doi = "doi:\\\\href{https://doi.org/\\1}{\\1}")
)

bib_render <- function(sentences, style) {
  marks <- bib_marks[[style]]
  for (mark in names(marks)) {
    sentences <- gsub(paste0("\\\\", mark, "\\{([^{}]*)\\}"), marks[[mark]], sentences)
  }
  sentences
}

format.bibentry <- function(x, style = "text", .bibstyle = NULL,
                            citation.bibtex.max = getOption("citation.bibtex.max", 1),
                            sort = FALSE, macros = NULL, ...) {
  styles <- c("text", "Bibtex", "citation", "html", "latex", "textVersion", "R")
  place <- pmatch(tolower(style), tolower(styles))
  if (is.na(place)) stop(gettextf("%s should be one of %s", sQuote("style"),
                                  paste(dQuote(styles), collapse = ", ")), domain = NA)
  style <- styles[place]
  if (sort) x <- base::sort(x)
  entries <- lapply(seq_along(unclass(x)), function(k) unclass(x)[[k]])
  switch(style,
    Bibtex = vapply(seq_along(entries), function(k) paste(toBibtex(x[k]), collapse = "\n"), ""),
    R = bib_code(x),
    textVersion = vapply(entries, function(entry) paste0(attr(entry, "textVersion"), ""), ""),
    citation = bib_citation(x, citation.bibtex.max),
    html = vapply(entries, function(entry) {
      paste0("<p>", paste(bib_render(bib_sentences(entry), style), collapse = "\n"), " \n</p>")
    }, ""),
    latex = vapply(entries, function(entry) {
      paste(bib_render(bib_sentences(entry), style), collapse = "\n")
    }, ""),
    bib_texts(x)
  )
}

bib_texts <- function(x, width = 0.9 * getOption("width")) {
  vapply(unclass(x), function(entry) {
    text <- paste(bib_render(bib_sentences(entry), "text"), collapse = " ")
    prefix <- if (!is.null(attr(entry, "prefix"))) paste0(attr(entry, "prefix"), " ")
    paste(strwrap(paste0(prefix, text), width), collapse = "\n")
  }, "")
}

bib_citation <- function(x, bibtex.max) {
  shows <- length(unclass(x)) <= bibtex.max
  texts <- vapply(seq_along(unclass(x)), function(k) {
    entry <- unclass(x)[[k]]
    version <- attr(entry, "textVersion")
    body <- if (is.null(version)) bib_texts(x[k]) else {
      strwrap(version, 0.9 * getOption("width"), prefix = "  ")
    }
    parts <- c(
      if (!is.null(attr(entry, "header"))) c(strwrap(attr(entry, "header")), ""), body,
      if (shows) c("", "A BibTeX entry for LaTeX users is", "", paste0("  ", toBibtex(x[k]))),
      if (!is.null(attr(entry, "footer"))) c("", strwrap(attr(entry, "footer")))
    )
    paste(parts, collapse = "\n")
  }, "")
  c(if (!is.null(attr(x, "mheader"))) paste(strwrap(attr(x, "mheader")), collapse = "\n"), texts,
    if (!is.null(attr(x, "mfooter"))) paste(strwrap(attr(x, "mfooter")), collapse = "\n") else "")
}

# The calls that make the entries.
bib_code <- function(x) {
  vapply(unclass(x), function(entry) {
    special <- Filter(Negate(is.null), attributes(entry)[c("bibtype", "textVersion", "header",
                                                           "footer", "key")])
    parts <- c(special, unclass(entry)[names(entry)])
    code <- vapply(names(parts), function(name) {
      value <- parts[[name]]
      text <- if (inherits(value, "person")) person_code(value) else deparse1(value)
      paste(paste0(name, " = "), paste(text, collapse = paste0("\n", strrep(" ", 12L + nchar(name)))),
            sep = "")
    }, "")
    paste0("bibentry(", paste(code, collapse = ",\n         "), ")")
  }, "")
}

print.bibentry <- function(x, style = "text", .bibstyle = NULL, ...) {
  if (!length(unclass(x))) return(invisible(x))
  text <- format(x, style = style, .bibstyle = .bibstyle, ...)
  if (startsWith("citation", tolower(style))) writeLines(c("", paste(text, collapse = "\n\n"), ""))
  else writeLines(paste(text, collapse = if (tolower(style) == "r") "\n" else "\n\n"))
  invisible(x)
}

#' Cite R and its packages
#'
#' How to cite R or a package in publications.
#'
#' @param package the package.
#' @param lib.loc folders to look in.
#' @param auto make the entry of the package's description, even if it has a file
#'   `CITATION`?
#' @param file a file of entries.
#' @param meta what is known of the package.
#' @examples
#' toBibtex(citation())
citation <- function(package = "base", lib.loc = NULL, auto = NULL) {
  if (!package %in% standard_packages) return(package_citation(package, lib.loc, auto))
  year <- R.version$year
  entry <- bibentry(
    "Manual", title = "R: A Language and Environment for Statistical Computing",
    author = person("R Core Team"), organization = "R Foundation for Statistical Computing",
    address = "Vienna, Austria", year = year, url = "https://www.R-project.org/",
    textVersion = paste0(
      "R Core Team (", year, "). R: A language and environment for statistical computing. ",
      "R Foundation for Statistical Computing, Vienna, Austria. URL https://www.R-project.org/."),
    header = if (package == "base") "To cite R in publications use:" else {
      paste0("The ", sQuote(package), " package is part of R.  To cite R in publications use:")
    },
    footer = paste(
      "We have invested a lot of time and effort in creating R, please cite it when using it",
      "for data analysis. See also", sQuote("citation(\"pkgname\")"), "for citing R packages.")
  )
  structure(entry, class = c("citation", "bibentry"))
}

package_citation <- function(package, lib.loc, auto) {
  folder <- system.file(package = package, lib.loc = lib.loc)
  if (!nzchar(folder)) stop(packageNotFoundError(package, lib.loc, sys.call(-1L)))
  file <- file.path(folder, "CITATION")
  meta <- packageDescription(package, lib.loc)
  if (!isTRUE(auto) && file.exists(file)) return(readCitationFile(file, meta))
  people <- if (is.null(meta[["Authors@R"]])) as.person(meta$Author) else {
    eval(str2expression(meta[["Authors@R"]]))
  }
  when <- if (is.null(meta$Date)) meta[["Date/Publication"]] else meta$Date
  entry <- bibentry(
    "Manual", title = paste0(package, ": ", gsub("[[:space:]]+", " ", meta$Title)),
    author = people, year = substr(when, 1L, 4L),
    note = paste("R package version", meta$Version),
    url = paste0("https://CRAN.R-project.org/package=", package),
    header = paste0("To cite package ", sQuote(package), " in publications use:")
  )
  structure(entry, class = c("citation", "bibentry"))
}

#' @rdname citation
readCitationFile <- function(file, meta = NULL) {
  place <- new.env(parent = asNamespace("utils"))
  place$meta <- meta
  entries <- list()
  headers <- footers <- character()
  for (code in parse(file, keep.source = FALSE)) {
    value <- eval(code, place)
    if (inherits(value, "citationHeader")) headers <- c(headers, unclass(value))
    else if (inherits(value, "citationFooter")) footers <- c(footers, unclass(value))
    else if (inherits(value, "bibentry")) entries <- c(entries, list(value))
  }
  result <- do.call(c, entries)
  structure(unclass(result), class = c("citation", "bibentry"),
            mheader = if (length(headers)) headers, mfooter = if (length(footers)) footers)
}

print.citation <- function(x, style = NULL, ...) {
  if (is.null(style)) {
    text <- format.bibentry(x, style = "citation", ...)
    text <- text[nzchar(text)]
    writeLines(c("", paste(text, collapse = "\n\n"), ""))
    return(invisible(x))
  }
  print.bibentry(x, style = style, ...)
}

format.citation <- function(x, style = "citation", ...) format.bibentry(x, style = style, ...)
