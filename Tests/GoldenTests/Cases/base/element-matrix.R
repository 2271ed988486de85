m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
m[[1,2]]
m[["r1","B"]]
try(m[["r9","B"]])
try(m[[3,1]])
try(m[[1,]])
try(m[[1:2,1]])
try(m[[1,2,3]])
try(m[[-1,1]])
try(m[[0,1]])
ml <- matrix(list(1,"a",2,3),2)
ml[[2,1]]
ml[2,]
