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
