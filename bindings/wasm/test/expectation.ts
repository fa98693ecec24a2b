/** What a case expects, as `tests/conformance/README.md` says it. */

/** What stands at a JSON pointer. */
export function at(document: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
}

/** Whether `found` is the value that is wanted, or what its matcher holds for. */
export function matches(found: unknown, wanted: unknown): boolean {
  const matcher = (wanted ?? {}) as Record<string, never>;
  const keys = typeof wanted === "object" && !Array.isArray(wanted) ? Object.keys(matcher).sort().join() : "";
  if (keys === "absent") return found === undefined;
  if (keys === "atol,near") return Math.abs((found as number) - matcher["near"]!) <= matcher["atol"]!;
  if (keys === "length") return (typeof found === "string" ? [...found] : Object.keys(found as object)).length === matcher["length"];
  if (keys === "contains") return contains(found, matcher["contains"]);
  if (keys === "lacks") return !contains(found, matcher["lacks"]);
  return JSON.stringify(found, sorted) === JSON.stringify(wanted, sorted);
}

/** Members in one order, so that equal objects are equal texts. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;

function contains(found: unknown, part: unknown): boolean {
  const isObject = typeof part === "object" && part !== null;
  const has = (item: unknown): boolean => Object.entries(part as object).every(([key, value]) => matches((item as Record<string, unknown> | null)?.[key], value));
  if (Array.isArray(found)) return found.some((item) => (isObject ? has(item) : matches(item, part)));
  return typeof found === "string" ? found.includes(String(part)) : isObject && has(found);
}
