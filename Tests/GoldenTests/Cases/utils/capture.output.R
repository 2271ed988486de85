capture.output(print(1:3), cat("a\nb"))
capture.output(invisible(1))
capture.output(1 + 1, 2 + 2)
