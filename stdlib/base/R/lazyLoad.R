#' Load variables lazily from a data base
#'
#' `lazyLoad` makes promises of the variables in a pair of files `.rdx` and
#' `.rdb`, as installed packages have them; each is read when it is wanted.
#'
#' @param filebase the path of the files without their endings.
#' @param envir where the variables go.
#' @param filter a function that says which names are wanted.
#' @param fun a function of the data base.
#' @param key place and size of a value in the file.
#' @param file the path of the `.rdb` file.
#' @param compressed how values are compressed.
#' @param hook a function that gives the environment of a name.
#' @examples
#' \dontrun{lazyLoad("library/mypackage/data/Rdata")}
lazyLoad <- function(filebase, envir = parent.frame(), filter) {
  takesAll <- missing(filter)
  lazyLoadDBexec(filebase, function(db) {
    wanted <- names(db$vals)
    if (!takesAll) wanted <- wanted[filter(wanted)]
    for (name in wanted) local({
      key <- db$vals[[name]]
      delayedAssign(name, db$fetch(key), environment(), envir)
    })
  })
  invisible()
}

#' @rdname lazyLoad
lazyLoadDBexec <- function(filebase, fun, filter) {
  index <- readRDS(paste0(filebase, ".rdx"))
  file <- paste0(filebase, ".rdb")
  known <- new.env(hash = TRUE, parent = emptyenv())
  hook <- function(name) {
    found <- get0(name, envir = known, inherits = FALSE)
    if (!is.null(found)) return(found)
    place <- new.env(hash = FALSE, parent = baseenv())
    assign(name, place, envir = known)
    parts <- lazyLoadDBfetch(index$references[[name]], file, index$compressed, hook)
    if (!is.null(parts$enclos)) parent.env(place) <- parts$enclos
    list2env(parts$bindings, place)
    if (!is.null(parts$attributes)) attributes(place) <- parts$attributes
    if (isTRUE(parts$locked)) lockEnvironment(place)
    place
  }
  variables <- index$variables
  if (!missing(filter)) variables <- variables[filter(names(variables))]
  fun(list(
    vals = variables, refs = index$references,
    fetch = function(key) lazyLoadDBfetch(key, file, index$compressed, hook)
  ))
}

#' @rdname lazyLoad
lazyLoadDBfetch <- function(key, file, compressed, hook) {
  con <- file(file, "rb")
  on.exit(close(con))
  seek(con, key[1L])
  bytes <- readBin(con, "raw", key[2L])
  if (compressed == 1L) {
    bytes <- memDecompress(bytes[-(1:4)], "gzip")
  } else if (compressed > 1L) {
    kind <- switch(rawToChar(bytes[5L]), `2` = "bzip2", Z = "xz", "none")
    bytes <- if (kind == "none") bytes[-(1:5)] else memDecompress(bytes[-(1:5)], kind)
  }
  unserialize(bytes, refhook = hook)
}
