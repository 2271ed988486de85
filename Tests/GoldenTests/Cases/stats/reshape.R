d <- data.frame(id = rep(1:2, each = 2), time = rep(1:2, 2), x = c(5, 6, 7, 8))
wide <- reshape(d, timevar = "time", idvar = "id", direction = "wide")
wide
reshape(wide)
reshape(data.frame(id = 1:2, x.1 = 3:4, x.2 = 5:6), varying = c("x.1", "x.2"),
        direction = "long", idvar = "id")
