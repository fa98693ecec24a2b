# frozen_string_literal: true

# Reads facts, prints a brief, saves the page: ruby brief.rb [facts.jsonl [person [day]]]
require "keyperson"

# Drive is strong, and there is one hour a week for it.
made = [
  Keyperson::Fact.new(id: "f-1", at: "2026-01-06T09:00:00+09:00", partner: "acme", person: "p-001",
                      event: Keyperson::Event::Rating.new(trait: :drive, value: 0.9, by: "Sato")),
  Keyperson::Fact.new(id: "f-2", at: "2026-01-07T09:00:00+09:00", partner: "acme", person: "p-001",
                      event: Keyperson::Event::Allocation.new(hours_per_week: 1))
]
file, person, as_of = ARGV

begin
  journal = file ? Keyperson::Journal.read(file) : Keyperson::Journal.from_facts(made)
  brief = Keyperson.brief(journal, Keyperson::Policy.default, person: person || "p-001", as_of: as_of || "2026-01-31")

  puts "#{brief.person}: fit #{brief.fit.score&.round(2) || 'unknown'}, #{brief.fit.unknown.size} traits unknown"
  brief.finding_texts(language: :en).first(3).each do |text|
    puts "- #{text.title}: #{text.change}"
  end

  File.write("brief.ja.html", brief.to_html(language: :ja))
  puts "the page is in brief.ja.html"
rescue Keyperson::KeypersonError => error
  abort error.message
end
