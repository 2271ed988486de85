# Where functions are found, those that are registered as methods too.
getAnywhere("format.Date")$where
getAnywhere(format.Date)$visible
getAnywhere("as.data.frame.Date")$where
getAnywhere("print.lm")$where
getAnywhere("summary.lm")$where
getAnywhere("lm")$where
getAnywhere("all.equal")$where
getAnywhere("sort.int")$where
getAnywhere("nosuchthing")
