# Generic versions of functions that are not generic themselves yet.

.implicitGenerics <- new.env(hash = TRUE)

#' Implicit generic functions
#'
#' `implicitGeneric()` gives the generic function that a function becomes when methods are set
#' for it. `setGenericImplicit()` keeps the generic function of a name for that and makes the
#' function ordinary again, `prohibitGeneric()` keeps a function from becoming generic.
#' `registerImplicitGenerics()` has nothing to do: they are registered when they are made.
#'
#' @param name the name of a function.
#' @param where the environment where it is kept.
#' @param generic,what are ignored.
#' @param restore make the function ordinary again?
#' @return `implicitGeneric()`: a generic function.
#' @examples
#' implicitGeneric("nchar")
implicitGeneric <- function(name, where = topenv(parent.frame()), generic = NULL) {
  known <- getFunction(name, where = where)
  if (.isGenericFunction(known)) return(known)
  if (.isDispatchingBuiltin(name)) return(.builtinGeneric(name))
  kept <- .implicitOf(name, known)
  if (.isGenericFunction(kept)) return(kept)
  def <- known
  attributes(def) <- NULL
  body(def) <- substitute(standardGeneric(NAME), list(NAME = name))
  package <- getPackageName(topenv(environment(known)))
  generic <- .makeGeneric(name, def, package, .implicitSignature(name, package), default = known)
  assign(name, Filter(function(table) !identical(table, environment(generic)), .generics[[name]]),
         envir = .generics)
  assign(.implicitKey(name, package), generic, envir = .implicitGenerics)
  generic
}

.implicitKey <- function(name, package) paste(name, package, sep = ":")

.implicitOf <- function(name, known) {
  .implicitGenerics[[.implicitKey(name, getPackageName(topenv(environment(known))))]]
}

# Functions of the language that want some arguments as they are written.
.implicitSignature <- function(name, package) {
  if (package != "base") return(NULL)
  switch(name, with = "data", NULL)
}

#' @rdname implicitGeneric
setGenericImplicit <- function(name, where = topenv(parent.frame()), restore = TRUE) {
  generic <- getGeneric(name, where = where)
  if (is.null(generic)) {
    warning(sQuote(name), " is not currently a generic:  define it first to create a ",
      "non-default implicit form", domain = NA)
    return(FALSE)
  }
  package <- as.vector(.slotOf(generic, "package"))
  assign(.implicitKey(name, package), generic, envir = .implicitGenerics)
  if (restore) {
    message("Restoring default function definition of ", sQuote(name))
    removeMethods(name, where)
  }
  generic
}

#' @rdname implicitGeneric
prohibitGeneric <- function(name, where = topenv(parent.frame())) {
  known <- getFunction(name, where = where)
  package <- getPackageName(topenv(environment(known)))
  assign(.implicitKey(name, package), FALSE, envir = .implicitGenerics)
  invisible()
}

#' @rdname implicitGeneric
registerImplicitGenerics <- function(what, where = topenv(parent.frame())) NULL
