#' Showing objects
#'
#' `show()` is what prints an object at top level; S4 classes set methods for it.
#' `showDefault()` shows an object slot by slot, `classLabel()` the name of a class.
#'
#' @param object the object.
#' @param oldMethods is ignored.
#' @examples
#' setClass("Track", representation(x = "numeric"))
#' new("Track", x = 1)
#' setMethod("show", "Track", function(object) cat("a track\n"))
#' new("Track", x = 1)
show <- .builtInGeneric("show", function(object) standardGeneric("show"),
  function(object) showDefault(object))

#' @rdname show
showDefault <- function(object, oldMethods = TRUE) {
  if (!isS4(object)) {
    print(object)
    return(invisible())
  }
  shown <- .specialShow(object)
  if (!shown) .showSlots(object)
  invisible()
}

# Objects that describe classes and functions have displays of their own.
.specialShow <- function(object) {
  switch(class(object)[1L],
    classRepresentation = , ClassUnionRepresentation = , refClassRepresentation =
      .showClass(object),
    classGeneratorFunction = .showGenerator(object),
    refObjectGenerator = .showRefGenerator(object),
    standardGeneric = , nonstandardGenericFunction = , groupGenericFunction =
      .showGeneric(object),
    MethodDefinition = , MethodWithNext = , SealedMethodDefinition = ,
    derivedDefaultMethod = .showMethod(object),
    refMethodDef = .showRefMethod(object),
    signature = .showSignature(object),
    ObjectsWithPackage = .showPackaged(object),
    {
      if ("namedList" %in% .classLinearization(class(object)[1L])) {
        .showNamedList(object)
        return(TRUE)
      }
      if (.Internal(hasSlot(object, ".xData")) && .extendsRef(object)) {
        .showRefObject(object)
        return(TRUE)
      }
      return(FALSE)
    })
  TRUE
}

.extendsRef <- function(object) {
  "envRefClass" %in% .classLinearization(class(object)[1L])
}

.showSlots <- function(object) {
  name <- class(object)[1L]
  definition <- getClassDef(name)
  slots <- if (is.null(definition)) setdiff(names(attributes(object)), "class")
  else names(.slotOf(definition, "slots"))
  isOld <- ".S3Class" %in% slots
  if (isOld && typeof(object) != "S4") return(.showOld(object, name, slots))
  cat(if (isOld) "Object of class " else "An object of class ", "\"", name, "\"\n", sep = "")
  if (typeof(object) != "S4") {
    print(.shownData(object))
    slots <- setdiff(slots, c(".Data", "names", "dim", "dimnames", "tsp"))
  }
  if (".xData" %in% slots && .Internal(hasSlot(object, ".xData"))) {
    print(.slotOf(object, ".xData"))
    slots <- setdiff(slots, ".xData")
  } else if (!length(slots) && typeof(object) == "S4") cat("<S4 Type Object>\n")
  .showEach(object, slots)
}

.shownData <- function(object) {
  data <- .Internal(dataPart(object))
  if (.Internal(hasSlot(object, "names"))) {
    if ("names" %in% slotNames(class(object))) names(data) <- .slotOf(object, "names")
  }
  data
}

.showEach <- function(object, slots) {
  for (slot in slots) {
    cat("Slot \"", slot, "\":\n", sep = "")
    value <- .slotOf(object, slot)
    print(value)
    cat("\n")
  }
}

# Objects that extend S3 classes show as those, then their other slots.
.showOld <- function(object, name, slots) {
  cat("Object of class \"", name, "\"\n", sep = "")
  print(S3Part(object, strictS3 = TRUE))
  isBasic <- !is.null(.basicTable[[name, exact = TRUE]])
  s3 <- .slotOf(.findClass(if (isBasic) name else .firstOld(name)), "slots")
  .showEach(object, setdiff(slots, c(names(s3), ".Data", ".S3Class")))
}

.firstOld <- function(name) {
  for (super in .classLinearization(name)[-1L]) {
    if ("oldClass" %in% .classLinearization(super)) return(super)
  }
  "oldClass"
}

#' @rdname show
classLabel <- function(object) paste0("\"", as.vector(object), "\"")

# ---- Classes ------------------------------------------------------------------

#' @rdname getClass
showClass <- function(Class, complete = TRUE, propertiesAreCalled = "Slots") {
  .showClass(getClass(Class), complete, propertiesAreCalled)
}

.showClass <- function(definition, complete = TRUE, propertiesAreCalled = "Slots") {
  name <- as.vector(.slotOf(definition, "className"))
  package <- .slotOf(definition, "package")
  isGlobal <- identical(as.vector(package), ".GlobalEnv")
  kind <- class(definition)[1L]
  if (kind == "ClassUnionRepresentation" || kind == "refClassRepresentation") {
    if (kind == "refClassRepresentation") return(.showRefClass(definition))
    cat("Extended class definition ( ", "\"", kind, "\" )\n", sep = "")
  }
  cat(if (.slotOf(definition, "virtual")) "Virtual Class " else "Class ", "\"", name, "\"",
    if (isGlobal) paste0(" [in \"", package, "\"]") else paste0(" [package \"", package, "\"]"),
    "\n", sep = "")
  .showClassSlots(definition, propertiesAreCalled)
  .showExtends(definition)
  .showSubclasses(definition, name)
  invisible()
}

.showClassSlots <- function(definition, propertiesAreCalled) {
  slots <- .slotOf(definition, "slots")
  if (!length(slots)) {
    value <- .slotOf(definition, "prototype")
    class <- if (typeof(value) == "S4") "S4"
      else class(if (isS4(value)) .Internal(dataPart(value)) else value)[1L]
    cat("\nNo Slots, prototype of class \"", class, "\"\n", sep = "")
    return()
  }
  cat("\n", propertiesAreCalled, ":\n", sep = "")
  .printProperties(slots)
}

# Prints names above classes.
.printProperties <- function(x) {
  if (!length(x)) return(invisible())
  text <- format(c(names(x), vapply(x, function(one) as.vector(one), "")), justify = "right")
  table <- matrix(text, nrow = 2L, byrow = TRUE, dimnames = list(c("Name:", "Class:"),
    rep("", length(x))))
  print(table, quote = FALSE)
}

.linkText <- function(link, name, first = "Class") {
  by <- .slotOf(link, "by")
  text <- if (length(by)) {
    paste0(", by class \"", by, "\", distance ", .slotOf(link, "distance"))
  } else if (isTRUE(.slotOf(link, "dataPart"))) ", from data part" else ", directly"
  if (!isTRUE(.slotOf(link, "simple"))) text <- paste0(text, ", with explicit coerce")
  paste0("Class \"", name, "\"", text)
}

.allPlain <- function(links) {
  all(vapply(links, function(link) {
    !length(.slotOf(link, "by")) && !isTRUE(.slotOf(link, "dataPart")) &&
      isTRUE(.slotOf(link, "simple"))
  }, NA))
}

.showLinks <- function(title, links) {
  if (.allPlain(links)) {
    cat("\n", title, ": ", paste0("\"", names(links), "\"", collapse = ", "), "\n", sep = "")
    return()
  }
  cat("\n", title, ": \n", sep = "")
  for (name in names(links)) cat(.linkText(links[[name]], name), "\n", sep = "")
}

.showExtends <- function(definition) {
  links <- .slotOf(definition, "contains")
  if (length(links)) .showLinks("Extends", links)
}

.showSubclasses <- function(definition, name) {
  links <- .knownSubclasses(name)
  if (length(links)) .showLinks("Known Subclasses", links)
}

.showGenerator <- function(object) {
  cat("class generator function for class \u201c", as.vector(.slotOf(object, "className")),
    "\u201d from package \u2018", .slotOf(object, "package"), "\u2019\n", sep = "")
  .printPlain(object)
}

# A function without its slots.
.printPlain <- function(object) {
  print.function(.Internal(dataPart(object)))
}

# ---- Generic functions and methods ----------------------------------------------

.showGeneric <- function(object) {
  name <- as.vector(.slotOf(object, "generic"))
  cat(class(object)[1L], " for \"", name, "\" defined from package \"",
    .slotOf(object, "package"), "\"\n", sep = "")
  group <- .slotOf(object, "group")
  if (length(group)) {
    cat("  belonging to group(s):", paste(unlist(group), collapse = ", "), "\n")
  }
  value <- .slotOf(object, "valueClass")
  if (length(value)) {
    cat("  defined with value class: \"", paste(value, collapse = "\", \""), "\"\n", sep = "")
  }
  cat("\n")
  .printPlain(object)
  cat("Methods may be defined for arguments: ",
    paste(.slotOf(object, "signature"), collapse = ", "), "\n",
    "Use  showMethods(", name, ")  for currently available ones.\n", sep = "")
}

.showMethod <- function(object) {
  cl <- class(object)[1L]
  cat(if (cl == "MethodDefinition") "Method Definition:\n\n"
    else paste0("Method Definition (Class \"", cl, "\"):\n\n"))
  .printPlain(object)
  target <- .slotOf(object, "target")
  if (length(target)) {
    cat("\nSignatures:\n")
    .showSignatures(target, .slotOf(object, "defined"))
  }
}

.showSignatures <- function(target, defined) {
  arguments <- .slotOf(target, "names")
  target <- as.vector(target)
  defined <- as.vector(defined)
  length <- max(length(target), length(defined))
  arguments <- arguments[seq_len(length)]
  fill <- function(classes) c(classes, rep("ANY", length - length(classes)))
  text <- rbind(paste0("\"", fill(target), "\""), paste0("\"", fill(defined), "\""))
  dimnames(text) <- list(c("target ", "defined"), arguments)
  print(text, quote = FALSE)
}

.showPackaged <- function(object) {
  cat("An object of class \"ObjectsWithPackage\":\n")
  packages <- unique(.slotOf(object, "package"))
  if (length(packages) == 1L) {
    print(as.vector(object))
    cat("(All from \"", packages, "\")\n", sep = "")
    return(invisible())
  }
  table <- rbind(paste0("\"", as.vector(object), "\""),
    paste0("\"", .slotOf(object, "package"), "\""))
  dimnames(table) <- list(c("Object: ", "Package:"), rep("", length(object)))
  print(table, quote = FALSE)
}

# A list with names, then the other slots.
.showNamedList <- function(object) {
  cat("An object of class  \u201c", class(object)[1L], "\u201d \n", sep = "")
  print(structure(.Internal(dataPart(object)), names = .slotOf(object, "names")))
  for (slot in setdiff(slotNames(object), c(".Data", "names"))) {
    cat("Slot ", slot, ":\n", sep = "")
    print(.slotOf(object, slot))
  }
}

.showSignature <- function(object) {
  cat("An object of class \u201csignature\u201d\n")
  print(structure(as.vector(object), names = .slotOf(object, "names")))
}
