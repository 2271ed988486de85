#' Ask the user
#'
#' `menu` and `select.list` let the user choose, `askYesNo` asks a question.
#'
#' @param choices texts to choose from.
#' @param graphics ignored: there are no windows.
#' @param title a heading.
#' @param preselect texts chosen at first.
#' @param multiple may several be chosen?
#' @param msg the question.
#' @param default the answer to an empty line.
#' @param prompts the three possible answers.
#' @param ... ignored.
#' @examples
#' if (interactive()) menu(c("yes", "no"))
menu <- function(choices, graphics = FALSE, title = NULL) {
  if (!interactive()) stop("menu() cannot be used non-interactively")
  if (length(title) && nzchar(title[1L])) cat(title[1L], "\n")
  count <- length(choices)
  if (!count) return(0L)
  labels <- paste0(format(seq_len(count)), ": ", choices)
  if (count > 10L) {
    width <- max(nchar(labels)) + 4L
    columns <- max(1L, getOption("width") %/% width)
    for (row in split(formatC(labels, width = -width), (seq_len(count) - 1L) %/% columns)) {
      cat(row, "\n", sep = "")
    }
    cat("\n")
  } else {
    cat("", labels, "", sep = "\n")
  }
  repeat {
    answer <- readline("Selection: ")
    number <- suppressWarnings(as.integer(answer))
    if (is.na(number)) number <- match(answer, choices)
    if (!is.na(number) && number >= 0L && number <= count) return(number)
    cat(gettext("Enter an item from the menu, or 0 to exit\n"))
  }
}

#' @rdname menu
select.list <- function(choices, preselect = NULL, multiple = FALSE, title = NULL,
                        graphics = getOption("menu.graphics")) {
  if (!interactive()) stop("select.list() cannot be used non-interactively")
  if (!multiple) {
    number <- menu(choices, title = title)
    return(if (number > 0L) choices[number] else "")
  }
  if (length(title) && nzchar(title[1L])) cat(title[1L], "\n")
  mark <- ifelse(choices %in% preselect, "+", " ")
  cat("", paste0(mark, " ", format(seq_along(choices)), ": ", choices), "", sep = "\n")
  cat(gettext("Enter one or more numbers separated by spaces, or an empty line to cancel\n"))
  repeat {
    answer <- trimws(readline("1: "))
    if (!nzchar(answer)) return(character())
    numbers <- suppressWarnings(as.integer(strsplit(answer, "[ ,]+")[[1L]]))
    if (!anyNA(numbers) && all(numbers >= 1L & numbers <= length(choices))) return(choices[numbers])
    cat(gettext("Invalid input, please try again\n"))
  }
}

#' @rdname menu
askYesNo <- function(msg, default = TRUE,
                     prompts = getOption("askYesNo", gettext(c("Yes", "No", "Cancel"))), ...) {
  if (is.function(prompts)) return(prompts(msg, default, prompts, ...))
  if (is.character(prompts) && length(prompts) == 1L) {
    prompts <- strsplit(prompts, "/", fixed = TRUE)[[1L]]
  }
  if (length(prompts) != 3L) stop("'prompts' must have 3 choices")
  first <- if (is.na(default)) 3L else if (default) 1L else 2L
  shown <- tolower(prompts)
  shown[first] <- toupper(substr(prompts[first], 1L, 1L))
  answer <- tolower(trimws(readline(paste0(msg, " (", paste(prompts, collapse = "/"), ") "))))
  if (!nzchar(answer)) return(default)
  place <- pmatch(answer, tolower(prompts))
  if (is.na(place)) stop(gettextf("Unrecognized response %s", dQuote(answer)), domain = NA)
  c(TRUE, FALSE, NA)[place]
}
