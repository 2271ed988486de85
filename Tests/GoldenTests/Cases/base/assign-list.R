l <- list(a=1,b="x",c=3:4)
l["b"]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[["b"]]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l$b<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[c("a","c")]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[["zz"]]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[["zz"]]<-5
l
l <- list(a=1,b="x",c=3:4)
l$zz<-5
l
l <- list(a=1,b="x",c=3:4)
l["zz"]<-5
l
l <- list(a=1,b="x",c=3:4)
l[5]<-list(1)
l
l <- list(a=1,b="x",c=3:4)
l[[5]]<-1
l
l <- list(a=1,b="x",c=3:4)
l["a"]<-list(NULL)
l
l <- list(a=1,b="x",c=3:4)
l[c("a","b")]<-list(NULL)
l
l <- list(a=1,b="x",c=3:4)
l[c("a","b")]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[5]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[["c"]][2]<-9L
l
l <- list(a=1,b="x",c=3:4)
l[[c("c","k")]]<-1
l
l <- list(a=1,b="x",c=3:4)
l[[c(3,2)]]<-99
l
l <- list(a=1,b="x",c=3:4)
l[["a"]]<-1:3
l
l <- list(a=1,b="x",c=3:4)
l[1]<-1:3
l
l <- list(a=1,b="x",c=3:4)
l[1:2]<-1:3
l
l <- list(a=1,b="x",c=3:4)
try(l[1]<-sum)
l
l <- list(a=1,b="x",c=3:4)
l[["a"]]<-sum
l
l <- list(a=1,b="x",c=3:4)
l["a"]<-quote(z)
l
l <- list(a=1,b="x",c=3:4)
l["a"]<-quote(z+1)
l
l <- list(a=1,b="x",c=3:4)
l[[1]]<-quote(z)
l
l <- list(a=1,b="x",c=3:4)
l[TRUE]<-0
l
l <- list(a=1,b="x",c=3:4)
l[]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[-1]<-NULL
l
l <- list(a=1,b="x",c=3:4)
try(l[["a",exact=FALSE]]<-3)
l
l <- list(a=1,b="x",c=3:4)
try(l[[0]]<-1)
l
l <- list(a=1,b="x",c=3:4)
try(l[[-1]]<-1)
l
l <- list(a=1,b="x",c=3:4)
try(l[[NA]]<-1)
l
l <- list(a=1,b="x",c=3:4)
try(l[[NULL]]<-1)
l
l <- list(a=1,b="x",c=3:4)
try(l[[c("q","r")]]<-1)
l
l <- list(a=1,b="x",c=3:4)
l[[c(1,1)]]<-5
l
l <- list(a=1,b="x",c=3:4)
try(l[[c(2,1,1)]]<-5)
l
l <- list(a=1,b="x",c=3:4)
try(l[[]]<-1)
l
l <- list(a=1,b="x",c=3:4)
l[[1:2]]<-5
l
l <- list(a=1,b="x",c=3:4)
try(l[[4:5]]<-1)
l
l <- list(a=1,b="x",c=3:4)
try(l[[list(1)]]<-1)
l
l <- list(a=1,b="x",c=3:4)
l$a$b<-3
l
l <- list(a=1,b="x",c=3:4)
l$q$r<-3
l
l <- list(a=1,b="x",c=3:4)
l[["q"]][["r"]]<-3
l
l <- list(a=1,b="x",c=3:4)
l[5:6]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[c(TRUE,FALSE,TRUE)]<-NULL
l
l <- list(a=1,b="x",c=3:4)
l[["a"]]<-list()
l
l <- list(a=1,b="x",c=3:4)
l[2]<-expression(a)
l
