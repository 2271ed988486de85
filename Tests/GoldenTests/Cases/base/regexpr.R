regmatches("a1b22", gregexpr("[0-9]+", "a1b22"))
regexpr("b+", "aabbb")[1]
attributes(regexpr("é", "caféé"))
attributes(regexpr("a", "caféé"))
attributes(regexpr("é", "abc"))
attributes(regexpr("é", "caféé", fixed = TRUE))
attributes(regexpr("é", "caféé", perl = TRUE))
attributes(gregexpr("é", "caféé")[[1]])
attributes(gregexpr("é", "caféé", perl = TRUE)[[1]])
attributes(gregexpr("é", "caféé", fixed = TRUE)[[1]])
attributes(regexec("é", "caféé")[[1]])
attributes(gregexpr("a", c("é", "a"))[[2]])
regexpr(".", "日本")
regexec("(\\d+)-(\\d+)", "tel 12-345")
regmatches("tel 12-345", regexec("(\\d+)-(\\d+)", "tel 12-345"))
gregexpr("a", "baaa", fixed = TRUE)[[1]][1:3]
gregexpr("aa", "aaaa", fixed = TRUE)[[1]][1:2]
gregexpr("(?=a)", "baa", perl = TRUE)[[1]]
gregexec("a(b)?", "abaab")
regexpr("o", "hello world")
gregexpr("o", "hello world")
regexpr("b", NA)
regmatches("a-b", regexpr("-", "a-b"), invert = TRUE)
regmatches("a1b2", gregexpr("[0-9]", "a1b2"), invert = TRUE)
