# Records the names that GNU R's packages export: one file a package, sorted.

folder <- commandArgs(trailingOnly = TRUE)[1]
# Hidden variables of a session and of its build that are no interface.
apart <- c(".Last.value", ".Random.seed")

for (package in c("base", "methods", "utils")) {
  names <- if (package == "base") {
    ls(baseenv(), all.names = TRUE)
  } else {
    getNamespaceExports(package)
  }
  names <- names[!startsWith(names, ".__C__") & !startsWith(names, ".__T__")]
  writeLines(sort(setdiff(names, apart), method = "radix"),
             file.path(folder, paste0(package, ".txt")))
}
