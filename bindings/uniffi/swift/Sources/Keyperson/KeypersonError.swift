import Foundation

extension Problem {
    /// Where the problem is, for people: the line, the path inside of it, or both.
    public var place: String {
        let parts = [line.map { "line \($0)" }, path.isEmpty ? nil : path].compactMap { $0 }
        return parts.isEmpty ? "the input" : parts.joined(separator: ", ")
    }

    /// What is wrong, in one sentence.
    public func text(language: Language = .japanese) -> String { texts[language]?.text ?? message }

    /// What to do about it, in one sentence.
    public func hintIn(language: Language = .japanese) -> String { texts[language]?.hint ?? hint }
}

/// What the errors of the library say.
extension KeypersonError: LocalizedError {
    /// What is wrong, one problem each; empty for a mistake of keyperson's own.
    public var problems: [Problem] {
        if case .Refused(let problems, _) = self { return problems }
        return []
    }

    /// For people: one line per problem, with its code, its place, what is wrong and what to do.
    public var text: String {
        switch self {
        case .Refused(let problems, let count):
            let lines = problems.map { "\($0.code) \($0.place): \($0.message); \($0.hint)" }
            let more = count - Int64(problems.count)
            return (more > 0 ? lines + ["and \(more) more"] : lines).joined(separator: "\n")
        case .Internal(let reason): return "internal: \(reason)"
        }
    }

    public var errorDescription: String? { text }
}
