#' Edit in an editor
#'
#' `edit` shows a text in an editor and gives the value of what was made of it; `fix` puts that in
#' the variable again, `fixInNamespace` in a package. `file.edit` edits files. The editor is a
#' program, or a function of the object, the file and the title.
#'
#' @param name,x an object, of `fix` by its name; without one what was edited last is shown again.
#' @param file a file for the text, instead of a temporary one.
#' @param title a title, for editors that show one.
#' @param editor a program or a function: `options(editor = )`, which starts as that of the
#'   environment variables `VISUAL` or `EDITOR`.
#' @param ns,pos,envir where the object of a package is.
#' @param fileEncoding accepted and not used: files are UTF-8.
#' @param ... file names, or what methods take.
#' @examples
#' twice <- function(name, file, title) function(x) 2 * x
#' f <- edit(function(x) x, editor = twice)
#' f(4)
edit <- function(name, ...) UseMethod("edit")

#' @rdname edit
edit.default <- function(name = NULL, file = "", title = NULL, editor = getOption("editor"), ...) {
  if (is.null(title)) title <- deparse(substitute(name))[1L]
  if (is.function(editor)) return(invisible(editor(name = name, file = file, title = title)))
  edited_value(name, file, editor)
}

#' @rdname edit
edit.data.frame <- function(name, ...) edit.default(name, ...)

#' @rdname edit
edit.matrix <- function(name, ...) edit.default(name, ...)

last_edited <- new.env(parent = emptyenv())

# What the user made of the text of an object.
edited_value <- function(object, file, editor) {
  path <- if (nzchar(file)) path.expand(file) else {
    if (is.null(last_edited$path)) last_edited$path <- tempfile("edit", fileext = ".R")
    last_edited$path
  }
  if (!is.null(object)) {
    source <- if (is.function(object) && isTRUE(getOption("keep.source"))) attr(object, "srcref")
    writeLines(if (is.null(source)) deparse(object) else as.character(source), path)
  }
  run_editor(editor, path)
  code <- tryCatch(parse(path, keep.source = isTRUE(getOption("keep.source"))),
                   error = identity)
  if (inherits(code, "error")) {
    message <- strsplit(conditionMessage(code), "\n", fixed = TRUE)[[1L]][1L]
    parts <- regmatches(message, regexec(":([0-9]+):[0-9]+: (.*)$", message))[[1L]]
    stop(parts[3L], " occurred on line ", parts[2L],
         "\n use a command like\n x <- edit()\n to recover", call. = FALSE)
  }
  value <- NULL
  for (expression in code) value <- eval(expression, .GlobalEnv)
  if (is.function(value) && is.function(object)) environment(value) <- environment(object)
  value
}

run_editor <- function(editor, path) {
  if (!is.character(editor) || !length(editor) || !nzchar(editor[1L])) {
    stop("argument 'editor' is not set", call. = FALSE)
  }
  program <- if (file.exists(editor[1L])) shQuote(editor[1L]) else editor[1L]
  status <- .Internal(terminalCommand(paste(program, shQuote(path))))
  if (status != 0L) stop("problem with running editor ", editor[1L], call. = FALSE)
}

#' @rdname edit
fix <- function(x, ...) {
  name <- substitute(x)
  if (is.name(name)) name <- deparse(name)
  if (!is.character(name) || length(name) != 1L) stop("'fix' requires a name")
  object <- get0(name, envir = parent.frame())
  if (is.null(object)) object <- function() {}
  value <- edit(object, title = name, ...)
  assign(name, value, envir = .GlobalEnv)
  invisible()
}

#' @rdname edit
fixInNamespace <- function(x, ns, pos = -1, envir = as.environment(pos), ...) {
  name <- substitute(x)
  if (is.name(name)) name <- deparse(name)
  space <- if (missing(ns)) asNamespace(environmentName(topenv(envir))) else asNamespace(ns)
  assignInNamespace(name, edit(get(name, envir = space, inherits = FALSE), ...), ns = space)
  invisible()
}

#' @rdname edit
vi <- function(name = NULL, file = "") edit.default(name, file, editor = "vi")

#' @rdname edit
emacs <- function(name = NULL, file = "") edit.default(name, file, editor = "emacs")

#' @rdname edit
pico <- function(name = NULL, file = "") edit.default(name, file, editor = "pico")

#' @rdname edit
xemacs <- function(name = NULL, file = "") edit.default(name, file, editor = "xemacs")

#' @rdname edit
xedit <- function(name = NULL, file = "") edit.default(name, file, editor = "xedit")

#' @rdname edit
file.edit <- function(..., title = file, editor = getOption("editor"), fileEncoding = "") {
  file <- path.expand(c(...))
  if (is.function(editor)) {
    return(invisible(editor(file = file, title = rep(title, length.out = length(file)))))
  }
  for (path in file) run_editor(editor, path)
  invisible()
}
