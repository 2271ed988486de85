# Classes, generic functions and methods that GNU R saved with the code of an installed package: its objects are
# in the namespace, and are made known here under the tables of this package.

.adoptSaved <- function(ns) {
  names <- ls(ns, all.names = TRUE)
  saved <- substring(grep("^\\.__C__", names, value = TRUE), 7L)
  known <- new.env()
  for (name in saved) .adoptClass(name, ns, known)
  .classesChanged()
  for (name in names) .adoptFunction(name, ns)
  for (name in grep("^\\.__T__", names, value = TRUE)) .adoptMethods(name, ns)
}

# ---- Classes ------------------------------------------------------------------

# Makes a saved class known, after the classes of the package that it extends.
.adoptClass <- function(name, ns, known) {
  hidden <- paste0(".__C__", name)
  if (!is.null(known[[name]]) || !exists(hidden, envir = ns, inherits = FALSE)) return()
  assign(name, TRUE, envir = known)
  saved <- get(hidden, envir = ns)
  kind <- as.vector(class(saved))
  if (kind == "ClassUnionRepresentation") return(.adoptUnion(name, saved, ns, known))
  supers <- .savedLinks(saved, "contains")
  for (super in supers) .adoptClass(super, ns, known)
  if (kind == "refClassRepresentation") return(.adoptRefClass(name, saved, supers, ns))
  package <- as.vector(.slotOf(saved, "package"))
  supers <- supers[!vapply(supers, isClassUnion, NA)]
  direct <- lapply(supers, function(super) {
    .extension(structure(name, package = package), super, .packageOfClass(super),
               dataPart = .isDataClass(super))
  })
  definition <- .makeDefinition(
    name, package, .slotOf(saved, "slots"), .allSuperclasses(name, c(direct, .directUnions(name))),
    .slotOf(saved, "virtual"), .savedPrototype(name, package, saved), .slotOf(saved, "validity"),
    .slotOf(saved, "access"), .slotOf(saved, "sealed"))
  .keepClass(definition, ns)
  .registerSubclass(definition)
}

# The prototype, which is saved without its class.
.savedPrototype <- function(name, package, saved) {
  value <- .slotOf(saved, "prototype")
  if (is.null(value) || .slotOf(saved, "virtual") && !length(.slotOf(saved, "slots"))) return(value)
  attr(value, "class") <- structure(name, package = package)
  .Internal(setS4Bit(value, TRUE))
}

# The names of the nearest super- or subclasses of a saved class.
.savedLinks <- function(saved, which) {
  links <- .slotOf(saved, which)
  names(links)[vapply(links, function(link) .slotOf(link, "distance") == 1, NA)]
}

.adoptUnion <- function(name, saved, ns, known) {
  definition <- .makeDefinition(
    name, as.vector(.slotOf(saved, "package")), list(),
    .allSuperclasses(name, .directUnions(name)), TRUE, .slotOf(saved, "prototype"),
    class = "ClassUnionRepresentation")
  .keepClass(definition, ns)
  for (member in .savedLinks(saved, "subclasses")) {
    .adoptClass(member, ns, known)
    if (!is.null(.findClass(member))) .joinUnion(member, name)
  }
}

# A reference class is made again from its fields and its own methods.
.adoptRefClass <- function(name, saved, supers, ns) {
  methods <- mget(ls(.slotOf(saved, "refMethods"), all.names = TRUE), .slotOf(saved, "refMethods"))
  isOwn <- vapply(methods, function(method) {
    .Internal(hasSlot(method, "refClassName")) &&
      as.vector(.slotOf(method, "refClassName")) == name
  }, NA) & !grepl("#", names(methods), fixed = TRUE)
  parents <- setdiff(supers, c("envRefClass", ".environment", "refClass"))
  fields <- as.list(.slotOf(saved, "fieldClasses"))
  for (parent in parents) fields <- fields[setdiff(names(fields), names(.refFields(parent)))]
  setRefClass(name, fields = lapply(fields, as.vector), methods = lapply(methods[isOwn], .plainFunction),
    contains = parents, where = ns)
}

.refFields <- function(name) as.list(.slotOf(.findClass(name), "fieldClasses"))

.plainFunction <- function(def) {
  if (isS4(def)) def <- .Internal(dataPart(def))
  def
}

# ---- Functions ----------------------------------------------------------------

# Replaces a saved generic function, or the generator of a reference class, by one of this package.
.adoptFunction <- function(name, ns) {
  found <- get(name, envir = ns, inherits = FALSE)
  if (!is.function(found) || !isS4(found)) return()
  if (identical(as.vector(class(found)), "refObjectGenerator")) {
    return(assign(name, getRefClass(as.vector(.slotOf(found, "className")), ns), envir = ns))
  }
  if (!.isGenericFunction(found)) return()
  package <- as.vector(.slotOf(found, "package"))
  known <- .genericOf(name, package)
  if (is.null(known)) known <- .makeGeneric(
    name, .plainFunction(found), package, as.vector(.slotOf(found, "signature")),
    .plainFunction(.slotOf(found, "default")), .slotOf(found, "group"),
    .slotOf(found, "valueClass"), parent = ns)
  assign(name, known, envir = ns)
}

# The generic function of a name and package, wherever it is; NULL if there is none.
.genericOf <- function(name, package) {
  if (.isDispatchingBuiltin(name)) return(.builtinGeneric(name))
  for (table in .generics[[name]]) {
    if (identical(as.vector(.slotOf(table$.Function, "package")), package)) return(table$.Function)
  }
  NULL
}

# Sets the methods of a saved table, `.__T__name:package`, that were written in the package.
.adoptMethods <- function(hidden, ns) {
  saved <- get(hidden, envir = ns, inherits = FALSE)
  parts <- regmatches(hidden, regexec("^\\.__T__(.*):([^:]+)$", hidden))[[1L]]
  generic <- .genericOf(parts[2L], parts[3L])
  for (key in ls(saved, all.names = TRUE)) {
    method <- get(key, envir = saved)
    if (!.isOwnMethod(method)) next
    if (is.null(generic)) generic <- .genericFor(parts[2L], ns)
    defined <- .slotOf(method, "defined")
    classes <- as.vector(.plainText(defined))
    names(classes) <- as.vector(.slotOf(defined, "names"))
    setMethod(generic, classes, .plainFunction(method), where = ns)
  }
}

.plainText <- function(object) {
  attributes(object) <- NULL
  object
}

.isOwnMethod <- function(method) {
  is.function(method) && isS4(method) &&
    as.vector(class(method)) %in% c("MethodDefinition", "SealedMethodDefinition", "MethodWithNext")
}

# ---- Load actions -------------------------------------------------------------

.runLoadActions <- function(ns) {
  for (action in getLoadActions(ns)) action(ns)
}
