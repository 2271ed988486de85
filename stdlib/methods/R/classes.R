# The tables of classes.  A class lies in `.classes` under its name, and in the
# environment where it was made as `.__C__name`; the classes of the language
# itself are made when they are first wanted, from `.basicTable`.

.classes <- new.env(hash = TRUE)

# Class unions by their members: a member's name gives the names of its unions.
.unions <- new.env(hash = TRUE)

# What the language's own classes extend directly.  A star marks the data part, an
# exclamation mark a superclass whose objects are made by a method.
.basicTable <- list(
  ANY = "", VIRTUAL = "", missing = "", vector = "",
  logical = "vector", numeric = "vector",
  character = "vector data.frameRowLabels SuperClassMethod",
  complex = "vector",
  integer = "double! numeric vector data.frameRowLabels", double = "numeric vector",
  raw = "vector", expression = "vector", list = "vector", structure = "vector!",
  array = "structure", matrix = "array",
  `function` = "OptionalFunction PossibleMethod", `NULL` = "OptionalFunction optionalMethod",
  language = "", name = "language refObject", call = "language", `{` = "language",
  `if` = "language", `<-` = "language", `for` = "language", `while` = "language",
  `repeat` = "language", `(` = "language",
  environment = "refObject", externalptr = "refObject", builtin = "", special = "",
  S4 = "", S3 = "", oldClass = "", nonStructure = "",
  OptionalFunction = "", PossibleMethod = "", optionalMethod = "", refObject = "",
  data.frameRowLabels = "", SuperClassMethod = "", refClass = "refObject",
  .environment = "environment!", .externalptr = "externalptr!", .name = "name!",
  .NULL = "NULL!",
  signature = "character*", className = "character*", ObjectsWithPackage = "character*",
  ts = "structure oldClass", mts = "matrix ts", factor = "integer* oldClass",
  ordered = "factor", data.frame = "list* oldClass", namedList = "list*",
  listOfMethods = "namedList", table = "oldClass", summary.table = "oldClass",
  formula = "oldClass", lm = "oldClass", POSIXt = "oldClass", Date = "oldClass",
  dump.frames = "oldClass", anova.glm = "oldClass", hsearch = "oldClass",
  integrate = "oldClass", packageInfo = "oldClass", libraryIQR = "oldClass",
  mtable = "oldClass", recordedplot = "oldClass", socket = "oldClass",
  packageIQR = "oldClass", density = "oldClass", logLik = "oldClass", rle = "oldClass",
  anova = "data.frame", summaryDefault = "table", mlm = "lm", aov = "lm", glm = "lm",
  POSIXct = "POSIXt", POSIXlt = "POSIXt", anova.glm.null = "anova.glm",
  maov = "mlm aov", glm.null = "glm",
  classRepresentation = "", ClassUnionRepresentation = "classRepresentation",
  refClassRepresentation = "classRepresentation", SClassExtension = "",
  classGeneratorFunction = "function*", MethodDefinition = "function* PossibleMethod",
  MethodWithNext = "MethodDefinition", SealedMethodDefinition = "MethodDefinition",
  derivedDefaultMethod = "MethodDefinition", internalDispatchMethod = "derivedDefaultMethod",
  genericFunction = "function*", standardGeneric = "genericFunction", nonstandardGeneric = "",
  nonstandardGenericFunction = "genericFunction nonstandardGeneric",
  groupGenericFunction = "genericFunction",
  activeBindingFunction = "function*", defaultBindingFunction = "activeBindingFunction",
  refMethodDef = "function* SuperClassMethod", externalRefMethod = "refMethodDef",
  refObjectGenerator = "classGeneratorFunction refClass",
  refGeneratorSlot = "envRefClass", envRefClass = ".environment refClass",
  localRefClass = "envRefClass", uninitializedField = "",
  sourceEnvironment = ".environment")

.basicVirtual <- c(
  "ANY", "VIRTUAL", "missing", "vector", "structure", "language", "S4", "S3", "oldClass",
  "nonStructure", "OptionalFunction", "PossibleMethod", "optionalMethod", "refObject",
  "data.frameRowLabels", "SuperClassMethod", "refClass", "nonstandardGeneric", "lm",
  "POSIXt", "Date", "dump.frames", "anova.glm", "hsearch", "integrate", "packageInfo",
  "libraryIQR", "mtable", "recordedplot", "socket", "packageIQR", "density", "logLik",
  "rle", "anova", "summaryDefault", "mlm", "aov", "glm", "POSIXct", "POSIXlt",
  "anova.glm.null", "maov", "glm.null")

.basicUnions <- c(
  "OptionalFunction", "PossibleMethod", "refObject", "data.frameRowLabels",
  "SuperClassMethod", "refClass")

# The slots that a class of the language has of its own.
.basicSlots <- function(name) {
  definition <- c(
    slots = "list", contains = "list", virtual = "logical", prototype = "ANY",
    validity = "OptionalFunction", access = "list", className = "character",
    package = "character", subclasses = "list", versionKey = "externalptr",
    sealed = "logical")
  as.list(switch(name,
    oldClass = c(.S3Class = "character"),
    ts = c(.Data = "vector", tsp = "numeric"),
    mts = c(.Data = "vector"),
    factor = c(.Data = "integer", levels = "character"),
    data.frame = c(.Data = "list", names = "character", row.names = "data.frameRowLabels"),
    namedList = c(.Data = "list", names = "character"),
    signature = c(.Data = "character", names = "character", package = "character"),
    className = , ObjectsWithPackage = c(.Data = "character", package = "character"),
    listOfMethods = c(
      arguments = "character", signatures = "list", generic = "genericFunction"),
    .environment = c(.xData = "environment"), .externalptr = c(.xData = "externalptr"),
    .name = c(.xData = "name"), .NULL = c(.xData = "NULL"),
    classRepresentation = definition,
    refClassRepresentation = c(
      fieldClasses = "list", fieldPrototypes = "environment", refMethods = "environment",
      refSuperClasses = "character"),
    SClassExtension = c(
      subClass = "character", superClass = "character", package = "character",
      coerce = "function", test = "function", replace = "function", simple = "logical",
      by = "character", dataPart = "logical", distance = "numeric"),
    classGeneratorFunction = c(
      .Data = "function", className = "character", package = "character"),
    MethodDefinition = c(
      .Data = "function", target = "signature", defined = "signature",
      generic = "character"),
    MethodWithNext = c(nextMethod = "PossibleMethod", excluded = "list"),
    internalDispatchMethod = c(internal = "character"),
    genericFunction = c(
      .Data = "function", generic = "character", package = "character", group = "list",
      valueClass = "character", signature = "character", default = "optionalMethod",
      skeleton = "call"),
    groupGenericFunction = c(groupMembers = "list"),
    activeBindingFunction = c(.Data = "function"),
    defaultBindingFunction = c(field = "character", className = "character"),
    refMethodDef = c(
      .Data = "function", mayCall = "character", name = "character",
      refClassName = "character", superClassMethod = "SuperClassMethod"),
    externalRefMethod = c(actual = "function"),
    refObjectGenerator = c(generator = "refGeneratorSlot"),
    uninitializedField = c(field = "character", className = "character"),
    sourceEnvironment = c(
      packageName = "character", dateCreated = "POSIXt", sourceFile = "character"),
    character()))
}

# The prototype of a class that is a type of R; NULL for others.
.basicPrototype <- function(name) {
  switch(name,
    vector = , logical = logical(), numeric = , double = numeric(),
    character = , data.frameRowLabels = , SuperClassMethod = character(),
    complex = complex(), integer = integer(), raw = raw(), expression = expression(),
    list = list(), structure = , array = structure(numeric(), dim = 0L),
    matrix = matrix(NA, 0, 0)[, , drop = FALSE],
    `function` = , PossibleMethod = .emptyFunction,
    language = , name = as.name("<UNDEFINED>"), call = quote(`<undef>`()), `{` = quote({}),
    `if` = quote(if (NA) TRUE else FALSE), `<-` = quote(`<undef>` <- NULL),
    `for` = quote(for (NAME in logical()) NULL), `while` = quote(while (FALSE) NULL),
    `repeat` = quote(repeat {}), `(` = quote((NULL)),
    environment = , refObject = new.env(), data.frame = data.frame(), factor = factor(),
    ordered = factor(ordered = TRUE), ts = stats::ts(NA), table = table(logical()),
    formula = .emptyFormula(), NULL)
}

.emptyFunction <- eval(quote(function() NULL), globalenv())

.emptyFormula <- function() {
  structure(list(), .Environment = .methodsNamespace(), class = "formula")
}

.methodsNamespace <- function() asNamespace("methods")

# ---- Making definitions ----------------------------------------------------

# An S4 object of a class of this package with some slots.
.makeS4 <- function(class, ...) {
  object <- .Internal(makeS4Object())
  slots <- list(...)
  for (name in names(slots)) {
    object <- .Internal(setRawSlot(object, name, slots[[name]]))
  }
  attr(object, "class") <- structure(class, package = "methods")
  object
}

# Gives a function the slots of an S4 class of this package.
.dressFunction <- function(def, class, ...) {
  slots <- list(...)
  for (name in names(slots)) def <- .Internal(setRawSlot(def, name, slots[[name]]))
  attr(def, "class") <- structure(class, package = "methods")
  .Internal(setS4Bit(def, TRUE))
}

.slotOf <- function(object, name) .Internal(rawSlot(object, name))

.makeDefinition <- function(name, package, slots, contains, virtual, prototype,
                            validity = NULL, access = list(), sealed = FALSE,
                            class = "classRepresentation") {
  .makeS4(class,
    slots = slots, contains = contains, virtual = virtual, prototype = prototype,
    validity = validity, access = access, className = structure(name, package = package),
    package = package, subclasses = list(), versionKey = .newExternalptr(), sealed = sealed)
}

.extension <- function(subClass, superClass, package, by = character(), dataPart = FALSE,
                       simple = TRUE, distance = 1, coerce = NULL, test = NULL,
                       replace = NULL) {
  .makeS4("SClassExtension",
    subClass = subClass, superClass = superClass, package = package, coerce = coerce,
    test = test, replace = replace, simple = simple, by = by, dataPart = dataPart,
    distance = distance)
}

# All that a class extends, nearest first: the direct superclasses, then what they
# extend.
.allSuperclasses <- function(name, direct) {
  found <- direct
  for (step in direct) {
    definition <- .findClass(step@superClass)
    if (is.null(definition)) next
    for (further in .slotOf(definition, "contains")) {
      found[[length(found) + 1L]] <- .extension(
        name, further@superClass, further@package, by = step@superClass,
        dataPart = step@dataPart && further@dataPart, simple = step@simple && further@simple,
        distance = step@distance + further@distance, coerce = step@coerce)
    }
  }
  if (!length(found)) return(list())
  names(found) <- vapply(found, function(one) as.vector(one@superClass), "")
  found <- found[order(vapply(found, function(one) one@distance, 0))]
  found[!duplicated(names(found))]
}

.directUnions <- function(name) {
  lapply(.unions[[name]], function(union) {
    .extension(name, union, .packageOfClass(union))
  })
}

.packageOfClass <- function(name) {
  definition <- .classes[[name]]
  if (is.null(definition)) "methods" else definition@package
}

.basicClass <- function(name) {
  written <- .basicTable[[name, exact = TRUE]]
  if (is.null(written)) return(NULL)
  words <- strsplit(written, " ", fixed = TRUE)[[1L]]
  direct <- lapply(words[nzchar(words)], function(word) {
    .extension(name, sub("[*!]$", "", word), "methods", dataPart = endsWith(word, "*"),
               simple = !endsWith(word, "!"))
  })
  contains <- .allSuperclasses(name, c(direct, .directUnions(name)))
  if (name == "genericFunction") {
    link <- .extension(name, "optionalMethod", "methods", by = "function", distance = 2)
    contains <- c(contains, list(optionalMethod = link))
  }
  slots <- .basicSlots(name)
  for (one in direct) {
    more <- .slotOf(.findClass(one@superClass), "slots")
    slots <- c(slots, more[setdiff(names(more), names(slots))])
  }
  virtual <- name %in% .basicVirtual
  isUnion <- name %in% .basicUnions
  definition <- .makeDefinition(
    name, "methods", slots, contains, virtual, NULL,
    class = if (isUnion) "ClassUnionRepresentation" else "classRepresentation")
  prototype <- .basicPrototype(name)
  if (is.object(prototype)) prototype <- .withOldClass(prototype)
  if (is.null(prototype) && length(slots)) {
    prototype <- .slottedPrototype(name, "methods", slots, direct)
  }
  definition <- .Internal(setRawSlot(definition, "prototype", prototype))
  assign(name, definition, envir = .classes)
  definition
}

# The prototypes of S3 classes are marked as S4 objects.
.withOldClass <- function(prototype) {
  if (!inherits(prototype, c("data.frame", "factor", "ts", "formula"))) return(prototype)
  class <- class(prototype)
  prototype <- .Internal(setRawSlot(prototype, ".S3Class", class))
  attr(prototype, "class") <- structure(class[1L], package = "methods")
  .Internal(setS4Bit(prototype, TRUE))
}

# A prototype of a class of this package: an object, or a function, with slots.
.slottedPrototype <- function(name, package, slots, direct) {
  data <- slots[[".Data"]]
  object <- if (is.null(data)) .Internal(makeS4Object()) else .classPrototype(data)
  if (name == "oldClass") return(object)
  for (slot in setdiff(names(slots), ".Data")) {
    value <- .classPrototype(slots[[slot]])
    if (slot == ".S3Class") value <- .oldClassVector(name, direct)
    object <- .Internal(setRawSlot(object, slot, value))
  }
  if (name %in% .basicVirtual) return(object)
  attr(object, "class") <- structure(name, package = package)
  .Internal(setS4Bit(object, TRUE))
}

.oldClassVector <- function(name, direct) {
  above <- unlist(lapply(direct, function(one) one@superClass))
  further <- character()
  if (length(above)) further <- names(.slotOf(.findClass(above[1L]), "contains"))
  c(name, setdiff(c(above, further), c("oldClass", "integer", "double", "numeric", "vector",
    "data.frameRowLabels", "list", "structure")))
}

.classPrototype <- function(name) {
  definition <- .findClass(name)
  if (is.null(definition)) NULL else .slotOf(definition, "prototype")
}

# The definition of a class, or NULL.
.findClass <- function(name) {
  found <- .classes[[name]]
  if (is.null(found)) .basicClass(name) else found
}

# The class of an S4 object with its superclasses, as S3 dispatch walks them.
.classLinearization <- function(name) {
  definition <- .findClass(name)
  if (is.null(definition)) return(name)
  c(name, names(.slotOf(definition, "contains")))
}

# The nearest class that all of some classes extend and that has a method; else the first.
.commonClass <- function(names, table) {
  common <- Reduce(intersect, lapply(names, .classLinearization))
  common <- intersect(common, ls(table$.MTable))
  if (length(common)) common[1L] else if ("ANY" %in% ls(table$.MTable)) "ANY" else names[1L]
}

# ---- Asking ----------------------------------------------------------------

#' Definitions of classes
#'
#' `getClass()` gives the definition of an S4 class and fails if there is none;
#' `getClassDef()` gives `NULL` then. `isClass()` says whether there is one,
#' `isVirtualClass()` whether it has no objects of its own.
#'
#' @param Class the name of a class, or a definition.
#' @param .Force give a definition even if the class is not defined?
#' @param where,package,inherits,formal,classTable where to look.
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' getClass("Track")
#' isVirtualClass("Track")
#' isClass("no such class")
getClass <- function(Class, .Force = FALSE, where = topenv(parent.frame())) {
  if (isClassDef(Class)) return(Class)
  definition <- getClassDef(Class, where)
  if (!is.null(definition)) return(definition)
  if (.Force) return(.makeDefinition(Class, "base", list(), list(), TRUE, NULL))
  stop(paste0("\u201c", Class, "\u201d is not a defined class"))
}

#' @rdname getClass
getClassDef <- function(Class, where = topenv(parent.frame()), package = "methods",
                        inherits = TRUE) {
  if (isClassDef(Class)) return(Class)
  if (!is.character(Class)) {
    stop(simpleError("class should be either a character-string name or a class definition",
      quote(.getClassesFromCache(Class))))
  }
  .findClass(as.vector(Class)[1L])
}

#' @rdname getClass
isClass <- function(Class, formal = TRUE, where) !is.null(getClassDef(Class))

#' @rdname getClass
isClassDef <- function(object) {
  isS4(object) && .Internal(hasSlot(object, "subclasses")) &&
    .Internal(hasSlot(object, "className"))
}

#' @rdname getClass
isVirtualClass <- function(Class, formal = TRUE, where) {
  definition <- getClassDef(Class)
  is.null(definition) || .slotOf(definition, "virtual")
}

#' Slots of a class
#'
#' `slotNames()` gives the names of the slots, `getSlots()` their classes.
#'
#' @param x the name of a class, a definition or an object.
#' @examples
#' setClass("Track", representation(x = "numeric", y = "numeric"))
#' slotNames("Track")
#' getSlots("Track")
slotNames <- function(x) {
  definition <- if (isClassDef(x)) x else if (is.character(x) && length(x) == 1L && !isS4(x)) {
    getClassDef(x)
  } else getClassDef(class(x))
  if (is.null(definition)) return(character())
  names(.slotOf(definition, "slots"))
}

#' @rdname slotNames
getSlots <- function(x) {
  definition <- if (isClassDef(x)) x else getClass(x)
  slots <- .slotOf(definition, "slots")
  if (!length(slots)) return(character())
  vapply(slots, function(slot) as.vector(slot), "")
}

#' Names of the classes that are defined
#'
#' @param where the environment where they were defined; all if missing.
#' @param inherits is ignored.
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' getClasses(globalenv())
getClasses <- function(where, inherits = missing(where)) {
  if (missing(where)) return(sort(unique(c(names(.basicTable), ls(.classes)))))
  if (identical(where, "package:methods")) return(names(.basicTable))
  found <- grep("^\\.__C__", ls(as.environment(where), all.names = TRUE), value = TRUE)
  sub("^\\.__C__", "", found)
}

#' Removing a class
#'
#' @param Class its name.
#' @param where the environment where it was defined.
#' @param resolve.msg is ignored.
#' @return Was there such a class?
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' removeClass("Track")
removeClass <- function(Class, where = topenv(parent.frame()), resolve.msg = FALSE) {
  definition <- .classes[[Class]]
  if (is.null(definition)) {
    warning(paste0("class definition for \u201c", Class, "\u201d not found (no action taken)"))
    return(FALSE)
  }
  for (one in .slotOf(definition, "contains")) .dropSubclass(one@superClass, Class)
  rm(list = Class, envir = .classes)
  hidden <- paste0(".__C__", Class)
  if (exists(hidden, envir = where, inherits = FALSE)) rm(list = hidden, envir = where)
  .classesChanged()
  TRUE
}

.dropSubclass <- function(superClass, name) {
  definition <- .classes[[superClass]]
  if (is.null(definition)) return()
  subclasses <- .slotOf(definition, "subclasses")
  .setClassSlot(superClass, "subclasses", subclasses[names(subclasses) != name])
}

# Changes a slot of a definition wherever it is kept.
.setClassSlot <- function(name, slot, value) {
  definition <- .Internal(setRawSlot(.classes[[name]], slot, value))
  .keepClass(definition)
}

.keepClass <- function(definition, where = NULL) {
  name <- as.vector(.slotOf(definition, "className"))
  assign(name, definition, envir = .classes)
  if (!is.null(where)) assign(paste0(".__C__", name), definition, envir = where)
  invisible(definition)
}

# Methods that were found by inheritance, and superclasses, may be others now.
.classesChanged <- function() {
  .Internal(forgetClasses())
  for (name in ls(.generics, all.names = TRUE)) {
    for (table in .generics[[name]]) .resetTable(table)
  }
  rm(list = ls(.nextMethods, all.names = TRUE), envir = .nextMethods)
}

#' The package of an environment
#'
#' @param where an environment or a place on the search path.
#' @param create is ignored.
#' @examples
#' getPackageName(globalenv())
getPackageName <- function(where = parent.frame(), create = TRUE) {
  where <- as.environment(where)
  name <- environmentName(where)
  if (identical(where, globalenv())) return(".GlobalEnv")
  if (!is.null(own <- where[[".packageName"]])) return(own)
  if (nzchar(name)) return(sub("^(package|namespace):", "", name))
  ".GlobalEnv"
}
