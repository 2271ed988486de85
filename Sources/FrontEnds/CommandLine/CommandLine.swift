@main
struct CommandLine {
  static func main() {}
}
