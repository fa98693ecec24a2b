package com.keyperson

/** What the finding says, in sentences. */
@Throws(KeypersonException::class)
public fun Finding.text(language: Language): FindingText = findingText(this, language)
