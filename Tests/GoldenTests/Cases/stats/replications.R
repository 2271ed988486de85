# Terms that are no factors are left out, with a warning.
replications(~ speed + dist, cars)
replications(~ wool * speed, cbind(warpbreaks, speed = 1:54))
TukeyHSD(aov(yield ~ block + N * P, npk), "N:P", ordered = TRUE)
TukeyHSD(aov(breaks ~ tension, warpbreaks[-(1:3), ]), conf.level = 0.9)
try(TukeyHSD(aov(dist ~ speed, cars)))
tables <- TukeyHSD(aov(yield ~ block + N * P, npk), c("N", "zz"))
names(tables)
