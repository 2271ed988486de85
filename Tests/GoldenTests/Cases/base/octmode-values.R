# Octal and hexadecimal numbers as groups, in sets and as text.
x <- as.octmode(c(8, 64, 511, 8))
x
format(x, width = 5)
unique(x)
factor(x)
factor(x[1:2])
rev(x)
x & as.octmode(7)
x | 1L
h <- as.hexmode(c(10, 255))
format(h, upper.case = TRUE)
factor(h)
c(h, h)
h[2]
as.integer(h)
