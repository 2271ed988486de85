# differs: rx is not part of GNU R; base R's merge is compared inside
rxOptions(reportProgress = 0)
set.seed(3)
make <- function(n, name, levels) {
  data <- data.frame(i = sample(c(1:40, NA), n, TRUE), s = sample(c("b", "a", "", "longer than eight", NA), n, TRUE),
                     f = factor(sample(levels, n, TRUE), levels), x = round(runif(n), 3))
  data[[name]] <- seq_len(n)
  data
}
one <- make(400, "one", c("u", "v", "w"))
two <- make(300, "two", c("z", "w", "u"))
# The rows that merge gives, in the order of the keys and of the rows of both sets.
wanted <- function(by, type, low = TRUE) {
  rows <- merge(one, two, by = by, all.x = type %in% c("left", "full"), all.y = type %in% c("right", "full"),
                suffixes = c(".one", ".two"))
  factors <- vapply(rows, is.factor, NA)
  keys <- lapply(rows[by], function(k) if (is.factor(k)) factor(k, c("u", "v", "w", "z")) else k)
  rows <- rows[do.call(order, c(unname(keys), list(rows$one, rows$two, na.last = !low, method = "radix"))), ]
  rows[factors] <- lapply(rows[factors], as.character)
  rownames(rows) <- NULL
  rows
}
plain <- function(rows, names) {
  rows[vapply(rows, is.factor, NA)] <- lapply(rows[vapply(rows, is.factor, NA)], as.character)
  rows[names]
}
rxDataStep(one, "rx-one.xdf", rowsPerRead = 70)
rxDataStep(two, "rx-two.xdf", rowsPerRead = 50)
rxDataStep(two, "rx-two.csv")
for (type in c("inner", "left", "right", "full")) for (by in list("i", "s", "f", c("f", "i"), c("s", "f", "i"))) {
  known <- wanted(by, type)
  same <- function(rows) isTRUE(all.equal(plain(rows, names(known)), known))
  merged <- function(a, b, ...) rxMerge(a, b, matchVars = by, type = type, duplicateVarExt = c("one", "two"), ...)
  file <- merged("rx-one.xdf", "rx-two.xdf", outFile = "rx-merged.xdf", overwrite = TRUE, bufferLimit = .002)
  sorted <- lapply(c("one", "two"), function(name) {
    rxSort(paste0("rx-", name, ".xdf"), paste0("rx-", name, "-sorted.xdf"), by, caseSensitive = TRUE, overwrite = TRUE)
  })
  if (!all(same(merged(one, two)), same(merged(one, two, bufferLimit = .002)), same(rxDataStep(file)),
           same(merged(RxXdfData("rx-one.xdf"), RxTextData("rx-two.csv", stringsAsFactors = TRUE))) || "s" %in% by || "f" %in% by,
           "f" %in% by || same(merged(sorted[[1]], sorted[[2]], autoSort = FALSE)))) print(c(type, by))
}
identical(wanted("i", "full", FALSE)$i, rxMerge(one, two, matchVars = "i", type = "full", missingsLow = FALSE)$i)
down <- rxMerge(one, two, matchVars = "i", decreasing = TRUE)
c(is.unsorted(-down$i, na.rm = TRUE), nrow(down) == nrow(wanted("i", "inner")))
levels(rxMerge(one, two, matchVars = "f", type = "full")$f)
# Names.
names(rxMerge(one, two, matchVars = "f"))
names(rxMerge("rx-one.xdf", one, matchVars = "f", varsToKeep1 = c("f", "x"), varsToKeep2 = c("f", "x")))
names(rxMerge(one, one, matchVars = "f", varsToKeep1 = c("f", "x"), varsToDrop2 = c("i", "s", "one")))
head(rxMerge(data.frame(x1 = 1:20, y1 = 20:1), data.frame(x2 = 1:20, y2 = 25:6), matchVars = "y2", decreasing = TRUE,
             newVarNames1 = c(y1 = "y2")), 3)
prices <- data.frame(f = c("u", "w"), price = c(2, 3))
more <- data.frame(f = factor(c("w", "q")), stock = 1:2)
rxMerge(list(prices, more, data.frame(f = "u", last = TRUE)), matchVars = "f", type = "full")
rxGetInfo(rxMerge("rx-one.xdf", prices, "rx-merged.xdf", matchVars = "f", rowsPerOutputBlock = 100, overwrite = TRUE), getBlockSizes = TRUE)
# One behind the other, and side by side.
rxMerge(head(cars, 2), data.frame(dist = 1, speed = 9), type = "union")
rxMerge(head(cars, 2), data.frame(a = 9, b = 1), type = "union")
rxGetVarInfo(rxMerge("rx-one.xdf", "rx-two.xdf", "rx-merged.xdf", type = "union", varsToKeep1 = "f", varsToKeep2 = "f", overwrite = TRUE))
rxMerge(head(cars, 2), data.frame(dist = 7:8, z = 1:2), type = "oneToOne")
# What cannot be merged.
try(rxMerge(one, two, matchVars = "g"))
try(rxMerge(one, data.frame(i = "1"), matchVars = "i"))
try(rxMerge(one, two, matchVars = "i", autoSort = FALSE))
try(rxMerge(one, prices, type = "union"))
try(rxMerge(one, two, "rx-merged.xdf", matchVars = "i"))
unlink(Sys.glob("rx-*"))
