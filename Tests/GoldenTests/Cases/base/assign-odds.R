l <- NULL
l[3]<-1
l
l <- NULL
l[["a"]]<-1
l
l <- NULL
l[["a"]]<-1:2
l
l <- NULL
l$a<-1
l
l <- NULL
l["a"]<-1
l
l <- NULL
l["a"]<-list(1)
l
l <- NULL
l[["a"]]<-NULL
l
l <- NULL
l$a<-NULL
l
l <- NULL
l[1]<-NULL
l
l <- NULL
l[[1]]<-sum
l
l <- NULL
l[["a"]]<-list()
l
l <- NULL
l[0]<-1
l
l <- NULL
l[1]<-integer()
l
l <- NULL
l[[2]]<-"a"
l
l <- NULL
try(l[1,1]<-1)
l
l <- NULL
l[[1]]<-quote(a)
l
l <- NULL
l$a<-sum
l
l <- NULL
l[["a"]]<-character()
l
l <- 1:3
l[[1]]<-list(1)
l
l <- 1:3
try(l[[1]]<-1:2)
l
l <- 1:3
try(l[[1]]<-integer())
l
l <- 1:3
l[["a"]]<-"x"
l
l <- 1:3
try(l[[c(1,2)]]<-1)
l
l <- 1:3
try(l[[0L]]<-1L)
l
l <- 1:3
try(l[[-1L]]<-1L)
l
l <- 1:2
l[[-1L]]<-9L
l
l <- 1:3
l$a<-1
l
l <- integer()
l$a<-1
l
l <- 1:3
try(l[[NA_integer_]]<-1L)
l
l <- 1:3
l[[NA_character_]]<-1L
l
l <- 1:3
l[[TRUE]]<-7L
l
l <- 1:3
try(l[["a"]]<-NULL)
l
l <- c(a=1)
l[["a"]]<-2
l
l <- 1:3
try(l[[1]]<-NULL)
l
l <- 1:3
l[[quote(a)]]<-1L
l
l <- 1:3
l[[7]]<-2.5
l
l <- 1:3
try(l[[1,1]]<-2)
l
l <- sum
try(l[1]<-1)
l
l <- sum
try(l[[1]]<-1)
l
l <- sum
try(l$a<-1)
l
l <- function(x) x
try(l$a<-1)
l
l <- quote(a)
try(l[1]<-1)
l
l <- quote(a)
try(l$a<-1)
l
l <- quote(a)
try(l[[1]]<-1)
l
