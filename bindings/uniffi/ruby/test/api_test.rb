# frozen_string_literal: true

# What Ruby sees: facts, results, errors, pages.
require "json"
require "minitest/autorun"
require "pathname"
require "tmpdir"
require "keyperson"

class ApiTest < Minitest::Test
  K = Keyperson
  AS_OF = "2026-01-31"

  def rating(id, value: 0.9, person: "p-001", at: "2026-01-06T09:00:00+09:00", partner: "acme", expires: nil)
    K::Fact.new(id:, at:, partner:, person:, event: K::Event::Rating.new(trait: :drive, value:, by: "Sato", expires:))
  end

  def hours(id, hours_per_week, person: "p-001", at: "2026-01-07T09:00:00+09:00")
    K::Fact.new(id:, at:, partner: "acme", person:, event: K::Event::Allocation.new(hours_per_week:))
  end

  def policy = K::Policy.default

  def journal = K::Journal.from_facts([rating("f-1"), hours("f-2", 1)])

  def brief = K.brief(journal, policy, person: "p-001", as_of: AS_OF)

  def refused(code, &work)
    error = assert_raises(K::KeypersonError, &work)
    assert_equal code, error.code, error.message
    error
  end

  def test_drive_without_time
    stands = [K::MismatchState::PRESENT, :likely]
    assert_equal ["drive_without_time"], brief.mismatches.select { |one| stands.include?(one.state) }.map(&:pattern)
    assert_equal "working_time", brief.remedies.proposed.first.code
    assert_equal 3, brief.fit.unknown.size
  end

  def test_facts_go_in_and_out_as_values
    assert_equal [rating("f-1"), hours("f-2", 1.0)], journal.facts
    again = K::Journal.from_json_lines(journal.to_json_lines)
    assert_equal journal.facts, again.facts
    assert_equal [2, ["acme"], ["p-001"]], [again.size, again.partners, again.people]
  end

  def test_results_are_values
    assert_equal brief, brief
    assert_equal brief.hash, brief.hash
    assert_equal 1, [brief, brief].uniq.size
    refute_equal brief, nil
    refute_equal brief, K.brief(journal, policy, person: "p-001", as_of: "2026-02-01")
    assert_equal brief.fit, Marshal.load(Marshal.dump(brief.fit))
    case journal.facts.first
    in { person: "p-001", event: K::Event::Rating => event } then assert_equal 0.9, event.value
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
      facts = K::Journal.from_facts([rating("f-1", person: name, partner: name), hours("f-2", 2, person: name)])
      assert_includes facts.people, name
      told = K.brief(facts, policy, person: name, as_of: AS_OF)
      assert_equal name, told.person
      assert_equal Encoding::UTF_8, told.person.encoding
      assert_includes told.to_text(language: :ja), name
    end
    assert_equal ["山田"], K::Journal.from_facts([rating("f-1", person: "山田".encode("Windows-31J"))]).people
    assert_raises(EncodingError) { K::Journal.from_json_lines("\xff") }
    refused("not_utf8") { K::Journal.from_json_lines_bytes("\xff".b) }
  end

  def test_dates_at_both_ends
    %w[1900-01-01 2200-12-31].each do |day|
      facts = K::Journal.from_facts([rating("f-1", at: "#{day}T12:00:00.123456789+09:00", expires: day)])
      at = facts.facts.first.at
      assert_equal [Date.iso8601(day), 123_456_789, 32_400], [at.to_date, at.nsec, at.utc_offset]
      assert_equal Date.iso8601(day), facts.facts.first.event.expires
      assert_equal "p-001", K.brief(facts, policy, person: "p-001", as_of: day).person
      assert_equal 0, K.business_day(policy, Date.iso8601(day), to: day).business_days_between
    end
    refused("bad_instant") { K.brief(journal, policy, person: "p-001", as_of: "31.1.2026") }
    assert_raises(K::KeypersonError) { K.business_day(policy, "2201-01-01") }
    assert_raises(K::KeypersonError) { K::Journal.from_facts([rating("f-1", expires: "1899-12-31")]) }
  end

  def test_dates_are_given_and_handed_out_as_ruby_has_them
    day = Date.new(2026, 1, 31)
    ends = [day, day.to_s, Time.new(2026, 1, 31, 23, 59, 59.999999999r, "+09:00"), DateTime.new(2026, 1, 31, 23, 59, 59.999999999r, "+9")]
    asked = ends.map { |as_of| K.brief(journal, policy, person: "p-001", as_of:) }
    assert_equal 1, asked.uniq.size
    assert_kind_of Time, asked.first.as_of
    assert_equal [day, 999_999_999], [asked.first.as_of.to_date, asked.first.as_of.nsec]
    texts = ["2026-01-06T09:00:00+09:00", "2026-01-06T00:00:00Z", "2026-01-06T09:00:00.500-03:30", "2026-01-06T09:00:00.000000001+05:45"]
    texts.each do |text|
      given = rating("f-1", at: text)
      assert_kind_of Time, given.at
      back = K::Journal.from_facts([given]).facts.first
      assert_equal [given.at, given.at.utc_offset, Time.iso8601(text).subsec], [back.at, back.at.utc_offset, back.at.subsec]
      assert_includes K::Journal.from_facts([given]).to_json_lines, text
    end
    assert_equal Date.new(2026, 2, 2), K.business_day(policy, day).next_business_day
    refused("bad_instant") { K::Journal.from_facts([rating("f-1", at: "tomorrow")]) }
    refused("bad_day") { K::Journal.from_facts([rating("f-1", expires: "2026-02-30")]) }
    assert_raises(TypeError) { K::Journal.from_facts([rating("f-1", at: 5)]) }
  end

  def test_words_are_symbols
    assert_equal %i[authority drive time skill influence track_record], K::Trait::ALL
    assert_equal :drive, K::Trait::DRIVE
    assert_equal %i[ja en], K::Language::ALL
    assert_equal brief.to_text(language: :en), brief.to_text(language: "en")
    assert_equal brief.to_text, brief.to_text(language: :ja)
    assert_equal :drive, journal.facts.first.event.trait
    assert_includes %i[present likely], brief.mismatches.find { |one| one.pattern == "drive_without_time" }.state
  end

  def test_each_type_of_fact_is_a_class
    event = K::Event::Rating.new(trait: :drive, value: 0.9, by: "Sato")
    assert_equal [true, false, nil], [event.rating?, event.deal?, event.reason]
    assert_kind_of K::Event, event
    assert_equal event, Marshal.load(Marshal.dump(event))
    assert_equal({ trait: :drive, value: 0.9, by: "Sato", reason: nil, expires: nil }, event.to_h)
    assert_raises(ArgumentError) { K::Event::Rating.new(trait: :drive) }
    assert_raises(NameError) { K::Event::RATING }
  end

  def test_files_are_read
    Dir.mktmpdir do |folder|
      File.write(file = File.join(folder, "facts.jsonl"), journal.to_json_lines)
      assert_equal journal.facts, K::Journal.read(file).facts
      assert_equal journal.facts, K::Journal.read(Pathname(file)).facts
      { "policy.toml" => "[fit]\nbar = 0.7\n", "policy.json" => '{"fit":{"bar":0.7}}' }.each do |name, text|
        File.write(file = File.join(folder, name), text)
        assert_equal 0.7, K::Policy.read(file).document.fit.bar
      end
      File.binwrite(file = File.join(folder, "wrong.jsonl"), "\xff")
      refused("not_utf8") { K::Journal.read(file) }
    end
  end

  def test_errors_say_what_and_where
    facts = [rating("f-1"), rating("f-2", value: 7.0), rating("f-3", value: -1.0)]
    error = refused("out_of_range") { K::Journal.from_facts(facts) }
    assert_kind_of K::Refused, error
    assert_equal [%w[out_of_range /1/value], %w[out_of_range /2/value]], error.problems.map { |one| [one.code, one.path] }
    assert_equal [2, nil], [error.count, error.problems.first.line]
    assert_equal error.problems.map(&:to_s), error.message.lines(chomp: true)
    assert_match %r{\Aout_of_range /1/value: .+; .+}, error.message
    first = error.problems.first
    assert_match(/\A`7(\.0)?` は範囲外です\z/, first.text)
    assert_equal [first.message, first.hint], [first.text(language: :en), first.hint_in(language: "en")]
    assert_match(/書いてください\z/, first.hint_in)
    lines = assert_raises(K::Refused) { K::Journal.from_json_lines("x\n" * 1001) }
    assert_equal [1000, 1001, 7], [lines.problems.size, lines.count, lines.problems[6].line]
    assert_equal ["not_json line 1", "and 1 more"], lines.message.lines.values_at(0, -1).map { |line| line[/\A[^:]+/] }
    refused("unknown_person") { K.brief(journal, policy, person: "nobody", as_of: AS_OF) }
    refused("not_finite") { K.fit(policy, { drive: Float::NAN }) }
    assert_equal 2, assert_raises(K::KeypersonError) { K::Journal.from_json_lines("x\ny") }.message.lines.size
    assert_raises(TypeError) { K.ask(nil) }
    assert_raises(TypeError) { brief.to_html(language: 7) }
    assert_match(/:de is no word of Keyperson::Language; there are :ja, :en/, assert_raises(ArgumentError) { brief.to_html(language: :de) }.message)
    assert_raises(ArgumentError) { K.fit(policy, { driving: 0.5 }) }
    assert_equal "p-001", brief.person
  end

  def test_a_planted_panic_is_an_error_and_the_next_call_works
    error = assert_raises(K::Internal) { K.planted_panic }
    assert_equal ["internal", "planted", "internal: planted", []], [error.code, error.reason, error.message, error.problems]
    assert_equal "p-001", brief.person
  end

  def test_a_journal_piece_by_piece
    builder = K::JournalBuilder.begin
    journal.to_json_lines.each_line { |line| builder.push_json_lines(line) }
    assert_equal 2, builder.size
    assert_equal journal.facts, builder.finish.facts
    merged = journal.merge(K::Journal.from_facts([rating("f-3", value: 0.1)]))
    assert_equal 3, merged.size
    refused("fact_conflict") { journal.merge(K::Journal.from_facts([rating("f-1", value: 0.1)])) }
  end

  def test_a_policy_in_all_its_forms
    ours = K::Policy.from_json('{"name":"ours","fit":{"bar":0.6}}')
    assert_equal ["ours", 0.6], [ours.document.name, ours.document.fit.bar]
    forms = [K::Policy.from_toml(ours.to_toml), K::Policy.from_document(ours.document), K::Policy.from_json(ours.to_json)]
    forms.each { |form| assert_equal ours.document, form.document }
    assert_equal 0.6, K.brief(journal, ours, person: "p-001", as_of: AS_OF).fit.bar
    refused("out_of_range") { K::Policy.from_json('{"fit":{"bar":7}}') }
  end

  def test_what_lives_in_the_library_is_not_copied
    [journal, policy, K::JournalBuilder.begin].each do |handle|
      [-> { handle.dup }, -> { handle.clone }, -> { Marshal.dump(handle) }].each { |copy| assert_raises(TypeError, &copy) }
      assert_raises(NoMethodError) { handle.class.new }
    end
  end

  def test_other_questions
    assert_equal K.brief(journal, policy, person: "p-001", as_of: AS_OF), K.briefs(journal, policy, people: ["p-001"], as_of: AS_OF).first
    assert_equal ["p-001"], K.portfolio(journal, policy, as_of: AS_OF).people.map(&:person)
    assert_equal ["p-001"], K.rank(journal, policy, partner: "acme", as_of: AS_OF).standings.map(&:person)
    assert_equal ["f-2"], K.change(journal, policy, person: "p-001", since: "2026-01-06", as_of: AS_OF).facts
    assert_equal "p-001", K.trail(journal, policy, person: "p-001", as_of: AS_OF).person
    what = K.what_if(journal, policy, person: "p-001", as_of: AS_OF, traits: { time: 0.9 })
    assert_operator what.after.fit.score, :>, what.before.fit.score
    given = { drive: 0.9, time: 0.2 }
    assert_equal K.fit(policy, given), K.fits(policy, [given]).first
    answer = K.ask_about(journal, policy, JSON.generate(do: "brief", person: "p-001", as_of: AS_OF))
    assert_equal %({"answer":#{brief.to_json}}), answer
  end

  def test_pages
    page = brief.to_html(language: :ja)
    assert page.start_with?("<!doctype html>") || page.start_with?("<!DOCTYPE html>"), page[0, 80]
    assert_includes brief.to_markdown(language: :en), "p-001"
    assert_includes brief.to_svg(language: :en), "<svg"
    portfolio = K.portfolio(journal, policy, as_of: AS_OF)
    assert_includes portfolio.to_html(language: :en), "p-001"
    assert_includes portfolio.to_csv, "p-001"
    assert_includes portfolio.to_markdown(language: :en), "p-001"
    meetings = K.schedule(journal, policy, person: "p-001", as_of: AS_OF).to_calendar(brief, language: :ja)
    assert_includes meetings, "BEGIN:VCALENDAR"
    texts = brief.finding_texts(language: :ja)
    assert_equal texts.first, brief.findings.first.text
  end
end
