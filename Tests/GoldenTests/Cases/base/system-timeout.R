# A command that is not done in time is ended.
x <- system("sleep 9", timeout = 1)
x
suppressWarnings(system("echo a; sleep 9", timeout = 1, intern = TRUE))
system("echo in time", timeout = 9, intern = TRUE)
x <- system("exit 3", timeout = 9)
x
