//! No file is lost: not one that is read, not one that nobody named, and nothing is left of a run that is broken off.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod place;

use std::fs;
use std::path::Path;

use place::{EXPORT, FACT, Place, files, place};

/// Names of what a folder holds.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The command must refuse to write over what it reads, say so, and leave everything as it was.
#[track_caller]
fn refused(place: &Place, args: &[&str]) {
    let before = files(place.0.path());
    for (lang, said) in [("en", "files that are read"), ("ja", "読み込むファイル")] {
        let ran = place.run(&[args, &["--lang", lang]].concat());
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
        assert_eq!(files(place.0.path()), before, "{args:?}");
    }
}

/// Commands that ask something of `facts.jsonl`, but for where the answer goes.
const ASKED: &[&[&str]] = &[
    &["portfolio", "facts.jsonl", "--as-of", "2026-01-31", "--format", "json"],
    &["brief", "facts.jsonl", "--person", "p-1", "--as-of", "2026-01-31", "--format", "json"],
    &["trail", "facts.jsonl", "--person", "p-1", "--as-of", "2026-01-31", "--format", "json"],
    &["draft", "announcement", "facts.jsonl", "--person", "p-1", "--as-of", "2026-01-31"],
    &["draft", "case-study", "facts.jsonl", "--deal", "D-1", "--as-of", "2026-01-31"],
    &["calendar", "facts.jsonl", "--person", "p-1", "--as-of", "2026-01-31"],
    // The last, since a shell would take its quotes for its own.
    &["ask", r#"{"do":"facts"}"#, "facts.jsonl"],
];

#[test]
fn no_command_writes_over_what_it_reads() {
    let place = place();
    for &asked in ASKED {
        refused(&place, &[asked, &["--out", "facts.jsonl"]].concat());
        refused(&place, &[asked, &["--policy", "policy.json", "--out", "policy.json"]].concat());
    }
    let import = |more: &[&str]| refused(&place, &[&["import"], more].concat());
    import(&["export.csv", "--mapping", "hubspot_deal", "--out", "export.csv"]);
    import(&["export.csv", "deals.csv", "--mapping", "hubspot_deal", "--out", "deals.csv"]);
    for read in ["deals.csv", "mapping.toml", "accounts.csv"] {
        import(&["deals.csv", "--mapping", "mapping.toml", "--out", read]);
    }
    place.file("other.csv", "Account,Partner\nA-1,acme\n");
    let lookup = ["--lookup", "accounts=other.csv", "--out", "other.csv"];
    import(&[&["deals.csv", "--mapping", "mapping.toml"], &lookup[..]].concat());
    // The default name is a name too.
    import(&["facts.jsonl", "--mapping", "hubspot_deal"]);
    import(&["facts.jsonl", "--mapping", "hubspot_deal", "--force"]);
}

#[test]
fn what_cannot_be_read_is_not_lost_either() {
    // It is refused before anything is read, so whether it could be read does not matter.
    let place = place();
    place.file("bad.jsonl", "{}\n");
    refused(&place, &["portfolio", "bad.jsonl", "--format", "json", "--out", "bad.jsonl"]);
    refused(&place, &["portfolio", "missing.jsonl", "bad.jsonl", "--format", "json", "--out", "bad.jsonl"]);
}

#[cfg(unix)]
#[test]
fn however_a_file_is_named_it_is_the_same_file() {
    let place = place();
    fs::create_dir(place.path("folder")).unwrap();
    std::os::unix::fs::symlink("facts.jsonl", place.path("link")).unwrap();
    std::os::unix::fs::symlink("link", place.path("link-to-link")).unwrap();
    std::os::unix::fs::symlink("..", place.path("folder/up")).unwrap();
    fs::hard_link(place.path("facts.jsonl"), place.path("hard")).unwrap();
    let whole = place.path("facts.jsonl");
    let spellings = [
        "./facts.jsonl",
        whole.to_str().unwrap(),
        "folder/../facts.jsonl",
        "folder/up/facts.jsonl",
        "link",
        "link-to-link",
        "hard",
    ];
    let facts = fs::read(place.path("facts.jsonl")).unwrap();
    for spelling in spellings {
        for (input, output) in [("facts.jsonl", spelling), (spelling, "facts.jsonl")] {
            let ran = place.run(&["portfolio", input, "--format", "json", "--out", output]);
            assert_eq!(ran.code, 2, "{input} {output}: {}", ran.err);
            assert!(ran.err.contains("files that are read"), "{}", ran.err);
            assert_eq!(fs::read(place.path("facts.jsonl")).unwrap(), facts, "{input} {output}");
        }
    }
}

#[cfg(unix)]
#[test]
fn streams_are_compared_by_the_file_behind_them() {
    let place = place();
    let facts = || fs::read(place.path("facts.jsonl")).unwrap();
    let before = facts();
    let input = || fs::File::open(place.path("facts.jsonl")).unwrap();
    for read in ["-", "/dev/stdin"] {
        let mut command = place.command(&["portfolio", read, "--format", "json", "--out", "facts.jsonl"]);
        let ran = place::ran(command.stdin(input()).output().unwrap());
        assert_eq!((ran.code, facts() == before), (2, true), "{read}: {}", ran.err);
    }
    let append =
        |name: &str| fs::OpenOptions::new().append(true).create(true).open(place.path(name)).unwrap();
    for out in ["-", "/dev/stdout"] {
        let args = ["portfolio", "facts.jsonl", "--format", "json", "--out", out];
        let ran = place::ran(place.command(&args).stdout(append("facts.jsonl")).output().unwrap());
        assert_eq!((ran.code, facts() == before), (2, true), "{out}: {}", ran.err);
        // What the output led to before stays before the answer.
        place.file("log", "before\n");
        let ran = place::ran(place.command(&args).stdout(append("log")).output().unwrap());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let log = fs::read_to_string(place.path("log")).unwrap();
        assert!(log.starts_with("before\n{\n") && log.ends_with("}\n"), "{log}");
    }
    let piped = place.run_with(&["portfolio", "-", "--format", "json", "--out", "-"], &before);
    assert!(piped.code == 0 && piped.out.starts_with('{'), "{}", piped.err);
}

#[test]
fn two_outputs_are_two_files() {
    let place = place();
    let simulate = |out: &str, truth: &str| {
        let before = files(place.0.path());
        let ran = place.run(&["simulate", "--partners", "1", "--out", out, "--truth", truth]);
        assert_eq!(ran.code, 2, "{out} {truth}: {}", ran.err);
        assert!(ran.err.contains("the same file"), "{}", ran.err);
        assert_eq!(files(place.0.path()), before);
    };
    simulate("new.json", "new.json");
    simulate("new.json", "./new.json");
    simulate("facts.jsonl", place.path("facts.jsonl").to_str().unwrap());
    #[cfg(unix)]
    {
        let place = Place::new();
        fs::create_dir(place.path("folder")).unwrap();
        std::os::unix::fs::symlink("folder", place.path("link")).unwrap();
        std::os::unix::fs::symlink("folder/new", place.path("leads-nowhere")).unwrap();
        for (out, truth) in [("folder/new", "link/new"), ("folder/new", "leads-nowhere")] {
            let ran = place.run(&["simulate", "--partners", "1", "--out", out, "--truth", truth]);
            assert_eq!((ran.code, names(&place.path("folder")).len()), (2, 0), "{out} {truth}: {}", ran.err);
        }
    }
    place.ok(&["simulate", "--partners", "1", "--out", "facts-2.jsonl", "--truth", "truth.json"]);
}

#[test]
fn pages_of_everybody_do_not_fall_on_what_is_read() {
    let place = Place::new();
    let other = FACT.replace("p-1", "p-0").replace("f-1", "f-2");
    place.file("p-1.json", format!("{FACT}\n{other}\n"));
    let all = ["brief", "p-1.json", "--all", "--as-of", "2026-01-31", "--format", "json", "--out", "."];
    refused(&place, &all);
    refused(&place, &[&all[..], &["--force"]].concat());
}

#[test]
fn what_nobody_named_is_not_replaced_unasked() {
    let place = Place::new();
    place.file("facts.jsonl", FACT).file("export.csv", EXPORT);
    let import = ["import", "export.csv", "--mapping", "hubspot_deal"];
    for args in [&import[..], &["demo", "--out", "."]] {
        for (lang, said) in [("en", "is there already"), ("ja", "すでにあり")] {
            let ran = place.run(&[args, &["--lang", lang]].concat());
            assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
            for expected in [said, "facts.jsonl", "--out", "--force"] {
                assert!(ran.err.contains(expected), "{args:?}: {}", ran.err);
            }
            assert_eq!(fs::read_to_string(place.path("facts.jsonl")).unwrap(), FACT);
            assert_eq!(names(place.0.path()), ["export.csv", "facts.jsonl"], "{args:?}");
        }
    }
    // Named it may be, and allowed as well; then the same again loses nothing.
    place.ok(&[&import[..], &["--out", "named.jsonl"]].concat());
    let named = fs::read(place.path("named.jsonl")).unwrap();
    place.file("named.jsonl", "old").ok(&[&import[..], &["--out", "named.jsonl"]].concat());
    assert_eq!(fs::read(place.path("named.jsonl")).unwrap(), named);
    place.ok(&[&import[..], &["--force"]].concat());
    assert_eq!(fs::read(place.path("facts.jsonl")).unwrap(), named);
    place.ok(&import);
    // A policy that somebody wrote is there to stay as well.
    place.file("policy.toml", "[fit]\nbar = 0.6\n");
    assert_eq!(place.run(&["policy", "init"]).code, 3);
    assert_eq!(fs::read_to_string(place.path("policy.toml")).unwrap(), "[fit]\nbar = 0.6\n");
    place.ok(&["policy", "init", "--force"]);
    assert_eq!(fs::read_to_string(place.path("policy.toml")).unwrap(), keyperson::policy::DEFAULT_TOML);
}

#[test]
fn a_folder_is_filled_whole_or_not_at_all() {
    let place = Place::new();
    let people: Vec<String> =
        (1..=8).map(|n| FACT.replace("p-1", &format!("p-{n}")).replace("f-1", &format!("f-{n}"))).collect();
    place.file("facts.jsonl", people.join("\n"));
    let all = |more: &[&'static str]| {
        [&["brief", "facts.jsonl", "--all", "--format", "markdown", "--out", "pages"], more].concat()
    };
    place.ok(&all(&["--as-of", "2026-01-31"]));
    assert_eq!(names(&place.path("pages")).len(), 8);
    place.ok(&all(&["--as-of", "2026-01-31"]));
    // One is missing, one is the user's own, the others are last week's.
    fs::remove_file(place.path("pages/p-3.md")).unwrap();
    fs::write(place.path("pages/p-5.md"), "mine").unwrap();
    let before = files(&place.path("pages"));
    let ran = place.run(&all(&["--as-of", "2026-02-07"]));
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("7 files") && ran.err.contains("and 2 more"), "{}", ran.err);
    assert_eq!(ran.err.matches(".md").count(), 5, "{}", ran.err);
    assert_eq!(files(&place.path("pages")), before);
    place.ok(&all(&["--as-of", "2026-02-07", "--force"]));
    let after = files(&place.path("pages"));
    assert!(after.len() == 8 && after.iter().all(|page| !before.contains(page)));
    // A folder in the place of a page: no page is written.
    fs::remove_file(place.path("pages/p-8.md")).unwrap();
    fs::create_dir(place.path("pages/p-8.md")).unwrap();
    assert_eq!(place.run(&all(&["--as-of", "2026-02-14", "--force"])).code, 3);
    fs::remove_dir(place.path("pages/p-8.md")).unwrap();
    assert_eq!(files(&place.path("pages")), after[..7]);
}

#[test]
fn the_files_of_the_demonstration_are_named_together() {
    let place = Place::new();
    place.file("policy.toml", "mine").file("portfolio.csv", "mine").file("brief.ja.html", "mine");
    let ran = place.run(&["demo", "--out", "."]);
    assert_eq!(ran.code, 2);
    for name in ["policy.toml", "portfolio.csv", "brief.ja.html"] {
        assert!(ran.err.contains(name), "{name}: {}", ran.err);
        assert_eq!(fs::read_to_string(place.path(name)).unwrap(), "mine");
    }
    assert_eq!(names(place.0.path()).len(), 3);
    place.ok(&["demo", "--out", ".", "--force"]);
    assert_eq!(names(place.0.path()).len(), 6);
}

#[cfg(unix)]
mod broken_off {
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::{Child, Command, Stdio};

    use super::*;

    fn parts(folder: &Path) -> Vec<String> {
        names(folder).into_iter().filter(|name| name.ends_with(".part")).collect()
    }

    fn signal(child: &Child, signal: &str) {
        let sent = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    /// Facts of so many people that their pages take a while.
    fn many(place: &Place) {
        let people: Vec<String> = (1..=400)
            .map(|n| FACT.replace("p-1", &format!("p-{n}")).replace("f-1", &format!("f-{n}")))
            .collect();
        place.file("many.jsonl", people.join("\n"));
        fs::create_dir(place.path("pages")).unwrap();
        fs::write(place.path("pages/p-1.html"), "old").unwrap();
    }

    /// Begins to write the pages of everybody, and comes back when some are on their way.
    fn begun(place: &Place) -> Child {
        let args = ["brief", "many.jsonl", "--all", "--as-of", "2026-01-31", "--out", "pages", "--force"];
        let mut command = place.command(&args);
        let mut child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while parts(&place.path("pages")).is_empty() {
            assert!(child.try_wait().unwrap().is_none(), "it ended before anything was on its way");
            std::thread::yield_now();
        }
        child
    }

    /// Whether this process ignores a signal, as one under `nohup` does; what it starts ignores it, too, and rightly.
    fn is_ignored(signal: u32) -> bool {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
        ignored & (1_u64 << signal >> 1) != 0
    }

    #[test]
    fn nothing_is_left_of_a_run_that_a_signal_ends() {
        for (name, number) in [("INT", 2_i32), ("TERM", 15), ("HUP", 1), ("QUIT", 3)] {
            if is_ignored(number.unsigned_abs()) {
                println!("left out: {name} is ignored where the tests run");
                continue;
            }
            let place = Place::new();
            many(&place);
            let mut child = begun(&place);
            signal(&child, name);
            // It ends by the signal, so that a shell sees 128 and its number.
            assert_eq!(child.wait().unwrap().signal(), Some(number), "{name}");
            assert_eq!(files(&place.path("pages")), [("p-1.html".to_owned(), b"old".to_vec())], "{name}");
        }
    }

    #[test]
    fn the_next_run_removes_what_a_killed_one_left_and_nothing_else() {
        let place = Place::new();
        many(&place);
        let mut child = begun(&place);
        signal(&child, "KILL");
        child.wait().unwrap();
        let left = parts(&place.path("pages"));
        assert!(!left.is_empty());
        // Parts of other files, of runs that go on, and files that only look alike stay.
        let alive = std::process::id();
        let stay = [
            format!(".p-1.html.{alive}.part"),
            ".other.html.999999999.part".to_owned(),
            ".p-1.html.part".to_owned(),
            ".p-1.html.old.part".to_owned(),
        ];
        for name in &stay {
            fs::write(place.path("pages").join(name), "not yours").unwrap();
        }
        fs::write(place.path("pages/.p-1.html.999999999.part"), "left over").unwrap();
        let all = ["brief", "many.jsonl", "--all", "--as-of", "2026-01-31", "--out", "pages", "--force"];
        place.ok(&all);
        let mut expected = stay.to_vec();
        expected.sort();
        assert_eq!(parts(&place.path("pages")), expected);
        // One file alone likewise.
        place.file(".page.html.999999999.part", "left over");
        place.ok(&["brief", "many.jsonl", "--person", "p-1", "--out", "page.html"]);
        assert_eq!(parts(place.0.path()), [""; 0]);
    }

    #[test]
    fn two_runs_at_once_leave_each_others_parts_alone() {
        let place = Place::new();
        many(&place);
        let mut first = begun(&place);
        let own = parts(&place.path("pages"));
        let all = ["brief", "many.jsonl", "--all", "--as-of", "2026-02-28", "--out", "pages", "--force"];
        place.ok(&all);
        assert!(first.wait().unwrap().success(), "{own:?}");
        assert_eq!(parts(&place.path("pages")), [""; 0]);
        assert_eq!(names(&place.path("pages")).len(), 400);
    }

    #[test]
    fn an_ignored_signal_stays_ignored() {
        let place = Place::new();
        many(&place);
        let program = env!("CARGO_BIN_EXE_keyperson");
        let script = format!(
            "trap '' HUP; exec {program} brief many.jsonl --all --as-of 2026-01-31 --out pages --force"
        );
        let mut child = Command::new("sh")
            .args(["-c", &script])
            .current_dir(place.0.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while parts(&place.path("pages")).is_empty() {
            assert!(child.try_wait().unwrap().is_none());
            std::thread::yield_now();
        }
        signal(&child, "HUP");
        assert!(child.wait().unwrap().success());
        assert_eq!(names(&place.path("pages")).len(), 400);
    }

    #[test]
    fn a_disk_that_is_full_leaves_the_old_file() {
        let place = Place::new();
        place.file("facts.jsonl", "old");
        // Blocks of half a kilobyte: less than the facts take.
        let script = format!(
            "ulimit -f 8; exec {} simulate --partners 1 --out facts.jsonl",
            env!("CARGO_BIN_EXE_keyperson")
        );
        let ran = place::ran(
            Command::new("sh").args(["-c", &script]).current_dir(place.0.path()).output().unwrap(),
        );
        assert_eq!(ran.code, 3, "{}", ran.err);
        assert!(ran.err.contains("cannot write facts.jsonl"), "{}", ran.err);
        assert_eq!(files(place.0.path()), [("facts.jsonl".to_owned(), b"old".to_vec())]);
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_closed_cannot_be_written_to() {
    let place = place();
    let closed = |args: &str, redirected: &str| {
        let script = format!("exec {} {args} {redirected}", env!("CARGO_BIN_EXE_keyperson"));
        let mut shell = std::process::Command::new("sh");
        place::ran(shell.args(["-c", &script]).current_dir(place.0.path()).output().unwrap())
    };
    let asked = ASKED.iter().take(4).map(|asked| asked.join(" "));
    let other = [
        "--help",
        "--version",
        "import --help",
        "help brief",
        "import --list-mappings",
        "import --show-mapping hubspot_deal",
        "import export.csv --mapping hubspot_deal --preview",
        "import export.csv --mapping hubspot_deal --out -",
        "import export.csv --mapping hubspot_deal --out /dev/stdout",
        "policy explain",
        "policy check policy.json",
        "policy init --out -",
        "schema fact",
        "simulate --partners 1",
        "demo --lang en",
    ];
    for args in asked.chain(other.map(str::to_owned)) {
        for redirected in [">&-", ">/dev/full"] {
            let ran = closed(&args, redirected);
            assert_eq!(ran.code, 3, "{args} {redirected}: {}", ran.err);
            assert!(ran.err.contains("cannot write"), "{args} {redirected}: {}", ran.err);
        }
        assert_eq!(closed(&args, ">/dev/null").code, 0, "{args}");
        // A host that opens the null device for reading as well means the same.
        assert_eq!(closed(&args, "1<>/dev/null").code, 0, "{args}");
    }
    // What goes to a file needs no output.
    assert_eq!(closed("import export.csv --mapping hubspot_deal --out new.jsonl", ">&-").code, 0);
    assert_eq!(closed("portfolio -", "<&-").code, 3);
}
