# Compares the names that GNU R exports (recorded beside this script) with what
# is defined here and with what stdlib/MISSING.md lists.
#
# Prints the counts of each package, then each disagreement; the exit status is
# 1 if there is one.  Helpers begin with a dot, so that no name of a user's own
# is in use unawares.

arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
lines <- readLines(arguments[2])

# The names in backticks of the items of a package's section.
listed <- function(package) {
  heads <- grep("^## ", lines)
  start <- heads[lines[heads] == paste("##", package)]
  if (!length(start)) return(character())
  end <- c(heads[heads > start], length(lines) + 1L)[1]
  section <- lines[start:(end - 1L)]
  items <- grep("^(- |  )", section, value = TRUE)
  gsub("``? ?| ?``?", "", unlist(regmatches(items, gregexpr("`[^`]+`", items))))
}

agrees <- TRUE
complain <- function(package, what, names) {
  if (!length(names)) return()
  agrees <<- FALSE
  cat(package, ": ", what, ": ", paste(names, collapse = " "), "\n", sep = "")
}

for (file in list.files(folder, "[.]txt$")) {
  package <- sub("[.]txt$", "", file)
  exported <- readLines(file.path(folder, file))
  place <- if (package == "base") baseenv() else asNamespace(package)
  missing <- exported[!vapply(exported, exists, NA, envir = place, inherits = FALSE)]
  cat(sprintf("%-8s %4d exported, %3d missing\n", package, length(exported), length(missing)))
  known <- listed(package)
  complain(package, "missing but not listed", setdiff(missing, known))
  complain(package, "listed but defined", setdiff(known, missing))
  complain(package, "listed twice", unique(known[duplicated(known)]))
  shown <- if (package == "base") ls(place) else grep("^[^.]", getNamespaceExports(package), value = TRUE)
  complain(package, "visible but not exported by GNU R", setdiff(shown, exported))
}
if (!agrees) quit(status = 1)
