prcomp(USArrests, scale. = TRUE)
summary(prcomp(USArrests, scale. = TRUE))
