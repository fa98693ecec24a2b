import Crypto
import Foundation
import Keyperson
import XCTest

/// Runs every case of `tests/conformance`, in the JSON form and in the typed form.
final class ConformanceTests: XCTestCase {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../../../../tests/conformance/cases").standardized
    static let members: Set = ["do", "facts", "policy", "person", "as_of", "since", "pointer", "fact", "calendar", "day", "to", "days", "draft", "deal", "partner", "language"]
    static let most = 16 << 20

    func testEveryCase() throws {
        var (all, json, typed, large, untyped) = (0, 0, 0, [String](), [String]())
        let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == "json" {
            for written in Written(compacting: try Data(contentsOf: file))["cases"]?.parts ?? [] {
                let one = try XCTUnwrap(Self.read(written.text) as? [String: Any])
                let id = try XCTUnwrap(one["id"] as? String)
                all += 1
                guard let question = Self.question(one, written) else { large.append(id); continue }
                let answer = try ask(question: question)
                try check(one, id, answer)
                json += 1
                if try answeredTyped(one, id, written) { typed += 1 } else { untyped.append(id) }
            }
        }
        print("conformance: \(all) cases, \(json) in the JSON form, \(typed) in the typed form")
        print("left out, over \(Self.most) bytes: \(large); without types: \(untyped)")
        XCTAssertGreaterThan(all, 900)
        XCTAssertEqual(json + large.count, all)
        XCTAssertLessThanOrEqual(large.count, 4)
        XCTAssertGreaterThan(typed, all * 9 / 10)
    }

    static func read(_ text: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    static func question(_ one: [String: Any], _ written: Written) -> String? {
        if let text = one["ask_text"] as? String { return text }
        guard let repeated = one["ask_repeat"] as? [String: Any] else { return written["ask"]?.text }
        let (unit, times) = (repeated["unit"] as? String ?? "", repeated["times"] as? Int ?? 0)
        guard unit.utf8.count * times <= most else { return nil }
        return (repeated["prefix"] as? String ?? "") + String(repeating: unit, count: times) + (repeated["suffix"] as? String ?? "")
    }

    static func sha256(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    /// The part of an answer that a case is about, as the README of the corpus describes it.
    static func part(_ one: [String: Any], _ answer: String) -> String {
        let opening = "{\"answer\":{"
        let steps = (one["expect"] as? [String: Any] ?? [:]).keys.map { $0.components(separatedBy: "/") }
        let names = Set(steps.filter { $0.count > 2 && $0[1] == "answer" }.map { $0[2] })
        guard one["whole"] == nil, !names.isEmpty, answer.hasPrefix(opening) else { return answer }
        var (named, member, depth, quoted, escaped) = ([String](), String.UnicodeScalarView(), 0, false, false)
        for scalar in answer.unicodeScalars.dropFirst(opening.unicodeScalars.count) {
            let ends = !quoted && depth == 0 && (scalar == "," || scalar == "}")
            if ends {
                let text = String(member)
                if names.contains(text.components(separatedBy: "\"")[1]) { named.append(text) }
                if scalar == "}" { return named.joined(separator: "\n") }
                member = String.UnicodeScalarView()
                continue
            }
            member.append(scalar)
            if escaped { escaped = false }
            else if quoted && scalar == "\\" { escaped = true }
            else if scalar == "\"" { quoted.toggle() }
            else if !quoted && (scalar == "{" || scalar == "[") { depth += 1 }
            else if !quoted && (scalar == "}" || scalar == "]") { depth -= 1 }
        }
        return answer
    }

    func check(_ one: [String: Any], _ id: String, _ answer: String) throws {
        let document = try Self.read(answer)
        for (pointer, wanted) in one["expect"] as? [String: Any] ?? [:] {
            XCTAssertTrue(Expectation.holds(Expectation.at(document, pointer), wanted), "\(id) \(pointer)")
        }
        let codes = { (of: Any?) in (of as? [[String: Any]])?.map { "\($0["code"] ?? "") \($0["path"] ?? "")" } }
        if let wanted = codes(one["errors"]) { XCTAssertEqual(codes(Expectation.at(document, "/errors")), wanted, id) }
        XCTAssertEqual(Self.sha256(Self.part(one, answer)), one["sha256"] as? String, id)
    }

    /// Asks in the typed form; `false` for what types rule out.
    func answeredTyped(_ one: [String: Any], _ id: String, _ written: Written) throws -> Bool {
        guard let ask = one["ask"] as? [String: Any], Self.members.isSuperset(of: ask.keys) else { return false }
        do {
            guard let answer = try Self.typed(ask, written["ask"]) else { return false }
            XCTAssertEqual(Self.sha256(Self.part(one, "{\"answer\":\(answer)}")), one["sha256"] as? String, id)
        } catch let error as KeypersonError {
            let codes = (one["errors"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
            XCTAssertFalse(error.problems.isEmpty, "\(id) \(error.text)")
            for problem in error.problems { XCTAssertTrue(codes.contains(problem.code), "\(id) \(error.text)") }
        }
        return true
    }

    static func typed(_ a: [String: Any], _ written: Written?) throws -> String? {
        let lines = a["facts"] as? String ?? (a["facts"] is [Any] ? written?["facts"]?.parts.map(\.text).joined(separator: "\n") : a["facts"] == nil ? "" : nil)
        guard let lines, a["policy"] == nil || a["policy"] is [String: Any] else { return nil }
        let p = try written?["policy"].map { try Policy.fromJson(text: $0.text) } ?? Policy.default()
        // Facts that are read, made into typed ones, and read from those.
        let j = try Journal.fromFacts(facts: Journal.fromJsonLines(text: lines).facts())
        func text(_ name: String) -> String? { a[name] as? String }
        let language: Language? = a["language"] == nil || text("language") == "ja" ? .japanese : text("language") == "en" ? .english : nil
        switch (a["do"] as? String, text("person"), text("as_of")) {
        case ("facts", _, _): return try "{\"facts\":\(j.size()),\"people\":\(j.people().count),\"partners\":\(j.partners().count)}"
        case ("policy", _, _): return try Policy.fromDocument(document: p.document()).toJson()
        case ("brief", let person?, let asOf?): return try brief(journal: j, policy: p, person: person, asOf: asOf, since: text("since")).toJson()
        case ("portfolio", _, let asOf?): return try portfolio(journal: j, policy: p, asOf: asOf).toJson()
        case ("change", let person?, let asOf?): return try text("since").map { try change(journal: j, policy: p, person: person, since: $0, asOf: asOf).toJson() }
        case ("trail", let person?, let asOf?): return try trail(journal: j, policy: p, person: person, asOf: asOf, pointer: text("pointer"), fact: text("fact")).toJson()
        case ("business_day", _, _): return try text("day").map { try businessDay(policy: p, day: $0, to: text("to"), days: (a["days"] as? Int).map(Int64.init), calendar: text("calendar")).toJson() }
        case ("draft", let person?, let asOf?) where text("draft") == "announcement": return try language.map { try announcementDraft(journal: j, policy: p, person: person, asOf: asOf, language: $0).toJson() }
        case ("draft", _, let asOf?) where text("draft") == "case_study" && text("deal") != nil: return try language.map { try caseStudyDraft(journal: j, policy: p, deal: text("deal") ?? "", asOf: asOf, language: $0, partner: text("partner")).toJson() }
        default: return nil
        }
    }
}
