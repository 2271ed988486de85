#' Changes of files
#'
#' `fileSnapshot` records what is known of the files in a folder;
#' `changedFiles` tells which came, went or changed since.
#'
#' @param path the folders.
#' @param file.info record what [file.info()] says?
#' @param timestamp a file to make, to tell which files are newer.
#' @param md5sum record check sums?
#' @param digest a function of paths that gives texts to compare.
#' @param full.names record full paths?
#' @param before,after snapshots; the folder as it is now if `after` is missing.
#' @param check.file.info the columns of `file.info` to compare.
#' @param ... passed on to [list.files()].
#' @examples
#' folder <- tempfile()
#' dir.create(folder)
#' writeLines("a", file.path(folder, "first"))
#' before <- fileSnapshot(folder)
#' writeLines("b", file.path(folder, "second"))
#' changedFiles(before)
#' unlink(folder, recursive = TRUE)
fileSnapshot <- function(path = ".", file.info = TRUE, timestamp = NULL,
                         md5sum = FALSE, digest = NULL,
                         full.names = length(path) > 1, ...) {
  files <- unlist(lapply(path, list.files, full.names = full.names, ...))
  places <- if (full.names) files else file.path(path, files)
  info <- if (file.info) {
    base::file.info(places)
  } else {
    data.frame(row.names = files)
  }
  rownames(info) <- files
  if (md5sum) info <- data.frame(info, md5sum = .Internal(md5sum(places)),
                                 stringsAsFactors = FALSE)
  if (!is.null(digest)) info <- data.frame(info, digest = digest(places),
                                           stringsAsFactors = FALSE)
  if (is.character(timestamp)) file.create(timestamp)
  structure(
    list(info = info, path = normalizePath(path), timestamp = timestamp,
         file.info = file.info, md5sum = md5sum, digest = digest,
         full.names = full.names, args = list(...)),
    class = "fileSnapshot"
  )
}

print.fileSnapshot <- function(x, verbose = FALSE, ...) {
  cat("File snapshot:\n path = ", paste(x$path, collapse = ", "), "\n timestamp = ",
      x$timestamp, "\n file.info = ", x$file.info, "\n md5sum = ", x$md5sum,
      "\n digest = ", deparse(x$digest), "\n full.names = ", x$full.names,
      "\n args = ", deparse(x$args), "\n ", nrow(x$info), " files recorded.\n", sep = "")
  if (verbose) {
    if (ncol(x$info)) print(x$info) else cat(rownames(x$info), sep = "\n")
  }
  invisible(x)
}

#' @rdname fileSnapshot
changedFiles <- function(before, after, path = before$path,
                         timestamp = before$timestamp,
                         check.file.info = c("size", "isdir", "mode", "mtime"),
                         md5sum = before$md5sum, digest = before$digest,
                         full.names = before$full.names, ...) {
  options <- c(list(...), before$args)
  options <- options[!duplicated(names(options))]
  if (missing(after)) {
    after <- do.call(fileSnapshot, c(
      list(path = path, timestamp = NULL, file.info = before$file.info, md5sum = md5sum,
           digest = digest, full.names = full.names), options))
  }
  old <- rownames(before$info)
  new <- rownames(after$info)
  common <- old[old %in% new]
  columns <- intersect(check.file.info, intersect(names(before$info), names(after$info)))
  changes <- vapply(columns, function(name) {
    first <- before$info[common, name]
    second <- after$info[common, name]
    is.na(first) != is.na(second) | (!is.na(first) & !is.na(second) & first != second)
  }, logical(length(common)))
  changes <- matrix(changes, length(common), length(columns), dimnames = list(common, columns))
  if (is.character(timestamp) && file.exists(timestamp)) {
    places <- if (full.names) common else file.path(path, common)
    changes <- cbind(changes, Newer = file_test("-nt", places, timestamp))
  }
  for (name in c("md5sum", "digest")) {
    if (all(name %in% names(before$info), name %in% names(after$info))) {
      differs <- before$info[common, name] != after$info[common, name]
      changes <- cbind(changes, matrix(differs, ncol = 1L, dimnames = list(NULL, name)))
    }
  }
  isChanged <- rowSums(changes, na.rm = TRUE) > 0
  structure(
    list(added = setdiff(new, old), deleted = setdiff(old, new), changed = common[isChanged],
         unchanged = common[!isChanged], changes = changes),
    class = "changedFiles"
  )
}

print.changedFiles <- function(x, ...) {
  if (length(x$added)) cat("Files added:\n", paste0("  ", x$added, collapse = "\n"), "\n", sep = "")
  if (length(x$deleted)) {
    cat("Files deleted:\n", paste0("  ", x$deleted, collapse = "\n"), "\n", sep = "")
  }
  changes <- x$changes[x$changed, , drop = FALSE]
  changes <- changes[, colSums(changes, na.rm = TRUE) > 0, drop = FALSE]
  if (nrow(changes)) {
    cat("File changes:\n")
    print(changes, ...)
  }
  invisible(x)
}
