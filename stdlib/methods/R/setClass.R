#' Defining a class
#'
#' Makes an S4 class: its slots and their classes, the classes it extends, the
#' values that new objects start with, and a function that checks objects.
#'
#' @param Class the name.
#' @param representation the slots and superclasses as `representation()` gives them.
#' @param prototype the values of slots in new objects, see `prototype()`.
#' @param contains names of superclasses; `"VIRTUAL"` for a class without objects.
#' @param validity a function of an object: `TRUE`, or strings that say what is wrong.
#' @param slots names and classes of the slots, as a vector or a list.
#' @param access,version,S3methods are ignored.
#' @param where the environment where the class is kept.
#' @param sealed may the class not be defined again?
#' @param package the package that the class belongs to.
#' @return A function that makes objects, invisibly.
#' @examples
#' Track <- setClass("Track", slots = c(x = "numeric", y = "numeric"))
#' Track(x = 1:3, y = 4:6)
#' setClass("Curve", contains = "Track", slots = c(smooth = "numeric"))
#' is(new("Curve"), "Track")
setClass <- function(Class, representation = list(), prototype = NULL,
                     contains = character(), validity = NULL, access = list(),
                     where = topenv(parent.frame()), version = .newExternalptr(),
                     sealed = FALSE, package = getPackageName(where),
                     S3methods = FALSE, slots) {
  if (!is.character(Class)) getClassDef(Class)
  if (!missing(slots)) representation <- c(as.list(.slotList(slots)), as.list(representation))
  if (isClassDef(representation)) {
    return(invisible(.keepRepresentation(Class, representation, package, where)))
  }
  if (Class %in% names(.basicTable) ||
      !is.null(old <- .classes[[Class]]) && isTRUE(.slotOf(old, "sealed"))) {
    stop(paste0("\u201c", Class, "\u201d has a sealed class definition and cannot be redefined"))
  }
  parts <- .classParts(as.list(representation), contains)
  if (parts$bare && !is.null(prototype)) parts$virtual <- FALSE
  definition <- .defineClass(Class, package, parts, prototype, validity, sealed, where)
  .keepClass(definition, where)
  .registerSubclass(definition)
  .classesChanged()
  if (any(c("nonStructure", "structure") %in% names(.slotOf(definition, "contains")))) {
    for (group in c("Ops", "Math")) .activateBuiltins(group)
  }
  invisible(.classGenerator(Class, package))
}

.newExternalptr <- function() .Internal(makeExternalPointer())

.slotList <- function(slots) {
  if (is.character(slots) && is.null(names(slots))) {
    return(structure(as.list(rep("ANY", length(slots))), names = slots))
  }
  slots <- as.list(slots)
  if (length(slots) && (is.null(names(slots)) || !all(nzchar(names(slots))))) {
    stop("All slot names must be nonempty in:\n(",
      paste(sQuote(allNames(slots)), collapse = ", "), ")", call. = FALSE)
  }
  slots
}

# Own slots, superclasses and whether the class is to be virtual.
.classParts <- function(representation, contains) {
  given <- names(representation)
  isSuper <- if (is.null(given)) rep(TRUE, length(representation)) else !nzchar(given)
  supers <- c(unlist(representation[isSuper]), contains)
  slots <- representation[!isSuper]
  repeated <- names(slots)[duplicated(names(slots))]
  if (length(repeated)) {
    stop(paste0("duplicated slot names: ", paste0("\"", repeated, "\"", collapse = ", ")),
         call. = FALSE)
  }
  virtual <- "VIRTUAL" %in% supers || !length(supers) && !length(slots)
  list(
    slots = slots, supers = as.character(supers[supers != "VIRTUAL"]), virtual = virtual,
    bare = !length(supers) && !length(slots))
}

.defineClass <- function(name, package, parts, prototype, validity, sealed, where) {
  supers <- .mappedSupers(parts$supers)
  direct <- lapply(supers, function(super) {
    definition <- .findClass(super)
    if (is.null(definition)) {
      stop(.classError("no definition was found for superclass \u201c", super,
        "\u201d in the specification of class \u201c", name, "\u201d"))
    }
    .extension(structure(name, package = package), super, .slotOf(definition, "package"),
               dataPart = .isDataClass(super))
  })
  slots <- .allSlots(parts$slots, direct)
  .warnUndefined(name, slots)
  contains <- .allSuperclasses(name, c(direct, .directUnions(name)))
  value <- if (!parts$bare) {
    .newPrototype(name, package, slots, direct, prototype, parts$virtual)
  } else if (!is.null(prototype)) .barePrototype(name, package, prototype)
  definition <- .makeDefinition(
    name, package, slots, contains, parts$virtual, value, validity, sealed = sealed)
  if (!is.null(validity)) .checkValidity(validity, name)
  definition
}

# The data of a class that is nothing else.
.barePrototype <- function(name, package, prototype) {
  value <- .givenPrototype(prototype)$data
  if (is.null(value)) return(NULL)
  attr(value, "class") <- structure(name, package = package)
  .Internal(setS4Bit(value, TRUE))
}

.classError <- function(...) {
  simpleError(paste0(...), quote(reconcilePropertiesAndPrototype(
    name, slots, prototype, superClasses, where)))
}

.checkValidity <- function(method, name) {
  if (!is.function(method)) {
    stop(simpleError(paste0(
      "a validity method must be a function of one argument, got an object of class \u201c",
      class(method)[1L], "\u201d"), quote(.makeValidityMethod(Class, method))))
  }
  count <- length(formals(method))
  if (is.function(method) && !is.primitive(method) && count != 1L) {
    stop(simpleError(paste0("trying to change the argument list of for validity method for class '",
      name, "' with ", count, " arguments to have arguments (object)"),
      quote(substituteFunctionArgs(validity, "object", functionName = sprintf(
        "validity method for class '%s'", name)))))
  }
  method
}

# Environments and the like cannot carry slots themselves.
.mappedSupers <- function(supers) {
  hidden <- c("environment", "name", "externalptr", "NULL")
  supers[supers %in% hidden] <- paste0(".", supers[supers %in% hidden])
  supers
}

.dataTypes <- c(
  "numeric", "character", "logical", "integer", "double", "complex", "raw", "expression",
  "list", "function", "matrix", "array", "vector", "structure", "ts", "call", "language",
  "formula", "{", "if", "<-", "for", "while", "repeat", "(")

# Whether objects of a class are data: a type of R, or a union of such types.
.isDataClass <- function(name) {
  if (name %in% .dataTypes[1:13]) return(TRUE)
  if (!isClassUnion(name) || name %in% .basicUnions) return(FALSE)
  typeof(.classPrototype(name)) %in% .dataTypes
}

.allSlots <- function(own, direct) {
  slots <- lapply(own, function(class) structure(class, package = .packageOfClass(class)))
  data <- NULL
  for (one in direct) {
    super <- as.vector(one@superClass)
    more <- .slotOf(.findClass(super), "slots")
    if (.isDataClass(super)) more <- c(list(.Data = super), more)
    if (is.null(data) && !is.null(more[[".Data"]])) data <- more[[".Data"]]
    slots <- c(slots, more[setdiff(names(more), names(slots))])
  }
  if (!is.null(data)) slots <- c(list(.Data = data), slots[names(slots) != ".Data"])
  slots
}

.warnUndefined <- function(name, slots) {
  isKnown <- vapply(slots, function(slot) !is.null(.findClass(slot)), NA)
  if (all(isKnown)) return()
  bad <- paste0(names(slots)[!isKnown], "(class \"", unlist(slots[!isKnown]), "\")")
  warning(paste0("undefined slot classes",
    " in definition of \"", name, "\": ", paste(bad, collapse = ", ")), call. = FALSE)
}

# ---- Prototypes ------------------------------------------------------------

# The object that `new()` starts from.
.newPrototype <- function(name, package, slots, direct, prototype, virtual) {
  data <- slots[[".Data"]]
  given <- .givenPrototype(prototype)
  object <- .inheritedData(direct, data)
  if (!is.null(given$data)) object <- .withData(object, given$data)
  unknown <- setdiff(names(given$slots), names(slots))
  if (length(unknown)) .unknownPrototype(unknown)
  for (slot in setdiff(names(slots), ".Data")) {
    value <- if (slot %in% names(given$slots)) {
      .checkedPrototype(given$slots[[slot]], slot, slots[[slot]], name)
    } else .inheritedSlot(slot, slots[[slot]], direct)
    object <- .Internal(setRawSlot(object, slot, value))
  }
  if (virtual && !length(slots)) return(object)
  attr(object, "class") <- structure(name, package = package)
  .Internal(setS4Bit(object, TRUE))
}

.unknownPrototype <- function(unknown) {
  stop(.classError(
    if (length(unknown) > 1L) "named elements of prototype do not correspond to slot names: "
    else "named elements of prototype do not correspond to slot name: ",
    paste0("\"", unknown, "\"", collapse = ", ")))
}

# What `prototype =` says: data without a name, slots by name.
.givenPrototype <- function(prototype) {
  if (is.null(prototype)) return(list())
  if (isS4(prototype) && .Internal(hasSlot(prototype, "dataPart"))) {
    object <- .slotOf(prototype, "object")
    return(list(data = object$data, slots = object$slots))
  }
  if (is.list(prototype) && !is.object(prototype) && !is.null(names(prototype)) &&
      all(nzchar(names(prototype)))) {
    return(list(slots = prototype))
  }
  if (is.list(prototype) && !is.object(prototype)) {
    if (!length(prototype)) return(list())
    if (length(prototype) > 1L) {
      stop(simpleError("only one data object (unnamed argument to prototype) allowed",
        quote(.prototype(...))))
    }
    prototype <- prototype[[1L]]
  }
  list(data = prototype)
}

# The data that an object starts with: that of the first superclass with data.
.inheritedData <- function(direct, data) {
  if (is.null(data)) return(.Internal(makeS4Object()))
  for (one in direct) {
    value <- .classPrototype(one@superClass)
    if (!is.null(value) && typeof(value) != "S4") return(value)
  }
  .classPrototype(data)
}

.withData <- function(object, data) {
  if (isS4(object) && typeof(object) != "S4") {
    return(.Internal(setRawSlot(object, ".Data", data)))
  }
  if (isS4(data) && typeof(data) == "S4") data else .plainData(data)
}

.plainData <- function(data) {
  if (isS4(data)) .Internal(dataPart(data)) else data
}

.inheritedSlot <- function(slot, class, direct) {
  for (one in direct) {
    value <- .classPrototype(one@superClass)
    if (.Internal(hasSlot(value, slot))) return(.slotOf(value, slot))
  }
  .classPrototype(class)
}

.checkedPrototype <- function(value, slot, class, name) {
  if (class == "ANY" || .valueIs(value, class)) return(value)
  stop(simpleError(
    paste0("in making the prototype for class \u201c", name,
      "\u201d elements of the prototype failed to match the corresponding slot class: ", slot,
      " (class \"", class, "\" )"),
    quote(makePrototypeFromClassDef(properties, ClassDef, immediate, where))))
}

# ---- Definitions and generators ---------------------------------------------

.keepRepresentation <- function(Class, definition, package, where) {
  definition <- .Internal(setRawSlot(
    definition, "className", structure(Class, package = package)))
  .keepClass(definition, where)
  .classesChanged()
  .classGenerator(Class, package)
}

# Tells the superclasses of a class that it extends them.
.registerSubclass <- function(definition) {
  name <- as.vector(.slotOf(definition, "className"))
  for (one in .slotOf(definition, "contains")) {
    super <- as.vector(one@superClass)
    if (is.null(.findClass(super))) next
    .addSubclass(super, .extension(
      name, super, .slotOf(definition, "package"), by = one@by, dataPart = one@dataPart,
      simple = one@simple, distance = one@distance))
  }
}

.addSubclass <- function(super, link) {
  known <- .slotOf(.findClass(super), "subclasses")
  known <- known[names(known) != link@subClass]
  known[[as.vector(link@subClass)]] <- link
  .setClassSlot(super, "subclasses", known)
}

.classGenerator <- function(name, package) {
  def <- eval(substitute(function(...) new(CLASS, ...), list(CLASS = name)), globalenv())
  .dressFunction(def, "classGeneratorFunction",
    className = structure(name, package = package), package = package)
}

#' Parts of a class definition
#'
#' `representation()` gives slots (named) and superclasses (not named),
#' `prototype()` the values of slots (named) and of the data part,
#' `signature()` the classes of arguments.
#'
#' @param ... names of classes, or values.
#' @examples
#' representation("numeric", unit = "character")
#' signature(x = "numeric", y = "missing")
representation <- function(...) {
  parts <- list(...)
  for (k in seq_along(parts)) {
    if (!is.character(parts[[k]]) || length(parts[[k]]) != 1L) {
      stop(paste0("element ", k, " of the representation was not a single character string"))
    }
  }
  given <- names(parts)
  repeated <- given[nzchar(given) & duplicated(given)]
  if (length(repeated)) {
    stop(paste0(if (length(repeated) > 1L) "duplicated slot names: " else "duplicated slot name: ",
      paste0("\u2018", repeated, "\u2019", collapse = ", ")), domain = NA)
  }
  parts
}

#' @rdname representation
prototype <- function(...) {
  parts <- list(...)
  given <- names(parts)
  isSlot <- if (is.null(given)) rep(FALSE, length(parts)) else nzchar(given)
  data <- parts[!isSlot]
  if (length(data) > 1L) stop("only one unnamed argument to prototype()")
  object <- list(data = if (length(data)) data[[1L]], slots = parts[isSlot])
  .makeS4("classPrototypeDef",
    object = object, slots = names(parts[isSlot]), dataPart = length(data) > 0L)
}

#' @rdname representation
signature <- function(...) {
  classes <- list(...)
  value <- vapply(classes, function(one) as.vector(one)[1L], "")
  if (!all(vapply(classes, is.character, NA))) {
    stop("all of the arguments to signature() must be character strings")
  }
  value
}

#' How a class is checked
#'
#' `setValidity()` gives a class its validity function, `getValidity()` tells it.
#'
#' @param Class the name of a class.
#' @param method a function of an object: `TRUE`, or strings that say what is wrong.
#' @param where the environment where the class is kept.
#' @param ClassDef a definition.
#' @examples
#' setClass("Positive", representation(x = "numeric"))
#' setValidity("Positive", function(object) if (object@x > 0) TRUE else "not positive")
#' try(new("Positive", x = -1))
setValidity <- function(Class, method, where = topenv(parent.frame())) {
  definition <- getClass(Class, where = where)
  name <- as.vector(.slotOf(definition, "className"))
  .checkValidity(method, name)
  definition <- .Internal(setRawSlot(definition, "validity", method))
  .keepClass(definition, where)
  definition
}

#' @rdname setValidity
getValidity <- function(ClassDef) ClassDef@validity

#' @rdname setValidity
resetClass <- function(Class, classDef, where) {
  definition <- if (missing(classDef)) getClass(Class) else classDef
  .classesChanged()
  definition
}
