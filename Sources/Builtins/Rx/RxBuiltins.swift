// The native half of the rx package: start reading at `RxBuiltins`, the list of themes.

import ApusInterpreter

/// All builtins of the rx package, theme by theme.
package enum RxBuiltins {
  package static var all: [[Builtin]] {
    [
      DataSources.all,
      Descriptions.all,
      DataSteps.all,
      Databases.all,
      Sorting.all,
      Merging.all,
      Analyses.all,
      NumberAnalyses.all,
      Clustering.all,
      TreeAnalyses.all,
      ForestAnalyses.all,
      Regressions.all,
      RegressionPredictions.all,
      JobBuiltins.all,
    ]
  }
}
