t1 <- table(c("a","b","a"))
t1
t2 <- table(mtcars$cyl, mtcars$gear)
t2
str(t2)
t1[1]
t1["a"]
t1[["a"]]
t2[1,]
t2[,2]
t2["4",]
t2[1:2,]
t2[1,,drop=FALSE]
t1[1:2]
t1[t1>1]
names(t1)
dimnames(t2)
attributes(t1[1])
class(t2[1,])
t2["4","3"]
t3 <- table(cyl=mtcars$cyl, gear=mtcars$gear, mtcars$am)
t3
t3[,,1]
class(t3[,1,1])
t3[1,,]
with(mtcars, table(cyl, am))
summary(t2)
summary(t3)
summary(t1)
table(c(1,NA,1))
table(c(1,NA,1), useNA="ifany")
table(c(1,2,1), useNA="always")
table(c(1,NA,1), exclude=NULL)
table(c(1,2,1), exclude=1)
table(factor(character(0)))
table(character(0))
table(a=c(TRUE,FALSE), b=c("x","y"), dnn=c("P","Q"))
table(data.frame(a=1:2,b=c("u","v")))
table(mtcars$cyl, dnn="cyl")
x <- c(1,1,2); table(x)
table(x, deparse.level=0)
table(x+1, deparse.level=2)
try(table())
try(table(1:3,1:2))
prop.table(t2)
prop.table(t2,1)
proportions(t1)
margin.table(t2,1)
marginSums(t2)
t(t2)
t(t1)
t1/sum(t1)
t2*2
round(prop.table(t2,2),2)
as.data.frame(t2)
as.data.frame(t1)
as.data.frame(t1, stringsAsFactors=FALSE)
as.data.frame(table(g=c("a","b")), responseName="n")
as.vector(t1)
t1 == 2
sort(t1)
sort(t1, decreasing=TRUE)
rev(t1)
order(t1)
t1[order(t1)]
apply(t2, 1, sum)
sapply(t1, identity)
lapply(t1, identity)
length(t1)
nrow(t2)
rbind(t1, t1)
cbind(t2, 1)
c(t1)
unlist(t1)
as.table(matrix(1:4,2))
as.table(c(a=1,b=2))
as.table(1:3)
is.table(t1)
print(t2, zero.print=".")
print(prop.table(t2), digits=2)
print(table(c("a",NA), useNA="a"))
table(c(0.1,0.25))
table(Sys.Date()-Sys.Date())
table(factor(c("a","b"), levels=c("a","b","c")))
table(c(TRUE,NA,FALSE), c("x",NA,"y"), useNA="always")
aperm(t2)
aperm(t3, c(3,1,2))
dim(t3)
table(iris$Species)
table(cut(iris$Sepal.Length,3), iris$Species)
t2[["4","3"]]
t1[] <- 0L
t1
max(t2); range(t2); mean(t2)
names(dimnames(t2)) <- c("C","G"); t2
quantile(table(c(1,1,2,3)))
t2 > 3
which(t2 > 3)
which(t2 > 3, arr.ind=TRUE)
t1a <- table(c("x","y","x")); t1a[t1a == max(t1a)]
names(which.max(t1a))
paste(names(t1a), t1a)
head(t2, 1)
table(c(3L,1L,2L), c("c","a","b"))[, "a"]
