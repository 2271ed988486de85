# differs: rx is not part of GNU R; what base R computes is compared inside
options(digits = 5); rxOptions(reportProgress = 0)
write.csv(cars, "rx-cars.csv", row.names = FALSE)
ds <- RxTextData("rx-cars.csv", rowsPerRead = 20)
objects <- list(limit = 10)
fit <- lm(I(dist / speed) ~ log(speed), cars, subset = speed > 10)
for (data in list(cars, ds)) {
  rx <- rxLinMod(ratio ~ lspeed, data, rowSelection = speed > limit, transformObjects = objects,
                 transforms = list(ratio = dist / speed, lspeed = log(speed)))
  print(all.equal(unname(coef(rx)), unname(coef(fit))))
  print(rx$nValidObs)
}
# The function, the expressions, the selection: in this order; later ones see earlier ones.
steps <- function(data) {
  data$double <- 2 * data$speed
  data$.rxRowSelection <- data$speed > 20
  data
}
rxSummary(~ double + triple, ds, transformFunc = steps, transformVars = "speed",
          transforms = list(triple = double + speed, speed = NULL))
rxSummary(~ double, ds, transformFunc = steps, transformVars = "speed",
          rowSelection = double < 10)$sDataFrame
# What is known of a chunk, and what goes from one to the next.
count <- function(data) {
  data$chunk <- rep(.rxChunkNum, .rxNumRows)
  data$row <- .rxStartRow - 1 + seq_len(.rxNumRows)
  .rxModify("seen", .rxNumRows)
  data$seen <- rep(.rxGet("seen"), .rxNumRows)
  data
}
rxSummary(~ chunk + row + seen, ds, transformFunc = count, transformObjects = list(seen = 0))
# Expressions given by name, a selection by the name of a variable, factors.
made <- expression(list(fast = factor(speed > 15, c(FALSE, TRUE), c("slow", "fast")),
                        far = dist > 40))
rxCube(dist ~ fast, ds, transforms = made, rowSelection = "far")
aggregate(dist ~ I(speed > 15), subset(cars, dist > 40), mean)
# The workspace is not visible, but transformEnvir is.
hidden <- 3
try(rxSummary(~ z, cars, transforms = list(z = speed * hidden)))
rxSummary(~ z, cars, transforms = list(z = speed * hidden), transformEnvir = globalenv())$sDataFrame
# Nothing left, and what goes wrong.
rxSummary(~ speed, cars, rowSelection = speed > 100)$nobs.valid
rxSummary(~ speed, ds, transformFunc = function(data) if (.rxChunkNum < 2) data,
          transformVars = "speed")$nobs.valid
try(rxSummary(~ z, ds, transforms = list(z = if (.rxChunkNum == 2) stop("no luck") else speed)))
try(rxSummary(~ z, ds, transforms = list(z = 1:3)))
try(rxSummary(~ z, ds, transforms = speed))
unlink("rx-cars.csv")
