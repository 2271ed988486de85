# Parameters and defaults of functions of base.
for (name in c("callCC", "gc", "sys.call", "sys.frame", "sys.parent", "as.raw", "on.exit",
               "invisible", "NextMethod", "asNamespace", "attachNamespace", "loadNamespace",
               "library", "require", "sample.int", "system", "system2", ".pretty", ".kappa_tri",
               "kappa.default", "mostattributes<-", "print.summaryDefault", ".packages",
               "debug", "undebug", "debugonce", "isdebugged", "debuggingState", "returnValue",
               "anyDuplicated.matrix", "duplicated.array", "unique.matrix")) {
  cat(name, "")
  print(args(name))
}
print(args(utils::help))
print(args(utils::help.search))
print(args(utils::example))
str(.pretty(c(0, 97)))
str(.pretty(c(0, 97), bounds = FALSE))
str(.pretty(c(3.2, 10), n = 3))
callCC(fun = function(leave) leave(2))
try(as.raw())
try(as.raw(1, 2))
