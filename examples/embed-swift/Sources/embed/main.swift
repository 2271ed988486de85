import Apus

// A session is a whole R; what R prints goes to the closure.
let r = Session { print($0, terminator: "") }

// Values go in and come out by columns.
r["speed"] = r.doubles([4, 7, 8, 9, 10, 11, 12, 13, 14, 15])
r["dist"] = r.doubles([2, 4, 16, 10, 18, 17, 24, 34, 26, 54])
try r.evaluate("fit <- lm(dist ~ speed)")
let coefficients = try r.evaluate("coef(fit)")
print(zip(coefficients.names, try coefficients.doubles).map { "\($0) = \($1)" })

// R's printing is R's.
try r.evaluate("print(summary(speed))")

// Errors of R are errors of Swift.
do {
  try r.evaluate("log('a')")
} catch {
  print(error)
}
