counter <- local({
  count <- 0
  function() {
    count <<- count + 1
    count
  }
})
