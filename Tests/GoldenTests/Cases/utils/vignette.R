# Documents and demonstrations that there are not.
vignette("nonexist")
vignette(package = "stats")
browseVignettes(package = "stats")
try(browseVignettes("nope"))
try(demo("nonexist"))
news(package = "stats")
