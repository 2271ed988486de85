options(OutDec = ",")
1.5
c(1.5, 2.25)
cat(1.5, 2+0.5i, "\n")
format(1.5)
sprintf("%.1f", 1.5)
matrix(c(1.5, 2), 1)
1.5+2i
list(a = 1.5)
dput(1.5)
summary(c(1.5, 2))
c(a = 1.5, b = NA)
quote(1.5 + x)
data.frame(a = 1.5)
options(OutDec = ".")
1.5
d <- data.frame(a = 1:4, b = letters[1:4])
dput(d)
dput(d[1:2, ])
dput(d[c(1, 3), ])
options(OutDec = ",")
paste(1.5); c("a", 1e-20/3); as.character(1.5+2i); factor(c(1.5, 2)); "1,5" == 1.5
split(1:2, c(.5, 1.5)); names(table(1.5)); toString(1.5); message(1.5); dput(1.5)
as.numeric("1.5"); write.csv(data.frame(a = 1.5))
