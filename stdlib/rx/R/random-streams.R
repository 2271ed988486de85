# Random number streams of rxExec.
#
# L'Ecuyer, P. (1999), Good parameters and implementations for combined multiple
# recursive random number generators, Operations Research 47, 159-164; L'Ecuyer,
# Simard, Chen and Kelton (2002), An object-oriented random-number package with many
# long streams and substreams, Operations Research 50, 1073-1075.

# A value of .Random.seed for each call; NULL when nothing is to be controlled.
stream_seeds <- function(count, seed, kind) {
  if (is.null(seed) && is.null(kind)) return(NULL)
  if (is.null(seed) || identical(seed, "auto")) seed <- sample.int(.Machine$integer.max, 1L)
  if (is.null(kind)) kind <- "auto"
  if (!is.numeric(seed) || length(seed) != 1L) stop("RNGseed must be a number or \"auto\"")
  old <- keep_random_state()
  on.exit(restore_random_state(old))
  switch(
    kind,
    auto = , MT2203 = , MRG32K3A = , `L'Ecuyer-CMRG` = lecuyer_streams(count, seed),
    MT19937 = , `Mersenne-Twister` = lapply(seq_len(count), function(k) {
      set.seed(seed + k - 1, kind = "Mersenne-Twister")
      get(".Random.seed", envir = globalenv())
    }),
    stop("RNGkind \"", kind, "\" is not available; \"auto\" is", call. = FALSE))
}

lecuyer_streams <- function(count, seed) {
  set.seed(seed, kind = "L'Ecuyer-CMRG", normal.kind = "Inversion", sample.kind = "Rejection")
  state <- get(".Random.seed", envir = globalenv())
  streams <- vector("list", count)
  for (k in seq_len(count)) {
    streams[[k]] <- state
    state <- next_stream(state)
  }
  streams
}

# The state 2^127 steps on.
next_stream <- function(state) {
  words <- ifelse(state[-1L] < 0, state[-1L] + 2^32, state[-1L])
  words <- c(times_modulo(stream_jumps$first, words[1:3], 4294967087),
             times_modulo(stream_jumps$second, words[4:6], 4294944443))
  c(state[1L], as.integer(ifelse(words >= 2^31, words - 2^32, words)))
}

# (m %*% x) %% modulus, exactly: products of 16 and 32 bits fit in a double.
times_modulo <- function(m, x, modulus) {
  vapply(1:3, function(row) {
    high <- (m[row, ] %/% 65536 * x) %% modulus
    products <- (high * 65536 + m[row, ] %% 65536 * x) %% modulus
    sum(products) %% modulus
  }, 0)
}

# The matrices of both recurrences to the power 2^127.
stream_jumps <- list(
  first = matrix(c(2427906178, 226153695, 1988835001, 3580155704, 1230515664, 986791581,
                   949770784, 3580155704, 1230515664), 3L),
  second = matrix(c(1464411153, 32183930, 2824425944, 277697599, 1464411153, 32183930,
                    1610723613, 1022607788, 2093834863), 3L))

use_seed <- function(seed) {
  if (!is.null(seed)) assign(".Random.seed", seed, envir = globalenv())
}

keep_random_state <- function() {
  list(seed = get0(".Random.seed", globalenv(), inherits = FALSE))
}

restore_random_state <- function(old) {
  if (!is.null(old$seed)) assign(".Random.seed", old$seed, envir = globalenv())
  else if (exists(".Random.seed", globalenv(), inherits = FALSE)) {
    RNGkind("default", "default", "default")
    rm(".Random.seed", envir = globalenv())
  }
}

#' Random number streams
#'
#' `rxRngNewStream` has random numbers come from a stream of its own from here on: of
#' those of a seed, the one with the number `subStream`. `rxRngGetStream` returns the
#' state of the stream, `rxRngSetStream` takes up a state again, and `rxRngDelStream`
#' goes back to another generator.
#'
#' `"MT19937"` is the Mersenne-Twister; all other kinds are the combined
#' multiple-recursive generator of L'Ecuyer, whose streams are 2^127 numbers apart, so
#' that numbers are not those of the library after which the kinds are named.
#'
#' @param kind the kind of stream: `"MT2203"`, `"MCG31"`, `"R250"`, `"MRG32K3A"`,
#'   `"MCG59"`, `"MT19937"` or `"SFMT19937"`; for `rxRngDelStream` a generator of
#'   [RNGkind].
#' @param subStream which stream, counted from 0; for `"MT2203"` up to 6023, for others 0.
#' @param seed a number, or `NULL` for one by chance.
#' @param normalKind how normal numbers are made: `"ICDF"` by inversion, `"BOXMULLER"` or
#'   `"BOXMULLER2"`; `NULL` for no change.
#' @param streamState what `rxRngGetStream` returned.
#' @return `rxRngNewStream`: the generators before, invisibly; the others: the state
#'   before.
#' @examples
#' old <- rxRngNewStream(subStream = 1, seed = 17)
#' runif(2)
#' saved <- rxRngGetStream()
#' x <- rnorm(3)
#' rxRngSetStream(saved)
#' identical(rnorm(3), x)
#' rxRngDelStream(old[1], old[2])
rxRngNewStream <- function(kind = "MT2203", subStream = 0, seed = NULL, normalKind = NULL) {
  kinds <- c("MT2203", "MCG31", "R250", "MRG32K3A", "MCG59", "MT19937", "SFMT19937")
  if (!isTRUE(kind %in% kinds)) {
    stop("kind must be one of ", paste0("\"", kinds, "\"", collapse = ", "))
  }
  last <- if (kind == "MT2203") 6023 else 0
  if (!is.numeric(subStream) || length(subStream) != 1L || !subStream %in% 0:last) {
    stop("subStream must be a number from 0 to ", last, " for \"", kind, "\"")
  }
  if (is.null(seed)) seed <- sample.int(.Machine$integer.max, 1L)
  old <- RNGkind()[1:2]
  normal <- if (is.null(normalKind)) old[2L] else switch(
    normalKind, ICDF = "Inversion", BOXMULLER = , BOXMULLER2 = "Box-Muller",
    stop("normalKind must be \"ICDF\", \"BOXMULLER\" or \"BOXMULLER2\""))
  set.seed(seed, kind = if (kind == "MT19937") "Mersenne-Twister" else "L'Ecuyer-CMRG",
           normal.kind = normal)
  state <- rxRngGetStream()
  for (step in seq_len(subStream)) state <- next_stream(state)
  assign(".Random.seed", state, envir = globalenv())
  invisible(old)
}

#' @rdname rxRngNewStream
rxRngGetStream <- function() get(".Random.seed", envir = globalenv())

#' @rdname rxRngNewStream
rxRngSetStream <- function(streamState) {
  old <- rxRngGetStream()
  assign(".Random.seed", as.integer(streamState), envir = globalenv())
  invisible(old)
}

#' @rdname rxRngNewStream
rxRngDelStream <- function(kind = "default", normalKind = "default") {
  old <- rxRngGetStream()
  RNGkind(kind, normalKind)
  invisible(old)
}
