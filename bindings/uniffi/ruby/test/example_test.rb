# frozen_string_literal: true

# The example, and the Ruby of the README, run as a reader would run them.
require "minitest/autorun"
require "open3"
require "tmpdir"
require "keyperson"

class ExampleTest < Minitest::Test
  ROOT = File.expand_path("../../../..", __dir__)
  EXAMPLE = File.join(ROOT, "examples/ruby/brief.rb")

  def ruby(*arguments, folder)
    Open3.capture2e(Gem.ruby, *arguments, chdir: folder)
  end

  def test_the_example_prints_a_brief_and_saves_the_page
    Dir.mktmpdir do |folder|
      said, status = ruby(EXAMPLE, folder)
      assert status.success?, said
      assert_match(/\Ap-001: fit 0\.\d+, 3 traits unknown\n- .+\n/, said)
      assert_includes File.read(File.join(folder, "brief.ja.html"), encoding: "UTF-8"), "p-001"
    end
  end

  def test_the_example_reads_a_file_and_says_what_is_wrong_with_it
    Dir.mktmpdir do |folder|
      File.write(File.join(folder, "facts.jsonl"), "not a fact\n")
      said, status = ruby(EXAMPLE, "facts.jsonl", folder)
      refute status.success?
      assert_match(/\A\w+ line 1/, said)
    end
  end

  def test_the_ruby_of_the_readme
    block = File.read(File.join(ROOT, "README.md"), encoding: "UTF-8")[/^```ruby\n(.*?)^```$/m, 1]
    assert block, "README.md has no block of Ruby"
    Dir.mktmpdir do |folder|
      said, status = ruby("-e", block, folder)
      assert status.success?, said
      assert_includes said, "drive_without_time"
    end
  end
end
