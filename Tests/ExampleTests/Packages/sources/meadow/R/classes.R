setClassUnion("Measure", c("numeric", "character"))
setClass("Plant", representation(name = "character", size = "Measure", "VIRTUAL"))
setClass("Grass", contains = "Plant", representation(blades = "numeric"),
  prototype(size = 1, blades = c(1, 2)),
  validity = function(object) if (any(object@blades < 0)) "blades must not be negative" else TRUE)
setClass("Seeds", contains = "numeric", representation(unit = "character"))

setGeneric("height", function(plant, ...) standardGeneric("height"))
setMethod("height", "Plant", function(plant, ...) plant@size)
setMethod("height", "Grass", function(plant, factor = 1, ...) factor * max(plant@blades) + callNextMethod())

setMethod("show", "Plant", function(object) cat("<", class(object), " ", object@name, ">\n", sep = ""))
setMethod("length", "Grass", function(x) length(x@blades))
setMethod("Arith", signature("Grass", "numeric"), function(e1, e2) {
  e1@blades <- callGeneric(e1@blades, e2)
  e1
})
setMethod("[", "Grass", function(x, i, ...) initialize(x, blades = x@blades[i]))
setMethod("coef", "Plant", function(object, ...) c(size = as.numeric(object@size)))
setMethod("summary", "Grass", function(object, ...) range(object@blades))
setMethod("initialize", "Seeds", function(.Object, ...) {
  .Object <- callNextMethod(.Object, ...)
  if (!length(.Object@unit)) .Object@unit <- "g"
  .Object
})

grass <- function(name, ...) new("Grass", name = name, ...)
