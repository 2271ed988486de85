# Generic functions.  A generic is a closure whose environment holds its tables:
# `.MTable` the methods as they were set, `.AllMTable` also those found by
# inheritance, both by the classes of the arguments joined with `#`; `.SigArgs`
# the arguments that methods may look at and `.SigLength` how many do.

# All tables by the name of the generic; generics of one name may be several.
.generics <- new.env(hash = TRUE)

.nextMethods <- new.env(hash = TRUE)

# A generic function of this package with its default method.
.builtInGeneric <- function(name, fdef, default, methods = list(), package = "methods") {
  parent <- .methodsNamespace()
  if (is.function(default)) environment(default) <- parent
  generic <- .makeGeneric(name, fdef, package, default = default, parent = parent)
  table <- environment(generic)
  for (class in names(methods)) {
    method <- methods[[class]]
    environment(method) <- parent
    method <- .methodDefinition(method, class, table, name, generic)
    assign(class, method, envir = table$.MTable)
    assign(class, method, envir = table$.AllMTable)
  }
  generic
}

# Makes a function generic.
.makeGeneric <- function(name, fdef, package, signature = NULL, default = NULL,
                         group = list(), valueClass = character(),
                         parent = environment(fdef), class = NULL, members = NULL) {
  parameters <- names(formals(fdef))
  if (is.null(signature)) signature <- setdiff(parameters, "...")
  if (!length(signature)) signature <- "..."
  table <- new.env(hash = TRUE, parent = parent)
  table$.Generic <- structure(name, package = package)
  table$.MTable <- new.env(hash = TRUE, parent = emptyenv())
  table$.AllMTable <- new.env(hash = TRUE, parent = emptyenv())
  table$.SigArgs <- signature
  table$.SigLength <- 1L
  table$.Group <- unlist(group)
  environment(fdef) <- table
  if (is.null(class)) class <- .genericClass(fdef, name)
  if (is.function(default)) {
    default <- .asDefault(default, name, signature)
    assign("ANY", default, envir = table$.MTable)
    assign("ANY", default, envir = table$.AllMTable)
  }
  def <- .dressFunction(fdef, class,
    generic = structure(name, package = package), package = package, group = group,
    valueClass = valueClass, signature = signature, default = default,
    skeleton = as.call(c(as.name(name), lapply(parameters, as.name))))
  if (!is.null(members)) def <- .Internal(setRawSlot(def, "groupMembers", members))
  table$.Function <- def
  assign(name, c(Filter(function(one) !identical(one, table), .generics[[name]]), table),
         envir = .generics)
  def
}

.genericClass <- function(fdef, name) {
  body <- body(fdef)
  isPlain <- is.call(body) && identical(body[[1L]], quote(standardGeneric)) ||
    is.call(body) && identical(body[[1L]], as.name("{")) && length(body) == 2L &&
      is.call(body[[2L]]) && identical(body[[2L]][[1L]], quote(standardGeneric))
  if (isPlain || .testsValue(body)) "standardGeneric" else "nonstandardGenericFunction"
}

.testsValue <- function(body) {
  is.call(body) && length(body) == 3L && is.call(body[[3L]]) &&
    identical(body[[3L]][[1L]], quote(.valueClassTest))
}

.asDefault <- function(default, name, signature) {
  if (is.primitive(default) || isS4(default)) return(default)
  target <- .signatureObject(rep("ANY", 1L), signature[1L])
  .dressFunction(default, "derivedDefaultMethod",
    target = target, defined = target, generic = structure(name, package = "methods"))
}

.signatureObject <- function(classes, arguments) {
  classes <- as.vector(classes)
  object <- .Internal(setRawSlot(classes, "names", arguments))
  object <- .Internal(setRawSlot(object, "package", rep("", length(classes))))
  attr(object, "class") <- structure("signature", package = "methods")
  .Internal(setS4Bit(object, TRUE))
}

# Forgets what was found by inheritance.
.resetTable <- function(table) {
  .Internal(forgetMethods())
  all <- table$.AllMTable
  rm(list = ls(all, all.names = TRUE), envir = all)
  for (key in ls(table$.MTable, all.names = TRUE)) {
    assign(key, get(key, envir = table$.MTable), envir = all)
  }
}

# ---- Builtins ---------------------------------------------------------------

.groupMembers <- list(
  Arith = c("+", "-", "*", "^", "%%", "%/%", "/"),
  Compare = c("==", ">", "<", "!=", "<=", ">="),
  Logic = c("&", "|"),
  Ops = c("Arith", "Compare", "Logic"),
  Math = c("abs", "sign", "sqrt", "ceiling", "floor", "trunc", "cummax", "cummin",
    "cumprod", "cumsum", "exp", "expm1", "log", "log10", "log2", "log1p", "cos", "cosh",
    "sin", "sinh", "tan", "tanh", "acos", "acosh", "asin", "asinh", "atan", "atanh",
    "cospi", "sinpi", "tanpi", "gamma", "lgamma", "digamma", "trigamma"),
  Math2 = c("round", "signif"),
  Summary = c("max", "min", "range", "prod", "sum", "any", "all"),
  Complex = c("Arg", "Conj", "Im", "Mod", "Re"))

.groupOf <- function(name) {
  for (group in names(.groupMembers)) if (name %in% .groupMembers[[group]]) return(group)
  NULL
}

# The groups of a function, nearest first.
.groupsOf <- function(name) {
  group <- .groupOf(name)
  if (is.null(group)) character() else c(group, .groupsOf(group))
}

.builtinFormals <- function(name) {
  group <- .groupOf(name)
  if (name %in% names(.groupMembers)) group <- name
  if (!is.null(group) && group %in% c("Arith", "Compare", "Logic", "Ops")) {
    return(function(e1, e2) NULL)
  }
  switch(name,
    log = , trunc = , c = , rep = , as.character = , as.numeric = , as.double = ,
    as.integer = , as.logical = , as.complex = , as.raw = function(x, ...) NULL,
    `[` = function(x, i, j, ..., drop = TRUE) NULL,
    `[[` = function(x, i, j, ...) NULL,
    `$` = function(x, name) NULL,
    `[<-` = , `[[<-` = function(x, i, j, ..., value) NULL,
    `$<-` = function(x, name, value) NULL,
    `length<-` = , `names<-` = , `dim<-` = , `dimnames<-` = , `levels<-` =
      function(x, value) NULL,
    `%*%` = function(x, y) NULL,
    anyNA = function(x, recursive = FALSE) NULL,
    switch(if (is.null(group)) "" else group,
      Math2 = function(x, digits) NULL,
      Summary = function(x, ..., na.rm = FALSE) NULL,
      Complex = function(z) NULL,
      function(x) NULL))
}

.isDispatchingBuiltin <- function(name) {
  name %in% unlist(.groupMembers) || name %in% names(.groupMembers) || name %in% c(
    "[", "[[", "$", "[<-", "[[<-", "$<-", "length", "length<-", "names", "names<-", "dim",
    "dim<-", "dimnames", "dimnames<-", "levels", "levels<-", "c", "rep", "%*%", "!", "is.na",
    "is.nan", "is.finite", "is.infinite", "is.numeric", "is.matrix", "is.array", "anyNA",
    "as.character", "as.numeric", "as.double", "as.integer", "as.logical", "as.complex",
    "as.raw", "as.environment", "xtfrm")
}

# The generic function of a builtin, or of a group of them.
.builtinGeneric <- function(name) {
  if (name == "as.double") name <- "as.numeric"
  for (table in .generics[[name]]) {
    if (isTRUE(table$.isBuiltin)) {
      return(table$.Function)
    }
  }
  fdef <- .builtinFormals(name)
  isGroup <- name %in% names(.groupMembers)
  primitive <- if (isGroup) NULL else get(name, envir = baseenv())
  body(fdef) <- if (isGroup) {
    substitute({
      stop("function \u2018NAME\u2019 is a group generic; do not call it directly",
           domain = NA)
    }, list(NAME = name))
  } else substitute(standardGeneric(NAME, FUN), list(
    NAME = name, FUN = call(".Primitive", name)))
  group <- .groupOf(name)
  package <- if (name %in% c("Compare", "Math2")) "methods" else "base"
  def <- .makeGeneric(name, fdef, package, default = primitive,
    group = if (is.null(group)) list() else list(group), parent = baseenv(),
    class = if (isGroup) "groupGenericFunction" else "standardGeneric",
    members = if (isGroup) as.list(.groupMembers[[name]]))
  environment(def)$.isBuiltin <- TRUE
  if (name %in% c("Ops", "Math")) {
    .addStructureMethods(name, environment(def), def)
    .resetTable(environment(def))
  }
  def
}

# What the groups do for structures, whose other slots stay if the length does, and for objects
# that are no structures, which become plain.
.addStructureMethods <- function(name, table, generic) {
  set <- function(classes, def) {
    environment(def) <- .methodsNamespace()
    if (length(classes) > table$.SigLength) .setLength(table, length(classes))
    assign(paste(classes, collapse = "#"),
      .methodDefinition(def, classes, table, name, generic), envir = table$.MTable)
  }
  if (name == "Math") {
    set("structure", function(x) .withinStructure(x, callGeneric(.bare(x))))
    return(set("nonStructure", function(x) callGeneric(.bare(x))))
  }
  bare <- function(e1, e2) callGeneric(.bare(e1), .bare(e2))
  for (one in c("array", "structure")) for (two in c("array", "structure")) set(c(one, two), bare)
  set(c("structure", "vector"), function(e1, e2) {
    .withinStructure(e1, callGeneric(.bare(e1), .bare(e2)))
  })
  set(c("vector", "structure"), function(e1, e2) {
    .withinStructure(e2, callGeneric(.bare(e1), .bare(e2)))
  })
  for (other in c("vector", "nonStructure")) set(c("nonStructure", other), bare)
  set(c("vector", "nonStructure"), bare)
}

.bare <- function(x) if (isS4(x)) .Internal(dataPart(x)) else x

.withinStructure <- function(object, value) {
  if (!isS4(object) || length(value) != length(object)) return(value)
  .Internal(setRawSlot(object, ".Data", as.vector(value)))
}

# Methods were set for a builtin or a group: its calls look for them from now on.
.activateBuiltins <- function(name) {
  if (name %in% names(.groupMembers)) {
    for (member in .groupMembers[[name]]) .activateBuiltins(member)
    return(invisible())
  }
  table <- environment(.builtinGeneric(name))
  groups <- lapply(.groupsOf(name), function(group) environment(.builtinGeneric(group)))
  length <- max(vapply(c(table, groups), function(one) one$.SigLength, 0L))
  .setLength(table, length)
  .Internal(setBuiltinTable(name, table))
  if (name == "as.numeric") {
    .Internal(setBuiltinTable("as.double", table))
    .Internal(setBuiltinTable("as.numeric", table))
  }
}

# ---- Finding generics ---------------------------------------------------------

# The generic function of a name as seen from an environment; NULL if there is none.
.findGeneric <- function(name, where = globalenv()) {
  if (.isDispatchingBuiltin(name)) return(.builtinGeneric(name))
  found <- get0(name, envir = where, mode = "function")
  if (.isGenericFunction(found)) return(found)
  tables <- .generics[[name]]
  if (length(tables) && is.null(found)) tables[[1L]]$.Function else NULL
}

.isGenericFunction <- function(found) {
  is.function(found) && isS4(found) && .Internal(hasSlot(found, "generic")) &&
    .Internal(hasSlot(found, "skeleton"))
}

# The tables of a generic function that is called under another name or from a wrapper.
.genericTable <- function(name, fdef) {
  found <- .findGeneric(name, environment(fdef))
  if (is.null(found)) NULL else environment(found)
}

#' Generic functions
#'
#' `setGeneric()` makes a function whose methods are chosen by the classes of its
#' arguments: from a definition that calls `standardGeneric()`, or from an existing
#' function, which becomes the default method.
#'
#' @param name the name.
#' @param def the function.
#' @param where the environment where it is kept.
#' @param package the package it belongs to.
#' @param valueClass the class of what it returns.
#' @param useAsDefault the default method, or `FALSE` for none.
#' @param genericFunction,simpleInheritanceOnly are ignored.
#' @param signature the arguments that methods may look at.
#' @return The name.
#' @examples
#' setGeneric("area", function(shape) standardGeneric("area"))
#' setClass("Square", representation(side = "numeric"))
#' setMethod("area", "Square", function(shape) shape@side^2)
#' area(new("Square", side = 3))
setGeneric <- function(name, def = NULL, where = topenv(parent.frame()), package = NULL,
                       valueClass = character(), useAsDefault = NULL,
                       genericFunction = NULL, simpleInheritanceOnly = NULL,
                       signature = NULL) {
  if (!is.character(name) || length(name) != 1L) {
    stop(paste0("invalid argument 'name': required to be a character vector, ",
      "got an object of class \"", class(name)[1L], "\""))
  }
  if (.isDispatchingBuiltin(name)) return(.setBuiltinGeneric(name, def))
  if (!is.null(def) && !is.function(def)) {
    stop("if the 'def' argument is supplied, it must be a function that calls ",
      "standardGeneric(\"", name, "\") or is the default")
  }
  known <- get0(name, envir = where, mode = "function")
  if (is.primitive(known)) .noPrimitive(name, sys.call())
  if (is.null(def)) {
    if (is.null(known)) {
      stop(paste0("must supply a function skeleton for \u2018", name,
        "\u2019, explicitly or via an existing function"))
    }
    if (.isGenericFunction(known)) {
      assign(name, known, envir = where)
      return(name)
    }
  }
  .assignGeneric(name, def, known, where, package, valueClass, useAsDefault, signature)
  name
}

.noPrimitive <- function(name, call) {
  stop(simpleError(paste0("must supply a function skeleton for \u2018", name,
    "\u2019, explicitly or via an existing function"), call))
}

.setBuiltinGeneric <- function(name, def) {
  .builtinGeneric(name)
  if (!is.null(def)) {
    stop(simpleError(paste0("\u2018", name,
      "\u2019 dispatches internally;  methods can be defined, but the generic function is ",
      "implicit, and cannot be changed."),
      sys.call(-1L)))
  }
  name
}

.assignGeneric <- function(name, def, known, where, package, valueClass, useAsDefault,
                           signature) {
  default <- if (.isGenericFunction(known)) .slotOf(known, "default") else known
  if (is.function(useAsDefault)) default <- useAsDefault
  if (isFALSE(useAsDefault)) default <- NULL
  own <- is.function(def)
  if (own && !.callsStandardGeneric(body(def))) {
    default <- def
    body(def) <- substitute(standardGeneric(NAME), list(NAME = name))
    attr(def, "srcref") <- NULL
    own <- FALSE
  }
  if (!is.function(def)) {
    def <- known
    body(def) <- substitute(standardGeneric(NAME), list(NAME = name))
    attributes(def) <- NULL
  }
  if (is.null(package)) package <- .packageOfFunction(known, own, default, def, where)
  if (length(valueClass)) {
    body(def) <- .testedBody(body(def), valueClass, structure(name, package = package))
  }
  parent <- if (own) environment(def) else where
  if (own && is.function(known) && !.isGenericFunction(known)) {
    isOther <- !identical(names(formals(known)), names(formals(def)))
    isUsual <- identical(body(def), call("standardGeneric", name))
    if (isOther || !isUsual) .noteNew(name, known, where)
    if (isOther && identical(default, known)) default <- NULL
  }
  if (is.function(default) && own && !identical(names(formals(default)), names(formals(def)))) {
    default <- .fittingDefault(default, def)
  }
  generic <- .makeGeneric(
    name, def, package, signature, default, valueClass = valueClass, parent = parent)
  assign(name, generic, envir = where)
  generic
}

# Says that a generic function has nothing to do with the function of a package that it hides.
.noteNew <- function(name, known, where) {
  home <- environment(known)
  package <- if (is.null(home)) "base" else getPackageName(topenv(home))
  if (package == getPackageName(where)) return()
  message("Creating a new generic function for ", sQuote(name), " in ",
    if (identical(where, globalenv())) "the global environment"
    else paste("package", sQuote(getPackageName(where))))
}

# A default method must have the arguments of the generic function.
.fittingDefault <- function(default, def) {
  wanted <- names(formals(def))
  has <- names(formals(default))
  if (all(has %in% wanted)) return(.rematched(default, def, character()))
  if ("..." %in% wanted) return(.rematched(default, def, character()))
  NULL
}

.packageOfFunction <- function(known, own, default, def, where) {
  if (!is.function(known) || own && !identical(names(formals(known)), names(formals(def)))) {
    return(getPackageName(where))
  }
  if (.isGenericFunction(known)) return(.slotOf(known, "package"))
  home <- environment(known)
  if (is.null(home)) return("base")
  getPackageName(topenv(home))
}

.testedBody <- function(body, valueClass, name) {
  substitute({
    ans <- BODY
    .valueClassTest(ans, CLASS, NAME)
  }, list(BODY = body, CLASS = valueClass, NAME = name))
}

#' Checks what a generic function returns
#'
#' @param object the value.
#' @param classes the classes it may have.
#' @param fname the name of the function.
#' @examples
#' .valueClassTest(1, "numeric", "f")
.valueClassTest <- function(object, classes, fname) {
  for (one in classes) if (.valueIs(object, one)) return(object)
  stop(paste0("invalid value from generic function \u2018", fname, "\u2019, class \u201c",
    class(object)[1L], "\u201d, expected ",
    paste0("\u201c", classes, "\u201d", collapse = " or ")), domain = NA)
}

.callsStandardGeneric <- function(expr) {
  if (!is.call(expr)) return(FALSE)
  if (identical(expr[[1L]], quote(standardGeneric))) return(TRUE)
  for (part in as.list(expr)) if (!missing(part) && .callsStandardGeneric(part)) return(TRUE)
  FALSE
}

#' The body of a function
#'
#' Methods say what a body is for objects that are more than functions.
#'
#' @param fun a function.
#' @param envir its environment.
#' @param value the new body.
#' @name body-methods
#' @examples
#' f <- function(x) x
#' body(f) <- quote(x + 1)
#' f(1)
`body<-` <- .builtInGeneric("body<-",
  function(fun, envir = environment(fun), value) standardGeneric("body<-"),
  function(fun, envir = environment(fun), value) base::`body<-`(fun, envir, value),
  package = "base",
  methods = list(MethodDefinition = function(fun, envir = environment(fun), value) {
    plain <- .Internal(dataPart(fun))
    .Internal(setRawSlot(fun, ".Data", base::`body<-`(plain, envir, value)))
  }))
