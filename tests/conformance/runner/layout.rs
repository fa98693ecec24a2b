//! Lays a file of cases out for people: what fits into a line stands in one, anything else is opened.

use keyperson::Json;

/// Characters of a line.
const WIDTH: usize = 118;

/// The text of a file.
pub(crate) fn text(json: &Json) -> String {
    let mut text = String::new();
    write(json, 0, 0, &mut text);
    text.push('\n');
    text
}

/// Writes a value; `before` characters of its first line are taken already.
fn write(json: &Json, depth: usize, before: usize, text: &mut String) {
    let line = serde_json::to_string(json).unwrap();
    // Files and lists of cases are always opened, so that a case begins its own line.
    if depth > 2 && before + line.chars().count() < WIDTH {
        text.push_str(&line);
        return;
    }
    let indent = "  ".repeat(depth + 1);
    let (open, close, items): (_, _, Vec<(String, &Json)>) = match json {
        Json::List(items) if !items.is_empty() => {
            ('[', ']', items.iter().map(|item| (String::new(), item)).collect())
        }
        Json::Object(members) if !members.is_empty() => {
            let name = |name: &str| format!("{}: ", serde_json::to_string(name).unwrap());
            ('{', '}', members.iter().map(|(key, value)| (name(key), value)).collect())
        }
        _ => {
            text.push_str(&line);
            return;
        }
    };
    text.push(open);
    for (index, (name, item)) in items.iter().enumerate() {
        text.push_str(if index > 0 { ",\n" } else { "\n" });
        text.push_str(&indent);
        text.push_str(name);
        write(item, depth + 1, indent.len() + name.chars().count(), text);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(close);
}
