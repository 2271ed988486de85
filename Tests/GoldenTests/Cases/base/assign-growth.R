l <- 1:3
l[5:6]<-1L
l
l <- 1:3
l[-1]<-9L
l
l <- 1:3
l[c(TRUE,FALSE)]<-0L
l
l <- 1:3
l[c(TRUE,FALSE,FALSE,TRUE)]<-0L
l
l <- 1:3
l[logical(0)]<-1L
l
l <- 1:3
l[NULL]<-1L
l
l <- 1:3
l[NaN]<-1L
l
l <- 1:3
l[1e3]<-1L
l
l <- list()
l$a$b$c<-1
l
l <- list()
l[["a"]][["b"]]<-1
l
l <- list()
l$a[3]<-1
l
l <- list(a=1:3)
l$a[2]<-10L
l
l <- list(ab=1)
l$a<-2
l
l <- list(1)
l[["x"]]<-list(2)
l
l <- list(x=1)
l[["x"]]$y<-2
l
l <- list()
l[["a"]]$b <- 1
l
l <- list(a=1)
try(l[[2]][[3]] <- 1)
l
