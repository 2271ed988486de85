structure(list(a=1,b="x"),class="simple.list")
structure(list(a=1:2,b="x"),class="listof")
formatDL(c("a","b"),c("first","second"))
structure(c(a="1",bb="2"),class="Dlist")
