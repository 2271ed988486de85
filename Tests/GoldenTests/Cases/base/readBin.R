writeBin(pi, raw())
readBin(as.raw(c(24, 45, 68, 84, 251, 33, 9, 64)), "double")
writeBin("ab", raw())
writeBin(1L, raw(), endian = "big")
writeBin(258L, raw(), size = 2)
readBin(as.raw(c(255, 1)), "integer", 2, size = 1)
readBin(as.raw(255), "integer", 1, size = 1, signed = FALSE)
# The sizes that elements may have.
bytes <- as.raw(c(1:30, 200:240))
put <- function(value) {
  cat(tryCatch(paste(deparse(value), collapse = " "), error = conditionMessage), "\n")
}
for (what in c("integer", "logical", "double", "raw", "complex")) {
  for (size in c(NA, 1, 2, 3, 4, 8, 12)) put(readBin(bytes, what, n = 2, size = size))
}
for (size in c(1, 2, 4, 8)) {
  put(readBin(bytes[31:60], "integer", n = 2, size = size, signed = FALSE, endian = "big"))
}
for (size in c(1, 2, 3, 4, 8, 10)) {
  for (object in list(c(1L, -2L), c(1, -2.5), c(TRUE, NA), 1i, as.raw(1:2), "a")) {
    put(writeBin(object, raw(), size = size))
    put(writeBin(object, raw(), size = size, endian = "big"))
  }
}
