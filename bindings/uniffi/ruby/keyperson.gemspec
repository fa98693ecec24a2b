# frozen_string_literal: true

# `cargo xtask test uniffi` adds the library, what UniFFI writes for it, and its signatures, and then builds the gem.
Gem::Specification.new do |spec|
  spec.name = "keyperson"
  spec.version = "0.1.0"
  spec.summary = "Who the key person at a partner is, how sure that is, and what to change in the environment"
  spec.description = "Reads dated facts about people and deals at partner companies, and answers with one page: " \
                     "who fits the role and how sure that is, what to change around the person, and what to do this week."
  spec.authors = ["The keyperson authors"]
  spec.licenses = ["MIT", "Apache-2.0"]
  spec.metadata = { "rubygems_mfa_required" => "true" }
  spec.platform = Gem::Platform.local
  spec.required_ruby_version = ">= 3.1"
  spec.files = Dir["lib/**/*", "sig/**/*", "README.md", "LICENSE-*"]
  spec.add_runtime_dependency "ffi", "~> 1.15"
end
