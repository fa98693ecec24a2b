# frozen_string_literal: true

# 100,000 facts, threads, and memory that is given back.
require "minitest/autorun"
require "keyperson"

class LargeTest < Minitest::Test
  K = Keyperson
  AS_OF = "2026-04-30"

  # A hundred facts of each person, ten people at each partner.
  def facts(number)
    Array.new(number) do |index|
      person = index / 100
      at = format("2026-%<month>02d-%<day>02dT09:00:00+09:00", month: 1 + index % 4, day: 1 + index % 28)
      event = K::Event::Rating.new(trait: K::Trait::ALL[index % 6], value: index % 10 / 10.0, by: "r-#{index % 7}")
      K::Fact.new(id: "f-#{index}", at:, partner: "社-#{person / 10}", person: "p-#{person}", event:)
    end
  end

  def timed(what)
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    value = yield
    puts format("%<what>s: %<ms>d ms", what:, ms: (Process.clock_gettime(Process::CLOCK_MONOTONIC) - started) * 1000)
    value
  end

  def test_100_000_facts
    all = facts(100_000)
    journal = timed("100,000 typed facts") { K::Journal.from_facts(all) }
    assert_equal 100_000, journal.size
    again = timed("written and read as text") { K::Journal.from_json_lines(journal.to_json_lines) }
    assert_equal 100_000, timed("as typed facts again") { again.facts }.size
    portfolio = timed("portfolio") { K.portfolio(journal, K::Policy.default, as_of: AS_OF) }
    assert_equal [1000, 100], [portfolio.people.size, portfolio.partners.size]
    assert(portfolio.people.all? { |row| row.facts == 100 && row.fit })
    assert_equal 100, timed("brief") { K.brief(journal, K::Policy.default, person: "p-500", as_of: AS_OF) }.facts
  end

  def test_threads
    journal = K::Journal.from_facts(facts(2_000))
    policy = K::Policy.default
    people = journal.people
    expected = people.to_h { |person| [person, K.brief(journal, policy, person:, as_of: AS_OF).to_json] }
    told = Array.new(8) do |thread|
      Thread.new do
        people.rotate(thread).to_h do |person|
          assert_raises(K::KeypersonError) { K.brief(journal, policy, person: "nobody-#{thread}", as_of: AS_OF) }
          [person, K.brief(journal, policy, person:, as_of: AS_OF).to_json]
        end
      end
    end
    told.each { |thread| assert_equal expected, thread.value }
  end

  def resident = Integer(File.read("/proc/self/statm").split[1]) * 4096

  def test_what_is_no_longer_reached_is_freed
    lines = K::Journal.from_facts(facts(5_000)).to_json_lines
    rounds = lambda do |number|
      number.times do
        K::Journal.from_json_lines(lines)
        assert_raises(K::KeypersonError) { K::Journal.from_json_lines("x\n" * 100) }
        GC.start
      end
      resident
    end
    before = rounds.call(20)
    # Sixty journals that stayed would take some hundred megabytes.
    assert_operator rounds.call(60) - before, :<, 50_000_000
  end
end
