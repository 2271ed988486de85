dir.create(d <- tempfile())
owd <- setwd(d)
writeLines("a", "file1"); writeLines("b", "file2"); dir.create("dir")
s <- fileSnapshot(d, md5sum = TRUE)
names(s)
writeLines("bbb", "file2"); writeLines("new", "file3"); unlink("dir", recursive = TRUE)
cf <- changedFiles(s, check.file.info = c("size", "isdir", "mode"))
cf
cf$added; cf$deleted; cf$changed; cf$unchanged; cf$changes
changedFiles(s, fileSnapshot(d, md5sum = TRUE), check.file.info = "size")
setwd(owd)
ff <- tempfile()
cat('TABLE\n0,1\n"EXCEL"\nVECTORS\n0,3\n""\nTUPLES\n0,2\n""\nDATA\n0,0\n""\n-1,0\nBOT\n1,0\n"a"\n1,0\n"b"\n1,0\n"c"\n-1,0\nBOT\n0,1.5\nV\n1,0\n"x"\n0,3\nV\n-1,0\nEOD\n', file = ff)
read.DIF(ff)
read.DIF(ff, header = TRUE)
l <- list(a = 1, b = simpleError("bad"), c = simpleError("bad2"), d = 3, e = simpleError("bad"))
w <- warnErrList(l)
w
warnErrList(l[c(1, 4)])
warnErrList(l, warn = FALSE, errValue = NA)
warnErrList(list(a = simpleError("x")))
limitedLabels(expression(a + b, foo(x)))
x <- as.roman(c(NA, 1:3, "", strrep("I", 1:5)))
x
as.roman(2026) - 10 * c(0:3, 10)
as.roman(3899:3901)
prod(as.roman(2:4)); sum(as.roman(1:3)); range(as.roman(3:1)); min(x); min(x, na.rm = TRUE)
as.roman(1) & TRUE
x | NA
x < 2
