# Classes above classes that are there already: unions, and S3 classes.

#' A class for several others
#'
#' Makes a virtual class that the members extend from now on.
#'
#' @param name the name of the union.
#' @param members names of classes.
#' @param where the environment where the class is kept.
#' @return A function that would make objects, invisibly.
#' @examples
#' setClassUnion("numberOrText", c("numeric", "character"))
#' is(1, "numberOrText")
setClassUnion <- function(name, members = character(), where = topenv(parent.frame())) {
  for (member in members) {
    if (is.null(.findClass(member))) {
      stop(paste0("the member classes must be defined: not true of \"", member, "\""))
    }
  }
  package <- getPackageName(where)
  value <- if ("NULL" %in% members || !length(members)) NULL else .classPrototype(members[1L])
  definition <- .makeDefinition(
    name, package, list(), .allSuperclasses(name, .directUnions(name)), TRUE, value,
    class = "ClassUnionRepresentation")
  .keepClass(definition, where)
  isNull <- members == "NULL"
  for (member in c(members[isNull], members[!isNull])) .joinUnion(member, name)
  .classesChanged()
  invisible(.classGenerator(name, package))
}

.joinUnion <- function(member, union) {
  assign(member, unique(c(.unions[[member]], union)), envir = .unions)
  .extendWith(.findClass(member), .extension(member, union, .packageOfClass(union)))
}

# Adds a direct superclass to a class, and to all classes below it.
.extendWith <- function(definition, link) {
  name <- as.vector(.slotOf(definition, "className"))
  super <- as.vector(link@superClass)
  direct <- Filter(function(one) one@distance == 1, .slotOf(definition, "contains"))
  direct <- c(unname(direct[names(direct) != super]), list(link))
  .setClassSlot(name, "contains", .allSuperclasses(name, direct))
  .addSubclass(super, link)
  for (further in .slotOf(.findClass(super), "contains")) {
    .addSubclass(further@superClass, .extension(
      name, further@superClass, further@package, by = super, distance = further@distance + 1))
  }
  for (below in .knownSubclasses(name)) {
    sub <- as.vector(below@subClass)
    own <- .slotOf(.findClass(sub), "contains")
    direct <- unname(Filter(function(one) one@distance == 1, own))
    .setClassSlot(sub, "contains", .allSuperclasses(sub, direct))
    .addSubclass(super, .extension(sub, super, link@package, by = name,
      simple = below@simple && link@simple, distance = below@distance + 1))
  }
}

# What extends a class: what was defined so, and the language's own classes.
.knownSubclasses <- function(name) {
  own <- .slotOf(.findClass(name), "subclasses")
  if (name == "ANY") return(list())
  for (other in names(.basicTable)) {
    if (other %in% c(names(own), name, "anova")) next
    if (name == "oldClass" && other %in% c("ts", "mts", "factor", "ordered")) next
    link <- .slotOf(.findClass(other), "contains")[[name]]
    if (!is.null(link)) own[[other]] <- link
  }
  order <- order(
    vapply(own, function(one) one@distance, 0),
    !(names(own) %in% names(.basicTable)))
  own[order]
}

#' S3 classes for S4
#'
#' Makes S3 classes known, so that slots and methods can name them.
#'
#' @param Classes the class vector of such objects.
#' @param prototype an object of the class, for slots.
#' @param where the environment where the classes are kept.
#' @param test is ignored.
#' @param S4Class the name of an S4 class that says how such objects are made.
#' @examples
#' setOldClass(c("special", "plain"))
#' extends("special", "plain")
setOldClass <- function(Classes, prototype = NULL, where = topenv(parent.frame()),
                        test = FALSE, S4Class) {
  if (!missing(S4Class)) return(invisible(.setOldS4(Classes, S4Class, where)))
  super <- "oldClass"
  package <- getPackageName(where)
  for (k in rev(seq_along(Classes))) {
    name <- Classes[k]
    if (is.null(.findClass(name))) {
      .setOneOldClass(name, super, Classes[k:length(Classes)], package, where,
        if (k == 1L) prototype)
    }
    super <- name
  }
  .classesChanged()
  invisible()
}

.setOneOldClass <- function(name, super, vector, package, where, prototype) {
  direct <- list(.extension(name, super, .packageOfClass(super)))
  slots <- .slotOf(.findClass(super), "slots")
  value <- prototype
  if (is.null(value)) {
    value <- .Internal(setRawSlot(.Internal(makeS4Object()), ".S3Class", vector))
  }
  definition <- .makeDefinition(
    name, package, slots, .allSuperclasses(name, direct), is.null(prototype), value)
  .keepClass(definition, where)
  .registerSubclass(definition)
}

.setOldS4 <- function(Classes, S4Class, where) {
  definition <- getClass(S4Class)
  name <- Classes[1L]
  slots <- definition@slots
  if (is.null(slots[[".S3Class"]])) slots <- c(slots, list(.S3Class = "character"))
  value <- definition@prototype
  attr(value, "class") <- Classes
  value <- .Internal(setS4Bit(value, FALSE))
  direct <- list(.extension(name, "oldClass", "methods"))
  .keepClass(.makeDefinition(name, getPackageName(where), slots,
    .allSuperclasses(name, direct), FALSE, value), where)
  .classesChanged()
}
