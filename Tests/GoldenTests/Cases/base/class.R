l <- 1:3
class(l)<-"foo"
l
l <- 1.5
try(class(l)<-"factor")
l
l <- 1:3
class(l)<-"numeric"
l
l <- 1:3
try(class(l)<-"matrix")
l
l <- matrix(1:4,2)
class(l)<-"matrix"
l
l <- 1:3
class(l)<-"function"
l
l <- 1:3
class(l)<-"character"
l
l <- 1:3
class(l)<-c("a","b")
l
l <- 1:3
class(l)<-character()
l
l <- 1:3
class(l)<-NULL
l
l <- 1:3
class(l)<-1
l
l <- NULL
try(class(l)<-"a")
l
l <- matrix(1:4,2)
class(l)<-"array"
l
l <- 1:3
try(class(l)<-"array")
l
l <- "a"
class(l)<-"numeric"
l
l <- 1:3
class(l)<-"integer"
l
l <- 1:3
oldClass(l)<-"integer"
l
l <- 1:3
class(l)<-"data.frame"
l
l <- quote(a)
try(class(l)<-"a")
l
