# sapply over a million numbers
x <- seq_len(1e6)
measure(sapply(x, function(i) i * 2))
