# differs: rx is not part of GNU R
search()[2]
library(RevoScaleR)
library(rx)
sum(grepl("package:(rx|RevoScaleR)", search()))
environment(rxLinMod)
identical(rx::rxLinMod, RevoScaleR::rxLinMod)
packageDescription("rx")$Package
