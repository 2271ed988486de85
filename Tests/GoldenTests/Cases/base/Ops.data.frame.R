d <- data.frame(x=1:3,y=4:6,g=c("a","b","a"))
n <- d[1:2]; n+1; n*n; -n; n==2; n>c(1,2,3); n/2; 2^n; !data.frame(l=c(TRUE,NA))
n & TRUE
n %% 2
try(n+data.frame(q=1))
n + list(1,10)
n == data.frame(x=c(1,0,3),y=4:6)
r <- data.frame(u=1:2,row.names=c("A","B")); r>1; r+1; sqrt(n); round(data.frame(x=1.234),1)
try(sqrt(d)); exp(data.frame(a=0))
sum(n); max(n); range(n)
try(sum(d)); min(n,na.rm=TRUE)
is.na(data.frame(a=c(1,NA),b=c("x",NA)))
is.na(r)
anyNA(data.frame(a=c(1,NA))); cumsum(n); n[n>2]; mean(n$x); d == "a"; colSums(is.na(airquality))
n != 1; data.frame(a=1:2) + 1:2; data.frame(a=1:2,b=3:4) * c(10,100); data.frame() == 1
n + matrix(1:6,3); abs(-n); signif(data.frame(x=123.456),2)
any(n>5); all(data.frame(TRUE)); prod(n)
