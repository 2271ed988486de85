a <- array(1:24,2:4,dimnames=list(x=c("a","b"),y=NULL,z=letters[1:4]))
a[1,,]
a[1,2,]
a[,1,1]
a[1,2,3]
a[1,,1,drop=FALSE]
a[cbind(1,2,3)]
try(a[1,1])
try(a[1,1,5])
o <- array(1:3,3,list(c("a","b","c")))
o[1:2]
o[2]
o["b"]
o[2,drop=FALSE]
o2<-array(1:3,3)
o3 <- array(1:3,3,list(foo=c("a","b","c")))
matrix(1:2,1,dimnames=list(NULL,c("a","b")))[1,1]
matrix(1:2,1,dimnames=list("r",c("a","b")))[1,1]
