# Feeds Apus with bad input: fuzz.R SEED COUNT FOLDER SEEDS
#
# Half of the inputs are programs made by a grammar: calls of whatever base, stats and utils export,
# operators, control flow, assignments. They are parsed, deparsed, run, and their values printed. The
# other half are golden cases with changed bytes; those are only parsed and deparsed, as nobody knows
# what they would do. FOLDER/input.R holds the input that runs, for the case that it is the last one;
# FOLDER/slow.R collects what takes more than five seconds.

arguments <- commandArgs(TRUE)
seed <- as.integer(arguments[1L])
count <- as.integer(arguments[2L])
folder <- arguments[3L]
cases <- list.files(arguments[4L], "[.]R$", recursive = TRUE, full.names = TRUE)

pick <- function(from) from[[sample.int(length(from), 1L)]]
chance <- function(p) runif(1L) < p

# ---- What programs are made of

# Functions that reach outside of the process or end it, wait, or change the session for good.
forbidden <- paste0(
  "^(\\.|q$|quit$|system|shell|unlink|file|dir|basename$|dirname$|setwd|Sys[.]|sys[.]source|read|write|",
  "scan$|source$|sink|browser|debug|undebug|trace|untrace|save|load|dump|dput|dget|attach|detach|",
  "library|require|loadNamespace|attachNamespace|unloadNamespace|requireNamespace|options|gc|",
  "set[.]seed|RNGkind|url|socket|pipe|fifo|gz|bz|xz|open|close|std|serialize|unserialize|rawCon|textCon|",
  "isOpen|flush|seek|truncate|push|dyn|library[.]dynam|R[.]home|temp|reg[.]finalizer|invokeRestart|",
  "computeRestarts|restart|lock|unlock|register|import|namespaceImport|namespaceExport|",
  "Rprof|mem|Recall$|combn$|expand|replicate|environment<-|timestamp|data$|vignette|install|",
  "download|update|package|session|cat$|make|list[.]files|normalizePath|path|globalCalling|",
  "suspend|allowInterrupts|Encoding|enc2|lazyLoad|auto|on[.]exit|delayedAssign|assign|rm$|remove$|",
  "eval|sys|local$|with|do[.]call|nlm|optim|uniroot|integrate|example|demo|help|edit|fix|menu|select|page$|",
  "Sweave|Stangle|R[A-Z]|rx|history|askYesNo|alarm|flush|txtProgress|setTxt|apropos|find$|getAnywhere|",
  "methods$|ls[.]str|str$|conflicts|search|stop$|repeat$|while$|for$|function$|if$|next$|break$|parse$)")

functions_of <- function(package) {
  names <- getNamespaceExports(package)
  names <- sort(names[!grepl(forbidden, names)])
  names[vapply(names, function(name) is.function(getExportedValue(package, name)), NA)]
}
functions <- c(ls(baseenv()), functions_of("stats"), functions_of("utils"))
functions <- sort(unique(functions[!grepl(forbidden, functions)]))
functions <- functions[vapply(functions, function(name) {
  is.function(get0(name, globalenv(), mode = "function"))
}, NA)]

constants <- c(
  "1", "0", "-1", "2L", "NA", "NaN", "Inf", "-Inf", "NULL", "TRUE", "FALSE", "\"a\"", "\"\"",
  "\"\u00e9\u4e2d\"", "NA_character_", "NA_integer_", "1i", "1e-300", "1e300", "100000L", "0.1",
  "1:3", "3:1", "integer(0)", "character(0)", "list()", "c(a = 1, b = 2)", "c(TRUE, NA)",
  "c(\"b\", NA, \"a\")", "list(1, \"a\", NULL)", "list(a = 1, b = list(2))", "matrix(1:6, 2)",
  "matrix(list(), 0, 2)", "array(1:8, c(2, 2, 2))", "factor(c(\"u\", \"v\", NA))", "as.raw(0:2)",
  "data.frame(x = 1:3, y = c(\"p\", \"q\", NA))", "quote(x + y)", "quote(f(x, , y = 2))", "as.name(\"z\")",
  "y ~ x + z", "function(x) x", "expression(a, b + 1)", "globalenv()", "new.env()", "sum", "\"mean\"",
  "as.Date(\"2024-02-29\")", "structure(1:2, class = \"k\")", "structure(list(1), class = c(\"k\", \"m\"))",
  "c(1.5, NA, -2)", "complex(real = NaN, imaginary = 1)", ".POSIXct(0, \"UTC\")", "1e5", "c(x, x)",
  "pairlist(a = 1, 2)", "letters", "seq(0, 1, 0.25)", "ts(1:5)", "array(1:3)", "x", "x", "y", "n", "f")

operators <- c(
  "+", "-", "*", "/", "^", "%%", "%/%", "%*%", "%in%", "%o%", "==", "!=", "<", ">=", "&", "|", "&&", "||",
  ":", "~", "<-", "$", "@", "|>", "->", "?")

expression_text <- function(depth) {
  if (depth <= 0L || chance(0.2)) return(pick(constants))
  inner <- function() expression_text(depth - 1L)
  switch(
    sample.int(14L, 1L),
    call_text(depth), call_text(depth), call_text(depth), call_text(depth), call_text(depth),
    paste0("(", inner(), " ", pick(operators), " ", inner(), ")"),
    paste0(inner(), "[", inner(), if (chance(0.3)) paste0(", ", inner()), "]"),
    paste0(inner(), "[[", inner(), "]]"),
    paste0(pick(c("-", "!", "~", "+")), inner()),
    paste0("if (", inner(), ") ", inner(), " else ", inner()),
    paste0("{ ", statement_text(depth - 1L), "; ", inner(), " }"),
    paste0("(function(x, n = ", inner(), ", ...) ", inner(), ")(", inner(), ")"),
    paste0("(\\(x) ", inner(), ")(", inner(), ")"),
    paste0(inner(), "$", pick(c("a", "x", "`b c`"))))
}

call_text <- function(depth) {
  arguments <- vapply(seq_len(sample(0:4, 1L, prob = c(1, 4, 4, 2, 1))), function(k) {
    tag <- if (chance(0.15)) paste0(pick(c("x", "n", "na.rm", "FUN", "simplify", "length", "by", "drop",
                                           "each", "sep", "`a b`")), " = ")
    paste0(tag, if (chance(0.02)) "" else expression_text(depth - 1L))
  }, "")
  name <- pick(functions)
  if (make.names(name) != name) name <- paste0("`", name, "`")
  paste0(name, "(", paste(arguments, collapse = ", "), ")")
}

statement_text <- function(depth) {
  inner <- function() expression_text(depth - 1L)
  switch(
    sample.int(12L, 1L),
    call_text(depth), call_text(depth), paste0("x <- ", call_text(depth)),
    paste0("x <- ", inner()),
    paste0("x[", inner(), "] <- ", inner()),
    paste0("x[[", inner(), "]] <- ", inner()),
    paste0("x$a <- ", inner()),
    paste0(pick(c("names", "dim", "attr", "class", "levels", "dimnames", "body", "length", "is.na")),
           "(x", if (chance(0.2)) ", \"a\"", ") <- ", inner()),
    paste0("for (n in ", pick(c("1:3", "if (length(x) < 1000) x", "list(1, NULL)", "letters[1:2]")), ") ", inner()),
    paste0("repeat { ", inner(), "; break }"),
    paste0("y <- tryCatch(", inner(), ", error = function(e) ", pick(c("e", "NULL", "x")), ")"),
    inner())
}

program_text <- function() {
  paste(c(paste0("x <- ", pick(constants)),
          vapply(seq_len(sample.int(4L, 1L)), function(k) statement_text(sample.int(4L, 1L)), "")),
        collapse = "\n")
}

# ---- Changed bytes

fragments <- c("\"", "'", "`", "\\", "(", ")", "[[", "]]", "{", "}", "#", "\n", "%", "if", "else", "function(",
               "|>", "_", "0x", "1e", "\\u{", "r\"(", "\xff", "\xc3", "@", "::", "<-", ",", "=", "\\x")

mutated_text <- function() {
  bytes <- readBin(pick(cases), "raw", 2000L)
  size <- length(bytes)
  start <- sample.int(size, 1L)
  bytes <- bytes[start:min(size, start + sample.int(300L, 1L))]
  for (k in seq_len(sample.int(4L, 1L))) {
    place <- sample.int(length(bytes) + 1L, 1L) - 1L
    rest <- bytes[seq_along(bytes) > place + if (chance(0.5)) sample.int(5L, 1L) else 0L]
    new <- if (chance(0.7)) charToRaw(pick(fragments)) else as.raw(sample.int(255L, 1L))
    bytes <- c(bytes[seq_len(place)], new, rest)
  }
  rawToChar(bytes[bytes != as.raw(0L)])
}

# ---- Running

surroundings <- function() {
  list2env(list(x = 1:3, y = "b", n = 2, f = function(...) list(...)), parent = globalenv())
}

quietly <- function(code) {
  tryCatch(withCallingHandlers(code, warning = function(w) tryInvokeRestart("muffleWarning"),
                               message = function(m) tryInvokeRestart("muffleMessage")),
           error = function(e) conditionMessage(e))
}

run <- function(text, runs) {
  code <- quietly(parse(text = text, keep.source = chance(0.3)))
  if (!is.expression(code)) return(NULL)
  for (one in as.list(code)) quietly(parse(text = deparse(one)))
  if (runs) {
    place <- surroundings()
    for (k in seq_along(code)) {
      value <- quietly(eval(code[[k]], place))
      quietly(print(value))
      if (chance(0.2)) quietly(str(value))
      if (chance(0.2)) quietly(format(value))
      if (chance(0.1)) quietly(deparse(value))
      if (chance(0.1)) quietly(identical(unserialize(serialize(value, NULL)), value))
      if (chance(0.1)) quietly(summary(value))
    }
  }
}

set.seed(seed)
options(max.print = 60, warn = -1, expressions = 500)
# One expression: an input may read the lines of the script that follow.
{
  for (k in seq_len(count)) {
    runs <- chance(0.5)
    text <- if (runs) program_text() else mutated_text()
    writeLines(text, file.path(folder, "input.R"), useBytes = TRUE)
    started <- sum(proc.time()[1:2])
    run(text, runs)
    if (sum(proc.time()[1:2]) - started > 5) {
      cat("# slow\n", text, "\n", file = file.path(folder, "slow.R"), append = TRUE)
    }
  }
  writeLines("done", file.path(folder, "done"))
}
