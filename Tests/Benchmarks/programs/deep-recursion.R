# Five hundred calls deep
down <- function(n) if (n == 0) 0 else 1 + down(n - 1)
measure(for (i in 1:100) down(500))
