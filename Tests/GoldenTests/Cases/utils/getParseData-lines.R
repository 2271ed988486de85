# Where lines end in blocks, after an if, and between comments: the numbers of all tokens.
show <- function(text) {
  data <- getParseData(parse(text = text, keep.source = TRUE))
  data <- data[order(data$id), ]
  cat(data$id, "\n", data$parent, "\n", data$token, "\n")
}
options(keep.parse.data = TRUE)
show("{if (a) b\n}")
show("{if (a) b\n\n\n}")
show("{if (a) {b\n} # c\n# d\nelse e}")
show("{if (a) if (b) c\nelse d\ne}")
show("(if (a)\nb\nelse c)")
show("{\n\n# a\nx # b\n\n# c\n}\n# d\n\n# e\ny")
show("{;;x;\ny\n;}")
show("1 # a\n2 # b\n# c")
show("f(x,\n # a\n y\n)[\n1,\n]")
show("function(\nx\n,\ny = 1\n)\n\nz")
show("x <-\n\n y +\n z; -a^2 ** b")
show("a = b <- c -> d")
show("f(x ? y, function(x) y = 2)")
show("f(a = NULL, NULL, b[NULL, c = NULL])")
show("# a\nx; y # b\n# c\n1; 2")
