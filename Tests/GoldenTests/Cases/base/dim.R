l <- 1:6
dim(l)<-c(2,3)
l
l <- 1:6
try(dim(l)<-c(2,2))
l
l <- 1:6
dim(l)<-NULL
l
l <- 1:6
try(dim(l)<-integer())
l
l <- 1:6
try(dim(l)<-c(-2,-3))
l
l <- 1:6
try(dim(l)<-c(NA,3))
l
l <- 1:6
dim(l)<-"6"
l
l <- c(a=1,b=2)
dim(l)<-c(1,2)
l
l <- 1:6
try(dim(l)<-list(2,3))
l
l <- NULL
try(dim(l)<-1)
l
l <- sum
try(dim(l)<-1)
l
l <- list(1,2)
dim(l)<-2
l
l <- quote(f(x))
try(dim(l)<-2)
l
l <- 1:6
dim(l)<-c(2.5,3)
l
l <- 1:6
dim(l)<-6
l
