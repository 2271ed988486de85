as.roman(c(1, 4, 1999, 4000))
as.roman("XIV") + 1L
rev(as.roman(1:3))
as.integer(as.roman("MCM"))
formatOL(c("one", "two"), type = "i")
formatUL(c("a", "b"))
