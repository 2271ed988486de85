# How lines are completed: what is set, and what is asked for.
rc.settings()
rc.settings(files = FALSE, func = TRUE)
rc.settings()[c("files", "func", "ops")]
rc.getOption("package.suffix")
rc.options("funarg.suffix")
old <- rc.options(function.suffix = "()")
old
rc.getOption("function.suffix")
