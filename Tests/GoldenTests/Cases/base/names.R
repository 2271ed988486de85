l <- 1:3
names(l)<-c("a","b")
l
l <- 1:3
try(names(l)<-letters[1:4])
l
l <- 1:3
names(l)<-1:3
l
l <- 1:3
names(l)<-NULL
l
l <- c(a=1)
names(l)<-NULL
l
l <- 1:3
names(l)<-list("a",2,TRUE)
l
l <- 1:2
names(l)<-c("a",NA)
l
l <- NULL
try(names(l)<-"a")
l
l <- NULL
names(l)<-NULL
l
l <- quote(f(x,y))
names(l)<-c("","a","b")
l
l <- sum
try(names(l)<-"a")
l
l <- quote(a)
try(names(l)<-"a")
l
l <- 1:3
names(l)<-factor(c("u","v","w"))
l
l <- 1:2
names(l)<-character()
l
l <- 1:2
names(l)[2]<-"b"
l
l <- array(1:2,2)
names(l)<-c("a","b")
l
l <- matrix(1:4,2)
names(l)<-letters[1:4]
l
