# The same expression evaluated in one list after another sees each list's own values.
for (k in 1:4) print(with(data.frame(d = 1:k, s = 2), d / s))
scope <- new.env()
ratio <- function(data) eval(quote(d / s), data, scope)
for (k in 1:4) print(ratio(list(d = k, s = 1:k)))
ratio <- function(data) {
  value <- eval(quote(d / s), data, scope)
  scope$limit <- k
  value
}
for (k in 1:4) print(ratio(list(d = k, s = 1:k)))
inside <- function(value) {
  place <- new.env()
  assign("v", value, envir = place)
  eval(quote(v + 0), place)
}
for (k in 1:4) print(inside(k))
