// Reads facts, prints a brief, saves the page: node brief.js [facts.jsonl [person [day]]]
import { readFileSync, writeFileSync } from "node:fs";
import { type Fact, Journal, KeypersonError, brief, findingText } from "keyperson";
import { briefHtml } from "keyperson/pages";

// Drive is strong, and there is one hour a week for it.
const made: Fact[] = [
  { id: "f-1", at: "2026-01-06T09:00:00+09:00", partner: "acme", person: "p-001", type: "rating", trait: "drive", value: 0.9, by: "Sato" },
  { id: "f-2", at: "2026-01-07T09:00:00+09:00", partner: "acme", person: "p-001", type: "allocation", hours_per_week: 1 },
];
const [file, person = "p-001", asOf = "2026-01-31"] = process.argv.slice(2);

try {
  const journal = file === undefined ? Journal.fromFacts(made) : Journal.fromJsonLines(readFileSync(file));
  const answer = brief(journal, { person, asOf });
  const { fit, mismatches, findings } = answer;

  console.log(`${person}: fit ${fit.score ?? "unknown"}, unknown traits: ${fit.unknown.join(", ")}`);
  for (const { pattern, state } of mismatches) if (state === "present" || state === "likely") console.log(`${state}: ${pattern}`);
  for (const finding of findings.slice(0, 3)) {
    const { title, change } = findingText(finding, "en");
    console.log(`- ${title}: ${change}`);
  }

  writeFileSync("brief.ja.html", briefHtml(answer, { language: "ja" }));
  console.log("the page is in brief.ja.html");
} catch (error) {
  if (!(error instanceof KeypersonError)) throw error;
  console.error(`${error.message}`);
  process.exitCode = 1;
}
