//! Builds the gem, installs it into a folder of its own, and tests it from there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::count::minitest_line;
use crate::package_checks::complete;
use crate::session::{Session, output, succeed};
use crate::uniffi_library;

/// What Debian calls Ruby and what the gem and its tests need.
const PACKAGES: &[&str] = &["ruby", "ruby-ffi", "ruby-minitest"];
/// Loads what the gem and its tests need, and nothing of keyperson.
const NEEDED: &str = "require 'ffi'; require 'minitest'; require 'rbs'; puts \"Ruby #{RUBY_VERSION}\"";
const SOURCES: &str = "bindings/uniffi/ruby";
/// The tests, each a program of its own.
const TESTS: &[&str] = &["conformance", "api", "handles", "texts", "large", "signatures", "example"];

/// Builds and tests the package.
pub fn run(session: &mut Session) {
    session.check("ruby: Ruby", ruby);
    let mut home = None;
    session.check("ruby: gem", |session| {
        let gem = build(session)?;
        let installed_in = install(session, &gem)?;
        complete(session, &installed(session, &installed_in)?)?;
        home = Some(installed_in);
        let size = fs::metadata(&gem).map_err(|error| error.to_string())?.len();
        Ok(format!("{size} bytes"))
    });
    let Some(home) = home else { return };
    session.check("ruby: rbs validate", |session| {
        let signatures = installed(session, &home)?.join("sig");
        // Debian has the program, and not on the path.
        let mut rbs = alone(session, &home, "ruby");
        rbs.args(["-e", "load Gem.bin_path('rbs', 'rbs')", "--", "-r", "date", "-r", "pathname", "-I"])
            .arg(signatures);
        succeed(rbs.args(["validate", "--silent"])).map(|()| String::new())
    });
    for name in TESTS {
        let mut test = alone(session, &home, "ruby");
        test.arg(format!("{SOURCES}/test/{name}_test.rb"));
        session.tests(&format!("ruby: {name}"), test, minitest_line);
    }
}

/// Measures the gem beside the core, and says so.
///
/// # Errors
/// Something cannot be built or run.
pub fn bench(session: &Session) -> Result<(), String> {
    ruby(session)?;
    uniffi_library::build(session)?;
    let home = install(session, &build(session)?)?;
    let core = uniffi_library::core(session)?;
    for jit in ["--disable-jit", "--yjit"] {
        let mut script = alone(session, &home, "ruby");
        succeed(script.args([jit, "benches/peers/ruby.rb"]).arg(&core))?;
    }
    Ok(())
}

/// Builds the gem and nothing beside it; its path.
///
/// # Errors
/// Something cannot be built.
pub fn pack(session: &Session) -> Result<PathBuf, String> {
    ruby(session)?;
    uniffi_library::build(session)?;
    build(session)
}

/// Makes sure of Ruby; its version.
fn ruby(session: &Session) -> Result<String, String> {
    let version = |session: &Session| output(session.command("ruby").args(["-e", NEEDED]));
    let there = Command::new("ruby").args(["-e", NEEDED]).output().is_ok_and(|said| said.status.success());
    if !there {
        let missing = |reason: String| {
            format!("{reason}; install them as root: apt-get install -y {}", PACKAGES.join(" "))
        };
        let apt = |arguments: &[&str]| {
            let mut command = session.command("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdout(Stdio::null());
            succeed(&mut command).map_err(missing)
        };
        apt(&["update", "-qq"])?;
        apt(&[&["install", "-y", "-qq"], PACKAGES].concat())?;
    }
    Ok(version(session)?.trim().to_owned())
}

/// Builds the gem around the built library; its path.
fn build(session: &Session) -> Result<PathBuf, String> {
    let folder = fresh(&session.target()?.join("ruby/gem"))?;
    let generated = fresh(&session.target()?.join("ruby/generated"))?;
    uniffi_library::generate(session, "ruby", &generated)?;
    let mut copy = session.command("cp");
    let sources = ["README.md", "keyperson.gemspec", "lib", "sig"].map(|name| format!("{SOURCES}/{name}"));
    copy.arg("-r").args(sources).args(["LICENSE-MIT", "LICENSE-APACHE"]);
    succeed(copy.arg(&folder))?;
    let inner = folder.join("lib/keyperson");
    fs::create_dir_all(&inner).map_err(|error| error.to_string())?;
    let generated = generated.join("keyperson.rb");
    let library = uniffi_library::library(session)?;
    for (from, to) in [(generated, "generated.rb"), (library, "libkeyperson_uniffi.so")] {
        fs::copy(&from, inner.join(to)).map_err(|error| format!("{}: {error}", from.display()))?;
    }
    let described = uniffi_library::described(session)?;
    for (what, to) in [("signatures", "sig/keyperson/generated.rbs"), ("readers", "lib/keyperson/readers.rb")]
    {
        let mut written = session.cargo(&["run", "--quiet", "-p", "xtask", "--features", "bindings"]);
        let written = output(written.args(["--bin", "xtask-ruby", "--", what]).arg(&described))?;
        fs::write(folder.join(to), written).map_err(|error| format!("{to}: {error}"))?;
    }
    let mut gem = session.command("gem");
    succeed(gem.current_dir(&folder).args(["build", "--quiet", "keyperson.gemspec"]).stdout(Stdio::null()))?;
    let version = env!("CARGO_PKG_VERSION");
    let built = fs::read_dir(&folder).map_err(|error| error.to_string())?;
    let mut built = built.filter_map(Result::ok).map(|entry| entry.path());
    let of_this_version = format!("keyperson-{version}-");
    built
        .find(|path| path.extension().is_some_and(|ending| ending == "gem"))
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&of_this_version))
        })
        .ok_or_else(|| format!("there is no gem of version {version}; the gemspec must say it, too"))
}

/// Installs the gem into a fresh folder; the folder.
fn install(session: &Session, gem: &Path) -> Result<PathBuf, String> {
    let home = fresh(&session.target()?.join("ruby/home"))?;
    let mut install = alone(session, &home, "gem");
    // Nothing is fetched: what it depends on is Debian's.
    install.args(["install", "--local", "--no-document", "--quiet"]).arg(gem).stdout(Stdio::null());
    succeed(&mut install)?;
    Ok(home)
}

/// Where the gem was installed.
fn installed(session: &Session, home: &Path) -> Result<PathBuf, String> {
    let mut ruby = alone(session, home, "ruby");
    let said = output(ruby.args(["-e", "print Gem::Specification.find_by_name('keyperson').full_gem_path"]))?;
    Ok(PathBuf::from(said))
}

/// A program of Ruby's that knows the installed gem, Debian's, and no Rust.
fn alone(session: &Session, home: &Path, program: &str) -> Command {
    let mut command = session.command(program);
    command.env("PATH", "/usr/bin:/bin").env("GEM_HOME", home).env("LANG", "C.UTF-8");
    command.env_remove("GEM_PATH").env_remove("RUBYLIB").env_remove("RUBYOPT").env_remove("RUST_BACKTRACE");
    command
}

/// An empty folder.
fn fresh(folder: &Path) -> Result<PathBuf, String> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(said)?;
    }
    fs::create_dir_all(folder).map_err(said)?;
    Ok(folder.to_path_buf())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::session::workspace_root;

    /// UniFFI says nothing of a name that no type has.
    #[test]
    fn what_is_called_otherwise_in_ruby_is_a_field_of_a_type_that_there_is() {
        let folder = workspace_root().join("bindings/uniffi");
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let settings = toml_edit::Document::parse(read("uniffi.toml")).unwrap();
        let (mirror, renamed) =
            (read("src/mirror.rs"), settings["bindings"]["ruby"]["rename"].as_table().unwrap());
        assert!(!renamed.is_empty());
        for (name, _) in renamed {
            let (of, field) = name.split_once('.').unwrap();
            let kind = ["struct", "enum"].map(|kind| format!("pub {kind} {of} {{"));
            let body = kind.iter().find_map(|kind| mirror.split_once(kind.as_str()));
            let body =
                body.unwrap_or_else(|| panic!("there is no type `{of}`")).1.split_once("\n}").unwrap().0;
            let declared = [format!("pub {field}: "), format!("    {field},")];
            assert!(declared.iter().any(|one| body.contains(one.as_str())), "`{of}` has no `{field}`");
        }
    }
}
