m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[1,]<-0L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[1,2]<-9.5
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m["r1","Z"]<-1L)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[3,1]<-1L)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[1,]<-1:2)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[1,]<-1:4)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[,1]<-1:4)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[cbind(1:2,2:3)]<-0L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[m>3]<-NA
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[1,2,3]<-1L)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[NA,1]<-1L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[c(1,NA),1]<-1:2)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[1,]<-integer())
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[0,]<-integer()
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[0,]<-1:2
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[7]<-1L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[[1,2]]<-50L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[[1,5]]<-1L)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[["r1","B"]]<-"s"
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[1,1]<-list(1)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[1,1]<-NULL)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[[1,1]]<-NULL)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[[1,1]]<-1:2)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[]<-0L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[cbind("r1","B")]<-0L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
try(m[cbind(3,1)]<-0L)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[,]<-6:1
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[-1,]<-0L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[,"A"]<-c(5L,6L)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m["A"]<-1L
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[1:2,1:2]<-matrix(0L,2,2)
m
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[cbind(1:2,2:3)]<-1:3
m
