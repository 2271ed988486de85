#' Is an object of a class?
#'
#' `is(object, class2)` says whether the class of the object is or extends another;
#' without `class2` it gives all classes that the object has. `extends()` asks the
#' same of classes. `setIs()` says that a class extends another.
#'
#' @param object an object.
#' @param class1,class2 names of classes.
#' @param maybe,fullInfo are ignored.
#' @param test,coerce,replace functions that say whether and how an object of the
#'   first class is one of the second.
#' @param by,where,classDef,extensionObject,doComplete are ignored.
#' @examples
#' is(1L, "numeric")
#' is(1L)
#' extends("integer", "numeric")
is <- function(object, class2) {
  own <- class(object)
  if (missing(class2)) return(.allClasses(object))
  if (isClassDef(class2)) class2 <- .slotOf(class2, "className")
  class2 <- as.vector(class2)
  if (.valueIs(object, class2)) return(.passesTest(object, class2))
  if (!is.null(.findClass(class2)) && is.function(object)) {
    return(class2 %in% .classLinearization("function"))
  }
  inherits(object, class2) || .implicitIs(object, class2)
}

.implicitIs <- function(object, class2) {
  !isS4(object) && !is.object(object) && class2 %in% c("matrix", "array") &&
    class2 %in% class(object)
}

# A class may extend another for some of its objects only.
.passesTest <- function(object, class2) {
  definition <- .findClass(class(object)[1L])
  if (is.null(definition)) return(TRUE)
  link <- .slotOf(definition, "contains")[[class2]]
  if (is.null(link) || !is.function(.slotOf(link, "test"))) return(TRUE)
  isTRUE(.slotOf(link, "test")(object))
}

.allClasses <- function(object) {
  .classLinearization(.implicitClasses(object)[1L])
}

#' @rdname is
extends <- function(class1, class2, maybe = TRUE, fullInfo = FALSE) {
  if (isClassDef(class1)) class1 <- as.vector(.slotOf(class1, "className"))
  if (missing(class2)) {
    definition <- getClassDef(class1)
    if (is.null(definition)) return(class1)
    if (fullInfo) return(.slotOf(definition, "contains"))
    return(.classLinearization(class1))
  }
  if (isClassDef(class2)) class2 <- as.vector(.slotOf(class2, "className"))
  class2 %in% c("ANY", .classLinearization(class1))
}

#' @rdname is
setIs <- function(class1, class2, test = NULL, coerce = NULL, replace = NULL,
                  by = character(), where = topenv(parent.frame()), classDef,
                  extensionObject = NULL, doComplete = TRUE) {
  definition <- getClass(class1)
  super <- getClass(class2)
  if (is.null(coerce) && !.slotOf(super, "virtual")) {
    missing <- setdiff(names(.slotOf(super, "slots")), names(.slotOf(definition, "slots")))
    if (length(missing)) {
      stop(simpleError(paste0("class ", dQuote(class1), " cannot extend class ",
        dQuote(class2), ": slots in class ", dQuote(class2),
        " but not in class: ", paste(missing, collapse = ", ")), sys.call()))
    }
  }
  link <- .extension(as.vector(class1), as.vector(class2), .slotOf(super, "package"),
    simple = is.null(coerce), coerce = coerce, test = test, replace = replace)
  .extendWith(definition, link)
  if (is.function(coerce)) .storeCoerce(class1, class2, coerce, replace)
  .classesChanged()
  invisible(.slotOf(getClass(class1), "contains"))
}

#' Does a method for a class apply?
#'
#' @param object an object.
#' @param Class a class.
#' @examples
#' canCoerce(1, "character")
canCoerce <- function(object, Class) {
  is(object, Class) || !is.null(.coerceMethod(object, class(object)[1L], Class))
}

# ---- as -----------------------------------------------------------------------

.coerceMethods <- new.env(hash = TRUE)

.replaceMethods <- new.env(hash = TRUE)

.storeCoerce <- function(from, to, def, replace = NULL) {
  key <- paste(from, to, sep = "#")
  assign(key, def, envir = .coerceMethods)
  if (is.function(replace)) assign(key, replace, envir = .replaceMethods)
}

#' Objects as objects of another class
#'
#' `as()` converts an object: by a method that `setAs()` has set, to a superclass, or
#' between the types of the language. `as<-` changes that part of an object which
#' belongs to a superclass.
#'
#' @param object the object.
#' @param Class the class wanted.
#' @param strict drop what the class does not have?
#' @param ext is ignored.
#' @param from,to names of classes.
#' @param def a function of one argument, `from`.
#' @param replace a function of an object and the value for it.
#' @param where is ignored.
#' @param value the new part.
#' @examples
#' as(3.7, "integer")
#' setClass("Celsius", representation(degrees = "numeric"))
#' setAs("numeric", "Celsius", function(from) new("Celsius", degrees = from))
#' as(20, "Celsius")
as <- function(object, Class, strict = TRUE, ext) {
  own <- class(object)[1L]
  if (own == Class || Class == "ANY") return(object)
  if (Class == "double" && own == "numeric") return(object)
  asMethod <- .coerceMethod(object, own, Class, strict)
  if (is.null(asMethod)) {
    stop(paste0("no method or default for coercing \u201c", own, "\u201d to \u201c", Class,
      "\u201d"), domain = NA)
  }
  asMethod(object)
}

.coerceMethod <- function(object, own, Class, strict = TRUE) {
  direct <- .coerceMethods[[paste(own, Class, sep = "#")]]
  if (!is.null(direct)) return(direct)
  definition <- .findClass(own)
  supers <- .slotOf(definition, "contains")
  if (Class %in% names(supers)) {
    return(.tableCoerce(environment(coerce), own, Class,
      function(from) .asSuper(from, Class, supers[[Class]], strict)))
  }
  for (super in names(supers)) {
    found <- .coerceMethods[[paste(super, Class, sep = "#")]]
    if (!is.null(found)) return(function(from) found(.asSuper(from, super, supers[[super]], FALSE)))
  }
  if (Class == "S3") return(function(from) S3Part(from, strictS3 = TRUE))
  basic <- .basicCoerce(Class)
  if (is.null(basic)) {
    down <- .downward(own, Class)
    return(if (is.function(down)) .tableCoerce(environment(coerce), own, Class, down))
  }
  if (isS4(object) && typeof(object) != "S4") {
    return(function(from) basic(.Internal(dataPart(from))))
  }
  basic
}

# An object as one of a class that extends its own.
.downward <- function(own, Class) {
  definition <- .findClass(Class)
  if (is.null(definition) || .slotOf(definition, "virtual")) return(NULL)
  if (!own %in% names(.slotOf(definition, "contains"))) return(NULL)
  function(from) new(Class, from)
}

.basicCoerce <- function(Class) {
  switch(Class,
    numeric = function(from) if (is.integer(from)) from else as.numeric(from),
    double = function(from) as.double(from), integer = function(from) as.integer(from),
    logical = function(from) as.logical(from), character = function(from) as.character(from),
    complex = function(from) as.complex(from), raw = function(from) as.raw(from),
    list = function(from) {
      value <- as.list(from)
      if (is.atomic(from)) names(value) <- names(from)
      value
    },
    expression = function(from) as.expression(from),
    vector = function(from) as.vector(from),
    matrix = function(from) as.matrix(from), array = function(from) as.array(from),
    name = function(from) as.name(from), call = function(from) as.call(from),
    `function` = function(from) as.function(from),
    environment = function(from) as.environment(from), `NULL` = function(from) NULL, NULL)
}

.asSuper <- function(object, Class, link, strict) {
  if (is.function(.slotOf(link, "coerce"))) return(.slotOf(link, "coerce")(object))
  if (!strict && isS4(object) && .slotOf(link, "simple")) return(object)
  definition <- .findClass(Class)
  if (isS4(object) && .Internal(hasSlot(object, ".S3Class")) && Class != "oldClass" &&
      "oldClass" %in% names(.slotOf(definition, "contains"))) {
    return(.s3Value(object, definition, Class))
  }
  if (!isS4(object)) return(.asBasic(object, Class, definition))
  if (.slotOf(definition, "virtual")) return(.asVirtual(object, link))
  slots <- .slotOf(definition, "slots")
  if (!length(slots)) {
    if (Class == "environment") return(.slotOf(object, ".xData"))
    return(.Internal(dataPart(object)))
  }
  value <- .slotOf(definition, "prototype")
  for (slot in names(slots)) value <- .Internal(setRawSlot(value, slot, .slotOf(object, slot)))
  value
}

# An object is one of a virtual class as it is; on the way there it becomes one of the class
# in between.
.asVirtual <- function(object, link) {
  between <- .slotOf(link, "by")
  if (!length(between)) return(object)
  .asSuper(object, between, .slotOf(.findClass(class(object)[1L]), "contains")[[between]], TRUE)
}

# An object that is not of an S4 class as one of a type that its class extends.
.asBasic <- function(object, Class, definition) {
  basic <- .basicCoerce(Class)
  if (is.null(basic)) return(object)
  if (!is.object(object)) return(basic(object))
  if (!Class %in% .dataTypes || .slotOf(definition, "virtual")) return(object)
  attributes(object) <- NULL
  object
}

#' @rdname as
`as<-` <- function(object, Class, value) {
  own <- class(object)[1L]
  if (own == Class) return(value)
  key <- paste(own, Class, sep = "#")
  replace <- .replaceMethods[[key]]
  if (is.function(replace)) return(replace(object, value))
  definition <- .findClass(own)
  super <- .findClass(Class)
  if (is.null(definition) || !Class %in% names(.slotOf(definition, "contains"))) {
    stop(paste0("no method or default for as() replacement of \u201c", own,
      "\u201d with Class=\"", Class, "\""), domain = NA)
  }
  slots <- names(.slotOf(super, "slots"))
  if (!length(slots)) return(.Internal(setRawSlot(object, ".Data", value)))
  for (slot in slots) object <- .Internal(setRawSlot(object, slot, .slotOf(value, slot)))
  object
}

#' @rdname as
setAs <- function(from, to, def, replace = NULL, where = topenv(parent.frame())) {
  if (is.null(.findClass(to))) {
    message(paste0("in method for \u2018coerce\u2019 with signature \u2018\"", from, "\",\"", to,
      "\"\u2019: no definition for class \u201c", to, "\u201d"))
  }
  given <- names(formals(def))
  isGood <- length(given) == 1L ||
    length(given) < 4L && identical(given, c("from", "to", "strict")[seq_along(given)])
  if (!isGood) {
    stop("'as' method should have one argument, or match the arguments of coerce(): got  (",
      paste(given, collapse = ", "), ")")
  }
  method <- .coerceDefinition(def, to)
  .storeCoerce(from, to, method, replace)
  target <- .signatureObject(c(from, to), c("from", "to"))
  .storeMethod(environment(coerce), c(from, to), .dressFunction(method, "MethodDefinition",
    target = target, defined = target,
    generic = structure("coerce", package = "methods")), "coerce")
  invisible()
}

# The method of `coerce` that a function of `from`, or of `from` and `to`, stands for.
.coerceDefinition <- function(def, to) {
  given <- names(formals(def))
  wanted <- c("from", "to", "strict")[seq_along(given)]
  if (!identical(given, wanted)) {
    message("NOTE: arguments in definition for coerce changed from (",
      paste(given, collapse = ", "), ") to (", paste(wanted, collapse = ", "), ")")
  }
  full <- def
  formals(full) <- as.pairlist(c(alist(from = ), list(to = to, strict = TRUE)))
  full
}

# The generic function with the methods that the language itself brings.
.coerceGeneric <- function() {
  generic <- .builtInGeneric("coerce",
    function(from, to, strict = TRUE) standardGeneric("coerce"), NULL)
  table <- environment(generic)
  table$.SigLength <- 2L
  same <- function(from) from
  for (to in c("array", "call", "character", "complex", "double", "environment", "expression",
               "function", "integer", "list", "logical", "matrix", "name", "NULL", "numeric",
               "vector")) {
    .tableCoerce(table, "ANY", to, .basicCoerce(to))
  }
  .tableCoerce(table, "ANY", "S3", function(from) S3Part(from, strictS3 = TRUE))
  .tableCoerce(table, "ANY", "S4", function(from) asS4(from))
  .tableCoerce(table, "ANY", "ts", function(from) stats::as.ts(from))
  .tableCoerce(table, "oldClass", "S3", function(from) S3Part(from, strictS3 = TRUE))
  .tableCoerce(table, "character", "signature", function(from) new("signature", from))
  .tableCoerce(table, "function", "classGeneratorFunction",
    function(from) new("classGeneratorFunction", from))
  .tableCoerce(table, "groupGenericFunction", "genericFunction", same)
  for (from in c("function", "NULL")) .tableCoerce(table, from, "OptionalFunction", same)
  .tableCoerce(table, "NULL", "optionalMethod", same)
  .tableCoerce(table, "character", "SuperClassMethod", same)
  generic
}

# Puts a conversion among the methods of `coerce`.
.tableCoerce <- function(table, from, to, def) {
  key <- paste(from, to, sep = "#")
  if (!is.null(table$.MTable[[key]])) return(def)
  target <- .signatureObject(c(from, to), c("from", "to"))
  method <- .dressFunction(.coerceDefinition(def, to), "MethodDefinition", target = target,
    defined = target, generic = structure("coerce", package = "methods"))
  assign(key, method, envir = table$.MTable)
  assign(key, method, envir = table$.AllMTable)
  def
}

coerce <- .coerceGeneric()

`coerce<-` <- .builtInGeneric("coerce<-",
  function(from, to, value) standardGeneric("coerce<-"), NULL)

#' S3 and S4 sides of an object
#'
#' `S3Class()` gives the S3 class of an object, `S3Part()` the object without the
#' S4 slots, `isXS3Class()` whether a class extends an S3 class.
#'
#' @param object an object.
#' @param strictS3 drop the S4 class?
#' @param S3Class,needClass,value,classDef the class.
#' @examples
#' S3Class(factor("a"))
S3Class <- function(object) {
  if (isS4(object) && .Internal(hasSlot(object, ".S3Class"))) .slotOf(object, ".S3Class")
  else class(object)
}

#' @rdname S3Class
S3Part <- function(object, strictS3 = FALSE, S3Class) {
  if (!isS4(object)) return(object)
  definition <- getClass(class(object))
  supers <- names(.slotOf(definition, "contains"))
  old <- if (identical(as.vector(.slotOf(definition, "package")), "methods")) {
    .classLinearization(class(object)[1L])
  } else supers
  for (super in old) {
    above <- .findClass(super)
    if (.Internal(hasSlot(object, ".S3Class")) &&
        "oldClass" %in% names(.slotOf(above, "contains"))) {
      return(.s3Value(object, above, if (strictS3) object@.S3Class else super, strictS3))
    }
  }
  for (super in supers) if (.isDataClass(super)) return(.Internal(dataPart(object)))
  stop(paste0("S3Part() is only defined for classes set up by setOldClass(), basic classes ",
    "or subclasses of these: not true of class \u201c", class(object), "\u201d"))
}

# The part of an object that belongs to a registered S3 class; `isPlain` without anything of S4.
.s3Value <- function(object, definition, class, isPlain = FALSE) {
  value <- object
  keep <- c(names(.slotOf(definition, "slots")), "dim", "dimnames", "tsp", "names", "row.names",
            "levels", ".S3Class")
  if (isPlain) keep <- setdiff(keep, ".S3Class")
  for (name in setdiff(names(attributes(value)), keep)) attr(value, name) <- NULL
  attr(value, "class") <- class
  .Internal(setS4Bit(value, !isPlain))
}

#' @rdname S3Class
`S3Part<-` <- function(object, strictS3 = FALSE, needClass, value) {
  for (name in setdiff(names(attributes(value)), "class")) {
    object <- .Internal(setRawSlot(object, name, attributes(value)[[name]]))
  }
  if (typeof(object) != "S4") object <- .Internal(setRawSlot(object, ".Data", unclass(value)))
  object
}

#' @rdname S3Class
isXS3Class <- function(classDef) ".S3Class" %in% names(.slotOf(classDef, "slots"))
