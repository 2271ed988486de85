ls.str(list(a=1,b="x",f=function(x) x))
e <- new.env()
e$v <- 1:3
e$w <- list(1,"q")
ls.str(e)
lsf.str(list2env(list(g=function(a,b=2) NULL)))
print(ls.str(e,mode="list"))
