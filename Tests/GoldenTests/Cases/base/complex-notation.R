# Both parts of a complex number have the same notation; the penalty counts twice.
z <- c(594+594i, 139+1i, 0.47+0.47i, 1e5+1i, 1e-5+1i, 139+0i, 0+139i, 0+0i)
for (scipen in c(-5, -4, -3, -1, 0, 2)) {
  options(scipen = scipen)
  cat(z, "\n")
  for (x in z[c(1, 4, 6, 8)]) print(x)
  print(as.character(z))
}
options(scipen = 0)
z <- complex(real = c(NaN, Inf, 139, NA), imaginary = c(139, 139, Inf, 1))
z
cat(z, "\n")
dput(z)

# What is nothing beside the other part is shown as zero, whatever the digits; not below a name.
z <- c(-0.2 - 832.123i, 1 + 2i)
print(z, digits = 3)
print(c(a = z[1], b = z[2]), digits = 3)
z <- complex(real = c(1e-15, 1 / 3), imaginary = c(862, 1e5 / 3))
for (digits in 14:18) print(z, digits = digits)

# Zeros at the end are dropped from both parts.
format(c(1.5 + 2.5i, 1.25 + 1i), drop0trailing = TRUE)
format(c(1.5 + 2i, 1e10 + 1i), drop0trailing = TRUE)
format(c(8.85, 335, 0, 1.13e-16), digits = 3, drop0trailing = TRUE)
prettyNum(c("1.00e+18", "0.00e+00", "1.500", "1e+00", "5.0e-00", "1.00x"), drop0trailing = TRUE)
