# Reference classes: objects are environments with fields; methods are functions
# with that environment around them.  What a class knows lies in `.refClasses`.

.refClasses <- new.env(hash = TRUE)

#' Reference classes
#'
#' Makes a class whose objects are changed in place. Its methods are called as
#' `object$method()`; they see the fields as variables and change them by `<<-`.
#'
#' @param Class the name.
#' @param fields the fields: names, names with classes, or a list in which a
#'   function stands for a field that it computes.
#' @param contains the classes that it extends.
#' @param methods a list of functions.
#' @param where the environment where the class is kept.
#' @param inheritPackage,... are ignored.
#' @return A function that makes objects. It also has `$new()`, `$methods()`,
#'   `$fields()`, `$lock()`, `$accessors()`, `$help()` and `$show()`.
#' @examples
#' Account <- setRefClass("Account", fields = list(balance = "numeric"),
#'   methods = list(deposit = function(x) {
#'     balance <<- balance + x
#'     invisible(.self)
#'   }))
#' account <- Account$new(balance = 10)
#' account$deposit(5)
#' account$balance
setRefClass <- function(Class, fields = list(), contains = character(), methods = list(),
                        where = topenv(parent.frame()), inheritPackage = FALSE, ...) {
  package <- getPackageName(where)
  supers <- contains[contains != "VIRTUAL"]
  for (what in supers) getClass(what, where = where)
  fields <- .fieldList(fields)
  wrong <- .wrongField(fields)
  if (length(wrong)) {
    stop(simpleError(wrong, quote(refClassInformation(Class, contains, fields, methods, where))))
  }
  if (!length(supers)) supers <- "envRefClass"
  info <- .newRefInfo(Class, supers, fields, where)
  definition <- .refDefinition(Class, package, supers, info, "VIRTUAL" %in% contains)
  .keepClass(definition, where)
  .registerSubclass(definition)
  assign(Class, info, envir = .refClasses)
  .addRefMethods(info, methods)
  .classesChanged()
  generator <- .refGenerator(Class, package)
  info$generator <- generator
  invisible(generator)
}

.fieldList <- function(fields) {
  if (is.character(fields) && is.null(names(fields))) {
    return(structure(as.list(rep("ANY", length(fields))), names = fields))
  }
  fields <- as.list(fields)
  if (length(fields) && is.null(names(fields))) stop("No field names supplied", call. = FALSE)
  fields
}

# What is wrong with the class of a field; nothing if all are right.
.wrongField <- function(fields) {
  for (name in names(fields)) {
    field <- fields[[name]]
    if (is.function(field)) next
    if (!is.character(field)) {
      return(paste0("field \u2018", name, "\u2019 was supplied as an object of class \u201c",
        class(field)[1L], "\u201d; must be a class name or a binding function"))
    }
    if (is.null(.findClass(as.vector(field)[1L]))) {
      return(paste0("class \u201c", field[1L], "\u201d for field \u2018", name,
        "\u2019 is not defined"))
    }
  }
  character()
}

# What is known of the root of all reference classes.
.rootInfo <- function() {
  known <- .refClasses[["envRefClass"]]
  if (!is.null(known)) return(known)
  info <- new.env()
  info$name <- "envRefClass"
  info$fields <- list()
  info$locked <- character()
  info$supers <- character()
  info$methods <- new.env(hash = FALSE, parent = emptyenv())
  for (name in names(.rootMethods)) {
    assign(name, .refMethod(.rootMethods[[name]], name, "envRefClass", character()),
           envir = info$methods)
  }
  assign("envRefClass", info, envir = .refClasses)
  info
}

.refInfo <- function(name) {
  name <- as.vector(name)[1L]
  switch(name, envRefClass = .rootInfo(), localRefClass = .localInfo(), .refClasses[[name]])
}

# Objects that functions get copies of, once they ask for one by `$ensureLocal()`.
.localInfo <- function() {
  known <- .refClasses[["localRefClass"]]
  if (!is.null(known)) return(known)
  info <- .newRefInfo("localRefClass", "envRefClass", list(), .methodsNamespace())
  assign("ensureLocal", .refMethod(function() invisible(.self), "ensureLocal", "localRefClass",
    character()), envir = info$methods)
  assign("localRefClass", info, envir = .refClasses)
  info
}

.newRefInfo <- function(name, supers, fields, where) {
  info <- new.env()
  info$name <- name
  info$where <- where
  info$locked <- character()
  info$fields <- list()
  info$methods <- new.env(hash = FALSE, parent = emptyenv())
  info$supers <- character()
  for (super in rev(supers)) {
    above <- .refInfo(super)
    if (is.null(above)) {
      if (is.null(.findClass(super))) {
        stop(paste0("no definition found for superclass \u201c", super,
          "\u201d in the specification of class \u201c", name, "\u201d"), call. = FALSE)
      }
      stop(paste0("class \u201c", super, "\u201d is not a reference class"), call. = FALSE)
    }
    info$fields[names(above$fields)] <- above$fields
    info$locked <- union(info$locked, above$locked)
    info$supers <- c(super, setdiff(c(above$supers, info$supers), super))
    for (method in .listed(above$methods)) {
      assign(method, get(method, envir = above$methods), envir = info$methods)
    }
  }
  info$supers <- unique(c(supers, info$supers))
  info$fields[names(fields)] <- fields
  info
}

# The names of methods, newest first.
.listed <- function(methods) ls(methods, all.names = TRUE, sorted = FALSE)

.refDefinition <- function(name, package, supers, info, virtual) {
  direct <- lapply(supers, function(super) {
    .extension(structure(name, package = package), super, .packageOfClass(super))
  })
  value <- .Internal(setRawSlot(.Internal(makeS4Object()), ".xData", new.env()))
  attr(value, "class") <- structure(name, package = package)
  definition <- .makeDefinition(
    name, package, list(.xData = "environment"), .allSuperclasses(name, direct), virtual,
    value, class = "refClassRepresentation")
  slots <- list(fieldClasses = .fieldClasses(info), refMethods = info$methods,
    fieldPrototypes = new.env(), refSuperClasses = info$supers)
  for (slot in names(slots)) {
    definition <- .Internal(setRawSlot(definition, slot, slots[[slot]]))
  }
  definition
}

.fieldClasses <- function(info) {
  lapply(info$fields, function(field) {
    if (is.function(field)) "activeBindingFunction" else as.vector(field)
  })
}

# ---- Methods of a class ---------------------------------------------------------

.refMethod <- function(def, name, class, mayCall, super = "") {
  .dressFunction(def, "refMethodDef",
    mayCall = mayCall, name = name, refClassName = class, superClassMethod = super)
}

.addRefMethods <- function(info, methods) {
  for (name in names(methods)) .setRefMethod(info, name, methods[[name]])
  for (name in .listed(info$methods)) {
    def <- info$methods[[name]]
    if (identical(.slotOf(def, "refClassName"), info$name)) {
      .warnLocal(.Internal(dataPart(def)), name, info)
    }
  }
  for (name in names(methods)) .linkRefMethod(info, name, names(methods))
}

.setRefMethod <- function(info, name, def) {
  old <- info$methods[[name]]
  super <- ""
  if (!is.null(old) && !identical(.slotOf(old, "refClassName"), info$name)) {
    super <- paste(name, .slotOf(old, "refClassName"), sep = "#")
    assign(super, old, envir = info$methods)
  } else if (!is.null(old)) super <- .slotOf(old, "superClassMethod")
  if (isS4(def)) def <- .Internal(dataPart(def))
  if (.mentions(body(def), "callSuper")) {
    target <- if (nzchar(super)) super
      else if (name == "initialize") "initFields"
      else if (is.null(old)) "" else ".noSuperMethod"
    body(def) <- .withSuper(body(def), target)
  }
  assign(name, .refMethod(def, name, info$name, character(), super), envir = info$methods)
}

# Fields are changed by `<<-`; a local variable of the same name is most likely a mistake.
.warnLocal <- function(def, name, info) {
  found <- .localAssignments(body(def), setdiff(names(info$fields), names(formals(def))))
  if (!length(found)) return()
  text <- paste(vapply(found, function(one) paste0("    ", deparse(one)[1L]), ""), collapse = "\n")
  warning(simpleWarning(paste0("local assignment to field name will not change the field:\n",
    text, "\n Did you mean to use \"<<-\"? ( in method \"", name, "\" for class \"", info$name,
    "\")"), quote(.checkFieldsInMethod(def, fieldNames, allMethods))))
}

.localAssignments <- function(expr, fields) {
  if (!is.call(expr) || identical(expr[[1L]], as.name("function"))) return(list())
  isAssignment <- identical(expr[[1L]], as.name("<-")) || identical(expr[[1L]], as.name("="))
  own <- list()
  if (isAssignment && is.name(expr[[2L]]) && as.character(expr[[2L]]) %in% fields) {
    own <- list(expr)
  }
  c(own, unlist(lapply(as.list(expr), function(part) {
    if (missing(part)) list() else .localAssignments(part, fields)
  }), recursive = FALSE))
}

.mentions <- function(expr, name) name %in% all.names(expr)

# A body in which `callSuper()` is a call of the method it means.
.withSuper <- function(expr, target) {
  if (!is.call(expr)) return(expr)
  if (identical(expr[[1L]], quote(callSuper))) {
    expr[[1L]] <- if (nzchar(target)) as.name(target) else quote((function(...) NULL))
  }
  for (k in seq_along(expr)) {
    part <- expr[[k]]
    if (!missing(part) && is.call(part)) expr[[k]] <- .withSuper(part, target)
  }
  expr
}

# Notes which methods of the class a method calls.
.linkRefMethod <- function(info, name, changed) {
  def <- info$methods[[name]]
  mayCall <- setdiff(intersect(all.names(body(def)), names(info$methods)), name)
  assign(name, .Internal(setRawSlot(def, "mayCall", mayCall)), envir = info$methods)
}
