x <- as.POSIXct("2020-03-01 10:00:00", tz = "UTC")
difftime(as.Date("2020-03-01"),as.Date("2020-02-01"))
difftime(as.Date("2020-03-01"),as.Date("2020-02-01"),units="weeks")
as.numeric(difftime(as.Date("2020-03-01"),as.Date("2020-02-01")),units="hours")
units(as.difftime(5,units="mins"))
y <- as.difftime(c(30,90),units="mins")
y
units(y) <- "hours"
y
format(y)
y*2
y/2
y+y
sum(y)
mean(y)
y > 1
print(y,digits=2)
as.difftime("01:30:00")
as.difftime(c("0:3:20","11:23:15"))
y[1]
c(y,y)
rep(y,2)
try(y/y)
-y
abs(y)
range(y)
try(y*y)
round(y)
as.numeric(y)
data.frame(y)
difftime(x,x-100)
difftime(x,x-1e6)
difftime(x,x-1e5)
y - as.difftime(1,units="mins")
x + y
seq(y[1], by=1, length.out=2)
units(x-(x-5))
is.numeric(y)
summary(y)
as.difftime(1,units="days") == as.difftime(24,units="hours")
diff(y)
str(y)
quantile(as.numeric(y))
try(cumsum(y))
sort(y)
unique(y)
