#' Bibliography entries
#'
#' Entries of a bibliography in BibTeX's kinds and fields, printed in several
#' styles.
#'
#' @param bibtype the kind of entry, such as `"Book"`.
#' @param textVersion a text to show instead of the formatted entry.
#' @param header,footer texts around the entry in style `"citation"`.
#' @param key a name to cite the entry by.
#' @param ... fields, such as `title` and `author`.
#' @param other a list of further fields.
#' @param mheader,mfooter texts around all entries.
#' @param entry see `bibtype`.
#' @param object an object.
#' @examples
#' b <- bibentry("Book", title = "Notes", author = person("Ada", "Lovelace"),
#'               year = 1843, publisher = "Taylor", key = "notes")
#' b
#' toBibtex(b)
bibentry <- function(bibtype, textVersion = NULL, header = NULL, footer = NULL, key = NULL,
                     ..., other = list(), mheader = NULL, mfooter = NULL) {
  kinds <- names(bib_required)
  place <- pmatch(tolower(bibtype), tolower(kinds))
  if (is.na(place)) {
    stop(gettextf("%s has to be one of %s", sQuote("bibtype"), paste(kinds, collapse = ", ")),
         domain = NA)
  }
  fields <- c(list(...), other)
  fields <- fields[!vapply(fields, is.null, NA)]
  names(fields) <- tolower(names(fields))
  for (name in intersect(c("author", "editor"), names(fields))) {
    fields[[name]] <- as.person(fields[[name]])
  }
  people <- names(fields) %in% c("author", "editor")
  fields[!people] <- lapply(fields[!people], as.character)
  bib_check(kinds[place], fields)
  structure(
    list(structure(fields, bibtype = kinds[place], textVersion = textVersion,
                   header = header, footer = footer, key = key)),
    class = "bibentry", mheader = mheader, mfooter = mfooter
  )
}

# The fields that each kind must have; "a|b" for one of two.
bib_required <- list(
  Article = c("author", "title", "journal", "year"),
  Book = c("author|editor", "title", "publisher", "year"),
  Booklet = "title",
  InBook = c("author|editor", "title", "chapter|pages", "publisher", "year"),
  InCollection = c("author", "title", "booktitle", "publisher", "year"),
  InProceedings = c("author", "title", "booktitle", "year"),
  Manual = "title",
  MastersThesis = c("author", "title", "school", "year"),
  Misc = character(),
  PhdThesis = c("author", "title", "school", "year"),
  Proceedings = c("title", "year"),
  TechReport = c("author", "title", "institution", "year"),
  Unpublished = c("author", "title", "note")
)

bib_check <- function(kind, fields) {
  wanted <- bib_required[[kind]]
  isThere <- vapply(strsplit(wanted, "|", fixed = TRUE),
                    function(names) any(names %in% names(fields)), NA)
  missing <- wanted[!isThere]
  if (length(missing)) {
    stop(gettextf(
      ngettext(length(missing), "A bibentry of bibtype %s has to specify the field: %s",
               "A bibentry of bibtype %s has to specify the fields: %s"),
      sQuote(kind), paste(missing, collapse = ", ")), domain = NA)
  }
}

#' @rdname bibentry
citEntry <- function(entry, textVersion, header = NULL, footer = NULL, ...) {
  bibentry(bibtype = entry, textVersion = textVersion, header = header, footer = footer, ...)
}

#' @rdname bibentry
citHeader <- function(...) structure(paste(...), class = "citationHeader")

#' @rdname bibentry
citFooter <- function(...) structure(paste(...), class = "citationFooter")

c.bibentry <- function(..., recursive = FALSE) {
  parts <- list(...)
  if (!all(vapply(parts, inherits, NA, "bibentry"))) {
    warning(gettextf("method is only applicable to %s objects", sQuote("bibentry")), domain = NA)
  }
  structure(do.call(c, lapply(parts, unclass)), class = "bibentry")
}

bib_keys <- function(x) {
  vapply(unclass(x), function(entry) {
    key <- attr(entry, "key")
    if (is.null(key)) "" else key
  }, "")
}

`[.bibentry` <- function(x, i) {
  if (is.character(i)) i <- match(i, bib_keys(x))
  structure(unclass(x)[i], class = class(x))
}

`[[.bibentry` <- function(x, i) x[i]

`$.bibentry` <- function(x, name) {
  special <- c("bibtype", "textVersion", "header", "footer", "key")
  parts <- lapply(unclass(x), function(entry) {
    if (name %in% special) attr(entry, name) else unclass(entry)[[tolower(name)]]
  })
  if (length(parts) == 1L) parts[[1L]] else parts
}

`$<-.bibentry` <- function(x, name, value) {
  special <- c("bibtype", "textVersion", "header", "footer", "key")
  entries <- unclass(x)
  values <- if (is.list(value) && !inherits(value, "person")) value else list(value)
  values <- rep_len(values, length(entries))
  for (k in seq_along(entries)) {
    if (name %in% special) {
      attr(entries[[k]], name) <- values[[k]]
    } else {
      new <- values[[k]]
      entries[[k]][[tolower(name)]] <- if (name %in% c("author", "editor")) as.person(new)
      else if (!is.null(new)) as.character(new)
    }
  }
  attributes(entries) <- attributes(x)
  entries
}

bib_order <- function(x, decreasing = FALSE) {
  keys <- vapply(unclass(x), function(entry) {
    people <- if (is.null(entry$author)) entry$editor else entry$author
    paste(bib_people(people), entry$year, entry$title)
  }, "")
  order(keys, decreasing = decreasing)
}

sort.bibentry <- function(x, decreasing = FALSE, .bibstyle = NULL, drop = FALSE, ...) {
  x[bib_order(x, decreasing)]
}

#' @rdname bibentry
toBibtex <- function(object, ...) UseMethod("toBibtex")

#' @rdname bibentry
toLatex <- function(object, ...) UseMethod("toLatex")

toBibtex.bibentry <- function(object, escape = FALSE, ...) {
  entries <- lapply(unclass(object), function(entry) {
    fields <- vapply(names(entry), function(name) {
      value <- entry[[name]]
      if (inherits(value, "person")) value <- bib_authors(value)
      paste0("  ", name, " = {", paste(value, collapse = " "), "},")
    }, "")
    c(paste0("@", attr(entry, "bibtype"), "{", attr(entry, "key"), ","), unname(fields), "}")
  })
  lines <- unlist(lapply(seq_along(entries), function(k) c(if (k > 1L) "", entries[[k]])))
  structure(as.character(lines), class = "Bibtex")
}

bib_authors <- function(people) {
  paste(vapply(unclass(people), function(entry) {
    if (is.null(entry$family)) paste0("{", paste(entry$given, collapse = " "), "}")
    else paste(c(entry$given, entry$family), collapse = " ")
  }, ""), collapse = " and ")
}

print.Bibtex <- function(x, prefix = "", ...) {
  writeLines(paste0(prefix, unclass(x)))
  invisible(x)
}

print.Latex <- print.Bibtex
