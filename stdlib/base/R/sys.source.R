#' Run a file in an environment
#'
#' @param file name of a file of R code.
#' @param envir where it runs.
#' @param chdir change to the folder of the file meanwhile?
#' @param keep.source do functions remember how they were written?
#' @param keep.parse.data,toplevel.env accepted for compatibility.
#' @examples
#' path <- tempfile()
#' writeLines("answer <- 42", path)
#' e <- new.env()
#' sys.source(path, e)
#' e$answer
sys.source <- function(file, envir = baseenv(), chdir = FALSE,
                       keep.source = getOption("keep.source.pkgs"),
                       keep.parse.data = getOption("keep.parse.data.pkgs"),
                       toplevel.env = as.environment(envir)) {
  if (!(is.character(file) && file.exists(file))) {
    stop(gettextf("'%s' is not an existing file", file), domain = NA)
  }
  exprs <- if (isTRUE(keep.source)) {
    lines <- readLines(file, warn = FALSE)
    srcfile <- srcfilecopy(file, lines, file.mtime(file)[1], isFile = TRUE)
    parse(text = lines, n = -1, srcfile = srcfile, keep.source = TRUE)
  } else {
    parse(n = -1, file = file, srcfile = NULL, keep.source = FALSE)
  }
  if (chdir && basename(file) != file) {
    home <- setwd(dirname(file))
    on.exit(setwd(home))
  }
  for (i in seq_along(exprs)) eval(exprs[i], envir)
  invisible()
}

#' Variables that hide one another
#'
#' @param where places on the search path.
#' @param detail list them by place?
#' @examples
#' is.character(conflicts())
conflicts <- function(where = search(), detail = FALSE) {
  if (length(where) < 1L) stop("argument 'where' of length 0")
  listed <- lapply(where, function(place) ls(as.environment(place), all.names = TRUE))
  names(listed) <- where
  all <- unlist(listed, use.names = FALSE)
  twice <- unique(all[duplicated(all)])
  twice <- setdiff(twice, c(".packageName", ".__NAMESPACE__.", ".Depends"))
  if (!detail) return(twice)
  hits <- lapply(listed, function(names) names[names %in% twice])
  hits[lengths(hits) > 0L]
}
