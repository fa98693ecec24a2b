# frozen_string_literal: true

# Who the key person at a partner is, how sure that is, and what to change in the environment.
#
# What is asked and answered is written by UniFFI into `keyperson/generated.rb`, from the library beside it. Here is
# only what Ruby expects besides.
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
    def dup = raise(TypeError, "a #{self.class} cannot be copied; share it")

    def clone(**) = dup

    def marshal_dump = raise(TypeError, "a #{self.class} cannot be dumped; store its text")
  end

  # `rescue Keyperson::KeypersonError` takes each of its kinds.
  class KeypersonError
    # The permanent code of the first problem, such as `unknown_person`.
    module Code
      def code = message[/\A\w+/]
    end

    [Refused, Internal].each { |kind| kind.include(Code) }

    def self.===(error) = error.is_a?(Code)
  end

  # Answers are read out of the library at once, and not number by number, which takes several times as long.
  class RustBufferStream
    def read(size) = past(size) && bytes.byteslice(@offset - size, size)

    def unpack_from(size, format) = past(size) && bytes.unpack1(format, offset: @offset - size)

    private

    def bytes = @bytes ||= @rbuf.data.get_bytes(0, @rbuf.len)

    def past(size)
      raise InternalError, "read past end of rust buffer" if @offset + size > bytes.bytesize

      @offset += size
    end
  end

  classes = constants.map { |name| const_get(name) }.grep(Class)
  variants = classes.flat_map { |of| of.constants(false).map { |name| of.const_get(name) } }.grep(Class)
  (classes + variants).select { |of| of.method_defined?(:==, false) }.each { |of| of.prepend(Value) }

  [Journal, JournalBuilder, Policy].each do |handle|
    handle.prepend(Handle)
    handle.private_class_method :new, :allocate
  end
end
