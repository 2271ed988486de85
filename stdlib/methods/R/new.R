#' Objects of a class
#'
#' `new()` makes an object: it takes the prototype of the class and hands it, with
#' the other arguments, to `initialize()`. The default method sets the named slots,
#' takes over what unnamed objects of superclasses hold, and checks the result.
#'
#' @param Class the name of a class, or its definition.
#' @param .Object the object so far.
#' @param ... slots by name; objects of superclasses without a name.
#' @examples
#' setClass("Track", representation(x = "numeric", y = "numeric"))
#' track <- new("Track", x = 1:3, y = 4:6)
#' initialize(track, y = 7:9)
new <- function(Class, ...) {
  definition <- getClass(Class, where = topenv(parent.frame()))
  if (.slotOf(definition, "virtual")) {
    stop(paste0("trying to generate an object from a virtual class (\"",
      .slotOf(definition, "className"), "\")"))
  }
  value <- .slotOf(definition, "prototype")
  if (typeof(value) == "environment") value <- new.env()
  if (...length() && .isConverted(definition)) return(.convertedBasic(definition, ...))
  initialize(value, ...)
}

# Objects of the types of vectors are made of any data.
.isConverted <- function(definition) {
  as.vector(.slotOf(definition, "className")) %in% c(
    "logical", "numeric", "double", "integer", "complex", "character", "raw", "list",
    "expression") && identical(as.vector(.slotOf(definition, "package")), "methods")
}

.convertedBasic <- function(definition, ...) {
  Class <- as.vector(.slotOf(definition, "className"))
  if (...length() == 1L && (isS4(..1) || is.object(..1))) {
    return(initialize(.slotOf(definition, "prototype"), ...))
  }
  value <- as.vector(c(...), Class)
  if (Class == "list" || !is.list(value)) names(value) <- NULL
  value
}

initialize <- .builtInGeneric("initialize",
  function(.Object, ...) standardGeneric("initialize"),
  function(.Object, ...) {
    given <- list(...)
    if (length(given)) {
      .Object <- .filled(.Object, given)
      if (is.list(.Object) && inherits(.Object, ".problem")) {
        stop(simpleError(.Object[[1L]], sys.call()))
      }
      validObject(.Object)
    }
    .Object
  },
  methods = list(
    envRefClass = function(.Object, ...) .initializeRef(.Object, ...),
    .environment = function(.Object, ...) .initializeEnvironment(.Object, ...),
    matrix = function(.Object, ...) .initializeArray(.Object, matrix, ...),
    array = function(.Object, ...) .initializeArray(.Object, array, ...)))

# An object that holds an environment has one of its own.
.initializeEnvironment <- function(.Object, ...) {
  given <- list(...)
  isSlot <- if (is.null(names(given))) rep(FALSE, length(given)) else nzchar(names(given))
  isData <- !isSlot & vapply(given, is.environment, NA)
  self <- if (any(isData)) as.environment(given[isData][[1L]]) else new.env()
  .Object <- .Internal(setRawSlot(.Object, ".xData", self))
  given <- given[!isData]
  slots <- slotNames(class(.Object))
  for (name in setdiff(names(given), c("", slots))) assign(name, given[[name]], envir = self)
  for (name in intersect(names(given), slots)) {
    .Object <- .Internal(setRawSlot(.Object, name, given[[name]]))
  }
  if (length(given)) validObject(.Object)
  .Object
}

# A matrix or array from an object like it, or from the arguments of `make`.
.initializeArray <- function(.Object, make, ...) {
  given <- list(...)
  if (!length(given)) return(.Object)
  own <- intersect(names(given), names(formals(make)))
  slots <- setdiff(slotNames(class(.Object)), ".Data")
  isSlot <- if (is.null(names(given))) rep(FALSE, length(given)) else names(given) %in% slots
  data <- given[!isSlot]
  isWhole <- length(data) == 1L && !length(own) && (isS4(data[[1L]]) || is.array(data[[1L]]))
  if (length(data) && !isWhole) data <- list(do.call(make, data))
  .Object <- .filled(.Object, c(data, given[isSlot]))
  if (is.list(.Object) && inherits(.Object, ".problem")) {
    stop(simpleError(.Object[[1L]], quote(initialize(value, ...))))
  }
  validObject(.Object)
  .Object
}

# An object with slots by name and parts from objects of superclasses; a problem if it cannot
# be made.
.filled <- function(object, given) {
  definition <- getClass(class(object))
  isSlot <- if (is.null(names(given))) rep(FALSE, length(given)) else nzchar(names(given))
  supers <- given[!isSlot]
  slots <- given[isSlot]
  name <- as.vector(.slotOf(definition, "className"))
  known <- .slotOf(definition, "slots")
  unknown <- setdiff(names(slots), names(known))
  if (length(unknown)) return(.unknownSlots(unknown, name))
  repeated <- names(slots)[duplicated(names(slots))]
  if (length(repeated)) {
    return(.problem("duplicated slot names: ", paste(sQuote(repeated), collapse = ", ")))
  }
  for (k in rev(seq_along(supers))) {
    object <- .takeOver(object, supers[[k]], definition)
    if (is.list(object) && inherits(object, ".problem")) return(object)
  }
  for (slot in names(slots)) {
    object <- .Internal(setRawSlot(object, slot, slots[[slot]]))
  }
  object
}

# What keeps an object from being made: the caller reports it as its own error.
.problem <- function(...) structure(list(paste0(...)), class = ".problem")

.unknownSlots <- function(unknown, name) {
  .problem(
    if (length(unknown) > 1L) "invalid names for slots of class \u201c"
    else "invalid name for slot of class \u201c",
    name, "\u201d: ", paste(unknown, collapse = ", "))
}

# What an unnamed argument of `new()` gives an object.
.takeOver <- function(object, part, definition) {
  name <- as.vector(.slotOf(definition, "className"))
  own <- class(part)[1L]
  if (own == name) return(part)
  slots <- .slotOf(definition, "slots")
  contains <- .slotOf(definition, "contains")
  data <- slots[[".Data"]]
  if (isS4(part) && own %in% names(contains)) {
    for (slot in slotNames(own)) {
      object <- .Internal(setRawSlot(object, slot, .slotOf(part, slot)))
    }
    return(object)
  }
  if (!isS4(object) && !length(slots)) {
    if (own == name || .valueIs(part, name)) return(part)
  }
  if (!is.null(slots[[".xData"]]) && .valueIs(part, as.vector(slots[[".xData"]]))) {
    return(.Internal(setRawSlot(object, ".xData", part)))
  }
  isOld <- is.object(part) && !isS4(part) && any(class(part) %in% names(contains))
  if (isOld) return(.takeOld(object, part, slots))
  if (!is.null(data) && (data == "vector" || .valueIs(part, data) ||
      .canBecome(part, data))) {
    keepsNames <- !is.null(slots[["names"]])
    if (data %in% c("integer") && is.double(part)) part <- as.integer(part)
    object <- .Internal(setRawSlot(object, ".Data", part))
    if (keepsNames && !is.null(names(part))) {
      object <- .Internal(setRawSlot(object, "names", names(part)))
    }
    return(object)
  }
  if (.valueIs(object, own)) return(object)
  .problem("cannot use object of class \u201c", own,
    "\u201d in new():  class \u201c", name, "\u201d does not extend that class")
}

.canBecome <- function(part, data) {
  switch(data,
    numeric = , double = is.numeric(part), structure = is.vector(part) || is.array(part),
    `function` = is.function(part), list = is.list(part),
    matrix = is.matrix(part), array = is.array(part),
    integer = is.integer(part), FALSE)
}

# Takes over an object of an S3 class: its data and those attributes that are slots.
.takeOld <- function(object, part, slots) {
  if (typeof(object) == "S4") {
    for (slot in setdiff(names(attributes(part)), "class")) {
      object <- .Internal(setRawSlot(object, slot, attr(part, slot)))
    }
    if (typeof(part) != "S4" && !is.null(slots[[".Data"]])) return(object)
    if (typeof(part) == "S4") return(object)
    full <- part
    for (slot in setdiff(names(slots), names(attributes(full)))) {
      full <- .Internal(setRawSlot(full, slot, .slotOf(object, slot)))
    }
    full <- .Internal(setRawSlot(full, ".S3Class", class(part)))
    attr(full, "class") <- attr(object, "class")
    return(.Internal(setS4Bit(full, TRUE)))
  }
  object <- .Internal(setRawSlot(object, ".Data", unclass(part)))
  for (slot in intersect(setdiff(names(slots), c(".Data", ".S3Class")), names(attributes(part)))) {
    object <- .Internal(setRawSlot(object, slot, attributes(part)[[slot]]))
  }
  if (".S3Class" %in% names(slots)) {
    object <- .Internal(setRawSlot(object, ".S3Class", class(part)))
  }
  object
}

# ---- Checks -----------------------------------------------------------------

#' Is an object what its class wants?
#'
#' Checks the classes of the slots, then calls the validity functions of the
#' superclasses, the most distant first, and of the class itself.
#'
#' @param object the object.
#' @param test give the messages instead of an error?
#' @param complete check the objects in the slots too?
#' @return `TRUE`, or the messages if `test`.
#' @examples
#' setClass("Track", representation(x = "numeric", y = "numeric"),
#'   validity = function(object) {
#'     if (length(object@x) == length(object@y)) TRUE else "lengths differ"
#'   })
#' validObject(new("Track", x = 1, y = 2))
#' try(new("Track", x = 1:2, y = 3))
validObject <- function(object, test = FALSE, complete = FALSE) {
  name <- class(object)[1L]
  definition <- getClassDef(name)
  if (is.null(definition)) {
    stop(paste0("class \u201c", name, "\u201d is not defined"))
  }
  errors <- .slotErrors(object, definition, name, complete)
  if (!length(errors)) errors <- .validityErrors(object, definition)
  if (!length(errors)) return(TRUE)
  if (test) return(errors)
  message <- paste0("invalid class \u201c", name, "\u201d object: ")
  if (length(errors) > 1L) message <- paste0(message, seq_along(errors), ": ")
  stop(paste(paste0(message, errors), collapse = "\n"), domain = NA)
}

.slotErrors <- function(object, definition, name, complete) {
  slots <- .slotOf(definition, "slots")
  errors <- character()
  for (slot in names(slots)) {
    class <- as.vector(slots[[slot]])
    if (class == "ANY") next
    if (slot == ".S3Class" || slot == ".Data") next
    value <- .slotOf(object, slot)
    if (.valueIs(value, class)) {
      if (complete && isS4(value)) {
        further <- validObject(value, test = TRUE, complete = TRUE)
        if (is.character(further)) {
          errors <- c(errors, paste0("In slot \u201c", slot, "\u201d of class \u201c",
            class(value)[1L], "\u201d: ", further))
        }
      }
      next
    }
    if (is.null(.findClass(class))) {
      errors <- c(errors, paste0("undefined class for slot \"", slot, "\" (\"", class, "\")"))
      next
    }
    errors <- c(errors, paste0("invalid object for slot \"", slot, "\" in class \"", name,
      "\": got class \"", class(value)[1L], "\", should be or extend class \"", class, "\""))
  }
  errors
}

.validityErrors <- function(object, definition) {
  for (super in rev(names(.slotOf(definition, "contains")))) {
    errors <- .askValidity(.findClass(super), object)
    if (length(errors)) return(errors)
  }
  .askValidity(definition, object)
}

.askValidity <- function(definition, object) {
  method <- if (is.null(definition)) NULL else .slotOf(definition, "validity")
  if (!is.function(method)) return(character())
  answer <- method(object)
  if (isTRUE(answer)) character() else if (is.character(answer)) answer else {
    if (is.logical(answer) && isFALSE(answer[1L])) "FALSE" else as.character(answer)
  }
}

# Whether a value may stand where a class is wanted.
.valueIs <- function(value, class) {
  own <- if (isS4(value)) class(value)[1L] else .implicitClasses(value)
  if (class %in% own || class == "ANY") return(TRUE)
  for (name in own) {
    definition <- .findClass(name)
    if (!is.null(definition) && class %in% names(.slotOf(definition, "contains"))) return(TRUE)
  }
  FALSE
}

# The classes of a value that is no S4 object.
.implicitClasses <- function(value) {
  own <- class(value)
  if (is.object(value)) return(own[1L])
  if (is.function(value)) return("function")
  if (is.call(value)) return(c(own, "language"))
  own[1L]
}

# ---- Slots ------------------------------------------------------------------

#' Slots of an object
#'
#' `slot(object, name)` is `object@name` with a computed name. The replacement
#' checks the class of the new value unless `check` is `FALSE`.
#'
#' @param object the object.
#' @param name the slot.
#' @param check check the class of the value?
#' @param value the new content of the slot.
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' track <- new("Track", x = 1)
#' slot(track, "x") <- 2
#' slot(track, "x")
#' .hasSlot(track, "y")
slot <- function(object, name) {
  if (!.Internal(hasSlot(object, name)) && name != ".Data" && name != ".S3Class") {
    stop(simpleError(.slotText(object, name), sys.call()))
  }
  .Internal(rawSlot(object, name))
}

.slotText <- function(object, name) {
  class <- class(object)[1L]
  if (isS4(object)) {
    paste0("no slot of name \"", name, "\" for this object of class \"", class, "\"")
  } else paste0("cannot get a slot (\"", name, "\") from an object of type \"", typeof(object), "\"")
}

#' @rdname slot
`slot<-` <- function(object, name, check = TRUE, value) {
  if (check) {
    problem <- .slotProblem(class(object), name, class(value), "slot \u2018")
    if (length(problem)) {
      stop(simpleError(problem, quote(checkSlotAssignment(object, name, value))))
    }
  }
  .Internal(setRawSlot(object, name, value))
}

#' @rdname slot
.hasSlot <- function(object, name) .Internal(hasSlot(object, name))

#' Checks an assignment to a slot
#'
#' What `object@name <- value` asks before it changes the object.
#'
#' @param cl the class of the object.
#' @param name the slot.
#' @param valueClass the class of the value.
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' checkAtAssignment("Track", "x", "integer")
checkAtAssignment <- function(cl, name, valueClass) {
  problem <- .slotProblem(cl, name, valueClass, "@\u2018")
  if (length(problem)) stop(problem, domain = NA)
  TRUE
}

# What is wrong with giving a slot an object of a class; nothing if it may be.
.slotProblem <- function(class, name, valueClass, place) {
  wanted <- .slotOf(getClass(class), "slots")[[name, exact = TRUE]]
  if (is.null(wanted)) {
    return(paste0("\u2018", name, "\u2019 is not a slot in class \u201c", class[1L], "\u201d"))
  }
  if (.classIs(valueClass, wanted)) return(character())
  paste0("assignment of an object of class \u201c", valueClass[1L], "\u201d is not valid for ",
    place, name, "\u2019 in an object of class \u201c", class[1L], "\u201d; is(value, \"",
    wanted, "\") is not TRUE")
}

.classIs <- function(classes, wanted) {
  if (wanted == "ANY" || wanted %in% classes) return(TRUE)
  for (name in classes) {
    definition <- .findClass(name)
    if (!is.null(definition) && wanted %in% names(.slotOf(definition, "contains"))) return(TRUE)
  }
  FALSE
}
