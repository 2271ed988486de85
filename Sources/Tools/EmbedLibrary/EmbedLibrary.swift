@main
struct EmbedLibrary {
  static func main() {}
}
