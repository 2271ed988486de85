l <- 1:3
levels(l)<-c("a","b")
l
l <- factor(c("a","b"))
levels(l)<-c("x","y")
l
l <- factor(c("a","b"))
levels(l)<-c("x","x")
l
l <- factor(c("a","b"))
try(levels(l)<-"x")
l
l <- factor(c("a","b"))
levels(l)<-list(P="a",Q="b")
l
l <- 1:3
attr(l,"foo")<-5
l
l <- 1:3
attr(l,"names")<-letters[1:3]
l
l <- 1:3
attr(l,"dim")<-c(1,3)
l
l <- 1:3
attr(l,c("a","b"))<-1
l
l <- 1:3
try(attr(l,1)<-1)
l
l <- 1:3
attr(l,"foo")<-NULL
l
l <- NULL
try(attr(l,"foo")<-1)
l
l <- 1:3
attr(l,"tsp")<-c(1,3,1)
l
l <- 1:3
try(attr(l,"tsp")<-c(1,4,1))
l
l <- 1:3
try(attr(l,"tsp")<-1)
l
l <- 1:3
try(attr(l,"comment")<-1)
l
l <- 1:3
attr(l,"comment")<-"hi"
l
l <- 1:3
attr(l,"row.names")<-1:3
l
l <- list()
{attr(l,"row.names")<-1:3; l<-.row_names_info(l,0)}
l
l <- list()
{attr(l,"row.names")<-c("a","b"); l<-attributes(l)}
l
l <- list()
{attr(l,"row.names")<-c(NA,-3L); l<-attributes(l)}
l
l <- list()
{attr(l,"row.names")<-c(2L,3L); l<-.row_names_info(l,0)}
l
l <- 1:3
try(attr(l,"row.names")<-sum)
l
l <- list()
try({attr(l,"row.names")<-c(1,2); l<-typeof(attr(l,"row.names"))})
l
l <- 1:3
attr(l,"class")<-"u"
l
l <- 1:3
attr(l,"tsp")<-NULL
l
l <- 1:3
try(attr(l,NA)<-1)
l
l <- 1:3
try(attr(l,"")<-1)
l
l <- quote(a)
try(attr(l,"x")<-1)
l
l <- 1:3
try(attr(l,"dimnames")<-list(1))
l
l <- 1:3
attributes(l)<-list(names=letters[1:3],foo=1)
l
l <- c(a=1)
attributes(l)<-NULL
l
l <- 1:6
attributes(l)<-list(dimnames=list(c("a","b"),NULL),dim=2:3)
l
l <- 1:3
try(attributes(l)<-list(1))
l
l <- 1:3
try(attributes(l)<-1)
l
l <- 1:3
attr(l,"names")<-c("a","b")
l
l <- 1:3
try(attributes(l)<-c(a=1))
l
l <- 1:3
mostattributes(l)<-list(names=letters[1:3],foo=2,dim=9)
l
