#' Methods as source text
#'
#' `dumpMethod()` writes the call of `setMethod()` that would set a method again,
#' `dumpMethods()` those for all methods of a function. `method.skeleton()` writes the call
#' for a method that is still to be written.
#'
#' @param f,generic the name of a function, or a generic function.
#' @param signature the classes of the arguments.
#' @param file the name of a file, or a connection; `""` for the standard output.
#' @param where the environment to look from.
#' @param def the method.
#' @param methods the methods.
#' @param external write the function by itself, under this name if it is a string?
#' @return The file, invisibly.
#' @examples
#' setGeneric("area", function(shape) standardGeneric("area"))
#' setMethod("area", "numeric", function(shape) shape^2)
#' dumpMethod("area", "numeric", file = "")
#' method.skeleton("area", "character", file = stdout())
dumpMethod <- function(f, signature = character(), file = .dumpName(f, signature),
                       where = topenv(parent.frame()),
                       def = getMethod(f, signature, where = where, optional = TRUE)) {
  if (!is.function(def)) def <- getMethod(f, character(), where = where, optional = TRUE)
  lines <- c(paste0("setMethod(\"", f, "\", ", paste(deparse(as.vector(signature)),
    collapse = " "), ","), deparse(.Internal(dataPart(def))), ")")
  .writeLines(lines, file)
}

.dumpName <- function(f, signature) paste0(paste(c(f, signature), collapse = "."), ".R")

# Writes lines to a file, which is made anew, or to a connection.
.writeLines <- function(lines, file) {
  if (identical(file, "")) writeLines(lines) else writeLines(lines, file)
  invisible(file)
}

#' @rdname dumpMethod
dumpMethods <- function(f, file = "", signature = NULL,
                        methods = findMethods(f, where = where),
                        where = topenv(parent.frame())) {
  if (is.character(file) && nzchar(file)) {
    file <- file(file, "w")
    on.exit(close(file))
  }
  for (key in methods@names) {
    classes <- strsplit(key, "#", fixed = TRUE)[[1L]]
    if (length(signature) && !identical(signature, classes[seq_along(signature)])) next
    dumpMethod(f, classes, file = file, where = where)
  }
  invisible()
}

#' @rdname dumpMethod
method.skeleton <- function(generic, signature, file, external = FALSE,
                            where = topenv(parent.frame())) {
  fdef <- if (is.function(generic)) generic else getGeneric(generic, where = where)
  if (is.null(fdef)) fdef <- get0(generic, envir = where, mode = "function")
  if (is.null(fdef)) stop("no function definition found for ", sQuote(generic), domain = NA)
  if (!.isGenericFunction(fdef)) fdef <- implicitGeneric(generic, where)
  name <- as.vector(.slotOf(fdef, "generic"))
  table <- environment(fdef)
  classes <- .conformSignature(signature, table, name)
  base <- paste(c(name, classes), collapse = "_")
  if (missing(file)) file <- paste0(base, ".R")
  method <- .Internal(dataPart(fdef))
  body(method) <- quote({
    stop("need a definition for the method here")
  })
  .writeLines(.skeletonLines(name, table$.SigArgs[seq_along(classes)], classes,
    deparse(method), external, base), file)
  message("Skeleton of method written to ", if (is.character(file)) file else "connection")
  invisible(file)
}

.skeletonLines <- function(name, arguments, classes, method, external, base) {
  head <- c(paste0("setMethod(\"", name, "\","), paste0("    signature(",
    paste0(arguments, " = \"", classes, "\"", collapse = ", "), "),"))
  if (isFALSE(external)) return(c(head, paste0("    ", method), ")"))
  own <- paste0("`", if (is.character(external)) external else base, "`")
  method[1L] <- paste(own, "<-", method[1L])
  c(method, "", head, paste0("  ", own, ")"))
}
