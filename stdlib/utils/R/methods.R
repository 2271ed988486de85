#' List methods
#'
#' The methods of a generic function, or those for a class.
#'
#' @param generic.function a generic function or its name.
#' @param class the name of a class.
#' @examples
#' methods("relevel")
methods <- function(generic.function, class) {
  frame <- parent.frame()
  written <- if (!missing(generic.function)) substitute(generic.function)
  if (!missing(generic.function) && !is.character(generic.function)) {
    generic.function <- deparse1(written)
  }
  if (!missing(class) && !is.character(class)) {
    class <- paste(deparse(substitute(class)))
  }
  found <- if (!missing(generic.function)) {
    with_formal(methods_of_generic(generic.function, frame), .S4methods(generic.function))
  } else if (!missing(class)) {
    with_formal(methods_of_class(class, frame), .S4methods(class = class))
  } else {
    stop("must supply 'generic.function' or 'class'")
  }
  structure(found$label, info = found, byclass = missing(generic.function),
            class = "MethodsFunction")
}

# S3 methods with the S4 methods.
with_formal <- function(found, formal) {
  more <- attr(formal, "info")
  if (!nrow(more)) return(found)
  if (is.null(found$generic)) found$generic <- rep("", nrow(found))
  all <- rbind(found, more)
  all[order(if (attr(formal, "byclass")) all$generic else all$label), ]
}

# All names visible from a frame, and the registered methods.
visible_names <- function(frame) {
  unique(c(ls(frame, all.names = TRUE),
           unlist(lapply(search(), function(name) ls(name, all.names = TRUE)))))
}

registered_methods <- function() .Internal(registeredS3methods())

method_table <- function(names, visible) {
  names <- sort(unique(names))
  shown <- names %in% visible
  data.frame(visible = shown, label = paste0(names, ifelse(shown, "", "*")),
             name = names, row.names = names, stringsAsFactors = FALSE)
}

methods_of_generic <- function(generic, frame) {
  if (!exists(generic, mode = "function", envir = frame) &&
      !length(getAnywhere(generic)$objs)) {
    stop(simpleError(gettextf("no function '%s' is visible", generic), sys.call(-1L)))
  }
  visible <- visible_names(frame)
  pattern <- paste0(generic, ".")
  candidates <- visible[startsWith(visible, pattern) & nchar(visible) > nchar(pattern)]
  functions <- vapply(candidates, function(name) {
    exists(name, mode = "function", envir = frame)
  }, NA)
  candidates <- candidates[functions]
  registered <- registered_methods()
  registered <- registered[startsWith(registered, pattern)]
  method_table(c(candidates, registered), visible)
}

methods_of_class <- function(class, frame) {
  visible <- visible_names(frame)
  suffix <- paste0(".", class)
  pick <- function(names) {
    names[endsWith(names, suffix) & nchar(names) > nchar(suffix)]
  }
  candidates <- pick(visible)
  candidates <- candidates[vapply(candidates, function(name) {
    generic <- substr(name, 1L, nchar(name) - nchar(suffix))
    exists(name, mode = "function", envir = frame) && is_generic(generic, frame)
  }, NA)]
  found <- method_table(c(candidates, pick(registered_methods())), visible)
  found$generic <- substr(found$name, 1L, nchar(found$name) - nchar(suffix))
  found[order(found$generic), ]
}

is_generic <- function(name, frame) {
  value <- get0(name, envir = frame, mode = "function")
  if (is.null(value)) return(FALSE)
  is.primitive(value) || "UseMethod" %in% all.names(body(value)) ||
    isS4(value) ||
    name %in% c("cbind", "rbind", "unlist", "as.vector", "lengths", "nchar",
                "rep.int", "is.unsorted")
}

format.MethodsFunction <- function(x, byclass = attr(x, "byclass"), ...) {
  info <- attr(x, "info")
  if (byclass) unique(info$generic) else info$label
}

print.MethodsFunction <- function(x, byclass = attr(x, "byclass"), ...) {
  info <- attr(x, "info")
  labels <- if (byclass) unique(info$generic) else info$label
  if (length(labels)) {
    print(noquote(labels))
    cat("see '?methods' for accessing help and source code\n")
  } else {
    cat("no methods found\n")
  }
  invisible(x)
}

#' Get a method
#'
#' Returns the method of an S3 generic for a class.
#'
#' @param f the name of the generic.
#' @param class the class.
#' @param optional whether NULL is returned if there is none.
#' @param envir where to look.
#' @examples
#' is.function(getS3method("print", "data.frame"))
getS3method <- function(f, class, optional = FALSE, envir = parent.frame()) {
  name <- paste(f, class, sep = ".")
  value <- get0(name, envir = envir, mode = "function")
  if (is.null(value)) value <- .Internal(registeredS3method(name))
  if (!is.null(value)) return(value)
  for (space in c("base", loadedNamespaces())) {
    space <- if (space == "base") baseenv() else asNamespace(space)
    table <- get0(".__S3MethodsTable__.", envir = space, inherits = FALSE)
    if (is.environment(table)) {
      value <- get0(name, envir = table, inherits = FALSE)
      if (!is.null(value)) return(value)
    }
  }
  if (optional) NULL
  else stop(gettextf("S3 method '%s' not found", name), domain = NA)
}

#' @rdname getS3method
#' @param method the name of a possible method.
#' @examples
#' isS3method("print.data.frame")
isS3method <- function(method, f, class, envir = parent.frame()) {
  if (missing(method)) {
    method <- paste(f, class, sep = ".")
  } else {
    parts <- strsplit(method, ".", fixed = TRUE)[[1L]]
    count <- length(parts)
    if (count < 2L) return(FALSE)
    if (count > 2L) {
      return(any(vapply(seq_len(count - 1L), function(i) {
        isS3method(f = paste(parts[seq_len(i)], collapse = "."),
                   class = paste(parts[-seq_len(i)], collapse = "."), envir = envir)
      }, NA)))
    }
    f <- parts[1L]
    class <- parts[2L]
  }
  is_generic(f, envir) && !is.null(getS3method(f, class, optional = TRUE, envir = envir))
}

#' @rdname getS3method
#' @examples
#' isS3stdGeneric(print)
isS3stdGeneric <- function(f) {
  code <- body(f)
  while (is.call(code) && identical(code[[1L]], as.name("{")) && length(code) > 1L) {
    code <- code[[2L]]
  }
  answer <- is.call(code) && identical(code[[1L]], as.name("UseMethod"))
  if (answer) names(answer) <- as.character(code[[2L]])
  answer
}

#' Find an object wherever it is
#'
#' Looks on the search path, in loaded name spaces and among registered methods.
#'
#' @param x the name of an object.
#' @examples
#' getAnywhere("nosuchthing")
getAnywhere <- function(x) {
  written <- substitute(x)
  given <- tryCatch(x, error = function(condition) NULL)
  x <- if (is.character(given)) given else as.character(written)
  objects <- list()
  where <- character()
  visible <- logical()
  add <- function(value, place, shown) {
    objects <<- c(objects, list(value))
    where <<- c(where, place)
    visible <<- c(visible, shown)
  }
  registered <- registered_methods()
  for (place in search()) {
    value <- get0(x, envir = as.environment(place), inherits = FALSE)
    if (!is.null(value)) add(value, place, TRUE)
  }
  for (name in loadedNamespaces()) {
    space <- asNamespace(name)
    isMethod <- x %in% registered || name == "base" && isS3method(x, envir = baseenv())
    method <- if (isMethod) get0(x, envir = space, inherits = FALSE)
    if (!is.null(method)) {
      add(method, paste("registered S3 method for", method_generic(x), "from namespace", name),
          FALSE)
    }
    value <- get0(x, envir = space, inherits = FALSE)
    if (!is.null(value)) add(value, paste0("namespace:", name), FALSE)
  }
  duplicated <- seq_along(objects) > 1L & vapply(seq_along(objects), function(i) {
    any(vapply(objects[seq_len(i - 1L)], identical, NA, objects[[i]]))
  }, NA)
  structure(list(name = x, objs = objects, where = where, visible = visible,
                 dups = duplicated), class = "getAnywhere")
}

# The generic of a method: the longest beginning of its name that is a function.
method_generic <- function(name) {
  parts <- strsplit(name, ".", fixed = TRUE)[[1L]]
  for (k in rev(seq_len(length(parts) - 1L))) {
    generic <- paste(parts[seq_len(k)], collapse = ".")
    if (exists(generic, mode = "function")) return(generic)
  }
  parts[1L]
}

print.getAnywhere <- function(x, ...) {
  count <- sum(!x$dups)
  if (count == 0L) {
    cat("no object named", sQuote(x$name), "was found\n")
    return(invisible(x))
  }
  if (count == 1L) {
    cat("A single object matching", sQuote(x$name), "was found\n")
    cat("It was found in the following places\n")
    cat(paste0("  ", x$where), sep = "\n")
    cat("with value\n\n")
    print(x$objs[[1L]])
  } else {
    cat(count, "differing objects matching", sQuote(x$name), "were found\n")
    cat("in the following places\n")
    cat(paste0("  ", x$where), sep = "\n")
    cat("Use [] to view one of them\n")
  }
  invisible(x)
}

`[.getAnywhere` <- function(x, i) {
  if (!is.numeric(i)) stop("only numeric indices can be used")
  if (length(i) == 1L) x$objs[[i]]
  else {
    x$objs <- x$objs[i]
    x$where <- x$where[i]
    x$visible <- x$visible[i]
    x$dups <- x$dups[i]
    x
  }
}

#' @rdname getAnywhere
#' @examples
#' argsAnywhere("print.default")
argsAnywhere <- function(x) {
  if (!is.character(x)) x <- as.character(substitute(x))
  found <- getAnywhere(x)
  count <- sum(!found$dups)
  if (count == 0L) return(NULL)
  if (count == 1L) args(found$objs[[1L]]) else lapply(found$objs[!found$dups], args)
}

#' Objects of a name space
#'
#' @param x the name of an object.
#' @param ns a name space or its name.
#' @param pos,envir where to look, if `ns` is missing.
#' @examples
#' getFromNamespace("head", "utils")(1:10, 2)
getFromNamespace <- function(x, ns, pos = -1, envir = as.environment(pos)) {
  if (missing(ns)) {
    name <- attr(envir, "name", exact = TRUE)
    if (is.null(name) || !startsWith(name, "package:")) {
      stop("environment specified is not a package")
    }
    ns <- asNamespace(substring(name, 9L))
  } else {
    ns <- asNamespace(ns)
  }
  get(x, envir = ns, inherits = FALSE)
}

#' Find objects by name
#'
#' `find` tells where an object is on the search path, `apropos` lists the
#' objects whose names match a regular expression.
#'
#' @param what a name or a regular expression.
#' @param mode the mode of the objects.
#' @param numeric whether to return positions.
#' @param simple.words whether `what` is a whole name.
#' @examples
#' find("lm")
find <- function(what, mode = "any", numeric = FALSE, simple.words = TRUE) {
  if (!is.character(what)) what <- as.character(substitute(what))
  found <- integer()
  names <- search()
  for (i in seq_along(names)) {
    space <- as.environment(i)
    here <- if (simple.words) {
      any(vapply(what, exists, NA, envir = space, mode = mode, inherits = FALSE))
    } else {
      matches <- ls(space, pattern = what, all.names = TRUE)
      any(vapply(matches, exists, NA, envir = space, mode = mode, inherits = FALSE))
    }
    if (here) found <- c(found, i)
  }
  names(found) <- names[found]
  if (numeric) found else names[found]
}

#' @rdname find
#' @param where whether names of the result tell the positions.
#' @param ignore.case whether to ignore case.
#' @examples
#' apropos("^read\\.table")
apropos <- function(what, where = FALSE, ignore.case = TRUE, mode = "any") {
  stopifnot(is.character(what))
  result <- character()
  for (i in seq_along(search())) {
    space <- as.environment(i)
    names <- ls(space, all.names = TRUE)
    names <- grep(what, names, ignore.case = ignore.case, value = TRUE)
    names <- names[!startsWith(names, ".__")]
    if (mode != "any") {
      names <- names[vapply(names, exists, NA, envir = space, mode = mode, inherits = FALSE)]
    }
    if (length(names)) result <- c(result, setNames(names, rep.int(i, length(names))))
  }
  if (where) result[order(result)] else sort(unique(unname(result)))
}
