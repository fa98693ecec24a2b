package com.keyperson

/** What the finding says, in sentences. */
@Throws(KeypersonException::class)
public fun Finding.text(language: Language = Language.JAPANESE): FindingText = findingText(this, language)

/** What is wrong, in one sentence. */
public fun Problem.text(language: Language = Language.JAPANESE): String = texts.getValue(language).text

/** What to do about the problem, in one sentence. */
public fun Problem.hintIn(language: Language = Language.JAPANESE): String = texts.getValue(language).hint
