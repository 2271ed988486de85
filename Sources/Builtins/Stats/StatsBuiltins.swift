// The native half of the stats package: start reading at `StatsBuiltins`, the list of themes.

import ApusInterpreter

/// All builtins of the stats package, theme by theme.
package enum StatsBuiltins {
  package static var all: [[Builtin]] {
    [
      DistributionFunctions.all, RandomNumbers.all, SamplingFunctions.all, ModelTerms.all,
      ModelMatrices.all, CompleteCases.all, LinearFit.all, Covariances.all, Transforms.all,
      Optimisers.all, Integration.all, ContingencyTables.all,
    ]
  }
}
