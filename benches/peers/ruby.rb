# frozen_string_literal: true

# Measures a brief from 500 facts through the gem, in turn with the core: the argument is the path of `one-person` of
# the benches, which measures the core whenever it is asked. `cargo xtask bench ruby` builds and runs both.
require "json"
require "keyperson"

# What a brief through the gem may cost, in times of the core's own.
LIMIT = 2.0
TURNS = 30

# The times of one turn, in microseconds.
def timed(work)
  Array.new(20) do
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)
    work.call
    (Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) - started) / 1e3
  end
end

def median(times) = times.sort[times.size / 2]

core = IO.popen([ARGV.fetch(0)], "r+")
told = JSON.parse(core.gets)
journal = Keyperson::Journal.from_json_lines(told["facts"])
policy = Keyperson::Policy.default
person, as_of = told.values_at("person", "as_of")
question = JSON.generate(do: "brief", person:, as_of:)
brief = Keyperson.brief(journal, policy, person:, as_of:)

works = {
  "Ruby: JSON (ask_about)" => -> { Keyperson.ask_about(journal, policy, question) },
  "Ruby: ask_about, parsed" => -> { JSON.parse(Keyperson.ask_about(journal, policy, question)) },
  "Ruby: typed (brief), as asked" => -> { Keyperson.brief(journal, policy, person:, as_of:) },
  "Ruby: typed, a few fields read" => -> { Keyperson.brief(journal, policy, person:, as_of:).then { |it| [it.name, it.readiness, it.fit.score] } },
  "Ruby: typed, every field read" => -> { Keyperson.brief(journal, policy, person:, as_of:).to_h },
  "Ruby: brief.to_html" => -> { brief.to_html(language: :ja) }
}
works.each_value { |work| 100.times { work.call } }
times = Hash.new { |all, name| all[name] = [] }
TURNS.times do
  core.puts
  turn = JSON.parse(core.gets)
  times["core: brief"].concat(turn["brief"].map { |time| time / 1e3 })
  times["core: brief as JSON text"].concat(turn["json"].map { |time| time / 1e3 })
  works.each { |name, work| times[name].concat(timed(work)) }
end
core.close

against = times.values_at("core: brief", "core: brief as JSON text")
size = brief.to_json.size
jit = RubyVM.const_defined?(:YJIT) && RubyVM::YJIT.enabled? ? "with" : "without"
puts "A brief from #{journal.size} facts (#{size} characters of JSON), #{TURNS} turns with the core; " \
     "Ruby #{RUBY_VERSION} #{jit} YJIT:"
puts format("  %-36s %9s %9s %18s %18s", "", "least", "median", "× core's brief", "× core's JSON")
times.each do |name, all|
  ratios = against.map { |core| format("%.2f (%.2f)", all.min / core.min, median(all) / median(core)) }
  puts format("  %-36s %6d µs %6d µs %18s %18s", name, all.min, median(all), *ratios)
end
puts "Ratios are of the least times, in brackets of the medians. At most #{LIMIT} × the core making the same:"
[["JSON", "Ruby: JSON (ask_about)", "core: brief as JSON text"],
 ["typed, as asked", "Ruby: typed (brief), as asked", "core: brief"],
 ["typed, every field read", "Ruby: typed, every field read", "core: brief"]].each do |name, *pair|
  ratio = times.values_at(*pair).map(&:min).reduce(:/)
  puts format("  %-24s %.2f %s", name, ratio, ratio <= LIMIT ? "holds" : "MISSED")
end
