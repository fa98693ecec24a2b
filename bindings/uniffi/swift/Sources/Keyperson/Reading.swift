import Foundation

extension Journal {
    /// Reads a file of JSON Lines, one fact per line, of at most 64 MiB; a larger one is read in pieces by a
    /// `JournalBuilder`.
    public static func read(_ file: URL) throws -> Journal {
        try fromJsonLinesBytes(bytes: Data(contentsOf: file))
    }
}

extension Policy {
    /// Reads a policy from a TOML file, or from a JSON file where its name ends in `.json`.
    public static func read(_ file: URL) throws -> Policy {
        let text = try String(contentsOf: file, encoding: .utf8)
        return file.pathExtension.lowercased() == "json" ? try fromJson(text: text) : try fromToml(text: text)
    }
}
