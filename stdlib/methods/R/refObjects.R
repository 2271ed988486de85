# Reference objects: their fields and what all of them can do.

.initializeRef <- function(.Object, ...) {
  info <- .refInfo(class(.Object))
  self <- new.env(hash = TRUE, parent = info$where)
  .Object <- .Internal(setRawSlot(.Object, ".xData", self))
  assign(".self", .Object, envir = self)
  assign(".refClassDef", .findClass(info$name), envir = self)
  for (field in names(info$fields)) .installField(field, info$fields[[field]], info, self)
  if (is.null(info$methods[["initialize"]])) {
    initRefFields(.Object, .findClass(info$name), self, list(...))
  } else .Object$initialize(...)
  if (!is.null(info$methods[["finalize"]])) {
    reg.finalizer(self, function(x) x$.self$finalize(), onexit = TRUE)
  }
  .Object
}

.installField <- function(field, class, info, self) {
  if (is.function(class)) {
    environment(class) <- self
    makeActiveBinding(field, class, self)
    return()
  }
  class <- as.vector(class)
  value <- .fieldPrototype(field, class)
  if (class == "ANY" && !field %in% info$locked) {
    assign(field, value, envir = self)
  } else {
    makeActiveBinding(field, .fieldBinding(field, class, value, field %in% info$locked), self)
  }
}

.fieldPrototype <- function(field, class) {
  definition <- .findClass(class)
  if (!is.null(definition) && !.slotOf(definition, "virtual")) {
    value <- .slotOf(definition, "prototype")
    isRef <- !is.null(.refInfo(class))
    if (typeof(value) == "environment") value <- new.env()
    return(if (isRef) .blankObject(class) else value)
  }
  .makeS4("uninitializedField", field = field, className = class)
}

# An object of a reference class whose fields nobody has set.
.blankObject <- function(class) {
  info <- .refInfo(class)
  object <- .Internal(setRawSlot(.slotOf(.findClass(class), "prototype"), ".xData",
    new.env(hash = TRUE, parent = info$where)))
  self <- as.environment(object)
  assign(".self", object, envir = self)
  assign(".refClassDef", .findClass(info$name), envir = self)
  for (field in names(info$fields)) .installField(field, info$fields[[field]], info, self)
  object
}

# What reads and checks a field.
.fieldBinding <- function(field, class, stored, isLocked) {
  isSet <- FALSE
  function(value) {
    if (missing(value)) return(stored)
    if (isLocked && isSet) {
      stop(paste0("invalid replacement: reference class field \u2018", field,
        "\u2019 is read-only"), call. = FALSE)
    }
    if (!.valueIs(value, class)) .fieldError(field, class, value)
    isSet <<- TRUE
    stored <<- value
    invisible(value)
  }
}

.fieldError <- function(field, class, value) {
  stop(paste0("invalid assignment for reference class field \u2018", field,
    "\u2019, should be from class \u201c", class, "\u201d or a subclass (was class \u201c",
    class(value)[1L], "\u201d)"), call. = FALSE)
}

#' Sets the fields of a reference object
#'
#' @param .Object the object.
#' @param classDef its class.
#' @param selfEnv its environment.
#' @param args fields by name, and objects of superclasses without a name.
#' @examples
#' Point <- setRefClass("Point", fields = c("x", "y"))
#' point <- Point$new(x = 1, y = 2)
#' initRefFields(point, Point$def, as.environment(point), list(x = 3))$x
initRefFields <- function(.Object, classDef, selfEnv, args) {
  given <- names(args)
  if (is.null(given)) given <- rep("", length(args))
  for (part in args[!nzchar(given)]) .importFields(part, selfEnv)
  info <- .refInfo(.slotOf(classDef, "className"))
  elements <- args[nzchar(given)]
  for (field in names(elements)) {
    if (!field %in% names(info$fields)) {
      stop(simpleError(paste0("\u2018", field, "\u2019 is not a field in class \u201c", info$name,
        "\u201d"), quote(envRefSetField(.Object, field, classDef, selfEnv, elements[[field]]))))
    }
    assign(field, elements[[field]], envir = selfEnv)
  }
  .Object
}

.importFields <- function(part, self) {
  info <- .refInfo(class(part))
  if (!isS4(part) || is.null(info)) {
    warning(simpleWarning(paste0(
      "unnamed arguments to $new() must be objects from a reference class; ",
      "got an object of class \u201c",
      class(part)[1L], "\u201d"),
      quote(methods::initRefFields(.Object, classDef, selfEnv, list(...)))))
    return()
  }
  for (field in names(info$fields)) {
    if (!is.function(info$fields[[field]])) {
      assign(field, get(field, envir = as.environment(part)), envir = self)
    }
  }
}

# A member of an object that is no variable of its environment yet: a method.
.refMember <- function(object, name) {
  info <- .refInfo(class(object))
  if (is.null(info)) return(NULL)
  if (is.null(info$methods[[name]])) .noMember(name, info$name)
  .installRefMethod(name, info, as.environment(object))
}

.noMember <- function(name, class) {
  stop(simpleError(paste0("\u2018", name,
    "\u2019 is not a valid field or method name for reference class \u201c", class, "\u201d"),
    quote(envRefInferField(x, what, getClass(class(x)), selfEnv))))
}

.installRefMethod <- function(name, info, self) {
  def <- info$methods[[name]]
  if (.mentions(body(def), ".noSuperMethod")) .noSuper(name, info$name)
  environment(def) <- self
  assign(name, def, envir = self)
  for (other in .slotOf(def, "mayCall")) {
    if (!exists(other, envir = self, inherits = FALSE)) .installRefMethod(other, info, self)
  }
  def
}

.noSuper <- function(name, class) {
  stop(simpleError(paste0("a call to superClass() is in the method \u2018", name,
    "\u2019 but there is no superclass definition of this method for class \u201c", class,
    "\u201d"), quote(installClassMethod(value, self, field, selfEnv, thisClass))))
}

# `object$name <- value`.
.assignRefMember <- function(object, name, value) {
  self <- as.environment(object)
  info <- .refInfo(class(object))
  if (!is.null(info) && !name %in% names(info$fields)) {
    stop(simpleError(paste0("\u2018", name, "\u2019 is not a field in class \u201c", info$name,
      "\u201d"), quote(envRefSetField(x, what, refObjectClass(x), selfEnv, value))))
  }
  if ("localRefClass" %in% info$supers) {
    object <- .localized(object, parent.frame())
    self <- as.environment(object)
  }
  assign(name, value, envir = self)
  object
}

# Local objects are copied by the first change in another frame than that of the last one.
.localized <- function(object, frame) {
  owner <- get0(".frame", envir = as.environment(object), inherits = FALSE)
  if (identical(owner, frame)) return(object)
  object <- .copyReference(object, shallow = TRUE)
  assign(".frame", frame, envir = as.environment(object))
  object
}

# The methods that all reference objects have.
.rootMethods <- list(
  field = function(name, value) {
    if (missing(value)) base::get(name, envir = .self)
    else if (name %in% names(methods:::.refInfo(class(.self))$fields)) {
      invisible(assign(name, value, envir = .self))
    } else stop(paste0("\u2018", name, "\u2019 is not a field in this class"))
  },
  trace = function(what, ..., classMethod = FALSE) {
    methods:::.traceRef(.self, as.character(substitute(what)), ...)
  },
  getRefClass = function(...) methods::getRefClass(class(.self)[1L]),
  initFields = function(...) {
    methods::initRefFields(.self, .refClassDef, as.environment(.self), list(...))
  },
  copy = function(shallow = FALSE) methods:::.copyReference(.self, shallow),
  callSuper = function(...) NULL,
  .objectPackage = function() NULL,
  export = function(Class) methods:::.exportReference(.self, Class),
  untrace = function(what, classMethod = FALSE) {
    methods:::.untraceRef(.self, as.character(substitute(what)))
  },
  getClass = function(...) methods::getClass(class(.self)),
  show = function() methods:::.showReference(.self),
  usingMethods = function(...) NULL,
  .objectParent = function() NULL,
  import = function(value, Class = class(value)) methods:::.importReference(.self, value))

# Traces a method of an object, as `trace()` does a function.
.traceRef <- function(object, name, ...) {
  self <- as.environment(object)
  if (!exists(name, envir = self, inherits = FALSE)) .refMember(object, name)
  message("Tracing reference method \"", name, "\" for object from class \"", class(object)[1L],
    "\"")
  base::trace(name, ..., where = self)
  name
}

.untraceRef <- function(object, name) {
  message("Untracing reference method \"", name, "\" for object from class \"",
    class(object)[1L], "\"")
  base::untrace(name, where = as.environment(object))
  name
}

# The functions behind `$show()`, `$copy()`, `$export()` and `$import()`.

.showReference <- function(object) {
  cat("Reference class object of class ", "\"", class(object)[1L], "\"\n", sep = "")
  for (field in names(.refInfo(class(object))$fields)) {
    cat("Field \"", field, "\":\n", sep = "")
    value <- get(field, envir = as.environment(object))
    if (isS4(value)) show(value) else print(value)
  }
  invisible()
}

.copyReference <- function(object, shallow = FALSE) {
  info <- .refInfo(class(object))
  value <- methods::new(class(object)[1L])
  self <- as.environment(value)
  for (field in names(info$fields)) {
    if (is.function(info$fields[[field]])) next
    current <- get(field, envir = as.environment(object))
    if (!shallow && isS4(current) && !is.null(.refInfo(class(current)))) {
      current <- .copyReference(current)
    }
    if (!isS4(current) || class(current)[1L] != "uninitializedField") {
      assign(field, current, envir = self)
    }
  }
  value
}

.exportReference <- function(object, Class) {
  value <- new(Class)
  for (field in names(.refInfo(Class)$fields)) {
    assign(field, get(field, envir = as.environment(object)), envir = as.environment(value))
  }
  value
}

.importReference <- function(object, value) {
  .importFields(value, as.environment(object))
  invisible(object)
}

# The fields and methods of an object, for `str()`.
.fieldsOf <- function(object) {
  fields <- names(.refInfo(class(object))$fields)
  structure(lapply(fields, get, envir = as.environment(object)), names = fields)
}

.methodNames <- function(object) {
  all <- sort(names(.refInfo(class(object))$methods))
  list(all = all, own = setdiff(all, names(.rootMethods)))
}

.showRefObject <- function(object) {
  info <- .refInfo(class(object))
  if (is.null(info)) return(.showReference(object))
  method <- get0("show", envir = as.environment(object), inherits = FALSE)
  if (is.null(method)) method <- .refMember(object, "show")
  method()
}
