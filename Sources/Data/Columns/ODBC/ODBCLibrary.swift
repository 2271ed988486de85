import Glibc

/// The functions of the ODBC driver manager, which is looked for when it is first wanted.
///
/// The prototypes are those of the ODBC 3.8 specification for 64 bits: handles are pointers,
/// SQLLEN has 64 bits, and SQLWCHAR is UTF-16.
struct ODBCLibrary: @unchecked Sendable {
  // Invariant: nothing changes after `init`; the functions may be called by any thread.
  typealias Handle = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<UInt16>
  typealias Room = UnsafeMutablePointer<UInt16>
  typealias Count = UnsafeMutablePointer<Int16>

  let allocateHandle: @convention(c) (Int16, Handle?, UnsafeMutablePointer<Handle?>) -> Int16
  let freeHandle: @convention(c) (Int16, Handle) -> Int16
  let setEnvironment: @convention(c) (Handle, Int32, Handle?, Int32) -> Int16
  let connect: @convention(c) (Handle, Handle?, Text, Int16, Room?, Int16, Count?, UInt16) -> Int16
  let disconnect: @convention(c) (Handle) -> Int16
  let diagnosis:
    @convention(c) (
      Int16, Handle, Int16, Room, UnsafeMutablePointer<Int32>, Room, Int16, Count
    ) -> Int16
  let information: @convention(c) (Handle, UInt16, Handle, Int16, Count?) -> Int16
  let setConnection: @convention(c) (Handle, Int32, Handle?, Int32) -> Int16
  let endTransaction: @convention(c) (Int16, Handle, Int16) -> Int16
  let typeInformation: @convention(c) (Handle, Int16) -> Int16
  let prepare: @convention(c) (Handle, Text, Int32) -> Int16
  let execute: @convention(c) (Handle) -> Int16
  let countColumns: @convention(c) (Handle, Count) -> Int16
  let describeColumn:
    @convention(c) (
      Handle, UInt16, Room, Int16, Count, Count, UnsafeMutablePointer<UInt>, Count, Count
    ) -> Int16
  let bindColumn:
    @convention(c) (Handle, UInt16, Int16, Handle?, Int, UnsafeMutablePointer<Int>?) -> Int16
  let bindParameter:
    @convention(c) (
      Handle, UInt16, Int16, Int16, Int16, UInt, Int16, Handle?, Int, UnsafeMutablePointer<Int>?
    ) -> Int16
  let setStatement: @convention(c) (Handle, Int32, Handle?, Int32) -> Int16
  let fetch: @convention(c) (Handle) -> Int16
  let setPosition: @convention(c) (Handle, UInt, UInt16, UInt16) -> Int16
  let getData:
    @convention(c) (Handle, UInt16, Int16, Handle, Int, UnsafeMutablePointer<Int>) -> Int16
  let closeCursor: @convention(c) (Handle) -> Int16

  static let found = Result { try ODBCLibrary() }

  private init() throws {
    let name = "libodbc.so.2"
    guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
      throw ColumnError(
        .missingFile,
        "the ODBC driver manager, \(name), is not installed: install unixODBC (Debian: "
          + "'libodbc2') and a driver for the database (such as 'libsqliteodbc' or "
          + "'odbc-postgresql')")
    }
    func function<Function>(_ name: String, as type: Function.Type = Function.self) throws
      -> Function
    {
      guard let address = dlsym(library, name) else {
        throw ColumnError(.unreadable, "the ODBC driver manager has no function \(name)")
      }
      return unsafeBitCast(address, to: type)
    }
    allocateHandle = try function("SQLAllocHandle")
    freeHandle = try function("SQLFreeHandle")
    setEnvironment = try function("SQLSetEnvAttr")
    connect = try function("SQLDriverConnectW")
    disconnect = try function("SQLDisconnect")
    diagnosis = try function("SQLGetDiagRecW")
    information = try function("SQLGetInfoW")
    setConnection = try function("SQLSetConnectAttrW")
    endTransaction = try function("SQLEndTran")
    typeInformation = try function("SQLGetTypeInfoW")
    prepare = try function("SQLPrepareW")
    execute = try function("SQLExecute")
    countColumns = try function("SQLNumResultCols")
    describeColumn = try function("SQLDescribeColW")
    bindColumn = try function("SQLBindCol")
    bindParameter = try function("SQLBindParameter")
    setStatement = try function("SQLSetStmtAttrW")
    fetch = try function("SQLFetch")
    setPosition = try function("SQLSetPos")
    getData = try function("SQLGetData")
    closeCursor = try function("SQLCloseCursor")
  }
}

/// Numbers that the specification gives a meaning.
enum ODBC {
  static let success: Int16 = 0
  static let successWithInformation: Int16 = 1
  static let noData: Int16 = 100
  static let missing = -1
  static let noTotal = -4
  /// The status of a row that could not be read or written.
  static let failedRow: UInt16 = 5

  enum Handle {
    static let environment: Int16 = 1
    static let connection: Int16 = 2
    static let statement: Int16 = 3
  }

  enum Attribute {
    static let version: Int32 = 200
    static let autoCommit: Int32 = 102
    static let mostRows: Int32 = 1
    static let parameterStatus: Int32 = 20
    static let parameterSets: Int32 = 22
    static let rowStatus: Int32 = 25
    static let rowsFetched: Int32 = 26
    static let rowsPerFetch: Int32 = 27
  }

  enum Information {
    static let systemName: UInt16 = 17
    static let quote: UInt16 = 29
    static let transactions: UInt16 = 46
    static let getData: UInt16 = 81
  }

  /// Types of columns in the database.
  enum SQLType {
    static let integer: Int16 = 4
    static let double: Int16 = 8
    static let date: Int16 = 91
    static let timestamp: Int16 = 93
    static let longText: Int16 = -1
    static let bigInteger: Int16 = -5
    static let bit: Int16 = -7
    static let wideText: Int16 = -9
    static let longWideText: Int16 = -10
    static let text: Int16 = 12
  }

  /// Types of cells in memory.
  enum CType {
    static let bytes: Int16 = 1
    static let double: Int16 = 8
    static let wideText: Int16 = -8
    static let integer: Int16 = -16
    static let bigInteger: Int16 = -25
    static let date: Int16 = 91
    static let timestamp: Int16 = 93
  }
}
