# What addTaskCallback registers runs after each top-level expression.
times <- function(total = 3, str = "Task a") {
  ctr <- 0
  function(expr, value, ok, visible) {
    ctr <<- ctr + 1
    cat(str, ctr, deparse(expr), ok, visible, "\n")
    ctr < total
  }
}
n <- addTaskCallback(times(4))
n
sum(1:10)
x <- 5
sum(1:3)
getTaskCallbackNames()
f <- addTaskCallback(function(expr, value, ok, visible, data) { cat(data, value, "\n"); TRUE },
                     data = "value:", name = "second")
1 + 1
removeTaskCallback("second")
removeTaskCallback("second")
h <- taskCallbackManager()
h$add(function(expr, value, ok, visible) { cat("In handler\n"); TRUE }, name = "simple")
getTaskCallbackNames()
names(h$callbacks())
removeTaskCallback("R-taskCallbackManager")
mean(1:3)
.Last.value
.Last.value + 1
