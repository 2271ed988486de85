d <- data.frame(x=1:3, y=letters[1:3], z=c(1.5,2.5,NA))
d[1]
d["y"]
d[c("z","x")]
d[-1]
d[c(TRUE,FALSE,TRUE)]
d[]
d[d$x > 1,]
d[,"y"]
d[,1]
d[,c("x","y")]
d[2,]
d[2,"z"]
d[2:3,c(1,3)]
d[["x"]]
d$y
d$"z"
d[[2]][3]
d[[2,"y"]]
d[["3","y"]]
d[2:1,]
d[c(1,1,2),]
d[0,]
d[,0]
d[-1,]
d[-(1:3),]
d[4,]
d[c(1,NA),]
d[c(TRUE,NA,FALSE),]
d[order(-d$x),]
d[d$z > 2,]
d["2",]
d[c("1","9"),]
try(d["q"])
try(d[,"q"])
try(d[,5])
try(d[5])
try(d[["q"]])
d$q
try(d[[9]])
d[,"y",drop=FALSE]
d[1,,drop=TRUE]
d[1,"x",drop=FALSE]
d[1:2,1,drop=FALSE]
d["x",drop=TRUE]
d[,,drop=TRUE][["x"]]
d[d == 1 & !is.na(d)]
d[is.na(d)]
d[cbind(1:2,c(1,3))]
d[as.matrix(d[1]) > 1,]
d[["x",exact=FALSE]]
d[which(d$x==2),]
d[FALSE,]
d[TRUE,]
d[NULL,]
d[NA,]
d[c(2.7,1),]
d[d$y %in% c("a","c"), "x"]
d[c("x","x")]
d[,c("x","x")]
d[1,c("x","x")]
r <- data.frame(a=1:3,row.names=c("u","v","w"))
r["v",]
r["v",,drop=FALSE]
r[c("u","zz"),]
r[c("u","zz"),,drop=FALSE]
r[c(1,1),,drop=FALSE]
r["v","a"]
r[c("w","u"),"a"]
r[["v","a"]]
r[order(r$a,decreasing=TRUE),,drop=FALSE]
mtcars["Mazda",1:3]
mtcars[mtcars$cyl==4,1:2]
head(mtcars["Merc",])
mtcars[c("Fiat 128","Honda Civic"), c("mpg","cyl")]
mtcars[1:2,"mpg"]
r[r$a>5,]
r[-2,]
iris[c(1,51,101),]
iris[iris$Species=="setosa" & iris$Sepal.Length>5.5,]
d[factor("b"),]; m <- data.frame(a=1:2,b=I(matrix(1:4,2)))
m[1,]
m[2:1,"b"]
m[,"b"]; l <- data.frame(a=1:2)
l$l <- list(1,"x")
l[2,]
l; l[["l"]]
e <- data.frame(a=1:3,b=factor(c("p","q","p")),d=as.Date("2020-01-01")+0:2)
e[2,]
e[e$b=="p",]
str(e[2:3,])
e[e$d > as.Date("2020-01-01"),]
e[c(3,1),"b"]
d$w <- d$x*2
d; d$w <- NULL
d; d$k <- "c"
d; try(d$k <- 1:2)
try(d$k <- 1:4)
d$k <- c(n=1,m=2,o=3)
d$k
d[["k"]] <- 4:6
d; d[["new"]] <- 0
d; d[["new"]] <- NULL
try(d[["t"]] <- 1:2)
d[[2,"y"]] <- "ZZ"
d; d[[1,1]] <- 99L
d
d[[3]] <- c("a","b","c")
d; ee <- data.frame(row.names = 1:3)
ee$x <- 1:3
ee; ee[["y"]] <- 4:6
ee; try(ee$z <- integer(0))
ee$z <- list(1,2,3)
ee; names(ee)[2] <- "Y"
ee; ee$x[2] <- 100L
ee; ee[["x"]][3] <- 0L
ee; d$m <- matrix(1:6,3); dim(d)
d$dd <- data.frame(p=1:3,q=4:6)
d; names(d)
