formula("y ~ x")
update(y ~ x * w, log(.) ~ . - x:w + offset(q))
update(~ x, y ~ .)
reformulate(c("a", "b:c"), "y")
reformulate("a", intercept = FALSE)
as.formula("mpg ~ wt")
f <- y ~ a + b
length(f)
f[[3]]
all.vars(f)
formula(data.frame(y = 1, a = 2, b = 3))
