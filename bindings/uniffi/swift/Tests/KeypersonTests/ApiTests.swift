import Foundation
import Keyperson
import XCTest

/// What Swift sees: facts, results, errors, pages.
final class ApiTests: XCTestCase {
    let asOf = "2026-01-31"

    func rating(_ id: String, value: Double = 0.9, person: String = "p-001", at: String = "2026-01-06T09:00:00+09:00", expires: Day? = nil) -> Fact {
        Fact(id: id, at: at, partner: "acme", person: person, event: .rating(trait: .drive, value: value, by: "Sato", expires: expires))
    }

    func hours(_ id: String, person: String = "p-001") -> Fact {
        Fact(id: id, at: "2026-01-07T09:00:00+09:00", partner: "acme", person: person, event: .allocation(hoursPerWeek: 1))
    }

    func journal() throws -> Journal {
        try Journal.fromFacts(facts: [rating("f-1"), hours("f-2")])
    }

    func told(_ person: String = "p-001") throws -> Brief {
        try brief(journal: journal(), policy: Policy.default(), person: person, asOf: asOf)
    }

    func refused(_ code: String, _ work: () throws -> Void) {
        XCTAssertThrowsError(try work()) { XCTAssertEqual(($0 as? KeypersonError)?.problems.first?.code, code, "\($0)") }
    }

    func testDriveWithoutTime() throws {
        let one = try told()
        let stands = one.mismatches().filter { $0.state == .present || $0.state == .likely }
        XCTAssertEqual(stands.map(\.pattern), ["drive_without_time"])
        XCTAssertEqual(one.fit().unknown.count, 3)
        XCTAssertEqual(one, try told())
    }

    func testFactsGoInAndOut() throws {
        XCTAssertEqual(try journal().facts(), [rating("f-1"), hours("f-2")])
        XCTAssertEqual(try Journal.fromJsonLines(text: journal().toJsonLines()).facts(), try journal().facts())
    }

    func testNamesInAllScripts() throws {
        for name in ["山田太郎", "김민수", "Ольга", "محمد", "प्रिया", "Åsa", "𠮷野家", "👩‍💻"] {
            let facts = try Journal.fromFacts(facts: [rating("f-1", person: name), hours("f-2", person: name)])
            XCTAssertEqual(try facts.people(), [name])
            let one = try brief(journal: facts, policy: Policy.default(), person: name, asOf: asOf)
            XCTAssertEqual(one.person(), name)
            XCTAssertTrue(try one.toText(language: .japanese).contains(name))
        }
    }

    func testDatesAtBothEnds() throws {
        for day in ["1900-01-01", "2200-12-31"] {
            let at = "\(day)T12:00:00.123456789+09:00"
            let facts = try Journal.fromFacts(facts: [rating("f-1", at: at, expires: day)])
            XCTAssertEqual(try facts.facts(), [rating("f-1", at: at, expires: day)])
            XCTAssertEqual(try brief(journal: facts, policy: Policy.default(), person: "p-001", asOf: day).person(), "p-001")
        }
        refused("bad_instant") { _ = try brief(journal: journal(), policy: Policy.default(), person: "p-001", asOf: "31.1.2026") }
    }

    func testErrorsSayWhatAndWhere() {
        refused("out_of_range") { _ = try Journal.fromFacts(facts: [self.rating("f-1", value: 7)]) }
        refused("unknown_person") { _ = try self.told("nobody") }
        XCTAssertThrowsError(try told("nobody")) { error in
            let problem = (error as? KeypersonError)?.problems.first
            XCTAssertEqual(problem?.hintIn(language: .english), problem?.hint)
            XCTAssertEqual(problem?.texts[.english]?.text, problem?.message)
            XCTAssertEqual(problem?.hintIn(), "id と基準日を確かめてください")
        }
        refused("not_utf8") { _ = try Journal.fromJsonLinesBytes(bytes: Data([0xff])) }
    }

    func testAPlantedPanicIsAnErrorAndTheNextCallWorks() throws {
        XCTAssertThrowsError(try plantedPanic()) { XCTAssertEqual(($0 as? KeypersonError)?.text, "internal: planted") }
        XCTAssertEqual(try told().person(), "p-001")
    }

    func testPages() throws {
        let one = try told()
        XCTAssertTrue(try one.toHtml(language: .japanese).contains("p-001"))
        XCTAssertEqual(try one.toText(), try one.toText(language: .japanese))
        XCTAssertTrue(try one.toSvg(language: .english).contains("<svg"))
        let all = try portfolio(journal: journal(), policy: Policy.default(), asOf: asOf)
        XCTAssertTrue(try all.toCsv().contains("p-001"))
    }
}
