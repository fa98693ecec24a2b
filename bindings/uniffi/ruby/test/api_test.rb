# frozen_string_literal: true

# What Ruby sees: facts, results, errors, pages.
require "json"
require "minitest/autorun"
require "keyperson"

class ApiTest < Minitest::Test
  include Keyperson

  K = Keyperson
  AS_OF = "2026-01-31"

  def rating(id, value: 0.9, person: "p-001", at: "2026-01-06T09:00:00+09:00", partner: "acme", expires: nil)
    Fact.new(id:, at:, partner:, person:, event: Event::RATING.new(trait: Trait::DRIVE, value:, by: "Sato", expires:))
  end

  def hours(id, hours_per_week, person: "p-001", at: "2026-01-07T09:00:00+09:00")
    Fact.new(id:, at:, partner: "acme", person:, event: Event::ALLOCATION.new(hours_per_week:))
  end

  def policy = Policy.default

  def journal = Journal.from_facts([rating("f-1"), hours("f-2", 1)])

  def brief = K.brief(journal, policy, "p-001", AS_OF)

  def refused(code, &work)
    error = assert_raises(KeypersonError, &work)
    assert_equal code, error.code, error.message
    error
  end

  def test_drive_without_time
    stands = [MismatchState::PRESENT, MismatchState::LIKELY]
    assert_equal ["drive_without_time"], brief.mismatches.select { |one| stands.include?(one.state) }.map(&:pattern)
    assert_equal "working_time", brief.remedies.remedies.first.code
    assert_equal 3, brief.fit.unknown.size
  end

  def test_facts_go_in_and_out_as_values
    assert_equal [rating("f-1"), hours("f-2", 1.0)], journal.facts
    again = Journal.from_json_lines(journal.to_json_lines)
    assert_equal journal.facts, again.facts
    assert_equal [2, ["acme"], ["p-001"]], [again.size, again.partners, again.people]
  end

  def test_results_are_values
    assert_equal brief, brief
    assert_equal brief.hash, brief.hash
    assert_equal 1, [brief, brief].uniq.size
    refute_equal brief, nil
    refute_equal brief, K.brief(journal, policy, "p-001", "2026-02-01")
    assert_equal brief.fit, Marshal.load(Marshal.dump(brief.fit))
    case journal.facts.first
    in { person: "p-001", event: Event::RATING => event } then assert_equal 0.9, event.value
    end
  end

  def test_an_answer_hands_out_its_fields
    assert_equal K::Brief::FIELDS, brief.to_h.keys
    brief.to_h.each { |name, value| assert value == brief.public_send(name), name.to_s }
    assert_equal brief.fit.score, (brief in { fit: { score: } }) && score
    assert_equal({ name: nil }, brief.deconstruct_keys(%i[name unknown]))
    assert_match(/\A#<Keyperson::Brief .*person="p-001", .*schema="keyperson.brief\/1">\z/, brief.inspect)
    assert_equal %({"brief":#{brief.to_json}}), JSON.generate({ brief: })
    assert_equal brief.fit, K::Fit.new(**brief.fit.to_h)
    assert_raises(NoMethodError) { K::Brief.new }
  end

  def test_a_brief_read_by_several_threads
    whole = brief.to_h
    10.times do
      one = brief
      read = Array.new(4) { |number| Thread.new { whole.keys.rotate(number * 9).to_h { |name| [name, one.public_send(name)] } } }
      read.each { |thread| assert_equal whole, thread.value }
    end
  end

  def test_names_in_all_scripts
    names = %w[山田太郎 김민수 Ольга محمد प्रिया Åsa 𠮷野家 👩‍💻 e\u0301]
    names.each do |name|
      facts = Journal.from_facts([rating("f-1", person: name, partner: name), hours("f-2", 2, person: name)])
      assert_includes facts.people, name
      told = K.brief(facts, policy, name, AS_OF)
      assert_equal name, told.person
      assert_equal Encoding::UTF_8, told.person.encoding
      assert_includes told.to_text(Language::JAPANESE), name
    end
    assert_equal ["山田"], Journal.from_facts([rating("f-1", person: "山田".encode("Windows-31J"))]).people
    assert_raises(EncodingError) { Journal.from_json_lines("\xff") }
    refused("not_utf8") { Journal.from_json_lines_bytes("\xff".b) }
  end

  def test_dates_at_both_ends
    %w[1900-01-01 2200-12-31].each do |day|
      facts = Journal.from_facts([rating("f-1", at: "#{day}T12:00:00.123456789+09:00", expires: day)])
      assert_equal "#{day}T12:00:00.123456789+09:00", facts.facts.first.at
      assert_equal day, facts.facts.first.event.expires
      assert_equal "p-001", K.brief(facts, policy, "p-001", day).person
      assert_equal 0, K.business_day(policy, day, day).business_days_between
    end
    refused("bad_instant") { K.brief(journal, policy, "p-001", "31.1.2026") }
    assert_raises(KeypersonError) { K.business_day(policy, "2201-01-01") }
    assert_raises(KeypersonError) { Journal.from_facts([rating("f-1", expires: "1899-12-31")]) }
  end

  def test_errors_say_what_and_where
    facts = [rating("f-1"), rating("f-2", value: 7.0), rating("f-3", value: -1.0)]
    error = refused("out_of_range") { Journal.from_facts(facts) }
    assert_kind_of K::Refused, error
    assert_equal [%w[out_of_range /1/value], %w[out_of_range /2/value]], error.problems.map { |one| [one.code, one.path] }
    assert_equal [2, nil], [error.count, error.problems.first.line]
    assert_equal error.problems.map(&:to_s), error.message.lines(chomp: true)
    assert_match %r{\Aout_of_range /1/value: .+; .+}, error.message
    lines = assert_raises(K::Refused) { Journal.from_json_lines("x\n" * 1001) }
    assert_equal [1000, 1001, 7], [lines.problems.size, lines.count, lines.problems[6].line]
    assert_equal ["not_json line 1", "and 1 more"], lines.message.lines.values_at(0, -1).map { |line| line[/\A[^:]+/] }
    refused("unknown_person") { K.brief(journal, policy, "nobody", AS_OF) }
    refused("not_finite") { K.fit(policy, { Trait::DRIVE => Float::NAN }) }
    assert_equal 2, assert_raises(KeypersonError) { Journal.from_json_lines("x\ny") }.message.lines.size
    assert_raises(TypeError) { K.ask(nil) }
    assert_raises(StandardError) { brief.to_html(7) }
    assert_equal "p-001", brief.person
  end

  def test_a_planted_panic_is_an_error_and_the_next_call_works
    error = assert_raises(K::Internal) { K.planted_panic }
    assert_equal ["internal", "planted", "internal: planted", []], [error.code, error.reason, error.message, error.problems]
    assert_equal "p-001", brief.person
  end

  def test_a_journal_piece_by_piece
    builder = JournalBuilder.begin
    journal.to_json_lines.each_line { |line| builder.push_json_lines(line) }
    assert_equal 2, builder.size
    assert_equal journal.facts, builder.finish.facts
    merged = journal.merge(Journal.from_facts([rating("f-3", value: 0.1)]))
    assert_equal 3, merged.size
    refused("fact_conflict") { journal.merge(Journal.from_facts([rating("f-1", value: 0.1)])) }
  end

  def test_a_policy_in_all_its_forms
    ours = Policy.from_json('{"name":"ours","fit":{"bar":0.6}}')
    assert_equal ["ours", 0.6], [ours.document.name, ours.document.fit.bar]
    forms = [Policy.from_toml(ours.to_toml), Policy.from_document(ours.document), Policy.from_json(ours.to_json)]
    forms.each { |form| assert_equal ours.document, form.document }
    assert_equal 0.6, K.brief(journal, ours, "p-001", AS_OF).fit.bar
    refused("out_of_range") { Policy.from_json('{"fit":{"bar":7}}') }
  end

  def test_what_lives_in_the_library_is_not_copied
    [journal, policy, JournalBuilder.begin].each do |handle|
      [-> { handle.dup }, -> { handle.clone }, -> { Marshal.dump(handle) }].each { |copy| assert_raises(TypeError, &copy) }
      assert_raises(NoMethodError) { handle.class.new }
    end
  end

  def test_other_questions
    assert_equal K.brief(journal, policy, "p-001", AS_OF), K.briefs(journal, policy, ["p-001"], AS_OF).first
    assert_equal ["p-001"], K.portfolio(journal, policy, AS_OF).people.map(&:person)
    assert_equal ["p-001"], K.rank(journal, policy, "acme", AS_OF).standings.map(&:person)
    assert_equal ["f-2"], K.change(journal, policy, "p-001", "2026-01-06", AS_OF).facts
    assert_equal "p-001", K.trail(journal, policy, "p-001", AS_OF).person
    what = K.what_if(journal, policy, "p-001", AS_OF, { Trait::TIME => 0.9 }, [])
    assert_operator what.after.fit.score, :>, what.before.fit.score
    given = { Trait::DRIVE => 0.9, Trait::TIME => 0.2 }
    assert_equal K.fit(policy, given), K.fits(policy, [given]).first
    answer = K.ask_about(journal, policy, JSON.generate(do: "brief", person: "p-001", as_of: AS_OF))
    assert_equal %({"answer":#{brief.to_json}}), answer
  end

  def test_pages
    page = brief.to_html(Language::JAPANESE)
    assert page.start_with?("<!doctype html>") || page.start_with?("<!DOCTYPE html>"), page[0, 80]
    assert_includes brief.to_markdown(Language::ENGLISH), "p-001"
    assert_includes brief.to_svg(Language::ENGLISH), "<svg"
    portfolio = K.portfolio(journal, policy, AS_OF)
    assert_includes portfolio.to_html(Language::ENGLISH), "p-001"
    assert_includes portfolio.to_csv, "p-001"
    assert_includes portfolio.to_markdown(Language::ENGLISH), "p-001"
    meetings = K.schedule(journal, policy, "p-001", AS_OF).to_calendar(brief, Language::JAPANESE)
    assert_includes meetings, "BEGIN:VCALENDAR"
    texts = brief.finding_texts(Language::JAPANESE)
    assert_equal texts.first, K.finding_text(brief.findings.first, Language::JAPANESE)
  end
end
