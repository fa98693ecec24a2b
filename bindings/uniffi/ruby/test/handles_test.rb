# frozen_string_literal: true

# What is no handle is an error for every function, and ends no process: `handles.rb` asks, in a process of its own.
require "minitest/autorun"
require "open3"

class HandlesTest < Minitest::Test
  def child(what)
    said, problems, status = Open3.capture3(Gem.ruby, File.join(__dir__, "handles.rb"), what)
    assert status.success?, "#{status}\n#{problems.lines.first(40).join}"
    said.lines(chomp: true)
  end

  def test_what_the_library_did_not_make_is_refused_by_every_function
    asked = child("wrong").map(&:split)
    known = { "Keyperson.brief" => 2, "Keyperson.fit" => 1, "Keyperson::Journal#merge" => 2,
              "Keyperson::JournalBuilder#finish" => 1, "Keyperson::Policy#to_toml" => 1,
              "Keyperson::Brief#to_html" => 1, "Keyperson::Brief#fit" => 1, "Keyperson::Schedule#to_calendar" => 2 }
    known.each { |name, handles| assert_includes asked.map { |one| one.first(2) }, [name, handles.to_s] }
    # With good handles most of them answer: it is the handle that is refused, and nothing else.
    assert_operator asked.count { |one| one.last == "answered" }, :>, asked.size * 3 / 4
  end

  def test_there_is_never_a_second_handle
    made = %w[Brief BusinessDay Change Draft Journal JournalBuilder Policy Portfolio Ranking Schedule Trail WhatIf]
    assert_equal made.map { |name| "Keyperson::#{name}" }, child("copies").sort
  end

  def test_a_process_may_end_while_threads_ask
    assert_equal ["left"], child("leaving")
  end
end
