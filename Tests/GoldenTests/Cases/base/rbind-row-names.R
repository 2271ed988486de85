# Row names of bound rows, and what is recycled with a warning.
d <- data.frame(a=1:3, b=letters[1:3])
rbind(d[1, ], d[1, ])
rbind(d[1, ], d[2, ])
rbind(d[2, ], d)
rbind(d, d[2, ])
rbind(d[1:2, ], d[1:2, ])
rbind(d[0, ], d[0, ])
rbind(d[0, ], data.frame(z=integer()))
rbind(d, d[1, ], d)
rbind(d[3, ], d[1, ])
rbind(d[c(1, 3), ], d[1, ], list(9L, "q"))
rbind(d[3, ], list(9L, "q"))
rbind(list(9L, "q"), d[3, ])
rbind(data.frame(), d)
rbind(d, NULL)
rbind(x = d[1, ], y = d[2:3, ])
rbind(x = d[2, ], d)
do.call(rbind, split(d, d$b))
rbind(d, c(1, 2, 3))
is.na(d[0, ])

# Rows of one key stay together when a merge is not sorted.
x <- data.frame(id = c(2, 3, 2, 1, 3, 2), x = 1:6)
merge(x, data.frame(id = 1:3, y = letters[1:3]), sort = FALSE)
aggregate(x ~ 1, x, mean)
aggregate(x ~ 1, x, range)
try(aggregate(x ~ id, x, function(v) stop("no")))

# Factors: levels by a list, what differs, what relevel() refuses.
z <- factor(c("a", "b", "c"))
levels(z) <- list(A = "a", B = character(), C = c("b", "zz"))
z
z <- factor(c("a", "b", "c"))
levels(z) <- list(A = c("a", "b"), B = "c", A = "zz")
z
all.equal(factor(c("a", "b", "c")), factor(c("a", NA, NA)))
all.equal(factor(c("a", "b")), factor(c("a", NA)))
all.equal(factor(c("a", "b")), factor(c("b", "b")))
try(relevel(as.ordered(z), "B"))
try(relevel(1:2, 1))
try(cut(c(NA_real_, Inf), 2))

# Printed calls show no attributes of their values.
f <- as.call(list(as.name("f"), factor("a"), c(a = 1), structure(1:2, dim = 2L)))
f
tryCatch(max(factor("a")), error = function(e) print(conditionCall(e)))
