stack(list(a = 1:2, b = 3))
unstack(stack(list(a = 1:2, b = 3:4)))
str(modifyList(list(a = 1, b = list(c = 2)), list(b = list(c = 3, d = 4))))
hasName(list(a = 1), c("a", "b"))
stack(data.frame(x=1:2,y=3:4))
unstack(data.frame(values=1:4,ind=factor(c("a","a","b","b"))))
unstack(stack(list(a=1:2,b=3:5)))
stack(list(a=1,b=2), drop=TRUE)
stack(data.frame(x=1:2,y=3:4,z=5:6),select=c(x,z))
unstack(PlantGrowth)[1:2,]
unstack(warpbreaks, breaks~tension)[1:2,]
