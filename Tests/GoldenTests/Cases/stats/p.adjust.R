p <- c(0.01, 0.02, 0.03, 0.04, 0.05)
for (method in p.adjust.methods) print(p.adjust(p, method))
pairwise.t.test(PlantGrowth$weight, PlantGrowth$group)
