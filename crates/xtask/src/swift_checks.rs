//! Writes the sources of the Swift package, and checks of it what can be checked without a Swift compiler; with one,
//! its tests are run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::session::{Session, succeed};
use crate::uniffi_library;

const PACKAGE: &str = "bindings/uniffi/swift";
/// Where the sources are that were written by hand and call the generated ones.
const CALLERS: &[&str] = &["bindings/uniffi/swift/Tests/KeypersonTests", "examples/swift/Sources/example"];
/// What must stay a text: objects of Foundation keep neither nanoseconds nor the offset that was written.
const TEXTS: &[&str] = &["Day", "Instant"];

/// Builds and tests the package.
pub fn run(session: &mut Session) {
    let mut written = None;
    session.check("swift: sources", |session| {
        written = Some(sources(session)?);
        Ok(String::new())
    });
    let Some(source) = written else { return };
    session.check("swift: package", |session| package(&session.root().join(PACKAGE)));
    session.check("swift: dates stay texts", |_session| {
        let lost = |name: &&&str| !source.contains(&format!("public typealias {name} = String\n"));
        match TEXTS.iter().find(lost) {
            None => Ok(String::new()),
            Some(name) => Err(format!("`{name}` is no text any more; it must come back to the same bytes")),
        }
    });
    session.check("swift: calls", |session| calls(session, &source));
    let compiler = session.command("swiftc").arg("--version").output();
    if compiler.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains("Swift version")) {
        session.check("swift: tests", |session| {
            let folder = session.target()?.join("library");
            let folder = folder.to_string_lossy();
            let mut test = session.command("swift");
            test.current_dir(session.root().join(PACKAGE)).arg("test");
            let flags = [&format!("-L{folder}"), "-rpath", &folder];
            succeed(test.args(flags.iter().flat_map(|flag| ["-Xlinker", flag]))).map(|()| String::new())
        });
    } else {
        println!("\nleft out: the tests of the Swift package, since there is no Swift compiler");
    }
}

/// Writes what UniFFI generates to where the package has it; the Swift source.
fn sources(session: &Session) -> Result<String, String> {
    let said = |error: std::io::Error| format!("the generated sources: {error}");
    let folder = session.target()?.join("swift");
    fs::create_dir_all(&folder).map_err(said)?;
    uniffi_library::generate(session, "swift", &folder)?;
    let package = session.root().join(PACKAGE).join("Sources");
    fs::copy(folder.join("KeypersonFFI.h"), package.join("KeypersonFFI/KeypersonFFI.h")).map_err(said)?;
    let source = alive(&fs::read_to_string(folder.join("Keyperson.swift")).map_err(said)?)?;
    fs::write(package.join("Keyperson/Keyperson.swift"), &source).map_err(said)?;
    Ok(source)
}

/// What every object of the library's has.
const OBJECT: &str = "    fileprivate let handle: UInt64\n";
/// Where an object gives its handle back: when nobody reaches it any more, and nowhere else.
const FREED: &str = "    deinit {\n        if handle == 0 {\n            // Mock objects have handle=0 don't try to free them\n            return\n        }\n\n        try! rustCall { uniffi_keyperson_uniffi_fn_free_";
/// A fake, which nothing in the library stands behind: to ask it would end the process.
const FAKE: (&str, &str) =
    ("    public init(noHandle: NoHandle) {\n", "    private init(noHandle: NoHandle) {\n");

/// The source, in which every object has a handle that lives as long as the object does; Swift's cannot be closed.
fn alive(source: &str) -> Result<String, String> {
    let count = |passage: &str| source.matches(passage).count();
    let objects = count(OBJECT);
    if objects == 0 || count(FREED) != objects || count("_fn_free_") != objects {
        return Err(format!(
            "of {objects} objects UniFFI frees {} otherwise than by `deinit`",
            count("_fn_free_")
        ));
    }
    if count(FAKE.0) != objects {
        return Err(format!("of {objects} objects UniFFI makes fakes of {}; see `FAKE`", count(FAKE.0)));
    }
    Ok(source.replace(FAKE.0, FAKE.1))
}

/// Whether the targets of Package.swift are where it says, with the header that the module map names.
fn package(folder: &Path) -> Result<String, String> {
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let manifest = read(&folder.join("Package.swift"))?;
    let paths: Vec<&str> =
        manifest.split("path: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for path in &paths {
        has_sources(&folder.join(path))?;
    }
    let map = folder.join("Sources/KeypersonFFI/module.modulemap");
    let header =
        read(&map)?.split("header \"").nth(1).and_then(|rest| rest.split('"').next().map(PathBuf::from));
    let header = map.with_file_name(header.ok_or("the module map names no header")?);
    let declared = read(&header)?.matches("uniffi_keyperson_uniffi_fn_func_").count();
    match (paths.len(), declared) {
        (3, 1..) => Ok(String::new()),
        _ => Err(format!("{} targets with {declared} functions in the header", paths.len())),
    }
}

/// A target has sources.
fn has_sources(folder: &Path) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let source =
        |path: PathBuf| path.extension().is_some_and(|ending| ending == "swift" || ending == "modulemap");
    if paths.any(source) { Ok(()) } else { Err(format!("{} has no sources", folder.display())) }
}

/// Whether each call of a generated function names its arguments as it is declared.
fn calls(session: &Session, source: &str) -> Result<String, String> {
    let declared = declared(source);
    let (mut called, mut wrong) = (0_u32, Vec::new());
    for folder in CALLERS {
        let entries =
            fs::read_dir(session.root().join(folder)).map_err(|error| format!("{folder}: {error}"))?;
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            for ((name, member), wanted) in &declared {
                for rest in of_function(&text, name, *member) {
                    let given: Vec<String> = arguments(rest).into_iter().map(|(label, _)| label).collect();
                    called = called.saturating_add(1);
                    if !wanted.iter().any(|wanted| fits(&given, wanted)) {
                        wrong.push(format!("{}: {name}({})", path.display(), given.join(", ")));
                    }
                }
            }
        }
    }
    match (called, wrong.is_empty()) {
        (60.., true) => Ok(format!("{called} calls, {} functions declared", declared.len())),
        (_, true) => Err(format!("only {called} calls were found")),
        _ => Err(format!("calls that the package does not declare: {}", wrong.join("; "))),
    }
}

/// The labels of arguments, and which of them have a default.
type Arguments = Vec<(String, bool)>;

/// The arguments of each function by its name, and whether it is called on a type or an object. Several types may have
/// one of that name.
fn declared(source: &str) -> BTreeMap<(&str, bool), Vec<Arguments>> {
    let mut declared: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in source.lines() {
        let member = line.strip_prefix("public static func ").or_else(|| line.strip_prefix("open func "));
        let free = line.strip_prefix("public func ");
        let named = member.or(free).and_then(|head| head.split_once('('));
        if let Some((name, rest)) = named.filter(|(name, _)| !name.starts_with("Ffi")) {
            declared.entry((name, member.is_some())).or_default().push(arguments(rest));
        }
    }
    declared
}

/// What follows each call of a function, behind its bracket; of a member where it is called on something.
fn of_function<'a>(text: &'a str, name: &str, member: bool) -> Vec<&'a str> {
    let call = format!("{name}(");
    let whole = |(at, _): &(usize, &str)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let line = text.get(..*at).and_then(|before| before.lines().next_back()).unwrap_or_default();
        let whole = !before.is_some_and(|letter| letter.is_alphanumeric()) && !line.ends_with("func ");
        whole && (before == Some('.')) == member
    };
    text.match_indices(&call)
        .filter(whole)
        .filter_map(|(at, found)| text.get(at.checked_add(found.len())?..))
        .collect()
}

/// The labels up to the closing bracket, and which of them have a default.
fn arguments(rest: &str) -> Arguments {
    let (mut depth, mut parts) = (1_u32, vec![String::new()]);
    for letter in rest.chars() {
        match letter {
            '(' | '[' | '{' => depth = depth.saturating_add(1),
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 1 => parts.push(String::new()),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if let Some(part) = parts.last_mut().filter(|_| letter != ',' || depth > 1) {
            part.push(letter);
        }
    }
    let labels = parts.iter().filter_map(|part| part.trim().split_once(':'));
    labels.map(|(label, rest)| (label.to_owned(), rest.contains(" = "))).collect()
}

/// Whether the labels are those declared, in their order, and none is missing that has no default.
fn fits(given: &[String], declared: &[(String, bool)]) -> bool {
    let mut given = given.iter().peekable();
    let complete =
        declared.iter().all(|(label, default)| given.next_if(|next| *next == label).is_some() || *default);
    complete && given.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_held_against_the_declaration() {
        let declared =
            arguments("journal: Journal, person: String, since: String? = nil)throws  -> Brief  {");
        let cases = [
            ("journal: journal(), person: p[0], since: \"a\").person", true),
            ("journal: try f(a: 1, b: 2), person: p)", true),
            ("person: p, journal: j)", false),
            ("journal: j)", false),
            ("journal: j, person: p, asOf: d)", false),
        ];
        for (call, fit) in cases {
            let given: Vec<String> = arguments(call).into_iter().map(|(label, _)| label).collect();
            assert_eq!(fits(&given, &declared), fit, "{call}");
        }
    }

    #[test]
    fn an_object_lives_as_long_as_its_handle() {
        let freed = format!("{FREED}journal(handle, $0) }}\n    }}\n");
        let whole = format!("open class Journal: JournalProtocol {{\n{OBJECT}{}    }}\n{freed}", FAKE.0);
        let written = alive(&whole).unwrap();
        assert!(written.contains(FAKE.1) && !written.contains(FAKE.0));
        let close = "    public func close() { try! rustCall { uniffi_keyperson_uniffi_fn_free_journal(handle, $0) } }\n";
        for broken in
            [whole.replace(FAKE.0, ""), whole.replace(FREED, ""), whole.clone() + close, String::new()]
        {
            assert!(alive(&broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn only_whole_names_are_calls() {
        let text = "try brief(journal: j); debrief(x); func brief(y: Int); one.brief()";
        assert_eq!(
            of_function(text, "brief", false),
            ["journal: j); debrief(x); func brief(y: Int); one.brief()"]
        );
        assert_eq!(of_function(text, "brief", true), [")"]);
        let source = "public func fit(policy: Policy)throws\nopen func fit() -> Fit\n    open func inner()";
        let names: Vec<_> = declared(source).into_keys().collect();
        assert_eq!(names, [("fit", false), ("fit", true)]);
    }
}
