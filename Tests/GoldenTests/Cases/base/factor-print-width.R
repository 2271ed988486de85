for (w in c(20,40,60,80)) for (n in c(1,2,3,5,8,12,20,30,50)) for (k in c(1,3,9)) {ff <- factor(paste0(strrep("x",k),seq_len(n)), levels=paste0(strrep("x",k),seq_len(n)))
print(ff[1], width=w)
print(ordered(ff)[1], width=w)}
