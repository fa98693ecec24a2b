# frozen_string_literal: true

# Measures a brief from 500 facts through the gem, beside the core's own time, which comes on standard input from
# `cargo run --release -p keyperson-benches --bin one-person`. `cargo xtask bench ruby` runs both.
require "json"
require "keyperson"

include Keyperson

told = JSON.parse($stdin.read)
journal = Journal.from_json_lines(told["facts"])
policy = Policy.default
person, as_of = told.values_at("person", "as_of")
question = JSON.generate(do: "brief", person:, as_of:)
brief = Keyperson.brief(journal, policy, person, as_of)

# The least time of many rounds, in microseconds, after some to warm up.
def least(&work)
  20.times(&work)
  times = Array.new(200) do
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    work.call
    Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
  end
  times.min * 1e6
end

rows = {
  "core: brief" => told["brief_microseconds"],
  "core: brief as JSON text" => told["json_microseconds"],
  "Ruby: ask_about, JSON text" => least { Keyperson.ask_about(journal, policy, question) },
  "Ruby: ask_about, parsed" => least { JSON.parse(Keyperson.ask_about(journal, policy, question)) },
  "Ruby: brief, typed" => least { Keyperson.brief(journal, policy, person, as_of) },
  "Ruby: brief_to_html of a typed one" => least { Keyperson.brief_to_html(brief, Language::JAPANESE) }
}
puts "A brief from #{journal.size} facts (#{Keyperson.brief_to_json(brief).size} characters of JSON):"
rows.each do |what, time|
  ratio = time / told["brief_microseconds"]
  puts format("  %<what>-36s %<time>7d µs  %<ratio>6.2f × the core's brief", what:, time:, ratio:)
end
