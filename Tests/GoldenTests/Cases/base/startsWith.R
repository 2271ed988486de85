startsWith(c("abc", NA), "a")
endsWith("abc", "bc")
try(startsWith(1, "a"))
startsWith("abc", c("a", "b"))
