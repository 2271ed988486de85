pretty(c(0,97))
pretty(1:3)
pretty(c(0.001,0.0234))
pretty(c(5,5))
pretty(0:10,n=2)
pretty(c(-1,1),n=20)
pretty(c(1e10,1.1e10))
pretty(100)
pretty(c(0,1))
pretty(c(1.234,5.678),n=3,min.n=2)
pretty(0)
pretty(c(NA,1,5))
pretty(c(0,Inf))
pretty(c(1,1.0000001))
pretty(1:4,n=10,high.u.bias=0)
set.seed(1)
jitter(1:3)
jitter(c(1,2,4),amount=0.1)
jitter(1:3,factor=2)
labels(c(a=1,b=2))
labels(1:3)
labels(matrix(1:4,2,dimnames=list(c("a","b"),NULL)))
labels(list(x=1))
labels(array(1:8,c(2,2,2)))
# Arguments of no use.
for (bad in expression(
  pretty(1:2, -1), pretty(1:2, NA), pretty(1:2, integer(0)), pretty(1:2, "5"),
  pretty(1:2, 5, min.n = 10), pretty(1:2, 5, min.n = -1), pretty(1:2, shrink.sml = 0),
  pretty(1:2, high.u.bias = -1), pretty(1:2, u5.bias = NA), pretty(1:2, f.min = -1),
  pretty(1:2, eps.correct = 5))) {
  print(tryCatch(eval(bad), error = function(e) c(conditionMessage(e), deparse(conditionCall(e)))))
}
pretty(1:2, 3.7)
pretty(1:2, c(3, 4))
tryCatch(pretty(1:2, 1e300), warning = conditionCall)
