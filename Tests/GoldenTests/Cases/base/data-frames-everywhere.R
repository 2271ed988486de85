d <- data.frame(x=1:3,y=c("a","b","c"),z=c(TRUE,NA,FALSE))
d
str(d)
summary(d)
d[2,]
d[["y"]]
d$z
d[d$x>1,c("x","y")]
d[-1]
d[,1]
d[,1,drop=FALSE]
d["y"]
d[c(TRUE,FALSE,TRUE),]
d[order(-d$x),]
nrow(d)
dim(d)
names(d)
colnames(d)[2] <- "Y"
d
rownames(d) <- c("p","q","r")
d["q","x"]
d[["Y"]][2]
d[5,]
d[NA,]
d["zz",]
d[0,]
d[,0]
d[[2,"x"]]
d[cbind(1:2,c(1,1))]
d$new <- d$x*2
d[["n2"]] <- letters[1:3]
d[2,"x"] <- 100L
d[d$x>50,"Y"] <- "big"
d$new <- NULL
d[4,] <- list(7L,"w",TRUE,"k")
d
d[,"x"] <- 0
d
d[["q2"]] <- list(1,2,3,4)
try(d$bad <- 1:3)
d[c("a1","a2")] <- list(1:4,5)
d
try(d[1:2,"x"] <- 1:3)
d["x"] <- NULL
is.na(d)
d[is.na(d)] <- FALSE
e <- data.frame(a=c(1.5,NA,3),f=factor(c("u","v","u")),s=I(c("i","j","k")),d=as.Date("2024-01-01")+0:2,t=as.POSIXct("2024-01-01 10:00:00",tz="UTC")+c(0,60,3600))
e
str(e)
summary(e)
sapply(e,class)
levels(e$f)
e[e$f=="u",]
droplevels(e[e$f=="u",])$f
within(e,{b <- a*2; rm(s)})
transform(e,a=a+1,n=1:3)
subset(e,a>1,select=c(a,f))
subset(e,select=-t)
with(e,tapply(a,f,sum,na.rm=TRUE))
colMeans(e[1],na.rm=TRUE)
lapply(split(e$a,e$f),mean,na.rm=TRUE)
complete.cases(e)
na.omit(e)
data.frame(a=1:2,b=1)
try(data.frame(a=1:2,b=1:3))
data.frame(1:2,c("a","b"))
data.frame(a=1,a=2)
data.frame(a=1,a=2,check.names=FALSE)
data.frame(`x y`=1)
data.frame(x=c("a","b"),stringsAsFactors=TRUE)$x
data.frame(matrix(1:4,2))
data.frame(a=1:2,row.names=c("r1","r2"))
data.frame()
data.frame(x=character())
as.data.frame(list(a=1,b="x"))
as.data.frame(table(c("a","b","a")))
as.data.frame(matrix(1:4,2,dimnames=list(NULL,c("p","q"))))
data.frame(a=list(1,2))
cbind(data.frame(a=1:2),b=3:4)
data.frame(m=I(matrix(1:4,2)),k=5:6)
data.frame(a=1:4, b=c(1,2))
expand.grid(x=1:2,y=c("a","b"),stringsAsFactors=FALSE)
rbind(data.frame(a=1,b="x"),data.frame(a=2,b="y"))
rbind(data.frame(a=1),list(a=5))
try(rbind(data.frame(a=1),data.frame(b=1)))
cbind(data.frame(a=1:2),data.frame(b=3:4))
cbind(1:2,c("a","b"))
cbind(a=1,b=2:3)
rbind(c(x=1,y=2),c(3,4))
do.call(rbind,lapply(1:3,function(i) data.frame(i=i,sq=i^2)))
do.call(rbind,list(a=1:2,b=3:4))
rbind(factor("a"),factor("b"))
rbind(data.frame(f=factor("a")),data.frame(f=factor("b")))$f
cbind(x=1:2, y=c(a=1,b=2))
rbind(1:3,1:2)
cbind(matrix(1:4,2),9)
Reduce(rbind,list(1:2,3:4))
rbind(NULL,1:2)
cbind(1:3,NULL)
rbind(a=1:2,b=3:4,deparse.level=0)
head(mtcars,3)
tail(mtcars,2)
head(letters,-23)
tail(1:10,3)
head(mtcars[1:2],n=c(2,1))
tail(matrix(1:20,10),2)
head(list(1,2,3),2)
summary(mtcars[1:3])
summary(iris)
summary(c(TRUE,FALSE,NA))
summary(factor(c("a","b","a")))
summary("x")
summary(as.Date("2024-01-01")+0:3)
summary(list(1,2))
summary(NULL)
summary(c(1.5,NA))
quantile(mtcars$mpg)
aggregate(mpg~cyl,mtcars,mean)
apply(as.matrix(head(mtcars[1:2])),1,sum)
mtcars[mtcars$cyl==4&mtcars$mpg>30,1:4]
table(mtcars$cyl)
by(mtcars$mpg,mtcars$cyl,mean)
colnames(mtcars)[1:3]
rev(mtcars[1,1:3])
t(head(mtcars[1:2],2))
unique(mtcars$cyl)
stack(mtcars[1:2,1:2])
order(mtcars$mpg)[1:3]
cor(mtcars$mpg,mtcars$wt)
as.list(head(mtcars[1:2],2))
data.matrix(data.frame(a=1:2,b=c("x","y")))
duplicated(mtcars$cyl)[1:5]
merge(head(mtcars[1:2],2),head(mtcars[3],3),by=0)
mapply(function(x,n) paste(n,class(x)),iris,names(iris))
Map(function(x) x[1],mtcars[1:2])
is.na(airquality[1:6,1:2])
colSums(is.na(airquality))
rowMeans(head(mtcars[1:3],2))
max(sapply(iris,is.numeric))
cumsum(table(mtcars$cyl))
rapply(head(iris,2),round,classes="numeric",how="list")
f <- factor(c("lo","hi","lo"),levels=c("lo","hi"),ordered=TRUE)
f
f<"hi"
max(f)
table(f)
as.integer(f)
levels(f)[1] <- "LOW"
f
factor(1:3,labels=c("a","b","c"))
relevel(factor(c("a","b")),ref="b")
interaction(c("a","b"),c("x","y"),sep="-")
cut(c(1,5,9),3,labels=c("s","m","l"))
factor(c("a",NA),exclude=NULL)
addNA(factor(c("a",NA)))
nlevels(f)
droplevels(factor(c("a","b"))[1])
c(factor("a"),factor("b"))
as.vector(f)
f[2,drop=TRUE]
f[4] <- "hi"
f[5] <- "zz"
f
rev(f)
is.ordered(f)
factor(c(1.5,2.5))
reorder(factor(c("a","b","c")),c(3,1,2))
tapply(1:5,f,sum)
levels(f) <- list(A="LOW",B="hi")
f
unclass(factor(c("x","y")))
print(factor(c("a","b")),max.levels=0)
factor(letters)
as.factor(c(3,1,2))
ordered(c("b","a"))
factor(c("a","b"))=="a"
try(factor("a")+1)
summary(f)
str(f)
mapply(identity,factor(c("u","v")))
ifelse(factor(c("a","b"))=="a",1,2)
nchar(as.character(f))
split(1:5,f)
seq_along(levels(f))
factor(character())
levels(factor(c(TRUE,FALSE)))
cat(f,"\n")
paste(f)
tf <- tempfile()
write.csv(data.frame(a=1:2,b=c("x,y","q\"r"),c=c(NA,1.5)),tf,row.names=FALSE)
cat(readLines(tf),sep="\n")
read.csv(tf)
str(read.csv(tf,stringsAsFactors=TRUE))
write.table(head(mtcars[1:3],2),quote=FALSE,sep="\t")
write.table(data.frame(a=c("x",NA)),na="-",col.names=NA,sep=",")
read.table(text="a b\n1 2\n3 4",header=TRUE)
read.table(text="1,2\n3,NA",sep=",",na.strings="NA",col.names=c("p","q"))
read.csv(text="x;y\n1,5;2",sep=";",dec=",")
read.csv2(text="x;y\n1,5;2")
read.delim(text="a\tb\n1\t'x'")
read.table(text="# c\n1 2 # d\n3 4")
read.table(text="a 1\nb 2",row.names=1)
read.csv(text="d,n\n2024-01-01,5",colClasses=c("Date","numeric"))$d
try(read.table(text="1 2\n3"))
read.table(text="1 2\n3",fill=TRUE)
scan(text="1 2 3")
scan(text="a,b",what="",sep=",")
scan(text="1 a 2 b",what=list(0,""))
read.csv(text="a,b\n1,2\n",nrows=1)
read.csv(text="a b,c d\n1,2")
read.csv(text="a b,c d\n1,2",check.names=FALSE)
count.fields(textConnection("a b\nc d e"))
type.convert(c("1","2","x"),as.is=TRUE)
type.convert(c("1","2"),as.is=TRUE)
type.convert(list(a="1",b="T"),as.is=TRUE)
readLines(textConnection("l1\nl2"))
saveRDS(e,tf)
identical(readRDS(tf),e)
dump("f",tf)
cat(readLines(tf),sep="\n")
con <- gzfile(tf,"w")
writeLines("gz",con)
close(con)
readLines(tf)
dput(e[1:2,1:2])
dput(list(a=1:3,b="x",c=c(p=1.5)))
dput(factor(c("a","b")))
dput(as.Date("2024-01-01"))
dput("q\"uo\n")
dput(c(TRUE,NA))
dput(1e-20)
dput(1/3)
dput(NULL)
dput(quote(a+b*c))
dput(function(x,y=2) x+y)
deparse(quote(if(a) b else c))
dput(1:10+0)
dput(c(1.5,NA,Inf))
dput(1i)
dput(as.raw(1:2))
dput(mtcars[1:2,1:2])
dput(c(a=1L))
dput(list())
dput(character())
dput(letters[1:3],control=NULL)
