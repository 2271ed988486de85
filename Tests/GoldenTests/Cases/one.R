f <- function(x)   x # c

# comm
g(1,
 2)
f
{ 1 # a
}
#end
