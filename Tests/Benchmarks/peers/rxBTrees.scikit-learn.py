import pandas
from sklearn.ensemble import HistGradientBoostingRegressor

cases = pandas.read_parquet(
    tables / "cases.parquet",
    columns=["ArrDelay", "DepDelay", "CRSDepTime", "Distance", "AirTime", "TaxiOut"]).dropna()
boosting = HistGradientBoostingRegressor(
    max_iter=50, max_depth=5, max_leaf_nodes=None, learning_rate=0.1, min_samples_leaf=20,
    max_bins=255, early_stopping=False, random_state=1)
measure(lambda: boosting.fit(cases.drop(columns="ArrDelay"), cases["ArrDelay"]))
