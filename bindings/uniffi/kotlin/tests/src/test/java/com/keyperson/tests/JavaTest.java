package com.keyperson.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.keyperson.Event;
import com.keyperson.Fact;
import com.keyperson.Journal;
import com.keyperson.KeypersonException;
import com.keyperson.KeypersonKt;
import com.keyperson.Language;
import com.keyperson.MismatchState;
import com.keyperson.Policy;
import com.keyperson.Trait;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jar from Java, where Kotlin's defaults have to be written. */
final class JavaTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-01-06T09:00:00+09:00");

    private static List<Fact> facts() {
        var rating = new Event.Rating(Trait.DRIVE, 0.9, "Sato", null, LocalDate.of(2026, 12, 31));
        return List.of(
            new Fact("f-1", AT, "acme", "p-001", null, rating),
            new Fact("f-2", AT.plusDays(1), "acme", "p-001", null, new Event.Allocation(1.0)));
    }

    @Test
    void theExampleOfTheReadmeDoesWhatItSays() throws KeypersonException {
        String text;
        try (var made = Journal.Companion.fromFacts(facts())) {
            text = made.toJsonLines();
        }
        try (var journal = Journal.Companion.fromJsonLines(text); var policy = Policy.Companion.fromJson("{}")) {
            var brief = KeypersonKt.brief(journal, policy, "p-001", "2026-01-31", null);
            System.out.println(brief.toText(Language.ENGLISH));
        } catch (KeypersonException.Refused error) {
            System.err.println(error.getMessage()); // such as `unknown_person /person: …`
        }
    }

    @Test
    void factsAndAnswersAreTyped() throws KeypersonException {
        try (var journal = Journal.Companion.fromFacts(facts()); var policy = Policy.Companion.fromJson("{}")) {
            assertEquals(facts(), journal.facts());
            var brief = KeypersonKt.brief(journal, policy, "p-001", "2026-01-31", null);
            assertEquals(2, brief.facts());
            assertEquals(LocalDate.of(2026, 1, 31), brief.asOf().toLocalDate());
            assertTrue(brief.mismatches().stream()
                .anyMatch(one -> one.getState() == MismatchState.PRESENT && one.getPattern().equals("drive_without_time")));
            var portfolio = KeypersonKt.portfolio(journal, policy, "2026-01-31");
            assertEquals(List.of("p-001"), portfolio.people().stream().map(row -> row.getPerson()).toList());
            assertTrue(brief.toHtml(Language.JAPANESE).contains("p-001"));
            assertTrue(KeypersonKt.fit(policy, Map.of(Trait.DRIVE, 0.9)).getUnknown().contains(Trait.TIME));
            var asked = KeypersonKt.askAbout(journal, policy, "{\"do\":\"brief\",\"person\":\"p-001\",\"as_of\":\"2026-01-31\"}");
            assertEquals(asked, "{\"answer\":" + brief.toJson() + "}");
        }
    }

    @Test
    void whatIsClosedIsRefusedAsAnArgument() throws KeypersonException {
        var journal = Journal.Companion.fromFacts(facts());
        try (var policy = Policy.Companion.fromJson("{}")) {
            journal.close();
            var error = assertThrows(
                IllegalStateException.class, () -> KeypersonKt.brief(journal, policy, "p-001", "2026-01-31", null));
            assertEquals("this Journal is closed: make a new one, or close it later", error.getMessage());
        }
    }

    @Test
    void whatIsRefusedIsOneExceptionWithItsCode() throws KeypersonException {
        try (var journal = Journal.Companion.fromFacts(facts()); var policy = Policy.Companion.fromJson("{}")) {
            var error = assertThrows(
                KeypersonException.Refused.class, () -> KeypersonKt.brief(journal, policy, "nobody", "2026-01-31", null));
            assertEquals("unknown_person", error.getProblems().get(0).getCode());
            assertEquals("/person", error.getProblems().get(0).getPath());
            assertEquals(1, error.getCount());
            assertTrue(error.getMessage().startsWith("unknown_person /person: "), error.getMessage());
        }
        try {
            Journal.Companion.fromJsonLines("{\"id\":5}").close();
            throw new AssertionError("it was read");
        } catch (KeypersonException.Refused error) {
            assertTrue(error.getProblems().stream().anyMatch(one -> one.getCode().equals("wrong_type")), error.getMessage());
        }
        assertThrows(KeypersonException.Internal.class, KeypersonKt::plantedPanic);
    }
}
