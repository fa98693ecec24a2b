// Reads facts, prints a brief, saves the page: swift run example [facts.jsonl [person [day]]]
import Foundation
import Keyperson

// Drive is strong, and there is one hour a week for it.
let made = [
    Fact(id: "f-1", at: "2026-01-06T09:00:00+09:00", partner: "acme", person: "p-001", event: .rating(trait: .drive, value: 0.9, by: "Sato")),
    Fact(id: "f-2", at: "2026-01-07T09:00:00+09:00", partner: "acme", person: "p-001", event: .allocation(hoursPerWeek: 1)),
]
let arguments = Array(CommandLine.arguments.dropFirst())

do {
    let journal = try arguments.first.map { try Journal.read(URL(fileURLWithPath: $0)) }
        ?? Journal.fromFacts(facts: made)
    let person = arguments.count > 1 ? arguments[1] : "p-001"
    let asOf = arguments.count > 2 ? arguments[2] : "2026-01-31"
    let one = try brief(journal: journal, policy: Policy.default(), person: person, asOf: asOf)

    print("\(one.person()): fit \(one.fit().score.map { String(format: "%.2f", $0) } ?? "unknown"), \(one.fit().unknown.count) traits unknown")
    for text in try one.findingTexts(language: .english).prefix(3) {
        print("- \(text.title): \(text.change)")
    }

    try one.toHtml(language: .japanese).write(toFile: "brief.ja.html", atomically: true, encoding: .utf8)
    print("the page is in brief.ja.html")
} catch let error as KeypersonError {
    FileHandle.standardError.write(Data((error.text + "\n").utf8))
    exit(1)
}
