# frozen_string_literal: true

# What a case expects, as `tests/conformance/README.md` says it.
module Expectation
  # What stands at a JSON pointer.
  def at(document, pointer)
    pointer.split("/", -1).drop(1).reduce(document) do |value, step|
      step = step.gsub("~1", "/").gsub("~0", "~")
      value.is_a?(Array) ? value.fetch(Integer(step), :absent) : value.is_a?(Hash) ? value.fetch(step, :absent) : :absent
    end
  end

  # Whether `found` is the value that is wanted, or what its matcher holds for.
  def holds?(found, wanted)
    case wanted.is_a?(Hash) ? wanted.keys.sort : []
    when %w[absent] then found == :absent
    when %w[atol near] then (found - wanted["near"]).abs <= wanted["atol"]
    when %w[length] then found.length == wanted["length"]
    when %w[contains] then contains?(found, wanted["contains"])
    when %w[lacks] then !contains?(found, wanted["lacks"])
    else found == wanted
    end
  end

  def contains?(found, part)
    has = ->(item) { item.is_a?(Hash) && part.all? { |key, value| holds?(item.fetch(key, :absent), value) } }
    return found.include?(part) if found.is_a?(String)

    found.is_a?(Array) ? found.any? { |item| part.is_a?(Hash) ? has.(item) : holds?(item, part) } : has.(found)
  end
end
