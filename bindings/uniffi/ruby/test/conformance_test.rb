# frozen_string_literal: true

# Runs every case of `tests/conformance`, in the JSON form and in the typed form.
require "digest"
require "json"
require "minitest/autorun"
require "keyperson"
require_relative "expectation"

class ConformanceTest < Minitest::Test
  include Expectation
  K = Keyperson
  FILES = Dir[File.expand_path("../../../../tests/conformance/cases/*.json", __dir__)].sort
  CASES = FILES.flat_map { |file| JSON.parse(File.read(file, encoding: "UTF-8"), max_nesting: false)["cases"] }
  MEMBERS = %w[do facts policy person as_of since pointer fact calendar day to days draft deal partner language traits remedies].freeze
  MOST = 16 << 20
  COUNT = Hash.new { |counts, name| counts[name] = [] }

  # An answer as JSON, which says what its typed fields say.
  def self.told(answer)
    text = answer.to_json
    differences = differ(answer, JSON.parse(text, max_nesting: false))
    raise Minitest::Assertion, differences.first(5).join("\n") unless differences.empty?

    text
  end

  # What has another name in Ruby, as JSON names it.
  NAMES = { next_meetings: "next", next_meeting: "next", next_step: "next", last: "final" }.freeze

  # Where a typed answer and its JSON differ, down to the last field.
  def self.differ(value, json, path = "")
    case value
    when K::Answer, K::Value
      return ["#{path}: #{json.inspect}"] unless json.is_a?(Hash)

      fields = value.to_h.transform_keys { |name| json.key?(name.to_s) ? name.to_s : NAMES.fetch(name, name.to_s) }
      # A variant is named by its class, and by `type` in JSON.
      variant = value.class.superclass != Object && value.class.name[/\w+\z/].gsub(/(?<=.)[A-Z]/) { |letter| "_#{letter}" }.downcase
      fields = { "type" => variant, **fields } if variant && json.key?("type")
      unknown = (json.keys - fields.keys).map { |name| "#{path}: no field for #{name}" }
      fields.flat_map { |name, inner| differ(inner, json[name], "#{path}/#{name}") } + unknown
    when Hash then differ(value.values, json.to_h.values_at(*value.keys), path)
    when Array
      return ["#{path}: #{value.size} and #{json.inspect}"] if value.size != json&.size

      value.zip(json).each_with_index.flat_map { |(inner, other), index| differ(inner, other, "#{path}/#{index}") }
    else plain(value) == json ? [] : ["#{path}: #{value.inspect} and #{json.inspect}"]
    end
  end

  # A value as JSON writes it.
  def self.plain(value)
    case value
    when Symbol then value.to_s
    when Date then value.iso8601
    when Time then value.iso8601(9).sub(/\.?0+(?=Z|[+-]\d\d:)/, "")
    else value
    end
  end

  # The members of a question as arguments: what is needed, and what may be left out.
  def self.named(question, needed, others = [])
    [*needed, *others.select { |name| question[name] }].to_h { |name| [name.to_sym, question[name]] }
  end

  # How each question is asked in the typed form, and its answer written.
  FORMS = {
    "facts" => ->(j, _, _) { %({"facts":#{j.size},"people":#{j.people.size},"partners":#{j.partners.size}}) },
    "policy" => ->(_, p, _) { K::Policy.from_document(p.document).to_json },
    "brief" => ->(j, p, a) { told(K.brief(j, p, **named(a, %w[person as_of], %w[since]))) },
    "portfolio" => ->(j, p, a) { told(K.portfolio(j, p, **named(a, %w[as_of]))) },
    "change" => ->(j, p, a) { told(K.change(j, p, **named(a, %w[person since as_of]))) },
    "rank" => ->(j, p, a) { told(K.rank(j, p, **named(a, %w[partner as_of]))) },
    "schedule" => ->(j, p, a) { told(K.schedule(j, p, **named(a, %w[person as_of]))) },
    "what_if" => ->(j, p, a) { told(K.what_if(j, p, **named(a, %w[person as_of], %w[traits remedies]))) },
    "trail" => ->(j, p, a) { told(K.trail(j, p, **named(a, %w[person as_of], %w[pointer fact]))) },
    "business_day" => ->(_, p, a) { told(K.business_day(p, a["day"], **named(a, [], %w[to days calendar]))) },
    "announcement" => ->(j, p, a) { told(K.announcement_draft(j, p, **named(a, %w[person as_of], %w[language]))) },
    "case_study" => ->(j, p, a) { told(K.case_study_draft(j, p, **named(a, %w[deal as_of], %w[partner language]))) }
  }.freeze

  def self.test_order = :alpha

  CASES.each { |one| define_method("test_#{one['id']}") { run_case(one) } }

  define_method("test_~_all_were_run") do
    puts "\nconformance: #{CASES.size} cases, #{COUNT.map { |name, ids| "#{ids.size} #{name}" }.join(', ')}"
    puts "left out, over #{MOST} bytes: #{COUNT['large'].join(' ')}", "without types: #{COUNT['untyped'].join(' ')}"
    assert_operator CASES.size, :>, 900
    assert_equal CASES.size, COUNT["JSON"].size + COUNT["large"].size
    assert_operator COUNT["large"].size, :<=, 4
    assert_operator COUNT["typed"].size, :>, CASES.size * 0.9
  end

  def run_case(one)
    repeat = one["ask_repeat"]
    length = repeat ? repeat["unit"].bytesize * repeat["times"] : 0
    return COUNT["large"] << one["id"] if length > MOST

    question = one["ask_text"] || (repeat && repeat["prefix"] + repeat["unit"] * repeat["times"] + repeat["suffix"])
    answer = K.ask(question || JSON.generate(one["ask"], max_nesting: 0))
    document = JSON.parse(answer, max_nesting: false)
    one.fetch("expect", {}).each { |pointer, wanted| assert holds?(at(document, pointer), wanted), pointer }
    errors = one["errors"]&.map { |error| { "line" => nil, **error } }
    assert_equal errors, document["errors"].map { |error| error.slice("line", "code", "path") } if errors
    assert_equal one["sha256"], Digest::SHA256.hexdigest(part(one, answer)), answer[0, 1500]
    COUNT["JSON"] << one["id"]
    compare(one, document["errors"])
  end

  OPENING = '{"answer":{'
  # Possessive, so that a long text is not gone through again.
  TOKENS = /"(?:[^"\\]++|\\.)*+"|[{}\[\],]/

  # The part of an answer that a case is about, as the README of the corpus describes it.
  def part(one, answer)
    names = one.fetch("expect", {}).keys.filter_map { |pointer| pointer[%r{\A/answer/([^/]+)}, 1] }
    return answer if one["whole"] || names.empty? || !answer.start_with?(OPENING)

    named, start, depth, at = [], OPENING.length, 0, OPENING.length
    while (token = answer.match(TOKENS, at))
      at = token.end(0)
      case token[0]
      when "{", "[" then depth += 1
      when ",", "}", "]"
        if depth.zero?
          member = answer[start...token.begin(0)]
          named << member if names.include?(member[/\A"([^"]*)"/, 1])
          return named.join("\n") if token[0] == "}"

          start = at
        elsif token[0] != ","
          depth -= 1
        end
      end
    end
    raise "no JSON object: #{answer}"
  end

  def compare(one, errors)
    ask, form = one["ask"], nil
    form = FORMS[ask["do"] == "draft" ? ask["draft"] : ask["do"]] if ask.is_a?(Hash) && (ask.keys - MEMBERS).empty?
    return COUNT["untyped"] << one["id"] unless form

    answer = %({"answer":#{form.call(journal(ask['facts']), policy(ask['policy']), ask)}})
    assert_equal one["sha256"], Digest::SHA256.hexdigest(part(one, answer)), answer[0, 1500]
    COUNT["typed"] << one["id"]
  rescue K::KeypersonError => error
    assert_includes errors.to_a.map { |told| told["code"] }, error.code, error.message
    COUNT["typed"] << one["id"]
  rescue TypeError, ArgumentError # another type than the signature has, or a word that there is not
    assert errors, "the typed form takes other types than the JSON form"
    COUNT["untyped"] << one["id"]
  end

  # Facts that are read, made into typed ones, and read from those.
  def journal(facts)
    raise TypeError unless [nil, String, Array].include?(facts&.class)

    text = facts.is_a?(Array) ? facts.map { |fact| JSON.generate(fact, max_nesting: 0) }.join("\n") : facts.to_s
    K::Journal.from_facts(K::Journal.from_json_lines(text).facts)
  end

  def policy(document)
    raise TypeError unless [nil, Hash].include?(document&.class)

    document ? K::Policy.from_json(JSON.generate(document)) : K::Policy.default
  end
end
