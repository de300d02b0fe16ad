extension Model {
  /// What the terminal's window is called: the room, and how much was said while the window had not the keys.
  package var windowTitle: String {
    let name = VisibleText.row(String(room.prefix(40))) + " - wirechat"
    return missed > 0 ? "(\(missed)) \(name)" : name
  }
}
