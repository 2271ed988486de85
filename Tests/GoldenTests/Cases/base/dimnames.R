l <- matrix(1:4,2)
dimnames(l)<-list(c("a","b"),NULL)
l
l <- matrix(1:4,2)
try(dimnames(l)<-list(c("a"),NULL))
l
l <- matrix(1:4,2)
try(dimnames(l)<-list("a"))
l
l <- 1:4
try(dimnames(l)<-list(1:4))
l
l <- matrix(1:4,2)
dimnames(l)<-list(1:2,3:4)
l
l <- matrix(1:4,2)
dimnames(l)<-NULL
l
l <- matrix(1:4,2)
dimnames(l)<-list(NULL,NULL)
l
l <- matrix(1:4,2)
try(dimnames(l)<-1:2)
l
l <- matrix(1:4,2)
dimnames(l)<-list(a=c("x","y"),b=c("z","w"))
l
l <- matrix(1:4,2)
dimnames(l)<-list(factor(c("q","r")),NULL)
l
l <- matrix(1:4,2)
dimnames(l)<-list(character(),c("a","b"))
l
l <- matrix(1:4,2)
dimnames(l)<-list(list(1,2),NULL)
l
l <- matrix(1:4,2)
try(dimnames(l)<-list(sum,NULL))
l
l <- matrix(1:4,2)
dimnames(l)<-list()
l
l <- matrix(1:4,2)
try(dimnames(l)<-list(c("a","b"),NULL,NULL))
l
