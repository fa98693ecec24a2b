extension Finding {
    /// What the finding says, in sentences.
    public func text(language: Language = .japanese) throws -> FindingText {
        try findingText(finding: self, language: language)
    }
}
