# Values saved and read again, compressed or not, and tables in compressed files.
file <- tempfile(fileext = ".rds")
d <- data.frame(a = c(1.5, NA), b = factor(c("u", NA)), c = as.Date("2020-01-01") + 0:1)
d$l <- list(1, "x"); d$m <- matrix(1:4, 2)
saveRDS(d, file); readBin(file, "raw", 2); identical(readRDS(file), d)
saveRDS(d, file, compress = FALSE); readBin(file, "raw", 2); identical(readRDS(file), d)
saveRDS(d, file, ascii = TRUE, compress = FALSE); readLines(file, 3); identical(readRDS(file), d)
for (kind in c("gzip", "bzip2", "xz")) { saveRDS(1:10, file, compress = kind); print(readRDS(file)) }
con <- gzfile(file, "wb"); saveRDS(letters, con); close(con)
readRDS(file)[1:3]
con <- gzfile(file); class(con); readRDS(con)[4]; close(con)
saveRDS(function(x) x + 1, file); readRDS(file)(2)
saveRDS(quote(a + b), file); readRDS(file)
saveRDS(NULL, file); readRDS(file)
e <- new.env(); assign("x", 1, e); saveRDS(e, file); ls(readRDS(file))
x <- 1; save(d, e, x, file = file); rm(d, x); load(file, verbose = TRUE); names(d); x
save(list = "x", file = file, ascii = TRUE); x <- 2; (load(file)); x
table <- tempfile(fileext = ".csv.gz")
con <- gzfile(table, "w"); write.csv(d[1:3], con, row.names = FALSE); close(con)
readBin(table, "raw", 2)
readLines(table)
read.csv(table)
str(read.csv(gzfile(table), colClasses = c("character", "factor", "Date")))
scan(table, "", sep = "\n", quiet = TRUE)
