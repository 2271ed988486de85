.refGenerator <- function(name, package) {
  def <- eval(substitute(function(...) methods::new(CLASS, ...), list(CLASS = name)),
              globalenv())
  .dressFunction(def, "refObjectGenerator",
    className = structure(name, package = package), package = package, generator = NULL)
}

#' The generator of a reference class
#'
#' @param Class the name of the class, or its definition.
#' @param where is ignored.
#' @examples
#' setRefClass("Point", fields = c("x", "y"))
#' getRefClass("Point")$new(x = 1, y = 2)$x
getRefClass <- function(Class, where = topenv(parent.frame())) {
  if (isClassDef(Class)) Class <- as.vector(.slotOf(Class, "className"))
  if (!is.character(Class)) {
    stop(paste0("class must be a reference class representation or a character string; ",
      "got an object of class \u201c", class(Class)[1L], "\u201d"))
  }
  info <- .refInfo(Class)
  if (is.null(info)) {
    getClass(Class, where = where)
    stop(paste0("class \u201c", Class, "\u201d is defined but is not a reference class"))
  }
  info$generator
}

# `generator$name`.
.generatorMember <- function(generator, name) {
  class <- as.vector(.slotOf(generator, "className"))
  if (is.null(.slotOf(generator, "generator")) && !"refObjectGenerator" %in% class(generator)) {
    stop(simpleError("object of type 'closure' is not subsettable", sys.call(-1L)))
  }
  info <- .refInfo(class)
  switch(name,
    className = class,
    def = .findClass(class),
    new = .newByName(class),
    methods = function(...) .generatorMethods(info, ...),
    fields = function() unlist(.fieldClasses(info)),
    help = function(topic) .generatorHelp(info, if (!missing(topic)) substitute(topic)),
    lock = function(...) .generatorLock(info, ...),
    accessors = function(...) .generatorAccessors(info, c(...)),
    show = function() .showGeneratorSlot(info),
    copy = function(...) generator,
    trace = , untrace = function(...) invisible(),
    getClass = , getRefClass = function(...) generator,
    if (is.null(.rootInfo()$methods[[name]])) .noMember(name, "refGeneratorSlot")
    else .rootInfo()$methods[[name]])
}

# `generator$new`: its errors name the definition.
.newByName <- function(def) function(...) methods::new(def, ...)

.generatorMethods <- function(info, ...) {
  given <- list(...)
  if (!length(given)) return(sort(names(info$methods)))
  if (length(given) == 1L && is.null(names(given)) && is.list(given[[1L]])) given <- given[[1L]]
  if (is.null(names(given))) {
    known <- unlist(given)
    found <- as.list(info$methods)[known]
    return(if (length(found) == 1L) found[[1L]] else found)
  }
  .addRefMethods(info, given)
  invisible()
}

.generatorLock <- function(info, ...) {
  names <- c(...)
  if (!length(names)) return(info$locked)
  unknown <- setdiff(names, names(info$fields))
  if (length(unknown)) {
    stop(simpleError(paste0("\u2018", unknown[1L], "\u2019 is not a field in class \u201c",
      info$name, "\u201d"), quote(methods:::.lockRefFields(def, ...))))
  }
  info$locked <- union(info$locked, names)
  invisible()
}

.generatorAccessors <- function(info, fields) {
  methods <- list()
  for (field in fields) {
    name <- paste0(toupper(substr(field, 1L, 1L)), substring(field, 2L))
    symbol <- as.name(field)
    methods[[paste0("get", name)]] <- eval(substitute(function() FIELD, list(FIELD = symbol)),
                                           globalenv())
    methods[[paste0("set", name)]] <- eval(
      substitute(function(value) invisible(FIELD <<- value), list(FIELD = symbol)), globalenv())
  }
  .addRefMethods(info, methods)
  invisible()
}

.generatorHelp <- function(info, topic) {
  if (is.null(topic)) {
    cat("Usage:  $help(topic) where topic is the name of a method (quoted or not)\n")
    cat("The definition of class", info$name, "follows.\n")
    return(.showRefClass(.findClass(info$name)))
  }
  name <- as.character(topic)
  def <- info$methods[[name]]
  if (is.null(def)) {
    cat("topic \u2018", name, "\u2019 is not a method name in class \u201c", info$name,
      "\u201d\nThe class definition follows\n", sep = "")
    return(.showRefClass(.findClass(info$name)))
  }
  given <- formals(def)
  hasDefault <- vapply(seq_along(given), function(k) !identical(given[[k]], quote(expr = )), NA)
  cat("Call:\n$", name, "(", paste0(names(formals(def)), ifelse(hasDefault, " = ", ""),
    collapse = ", "), ")\n\n\n", sep = "")
  text <- .docString(body(def))
  if (length(text)) cat(text, "\n\n", sep = "")
  invisible()
}

.docString <- function(body) {
  if (is.call(body) && identical(body[[1L]], as.name("{")) && length(body) > 1L) {
    body <- body[[2L]]
  }
  if (is.character(body)) body else character()
}

.showGeneratorSlot <- function(info) {
  cat("Reference class object of class \"refGeneratorSlot\"\nField \"def\":\n")
  .showRefClass(.findClass(info$name))
  cat("Field \"className\":\n")
  print(info$name)
}

.showRefGenerator <- function(object) {
  name <- as.vector(.slotOf(object, "className"))
  cat("Generator for class \"", name, "\":\n", sep = "")
  .showRefParts(.refInfo(name))
}

.showRefClass <- function(definition) {
  name <- as.vector(.slotOf(definition, "className"))
  cat(if (.slotOf(definition, "virtual")) "Virtual Reference Class" else "Reference Class", " \"",
    name, "\":\n", sep = "")
  .showRefParts(.refInfo(name))
}

.showRefParts <- function(info) {
  fields <- .fieldClasses(info)
  if (length(fields)) {
    cat("\nClass fields:\n")
    .printProperties(fields)
    if (length(info$locked)) {
      cat("Locked Fields: ", paste0("\"", info$locked, "\"", collapse = ", "), "\n\n", sep = "")
    }
  } else cat("\nNo fields defined\n")
  cat("\nClass Methods: \n")
  .showNames(.listed(info$methods))
  cat("\nReference Superclasses: \n")
  .showNames(info$supers)
  cat("\n")
}

.showNames <- function(names) {
  last <- seq_along(names) == length(names)
  cat(paste0("\"", names, "\"", ifelse(last, "", ",")), fill = TRUE, labels = "    ")
}

.showRefMethod <- function(object) {
  cat("Class method definition for method ", .slotOf(object, "name"), "()\n", sep = "")
  .printPlain(object)
  calls <- .slotOf(object, "mayCall")
  if (length(calls)) {
    cat("\nMethods used: \n")
    .showNames(calls)
  }
}
