package com.keyperson.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.keyperson.Event;
import com.keyperson.Events;
import com.keyperson.Fact;
import com.keyperson.Keyperson;
import com.keyperson.KeypersonException;
import com.keyperson.KeypersonKt;
import com.keyperson.Language;
import com.keyperson.MismatchState;
import com.keyperson.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar from Java. */
final class JavaTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-01-06T09:00:00+09:00");

    private static List<Fact> facts() {
        return List.of(
            Keyperson.fact("f-1", AT, "acme", "p-001", Events.rating(Trait.DRIVE, 0.9, "Sato")),
            Keyperson.fact("f-2", AT.plusDays(1), "acme", "p-001", Events.allocation(1.0)));
    }

    @Test
    void theExampleOfTheReadmeDoesWhatItSays() throws KeypersonException {
        String text;
        try (var made = Keyperson.journal(facts())) {
            text = made.toJsonLines();
        }
        try (var journal = Keyperson.journal(text); var policy = Keyperson.policy()) {
            var brief = Keyperson.brief(journal, policy, "p-001", "2026-01-31");
            System.out.println(brief.toText(Language.ENGLISH));
        } catch (KeypersonException.Refused error) {
            System.err.println(error.getMessage()); // such as `unknown_person /person: …`
        }
    }

    @Test
    void factsAndAnswersAreTyped() throws KeypersonException {
        try (var journal = Keyperson.journal(facts()); var policy = Keyperson.policy()) {
            assertEquals(facts(), journal.facts());
            var brief = Keyperson.brief(journal, policy, "p-001", "2026-01-31");
            assertEquals(2, brief.facts());
            assertEquals(LocalDate.of(2026, 1, 31), brief.asOf().toLocalDate());
            assertTrue(brief.mismatches().stream()
                .anyMatch(one -> one.getState() == MismatchState.PRESENT && one.getPattern().equals("drive_without_time")));
            var portfolio = Keyperson.portfolio(journal, policy, "2026-01-31");
            assertEquals(List.of("p-001"), portfolio.people().stream().map(row -> row.getPerson()).toList());
            assertTrue(brief.toHtml(Language.JAPANESE).contains("p-001"));
            assertTrue(Keyperson.fit(policy, Map.of(Trait.DRIVE, 0.9)).getUnknown().contains(Trait.TIME));
            var asked = Keyperson.askAbout(journal, policy, "{\"do\":\"brief\",\"person\":\"p-001\",\"as_of\":\"2026-01-31\"}");
            assertEquals(asked, "{\"answer\":" + brief.toJson() + "}");
        }
    }

    @Test
    void whatIsLeftOutIsNotWritten() throws KeypersonException {
        var expires = LocalDate.of(2026, 12, 31);
        assertEquals(new Event.Rating(Trait.DRIVE, 0.9, "Sato", null, expires), Events.rating(Trait.DRIVE, 0.9, "Sato", null, expires));
        assertEquals(new Event.Rating(Trait.DRIVE, 0.9, "Sato", null, null), Events.rating(Trait.DRIVE, 0.9, "Sato"));
        assertEquals(new Fact("f", AT, "acme", null, null, new Event.PartnerRegistered("Acme", null, null)),
            Keyperson.fact("f", AT, "acme", Events.partnerRegistered("Acme")));
        try (var journal = Keyperson.journal(facts()); var policy = Keyperson.policy()) {
            assertTrue(Keyperson.whatIf(journal, policy, "p-001", "2026-01-31", Map.of(Trait.TIME, 0.9)).after().fit().getScore()
                > Keyperson.brief(journal, policy, "p-001", "2026-01-31").fit().getScore());
            assertTrue(Keyperson.businessDay(policy, "2026-01-30").isBusinessDay());
            assertEquals(1, Keyperson.businessDay(policy, "2026-01-30", "2026-02-02").businessDaysBetween());
            var finding = Keyperson.brief(journal, policy, "p-001", "2026-01-31").findings().get(0);
            assertTrue(Keyperson.text(finding, Language.ENGLISH).getTitle().length() > 3);
            assertEquals(Keyperson.text(finding, Language.JAPANESE), Keyperson.text(finding));
            assertEquals(Keyperson.announcementDraft(journal, policy, "p-001", "2026-01-31", Language.JAPANESE).text(),
                Keyperson.announcementDraft(journal, policy, "p-001", "2026-01-31").text());
            assertEquals(2, Keyperson.change(journal, policy, "p-001", "2026-01-05", "2026-01-31").facts().size());
            assertEquals("p-001", Keyperson.trail(journal, policy, "p-001", "2026-01-31").person());
        }
    }

    @Test
    void filesAreRead(@TempDir Path folder) throws IOException, KeypersonException {
        var lines = Files.writeString(folder.resolve("facts.jsonl"), Keyperson.journal(facts()).toJsonLines());
        assertEquals(facts(), Keyperson.readJournal(lines).facts());
        for (var name : List.of("policy.toml", "policy.json")) {
            var toml = name.endsWith("toml");
            var file = Files.writeString(folder.resolve(name), toml ? "[fit]\nbar = 0.7\n" : "{\"fit\":{\"bar\":0.7}}");
            assertEquals(0.7, Keyperson.readPolicy(file).document().getFit().getBar());
        }
        var wrong = Files.write(folder.resolve("wrong.jsonl"), new byte[] {-1});
        var error = assertThrows(KeypersonException.Refused.class, () -> Keyperson.readJournal(wrong));
        assertEquals("not_utf8", error.getProblems().get(0).getCode());
        assertThrows(IOException.class, () -> Keyperson.readJournal(folder.resolve("none")));
    }

    @Test
    void whatIsClosedIsRefusedAsAnArgument() throws KeypersonException {
        var journal = Keyperson.journal(facts());
        try (var policy = Keyperson.policy()) {
            journal.close();
            var error = assertThrows(
                IllegalStateException.class, () -> Keyperson.brief(journal, policy, "p-001", "2026-01-31"));
            assertEquals("this Journal is closed: make a new one, or close it later", error.getMessage());
        }
    }

    @Test
    void whatIsRefusedIsOneExceptionWithItsCode() throws KeypersonException {
        try (var journal = Keyperson.journal(facts()); var policy = Keyperson.policy()) {
            var error = assertThrows(
                KeypersonException.Refused.class, () -> Keyperson.brief(journal, policy, "nobody", "2026-01-31"));
            assertEquals("unknown_person", error.getProblems().get(0).getCode());
            assertEquals("/person", error.getProblems().get(0).getPath());
            assertEquals(1, error.getCount());
            var problem = error.getProblems().get(0);
            assertTrue(Keyperson.text(problem).startsWith("`nobody` さん"), Keyperson.text(problem));
            assertEquals(problem.getMessage(), Keyperson.text(problem, Language.ENGLISH));
            assertEquals(problem.getHint(), Keyperson.hintIn(problem, Language.ENGLISH));
            assertTrue(error.getMessage().startsWith("unknown_person /person: "), error.getMessage());
        }
        try {
            Keyperson.journal("{\"id\":5}").close();
            throw new AssertionError("it was read");
        } catch (KeypersonException.Refused error) {
            assertTrue(error.getProblems().stream().anyMatch(one -> one.getCode().equals("wrong_type")), error.getMessage());
        }
        assertThrows(KeypersonException.Internal.class, KeypersonKt::plantedPanic);
    }
}
