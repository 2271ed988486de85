# Long vectors of integers as text: changed, chosen from and used as names.
x <- c(NA, -5L, 0L, 100:200)
s <- as.character(x)
x[2] <- 7L
s[c(1:4, 104, 105)]
s[3] <- "changed"
head(s)
y <- 1:300 * 2
names(y) <- 1001:1300
y[c("1001", "1300")]
tail(y, 3)
names(y)[2] <- "second"
head(y, 3)
z <- -y
names(z)[1] <- "first"
head(y, 2)
head(z, 2)
identical(names(y)[-(1:2)], as.character(1003:1300))
d <- data.frame(a = 1:100, b = 100:1)[c(5, 60:99), ]
rownames(d)[1:3]
anyDuplicated(c(1:100, 3L))
anyDuplicated(100:1)
sum(nchar(as.character(1:5000)))
