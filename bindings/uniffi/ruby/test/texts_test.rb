# frozen_string_literal: true

# A text that is none is refused by every function, and never changed; one in another encoding is read as it says.
require "minitest/autorun"
require_relative "asked"

class TextsTest < Minitest::Test
  K = Keyperson
  NAME = "山田"
  # Texts that are none, or that nobody can say what they are.
  BAD = {
    "not UTF-8" => "\xff", "half a character" => "\xed\xa0\x80", "cut off" => NAME.byteslice(0, 4),
    "Shift_JIS that says UTF-8" => NAME.encode("Windows-31J").force_encoding("UTF-8"),
    "bytes" => NAME.b, "bytes of Shift_JIS" => NAME.encode("Windows-31J").b,
    "UTF-8 that says Shift_JIS" => "\x81\x20".dup.force_encoding("Shift_JIS"),
    "UTF-8 that says ASCII" => NAME.dup.force_encoding("US-ASCII"),
    "half of UTF-16" => "\xd8\x00".dup.force_encoding("UTF-16BE"), "UTF-7" => "+AAA-".dup.force_encoding("UTF-7")
  }.freeze

  # The same arguments with one of their texts replaced, once for each text.
  def each_text(types, given)
    types.each_index do |index|
      replaced = ->(value) { given.dup.tap { |all| all[index] = value } }
      case given[index]
      when String then yield ->(text) { replaced.(text) }
      when Array then yield ->(text) { replaced.([text]) } if given[index].first.is_a?(String)
      end
    end
  end

  def test_every_function_refuses_what_is_no_text
    asked = Asked.functions.select { |function| function.types.any? { |type| type.include?("String") } }
    assert_operator asked.size, :>, 15
    asked.each do |function|
      # Bytes are bytes, whatever they say; the core looks at them.
      expected = function.name.end_with?("_bytes") ? K::KeypersonError : EncodingError
      each_text(function.types, function.good) do |with|
        BAD.each do |name, text|
          error = assert_raises(StandardError, "#{function.name}: #{name}") { function.call.(*with.(text)) }
          assert expected === error, "#{function.name}: #{name}: #{error.inspect}"
        end
      end
    end
  end

  def test_facts_and_policies_hold_no_half_text
    fact = Asked.make("::Keyperson::Fact")
    BAD.each do |name, text|
      %i[@id @at @partner @person @source].each do |field|
        bad = fact.dup.tap { |copy| copy.instance_variable_set(field, text) }
        assert_raises(EncodingError, "#{name} #{field}") { K::Journal.from_facts([bad]) }
      end
      bad = fact.dup.tap { |copy| copy.instance_variable_set(:@event, K::Event::PersonRegistered.new(name: text)) }
      assert_raises(EncodingError, name) { K::Journal.from_facts([bad]) }
      document = K::Policy.default.document.dup.tap { |copy| copy.instance_variable_set(:@name, text) }
      assert_raises(EncodingError, name) { K::Policy.from_document(document) }
      finding = Asked.brief.findings.first.dup.tap { |copy| copy.instance_variable_set(:@about, text) }
      assert_raises(EncodingError, name) { finding.text }
    end
  end

  def test_a_text_in_another_encoding_is_the_same_text
    line = ->(name) { %({"id":"f","at":"2026-01-06T09:00:00+09:00","partner":"a","person":"#{name}","type":"person_registered"}) }
    ["UTF-8", "Windows-31J", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE", "UTF-32LE"].each do |encoding|
      assert_equal [NAME], K::Journal.from_json_lines(line.(NAME).encode(encoding)).people, encoding
    end
    # As bytes they are what they are.
    error = assert_raises(K::KeypersonError) { K::Journal.from_json_lines_bytes(line.(NAME).encode("Windows-31J")) }
    assert_equal "not_utf8", error.code
    assert_equal [NAME], K::Journal.from_json_lines_bytes(line.(NAME).b).people
  end

  def test_an_escape_of_half_a_character_is_none
    line = '{"id":"f","at":"2026-01-06T09:00:00+09:00","partner":"a","person":"\ud800","type":"person_registered"}'
    assert_equal "not_json", assert_raises(K::KeypersonError) { K::Journal.from_json_lines(line) }.code
  end
end
