getClass("numeric")
getClass("character")
getClass("list")
getClass("factor")
getClass("data.frame")
getClass("matrix")
getClass("ANY")
getClass("integer")
setClass("A", representation(x = "numeric"))
setClass("B", contains = "A")
setClass("C", contains = "B")
getClass("A")
getClass("C")
getClass("C")@className
names(getClass("C")@contains)
getClass("A")@virtual
existsClass <- isClass("A")
existsClass
getSlots("C")
