# The tokens of parsed code: what GNU R's parser makes of operators, calls, blocks and comments.
show <- function(text) {
  data <- getParseData(parse(text = text, keep.source = TRUE))
  print(data[order(data$id), ])
}
options(keep.parse.data = TRUE)
show("x <- 1 # one")
show("f(a = 1, 'b', , NULL)$g[[2]]@s")
show("if (a > 1) -b else !c")
show("{if (a) b\nelse c\n\nx; y = 2;\n}")
show("function(x, y = 2, ...) x:y")
show("\\(x) x |> f(y = _)")
show("for (i in 1:3) while (TRUE) repeat break")
show("y ~ a::b + `c d`\n# last")
show("?x; x ? y")
show("\t'\u00e9' %in% r\"(a)\"")
data <- getParseData(parse(text = "f(x)  +  y\nz", keep.source = TRUE), includeText = TRUE)
data$text
bare <- getParseData(parse(text = "f(x)  +  y\nz", keep.source = TRUE), includeText = FALSE)
getParseText(bare, bare$id[c(2, 1, 9, 5)])
names(bare)
long <- getParseData(parse(text = paste0("'", strrep("a", 1200), "'"), keep.source = TRUE))
long$text
getParseData(parse(text = "x", keep.source = FALSE))
eval(parse(text = "g <- function(x) x", keep.source = TRUE))
nrow(getParseData(g))
options(keep.parse.data = FALSE)
getParseData(parse(text = "x", keep.source = TRUE))
