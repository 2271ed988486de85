#' Time zones
#'
#' The name of the current time zone, and of all that the system knows.
#'
#' @param location ignored.
#' @param tzdir the folder of the time zones.
#' @examples
#' "UTC" %in% OlsonNames()
Sys.timezone <- function(location = TRUE) {
  set <- Sys.getenv("TZ", NA)
  if (!is.na(set)) return(if (nzchar(set)) sub("^:", "", set) else "UTC")
  if (file.exists("/etc/timezone")) {
    name <- readLines("/etc/timezone", 1L, warn = FALSE)
    if (length(name) && nzchar(name)) return(name)
  }
  place <- Sys.readlink("/etc/localtime")
  if (grepl("zoneinfo/", place)) sub(".*zoneinfo/", "", place) else NA_character_
}

#' @rdname Sys.timezone
OlsonNames <- function(tzdir = NULL) {
  if (is.null(tzdir)) {
    places <- c("/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
    tzdir <- c(places[file.exists(places)], NA)[1L]
    if (is.na(tzdir)) {
      warning("no Olson database found")
      return(character())
    }
  } else if (!dir.exists(tzdir)) {
    stop(sprintf("%s is not a directory", sQuote(tzdir)), domain = NA)
  }
  names <- list.files(tzdir, recursive = TRUE)
  names <- names[!grepl("^(posix|right)/", names) & grepl("^[ABCDEFGHIJKLMNOPQRSTUVWXYZ]", names)]
  sort(grep(pattern = "(VERSION|SECURITY|[.])", names, value = TRUE, invert = TRUE))
}

.sys.timezone <- NA_character_

#' Days with leap seconds
#'
#' The times right after the leap seconds up to 2017.
#'
#' @examples
#' length(.leap.seconds)
.leap.seconds <- .POSIXct(
  86400 * c(
    912, 1096, 1461, 1826, 2191, 2557, 2922, 3287, 3652, 4199, 4564, 4929,
    5660, 6574, 7305, 7670, 8217, 8582, 8947, 9496, 10043, 10592, 13149,
    14245, 15522, 16617, 17167
  ),
  "GMT"
)
