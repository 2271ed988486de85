#' Texts as connections
#'
#' Reads from a character vector, or collects output in one.
#'
#' @param object strings to read, or the name of the variable to collect in;
#'   `NULL` for none.
#' @param open `"r"`, `"w"` or `"a"`.
#' @param local is the variable local to the caller?
#' @param name the description.
#' @param encoding ignored.
#' @param con an output connection.
#' @examples
#' con <- textConnection(c("a", "b"))
#' readLines(con)
#' close(con)
textConnection <- function(object, open = "r", local = FALSE,
                           name = deparse1(substitute(object)),
                           encoding = c("", "bytes", "UTF-8")) {
  environment <- if (local) parent.frame() else .GlobalEnv
  .Internal(textConnection(name, object, open, environment))
}

#' @rdname textConnection
textConnectionValue <- function(con) .Internal(textConnectionValue(con))

#' Raw vectors as connections
#'
#' @param object a raw vector.
#' @param open `"r"`, `"w"` or `"a"`.
#' @param con a raw connection.
#' @examples
#' con <- rawConnection(raw(), "w")
#' writeBin(1:2, con)
#' rawConnectionValue(con)
#' close(con)
rawConnection <- function(object, open = "r") {
  .Internal(rawConnection(deparse(substitute(object)), object, open))
}

#' @rdname rawConnection
rawConnectionValue <- function(con) .Internal(rawConnectionValue(con))
