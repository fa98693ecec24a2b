// Reads facts, prints a brief, saves the page: [facts.jsonl [person [day]]]
package examples;

import com.keyperson.Keyperson;
import com.keyperson.KeypersonException;
import com.keyperson.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Brief {
    // Drive is strong, and there is one hour a week for it.
    private static final String MADE = """
        {"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}
        {"id":"f-2","at":"2026-01-07T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":1}
        """;

    private Brief() {}

    public static void main(String[] arguments) throws IOException {
        String person = arguments.length > 1 ? arguments[1] : "p-001";
        String asOf = arguments.length > 2 ? arguments[2] : "2026-01-31";
        try (var journal = arguments.length > 0 ? Keyperson.readJournal(Path.of(arguments[0])) : Keyperson.journal(MADE);
                var policy = Keyperson.policy()) {
            var brief = Keyperson.brief(journal, policy, person, asOf);

            System.out.println(person + ": fit " + brief.fit().getScore() + ", unknown traits: " + brief.fit().getUnknown());
            for (var finding : brief.findingTexts(Language.ENGLISH)) {
                System.out.println("- " + finding.getTitle() + ": " + finding.getChange());
            }

            Files.writeString(Path.of("brief.ja.html"), brief.toHtml(Language.JAPANESE));
            System.out.println("the page is in brief.ja.html");
        } catch (KeypersonException error) {
            System.err.println(error.getMessage());
            System.exit(1);
        }
    }
}
