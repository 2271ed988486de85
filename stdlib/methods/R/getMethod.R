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
#' @param mlist,useInherited,verbose,doCache,inherited are ignored.
#' @param fdef a generic function.
#' @param ...,methods,target what `findMethods()` takes, or what it gave; by the classes that
#'   the methods were chosen for, or those that they were set for?
#' @param object,sigSlots a method, and which of its signatures to give.
#' @param table give the table of methods? Anything else is defunct.
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
    stop(paste0("no method found for signature ", paste(classes, collapse = ", ")), domain = NA)
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
  .listOfMethods(lapply(keys, get, envir = table), keys, environment(generic), generic)
}

#' @rdname getMethod
findMethodSignatures <- function(..., target = TRUE, methods = findMethods(...)) {
  if (!length(methods)) return(methods)
  rows <- lapply(seq_along(methods@signatures), function(k) {
    if (target) return(methods@signatures[[k]])
    defined <- as.vector(.slotOf(methods[[k]], "defined"))
    c(defined, rep("ANY", max(0L, length(methods@arguments) - length(defined))))
  })
  table <- do.call(rbind, rows)
  dimnames(table) <- list(NULL, methods@arguments)
  table
}

#' @rdname getMethod
getMethodsForDispatch <- function(fdef, inherited = FALSE) {
  table <- environment(if (is.function(fdef)) fdef else getGeneric(fdef, TRUE))
  if (inherited) table$.AllMTable else table$.MTable
}

#' @rdname getMethod
methodSignatureMatrix <- function(object, sigSlots = c("target", "defined")) {
  arguments <- .slotOf(.slotOf(object, sigSlots[1L]), "names")
  rows <- lapply(sigSlots, function(slot) {
    classes <- as.vector(.slotOf(object, slot))
    c(classes, rep("ANY", max(0L, length(arguments) - length(classes))))
  })
  matrix(unlist(rows), nrow = length(rows), byrow = TRUE, dimnames = list(sigSlots, arguments))
}

.listOfMethods <- function(methods, keys, table, generic) {
  object <- .Internal(setRawSlot(methods, "names", keys))
  slots <- list(arguments = table$.SigArgs[seq_len(table$.SigLength)],
    signatures = strsplit(keys, "#", fixed = TRUE), generic = generic)
  for (slot in names(slots)) object <- .Internal(setRawSlot(object, slot, slots[[slot]]))
  attr(object, "class") <- structure("listOfMethods", package = "methods")
  .Internal(setS4Bit(object, TRUE))
}

#' @rdname getMethod
getMethods <- function(f, where, table = FALSE) {
  if (table) return(getMethodsForDispatch(getGeneric(f, TRUE)))
  stop("\u201cgetMethods\u201d, along with other use of the \"MethodsList\" metadata objects, is ",
    "defunct. Use \u201cfindMethods\u201d instead. See ?MethodsList.", call. = FALSE)
}

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
  if (missing(f)) {
    lines <- .allMethodLines(classes, includeDefs, inherited, !missing(showEmpty) && showEmpty)
    if (isFALSE(printTo)) return(lines)
    cat(lines, sep = "\n", file = printTo)
    return(invisible(structure(list(), class = "MethodsShown")))
  }
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

# Blocks for all generic functions with methods, or with methods for some classes.
.allMethodLines <- function(classes, includeDefs, inherited, showEmpty) {
  lines <- character()
  for (name in sort(unique(ls(.generics, all.names = TRUE)))) {
    for (table in .generics[[name]]) {
      block <- .methodLines(table$.Function, name, classes, includeDefs, inherited)
      if (!"<No methods>" %in% block || showEmpty) lines <- c(lines, block)
    }
  }
  lines
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
  home <- .slotOf(method, "generic")
  if (length(home) && !identical(as.vector(home), as.vector(table$.Generic)) &&
      home %in% names(.groupMembers)) {
    line <- c(line, paste0("    (definition from function \"", home, "\")"))
  }
  if (includeDefs) line <- c(line, deparse(.Internal(dataPart(method))), "", "")
  line
}
