as.roman(3899:3901)
p <- person("Kurt", "Hornik", role = c("aut","cre"), email = "K@x.org")
p
format(p)
as.character(p)
p$given; p$family; p$role; p$email; p$comment
as.person("Kurt Hornik <K@x.org>, and Bob Smith [ctb]")
as.person("Barack Hussein Obama, II <x@y>")
as.person(c("A B", "C D"))
unclass(person("X","Y"))
person("R Core Team")
person(c("Brian","D."), "Ripley", comment=c(ORCID="0000-0001-2345-6789"))
person(family="Solo", role="cph")
identical(p, as.person(format(p)))
p$family <- "Horn"; p
toBibtex(p)
rep(p, 2)
unique(c(p,p))
try(person())
tryCatch(p$foo, error=function(e) print(conditionMessage(e)))
b <- bibentry("Manual", title="R: A Language", author=person("R Core Team"), organization="RF", address="Vienna", year=2013, url="https://www.R-project.org/", key="R")
b
toBibtex(b)
print(b, style="R")
print(b, style="citation")
print(b, style="html")
print(b, style="latex")
print(b, style="textVersion")
format(b, style="text")
b$title; b$author; b$year; b$key; b$bibtype; b$url
length(b); names(b); class(b)
b$year <- 2014; b
b2 <- bibentry("Article", title="On {Bayes} things", author=c(person("A. B.","Cee"), person("Dee","Eff"), person("G","Hh")), journal="J. Stat", year=2001, volume=3, number=2, pages="1--10", doi="10.1/x", key="k2")
b2
c(b,b2)
toBibtex(c(b,b2))
bs <- c(b,b2); bs["k2"]; bs[[1]]; bs$key; sort(bs); 
b3 <- bibentry("Book", title="Book title", author="Jane Q Public and John Doe", year="1997", publisher="CUP", edition="2nd", address="Cambridge", isbn="0-1")
b3
b4 <- bibentry("InProceedings", title="T", author=person("A","B"), booktitle="Proc", editor=person("E","D"), year=2000, pages="3--4", series="LNCS", volume="12")
b4
b5 <- bibentry("PhdThesis", title="T", author=person("A","B"), school="ETH", year=2000)
b5
bibentry("Misc", title="T", author=person("A","B"), year=2000, note="nn", howpublished="web")
bibentry("TechReport", title="T", author=person("A","B"), year=2000, institution="I", number=7, type="Report")
bibentry("InCollection", title="T", author=person("A","B"), booktitle="Coll", year=2000, publisher="P", editor=c(person("E","D"),person("F","G")), chapter=2)
bibentry("Unpublished", title="T", author=person("A","B"), note="in prep")
bibentry("MastersThesis", title="T", author=person("A","B"), school="ETH", year=2000)
bibentry("Proceedings", title="T", year=2000, editor=person("A","B"),publisher="P")
citation()
toBibtex(citation())
class(citation()); names(citation())
citation("stats")
cite("R", b)
refs <- c(b,b2)
cite("k2", refs); cite(c("R","k2"), refs); cite("R,k2", refs, textual=TRUE)
citHeader("a"); citFooter("b"); x <- citEntry("Manual", title="t", author=person("A","B"), year=1, textVersion="tv"); x
bibentry("Manual", title="t", author=person("A","B"), year=1, textVersion="tv", header="H:", footer="F.") -> y; print(y, style="citation"); y
format(y, style="citation")
toBibtex(y)
as.character(toBibtex(y))
class(toBibtex(y))
