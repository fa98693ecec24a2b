import Foundation

/// What a case expects, as `tests/conformance/README.md` says it.
enum Expectation {
    /// What stands at a JSON pointer; `nil` where it leads to nothing.
    static func at(_ document: Any, _ pointer: String) -> Any? {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().reduce(Optional(document)) { value, step in
            let name = step.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
            if let list = value as? [Any], let index = Int(name) { return list.indices.contains(index) ? list[index] : nil }
            return (value as? [String: Any])?[name]
        }
    }

    /// Whether `found` is the value that is wanted, or what its matcher holds for.
    static func holds(_ found: Any?, _ wanted: Any) -> Bool {
        let matcher = wanted as? [String: Any] ?? [:]
        switch matcher.keys.sorted() {
        case ["absent"]: return found == nil
        case ["atol", "near"]:
            guard let found = number(found), let near = number(matcher["near"]), let far = number(matcher["atol"]) else { return false }
            return abs(found - near) <= far
        case ["length"]:
            let length = (found as? String)?.unicodeScalars.count ?? (found as? [Any])?.count ?? (found as? [String: Any])?.count
            return length != nil && length == matcher["length"] as? Int
        case ["contains"]: return contains(found, matcher["contains"] as Any)
        case ["lacks"]: return found != nil && !contains(found, matcher["lacks"] as Any)
        default: return found.map(written) == written(wanted)
        }
    }

    private static func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

    /// Members in one order, so that equal values are equal bytes.
    private static func written(_ value: Any) -> Data? {
        try? JSONSerialization.data(withJSONObject: [value], options: .sortedKeys)
    }

    private static func contains(_ found: Any?, _ part: Any) -> Bool {
        func has(_ item: Any?) -> Bool {
            guard let item = item as? [String: Any], let members = part as? [String: Any] else { return false }
            return members.allSatisfy { holds(item[$0.key], $0.value) }
        }
        if let text = found as? String { return (part as? String).map(text.contains) ?? false }
        if let list = found as? [Any] { return list.contains { part is [String: Any] ? has($0) : holds($0, part) } }
        return has(found)
    }
}
