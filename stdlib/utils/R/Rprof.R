#' See where the time goes
#'
#' `Rprof` has the functions that run written to a file again and again, `Rprof(NULL)` ends that.
#' `summaryRprof` tells how much of the time each function took, by itself and with what it called.
#'
#' @param filename the file; `NULL` or `""` ends the profile.
#' @param append add to the file?
#' @param interval seconds of processor time between two looks.
#' @param memory.profiling,gc.profiling,line.profiling,filter.callframes,numfiles,bufsize accepted
#'   and not used: functions are looked at, not memory or lines.
#' @param chunksize how many lines to read at a time.
#' @param memory,lines,index,diff,basenames accepted for files that tell more.
#' @param exclude functions to leave out, as the file names them.
#' @examples
#' name <- tempfile()
#' Rprof(name, interval = 0.005)
#' f <- function(n) { s <- 0; for (i in 1:n) s <- s + i %% 7; s }
#' x <- f(1e6)
#' Rprof(NULL)
#' names(summaryRprof(name))
#' unlink(name)
Rprof <- function(filename = "Rprof.out", append = FALSE, interval = 0.02,
                  memory.profiling = FALSE, gc.profiling = FALSE, line.profiling = FALSE,
                  filter.callframes = FALSE, numfiles = 100L, bufsize = 10000L) {
  if (is.null(filename)) filename <- ""
  invisible(.Internal(profile(filename, append, interval)))
}

#' @rdname Rprof
summaryRprof <- function(filename = "Rprof.out", chunksize = 5000,
                         memory = c("none", "both", "tseries", "stats"),
                         lines = c("hide", "show", "both"), index = 2, diff = TRUE,
                         exclude = NULL, basenames = 1) {
  lines <- match.arg(lines)
  con <- file(filename, "rt")
  on.exit(close(con))
  head <- readLines(con, 1L)
  if (!length(head)) stop(gettextf("%s is empty", sQuote(filename)), domain = NA)
  interval <- as.numeric(sub(".*sample.interval=", "", head)) / 1e6
  files <- character()
  self <- total <- by.line <- integer()
  count <- 0L
  while (length(chunk <- readLines(con, chunksize))) {
    named <- grepl("^#File ", chunk)
    files <- c(files, sub("^#File [0-9]+: ", "", chunk[named]))
    stacks <- strsplit(trimws(chunk[!named], "right"), " +(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)",
                       perl = TRUE)
    stacks <- lapply(stacks, shownFrames, lines, files, basenames, exclude)
    stacks <- stacks[lengths(stacks) > 0L]
    count <- count + length(stacks)
    self <- addedCounts(self, vapply(stacks, `[`, "", 1L))
    total <- addedCounts(total, unlist(lapply(stacks, unique)))
  }
  profileSummary(self, total, count, interval, lines)
}

# What a stack of the file shows: functions, lines, or lines and functions, innermost first.
shownFrames <- function(stack, lines, files, basenames, exclude) {
  isLine <- grepl("^[0-9]+#[0-9]+$", stack)
  if (lines == "hide") {
    stack <- stack[!isLine]
  } else if (any(isLine)) {
    places <- strsplit(stack[isLine], "#", fixed = TRUE)
    stack[isLine] <- vapply(places, function(place) {
      paste0(shortenedPath(files[as.integer(place[1L])], basenames), "#", place[2L])
    }, "")
    if (lines == "show") stack <- stack[isLine]
  }
  stack[!stack %in% exclude]
}

shortenedPath <- function(path, parts) {
  words <- strsplit(path, "/", fixed = TRUE)[[1L]]
  paste(tail(words, max(parts, 1L)), collapse = "/")
}

# Counts by name, with those of more names added.
addedCounts <- function(counts, names) {
  more <- table(as.character(names))
  all <- sort(union(names(counts), names(more)))
  result <- setNames(integer(length(all)), all)
  result[names(counts)] <- counts
  result[names(more)] <- result[names(more)] + as.integer(more)
  result
}

profileSummary <- function(self, total, count, interval, lines) {
  digits <- max(0, ceiling(-log10(interval)))
  own <- setNames(integer(length(total)), names(total))
  own[names(self)] <- self
  table <- data.frame(self.time = round(own * interval, digits),
                      self.pct = round(100 * own / max(count, 1L), 2L),
                      total.time = round(total * interval, digits),
                      total.pct = round(100 * total / max(count, 1L), 2L), row.names = names(total))
  by.self <- table[order(-own, -total), ]
  by.self <- by.self[by.self$self.time > 0, ]
  by.total <- table[order(-total, -own), c(3L, 4L, 1L, 2L)]
  c(list(by.self = by.self, by.total = by.total),
    if (lines == "show") list(by.line = table),
    list(sample.interval = interval, sampling.time = count * interval))
}
