#' The next method
#'
#' Inside a method, `callNextMethod()` calls the method that would have been chosen
#' without it; without arguments it passes on those of the method itself.
#' `callGeneric()` calls the generic function again.
#'
#' @param ... the arguments; those of the method if there are none.
#' @examples
#' setClass("Base", representation(x = "numeric"))
#' setClass("Derived", contains = "Base")
#' setMethod("initialize", "Base", function(.Object, ...) {
#'   .Object <- callNextMethod(.Object, ...)
#'   if (length(.Object@x) == 0) .Object@x <- 1
#'   .Object
#' })
#' new("Derived")@x
callNextMethod <- function(...) {
  frame <- parent.frame()
  running <- .Internal(methodFrame(frame))
  if (is.null(running)) {
    stop("a call to callNextMethod() appears in a call to \u2018callNextMethod\u2019, but the call ",
      "does not seem to come from either a generic function or another 'callNextMethod'")
  }
  generic <- .Internal(genericName(running[[2L]]))
  nextMethod <- .nextMethodOf(running[[1L]], generic)
  call <- if (nargs() > 0L) {
    `[[<-`(sys.call(), 1L, quote(.nextMethod))
  } else .Internal(nextCall(frame, ".nextMethod", !is.primitive(nextMethod)))
  if (nargs() > 0L) return(.callNext(nextMethod, call, frame, generic))
  # Without arguments the value is visible, whatever the next method says.
  value <- .callNext(nextMethod, call, frame, generic)
  value
}

.callNext <- function(nextMethod, call, frame, generic) {
  if (is.primitive(nextMethod)) .Internal(applyDefault(nextMethod, call, frame))
  else .Internal(applyCall(nextMethod, call, frame, generic))
}

.nextMethodOf <- function(method, generic) {
  defined <- as.vector(.slotOf(method, "defined"))
  home <- as.vector(.slotOf(method, "generic"))
  key <- paste(generic, home, paste(defined, collapse = "#"), sep = "/")
  known <- .nextMethods[[key]]
  if (!is.null(known)) return(known)
  found <- .findGeneric(generic)
  table <- .tableWith(generic, method, found)
  classes <- as.list(c(defined, rep("ANY", max(0L, table$.SigLength - length(defined)))))
  excluded <- paste0(unique(c(generic, home)), "/", .trimmed(paste(defined, collapse = "#")))
  if (home != generic) excluded <- excluded[-1L]
  nextMethod <- .nearestMethod(classes, table, excluded)
  if (is.null(nextMethod)) {
    stop(simpleError(paste0("invalid class \u201cMethodWithNext\u201d object: invalid object for ",
      "slot \"nextMethod\" in class \"MethodWithNext\": got class \"NULL\", should be or ",
      "extend class \"PossibleMethod\""), quote(validObject(.Object))))
  }
  assign(key, nextMethod, envir = .nextMethods)
  nextMethod
}

# The table of the generic function that a method belongs to.
.tableWith <- function(generic, method, found) {
  if (is.null(found)) return(.generics[[generic]][[1L]])
  environment(found)
}

#' @rdname callNextMethod
callGeneric <- function(...) {
  frame <- parent.frame()
  name <- .Internal(genericName(frame))
  if (is.null(name)) {
    stop("callGeneric() must be called from within a method body")
  }
  f <- get(name, envir = frame, mode = "function")
  call <- if (nargs() > 0L) .givenPart(`[[<-`(sys.call(), 1L, as.name(name)), f, frame)
  else .Internal(nextCall(frame, name, !is.primitive(f)))
  eval(call, frame)
}

# The call of a builtin without the arguments that its caller was not given.
.givenPart <- function(call, f, frame) {
  if (!is.primitive(f)) return(call)
  parameters <- names(formals(sys.function(sys.parent(2L))))
  isAbsent <- vapply(as.list(call)[-1L], function(argument) {
    is.name(argument) && as.character(argument) %in% parameters &&
      eval(call("missing", argument), frame)
  }, NA)
  call[c(TRUE, !isAbsent)]
}
