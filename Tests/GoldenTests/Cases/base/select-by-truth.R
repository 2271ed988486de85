# x[logical] for every type, with NA, shorter and longer indices.
t <- c(TRUE, FALSE, NA, TRUE, FALSE)
(1:5)[t]
c(1.5, 2, NA, 4, 5)[t]
letters[1:5][t]
(1:5 + 1i)[t]
as.raw(1:5)[t]
c(TRUE, NA, FALSE, TRUE, TRUE)[t]
list(1, "b", NULL, 4, 5)[t]
(1:6)[c(TRUE, FALSE)]
(1:3)[c(TRUE, FALSE, TRUE, TRUE, NA)]
c(a = 1, b = 2, c = 3)[c(FALSE, TRUE, NA)]
(1:5)[logical()]
(1:5)[c(FALSE, FALSE, FALSE, FALSE, FALSE)]
factor(letters[1:5])[t]
matrix(1:4, 2)[c(TRUE, FALSE, NA, TRUE)]
array(1:3, 3)[c(TRUE, FALSE, TRUE)]
x <- 1:5
x[x > 2]
x[c(TRUE, TRUE, FALSE, FALSE, TRUE)][2] <- 9L
x
x["a" == "b"]
