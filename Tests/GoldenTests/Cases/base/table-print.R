tabulate(c(1,2,2,5))
tabulate(c(2,3,5), nbins=3)
tabulate(factor(c("a","b","a")))
table(rep(c("a","b"),2), rep(c("x","y"),each=2), c("p","p","q","q"))
UCBAdmissions[,,1]
Titanic
apply(Titanic, c(3, 4), sum)
margin.table(Titanic, 1)
as.data.frame(UCBAdmissions)[1:5,]
summary(UCBAdmissions)
data.frame(UCBAdmissions)[1:3,]
HairEyeColor[,,"Male"]
table(c("a",NA,"b",NA), exclude="a")
table(factor(c("a",NA,"b",NA)), exclude="a")
table(addNA(factor(c("a",NA))))
table(addNA(factor(c("a",NA))), useNA="no")
table(factor(c("a",NA)), useNA="no")
table(factor(c("a","b")), exclude="a")
table(c(1,NaN,NA), useNA="ifany")
table(c(1,NaN,NA), exclude=NA)
table(list(a=1:2,b=1:2))
table(list(1:2,1:2))
f <- function(d) table(d$x, d$y); f(data.frame(x=c("a","b"),y=1:2))
