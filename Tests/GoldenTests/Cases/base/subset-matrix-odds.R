m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m["r1",]
try(m[c("r1","zz"),])
m[0,1]
try(m[3,])
m[-3,]
try(m[c(-1,NA),])
m[TRUE,]
m[FALSE,]
m[NA,]
try(m[1i,])
m[NULL,]
try(m[1,1,1])
m[[1]]
try(m[["A"]])
m["A"]
m[cbind(1,1,1)]
m[cbind("r1")]
m[cbind(1.5,2.5)]
m[cbind(TRUE,TRUE)]
try(m[cbind(3,1)])
m[cbind(NA,"A")]
m[cbind(1,1e10)]
m[factor("r2"),]
mm <- matrix(1:4,2)
try(mm["a",])
try(mm["a","b"])
mm["a"]
m[matrix(TRUE,2,3)]
m[rbind(c(1,1),c(2,2))]
d <- list(a=1,b=2)
attr(d,"zz") <- 1
d[1]
m[,1,drop=NA]
m[drop=TRUE]
m[1,drop=FALSE]
m[,"A",drop=FALSE]
try(m[1,2,exact=TRUE])
m[i=1,j=2]
m[j=1,i=2]
c(a=1)[i="a"]
