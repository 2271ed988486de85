tree <- function(name, apples) structure(list(name = name, apples = apples), class = "tree")
print.tree <- function(x, ...) {
  cat(label(x$name), ":", format(middle(x$apples)), "\n")
  invisible(x)
}
summaryOfTree <- function(object, ...) setNames(range(object$apples), c("least", "most"))
label <- function(name) paste0("<", name, ">")
middle <- function(x) median(x)
yield <- function(t) sum(t$apples)
yield.per.day <- function(t, days = season) yield(t) / days
sd <- function(x) "own sd"
season <- NULL
.onLoad <- function(libname, pkgname) season <<- 10
.onAttach <- function(libname, pkgname) packageStartupMessage("orchard is open")
