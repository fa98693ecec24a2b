# frozen_string_literal: true

# Every function of the gem, found in its signatures, and arguments for it: one that is added is asked, too.
require "rbs"
require "keyperson"

module Asked
  K = Keyperson
  SIGNATURES = File.join(Gem.loaded_specs.fetch("keyperson").full_gem_path, "sig")
  # A day, and as well the id of a person, a partner and a deal: any text of a question.
  WORD = "2026-01-31"
  FACTS = [
    %({"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"#{WORD}","person":"#{WORD}","type":"person_registered","name":"佐藤"}),
    %({"id":"f-2","at":"2026-01-06T09:00:00+09:00","partner":"#{WORD}","person":"#{WORD}","type":"rating","trait":"drive","value":0.9,"by":"Sato"}),
    %({"id":"f-3","at":"2026-01-07T09:00:00+09:00","partner":"#{WORD}","person":"#{WORD}","type":"deal","deal":"#{WORD}","stage":"won"})
  ].join("\n")
  HANDLES = K.constants.map { |name| K.const_get(name) }.grep(Class).select { |of| of.include?(K::Handle) }

  # A function: its name, the types of what it takes (of a handle's own function the handle first), the names of those
  # that are named, which come last, and how to call it.
  Function = Struct.new(:name, :types, :names, :way) do
    def call = ->(*given) { way.(*given.first(types.size - names.size), **names.zip(given.last(names.size)).to_h) }

    def handles = types.each_index.select { |index| HANDLES.any? { |of| types[index] == "::#{of}" } }

    def good = types.map { |type| Asked.make(type) }
  end

  module_function

  def functions
    loader = RBS::EnvironmentLoader.new
    loader.add(path: Pathname(SIGNATURES))
    %w[date pathname].each { |name| loader.add(library: name) }
    builder = RBS::DefinitionBuilder.new(env: RBS::Environment.from_loader(loader).resolve_type_names)
    module_functions = typed(builder.build_singleton(named("Keyperson")), "Keyperson").map do |name, (types, names)|
      Function.new("Keyperson.#{name}", types, names, ->(*given, **others) { K.public_send(name, *given, **others) })
    end
    module_functions + HANDLES.flat_map do |of|
      makers = typed(builder.build_singleton(named(of.name)), of.name).except(:read).map do |name, (types, names)|
        Function.new("#{of}.#{name}", types, names, ->(*given, **others) { of.public_send(name, *given, **others) })
      end
      makers + typed(builder.build_instance(named(of.name)), of.name).map do |name, (types, names)|
        # Whatever stands for the handle, it is the class's function that is called.
        way = ->(on, *given, **others) { of.instance_method(name).bind_call(on, *given, **others) }
        Function.new("#{of}##{name}", ["::#{of}", *types], names, way)
      end
    end
  end

  def named(name)
    RBS::TypeName.new(name: name.split("::").last.to_sym, namespace: RBS::Namespace.parse("::#{name}").parent)
  end

  def typed(definition, of)
    own = definition.methods.select { |_, method| method.defs.any? { |one| one.implemented_in&.to_s == "::#{of}" } }
    own.transform_values do |method|
      type = method.method_types.first.type
      placed = (type.required_positionals + type.optional_positionals).map { |one| one.type.to_s }
      names = type.required_keywords.merge(type.optional_keywords)
      [placed + names.values.map { |one| one.type.to_s }, names.keys]
    end
  end

  def brief = K.brief(make("::Keyperson::Journal"), K::Policy.default, person: WORD, as_of: WORD)

  # How each answer is asked for.
  def answer(of)
    given = [make("::Keyperson::Journal"), K::Policy.default]
    case of
    when "Brief" then brief
    when "Portfolio" then K.portfolio(*given, as_of: WORD)
    when "Change" then K.change(*given, person: WORD, since: WORD, as_of: WORD)
    when "Trail" then K.trail(*given, person: WORD, as_of: WORD)
    when "Ranking" then K.rank(*given, partner: WORD, as_of: WORD)
    when "Schedule" then K.schedule(*given, person: WORD, as_of: WORD)
    when "WhatIf" then K.what_if(*given, person: WORD, as_of: WORD, traits: {})
    when "Draft" then K.announcement_draft(*given, person: WORD, as_of: WORD, language: :en)
    when "BusinessDay" then K.business_day(given.last, WORD)
    end
  end

  def make(type)
    case type
    when /\A\((.*)\)\z/, /\A(.*)\?\z/, /\A([^|\[]*) \| .*\z/ then make($1)
    when "::Keyperson::Journal" then K::Journal.from_json_lines(FACTS)
    when "::Keyperson::JournalBuilder" then K::JournalBuilder.begin.tap { |builder| builder.push_json_lines(FACTS) }
    when "::Keyperson::Policy" then K::Policy.default
    when "::Keyperson::PolicyDocument" then K::Policy.default.document
    when "::Keyperson::Fact" then make("::Keyperson::Journal").facts.first
    when "::Keyperson::Finding" then brief.findings.first
    when *HANDLES.map { |of| "::#{of}" } then answer(type.split("::").last)
    when "::String" then WORD
    when "::Integer" then 1
    when "::Float" then 0.5
    when /\A::Keyperson::([a-z].*)/ then K.const_get($1.split("_").map(&:capitalize).join)::ALL.first
    when /\A::Array\[(.*)\]\z/ then [make($1)]
    when /\A::Hash\[([^,]*), (.*)\]\z/ then { make($1) => make($2) }
    else raise "say in `make` what a #{type} is, so that functions that take one are asked, too"
    end
  end
end
