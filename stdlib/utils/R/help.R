#' Documentation
#'
#' `help(topic)` and `?topic` show the page of a function or data set,
#' `??words` and `help.search` list the pages whose title or name match. At a
#' terminal a page is shown by the program that the environment variable
#' `PAGER` names.
#'
#' @param topic a name, quoted or not.
#' @param package the package to look in; all if `NULL`.
#' @param e1,e2 a topic, or a call of the function that is the topic.
#' @param pattern,apropos,whatis what is looked for: in names and titles, or in names alone.
#' @param fields where: `"alias"` for names, `"title"`, or both.
#' @param ignore.case do upper and lower case match each other?
#' @param lib.loc,verbose,try.all.packages,help_type,help.db,rebuild,agrep,use_UTF8,types,keyword
#'   see GNU R; pages have no keywords here, and no other form than text.
#' @examples
#' help(sd)
#' ?stats::rnorm
#' help.search("standard deviation")
help <- function(topic, package = NULL, lib.loc = NULL, verbose = getOption("verbose"),
                 try.all.packages = getOption("help.try.all.packages"),
                 help_type = getOption("help_type")) {
  if (missing(topic)) return(help_on("help"))
  name <- substitute(topic)
  if (is.call(name)) name <- topic
  help_on(as.character(name), package)
}

#' @rdname help
`?` <- function(e1, e2) {
  topic <- if (missing(e2)) substitute(e1) else substitute(e2)
  if (is.call(topic)) {
    what <- as.character(topic[[1L]])[1L]
    if (what == "?") {
      wanted <- topic[[2L]]
      if (is.call(wanted) && as.character(wanted[[1L]])[1L] %in% c("::", ":::")) {
        return(help.search(as.character(wanted[[3L]]), package = as.character(wanted[[2L]])))
      }
      return(help.search(paste(as.character(wanted), collapse = " ")))
    }
    if (what %in% c("::", ":::")) {
      return(help_on(as.character(topic[[3L]]), as.character(topic[[2L]])))
    }
    topic <- topic[[1L]]
  }
  help_on(as.character(topic))
}

#' @rdname help
help.search <- function(pattern, fields = c("alias", "concept", "title"), apropos, keyword,
                        whatis, ignore.case = TRUE, package = NULL, lib.loc = NULL,
                        help.db = getOption("help.db"), verbose = getOption("verbose"),
                        rebuild = FALSE, agrep = NULL, use_UTF8 = FALSE,
                        types = getOption("help.search.types")) {
  if (!missing(apropos)) {
    pattern <- apropos
    fields <- c("alias", "title")
  } else if (!missing(whatis)) {
    pattern <- whatis
    fields <- "alias"
  } else if (!missing(keyword)) {
    pattern <- keyword
    fields <- "keyword"
  } else if (missing(pattern)) {
    stop("do not know what to search")
  }
  if (!is.character(pattern) || length(pattern) > 1L) {
    stop("argument 'pattern' must be a single character string")
  }
  fields <- match.arg(fields, c("alias", "concept", "title", "keyword", "name"), TRUE)
  titles <- .Internal(documentationTitles())
  if (!is.null(package)) {
    titles <- titles[names(titles) %in% unlist(lapply(package, getNamespaceExports))]
  }
  found <- "title" %in% fields & grepl(pattern, titles, ignore.case = ignore.case) |
    any(c("alias", "name") %in% fields) &
      grepl(pattern, names(titles), ignore.case = ignore.case)
  structure(list(pattern = pattern, titles = titles[found]), class = "help_search")
}

help_on <- function(topic, package = NULL) {
  page <- .Internal(documentation(topic, package))
  structure(c(list(topic = topic), page), class = "help_page")
}

print.help_search <- function(x, ...) {
  if (!length(x$titles)) {
    cat("No help pages found with name or title matching ", sQuote(x$pattern), "\n", sep = "")
  } else {
    cat("Help pages with name or title matching ", sQuote(x$pattern), ":\n\n", sep = "")
    cat(paste0(format(names(x$titles)), "  ", x$titles, "\n"), sep = "")
  }
  invisible(x)
}

print.help_page <- function(x, ...) {
  if (is.null(x$text)) {
    cat("No documentation for ", sQuote(x$topic), " in specified packages and libraries:\n",
        "you could try ", sQuote(paste0("??", x$topic)), "\n", sep = "")
    return(invisible(x))
  }
  lines <- page_lines(x)
  if (interactive() && length(lines) > 20L) {
    file <- tempfile()
    on.exit(unlink(file))
    writeLines(lines, file)
    system(paste("${PAGER:-$(command -v less || echo more)}", file))
  } else {
    writeLines(lines)
  }
  invisible(x)
}

# The parts of a documentation block: its title, its text, parameters, examples.
page_parts <- function(text) {
  lines <- sub("^#' ?", "", strsplit(text, "\n", fixed = TRUE)[[1L]])
  tags <- startsWith(lines, "@")
  start <- match(TRUE, tags, nomatch = length(lines) + 1L)
  head <- lines[seq_len(start - 1L)]
  parts <- split(lines, cumsum(tags))
  if (start > 1L) parts <- parts[-1L]
  kind <- vapply(parts, function(part) sub("^@([a-z]*).*", "\\1", part[1L]), "")
  list(title = head[1L], text = head[-1L], params = parts[kind == "param"],
       examples = unlist(lapply(parts[kind == "examples"], `[`, -1L), use.names = FALSE))
}

page_lines <- function(x) {
  parts <- page_parts(x$text)
  width <- min(getOption("width"), 80L)
  section <- function(title, lines) if (length(lines)) c("", paste0(title, ":"), "", lines)
  c(page_head(x$topic, x$package, width), "", plain_text(parts$title),
    section("Description", wrapped_paragraphs(parts$text, width)),
    section("Usage", unlist(lapply(x$members, usage_lines, x$package))),
    section("Arguments", unlist(lapply(parts$params, argument_lines, width))),
    section("Examples", paste0("     ", parts$examples)[seq_along(parts$examples)]), "")
}

page_head <- function(topic, package, width) {
  package <- paste0("package:", package)
  room <- width - nchar(topic) - nchar(package) - 15L
  gap <- max(1L, room %/% 2L)
  paste0(topic, strrep(" ", gap), package, strrep(" ", max(1L, room - gap)), "R Documentation")
}

# Marks of code and references to functions, in quotes.
plain_text <- function(text) gsub("`([^`]*)`", "‘\\1’", gsub("\\[([^][]*\\(\\))\\]", "‘\\1’", text))

wrapped_paragraphs <- function(lines, width) {
  text <- paste(lines, collapse = "\n")
  text <- gsub("^\n+|\n+$", "", text)
  if (!nzchar(text)) return(NULL)
  strwrap(plain_text(text), width, indent = 5, exdent = 5)
}

usage_lines <- function(name, package) {
  value <- tryCatch(get(name, envir = asNamespace(package)), error = function(e) NULL)
  if (!is.function(value)) return(paste0("     ", name))
  signature <- args(value)
  if (is.null(signature)) return(paste0("     ", name, "(...)"))
  lines <- deparse(signature)
  lines <- lines[-length(lines)]
  lines[1L] <- sub("^function ?", name, lines[1L])
  paste0("     ", sub(" +$", "", lines))
}

argument_lines <- function(param, width) {
  words <- sub("^@param +", "", paste(trimws(param), collapse = " "))
  name <- sub(" .*", "", words)
  label <- paste0(formatC(gsub(",", ", ", name), width = 8), ": ")
  text <- strwrap(plain_text(sub("^[^ ]+ *", "", words)), width - 10L)
  if (nchar(label) > 10L) c(label, paste0(strrep(" ", 10L), text))
  else paste0(c(label, rep(strrep(" ", 10L), length(text) - 1L)), text)
}

#' Run the examples of a documentation page
#'
#' @param topic a name, quoted or not.
#' @param package the package to look in; all if `NULL`.
#' @param local evaluate them here, not in the workspace?
#' @param echo show the code?
#' @param character.only is `topic` an expression that gives the name?
#' @param prompt.prefix what is shown before the prompt.
#' @param give.lines give the code, and do not run it?
#' @param setRNG start the random numbers as in every session, and go on as before afterwards?
#' @param lib.loc,type,verbose,ask,run.dontrun,run.donttest see GNU R; they change nothing here.
#' @examples
#' example(sd)
example <- function(topic, package = NULL, lib.loc = NULL, character.only = FALSE,
                    give.lines = FALSE, local = FALSE, type = c("console", "html"),
                    echo = TRUE, verbose = getOption("verbose"), setRNG = FALSE,
                    ask = getOption("example.ask"), prompt.prefix = abbreviate(topic, 6),
                    run.dontrun = FALSE, run.donttest = interactive()) {
  if (!character.only) {
    name <- substitute(topic)
    topic <- if (is.character(name)) name else as.character(name)
  }
  page <- .Internal(documentation(topic, package))
  if (is.null(page)) {
    warning(gettextf("no help found for %s", sQuote(topic)), domain = NA)
    return(invisible())
  }
  code <- page_parts(page$text)$examples
  if (give.lines) return(code)
  if (!length(code)) {
    warning(gettextf("%s has a help file but no examples", sQuote(topic)), domain = NA)
    return(invisible())
  }
  connection <- textConnection(code)
  on.exit(close(connection))
  if (isTRUE(setRNG)) {
    if (exists(".Random.seed", envir = globalenv(), inherits = FALSE)) {
      seed <- get(".Random.seed", envir = globalenv(), inherits = FALSE)
      on.exit(assign(".Random.seed", seed, envir = globalenv()), add = TRUE)
    }
    RNGkind("default", "default", "default")
    set.seed(1)
  }
  source(connection, local = if (isTRUE(local)) parent.frame() else local, echo = echo,
         prompt.echo = paste0(prompt.prefix, getOption("prompt")),
         continue.echo = paste0(prompt.prefix, getOption("continue")))
  invisible()
}
