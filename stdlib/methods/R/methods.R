#' Methods of generic functions
#'
#' `setMethod()` says what a generic function does for arguments of some classes;
#' `setReplaceMethod()` does so for replacement functions, `removeMethod()` takes a
#' method away. A function that is not generic yet becomes so.
#'
#' @param f the name of a function, or a generic function.
#' @param signature the classes of the arguments, by position or name.
#' @param definition the function.
#' @param where the environment where a generic function is made if there is none.
#' @param valueClass is ignored.
#' @param sealed may the method not be set again?
#' @param ... arguments for `setMethod()`.
#' @return The name of the function, invisibly; `removeMethod()`: was there a method?
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' setMethod("length", "Track", function(x) length(x@x))
#' length(new("Track", x = 1:3))
#' setMethod("Arith", signature("Track", "numeric"), function(e1, e2) {
#'   new("Track", x = callGeneric(e1@x, e2))
#' })
#' new("Track", x = 1:3) * 2
setMethod <- function(f, signature = character(), definition,
                      where = topenv(parent.frame()), valueClass = NULL, sealed) {
  if (is.function(f) && is.primitive(f)) f <- .primitiveName(f)
  generic <- if (is.function(f)) f else .genericFor(f, where)
  name <- as.vector(.slotOf(generic, "generic"))
  table <- environment(generic)
  classes <- .conformSignature(signature, table, name)
  if (.isSealed(table, classes, name)) {
    stop(paste0("the method for function \u2018", name, "\u2019 and signature ",
      paste0(table$.SigArgs[seq_along(classes)], "=\"", classes, "\"", collapse = ", "),
      " is sealed and cannot be re-defined"), domain = NA)
  }
  .noteUndefined(classes, name)
  if (is.null(definition)) {
    .dropMethod(table, classes, name)
    return(invisible(name))
  }
  if (!is.function(definition)) {
    stop(paste0("invalid method definition: expected a function, got an object of class \u201c",
      class(definition)[1L], "\u201d"))
  }
  if (isS4(definition) && .Internal(hasSlot(definition, "defined"))) {
    definition <- .Internal(dataPart(definition))
  }
  if (!is.primitive(definition)) {
    definition <- .conformDefinition(definition, generic, classes, name)
    definition <- .methodDefinition(definition, classes, table, name, generic)
  }
  if (!missing(sealed) && isTRUE(sealed)) {
    attr(definition, "class") <- structure("SealedMethodDefinition", package = "methods")
  }
  .storeMethod(table, classes, definition, name)
  .keepTable(name, generic, where)
  invisible(name)
}

# Whether a method is there to stay: what builtins do for the types of the language, and what
# was set so.
.isSealed <- function(table, classes, name) {
  known <- table$.MTable[[.key(classes, table$.SigLength)]]
  if (isS4(known) && identical(as.vector(class(known)), "SealedMethodDefinition")) return(TRUE)
  isTRUE(table$.isBuiltin) && !name %in% names(.groupMembers) && classes[1L] != "ANY" &&
    all(classes %in% c(.dataTypes, "NULL", "environment", "missing", "ANY"))
}

.genericFor <- function(name, where) {
  generic <- .findGeneric(name, where)
  if (!is.null(generic)) return(generic)
  known <- get0(name, envir = where, mode = "function")
  if (is.null(known)) {
    stop(simpleError(paste0("no existing definition for function \u2018", name, "\u2019"),
      sys.call(-1L)))
  }
  if (is.primitive(known)) .noPrimitive(name, quote(setGeneric(f, where = where)))
  if (name %in% c("unlist", "as.vector")) return(
    .assignGeneric(name, NULL, known, where, NULL, character(), NULL, NULL))
  if (!.mentions(body(known), "UseMethod")) .noteGeneric(name, known, where)
  .assignGeneric(name, NULL, known, where, NULL, character(), NULL, NULL)
}

# Says that a function becomes generic, unless it has been one in another way.
.noteGeneric <- function(name, known, where) {
  package <- getPackageName(topenv(environment(known)))
  place <- if (identical(where, globalenv())) "the global environment"
  else paste0("package \u2018", getPackageName(where), "\u2019")
  message(if (package == getPackageName(where)) {
    paste0("Creating a generic function from function \u2018", name, "\u2019 in ", place)
  } else {
    paste0("Creating a generic function for \u2018", name, "\u2019 from package \u2018",
      package, "\u2019 in ", place)
  })
}

# The table of methods is seen where they were set.
.keepTable <- function(name, generic, where) {
  package <- as.vector(.slotOf(generic, "package"))
  hidden <- paste0(".__T__", name, ":", package)
  if (!environmentIsLocked(where)) {
    assign(hidden, environment(generic)$.MTable, envir = where)
  }
}

# The classes of a signature, by the arguments of the generic function.
.conformSignature <- function(signature, table, name) {
  arguments <- table$.SigArgs
  given <- names(signature)
  classes <- as.character(signature)
  if (is.list(signature)) classes <- vapply(signature, as.character, "")
  if (length(classes) > length(arguments)) {
    stop(simpleError(paste0("more elements in the method signature (", length(classes),
      ") than in the generic signature (", length(arguments), ") for function \u2018", name,
      "\u2019"), quote(matchSignature(signature, fdef))))
  }
  if (is.null(given)) {
    while (length(classes) > 1L && classes[length(classes)] == "ANY") {
      classes <- classes[-length(classes)]
    }
    return(if (length(classes)) unname(classes) else "ANY")
  }
  full <- rep("ANY", length(arguments))
  places <- pmatch(given, arguments, nomatch = 0L)
  unknown <- given[!places & nzchar(given)]
  if (length(unknown)) .unknownArguments(unknown, name)
  free <- setdiff(seq_along(arguments), places)
  for (k in seq_along(classes)) {
    place <- places[k]
    if (!place) {
      place <- free[1L]
      free <- free[-1L]
    }
    full[place] <- classes[k]
  }
  last <- max(1L, which(full != "ANY"))
  full[seq_len(last)]
}

.unknownArguments <- function(unknown, name) {
  stop(simpleError(paste0("there are named arguments (",
    paste(sQuote(unknown), collapse = ", "), ") in the method signature that are missing from ",
    "the generic signature, for function \u2018", name, "\u2019"),
    quote(matchSignature(signature, fdef))))
}

.noteUndefined <- function(classes, name) {
  for (class in classes) {
    if (class %in% c("ANY", "missing") || !is.null(.findClass(class))) next
    message(paste0("in method for \u2018", name, "\u2019 with signature \u2018",
      .shownSignature(classes), "\u2019: no definition for class \u201c", class, "\u201d"))
  }
}

.shownSignature <- function(classes) paste0("\"", classes, "\"", collapse = ", ")

# A method has the arguments of its generic function; what it adds it takes from `...`.
.conformDefinition <- function(definition, generic, classes, name) {
  wanted <- names(formals(generic))
  has <- names(formals(definition))
  if (identical(wanted, has)) return(definition)
  table <- environment(generic)
  if (length(wanted) == 1L && length(has) == 1L && !"..." %in% c(wanted, has)) {
    return(.renamed(definition, has, wanted, name, classes))
  }
  omitted <- setdiff(wanted, has)
  named <- table$.SigArgs[seq_along(classes)]
  bad <- classes != "missing" & classes != "ANY" & named %in% setdiff(omitted, "...")
  if (any(bad)) {
    shown <- seq_along(wanted) >= match(omitted[1L], wanted) | wanted == "..."
    .omittedError(name, named, classes, wanted[shown])
  }
  added <- setdiff(has, wanted)
  if (length(added) && !"..." %in% wanted) {
    stop(simpleError(paste0("methods can add arguments to the generic \u2018", name,
      "\u2019 only if '...' is an argument to the generic"),
      quote(rematchDefinition(definition, fdef, mnames, fnames, signature))))
  }
  if (!length(added) && !length(omitted)) return(.reordered(definition, wanted, name, classes))
  .rematched(definition, generic, omitted)
}

# The only argument of a method takes the name that the generic function has for it.
.renamed <- function(definition, old, new, name, classes) {
  warning(paste0("For function \u2018", name, "\u2019, signature \u2018",
    paste(classes, collapse = ", "), "\u2019: argument in method definition changed from (", old,
    ") to (", new, ")"), call. = FALSE)
  formals <- formals(definition)
  names(formals) <- new
  body <- eval(call("substitute", body(definition), structure(list(as.name(new)), names = old)))
  as.function(c(formals, list(body)), environment(definition))
}

.omittedError <- function(name, arguments, classes, omitted) {
  shown <- paste0(omitted, " = \"", rep_len(classes, length(omitted)), "\"", collapse = ", ")
  stop(simpleError(paste0("in method for \u2018", name, "\u2019 with signature \u2018",
    paste0(arguments, "=\"", classes, "\"", collapse = ","),
    "\u2019: formal arguments (", shown,
    ") omitted in the method definition cannot be in the signature"),
    quote(conformMethod(signature, mnames, fnames, f, fdef, definition))))
}

.reordered <- function(definition, wanted, name, classes) {
  stop(simpleError(paste0("in method for \u2018", name, "\u2019 with signature \u2018",
    .shownSignature(classes),
    "\u2019:  formal arguments differ in order from those of the generic"),
    quote(conformMethod(signature, mnames, fnames, f, fdef, definition))))
}

# A function with the generic's arguments around one with others.
.rematched <- function(definition, generic, omitted) {
  outer <- generic
  attributes(outer) <- NULL
  wanted <- names(formals(generic))
  own <- formals(definition)
  values <- formals(outer)
  for (name in intersect(names(own), wanted)) values[name] <- own[name]
  inner <- definition
  attributes(inner) <- NULL
  has <- names(own)
  passed <- lapply(has[has %in% wanted], as.name)
  names(passed) <- ifelse(.afterDots(has[has %in% wanted], has), has[has %in% wanted], "")
  if ("..." %in% wanted && !"..." %in% has) passed <- c(passed, as.name("..."))
  inside <- as.call(c(as.name(".local"), passed))
  new <- as.function(c(values, call("{", call("<-", as.name(".local"), inner), inside)),
    environment(definition))
  new
}

.afterDots <- function(names, all) {
  dots <- match("...", all)
  if (is.na(dots)) rep(FALSE, length(names)) else match(names, all) > dots
}

.methodDefinition <- function(definition, classes, table, name, generic) {
  target <- .signatureObject(classes, table$.SigArgs[seq_along(classes)])
  .dressFunction(definition, "MethodDefinition",
    target = target, defined = target, generic = .slotOf(generic, "generic"))
}

# ---- Tables -------------------------------------------------------------------

.key <- function(classes, length) {
  paste(c(classes, rep("ANY", max(0L, length - length(classes)))), collapse = "#")
}

.storeMethod <- function(table, classes, method, name) {
  if (length(classes) > table$.SigLength) .setLength(table, length(classes))
  assign(.key(classes, table$.SigLength), .lengthened(method, table$.SigLength, table),
    envir = table$.MTable)
  .methodsChanged(table, name)
}

.methodsChanged <- function(table, name) {
  .resetTable(table)
  if (name %in% names(.groupMembers)) .resetMembers(name)
  rm(list = ls(.nextMethods, all.names = TRUE), envir = .nextMethods)
  if (isTRUE(table$.isBuiltin)) .activateBuiltins(name)
  members <- getGroupMembers(name)
  for (member in setdiff(members, unlist(.groupMembers))) {
    for (one in .generics[[member]]) {
      .setLength(one, max(one$.SigLength, table$.SigLength))
      .resetTable(one)
    }
  }
}

.resetMembers <- function(group) {
  for (member in .groupMembers[[group]]) {
    for (table in .generics[[member]]) .resetTable(table)
    if (member %in% names(.groupMembers)) .resetMembers(member)
  }
}

# Makes methods look at more arguments: all keys get longer.
.setLength <- function(table, length) {
  old <- table$.SigLength
  length <- min(length, length(table$.SigArgs))
  if (length <= old) return(invisible())
  table$.SigLength <- as.integer(length)
  methods <- table$.MTable
  suffix <- paste0(rep("#ANY", length - old), collapse = "")
  for (key in ls(methods, all.names = TRUE)) {
    assign(paste0(key, suffix), .lengthened(get(key, envir = methods), length, table),
      envir = methods)
    rm(list = key, envir = methods)
  }
  .resetTable(table)
}

# A method whose signature names as many classes as the methods of its function look at.
.lengthened <- function(method, length, table) {
  if (!isS4(method) || !.Internal(hasSlot(method, "defined"))) return(method)
  for (slot in c("target", "defined")) {
    classes <- as.vector(.slotOf(method, slot))
    if (length(classes) >= length) next
    classes <- c(classes, rep("ANY", length - length(classes)))
    method <- .Internal(setRawSlot(method, slot,
      .signatureObject(classes, table$.SigArgs[seq_len(length)])))
  }
  method
}

.dropMethod <- function(table, classes, name) {
  key <- .key(classes, table$.SigLength)
  if (!exists(key, envir = table$.MTable, inherits = FALSE)) return(FALSE)
  rm(list = key, envir = table$.MTable)
  .methodsChanged(table, name)
  TRUE
}

#' @rdname setMethod
setReplaceMethod <- function(f, ..., where = topenv(parent.frame())) {
  setMethod(paste0(f, "<-"), ..., where = where)
}

#' @rdname setMethod
removeMethod <- function(f, signature = character(), where = topenv(parent.frame())) {
  generic <- getGeneric(f, where = where)
  if (is.null(generic)) {
    warning(paste0("no generic function found for '", f, "'"))
    return(FALSE)
  }
  name <- as.vector(.slotOf(generic, "generic"))
  table <- environment(generic)
  if (.dropMethod(table, .conformSignature(signature, table, name), name)) return(TRUE)
  warning(paste0("no method found for function \u2018", name, "\u2019 and signature ",
    .shownSignature(signature)))
  FALSE
}

#' @rdname setMethod
removeMethods <- function(f, where = topenv(parent.frame()), all = missing(where)) {
  generic <- getGeneric(f, where = where)
  if (is.null(generic)) {
    warning(paste0("\u2018", f, "\u2019 is not an S4 generic function in ",
      format(where), "; methods not removed"))
    return(FALSE)
  }
  default <- .slotOf(generic, "default")
  if (is.function(default)) {
    if (exists(f, envir = where, inherits = FALSE)) {
      assign(f, .Internal(dataPart(default)), envir = where)
    }
    if (exists(f, envir = .generics, inherits = FALSE)) rm(list = f, envir = .generics)
    return(TRUE)
  }
  table <- environment(generic)
  rm(list = ls(table$.MTable, all.names = TRUE), envir = table$.MTable)
  .methodsChanged(table, as.vector(.slotOf(generic, "generic")))
  TRUE
}
