x <- c(a=1,b=2,c=3)
x[c(TRUE,NA,FALSE)]
x[-1]
x[c("a","zz")]
x[10]
x[0]
x[c(0,2)]
x[["b"]]
try(x[["zz"]])
try(x[[5]])
x[c(-1,-2)]
try(x[c(-1,2)])
m <- matrix(1:12,3,dimnames=list(letters[1:3],LETTERS[1:4]))
m[cbind(c(1,2),c(3,4))]
m[m>5]
m["a",]
m[,"B",drop=FALSE]
m[-1,c(TRUE,FALSE)]
m[cbind(c("a","b"),c("A","D"))]
try(m[4,1])
m[[2,3]]
m[["b","C"]]
m[2]
m[m>10] <- 0L
m
m[2,] <- 9L
m
m[cbind(1,1)] <- 100L
m
m["a","B"] <- NA
m
a <- array(1:24,2:4)
a[1,2,3]
a[,,1]
a[1,,,drop=FALSE]
dim(a[,1,])
a[cbind(1,2,3)]
a[a>20]
l <- list(a=1,b=list(c=2,d=list(e=3)))
l[["b"]][["d"]][["e"]]
l[[c("b","d","e")]]
l$b$d$e
l$z
l[["b"]]$c <- 10
l$n$m <- 5
str(l)
l[c("a","zz")]
l["a"] <- NULL
names(l)
l[["q"]] <- NULL
length(l)
1:6 + 1:2
1:5 + 1:2
.Machine$integer.max + 1L
5L/2L
5L%/%2L
-5L%/%2L
-5L%%2L
5%%-3
2147483647L * 2L
1e308*10
0/0
5%/%0
5L%/%0L
-1^0.5
seq(1,10,2)
seq(5)
seq(2,8)
seq_len(0)
seq(0,1,length.out=5)
seq(10,1,by=-3)
try(seq(1,10,-1))
seq(1,6,by=1.5)
seq_along(c("a","b"))
rev(list(1,"a"))
rep(1:2,times=c(3,1))
rep("x",3)
rep(1:3,each=2,times=2)
rep(1:3,length.out=7)
rep_len(1:3,5)
rep(c(a=1,b=2),2)
order(c(3,1,2),decreasing=TRUE)
order(c("b","a","B"))
order(c(2,2,1),c(3,1,2))
sort(c(3,NA,1),na.last=TRUE)
sort(c(b=2,a=1))
rank(c(10,20,10,NA))
rank(c(2,2,1),ties.method="min")
rank(c("b","a","c"))
sort(c(TRUE,FALSE))
order(c(NA,1,3),na.last=NA)
sort(factor(c("b","a"),levels=c("b","a")))
sort.int(c(3,1,2),index.return=TRUE)
order(c(1,1,2),c("b","a","c"),decreasing=c(TRUE,FALSE),method="radix")
unique(c(1,2,2,NA,NA))
duplicated(c("a","b","a"))
match(c("b","z"),letters)
c(1,5)%in%1:3
which(c(F,T,NA,T))
which(c(a=TRUE,b=FALSE))
which(matrix(c(T,F,T,T),2),arr.ind=TRUE)
which.max(c(1,3,2))
tabulate(c(1,2,2,5))
unique(matrix(c(1,1,2,2),2))
unique(list(1,1,"a"))
anyDuplicated(c(1,2,1))
duplicated(data.frame(a=c(1,1),b=c(2,2)))
cut(1:5,2)
cut(c(1,5,10),c(0,5,10))
cut(1:3,c(0,1,2,3),labels=c("l","m","h"))
cut(0:10,5,right=FALSE)
cut(c(1,5),c(1,3,5),include.lowest=TRUE)
cut(1:4,3,labels=FALSE)
cut(5,c(0,10),dig.lab=2)
cut(rep(1,3),3)
findInterval(c(1.5,3,0,10),1:3)
findInterval(3,1:3,rightmost.closed=TRUE)
findInterval(3,1:3,left.open=TRUE)
split(1:6,c("a","b"))
split(data.frame(x=1:4,g=c("u","v")),~g)
unsplit(split(1:6,c(1,2)),c(1,2,1,2,1,2))
split(1:4,list(c("a","b"),c("x","x","y","y")))
split(1:4,list(c("a","b"),c("x","x","y","y")),drop=TRUE,sep="-")
x <- 1:4
split(x,c(1,2)) <- list(c(10,20),c(30,40))
x
tapply(c(1,2,3,4),c("a","b","a","b"),sum)
tapply(1:4,list(c("a","b","a","b"),c("x","x","y","y")),sum)
tapply(1:3,c("a","b","a"),range)
tapply(1:4,factor(c("a","a","b","b"),levels=c("a","b","c")),sum)
tapply(1:4,c(1,1,2,2),function(v) v*2)
tapply(1:4, factor(c("a","a","b","b"),levels=c("a","b","c")), sum, default=0)
by(warpbreaks[, 1:2], warpbreaks[,"tension"], summary)
by(data.frame(x=1:4),c("a","b","a","b"),function(d) sum(d$x))
aggregate(x~g,data.frame(x=1:4,g=c("a","b")),mean)
aggregate(cbind(x,y)~g,data.frame(x=1:4,y=5:8,g=c("a","b")),range)
aggregate(1:4,by=list(c(1,1,2,2)),FUN=mean)
aggregate(.~g,data.frame(x=c(1,NA,3,4),g=c("a","b")),sum)
aggregate(ts(1:12,frequency=12),nfrequency=4,FUN=sum)
merge(data.frame(k=1:3,a=4:6),data.frame(k=c(2,3,4),b=7:9))
merge(data.frame(k=1:3,a=4:6),data.frame(k=c(2,3,4),b=7:9),all=TRUE)
merge(data.frame(k=1:2,v=1:2),data.frame(k=1:2,v=3:4),by="k")
merge(data.frame(a=1:2),data.frame(b=1:2))
merge(data.frame(x=1:2,v=1),data.frame(y=2:3,w=2),by.x="x",by.y="y",all.x=TRUE)
merge(data.frame(k=c("b","a"),v=1:2),data.frame(k=c("a","b"),w=3:4),sort=FALSE)
outer(1:3,1:3)
outer(c(a=1,b=2),c(x=1,y=2),"+")
outer(1:2,1:2,Vectorize(function(x,y) x*10+y))
sapply(1:3,function(i) c(i,i^2))
sapply(c(a=1,b=2),identity)
sapply(letters[1:2],nchar)
sapply(list(),length)
vapply(1:3,function(i) i*2,0)
try(vapply(1:3,function(i) "a",0))
mapply(rep,1:3,3:1)
mapply(function(x,y) x+y,c(a=1,b=2),c(3,4))
mapply(function(x,p) x^p,2:3,MoreArgs=list(p=2))
mapply(identity,c("a","b"))
mapply(identity,c("a","b"),USE.NAMES=FALSE)
rapply(list(1,"a",list(2)),function(x) x*10,classes="numeric",how="unlist")
sapply(1:2,function(i) list(i))
sapply(1:3,function(i) if(i>1) i)
simplify2array(list(1:2,3:4))
array(1:3,c(2,2))
aperm(array(1:6,c(1,2,3)),c(3,1,2))[,,1]
Map(`+`,1:2,3:4)
rowsum(c(1,2,3),c("a","b","a"))
rowSums(matrix(1:4,2))
colMeans(matrix(c(1,NA,3,4),2),na.rm=TRUE)
sweep(matrix(1:4,2),2,c(1,2))
scale(matrix(1:6,3))
cumsum(c(1,NA,2))
cumprod(1:5)
cummax(c(1,3,2))
diff(c(1,4,9),lag=2)
diff(1:10,differences=2)
diff(matrix(1:6,3))
