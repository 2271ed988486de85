# `#line` says where the lines below come from: in references to sources and in messages.
options(error = expression(NULL))
writeLines(c("a <- 1", "#line 20 \"other.R\"", "g <- function(u) {", "  u + 1", "}", "#line 5", "h <- 2",
  "  #line 7", "i"), "m.R")
p <- parse("m.R", keep.source = TRUE)
lapply(attr(p, "srcref"), as.integer)
as.integer(attr(p, "wholeSrcref"))
sapply(attr(p, "srcref"), function(s) {
  x <- attr(s, "srcfile")
  c(x$filename, class(x)[1])
})
p
getSrcLocation(p)
getSrcFilename(eval(p[[2]]))
parse(text = c("#line 10 \"q.R\"  ", "x", "#line 3 ", "y z"))
parse(text = c("#line 10 q.R", "x x"))
parse(text = c("#line x", "x x"))
parse(text = c("x <- 1; #line 10 \"q.R\"", "x x"))
parse(text = c("#line 10 \"q.R\" trailing", "x <- 1", "x x"))
parse(text = c("#line 10 \"q.R\"", "f <- function("))
writeLines(c("x <- 1", "f <- function(a) {", "  # inside", "  a", "}"), "a.R")
source("a.R", echo = TRUE, deparseCtrl = "all")
