import Synchronization
import Templating

/// A kind of object in the words of schema.org, which search engines read. Its members are known, so that ten thousand
/// reports are records of a few shapes.
struct SchemaOrgType<Subject>: Sendable {
  /// A member with the way to its value.
  struct Member<Result>: Sendable {
    let name: String
    let value: @Sendable (Subject) -> Result

    init(_ name: String, _ value: @escaping @Sendable (Subject) -> Result) {
      self.name = name
      self.value = value
    }
  }

  private let type: Value
  private let members: [Member<Value>]
  private let optional: [Member<Value?>]
  private let shapes: Shapes

  init(_ type: String, _ members: [Member<Value>], optional: [Member<Value?>] = []) {
    self.type = Value(type)
    self.members = members
    self.optional = optional
    shapes = Shapes(members: members.map(\.name), optional: optional.map(\.name))
  }

  /// The object of a subject.
  func object(_ subject: Subject) -> Value {
    var values: [Value] = []
    values.reserveCapacity(1 + members.count + optional.count)
    values.append(type)
    for member in members { values.append(member.value(subject)) }
    var choice = 0
    for (index, member) in optional.enumerated() {
      guard let value = member.value(subject) else { continue }
      choice |= 1 << index
      values.append(value)
    }
    return .record(Record(shapes.shape(of: choice), values))
  }
}

/// The shapes of a type's objects, one for each choice of optional members; a site has few of those that there are.
private final class Shapes: Sendable {
  private let members: [String]
  private let optional: [String]
  private let made = Mutex<[Int: Shape]>([:])

  init(members: [String], optional: [String]) {
    self.members = members
    self.optional = optional
  }

  /// - Parameter choice: A bit for each optional member that is there; the first of them is the lowest bit.
  func shape(of choice: Int) -> Shape {
    made.withLock { made in
      if let shape = made[choice] { return shape }
      let given = optional.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
      let shape = Shape(
        "an object of schema.org", isClosed: false,
        (["@type"] + members + given).map { Shape.Field($0, .any, "A member of the object.") })
      made[choice] = shape
      return shape
    }
  }
}
