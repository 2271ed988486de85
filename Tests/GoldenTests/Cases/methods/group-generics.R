setClass("Money", representation(v = "numeric"))
m <- function(v) new("Money", v = v)
setMethod("Arith", c("Money", "Money"), function(e1, e2) m(callGeneric(e1@v, e2@v)))
setMethod("Arith", c("Money", "numeric"), function(e1, e2) m(callGeneric(e1@v, e2)))
(m(5) + m(2))@v
(m(5) * 3)@v
(m(7) %/% 2)@v
try(3 * m(5))
setMethod("+", c("numeric", "Money"), function(e1, e2) "special plus")
3 + m(5)
setMethod("-", c("Money", "missing"), function(e1, e2) m(-e1@v))
(-m(4))@v
setMethod("Compare", c("Money", "ANY"), function(e1, e2) callGeneric(e1@v, 2))
m(1) < 5
m(3) == m(2)
setMethod("Logic", c("Money", "logical"), function(e1, e2) paste("logic", .Generic))
m(1) & TRUE
m(1) | FALSE
setMethod("!", "Money", function(x) "not money")
!m(1)
setMethod("Math", "Money", function(x) m(callGeneric(x@v)))
sqrt(m(16))@v
cumsum(m(1:4))@v
abs(m(-2))@v
setMethod("Math2", "Money", function(x, digits) m(callGeneric(x@v, digits)))
round(m(3.14159), 2)@v
setMethod("Summary", "Money", function(x, ..., na.rm = FALSE) callGeneric(x@v, ..., na.rm = na.rm))
max(m(c(1, 9, 3)))
range(m(c(4, 2)))
sum(m(1:3), 10)
setMethod("Ops", c("Money", "character"), function(e1, e2) paste("ops", .Generic))
m(1) * "a"
m(1) <= "a"
isGroup("Ops")
getGroupMembers("Ops")
getGroupMembers("Compare")
showMethods("Arith")
