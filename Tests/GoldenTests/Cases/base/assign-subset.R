x <- c(a=1,b=2,c=3)
x[5]<-9
x
x <- c(a=1,b=2,c=3)
x["z"]<-9
x
x <- c(a=1,b=2,c=3)
x[c("z","z","y")]<-1:3
x
x <- c(a=1,b=2,c=3)
x[NA]<-1
x
x <- c(a=1,b=2,c=3)
try(x[c(1,NA)]<-1:2)
x
x <- c(a=1,b=2,c=3)
x[c(1,NA)]<-7
x
x <- c(a=1,b=2,c=3)
x[1:2]<-1:3
x
x <- c(a=1,b=2,c=3)
try(x[1:2]<-numeric(0))
x
x <- c(a=1,b=2,c=3)
x[integer(0)]<-1:3
x
x <- c(a=1,b=2,c=3)
x[1]<-"q"
x
x <- c(a=1,b=2,c=3)
x[1]<-TRUE
x
x <- c(a=1,b=2,c=3)
x[2]<-list(5)
x
x <- c(a=1,b=2,c=3)
try(x[2]<-NULL)
x
x <- c(a=1,b=2,c=3)
x[-1]<-0
x
x <- c(a=1,b=2,c=3)
x[]<-0
x
x <- c(a=1,b=2,c=3)
try(x[1]<-sum)
x
x <- c(a=1,b=2,c=3)
try(x[1]<-quote(a))
x
x <- c(a=1,b=2,c=3)
x[c(TRUE,NA,FALSE)]<-5
x
x <- c(a=1,b=2,c=3)
try(x[c(TRUE,NA,FALSE)]<-5:6)
x
x <- c(a=1,b=2,c=3)
try(x[list(1)]<-1)
x
x <- c(a=1,b=2,c=3)
x[-5]<-0
x
x <- c(a=1,b=2,c=3)
x[0]<-5
x
x <- c(a=1,b=2,c=3)
try(x[1,1]<-1)
x
x <- c(a=1,b=2,c=3)
x[NA_character_]<-1
x
x <- c(a=1,b=2,c=3)
try(x[c(-1,2)]<-1)
x
x <- c(a=1,b=2,c=3)
x[1:4]<-1:2
x
x <- c(a=1,b=2,c=3)
x[1:3]<-1:2
x
x <- c(a=1,b=2,c=3)
try(x[as.raw(1)]<-1)
x
x <- c(a=1,b=2,c=3)
x[5:4]<-1:2
x
x <- c(a=1,b=2,c=3)
try(x[1]<-as.raw(1))
x
x <- as.raw(1:2)
try(x[1]<-1)
x
x <- 1:3
x[2]<-2.5
x
x <- 1:3
x["a"]<-1L
x
x <- 1:3
x[[5]]<-1L
x
x <- letters[1:2]
x[4]<-1
x
