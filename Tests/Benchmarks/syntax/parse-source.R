# 60,000 lines of everyday code that is to be kept as it was written.
piece <- c(
  "# Summarises groups of a table.",
  "summarise_groups <- function(data, by, value = \"amount\", na.rm = TRUE, ...) {",
  "  if (!is.data.frame(data) || !nrow(data)) stop(\"no data to summarise\", call. = FALSE)",
  "  groups <- split(data[[value]], data[by], drop = TRUE)",
  "  result <- vapply(groups, function(x) {",
  "    if (na.rm) x <- x[!is.na(x)]  # rather than in each function",
  "    c(mean = mean(x), sd = stats::sd(x), n = length(x), share = sum(x > 0) / length(x))",
  "  }, numeric(4L))",
  "  for (name in rownames(result)) {",
  "    attr(result, name) <- range(result[name, ], -1e3, 0x10L, finite = TRUE)",
  "  }",
  "  while (i <- i + 1L < 10 && TRUE) next",
  "  if (ncol(result) == 1L) result[, 1L] else t(result)",
  "}",
  "fit <- lm(log(y) ~ poly(x, 2) * z + I(w^2), data = d, subset = w %in% c(1:3, NA) & x >= 0.5)",
  "totals$`per year`[[\"a\\tb\"]][-1, drop = FALSE] |> sort(decreasing = !FALSE) |> head(n = 5)",
  "plot(x ~ y, main = 'a \\'b\\''[1], xlab = \"x\", col = ifelse(x %% 2 == 0, \"red\", NULL))")
text <- rep(piece, 1000)
expressions <- NULL
measure(expressions <- parse(text = text, keep.source = TRUE))
stopifnot(length(expressions) == 4L * 1000L)
