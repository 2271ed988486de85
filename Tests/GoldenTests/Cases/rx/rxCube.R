# differs: rx is not part of GNU R; recorded from its R half over sums that GNU R computed
write.csv(airquality, "rx-air.csv", row.names = FALSE)
ds <- RxTextData("rx-air.csv")
rxCube(Ozone ~ F(Month), ds, reportProgress = 0)
rxCube(~ F(cyl):F(gear), mtcars)
z <- rxCube(breaks ~ wool:tension, warpbreaks, means = FALSE)
z
subset(z, wool == "A")
as.data.frame(z)$Counts
unlink("rx-air.csv")
