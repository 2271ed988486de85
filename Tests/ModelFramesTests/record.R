# Writes what GNU R makes of formulas: Rscript record.R, in this folder.
operators <- c("+", "-", ":", "*", "/", "%in%", "^", "(")
tree <- function(e) {
  if (is.call(e) && as.character(e[[1]])[1] %in% operators)
    paste0("( ", as.character(e[[1]]), " ", paste(vapply(as.list(e[-1]), tree, ""), collapse = " "), " )")
  else if (is.numeric(e)) paste0("#", e)
  else paste0("[", gsub(" ", "_", paste(deparse(e), collapse = "")), "]")
}
sides <- function(f) if (length(f) == 3) paste(tree(f[[2]]), "~", tree(f[[3]])) else paste("~", tree(f[[2]]))
words <- function(x) paste(gsub(" ", "_", x), collapse = " ")
formulas <- list(
  y ~ a - 1, y ~ a:b, y ~ a + a:b, y ~ b + a:b, y ~ a * b - a, y ~ a:b - 1, y ~ a + b - 1,
  y ~ a %in% b, y ~ a + b %in% a, y ~ a / b, y ~ (a + b) / c, y ~ a / (b + c), y ~ a / b / c,
  y ~ (a + b + c)^2, y ~ (a + b + c)^2 - a:b, y ~ a * b * c - a:b:c, y ~ y + x, log(y) ~ y + x,
  y ~ x + offset(z), y ~ offset(z), y ~ offset(z) * x, ~ a + b, y ~ 1, y ~ 0, y ~ -1, y ~ 0 + 1,
  y ~ x - 1 + 1, y ~ a:b + a + b, y ~ b + a + a, y ~ a:b:a, y ~ a:a, y ~ a^2, y ~ (a),
  y ~ ((a + b)) * c, y ~ I(x^2) + x, y ~ poly(x, 2), y ~ a + (b + c):d, y ~ a %in% b + a:b,
  y ~ a * b %in% c, cbind(u, v) ~ a, y ~ a + b:c + d, y ~ -a + b, y ~ a - (a + b) + c,
  y ~ b:a + a, y ~ (a + b)^3, y ~ x:y, y ~ 1 + a:1, y ~ a + 0:b, y ~ (a + b + 1) * c,
  y ~ a * (b - 1), y ~ a / (b * c), y ~ a %in% (b + c), ~ 0 + a:b + c,   y ~ a - a, y ~ (a + b) * (c + d), y ~ (a * b)^2, y ~ (a - 1)^2,
  y ~ offset(a) + offset(b) + c, y ~ a:offset(b) + c, y ~ a * b * c * d - a:b:c,
  y ~ a + b:c:d + c:d, y ~ (a + b + c + d)^3 - d, y ~ a / b + c / d, y ~ d:c + b:a + c:a)
out <- file("Recorded/terms.txt", "w")
for (keep in c(FALSE, TRUE)) for (f in formulas) {
  if (keep && grepl("^2|^3", deparse(f), fixed = TRUE)) next
  t <- terms(f, keep.order = keep)
  m <- attr(t, "factors")
  cat(sides(f), "|", keep, "|", words(vapply(as.list(attr(t, "variables"))[-1], deparse, "")), "|",
    words(attr(t, "term.labels")), "|", attr(t, "order"), "|", attr(t, "intercept"),
    attr(t, "response"), "|", attr(t, "offset"), "|", if (length(m)) m, "\n", file = out)
}
close(out)
d <- data.frame(y = 1:12, x = (1:12) / 2, z = c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8),
  f = factor(rep(c("a", "b", "c"), 4)), g = factor(rep(c("u", "v"), each = 6)),
  o = factor(rep(c("lo", "mid", "hi", "top"), each = 3), levels = c("lo", "mid", "hi", "top"), ordered = TRUE))
matrices <- list(
  y ~ f - 1, y ~ x + f - 1, y ~ f:g - 1, y ~ x:f - 1, y ~ f:x + g - 1, y ~ f + g - 1, y ~ 0 + x + f + g,
  y ~ f:g, y ~ x:f, y ~ f * x, y ~ o, y ~ o:f - 1, y ~ x + x:f - 1, y ~ 0 + x:f + g, y ~ g + f:x + 0,
  y ~ f * g * x, y ~ o * g, y ~ x:z + f, y ~ f / x, y ~ x * z - 1, y ~ 1, y ~ o:x + f:g)
out <- file("Recorded/model-matrix.txt", "w")
for (contrast in c("contr.treatment", "contr.sum", "contr.helmert")) for (f in matrices) {
  options(contrasts = c(contrast, "contr.poly"))
  m <- model.matrix(f, d)
  cat(sides(f), "|", contrast, "|", words(colnames(m)), "|", attr(m, "assign"), "|",
    format(c(m), digits = 15, trim = TRUE), "\n", file = out)
}
close(out)
