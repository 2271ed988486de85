# rbind of a thousand data frames
parts <- lapply(1:1000, function(i) data.frame(id = i, x = i / 2, s = "a"))
measure(do.call(rbind, parts))
