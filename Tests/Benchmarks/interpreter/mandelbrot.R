# Floating point in nested loops.
mandelbrot <- function(n, depth) {
  inside <- 0L
  for (a in 1:n) {
    for (b in 1:n) {
      cx <- 3 * a / n - 2
      cy <- 2 * b / n - 1
      x <- 0
      y <- 0
      k <- 0L
      while (k < depth && x * x + y * y < 4) {
        t <- x * x - y * y + cx
        y <- 2 * x * y + cy
        x <- t
        k <- k + 1L
      }
      if (k == depth) inside <- inside + 1L
    }
  }
  inside
}
measure(mandelbrot(150L, 50L))
