/// The registers and the activations of one interpreter.
final class Machine {
}
