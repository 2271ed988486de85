table <- cbind(Estimate = c(a = 1e-10, b = 2, c = NA),
               `Std. Error` = c(1e-12, 3, NA), `z value` = c(100, 1e-6, NA),
               `Pr(>|z|)` = c(0, 0.5, NA))
printCoefmat(table)
printCoefmat(table, signif.stars = FALSE)
symnum(cor(attitude), diag.lower.tri = FALSE)
