wilcox.test(c(1.1, 2.2, 0.3), c(4.4, 3.9, 5.2, 2.8))
wilcox.test(Ozone ~ Month, airquality, subset = Month %in% c(5, 8))
wilcox.test(c(1.5, -0.2, 3.1, 2.2, 0.7))
kruskal.test(Ozone ~ Month, airquality)
