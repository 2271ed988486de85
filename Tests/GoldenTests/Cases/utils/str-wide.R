fw <- "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆ"
for (N in 56:66) str(fw, nchar.max=N)

str(strrep("ab",100))
