#' Hash tables
#'
#' A table of values whose keys may be any R objects. It is changed in place:
#' a function that gets one changes the caller's table.
#'
#' @param type when two keys are the same; both types compare with
#'   [identical()].
#' @param size ignored: tables grow as they must.
#' @param h,x a hash table.
#' @param key any object.
#' @param nomatch the value if the key is not there.
#' @param value the value to keep.
#' @param FUN a function of a key and a value.
#' @examples
#' h <- hashtab()
#' h[["a"]] <- 1
#' sethash(h, quote(x + y), "a call")
#' gethash(h, quote(x + y))
#' numhash(h)
hashtab <- function(type = c("identical", "address"), size) {
  table <- new.env(hash = TRUE, parent = emptyenv())
  table$type <- match.arg(type)
  table$buckets <- new.env(hash = TRUE, parent = emptyenv())
  table$count <- 0L
  structure(list(table), class = "hashtab")
}

# The environment behind a table.
hash_state <- function(h) {
  state <- if (inherits(h, "hashtab")) unclass(h)[[1L]]
  if (!is.environment(state)) {
    stop(simpleError("not a proper hash table object", sys.call(-1L)))
  }
  state
}

# A text that is the same for identical keys.
hash_bucket <- function(key) {
  first <- if (is.atomic(key) && length(key)) {
    as.character(unclass(key)[c(1L, length(key))])
  } else if (is.symbol(key)) {
    as.character(key)
  } else if (is.call(key)) {
    deparse(key[[1L]], nlines = 1L)
  }
  paste(c(typeof(key), if (is.vector(key)) length(key), first), collapse = " ")
}

hash_place <- function(bucket, key) {
  for (place in seq_along(bucket)) {
    if (identical(bucket[[place]]$key, key)) return(place)
  }
  0L
}

#' @rdname hashtab
gethash <- function(h, key, nomatch = NULL) {
  bucket <- hash_state(h)$buckets[[hash_bucket(key)]]
  place <- hash_place(bucket, key)
  if (place) bucket[[place]]$value else nomatch
}

#' @rdname hashtab
sethash <- function(h, key, value) {
  state <- hash_state(h)
  name <- hash_bucket(key)
  bucket <- state$buckets[[name]]
  place <- hash_place(bucket, key)
  if (!place) {
    place <- length(bucket) + 1L
    state$count <- state$count + 1L
  }
  bucket[[place]] <- list(key = key, value = value)
  assign(name, bucket, envir = state$buckets)
  invisible(value)
}

#' @rdname hashtab
remhash <- function(h, key) {
  state <- hash_state(h)
  name <- hash_bucket(key)
  bucket <- state$buckets[[name]]
  place <- hash_place(bucket, key)
  if (place) {
    assign(name, bucket[-place], envir = state$buckets)
    state$count <- state$count - 1L
  }
  invisible(place > 0L)
}

#' @rdname hashtab
numhash <- function(h) hash_state(h)$count

#' @rdname hashtab
typhash <- function(h) hash_state(h)$type

#' @rdname hashtab
maphash <- function(h, FUN) {
  state <- hash_state(h)
  for (name in ls(state$buckets, all.names = TRUE)) {
    for (entry in state$buckets[[name]]) FUN(entry$key, entry$value)
  }
  invisible(NULL)
}

#' @rdname hashtab
clrhash <- function(h) {
  state <- hash_state(h)
  rm(list = ls(state$buckets, all.names = TRUE), envir = state$buckets)
  state$count <- 0L
  invisible(NULL)
}

#' @rdname hashtab
is.hashtab <- function(x) inherits(x, "hashtab")

`[[.hashtab` <- function(h, key, nomatch = NULL, ...) gethash(h, key, nomatch)

`[[<-.hashtab` <- function(h, key, ..., value) {
  sethash(h, key, value)
  h
}

length.hashtab <- function(x) numhash(x)

hash_address <- function(h) {
  text <- utils::capture.output(print.default(hash_state(h)))[1L]
  sub("^<environment: (.*)>$", "\\1", text)
}

format.hashtab <- function(x, ...) {
  sprintf("<hashtable %s: count = %d, type = \"%s\">", hash_address(x), numhash(x), typhash(x))
}

print.hashtab <- function(x, ...) {
  cat(format(x, ...), "\n", sep = "")
  invisible(x)
}

str.hashtab <- function(object, ...) {
  cat(sprintf("class 'hashtab': %d entries; type=\"%s\", addr=<pointer: %s> \n",
              numhash(object), typhash(object), hash_address(object)))
}
