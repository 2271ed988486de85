#' Memory used by an object
#'
#' An estimate of the bytes, printed in units such as `"Kb"` or `"auto"`.
#'
#' @param x an R object.
#' @examples
#' object.size(1:10)
object.size <- function(x) structure(.Internal(objectSize(x)), class = "object_size")

format.object_size <- function(x, units = "b", standard = "auto", digits = 1L, ...) {
  legacy <- c("B", "KB", "MB", "GB", "TB", "PB")
  iec <- c("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB")
  si <- c("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")
  standard <- match.arg(standard, c("auto", "IEC", "SI", "legacy"))
  if (standard == "auto") {
    standard <- "legacy"
    if (units != "auto") {
      if (endsWith(units, "iB")) standard <- "IEC"
      else if (units == "b") units <- "B"
      else if (units == "kB") stop("For SI units, specify 'standard = \"SI\"'")
    }
  }
  short <- sub("B$", "b", legacy)
  known <- c("auto", si, iec[-1L], short, "KB")
  units <- match.arg(units, known)
  base <- if (standard == "SI") 1000 else 1024
  names <- switch(standard, legacy = legacy, IEC = iec, SI = si)
  if (units == "auto") {
    power <- 0
    while (power < length(names) - 1 && x >= base^(power + 1)) power <- power + 1
  } else {
    power <- match(toupper(units), toupper(names)) - 1
    if (is.na(power)) stop(gettextf("invalid 'units' for standard %s", dQuote(standard)), domain = NA)
  }
  unit <- names[power + 1]
  if (standard == "legacy") {
    unit <- if (power == 0) "bytes" else paste0(substr(unit, 1L, 1L), "b")
  } else if (power == 0) {
    unit <- "B"
  }
  paste(if (power == 0) unclass(x) else round(unclass(x) / base^power, digits), unit)
}

print.object_size <- function(x, quote = FALSE, units = "b", standard = "auto",
                              digits = 1L, ...) {
  text <- format.object_size(x, units = units, standard = standard, digits = digits)
  if (quote) print(text, ...) else cat(text, "\n", sep = "")
  invisible(x)
}
