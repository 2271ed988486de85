#' Asking about generic functions
#'
#' `isGeneric()` says whether a function has S4 methods, `getGeneric()` gives the
#' generic function, `getGenerics()` the names of all of them, `isGroup()` and
#' `getGroupMembers()` tell about groups such as `Arith`, `removeGeneric()` makes a
#' function ordinary again.
#'
#' @param f the name of a function, or a generic function.
#' @param where the environment to look from.
#' @param fdef,package,searchForm,getName,recursive,character are ignored.
#' @param mustFind stop if there is none?
#' @param name,group the name of a group or function.
#' @param warn warn if there is no such function?
#' @examples
#' setGeneric("area", function(shape) standardGeneric("area"))
#' isGeneric("area")
#' getGroupMembers("Logic")
isGeneric <- function(f, where, fdef, getName = FALSE) {
  if (is.function(f)) return(.isGenericFunction(f))
  if (!is.null(.generics[[f]]) && .isDispatchingBuiltin(f)) return(TRUE)
  found <- get0(f, envir = if (missing(where)) globalenv() else as.environment(where),
                mode = "function")
  .isGenericFunction(found) || .isDispatchingBuiltin(f) && is.primitive(found)
}

#' @rdname isGeneric
getGeneric <- function(f, mustFind = FALSE, where = globalenv(), package = "") {
  if (is.function(f)) {
    if (.isGenericFunction(f)) return(f)
    if (is.primitive(f)) f <- .primitiveName(f)
    if (is.function(f)) {
      if (mustFind) {
        stop("argument 'f' must be a string, generic function, or primitive: ",
             "got an ordinary function")
      }
      return(NULL)
    }
  }
  found <- .findGeneric(f, where)
  if (is.null(found) && mustFind) {
    stop(paste0("no generic function found for \u2018", f, "\u2019"), domain = NA)
  }
  found
}

.primitiveName <- function(f) sub("^.*\"(.*)\".*$", "\\1", paste(deparse(f), collapse = ""))

#' @rdname isGeneric
getGenerics <- function(where, searchForm = FALSE) {
  names <- if (missing(where)) {
    unique(c(ls(.generics, all.names = TRUE), unlist(.groupMembers), names(.groupMembers)))
  } else .genericsIn(where)
  packages <- vapply(names, function(name) {
    found <- .findGeneric(name)
    if (is.null(found)) "methods" else as.vector(.slotOf(found, "package"))
  }, "")
  object <- .Internal(setRawSlot(sort(names), "package", unname(packages[order(names)])))
  attr(object, "class") <- structure("ObjectsWithPackage", package = "methods")
  .Internal(setS4Bit(object, TRUE))
}

.genericsIn <- function(where) {
  where <- as.environment(where)
  names <- ls(where, all.names = TRUE)
  tables <- sub(":[^:]*$", "", sub("^\\.__T__", "", grep("^\\.__T__", names, value = TRUE)))
  isGeneric <- vapply(names, function(name) {
    .isGenericFunction(get0(name, envir = where, inherits = FALSE))
  }, NA)
  union(names[isGeneric], tables)
}

#' @rdname isGeneric
isGroup <- function(f, where = topenv(parent.frame()), fdef) {
  f %in% names(.groupMembers) ||
    identical(class(.findGeneric(f, where))[1L], "groupGenericFunction")
}

#' @rdname isGeneric
getGroupMembers <- function(group, recursive = FALSE, character = TRUE) {
  members <- .groupMembers[[group]]
  if (is.null(members)) {
    found <- .findGeneric(group)
    if (is.null(found)) return(character())
    return(as.character(unlist(.slotOf(found, "groupMembers"))))
  }
  if (!recursive) return(members)
  groups <- intersect(members, names(.groupMembers))
  c(members, unlist(lapply(groups, getGroupMembers, recursive = TRUE)))
}

#' @rdname isGeneric
removeGeneric <- function(f, where = topenv(parent.frame())) {
  if (!exists(f, envir = where, inherits = FALSE)) {
    warning(paste0("generic function \u2018", f, "\u2019 not found for removal"))
    return(FALSE)
  }
  rm(list = f, envir = where)
  if (exists(f, envir = .generics, inherits = FALSE)) rm(list = f, envir = .generics)
  TRUE
}

#' @rdname isGeneric
existsFunction <- function(name, generic = TRUE, where = topenv(parent.frame())) {
  found <- get0(name, envir = where, mode = "function")
  is.function(found) && (generic || !.isGenericFunction(found))
}

#' A group of generic functions
#'
#' @param name the name of the group.
#' @param def a function with the arguments of the members.
#' @param group groups that the group belongs to.
#' @param valueClass the class of values.
#' @param knownMembers the members.
#' @param package,where where the function is kept.
#' @examples
#' setGroupGeneric("Shapes", function(x) NULL)
setGroupGeneric <- function(name, def = NULL, group = list(), valueClass = character(),
                            knownMembers = list(), package, where = topenv(parent.frame())) {
  if (is.null(def)) {
    def <- get0(name, envir = where, mode = "function")
    if (is.null(def)) {
      stop(paste0("must supply a function definition for \u2018", name, "\u2019"))
    }
  }
  body(def) <- substitute({
    stop("function \u2018NAME\u2019 is a group generic; do not call it directly", domain = NA)
  }, list(NAME = name))
  generic <- .makeGeneric(name, def, getPackageName(where), group = as.list(group),
    valueClass = valueClass, class = "groupGenericFunction", members = as.list(knownMembers))
  assign(name, generic, envir = where)
  name
}
