# Editors: programs, functions, and what is wrong in the text.
writeLines(c("#!/bin/sh", "sed -i s/1/2/ $1"), "editor.sh")
Sys.chmod("editor.sh")
options(editor = file.path(getwd(), "editor.sh"))
f <- function(x) x + 1
f <- edit(f)
f(1)
y <- edit(c(a = 1, b = 11))
y
edit(letters[1:3])
fix(f)
f(1)
file.edit("editor.sh")
readLines("editor.sh")
edit(1:3, editor = function(name, file, title) { print(name); print(title); 17 })
x <- edit(1:3, editor = function(name, file, title) 17)
x
class(try(edit(f, editor = "false"), silent = TRUE))
