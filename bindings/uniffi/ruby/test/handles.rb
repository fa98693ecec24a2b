# frozen_string_literal: true

# Asks every function of the gem with every handle that is no good. What is wrong with one may end the whole process, so
# this is a program of its own, which `handles_test.rb` starts.
require "delegate"
require "weakref"
require "yaml"
require_relative "asked"

module Handles
  K = Keyperson
  # Says that it is what is wanted.
  Liar = Struct.new(:handle) do
    def is_a?(_of) = true
    alias_method :kind_of?, :is_a?
    alias_method :instance_of?, :is_a?

    def uniffi_clone_handle = handle
  end

  module_function

  # What was never made by the library, or is something else, by a name.
  def bad(of)
    good = Asked.make("::#{of}")
    name = of.name
    others = Asked::HANDLES - [of]
    {
      "allocated" => of.send(:allocate),
      "of a class below" => Class.new(of).send(:allocate),
      "with a handle of its own" => of.send(:allocate).tap { |made| made.instance_variable_set(:@handle, 4096) },
      "with another's handle" => of.send(:allocate).tap { |made| made.instance_variable_set(:@handle, good.instance_variable_get(:@handle)) },
      "loaded" => Marshal.load("\x04\bo:#{(name.size + 5).chr}#{name}\x06:\f@handlei\x02\x00\x10"),
      "its class" => of, "nil" => nil, "a number" => 4096, "a text" => "journal", "anything" => Object.new,
      "hardly anything" => BasicObject.new, "a liar" => Liar.new(4096), "a liar with nothing" => Liar.new(0),
      "a delegator" => SimpleDelegator.new(good), "a reference" => WeakRef.new(good)
    }.merge(others.to_h { |other| [other.name, Asked.make("::#{other}")] })
  end

  def refused
    yield
    "answered"
  rescue StandardError => error
    error.class.name
  end

  def wrong
    Asked.functions.reject { |function| function.handles.empty? }.each do |function|
      good = refused { function.call.(*function.good) }
      raise "#{function.name}: #{good}" unless ["answered", "Keyperson::KeypersonError::Refused"].include?(good)

      function.handles.each do |index|
        of = Asked::HANDLES.find { |one| function.types[index] == "::#{one}" }
        bad(of).each do |name, handle|
          said = refused { function.call.(*function.good.tap { |given| given[index] = handle }) }
          raise "#{function.name}, argument #{index}, #{name}: #{said}" unless said == "TypeError"
        end
      end
      puts "#{function.name} #{function.handles.size} #{good}"
    end
    # Nothing of all that is freed which was never made.
    GC.start
  end

  # However one is copied or given away, there is no second one to be freed.
  def copies
    ways = {
      "dup" => ->(one) { one.dup }, "clone" => ->(one) { one.clone(freeze: false) },
      "Kernel's dup" => ->(one) { Kernel.instance_method(:dup).bind_call(one) },
      "Kernel's clone" => ->(one) { Kernel.instance_method(:clone).bind_call(one) },
      "Marshal" => ->(one) { Marshal.dump(one) }, "YAML" => ->(one) { YAML.dump([one]) }
    }
    Asked::HANDLES.each do |of|
      one = Asked.make("::#{of}")
      ways.each do |name, way|
        20.times { raise "#{of} #{name}" unless refused { way.(one) } == "TypeError" }
        GC.start
      end
      raise "#{of} from YAML" unless refused { YAML.unsafe_load("--- !ruby/object:#{of}\nhandle: 4096\n") } == "NoMethodError"
      raise "#{of} may be changed" unless refused { one.instance_variable_set(:@handle, 0) } == "FrozenError"

      # What a Ractor is sent is the handle itself, moved or not.
      [true, false].each do |move|
        other = Ractor.new { Ractor.receive }
        other.send(one, move:)
        raise "#{of} became another" unless other.take.equal?(one)

        GC.start
      end
      raise "#{of} is asked in a Ractor" unless refused { Ractor.new(one) { |given| given.method(:uniffi_clone_handle).call }.take } == "Ractor::RemoteError"

      GC.start
      used = { K::Journal => :size, K::JournalBuilder => :size }.tap { |names| names.default = :to_json }
      one.public_send(used[of])
      puts of
    end
  end

  # Threads ask while others' handles are freed, and the process ends while they still do.
  def leaving
    policy = K::Policy.default
    asked = Queue.new
    Array.new(4) do
      Thread.new { loop { asked << K.brief(Asked.make("::Keyperson::Journal"), policy, person: Asked::WORD, as_of: Asked::WORD).to_json } }
    end
    told = Array.new(60) { |round| GC.start if (round % 10).zero?; asked.pop }
    raise "threads were told different things" unless told.uniq.size == 1

    puts "left"
    exit
  end
end

Warning[:experimental] = false
Handles.public_send(ARGV.fetch(0))
