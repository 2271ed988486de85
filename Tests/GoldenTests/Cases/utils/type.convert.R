type.convert(c("1", "2", NA), as.is = TRUE)
type.convert(c("a", "2"), as.is = FALSE)
type.convert(c("T", "FALSE"), as.is = TRUE)
str(type.convert(list(a = "1", b = "x", c = "1.5"), as.is = TRUE))
