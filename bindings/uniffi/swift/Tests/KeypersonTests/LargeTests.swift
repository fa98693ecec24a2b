import Foundation
import Keyperson
import XCTest

/// 100,000 facts, and threads.
final class LargeTests: XCTestCase {
    let asOf = "2026-04-30"

    /// A hundred facts of each person, ten people at each partner.
    func facts(_ number: Int) -> [Fact] {
        let traits: [Trait] = [.authority, .drive, .time, .skill, .influence, .trackRecord]
        return (0..<number).map { index in
            let at = String(format: "2026-%02d-%02dT09:00:00+09:00", 1 + index % 4, 1 + index % 28)
            let event = Event.rating(trait: traits[index % 6], value: Double(index % 10) / 10, by: "r-\(index % 7)")
            return Fact(id: "f-\(index)", at: at, partner: "社-\(index / 1000)", person: "p-\(index / 100)", event: event)
        }
    }

    func testAHundredThousandFacts() throws {
        let journal = try Journal.fromFacts(facts: facts(100_000))
        XCTAssertEqual(try journal.size(), 100_000)
        let all = try portfolio(journal: journal, policy: Policy.default(), asOf: asOf)
        XCTAssertEqual(all.people().count, 1000)
        XCTAssertEqual(try brief(journal: journal, policy: Policy.default(), person: "p-500", asOf: asOf).facts(), 100)
    }

    func testThreads() throws {
        let (journal, policy) = (try Journal.fromFacts(facts: facts(2_000)), try Policy.default())
        let people = try journal.people()
        let told = { try brief(journal: journal, policy: policy, person: people[$0], asOf: self.asOf).toJson() }
        let expected = try people.indices.map(told)
        DispatchQueue.concurrentPerform(iterations: people.count * 8) { index in
            XCTAssertEqual(try? told(index % people.count), expected[index % people.count])
        }
    }
}
