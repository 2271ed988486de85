xor(TRUE,FALSE)
isTRUE(c(a=TRUE))
isFALSE(FALSE)
isTRUE(c(TRUE,TRUE))
replace(1:5,2,9L)
getElement(list(a=1),"a")
mode(1)
mode(quote(a))
mode(quote(a+b))
mode(quote((a)))
mode(NULL)
mode(sum)
storage.mode(1L)
storage.mode(sum)
x <- 1:2
storage.mode(x) <- "double"
x
mode(x) <- "character"
x
mode(x) <- "list"
x
data.class(1)
data.class(matrix(1))
data.class(factor(1))
data.class(quote(a))
data.class(quote(a+b))
data.class(mean)
data.class(NULL)
data.class("a")
data.class(array(1,c(1,1,1)))
data.class(list())
data.class(1:2)
