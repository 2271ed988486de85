// The native half of the rx package: start reading at `RxBuiltins`, the list of themes.

import ApusInterpreter

/// All builtins of the rx package, theme by theme.
package enum RxBuiltins {
  package static var all: [[Builtin]] {
    [
      DataSources.all,
      Analyses.all,
      NumberAnalyses.all,
      Clustering.all,
      TreeAnalyses.all,
      Regressions.all,
      RegressionPredictions.all,
      JobBuiltins.all,
      DataSources.all, Analyses.all, NumberAnalyses.all, Clustering.all, TreeAnalyses.all,
      Regressions.all, RegressionPredictions.all,
      ForestAnalyses.all,
    ]
  }
}
