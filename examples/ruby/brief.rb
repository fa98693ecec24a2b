# frozen_string_literal: true

# Reads facts, prints a brief, saves the page: ruby brief.rb [facts.jsonl [person [day]]]
require "keyperson"

include Keyperson

# Drive is strong, and there is one hour a week for it.
made = [
  Fact.new(id: "f-1", at: "2026-01-06T09:00:00+09:00", partner: "acme", person: "p-001",
           event: Event::RATING.new(trait: Trait::DRIVE, value: 0.9, by: "Sato")),
  Fact.new(id: "f-2", at: "2026-01-07T09:00:00+09:00", partner: "acme", person: "p-001",
           event: Event::ALLOCATION.new(hours_per_week: 1))
]
file, person, as_of = ARGV

begin
  journal = file ? Journal.from_json_lines_bytes(File.binread(file)) : Journal.from_facts(made)
  brief = Keyperson.brief(journal, Policy.default, person || "p-001", as_of || "2026-01-31")

  puts "#{brief.person}: fit #{brief.fit.score&.round(2) || 'unknown'}, #{brief.fit.unknown.size} traits unknown"
  brief.finding_texts(Language::ENGLISH).first(3).each do |text|
    puts "- #{text.title}: #{text.change}"
  end

  File.write("brief.ja.html", brief.to_html(Language::JAPANESE))
  puts "the page is in brief.ja.html"
rescue KeypersonError => error
  abort error.message
end
