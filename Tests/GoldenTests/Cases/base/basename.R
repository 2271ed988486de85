basename(c("/a/b/c.txt", "a", "/", "a/b/"))
dirname(c("/a/b/c.txt", "a", "/", "a/b/"))
file.path("a", "b", c("c", "d"))
basename(character(0))
