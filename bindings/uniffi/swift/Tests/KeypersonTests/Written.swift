import Foundation

/// JSON as it is written: its parts keep the order of their keys and the form of their numbers.
struct Written {
    let bytes: [UInt8]

    /// Without what stands between the parts.
    init(compacting data: Data) {
        var quoted = false
        var escaped = false
        bytes = data.filter { byte in
            if escaped {
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                quoted.toggle()
            }
            return quoted || !" \n\r\t".utf8.contains(byte)
        }
    }

    private init(_ part: ArraySlice<UInt8>) {
        bytes = Array(part)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Items of a list; members of an object, each `"key":value`.
    var parts: [Written] {
        var found: [Written] = []
        var (start, depth, quoted, escaped) = (1, 0, false, false)
        for (index, byte) in bytes.enumerated() {
            if escaped {
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                quoted.toggle()
            } else if quoted {
                continue
            } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0, start < index { found.append(Written(bytes[start..<index])) }
            } else if byte == UInt8(ascii: ","), depth == 1 {
                found.append(Written(bytes[start..<index]))
                start = index + 1
            }
        }
        return found
    }

    /// The value of a member.
    subscript(key: String) -> Written? {
        let head = Array("\"\(key)\":".utf8)
        return parts.first { $0.bytes.starts(with: head) }.map { Written($0.bytes.dropFirst(head.count)) }
    }
}
