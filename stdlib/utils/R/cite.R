#' Cite bibliography entries
#'
#' Citations by author and year, or by number. Entries with more than two
#' authors are cited in full the first time.
#'
#' @param keys keys of entries, also several in one text.
#' @param bib the entries.
#' @param ... passed on to `citeNatbib`.
#' @param textual are the authors part of the text?
#' @param before,after texts in the brackets.
#' @param mode by author and year, by number, or by raised number.
#' @param abbreviate shorten the lists of authors?
#' @param longnamesfirst give all authors the first time?
#' @param bibpunct brackets, separators and the kind of mark.
#' @param previous keys cited before.
#' @examples
#' b <- bibentry("Misc", title = "T", author = person("Ada", "Lovelace"), year = 1843,
#'               key = "notes")
#' cite("notes", b)
#' cite("notes", b, textual = TRUE)
cite <- function(keys, bib, ...) citeNatbib(keys, bib, ...)

cite_memory <- new.env(parent = emptyenv())

#' @rdname cite
citeNatbib <- function(keys, bib, textual = FALSE, before = NULL, after = NULL,
                       mode = c("authoryear", "numbers", "super"), abbreviate = TRUE,
                       longnamesfirst = TRUE, bibpunct = c("(", ")", ";", "a", "", ","),
                       previous) {
  mode <- if (missing(mode)) {
    switch(bibpunct[4L], n = "numbers", s = "super", "authoryear")
  } else match.arg(mode)
  if (missing(previous)) previous <- cite_memory$keys
  keys <- trimws(unlist(strsplit(keys, ",", fixed = TRUE)))
  places <- match(keys, bib_keys(bib))
  if (anyNA(places)) {
    warning(gettextf("could not find keys: %s", paste(keys[is.na(places)], collapse = ", ")),
            domain = NA)
  }
  isNew <- !(keys %in% previous)
  cite_memory$keys <- unique(c(previous, keys))
  authors <- vapply(seq_along(keys), function(k) {
    if (is.na(places[k])) return("")
    cite_authors(bib[places[k]], abbreviate && !(longnamesfirst && isNew[k]))
  }, "")
  years <- vapply(places, function(place) paste0(unclass(bib)[[place]]$year, ""), "")
  numbers <- match(places, bib_order(bib))
  marks <- if (mode == "authoryear") years else numbers
  before <- if (!is.null(before)) paste0(before, " ")
  after <- if (!is.null(after)) paste0(" ", after)
  between <- paste0(bibpunct[3L], " ")
  if (textual) {
    texts <- if (mode == "super") paste0(authors, "^{", marks, "}")
    else paste0(authors, " ", bibpunct[1L], before, marks, after, bibpunct[2L])
    return(paste(texts, collapse = between))
  }
  texts <- if (mode == "authoryear") paste(authors, paste0(bibpunct[5L], years)) else marks
  if (mode == "super") return(paste0(before, "^{", paste(texts, collapse = between), "}", after))
  paste0(bibpunct[1L], before, paste(gsub(" +", " ", texts), collapse = between), after,
         bibpunct[2L])
}

cite_authors <- function(entry, abbreviated) {
  people <- entry$author
  if (is.null(people)) people <- entry$editor
  names <- vapply(unclass(people), function(one) {
    paste(if (is.null(one$family)) one$given else one$family, collapse = " ")
  }, "")
  count <- length(names)
  if (count > 2L && abbreviated) return(paste(names[1L], "et al."))
  if (count > 2L) names[count] <- paste("and", names[count])
  if (count == 2L) paste(names, collapse = " and ") else paste(names, collapse = ", ")
}
