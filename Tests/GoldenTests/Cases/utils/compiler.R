# The package compiler: code is compiled anyway, but its functions are there.
"package:compiler" %in% search()
exists("cmpfun")
square <- compiler::cmpfun(function(x) x^2)
square(4)
library(compiler)
ls("package:compiler")
f <- cmpfun(function(n) { s <- 0; for (i in seq_len(n)) s <- s + i; s })
f(100)
body(f)[[2]]
formals(cmpfun(function(a, b = 2) NULL))$b
eval(compile(quote(1 + 2)))
x <- 5
eval(compile(quote(x * 2), globalenv()))
try(cmpfun(3))
enableJIT(-1)
compilePKGS(FALSE)
getCompilerOption("optimize")
getCompilerOption("optimize", list(optimize = 3))
old <- setCompilerOptions(optimize = 3)
old
file <- tempfile(fileext = ".R")
writeLines(c("y <- x + 1", "print(y)"), file)
saved <- sub("R$", "Rc", file)
invisible(capture.output(cmpfile(file)))
file.exists(saved)
loadcmp(saved)
y
try(cmpfile(file, file))
e <- new.env()
loadcmp(saved, e)
ls(e)
detach("package:compiler")
exists("cmpfun")
