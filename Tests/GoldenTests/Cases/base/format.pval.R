format.pval(c(0.05,1e-20)); format.pval(c(1e-20,1e-30)); format.pval(c(1.13e-15,1e-30,0.4118),digits=3); format.pval(1e-20, digits=4)
format.pval(c(0.1,0.01,1e-27)); format.pval(c(0.12345,1e-27)); format.pval(c(0.1234567,1e-27), digits=7); format.pval(c(NA,1e-3,1e-17), eps=1e-3)
