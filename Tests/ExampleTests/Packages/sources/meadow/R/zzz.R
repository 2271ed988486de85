.seen <- new.env()
.seen$log <- character()
seen <- function() .seen$log
setLoadAction(function(ns) ns$.seen$log <- c(ns$.seen$log, "action 1"))
setLoadActions(second = function(ns) ns$.seen$log <- c(ns$.seen$log, "action 2"))
.onLoad <- function(libname, pkgname) .seen$log <- c(.seen$log, "onLoad")
