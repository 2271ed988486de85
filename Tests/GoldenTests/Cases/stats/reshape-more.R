# Wide to long and back.
wide <- reshape(Indometh, v.names = "conc", idvar = "Subject", timevar = "time", direction = "wide")
wide[1:2, 1:4]
attributes(wide)$reshapeWide$timevar
back <- reshape(wide)
head(back, 3)
dim(back)
str(attributes(back)$reshapeLong)
df <- data.frame(id = rep(1:4, rep(2, 4)), visit = I(rep(c("Before", "After"), 4)), x = 1:8, y = 11:18)
reshape(df, timevar = "visit", idvar = "id", direction = "wide")
reshape(df, timevar = "visit", idvar = "id", direction = "wide", sep = "_")
reshape(df, timevar = "visit", idvar = "id", direction = "wide", drop = "y")
try(reshape(df, direction = "zz"))
try(reshape(df, direction = "wide"))
reshape(df, timevar = "visit", idvar = "id", direction = "wide", new.row.names = letters[1:4])
w <- data.frame(id = 1:2, x1 = c(5, 6), x2 = c(7, 8))
reshape(w, direction = "long", varying = c("x1", "x2"), v.names = "x", idvar = "id")
reshape(w, direction = "long", varying = list(c("x1", "x2")), times = c(10, 20), timevar = "t", 
    idvar = "id")
reshape(w, direction = "long", varying = 2:3, sep = "")
try(reshape(w, direction = "long"))
reshape(w, direction = "long", varying = list(2:3), v.names = "val", ids = c("a", "b"), idvar = "who")
reshape(data.frame(id = 1:2, x.1 = 5:6, x.2 = 7:8, y.1 = 1:2, y.2 = 3:4), direction = "long", varying = 2:5, 
    idvar = "id")
reshape(w, direction = "long", varying = c("x1", "x2"), v.names = "x", new.row.names = 1:4)
# What reshape remembers of variables given by one vector of names
r <- data.frame(id = 1:2, x1 = 5:6, x2 = 7:8, y1 = 1:2, y2 = 3:4)
dput(attr(reshape(r, direction = "long", varying = c("x1", "x2"), v.names = "x"), "reshapeLong"))
dput(attr(reshape(r, direction = "long", varying = 2:5, sep = ""), "reshapeLong"))
try(reshape(r, direction = "long", varying = list(c("x1", "q"))))
