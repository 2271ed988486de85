Account <- setRefClass("Account",
  fields = list(balance = "numeric", owner = "character"),
  methods = list(
    deposit = function(x) {
      "Puts money on the account."
      balance <<- balance + x
      invisible(.self)
    },
    show = function() cat("Account of", owner, "with", balance, "\n")))
Account
a <- Account$new(balance = 10, owner = "Ann")
a
a$deposit(5)
a$balance
a$deposit(1)$deposit(2)
a$balance
b <- a
b$deposit(100)
a$balance
change <- function(account) account$balance <- 0
change(a)
a$balance
try(a$balance <- "x")
try(a$nothing)
try(a$nothing <- 1)
try(Account$new(nothing = 1))
is(a, "Account")
class(a)
isVirtualClass("Account")
Account$methods()
Account$fields()
Account$help("deposit")
Account$className
print(a)
identical(a, b)
identical(a, a$copy())
list(a)
Account(balance = 3, owner = "Bob")
