// The native half of the base package: start reading at `BaseBuiltins`, the list of themes.

import ApusInterpreter

/// All builtins of the base package, theme by theme.
package enum BaseBuiltins {
  package static var all: [[Builtin]] {
    [
      AttributeBuiltins.all, Classes.all,
      PartialMatching.all, SystemBuiltins.all, LibraryVersions.all, TaskCallbacks.all,
      Finalizers.all,
      FileBuiltins.all, FileLinks.all, MD5.all,
      Combining.all, Sequences.all, Replication.all, Applying.all,
      ElementwiseOperators.all, SubsetOperators.all, BitOperations.all, MathFunctions.all,
      SpecialFunctions.all,
      Rounding.all, Summaries.all, Cumulation.all, ComplexParts.all, TypePredicates.all,
      MissingValues.all, Conversions.all,
      Uniqueness.all, Searching.all, Grouping.all, Choosing.all, Sorting.all, Bits.all,
      DelimitedText.all,
      Shapes.all, MatrixBinding.all, MatrixSums.all, MatrixProducts.all,
      Solving.all, Decompositions.all, ComplexMatrices.all,
      Print.all, Format.all, FormatC.all, PrettyNum.all, Sprintf.all, Cat.all,
      StandardStreams.all, Connections.all, Sockets.all, Lines.all, Sinks.all, Scan.all,
      Serialization.all, MemoryCompression.all, BinaryData.all,
      Times.all,
      Paste.all, Nchar.all, Substr.all, LetterCase.all, Grep.all, Sub.all, Regexpr.all,
      Strsplit.all, Affixes.all, MakeNames.all, Encodings.all, FilePaths.all,
      Agrep.all, GrepRaw.all,
      Variables.all, Places.all, Locking.all,
      FunctionParts.all, LanguageValues.all, Memory.all,
    ]
  }
}
