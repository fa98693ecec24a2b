# frozen_string_literal: true

# Who the key person at a partner is, how sure that is, and what to change in the environment.
#
# What is asked and answered is written by UniFFI into `keyperson/generated.rb`, from the library beside it. Here is
# only what Ruby expects besides.
require "date"
require "time"
require_relative "keyperson/generated"

module Keyperson
  # What facts and results are: values. They compare by what they hold, may be keys, and can be matched.
  module Value
    def to_h
      instance_variables.to_h { |name| [name.to_s.delete_prefix("@").to_sym, instance_variable_get(name)] }
    end

    def ==(other) = other.instance_of?(self.class) && other.to_h == to_h

    def eql?(other) = other.instance_of?(self.class) && other.to_h.eql?(to_h)

    def hash = [self.class, to_h].hash

    def deconstruct_keys(_names) = to_h
  end

  # What lives in the library. A copy would be freed twice, so there is none.
  module Handle
    # The handles that came from the library and live, and nothing made in another way: allocated, loaded or copied.
    MADE = ObjectSpace::WeakMap.new
    private_constant :MADE

    # What the class of a handle does.
    module Kind
      # Frozen, so that Ractors share it, too, instead of copying or moving it.
      def uniffi_allocate(handle) = super.tap { |made| MADE[made] = true }.freeze

      # `===` asks what a thing is, and `is_a?` what it says.
      def uniffi_check_lower(given)
        return super if self === given

        raise TypeError, "expected a #{self}, got #{Kernel.instance_method(:class).bind_call(given)}"
      end

      private :uniffi_allocate
    end

    def uniffi_clone_handle
      return super if MADE.key?(self)

      raise TypeError, "this #{self.class} was not made by keyperson: use its functions, such as brief or from_json"
    end

    # However it is copied, the finalizer comes along.
    def initialize_copy(_of)
      ObjectSpace.undefine_finalizer(self)
      dup
    end

    def dup = raise(TypeError, "a #{self.class} cannot be copied; share it")

    def clone(**) = dup

    def marshal_dump = raise(TypeError, "a #{self.class} cannot be dumped; store its text")

    def encode_with(_coder) = marshal_dump
  end

  # `rescue Keyperson::KeypersonError` takes each of its kinds: `Refused`, which has `problems` and their `count`, and
  # `Internal`, which has a `reason`.
  module KeypersonError
    # The permanent code of the first problem, such as `unknown_person`.
    def code = problems.first&.code || "internal"

    # What is wrong, one problem each; empty for a mistake of keyperson's own.
    def problems = @problems || []

    # For people: one line per problem, with its code, its place, what is wrong and what to do.
    def to_s
      return "internal: #{@reason}" if problems.empty?

      more = @count - problems.size
      [*problems, *("and #{more} more" if more.positive?)].join("\n")
    end

    [Refused, Internal].each do |kind|
      kind.remove_method(:to_s)
      kind.remove_method(:problems) if kind.method_defined?(:problems, false)
      kind.include(KeypersonError)
    end
  end
  Refused = KeypersonError::Refused
  Internal = KeypersonError::Internal

  # One thing that is wrong.
  class Problem
    # Where it is, for people: the line, the path inside of it, or both.
    def place
      parts = [line && "line #{line}", path.empty? ? nil : path].compact
      parts.empty? ? "the input" : parts.join(", ")
    end

    # What is wrong, in one sentence.
    def text(language: :ja) = texts.fetch(language.to_sym).text

    # What to do about it, in one sentence.
    def hint_in(language: :ja) = texts.fetch(language.to_sym).hint

    def to_s = "#{code} #{place}: #{message}; #{hint}"
  end

  # Days are `Date`, instants are `Time`, to the nanosecond and with their offset; in the library both are texts.
  module Dates
    INSTANT = /\A(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)\z/

    module_function

    # A day of the library's.
    def day(text) = Date.new(text.to_i, text.byteslice(5, 2).to_i, text.byteslice(8, 2).to_i)

    # An instant of the library's. An answer holds hundreds: `Time.new` itself turns the texts of its parts into numbers.
    def instant(text)
      seconds = text.byteslice(17, 2)
      seconds = seconds.to_i + "0#{text[/\.\d+/]}".to_r if text.getbyte(19) == 46
      zone = text.end_with?("Z") ? "UTC" : text.byteslice(-6, 6)
      Time.new(text.to_i, text.byteslice(5, 2), text.byteslice(8, 2), text.byteslice(11, 2), text.byteslice(14, 2), seconds, zone)
    end

    # What was given for a day; a text that is none stays as it is, and the library says what is wrong with it.
    def to_day(given)
      given.is_a?(String) && given.match?(/\A\d{4}-\d\d-\d\d\z/) ? Date.iso8601(given) : given
    rescue Date::Error
      given
    end

    # What was given for an instant.
    def to_instant(given)
      given.is_a?(String) && given.match?(INSTANT) ? instant(given) : given
    rescue ArgumentError
      given
    end

    # A day, an instant or a text, as the library reads it.
    def text(given)
      case given
      when Time then given.iso8601(given.nsec.zero? ? 0 : 9)
      when DateTime then given.iso8601(9)
      when Date then given.iso8601
      else given
      end
    end
  end

  # Words are symbols, as JSON writes them; in the library they are numbers.
  module Words
    # Lets the library take the words of a class.
    def self.of(words, type)
      numbers = words::ALL.each_with_index.to_h { |word, index| [word, index + 1] }.freeze
      RustBuffer.define_singleton_method(:"check_lower_#{type}") { |given| Words.number(words, numbers, given) }
      RustBufferBuilder.define_method(:"write_#{type}") { |given| pack_into(4, "N", Words.number(words, numbers, given)) }
      RustBufferStream.define_method(:"read_#{type}") { words::ALL.fetch(unpack_from(4, "N") - 1) }
    end

    # The number of a word that is given as a symbol or a text.
    def self.number(words, numbers, given)
      raise TypeError, "expected a word of #{words}, got #{given.inspect}" unless [Symbol, String].any? { |of| of === given }

      numbers.fetch(given.to_sym) do
        raise ArgumentError, "#{given.inspect} is no word of #{words}; there are #{numbers.keys.map(&:inspect).join(', ')}"
      end
    end
  end
  private_constant :Words

  # Answers are read out of the library at once, and not number by number, which takes several times as long.
  class RustBufferStream
    def read(size) = past(size) && bytes.byteslice(@offset - size, size)

    def unpack_from(size, format) = past(size) && bytes.unpack1(format, offset: @offset - size)

    def bytes = @bytes ||= @rbuf.data.get_bytes(0, @rbuf.len).force_encoding(Encoding::UTF_8)

    def remaining = bytes.bytesize - @offset

    private

    def past(size)
      raise InternalError, "read past end of rust buffer" if @offset + size > bytes.bytesize

      @offset += size
    end
  end

  # What is handed over is gathered in Ruby, and crosses the border once.
  class RustBufferBuilder
    def initialize = @out = String.new(capacity: 1024, encoding: Encoding::BINARY)

    def finalize
      RustBuffer.alloc(@out.bytesize).tap do |rbuf|
        rbuf.data.put_bytes(0, @out) unless @out.empty?
        rbuf.len = @out.bytesize
      end
    end

    def discard = nil

    def write(value) = @out << value.b

    private

    def pack_into(_size, format, value) = [value].pack(format, buffer: @out)
  end

  # An answer stays in the library; a field is handed out whenever it is read.
  module Answer
    # Every field.
    def to_h = deconstruct_keys(nil)

    # The fields that a pattern asks for, and no others.
    def deconstruct_keys(names)
      fields = self.class::FIELDS
      (names ? fields & names : fields).to_h { |name| [name, public_send(name)] }
    end

    def inspect
      plain = [String, Numeric, Time, Date, true, false]
      shown = to_h.select { |_, value| plain.any? { |of| of === value } }
      "#<#{self.class} #{shown.map { |name, value| "#{name}=#{value.inspect}" }.join(', ')}>"
    end
  end

  classes = constants.map { |name| const_get(name) }.grep(Class)
  # Files.
  class Journal
    # Reads a file of JSON Lines, one fact per line, of at most 64 MiB; a larger one is read in pieces by a
    # `JournalBuilder`.
    def self.read(path) = from_json_lines_bytes(File.binread(path))
  end

  class Policy
    # Reads a policy from a TOML file, or from a JSON file where its name ends in `.json`.
    def self.read(path)
      text = File.read(path, encoding: Encoding::UTF_8)
      path.to_s.downcase.end_with?(".json") ? from_json(text) : from_toml(text)
    end
  end

  class Finding
    # What the finding says, in sentences.
    def text(language: :ja) = Keyperson.finding_text(self, language:)
  end

  handles, values = classes.partition { |of| of.method_defined?(:uniffi_clone_handle, false) }
  values.select { |of| of.method_defined?(:==, false) }.each { |of| of.prepend(Value) }

  handles.each do |handle|
    handle.prepend(Handle)
    handle.singleton_class.prepend(Handle::Kind)
    handle.private_class_method :new, :allocate
  end
end

require_relative "keyperson/readers"
