xor(TRUE,NA)
isTRUE(NA)
"10" < 9
TRUE < "a"
2 == "2"
1e5=="1e+05"
0.1=="0.1"
