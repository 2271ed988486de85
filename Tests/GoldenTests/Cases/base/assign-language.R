l <- quote(f(x,y))
l[1]<-list(quote(g))
l
l <- quote(f(x,y))
l[[2]]<-quote(zz)
l
l <- quote(f(x,y))
l[[4]]<-3
l
l <- quote(f(x,y))
l$k<-3
l
l <- quote(f(x,k=y))
l$k<-NULL
l
l <- quote(f(x,y))
l[[2]]<-NULL
l
l <- quote(f(x,y))
l[["n"]]<-1
l
l <- quote(f(x,y))
l[2:3]<-list(1,2)
l
l <- quote(f(x,y))
l[2]<-NULL
l
l <- quote(f(x,y))
try(l[[c(2,1)]]<-1)
l
l <- quote(f(g(x),y))
l[[c(2,1)]]<-quote(h)
l
l <- quote(f(x,y))
l[2]<-5
l
l <- quote(f(x,y))
l[2:3]<-c("a","b")
l
l <- quote(f(x))
l[2]<-quote(b)
l
l <- expression(a,b)
l[1]<-1
l
l <- expression(a,b)
l[[1]]<-quote(z)
l
l <- expression(a,b)
l[2]<-list(3)
l
l <- expression(a,b)
l[[1]]<-NULL
l
l <- expression(a,b)
l$q<-1
l
l <- expression(a,b)
l[2]<-expression(x+1)
l
l <- expression(a,b)
l[2]<-quote(x)
l
l <- expression(a,b)
l[1]<-NULL
l
l <- expression(a)
l[2]<-quote(x+y)
l
