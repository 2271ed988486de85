eigen(matrix(c(2, 1, 1, 3), 2))
eigen(matrix(c(0, 1, -1, 0), 2))
eigen(matrix(c(2, 0, 1, 3), 2), only.values = TRUE)
s <- svd(matrix(1:6, 2))
s$d
abs(s$u)
try(svd(matrix(NA_real_, 2, 2)))
