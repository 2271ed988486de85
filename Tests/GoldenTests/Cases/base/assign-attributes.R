l <- list(a=1,b=2)
l[["a"]]<-NULL
l
l <- list(1,2,3)
l[[2]]<-NULL
l
l <- list(1,2,3)
l[[5]]<-NULL
l
l <- list(a=1)
l[c("b","c")]<-list(2,3)
l
l <- list(1,2)
l[[3]]<-NULL
l
l <- structure(list(a=1,b=2),class="foo",zz=3)
l[["a"]]<-NULL
l
l <- structure(list(a=1,b=2),zz=3)
l["a"]<-NULL
l
l <- structure(list(a=1,b=2),zz=3)
l["q"]<-1
l
l <- structure(1:3,zz=3)
l[5]<-1L
l
l <- structure(1:3,zz=3)
l[2]<-1.5
l
l <- structure(c(a=1L),zz=3,class="u")
l[[3]]<-2L
l
l <- matrix(1:4,2)
l[[6]]<-1L
l
l <- matrix(list(1,2,3,4),2)
l[[2]]<-NULL
l
l <- matrix(list(1,2,3,4),2)
l[2]<-NULL
l
l <- matrix(list(1,2,3,4),2)
l[[1,2]]<-"z"
l
l <- matrix(list(1,2,3,4),2)
l[1,]<-list(5,6)
l
l <- matrix(list(1,2,3,4),2)
try(l[[1,2]]<-NULL)
l
l <- array(1:3,3,list(c("a","b","c")))
l["b"]<-9L
l
l <- array(1:3,3,list(c("a","b","c")))
l["q"]<-9L
l
l <- array(1:3,3,list(c("a","b","c")))
l[5]<-9L
l
