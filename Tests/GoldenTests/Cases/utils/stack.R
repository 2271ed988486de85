stack(list(a = 1:2, b = 3))
unstack(stack(list(a = 1:2, b = 3:4)))
str(modifyList(list(a = 1, b = list(c = 2)), list(b = list(c = 3, d = 4))))
hasName(list(a = 1), c("a", "b"))
