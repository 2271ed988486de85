h <- hashtab()
typeof(h); length(h); class(h); names(h); 
h[["a"]] <- 1
h[["b"]] <- 2
length(h)
numhash(h)
typhash(h)
is.hashtab(h)
is.hashtab(1)
x <- maphash(h, function(k,v) 1); x
clrhash(h)
print(clrhash(h))
numhash(h)
print(sethash(h, "q", 5))
print(remhash(h,"q"))
try(h$a)
try(h[["a","b"]])
try(gethash(1,2))
try(hashtab("foo"))
summary(h)
h2 <- hashtab(); h2[[c(1,2)]] <- "vec"; h2[[list(1,"a")]] <- "list"; h2[[quote(x+y)]] <- "call"
h2[[c(1,2)]]; h2[[list(1,"a")]]; h2[[quote(x+y)]]; h2[[c(1L,2L)]]
gethash(h2, "none", nomatch = "NO")
try(h[["z"]] <- NULL); numhash(h); gethash(h,"z", "dflt")
args(hashtab); args(gethash); args(sethash); args(remhash); args(maphash); args(is.hashtab)
h2$x <- 3
h[["a"]] <- 3; rm(h2)
f <- function(hh) hh[["new"]] <- 1
f(h); h[["new"]]
