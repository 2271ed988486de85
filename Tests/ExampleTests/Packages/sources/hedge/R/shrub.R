setClass("Shrub", contains = "Plant", representation(twigs = "integer"))
setClass("Reed", contains = "Grass")
setMethod("height", "Shrub", function(plant, ...) length(plant@twigs) + callNextMethod())
tallest <- function(...) max(vapply(list(...), height, 0))
