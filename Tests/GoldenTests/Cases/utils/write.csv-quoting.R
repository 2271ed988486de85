d <- data.frame(x = c(1e5, 0.1, NA, 1/3), n = c(1L, NA, 3L, 4L),
                s = c("a", "b\"c", NA, "d,e"), f = factor(c("u", "v", "u", NA)),
                l = c(TRUE, NA, FALSE, TRUE))
write.csv(d)
write.csv(d, row.names = FALSE, na = "")
write.table(d, quote = FALSE, sep = "\t")
write.table(d, qmethod = "escape", col.names = NA, sep = ";", dec = ",")
file <- tempfile(fileext = ".csv")
write.csv(d, file, row.names = FALSE)
identical(read.csv(file)$n, d$n)
write.table(1:2, file, append = FALSE)
readLines(file)
unlink(file)
