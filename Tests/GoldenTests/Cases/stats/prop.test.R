prop.test(0, 10)$conf.int
prop.test(10, 10)$conf.int
prop.test(15, 25)
prop.test(c(15, 25), c(50, 50), alternative = "less")
