# The variables of a loop, each with the values that it takes.
foreach <- function(..., .packages = character(), .verbose = FALSE) {
  structure(list(values = list(...), packages = .packages), class = "foreach")
}

backend <- new.env()

# `fun(object, expression, environment, data)` runs a loop; `info(data, item)` tells of it.
setDoPar <- function(fun, data = NULL, info = function(data, item) NULL) {
  backend$current <- list(fun = fun, data = data, info = info)
  invisible()
}

registerDoSEQ <- function() {
  setDoPar(run_in_turn, NULL, function(data, item) switch(item, name = "doSEQ", workers = 1L))
}

getDoParName <- function() ask("name")

getDoParWorkers <- function() {
  workers <- ask("workers")
  if (is.null(workers)) 1L else workers
}

ask <- function(item) {
  current <- backend$current
  if (!is.null(current)) current$info(current$data, item)
}

`%dopar%` <- function(obj, ex) {
  current <- backend$current
  if (is.null(current)) current <- list(fun = run_in_turn)
  current$fun(obj, substitute(ex), parent.frame(), current$data)
}

# One round after another, in this session.
run_in_turn <- function(object, expression, environment, data) {
  for (package in object$packages) library(package, character.only = TRUE)
  lapply(seq_along(object$values[[1L]]), function(round) {
    frame <- new.env(parent = environment)
    for (name in names(object$values)) assign(name, object$values[[name]][[round]], frame)
    tryCatch(eval(expression, frame), error = function(e) {
      stop("task ", round, " failed - \"", conditionMessage(e), "\"", call. = FALSE)
    })
  })
}
