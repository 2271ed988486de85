d <- data.frame(x=1:3,y=c("a","b","c"),z=c(TRUE,NA,FALSE))
d
str(d)
summary(d)
d[2,]
d[["y"]]
d$z
d[d$x>1,c("x","y")]
d[-1]
d[,1]
d[,1,drop=FALSE]
d["y"]
d[c(TRUE,FALSE,TRUE),]
d[order(-d$x),]
nrow(d)
dim(d)
names(d)
colnames(d)[2] <- "Y"
d
rownames(d) <- c("p","q","r")
d["q","x"]
d[["Y"]][2]
d[5,]
d[NA,]
d["zz",]
d[0,]
d[,0]
d[[2,"x"]]
d[cbind(1:2,c(1,1))]
d$new <- d$x*2
d[["n2"]] <- letters[1:3]
d[2,"x"] <- 100L
d[d$x>50,"Y"] <- "big"
d$new <- NULL
d[4,] <- list(7L,"w",TRUE,"k")
d
d[,"x"] <- 0
d
d[["q2"]] <- list(1,2,3,4)
try(d$bad <- 1:3)
d[c("a1","a2")] <- list(1:4,5)
d
try(d[1:2,"x"] <- 1:3)
d["x"] <- NULL
is.na(d)
d[is.na(d)] <- FALSE
