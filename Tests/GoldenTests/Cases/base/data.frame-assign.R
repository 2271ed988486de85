d0 <- data.frame(x=1:3, y=letters[1:3], z=c(1.5,NA,3))
d <- d0
d[2,"x"] <- 10L
d
d["w"] <- 4:6
d
d[c("x","z")] <- 0
d
d[1,] <- list(9L,"q",1,1L)
d
d[d$x == 0, "y"] <- "zero"
d
d[,2] <- c("A","B","C")
d
d[5,"x"] <- 5L
d
d <- d0
d[4,] <- list(4L,"d",4)
d
d <- d0
d[nrow(d)+1,] <- c(7,"k",8)
d; str(d)
d <- d0
d[is.na(d)] <- 0
d
d <- d0
d[d == 2] <- 99
d
d <- d0
d[["z"]][2] <- 7
d
d <- d0
d[c(1,3),c("x","z")] <- data.frame(100:101, c(0.5,0.25))
d
d <- d0
d["n"] <- NULL
d["y"] <- NULL
d
d <- d0
d[c("x","y")] <- NULL
d
d <- d0
d[2:3,"new"] <- c(1,2)
d
d <- d0
d["nr","x"] <- 8L
d
d <- d0
d[,"q"] <- 1
d; d[,c("r","s")] <- list(1:3,"b")
d
d <- d0
try(d[1:2,"x"] <- 1:3)
try(d[7] <- 1)
try(d[NA,1] <- 1)
try(d[,1] <- 1:2)
try(d["k"] <- 1:2)
d[4] <- 1
d
d <- d0
d[] <- lapply(d, as.character)
d; str(d)
d <- d0
d[] <- 0
d
d <- d0
d[1:2,1] <- c(5,6)
d; str(d)
d <- d0
d[cbind(1:2,c(1,3))] <- c(50,60)
d
d <- d0
d$x[d$x>1] <- NA
d; d[2:3,] <- d0[1:2,]
d; d[order(d$y,decreasing=TRUE),"x"] <- 1:3
d
d <- data.frame(f=factor(c("a","b")))
d[1,"f"] <- "b"
d; d[2,"f"] <- "zzz"
d; d$f <- as.character(d$f)
d
d <- d0
d[d$x > 5,"x"] <- 1L
d; d[FALSE,] <- 1
d; d[-1,"x"] <- 0L
d; d[c(TRUE,FALSE,TRUE),"y"] <- c("p","q")
d
d <- d0
d[,c(1,3)] <- d[,c(3,1)]
d; d[2,] <- NA
d; d[1:2] <- list(3:1, "s")
d; d[c(TRUE,FALSE,FALSE)] <- 11:13
d
d <- d0; row.names(d) <- c("r1","r2","r3")
d["r2","x"] <- 77L
d; d["r9",] <- list(1L,"n",2)
d; d[6,1] <- 3L
d
d <- d0
d[2:3, 2:3] <- matrix(c("u","v","1","2"),2)
d; d[1,2:3] <- c("aa","bb")
d
d <- d0
d[["x"]] <- NULL
d; d[,1] <- NULL
d; d <- d0
d$y[2] <- "changed"
d; names(d)[3] <- "zz"
d; d[d$x==1,]$y <- "one"
d; d[["y"]][3] <- "three"
d
d <- data.frame(a=1:2)
d$l <- list(1,2:3)
d[1,"l"][[1]] <- list(5)
d; d[2,"l"] <- list(list("w"))
d; d <- data.frame()
d[1,"a"] <- 5
d; d[2,"a"] <- 6
d; d[3,"b"] <- "x"
d
d <- data.frame(a=c(1,NA),b=c(NA,"x")); is.na(d) <- 1
d; d[is.na(d$b),"b"] <- "filled"
d; d[d < 0] <- 1
d; d <- data.frame(t=as.Date("2020-01-01")+0:1)
d[1,"t"] <- as.Date("2021-05-05")
d; d$t[2] <- NA
d; try(data.frame(a=1:4)[1:2,1] <- 1)
d <- d0
d[2, c("x","z")] <- c(8, 9)
d; d[1:2, c("x","z")] <- 1:2
d; d[1:2, c("x","z")] <- 1:4
d; d[, "x"] <- NULL
d; d <- d0
d[1:3, "g"] <- factor(c("m","n","m"))
str(d)
try(d[1:3,c("x","x")] <- 1)
d[["h"]][2] <- 5
