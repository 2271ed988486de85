/// Something of the host that R code holds but cannot look into, such as an open connection.
package final class ExternalPointer: Object {
  package let payload: AnyObject?

  package init(_ payload: AnyObject? = nil) {
    self.payload = payload
    super.init(kind: .externalPointer)
  }
}
