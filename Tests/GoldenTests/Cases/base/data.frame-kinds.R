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
