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
nlevels(f)
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
