//! Packs the jar, tests it from Kotlin and from Java, and tests the service that stands on it.

use std::env::consts::ARCH;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::count::surefire_line;
use crate::session::{Session, succeed};
use crate::uniffi_library::{self, core};

const FOLDER: &str = "bindings/uniffi/kotlin";
/// What the tests need of Debian: a JDK, Maven, and the database of the service.
const PACKAGES: [&str; 3] = ["openjdk-17-jdk-headless", "maven", "postgresql"];

/// Builds and tests the package.
pub fn run(session: &mut Session) {
    let mut ready = false;
    session.check("kotlin: JDK, Maven and PostgreSQL", |session| {
        tools(session, true)?;
        ready = true;
        let postgres = postgres().ok_or("PostgreSQL's programs are not in /usr/lib/postgresql")?;
        Ok(format!("PostgreSQL in {}", postgres.display()))
    });
    if !ready {
        return;
    }
    ready = false;
    session.check("kotlin: sources and library", |session| {
        prepare(session)?;
        ready = true;
        Ok(String::new())
    });
    if ready {
        let verify = maven(session, &["clean", "verify"]);
        session.tests("kotlin: jar, its tests from Kotlin and Java, the service", verify, surefire_line);
    }
}

/// Measures a brief through the jar beside the core, and says so; with `load`, what memory four threads take.
///
/// # Errors
/// Something cannot be built or run.
pub fn bench(session: &Session, load: bool) -> Result<(), String> {
    tools(session, true)?;
    uniffi_library::build(session)?;
    prepare(session)?;
    succeed(&mut maven(session, &["--quiet", "package", "-DskipTests"]))?;
    let class_path = fs::read_to_string(session.root().join(FOLDER).join("tests/target/class-path"))
        .map_err(|error| error.to_string())?;
    let core = core(session)?;
    let tests = session.root().join(FOLDER).join("tests/target/test-classes");
    let mut java = session.command("java");
    java.args(["-Xmx512m", "-cp", &format!("{}:{}", tests.display(), class_path.trim())]);
    java.arg("com.keyperson.tests.BenchKt").arg(core);
    succeed(if load { java.arg("load") } else { &mut java })
}

/// Builds the jar and nothing beside it; its path.
///
/// # Errors
/// Something cannot be built.
pub fn pack(session: &Session) -> Result<PathBuf, String> {
    tools(session, false)?;
    uniffi_library::build(session)?;
    prepare(session)?;
    succeed(&mut maven(session, &["--quiet", "package", "-DskipTests", "--projects", "keyperson"]))?;
    let jar = format!("keyperson/target/keyperson-{}.jar", env!("CARGO_PKG_VERSION"));
    let jar = session.root().join(FOLDER).join(jar);
    if jar.is_file() { Ok(jar) } else { Err(format!("Maven did not write {}", jar.display())) }
}

fn maven(session: &Session, arguments: &[&str]) -> Command {
    let mut command = session.command("mvn");
    command.current_dir(session.root().join(FOLDER));
    // Without colours, so that the closing lines can be read.
    command.args(["--batch-mode", "--no-transfer-progress", "-Dstyle.color=never"]).args(arguments);
    command
}

/// Makes sure that there are a JDK and Maven, and PostgreSQL where it is asked for.
///
/// # Errors
/// They are missing, and cannot be installed.
pub fn tools(session: &Session, database: bool) -> Result<(), String> {
    let runs = |program: &str| {
        let mut version = session.command(program);
        version.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        version.status().is_ok_and(|status| status.success())
    };
    if runs("javac") && runs("mvn") && (!database || postgres().is_some()) {
        return Ok(());
    }
    let packages = PACKAGES.iter().take(if database { 3 } else { 2 }).copied().collect::<Vec<_>>();
    let apt = |arguments: &[&str]| {
        let mut command = session.command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdout(Stdio::null());
        let missing =
            |reason| format!("{reason}; install them as root: apt-get install -y {}", packages.join(" "));
        succeed(&mut command).map_err(missing)
    };
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq"], packages.as_slice()].concat())
}

/// The folder of the newest PostgreSQL's programs, where Debian puts them.
fn postgres() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let programs = versions.filter_map(Result::ok).map(|version| version.path().join("bin"));
    programs.filter(|folder| folder.join("initdb").is_file()).max()
}

/// Puts what Maven packs where it looks for it: the sources that UniFFI writes, and the library.
fn prepare(session: &Session) -> Result<(), String> {
    let target = session.root().join(FOLDER).join("keyperson/packed");
    if target.is_dir() {
        fs::remove_dir_all(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    }
    uniffi_library::generate(session, "kotlin", &target.join("kotlin"))?;
    change(&target.join("kotlin/com/keyperson/keyperson.kt"))?;
    let native = target.join("native").join(format!("linux-{}", ARCH.replace("x86_64", "x86-64")));
    copy(&uniffi_library::library(session)?, &native)
}

/// What UniFFI writes and what stands in its place.
const FASTER: &[(&str, &str)] = &[
    // UniFFI's message names the fields; people read sentences (`Errors.kt`).
    ("\"problems=${ `problems` }, count=${ `count` }\"", "told(`problems`, `count`)"),
    ("\"reason=${ `reason` }\"", "\"internal: ${ `reason` }\""),
    // An answer is copied out of the library at once ...
    (
        "        val byteBuf = rbuf.asByteBuffer()!!\n        try {\n           val item = read(byteBuf)\n",
        "        try {\n           val byteBuf = ByteBuffer.wrap(rbuf.data!!.getByteArray(0, Math.toIntExact(rbuf.len)))\n           val item = read(byteBuf)\n",
    ),
    // ... and its texts and dates are read where they lie (`Dates.kt`).
    (
        "        val len = buf.getInt()\n        val byteArr = ByteArray(len)\n        buf.get(byteArr)\n        return byteArr.toString(Charsets.UTF_8)\n",
        "        val len = buf.getInt()\n        val start = buf.position()\n        buf.position(start + len)\n        return String(buf.array(), start, len, Charsets.UTF_8)\n",
    ),
    (
        "        val builtinValue = FfiConverterString.read(buf)\n        return LocalDate.parse(builtinValue)\n",
        "        return readDay(buf)\n",
    ),
    (
        "        val builtinValue = FfiConverterString.read(buf)\n        return OffsetDateTime.parse(builtinValue)\n",
        "        return readInstant(buf)\n",
    ),
    // Words are not looked up in a fresh copy of all of them.
    (".values()[buf.getInt() - 1]", ".entries[buf.getInt() - 1]"),
    // A call makes no status of its own, but uses its thread's, and what was made for one that is not made is freed
    // (`Calls.kt`).
    (
        "    var status = UniffiRustCallStatus()\n    val return_value = callback(status)\n    uniffiCheckCallStatus(errorHandler, status)\n",
        "    val status = callStatus.get()\n    val return_value = try { callback(status) } catch (error: Throwable) { takeBack(errorHandler); throw error }\n    handedOver(errorHandler)\n    if (status.failed()) uniffiCheckCallStatus(errorHandler, status)\n",
    ),
    // A field of an answer is read by a call that takes its handle, unlike the calls by which arguments are made.
    ("uniffiRustCall() { _status ->", "uniffiRustCallWithError(FieldErrors) { _status ->"),
    (
        "            rbuf.writeField(\"len\", bbuf.position().toLong())\n            return rbuf\n",
        "            rbuf.writeField(\"len\", bbuf.position().toLong())\n            return rbuf.also { lend(Runnable { RustBuffer.free(it) }) }\n",
    ),
    (
        "        rbuf.asByteBuffer()!!.put(byteBuf)\n        return rbuf\n",
        "        rbuf.asByteBuffer()!!.put(byteBuf)\n        return rbuf.also { lend(Runnable { RustBuffer.free(it) }) }\n",
    ),
    // A buffer's three fields are copied as they are declared, not by reflection.
    (
        "   internal fun setValue(other: RustBuffer) {\n",
        "    override fun read() {\n        capacity = pointer.getLong(0)\n        len = pointer.getLong(8)\n        data = pointer.getPointer(16)\n    }\n\n    override fun write() {\n        pointer.setLong(0, capacity)\n        pointer.setLong(8, len)\n        pointer.setPointer(16, data)\n    }\n\n   internal fun setValue(other: RustBuffer) {\n",
    ),
];

/// What UniFFI writes of handles and what stands in its place, once an object: a handle is cloned only while it is
/// counted as used, and who closed it is told so. UniFFI counts for the object whose method is called, but not for those
/// that are arguments: a closed one would be read after it was freed.
const HANDLES: &[(&str, &str)] = &[
    (
        "return block(this.uniffiCloneHandle())\n",
        "return block(lend(UniffiCleanAction(cloneCounted())).handle)\n",
    ),
    (
        "    fun uniffiCloneHandle(): Long {\n        if (handle ==",
        "    fun uniffiCloneHandle(): Long = callWithHandle { keep(it) }\n\n    internal fun lent(): Long = callWithHandle { it }\n\n    private fun cloneCounted(): Long {\n        if (handle ==",
    ),
    ("        return value.uniffiCloneHandle()\n", "        return value.lent()\n"),
    (
        "    private class UniffiCleanAction(private val handle: Long) : Runnable {\n",
        "    internal class UniffiCleanAction(val handle: Long) : Runnable {\n",
    ),
    (
        "\"${this.javaClass.simpleName} object has already been destroyed\"",
        "\"this ${this.javaClass.simpleName} is closed: make a new one, or close it later\"",
    ),
];

/// How the declaration of an object of the library's goes on.
const OBJECT: &str = ": Disposable, AutoCloseable, ";

/// Puts the other passages into the sources that UniFFI wrote.
fn change(sources: &Path) -> Result<(), String> {
    let said = |error: std::io::Error| format!("{}: {error}", sources.display());
    let written = fs::read_to_string(sources).map_err(said)?;
    fs::write(sources, changed(written)?).map_err(said)
}

fn changed(mut text: String) -> Result<String, String> {
    for (written, faster) in FASTER {
        if !text.contains(written) {
            return Err(format!("UniFFI no longer writes `{written}`; see `FASTER`"));
        }
        text = text.replace(written, faster);
    }
    let objects = text.matches(OBJECT).count();
    for (written, counted) in HANDLES {
        let found = text.matches(written).count();
        if found != objects || objects == 0 {
            return Err(format!("of {objects} objects UniFFI writes `{written}` for {found}; see `HANDLES`"));
        }
        text = text.replace(written, counted);
    }
    Ok(text)
}

fn copy(file: &Path, folder: &Path) -> Result<(), String> {
    let name = file.file_name().ok_or("no file name")?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    fs::copy(file, folder.join(name)).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source with every passage, those of handles once an object.
    fn written(objects: usize) -> String {
        let mut text = FASTER.iter().map(|(written, _)| *written).collect::<String>();
        for _ in 0..objects {
            text += OBJECT;
            text.extend(HANDLES.iter().map(|(written, _)| *written));
        }
        text
    }

    #[test]
    fn every_object_is_counted() {
        let text = changed(written(3)).unwrap();
        assert_eq!(text.matches("fun uniffiCloneHandle(): Long = callWithHandle").count(), 3);
        assert!(!text.contains("return value.uniffiCloneHandle()"));
        assert!(changed(written(0)).is_err());
        for (passage, _) in FASTER.iter().chain(HANDLES) {
            // UniFFI writes it for two of three objects, or no longer.
            assert!(changed(written(3).replacen(passage, "", 1)).is_err(), "{passage}");
        }
        assert!(changed(written(3) + OBJECT).is_err());
    }
}
