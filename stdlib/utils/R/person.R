#' Persons
#'
#' Names, roles and addresses of persons, such as the authors of a package.
#'
#' @param given,family,middle,first,last parts of names.
#' @param email addresses.
#' @param role codes such as `"aut"`, `"cre"`, `"ctb"`.
#' @param comment comments; a name `ORCID` makes one an identifier.
#' @param x persons, or their text.
#' @param ... persons.
#' @examples
#' p <- person("Ada", "Lovelace", role = c("aut", "cre"), email = "ada@example.org")
#' p
#' c(p, as.person("Charles Babbage [ctb]"))
person <- function(given = NULL, family = NULL, middle = NULL, email = NULL,
                   role = NULL, comment = NULL, first = NULL, last = NULL) {
  if (!is.null(first)) given <- first
  if (!is.null(last)) family <- last
  if (!is.null(middle)) {
    warning(gettextf("It is recommended to use %s instead of %s.", sQuote("given"),
                     sQuote("middle")), domain = NA)
    given <- c(given, unlist(strsplit(middle, " +")))
  }
  role <- person_role(role)
  entry <- list(given = person_part(given), family = person_part(family), role = role,
                email = person_part(email), comment = person_part(comment))
  if (all(vapply(entry, is.null, NA))) return(structure(list(), class = "person"))
  structure(list(entry), class = "person")
}

person_part <- function(value) {
  value <- value[!is.na(value)]
  if (length(value)) {
    text <- as.character(value)
    names(text) <- names(value)
    text
  }
}

# Names of roles become codes.
person_role <- function(role) {
  role <- person_part(unlist(strsplit(as.character(role), " *, *")))
  if (is.null(role)) return(NULL)
  known <- c(author = "aut", compiler = "com", `copyright holder` = "cph", maintainer = "cre",
             contractor = "ctr", contributor = "ctb", `data contributor` = "dtc",
             funder = "fnd", reviewer = "rev", `thesis advisor` = "ths", translator = "trl")
  code <- known[match(tolower(role), names(known))]
  role[!is.na(code)] <- code[!is.na(code)]
  bad <- !grepl("^[a-z]{3}$", role)
  if (any(bad)) {
    warning(sprintf(ngettext(sum(bad), "Invalid role specification: %s.",
                             "Invalid role specifications: %s."),
                    paste(sQuote(role[bad]), collapse = ", ")), domain = NA)
  }
  role <- role[!bad]
  if (length(role)) role
}

#' @rdname person
as.person <- function(x) UseMethod("as.person")

as.person.person <- function(x) x

as.person.default <- function(x) {
  x <- as.character(x)
  pieces <- unlist(strsplit(x, "[[:space:]]*(,[[:space:]]*and|,|\\band\\b)[[:space:]]+(?![^\\[\\(<]*[\\]\\)>])",
                            perl = TRUE))
  pieces <- pieces[nzchar(trimws(pieces))]
  do.call(c, c(lapply(pieces, parse_person), list(structure(list(), class = "person"))))
}

parse_person <- function(text) {
  take <- function(pattern) {
    found <- regmatches(text, regexpr(pattern, text))
    text <<- sub(pattern, "", text)
    if (length(found)) substr(trimws(found), 2L, nchar(trimws(found)) - 1L)
  }
  role <- take(" *\\[[^]]*\\]")
  comment <- take(" *\\([^)]*\\)")
  email <- take(" *<[^>]*>")
  words <- strsplit(trimws(text), "[[:space:]]+")[[1L]]
  count <- length(words)
  if (count < 2L) person(given = words, email = email, role = role, comment = comment)
  else person(given = words[-count], family = words[count], email = email, role = role,
              comment = comment)
}

#' @rdname person
personList <- function(...) do.call(c, lapply(list(...), as.person))

#' @rdname person
as.personList <- function(x) as.person(x)

c.person <- function(..., recursive = FALSE) {
  parts <- list(...)
  if (!all(vapply(parts, inherits, NA, "person"))) {
    warning(gettextf("method is only applicable to %s objects", sQuote("person")), domain = NA)
  }
  structure(do.call(c, lapply(parts, unclass)), class = "person")
}

`[.person` <- function(x, i) structure(unclass(x)[i], class = "person")

`[[.person` <- function(x, i) structure(unclass(x)[i], class = "person")

`$.person` <- function(x, name) {
  known <- c("given", "family", "role", "email", "comment", "first", "last", "middle")
  name <- match.arg(name, known)
  name <- switch(name, first = "given", last = "family", middle = "given", name)
  parts <- lapply(unclass(x), function(entry) entry[[name]])
  if (length(parts) == 1L) parts[[1L]] else parts
}

`$<-.person` <- function(x, name, value) {
  name <- match.arg(name, c("given", "family", "role", "email", "comment"))
  entries <- unclass(x)
  if (!is.list(value)) value <- if (length(entries) == 1L) list(value) else as.list(value)
  value <- rep_len(value, length(entries))
  for (k in seq_along(entries)) {
    part <- if (name == "role") person_role(value[[k]]) else person_part(value[[k]])
    entries[[k]][name] <- list(part)
  }
  structure(entries, class = "person")
}

format.person <- function(x,
                          include = c("given", "family", "email", "role", "comment"),
                          braces = list(given = "", family = "", email = c("<", ">"),
                                        role = c("[", "]"), comment = c("(", ")")),
                          collapse = list(given = " ", family = " ", email = ", ",
                                          role = ", ", comment = ", "),
                          ..., style = c("text", "R")) {
  if (!length(x)) return(character())
  if (match.arg(style) == "R") return(person_code(x))
  include <- vapply(include, match.arg, "", c("given", "family", "email", "role", "comment"))
  marks <- list(given = "", family = "", email = c("<", ">"), role = c("[", "]"),
                comment = c("(", ")"))
  marks[names(braces)] <- braces
  between <- list(given = " ", family = " ", email = ", ", role = ", ", comment = ", ")
  between[names(collapse)] <- collapse
  vapply(unclass(x), function(entry) {
    parts <- lapply(include, function(name) {
      text <- entry[[name]]
      if (is.null(text)) return(NULL)
      if (name == "comment") text <- expand_orcid(text)
      mark <- rep_len(marks[[name]], 2L)
      paste0(mark[1L], paste(text, collapse = between[[name]]), mark[2L])
    })
    paste(unlist(parts), collapse = " ")
  }, "")
}

expand_orcid <- function(text) {
  isId <- tolower(names(text)) == "orcid"
  if (any(isId)) {
    id <- sub("^https?://orcid.org/", "", text[isId])
    text[isId] <- sprintf("<https://orcid.org/%s>", id)
  }
  unname(text)
}

# The call that makes the persons.
person_code <- function(x) {
  calls <- lapply(unclass(x), function(entry) {
    entry <- entry[!vapply(entry, is.null, NA)]
    parts <- paste0(names(entry), " = ", vapply(entry, deparse1, ""))
    lines <- paste0(c("person(", rep("       ", length(parts) - 1L)), parts)
    paste0(lines, c(rep(",", length(lines) - 1L), ")"))
  })
  if (length(calls) == 1L) return(calls[[1L]])
  last <- length(calls)
  lines <- lapply(seq_along(calls), function(k) {
    text <- calls[[k]]
    text[length(text)] <- paste0(text[length(text)], if (k < last) "," else ")")
    paste0(c(if (k == 1L) "c(" else "  ", rep("  ", length(text) - 1L)), text)
  })
  unlist(lines)
}

as.character.person <- function(x, ...) format(x, ...)

print.person <- function(x, ...) {
  if (length(x)) print(format(x, ...))
  invisible(x)
}

toBibtex.person <- function(object, escape = FALSE, ...) {
  paste(vapply(unclass(object), function(entry) {
    family <- paste(entry$family, collapse = " ")
    given <- paste(entry$given, collapse = " ")
    if (nzchar(family) && nzchar(given)) paste(family, given, sep = ", ")
    else if (nzchar(family)) family else paste0("{", given, "}")
  }, ""), collapse = " and ")
}
