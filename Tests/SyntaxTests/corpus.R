# Parses every R file below some folders, deparses what it says, parses that again and compares.
# Arguments: the file for the deparsed text of all, then the folders.

arguments <- commandArgs(TRUE)
output <- file(arguments[1L], "w")
files <- sort(list.files(arguments[-1L], "[.][Rrq]$", recursive = TRUE, full.names = TRUE),
              method = "radix")

check <- function(file) {
  code <- tryCatch(parse(file, keep.source = FALSE), error = identity)
  if (inherits(code, "error")) {
    writeLines(c(paste("==", file), "not accepted"), output)
    return(c(accepted = FALSE, identical = FALSE))
  }
  text <- unlist(lapply(code, deparse))
  writeLines(c(paste("==", file), text), output)
  again <- tryCatch(parse(text = text, keep.source = FALSE), error = identity)
  c(accepted = TRUE, identical = identical(as.list(code), as.list(again)))
}

results <- vapply(files, check, logical(2L))
close(output)
cat(length(files), "files,", sum(results["accepted", ]), "accepted,",
    sum(results["identical", ]), "identical after deparse and parse\n")
for (file in files[!results["accepted", ]]) cat("not accepted:", file, "\n")
for (file in files[results["accepted", ] & !results["identical", ]]) cat("differs:", file, "\n")
