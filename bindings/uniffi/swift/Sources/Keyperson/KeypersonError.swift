/// What the errors of the library say, for programs.
extension KeypersonError {
    /// One line a problem: its permanent code, where it is, what is wrong, what to do.
    public var text: String {
        switch self {
        case .Refused(let message), .Internal(let message): return message
        }
    }

    /// The permanent code of the first problem, such as `unknown_person`.
    public var code: String {
        String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}
