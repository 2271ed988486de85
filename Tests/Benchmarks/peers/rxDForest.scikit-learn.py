import pandas
from sklearn.ensemble import RandomForestRegressor

cases = pandas.read_parquet(
    tables / "cases.parquet",
    columns=["ArrDelay", "DepDelay", "CRSDepTime", "Distance", "AirTime", "TaxiOut"]).dropna()
forest = RandomForestRegressor(
    n_estimators=10, max_depth=10, max_features=2, min_samples_leaf=5, min_samples_split=10,
    oob_score=True, n_jobs=threads, random_state=1)
measure(lambda: forest.fit(cases.drop(columns="ArrDelay"), cases["ArrDelay"]))
