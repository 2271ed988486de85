as.roman(c(1, 4, 1999, 4000))
as.roman("XIV") + 1L
rev(as.roman(1:3))
as.integer(as.roman("MCM"))
formatOL(c("one", "two"), type = "i")
formatUL(c("a", "b"))
roman <- as.roman(c(1,4,9,14,40,90,400,1999))
roman
roman[3] > 5
sum(roman)
format(roman)
as.integer(as.roman("MCMXCIX"))
rep(as.roman(3),2)
as.roman("XIV")+as.roman(1)
max(roman)
as.roman(c("X", "abc"))
