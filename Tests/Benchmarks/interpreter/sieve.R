# The sieve of Eratosthenes: logical stores.
sieve <- function(n) {
  prime <- rep(TRUE, n)
  prime[1L] <- FALSE
  i <- 2L
  while (i * i <= n) {
    if (prime[i]) {
      j <- i * i
      while (j <= n) {
        prime[j] <- FALSE
        j <- j + i
      }
    }
    i <- i + 1L
  }
  sum(prime)
}
measure(sieve(1000000L))
