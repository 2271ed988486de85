#' The method for some classes
#'
#' `getMethod()` gives the method that was set for just these classes and
#' `existsMethod()` says whether there is one; `selectMethod()` and `hasMethod()`
#' also look at methods for superclasses. `findMethod()` gives the environments
#' that hold it.
#'
#' @param f the name of a function.
#' @param signature the classes.
#' @param where the environment to look from.
#' @param optional give `NULL` instead of an error?
#' @param mlist,fdef,useInherited,verbose,doCache,inherited are ignored.
#' @examples
#' setGeneric("area", function(shape) standardGeneric("area"))
#' setMethod("area", "numeric", function(shape) shape^2)
#' existsMethod("area", "integer")
#' hasMethod("area", "integer")
#' selectMethod("area", "integer")
getMethod <- function(f, signature = character(), where = topenv(parent.frame()),
                      optional = FALSE, mlist, fdef) {
  generic <- if (missing(fdef)) getGeneric(f, where = where) else fdef
  if (is.null(generic)) {
    if (optional) return(NULL)
    stop(paste0("no generic function found for '", f, "'"))
  }
  table <- environment(generic)
  name <- as.vector(.slotOf(generic, "generic"))
  classes <- .conformSignature(signature, table, name)
  found <- table$.MTable[[.key(classes, table$.SigLength)]]
  if (!is.null(found) || optional) return(found)
  stop(paste0("no method found for function '", name, "' and signature ",
    paste(classes, collapse = ", ")), domain = NA)
}

#' @rdname getMethod
existsMethod <- function(f, signature = character(), where) {
  generic <- getGeneric(f)
  if (is.null(generic)) return(FALSE)
  !is.null(getMethod(f, signature, optional = TRUE, fdef = generic))
}

#' @rdname getMethod
hasMethod <- function(f, signature = character(), where) {
  generic <- getGeneric(f)
  if (is.null(generic)) return(FALSE)
  if (!length(signature)) return(length(ls(environment(generic)$.MTable)) > 0L)
  !is.null(selectMethod(f, signature, optional = TRUE, fdef = generic))
}

#' @rdname getMethod
selectMethod <- function(f, signature, optional = FALSE, useInherited = TRUE, mlist,
                         fdef = getGeneric(f), verbose = FALSE, doCache = FALSE) {
  if (is.null(fdef)) {
    if (optional) return(NULL)
    stop(simpleError(paste0("no generic function found for \u2018", f, "\u2019"),
      quote(getGeneric(f, !optional))))
  }
  table <- environment(fdef)
  name <- as.vector(.slotOf(fdef, "generic"))
  classes <- .conformSignature(signature, table, name)
  classes <- c(classes, rep("ANY", max(0L, table$.SigLength - length(classes))))
  direct <- table$.MTable[[.key(classes, table$.SigLength)]]
  if (!is.null(direct)) return(direct)
  found <- .nearestMethod(as.list(classes), table)
  if (is.null(found)) {
    if (optional) return(NULL)
    stop(paste0("no method for \u2018", name, "\u2019 matches class ",
      paste0("\u201c", classes, "\u201d", collapse = ", ")), domain = NA)
  }
  if (is.primitive(found)) return(found)
  .Internal(setRawSlot(found, "target",
    .signatureObject(classes, table$.SigArgs[seq_along(classes)])))
}

#' @rdname getMethod
findMethod <- function(f, signature, where = topenv(parent.frame())) {
  if (existsMethod(f, signature)) list(where) else list()
}

#' @rdname getMethod
findMethods <- function(f, where, classes = character(), inherited = FALSE,
                        package = "") {
  generic <- getGeneric(f)
  table <- environment(generic)$.MTable
  keys <- sort(ls(table, all.names = TRUE))
  if (length(classes)) {
    keys <- keys[vapply(strsplit(keys, "#"), function(one) any(one %in% classes), NA)]
  }
  structure(lapply(keys, get, envir = table), names = keys)
}

#' @rdname getMethod
getMethods <- function(f, where, table = FALSE) findMethods(f)

#' @rdname getMethod
isSealedMethod <- function(f, signature, fdef = getGeneric(f, FALSE), where) {
  if (is.null(fdef)) return(FALSE)
  name <- as.vector(.slotOf(fdef, "generic"))
  if (!.isDispatchingBuiltin(name)) return(FALSE)
  signature <- as.character(signature)
  # An operator with one class may still get methods for the other argument.
  if (length(signature) == 1L && name %in% unlist(.groupMembers[1:3])) return(FALSE)
  all(signature %in% c(.dataTypes, "NULL", "environment", "factor", "missing"))
}

#' @rdname getMethod
isSealedClass <- function(Class, where) {
  definition <- getClassDef(Class)
  if (is.null(definition)) return(FALSE)
  isTRUE(.slotOf(definition, "sealed")) || Class %in% names(.basicTable)
}

#' Showing methods
#'
#' Lists the methods of generic functions with the classes of their arguments.
#'
#' @param f the name of a function, or a generic function.
#' @param where,package,fdef,showEmpty,... are ignored.
#' @param classes only methods for these classes.
#' @param includeDefs show the functions too?
#' @param inherited show methods that were found by inheritance?
#' @param printTo a connection, or `FALSE` to get the lines.
#' @examples
#' setGeneric("area", function(shape) standardGeneric("area"))
#' setMethod("area", "numeric", function(shape) shape^2)
#' showMethods("area")
showMethods <- function(f, where, classes = character(), includeDefs = FALSE,
                        inherited = !includeDefs, showEmpty, printTo = stdout(), fdef, ...) {
  name <- if (is.function(f)) {
    if (is.primitive(f)) .primitiveName(f) else as.vector(.slotOf(f, "generic"))
  } else f
  generic <- if (is.function(f) && !is.primitive(f)) f else .findGeneric(name)
  lines <- if (is.null(generic)) {
    c("", paste0("Function \"", name, "\":"), " <not an S4 generic function>")
  } else .methodLines(generic, name, classes, includeDefs, inherited)
  if (isFALSE(printTo)) return(lines)
  cat(lines, sep = "\n", file = printTo)
  invisible(structure(list(), class = "MethodsShown"))
}

.methodLines <- function(generic, name, classes, includeDefs, inherited) {
  table <- environment(generic)
  methods <- if (inherited) table$.AllMTable else table$.MTable
  keys <- sort(ls(methods, all.names = TRUE))
  if (length(classes)) {
    keys <- keys[vapply(strsplit(keys, "#", fixed = TRUE),
      function(one) any(one %in% classes), NA)]
  }
  head <- paste0("Function: ", name, " (package ", .slotOf(generic, "package"), ")")
  keys <- Filter(function(key) !is.primitive(methods[[key]]), keys)
  if (!length(keys)) return(c(head, "<No methods>", ""))
  lines <- unlist(lapply(keys, function(key) {
    .oneMethodLine(key, methods[[key]], table, includeDefs)
  }))
  c(head, lines, "")
}

.oneMethodLine <- function(key, method, table, includeDefs) {
  classes <- strsplit(key, "#", fixed = TRUE)[[1L]]
  arguments <- table$.SigArgs[seq_along(classes)]
  line <- paste0(arguments, "=\"", classes, "\"", collapse = ", ")
  defined <- as.vector(.slotOf(method, "defined"))
  if (!is.null(defined)) {
    defined <- c(defined, rep("ANY", max(0L, length(classes) - length(defined))))
    if (!identical(defined, classes)) {
      line <- c(line, paste0("    (inherited from: ",
        paste0(arguments, "=\"", defined, "\"", collapse = ", "), ")"))
    }
  }
  if (includeDefs) line <- c(line, deparse(.Internal(dataPart(method))), "")
  line
}
