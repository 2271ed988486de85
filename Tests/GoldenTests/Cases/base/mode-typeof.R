typeof(1)
mode(1L)
mode(quote(a))
mode(quote(a+b))
mode(quote((a)))
mode(sum)
mode(NULL)
storage.mode(sum)
mode(expression(a))
mode(1i)
x<-1:3
x
x <- c(a=1)
x
