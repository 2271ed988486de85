approx(1:3, c(1, 4, 9), xout = c(0, 1.5, 3))
approxfun(1:3, c(1, 4, 9), rule = 2)(c(0, 2.5, 5))
spline(1:4, c(1, 4, 9, 16), n = 3)
e <- ecdf(c(3, 1, 1, 2))
e
e(c(0, 1, 2.5))
