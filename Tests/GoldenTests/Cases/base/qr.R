x <- cbind(one = 1, a = c(1, 2, 3, 5), b = c(2, 4, 6, 10), c = c(1, 0, 1, 0))
d <- qr(x)
d$rank
d$pivot
d$qraux
y <- c(1, 3, 2, 5)
qr.coef(d, y)
qr.fitted(d, y)
qr.resid(d, y)
qr.Q(qr(x[, 1:2]))
qr.R(qr(x[, 1:2]))
qr.solve(x[, 1:2], y)
try(qr.coef(d, 1:3))
