# differs: the pages are those of Apus
help(sd)
?stats::rnorm
?nosuch
help.search("standard deviation")
??wilcox
example(sd)
?c
