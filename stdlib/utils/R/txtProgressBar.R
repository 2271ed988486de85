#' Text progress bars
#'
#' Shows the progress of a computation on one line.
#'
#' @param min,max the range of the values.
#' @param initial the value at first.
#' @param char the character of the bar.
#' @param width the width of the bar.
#' @param title,label not used.
#' @param style 1, 2 or 3; 3 shows percents.
#' @param file a connection or `""` for the console.
#' @examples
#' bar <- txtProgressBar(max = 3, style = 3)
#' for (i in 1:3) setTxtProgressBar(bar, i)
#' close(bar)
txtProgressBar <- function(min = 0, max = 1, initial = 0, char = "=",
                           width = NA, title, label, style = 1, file = "") {
  if (!identical(file, "") && !inherits(file, "connection")) {
    stop("'file' must be \"\" or an open connection object")
  }
  if (!style %in% 1L:3L) style <- 1
  value <- initial
  finished <- FALSE
  character_width <- nchar(char, "w")
  if (character_width == 0L) stop("'char' must have a non-zero width")
  if (is.na(width)) {
    width <- getOption("width")
    if (style == 3L) width <- width - 10L
    if (character_width > 1L) width <- trunc(width / character_width)
  }
  if (max <= min) stop("must have 'max' > 'min'")
  shown <- 0
  percent <- -1
  show <- function(...) cat(..., sep = "", file = file)
  bars <- function(value) round(width * (value - min) / (max - min))
  up_plain <- function(value) {
    if (!is.finite(value) || value < min || value > max) return()
    count <- bars(value)
    if (shown < count) {
      show(strrep(char, count - shown))
    } else if (shown > count) {
      show("\r", strrep(" ", shown * character_width), "\r", strrep(char, count))
    }
    flush.console()
    shown <<- count
    value
  }
  up_redrawn <- function(value) {
    if (!is.finite(value) || value < min || value > max) return()
    count <- bars(value)
    if (shown <= count) {
      show("\r", strrep(char, count))
    } else {
      show("\r", strrep(" ", shown * character_width), "\r", strrep(char, count))
    }
    flush.console()
    shown <<- count
  }
  up_percent <- function(value) {
    if (!is.finite(value) || value < min || value > max) return()
    count <- bars(value)
    now <- round(100 * (value - min) / (max - min))
    if (count == shown && now == percent) return()
    show("\r  |", strrep(" ", character_width * width + 6))
    show("\r  |", strrep(char, count), strrep(" ", character_width * (width - count)),
         "| ", sprintf("%3d%%", as.integer(now)))
    flush.console()
    shown <<- count
    percent <<- now
  }
  update <- switch(style, up_plain, up_redrawn, up_percent)
  up <- function(to) {
    update(to)
    if (is.finite(to) && to >= min && to <= max) value <<- to
  }
  getVal <- function() value
  kill <- function() {
    if (!finished) {
      show("\n")
      flush.console()
      finished <<- TRUE
    }
  }
  up(initial)
  structure(list(getVal = getVal, up = up, kill = kill), class = "txtProgressBar")
}

#' @rdname txtProgressBar
#' @param pb a progress bar.
#' @examples
#' getTxtProgressBar(txtProgressBar(initial = 0.5, width = 4))
getTxtProgressBar <- function(pb) {
  if (!inherits(pb, "txtProgressBar")) {
    stop(gettextf("'pb' is not from class %s", dQuote("txtProgressBar")), domain = NA)
  }
  pb$getVal()
}

#' @rdname txtProgressBar
#' @param value the new value.
#' @examples
#' setTxtProgressBar(txtProgressBar(width = 4), 1)
setTxtProgressBar <- function(pb, value, title = NULL, label = NULL) {
  if (!inherits(pb, "txtProgressBar")) {
    stop(gettextf("'pb' is not from class %s", dQuote("txtProgressBar")), domain = NA)
  }
  old <- pb$getVal()
  pb$up(value)
  invisible(old)
}

close.txtProgressBar <- function(con, ...) {
  con$kill()
  invisible(NULL)
}

#' Flush the console
#'
#' @examples
#' flush.console()
flush.console <- function() invisible(.Internal(flushConsole()))
