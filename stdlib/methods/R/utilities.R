#' Was an argument given?
#'
#' Says whether the function that asks was called with an argument of this name,
#' matched to one of its own or through `...`.
#'
#' @param name the name, quoted or not.
#' @examples
#' f <- function(x, ...) hasArg(y)
#' f(1, y = 2)
#' f(1)
hasArg <- function(name) {
  wanted <- as.character(substitute(name))
  caller <- sys.function(sys.parent())
  call <- match.call(caller, sys.call(sys.parent()), expand.dots = TRUE, envir = parent.frame(2L))
  wanted %in% names(call)[-1L]
}

#' @rdname isGeneric
getFunction <- function(name, generic = TRUE, mustFind = TRUE,
                        where = topenv(parent.frame())) {
  found <- get0(name, envir = where, mode = "function")
  if (!generic && .isGenericFunction(found)) found <- .slotOf(found, "default")
  if (is.null(found) && mustFind) {
    stop(paste0(if (generic) "no function \u2018" else "no non-generic function \u2018", name,
      "\u2019 found"), domain = NA)
  }
  found
}

#' @rdname isGeneric
getGroup <- function(fdef, recursive = FALSE, where = topenv(parent.frame())) {
  name <- if (is.function(fdef)) as.vector(.slotOf(fdef, "generic")) else fdef
  groups <- .groupsOf(name)
  if (!recursive) groups <- groups[seq_len(min(1L, length(groups)))]
  as.list(groups)
}

#' @rdname isGeneric
resetGeneric <- function(f, fdef = getGeneric(f), mlist, where, deflt) {
  if (is.null(fdef)) {
    stop(paste0("cannot reset \u2018", f,
      "\u2019, the definition is not a generic function object"))
  }
  .resetTable(environment(fdef))
  f
}

#' @rdname isGeneric
hasMethods <- function(f, where, package = "") {
  generic <- getGeneric(f)
  !is.null(generic) && length(ls(environment(generic)$.MTable, all.names = TRUE)) > 0L
}

#' @rdname isGeneric
findFunction <- function(f, generic = TRUE, where = topenv(parent.frame())) {
  found <- list()
  for (place in search()) {
    here <- get0(f, envir = as.environment(place), mode = "function", inherits = FALSE)
    if (is.function(here) && (generic || !.isGenericFunction(here))) {
      found[[length(found) + 1L]] <- as.environment(place)
    }
  }
  found
}

# ---- Classes ------------------------------------------------------------------

#' More about classes
#'
#' `className()` is the name of a class with its package, `packageSlot()` the package
#' of a name. `isClassUnion()` says whether a class was made by [setClassUnion()],
#' `getAllSuperClasses()` and `inheritedSlotNames()` tell what a class takes from
#' others, `findClass()` where it is defined, `.classEnv()` the environment of its
#' package. `defaultPrototype()` is an object of no class, `newEmptyObject()` an empty
#' list. `validSlotNames()` gives its argument or an error, `possibleExtends()` asks
#' what [extends()] asks, `slotsFromS3()` tells the slots of an S3 object,
#' `testVirtual()` whether a class would be virtual.
#'
#' @param class,Class,ClassDef,class1,class2,classes a class.
#' @param package the name of a package.
#' @param object an object.
#' @param value the new package.
#' @param where,default,mustFind,simpleOnly,unique,ClassDef1,ClassDef2 are ignored.
#' @param names names of slots.
#' @param properties,extends,virtual,prototype parts of a definition.
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' className("Track")
#' isClassUnion("Track")
#' validSlotNames(c("a", "b"))
className <- function(class, package) {
  definition <- if (isClassDef(class)) class else getClass(as.vector(class))
  name <- .slotOf(definition, "className")
  object <- .Internal(setRawSlot(as.vector(name), "package",
    if (missing(package)) .slotOf(definition, "package") else package))
  attr(object, "class") <- structure("className", package = "methods")
  .Internal(setS4Bit(object, TRUE))
}

#' @rdname className
packageSlot <- function(object) attr(object, "package")

#' @rdname className
`packageSlot<-` <- function(object, value) {
  attr(object, "package") <- value
  object
}

#' @rdname className
isClassUnion <- function(Class) {
  definition <- if (isClassDef(Class)) Class else getClassDef(Class)
  identical(as.vector(class(definition))[1L], "ClassUnionRepresentation")
}

#' @rdname className
getAllSuperClasses <- function(ClassDef, simpleOnly = TRUE) {
  names <- names(.slotOf(ClassDef, "contains"))
  if (is.null(names)) character() else names
}

#' @rdname className
inheritedSlotNames <- function(Class, where = topenv(parent.frame())) {
  definition <- getClass(Class)
  unique(unlist(lapply(names(.slotOf(definition, "contains")), slotNames)))
}

#' @rdname className
findClass <- function(Class, where, unique = "") {
  name <- if (isClassDef(Class)) as.vector(.slotOf(Class, "className")) else Class
  definition <- .findClass(name)
  if (is.null(definition)) return(list())
  list(.packageEnvironment(.slotOf(definition, "package")))
}

.packageEnvironment <- function(package) {
  if (identical(as.vector(package), ".GlobalEnv")) return(globalenv())
  attached <- paste0("package:", package)
  if (attached %in% search()) as.environment(attached) else asNamespace(package)
}

#' @rdname className
.classEnv <- function(Class, default = .requirePackage("methods"), mustFind = TRUE) {
  definition <- if (isClassDef(Class)) Class else getClass(as.vector(Class))
  package <- as.vector(.slotOf(definition, "package"))
  if (package == ".GlobalEnv") globalenv() else asNamespace(package)
}

.requirePackage <- function(package) asNamespace(package)

#' @rdname className
defaultPrototype <- function() .Internal(makeS4Object())

#' @rdname className
newEmptyObject <- function() list()

#' @rdname className
validSlotNames <- function(names) {
  if ("class" %in% names) stop("\"class\" is a reserved slot name and cannot be redefined")
  names
}

#' @rdname className
possibleExtends <- function(class1, class2, ClassDef1, ClassDef2) extends(class1, class2)

#' @rdname className
testVirtual <- function(properties, extends, virtual, prototype, where) {
  if (length(extends) && "VIRTUAL" %in% names(extends)) return(TRUE)
  !length(properties) && is.null(prototype)
}

#' @rdname className
classesToAM <- function(classes, includeSubclasses = FALSE, abbreviate = 2L) {
  names <- character()
  flags <- rep_len(includeSubclasses, length(classes))
  for (k in seq_along(classes)) {
    one <- as.vector(classes[[k]])
    names <- c(names, .classLinearization(one))
    if (flags[k]) names <- c(names, names(.knownSubclasses(one)))
  }
  names <- unique(names)
  table <- matrix(0, length(names), length(names), dimnames = list(names, names))
  for (name in names) {
    for (link in .slotOf(.findClass(name), "contains")) {
      super <- as.vector(.slotOf(link, "superClass"))
      if (.slotOf(link, "distance") == 1 && super %in% names) table[name, super] <- 1
    }
  }
  if (abbreviate %in% c(1L, 3L)) rownames(table) <- abbreviate(names)
  if (abbreviate %in% 2:3) colnames(table) <- abbreviate(names)
  table
}

slotsFromS3 <- .builtInGeneric("slotsFromS3",
  function(object) standardGeneric("slotsFromS3"), function(object) list(),
  methods = list(
    factor = function(object) .slotOf(getClass("factor"), "slots"),
    data.frame = function(object) .slotOf(getClass("data.frame"), "slots")))

#' Superclasses of some kind
#'
#' @param Class the name of a class, or its definition.
#' @param ext the extensions of a class: the slot `contains` of its definition.
#' @param dropVirtual leave out virtual classes?
#' @param namesOnly give the names only?
#' @param directOnly,simpleOnly leave out those that are extended by way of others, or by a
#'   method?
#' @param where is ignored.
#' @examples
#' setClass("Base", representation(x = "numeric"))
#' setClass("Derived", contains = "Base")
#' selectSuperClasses("Derived")
selectSuperClasses <- function(Class, dropVirtual = FALSE, namesOnly = TRUE, directOnly = TRUE,
                               simpleOnly = directOnly, where = topenv(parent.frame())) {
  ext <- .slotOf(getClass(Class, where = where), "contains")
  .selectSuperClasses(ext, dropVirtual, namesOnly, directOnly, simpleOnly)
}

#' @rdname selectSuperClasses
.selectSuperClasses <- function(ext, dropVirtual = FALSE, namesOnly = TRUE, directOnly = TRUE,
                                simpleOnly = directOnly) {
  isWanted <- vapply(ext, function(link) {
    !(directOnly && length(.slotOf(link, "by"))) && !(simpleOnly && !.slotOf(link, "simple")) &&
      !(dropVirtual && isVirtualClass(as.vector(.slotOf(link, "superClass"))))
  }, NA)
  if (namesOnly) as.character(names(ext)[isWanted]) else ext[isWanted]
}

#' S4 methods of a function or for a class
#'
#' The S4 part of what [methods()] lists.
#'
#' @param generic.function a generic function or its name.
#' @param class the name of a class.
#' @examples
#' setGeneric("area", function(shape) standardGeneric("area"))
#' setMethod("area", "numeric", function(shape) shape^2)
#' .S4methods("area")
.S4methods <- function(generic.function, class) {
  names <- if (missing(generic.function)) ls(.generics, all.names = TRUE)
    else if (is.character(generic.function)) generic.function
    else as.vector(.slotOf(generic.function, "generic"))
  rows <- list()
  for (name in names) for (table in .generics[[name]]) {
    keys <- .ownKeys(table)
    if (!missing(class)) {
      keys <- keys[vapply(strsplit(keys, "#", fixed = TRUE), function(one) class %in% one, NA)]
    }
    if (length(keys)) rows[[length(rows) + 1L]] <- cbind(name, .methodLabels(name, keys))
  }
  rows <- do.call(rbind, rows)
  if (is.null(rows)) rows <- matrix("", 0L, 2L)
  rows <- rows[order(rows[, 2L]), , drop = FALSE]
  info <- data.frame(visible = rep(TRUE, nrow(rows)), label = rows[, 2L], name = rows[, 2L],
    generic = rows[, 1L], row.names = rows[, 2L], stringsAsFactors = FALSE)
  structure(rows[, 2L], info = info, byclass = missing(generic.function),
            class = "MethodsFunction")
}

.methodLabels <- function(name, keys) {
  paste0(name, ",", gsub("#", ",", keys, fixed = TRUE), "-method")
}

# The keys of the methods that somebody has set.
.ownKeys <- function(table) {
  Filter(function(key) {
    method <- table$.MTable[[key]]
    !is.primitive(method) && !identical(as.vector(class(method)), "derivedDefaultMethod")
  }, ls(table$.MTable, all.names = TRUE))
}

#' @rdname className
multipleClasses <- function(details = FALSE) if (details) list() else character()

#' @rdname slotNames
.slotNames <- slotNames

#' @rdname removeClass
sealClass <- function(Class, where = topenv(parent.frame())) {
  definition <- .Internal(setRawSlot(getClass(Class, where = where), "sealed", TRUE))
  .keepClass(definition, where)
  invisible()
}

# ---- Parts of objects ----------------------------------------------------------

#' The data part of an object
#'
#' @param object an object whose class extends a type of the language.
#' @param value the new data.
#' @param check check it?
#' @param NULL.for.none is ignored.
#' @examples
#' setClass("Length", contains = "numeric", representation(unit = "character"))
#' getDataPart(new("Length", 1:3, unit = "m"))
getDataPart <- function(object, NULL.for.none = FALSE) .Internal(dataPart(object))

#' @rdname getDataPart
setDataPart <- function(object, value, check = TRUE) {
  if (check) checkAtAssignment(class(object), ".Data", class(value))
  .Internal(setRawSlot(object, ".Data", value))
}

#' @rdname S3Class
`S3Class<-` <- function(object, value) {
  if (isS4(object)) return(.Internal(setRawSlot(object, ".S3Class", value)))
  class(object) <- value
  object
}

#' Elements and parts by name
#'
#' `el()` and `elNamed()` are elements of a list by number or name, `functionBody()`
#' the body of a function, `allNames()` names with `""` for those that are missing,
#' `Quote()` an expression as it is, `substituteDirect()` an expression with variables
#' replaced.
#'
#' @param object,x a list, vector or expression.
#' @param where the element, or its name.
#' @param name the name.
#' @param value the new element.
#' @param mustFind stop if there is none?
#' @param fun a function.
#' @param frame the variables, in a list or environment.
#' @param cleanFunction is ignored.
#' @param expr an expression.
#' @param envir an environment.
#' @examples
#' el(list(1, "b"), 2)
#' allNames(list(a = 1, 2))
#' functionBody(function(x) x + 1)
el <- function(object, where) object[where][[1L]]

#' @rdname el
`el<-` <- function(object, where, value) {
  object[[where]] <- value
  object
}

#' @rdname el
elNamed <- function(x, name, mustFind = FALSE) {
  place <- match(name, names(x))
  if (!is.na(place)) return(x[[place]])
  if (mustFind) stop(paste0("\u2018", name, "\u2019 is not one of the element names"), domain = NA)
  NULL
}

#' @rdname el
`elNamed<-` <- function(x, name, value) {
  x[[name]] <- value
  x
}

#' @rdname el
functionBody <- function(fun = sys.function(sys.parent())) body(fun)

#' @rdname el
`functionBody<-` <- function(fun, envir = environment(fun), value) {
  body(fun, envir = envir) <- value
  fun
}

#' @rdname el
allNames <- function(x) {
  names <- names(x)
  if (is.null(names)) return(character(length(x)))
  names[is.na(names)] <- ""
  names
}

#' @rdname el
Quote <- function(expr) substitute(expr)

#' @rdname el
substituteDirect <- function(object, frame = parent.frame(), cleanFunction = TRUE) {
  eval(call("substitute", object, frame))
}

#' Is an argument missing?
#'
#' @param symbol the name of the argument.
#' @param envir the frame of the function.
#' @param eval is ignored.
#' @examples
#' f <- function(x) missingArg(x)
#' f()
missingArg <- function(symbol, envir = parent.frame(), eval = FALSE) {
  name <- if (eval) as.name(symbol) else substitute(symbol)
  base::eval(call("missing", name), envir)
}

#' Makes an object unless the class is not defined
#'
#' @param Class the name of the class.
#' @param where is ignored.
#' @examples
#' tryNew("no such class")
tryNew <- function(Class, where) {
  definition <- getClassDef(Class)
  if (is.null(definition) || .slotOf(definition, "virtual")) NULL else new(Class)
}

#' Tables of classes and methods
#'
#' The tables are always up to date: `cacheMetaData()` only forgets what was found by
#' inheritance. `setPackageName()` names the package of an environment.
#'
#' @param where,attach,searchWhere,doCheck,pkg,env see above.
#' @examples
#' cacheMetaData(1)
cacheMetaData <- function(where, attach = TRUE, searchWhere, doCheck = TRUE) {
  .classesChanged()
  invisible()
}

#' @rdname cacheMetaData
setPackageName <- function(pkg, env) {
  assign(".packageName", pkg, envir = env)
  invisible(pkg)
}

# ---- Groups and operators on two objects ----------------------------------------

#' Groups of functions
#'
#' Methods for a group are used for all its members: `Arith`, `Compare` and `Logic`
#' (together `Ops`), `Math`, `Math2`, `Summary` and `Complex`.
#'
#' @param x,z,e1,e2,...,digits,na.rm the arguments that methods have.
#' @name GroupGenerics
#' @examples
#' getGroupMembers("Compare")
Arith <- .builtinGeneric("Arith")
Compare <- .builtinGeneric("Compare")
Logic <- .builtinGeneric("Logic")
Ops <- .builtinGeneric("Ops")
Math <- .builtinGeneric("Math")
Math2 <- .builtinGeneric("Math2")
Summary <- .builtinGeneric("Summary")
Complex <- .builtinGeneric("Complex")

#' Two objects side by side
#'
#' `cbind2()` and `rbind2()` bind two objects; methods say how.
#'
#' @param x,y the objects.
#' @param ... further arguments for methods.
#' @examples
#' cbind2(1:2, 3:4)
cbind2 <- .builtInGeneric("cbind2", function(x, y, ...) standardGeneric("cbind2"),
  function(x, y, ...) if (missing(y)) .Internal(cbind(1, x)) else .Internal(cbind(0, x, y)))

# What `cbind()` gives for S4 objects; NULL if no method says how to bind them.
.boundBy <- function(name, parts) {
  generic <- if (name == "cbind") cbind2 else rbind2
  if (length(ls(environment(generic)$.MTable)) < 2L) return(NULL)
  classes <- vapply(parts, function(part) class(part)[1L], "")
  bound <- parts[[1L]]
  if (length(parts) == 1L) return(generic(bound))
  if (!.hasOwnMethod(generic, classes)) return(NULL)
  for (part in parts[-1L]) bound <- generic(bound, part)
  bound
}

.hasOwnMethod <- function(generic, classes) {
  found <- .nearestMethod(as.list(classes[1:2]), environment(generic))
  !is.null(found) && !all(as.vector(.slotOf(found, "defined")) == "ANY")
}

rbind2 <- .builtInGeneric("rbind2", function(x, y, ...) standardGeneric("rbind2"),
  function(x, y, ...) if (missing(y)) .Internal(rbind(1, x)) else .Internal(rbind(0, x, y)))

kronecker <- .builtInGeneric("kronecker",
  function(X, Y, FUN = "*", make.dimnames = FALSE, ...) standardGeneric("kronecker"),
  function(X, Y, FUN = "*", make.dimnames = FALSE, ...) {
    base::kronecker(X, Y, FUN = FUN, make.dimnames = make.dimnames, ...)
  })
