# frozen_string_literal: true

# Who the key person at a partner is, how sure that is, and what to change in the environment.
#
# What is asked and answered is written by UniFFI into `keyperson/generated.rb`, from the library beside it. Here is
# only what Ruby expects besides.
require "monitor"
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

      raise TypeError, "this #{self.class} was not made by keyperson: use its functions, such as from_json"
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

    def to_s = "#{code} #{place}: #{message}; #{hint}"
  end

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

  # A long answer is lifted no further than it is read: its fields lie one after the other in the bytes that the
  # library gave, and reading one lifts those before it and itself. Whatever needs all of it, such as `==`, `hash`,
  # `to_h`, `inspect`, `freeze`, a copy or `Marshal`, lifts it whole.
  module Later
    # One answer may be read by several threads.
    LOCK = Monitor.new

    # The class's readers, and how far each of them lifts.
    def self.of(answer, type, fields)
      answer.const_set(:LATER, fields.map { |name| [:"@#{name}", :"read_#{type}_#{name}"] }.freeze)
      answer.private_constant :LATER
      answer.prepend(Module.new do
        include Later
        fields.each_with_index do |name, index|
          class_eval("def #{name} = @uniffi_rest ? (lift(#{index}); super) : super", __FILE__, __LINE__)
        end
        define_method(:later_fields) { answer.const_get(:LATER) }
        private :later_fields
      end)
      RustBuffer.define_method(:"consume_into_#{type}") { Later.lift(answer, self) }
      # What nobody has read goes back as it came.
      RustBuffer.singleton_class.prepend(Module.new do
        define_method(:"check_lower_#{type}") { |value| super(value) unless Later.untouched(value) }
      end)
      RustBufferBuilder.prepend(Module.new do
        define_method(:"write_#{type}") do |value|
          bytes = Later.untouched(value)
          bytes ? write(bytes) : super(value)
        end
      end)
    end

    # The bytes of an answer of which nothing was lifted.
    def self.untouched(answer)
      LOCK.synchronize { answer.is_a?(Later) && answer.instance_eval { @uniffi_rest.bytes if @uniffi_rest && @uniffi_lifted.zero? } }
    end

    # An answer of which nothing is lifted yet; the library has its memory back.
    def self.lift(answer, rbuf)
      stream = RustBufferStream.new(rbuf)
      stream.bytes
      answer.allocate.tap do |made|
        made.instance_variable_set(:@uniffi_rest, stream)
        made.instance_variable_set(:@uniffi_lifted, 0)
      end
    ensure
      rbuf.free
    end

    %i[to_h inspect instance_variables freeze].each do |name|
      define_method(name) { lift && super() }
    end

    def initialize_copy(other)
      marshal_load(other.to_h)
      %i[@uniffi_rest @uniffi_lifted].each { |name| remove_instance_variable(name) if instance_variable_defined?(name) }
    end

    def marshal_dump = to_h

    def marshal_load(fields) = fields.each { |name, value| instance_variable_set(:"@#{name}", value) }

    private

    # Lifts up to the field of a number, or all.
    def lift(last = later_fields.size - 1)
      LOCK.synchronize do
        while @uniffi_rest && @uniffi_lifted <= last
          name, reader = later_fields[@uniffi_lifted]
          instance_variable_set(name, @uniffi_rest.public_send(reader))
          @uniffi_lifted += 1
          done if @uniffi_lifted == later_fields.size
        end
      end
      self
    end

    def done
      raise InternalError, "bytes are left behind the last field" unless @uniffi_rest.remaining.zero?

      remove_instance_variable(:@uniffi_lifted)
      remove_instance_variable(:@uniffi_rest)
    end
  end
  private_constant :Later

  classes = constants.map { |name| const_get(name) }.grep(Class)
  variants = classes.flat_map { |of| of.constants(false).map { |name| of.const_get(name) } }.grep(Class)
  (classes + variants).select { |of| of.method_defined?(:==, false) }.each { |of| of.prepend(Value) }

  classes.select { |of| of.method_defined?(:uniffi_clone_handle, false) }.each do |handle|
    handle.prepend(Handle)
    handle.singleton_class.prepend(Handle::Kind)
    handle.private_class_method :new, :allocate
  end
end

# Behind `Value`, whose methods must not see an answer half lifted.
require_relative "keyperson/readers"
