# frozen_string_literal: true

# The RBS signatures say what the loaded classes have: no more, and no less.
require "json"
require "minitest/autorun"
require "rbs"
require "rbs/test"
require "keyperson"

class SignaturesTest < Minitest::Test
  SIGNATURES = File.join(Gem.loaded_specs.fetch("keyperson").full_gem_path, "sig")
  BY_UNIFFI = /\A(uniffi_|allocWith|rust_call)/

  def builder
    loader = RBS::EnvironmentLoader.new
    loader.add(path: Pathname(SIGNATURES))
    %w[date pathname].each { |name| loader.add(library: name) }
    RBS::DefinitionBuilder.new(env: RBS::Environment.from_loader(loader).resolve_type_names)
  end

  # Every class of the gem by its name.
  def classes(within = Keyperson)
    within.constants(false).map { |name| within.const_get(name) }.grep(Class).flat_map { |of| [of, *classes(of)] }
          .reject { |of| of < FFI::Struct }
  end

  def declared(name)
    RBS::TypeName.new(name: name.split("::").last.to_sym,
                      namespace: RBS::Namespace.parse("::#{name}").parent)
  end

  def own(methods, of)
    methods.select { |_, method| method.defs.any? { |one| one.implemented_in&.to_s == "::#{of}" } }
  end

  def arguments(method)
    type = method.method_types.first.type
    keywords = type.required_keywords.keys.map { |name| [:keyreq, name] } +
               type.optional_keywords.keys.map { |name| [:key, name] }
    [type.required_positionals.size, type.optional_positionals.size, keywords.sort]
  end

  def parameters(method)
    kinds = method.parameters.group_by(&:first)
    [kinds.fetch(:req, []).size, kinds.fetch(:opt, []).size,
     (kinds.fetch(:keyreq, []) + kinds.fetch(:key, [])).sort]
  end

  def test_functions
    written = own(builder.build_singleton(declared("Keyperson")).methods, "Keyperson")
    there = Keyperson.singleton_methods(false).reject { |name| name.match?(BY_UNIFFI) }
    assert_operator there.size, :>, 15
    assert_equal there.sort, written.keys.sort
    there.each { |name| assert_equal parameters(Keyperson.method(name)), arguments(written[name]), name.to_s }
  end

  def test_classes
    built = builder
    values = classes.select { |of| of.ancestors.include?(Keyperson::Value) }
    assert_operator values.size, :>, 150
    values.each do |of|
      methods = own(built.build_instance(declared(of.name)).methods, of.name)
      readers = of.instance_methods(false).reject { |name| name.match?(BY_UNIFFI) } - %i[== to_s]
      assert_equal readers.sort, (methods.keys - [:initialize]).sort, of.name
      assert_equal parameters(of.instance_method(:initialize)), arguments(methods[:initialize]), of.name
    end
  end

  def test_words
    words = classes.select { |of| of.const_defined?(:ALL, false) }
    assert_operator words.size, :>, 30
    constants = builder.env.constant_decls.transform_keys(&:to_s).select { |name, _| name.start_with?("::Keyperson::") }
    constants = constants.transform_values { |entry| entry.decl.type }
    constants = constants.select { |_, type| type.is_a?(RBS::Types::Literal) }.transform_values(&:literal)
    words.each { |of| assert_equal of::ALL.sort, (of.constants(false) - [:ALL]).map { |name| of.const_get(name) }.sort, of.name }
    there = words.flat_map { |of| (of.constants(false) - [:ALL]).map { |name| ["::#{of}::#{name}", of.const_get(name)] } }.to_h
    assert_equal there, constants
  end

  def test_handles
    built = builder
    handles = classes.select { |of| of.include?(Keyperson::Handle) }
    assert_operator handles.size, :>, 11
    handles.each do |of|
      methods = own(built.build_instance(declared(of.name)).methods, of.name)
      there = of.instance_methods(false).reject { |name| name.match?(BY_UNIFFI) } - %i[== eql? hash]
      assert_equal there.sort, methods.keys.sort
      there.each { |name| assert_equal parameters(of.instance_method(name)), arguments(methods[name]), name.to_s }
      made = own(built.build_singleton(declared(of.name)).methods, of.name)
      makers = of.singleton_methods(false).reject { |name| name.match?(BY_UNIFFI) }
      assert_equal makers.sort, made.keys.sort
      makers.each { |name| assert_equal parameters(of.method(name)), arguments(made[name]), name.to_s }
    end
  end

  # Each value that a reader gives is of the type that is written, down to the last.
  def assert_typed(value, built, check, seen)
    case value
    when Array then value.each { |item| assert_typed(item, built, check, seen) }
    when Hash then value.each_value { |item| assert_typed(item, built, check, seen) }
    when Keyperson::Value, Keyperson::Answer
      methods = seen[value.class.name] ||= built.build_instance(declared(value.class.name)).methods
      value.to_h.each do |name, inner|
        type = methods[name].method_types.first.type.return_type
        assert check.value(inner, type), "#{value.class}##{name}: #{inner.inspect} is no #{type}"
        assert_typed(inner, built, check, seen)
      end
    end
  end

  def test_results_have_the_types_that_are_written
    built = builder
    check = RBS::Test::TypeCheck.new(self_class: Keyperson, builder: built, sample_size: nil, unchecked_classes: [])
    case_file = File.expand_path("../../../../tests/conformance/cases/brief.json", __dir__)
    asks = JSON.parse(File.read(case_file, encoding: "UTF-8"))["cases"].map { |one| one["ask"] || {} }
    whole = asks.select { |ask| ask["facts"].is_a?(Array) }.max_by { |ask| ask["facts"].size }
    journal = Keyperson::Journal.from_json_lines(whole["facts"].map { |fact| JSON.generate(fact) }.join("\n"))
    policy = Keyperson::Policy.default
    seen = {}
    [journal.facts, policy.document, Keyperson.portfolio(journal, policy, as_of: whole["as_of"]),
     Keyperson.briefs(journal, policy, people: journal.people, as_of: whole["as_of"])].each do |value|
      assert_typed(value, built, check, seen)
    end
    assert_operator seen.size, :>, 80
  end

  def test_every_class_has_its_signature
    known = builder.env.class_decls.keys.map { |name| name.to_s.delete_prefix("::") }
    assert_empty classes.map(&:name) - known
  end
end
