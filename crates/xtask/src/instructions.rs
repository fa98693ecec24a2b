//! Counts the instructions of the core's hot loops in WebAssembly, and compares them with those committed: the same
//! numbers on every machine, where times are not.

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use wasmi::{Config, Engine, Linker, Module, Store};

/// Where the numbers are committed.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/instructions.json");

/// By which share more instructions pass: another compiler moves them too.
const MARGIN: f64 = 0.05;

type Counts = BTreeMap<String, u64>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [module] => counted(module).and_then(|counts| compared(&counts)),
        [module, "--write"] => counted(module).and_then(|counts| written(&counts)),
        _ => Err("give the module, and `--write` to commit its numbers".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// The instructions of each exported function that takes nothing; `prepare` runs first and is not counted.
fn counted(module: &str) -> Result<Counts, String> {
    let said = |error: wasmi::Error| error.to_string();
    let bytes = fs::read(module).map_err(|error| format!("{module}: {error}"))?;
    let mut config = Config::default();
    config.consume_fuel(true);
    let engine = Engine::new(&config);
    let module = Module::new(&engine, bytes).map_err(said)?;
    let mut store = Store::new(&engine, ());
    store.set_fuel(u64::MAX).map_err(said)?;
    let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module).map_err(said)?;
    let mut run = |name: &str| {
        let function = instance.get_typed_func::<(), u32>(&store, name).map_err(said)?;
        store.set_fuel(u64::MAX).map_err(said)?;
        let size = function.call(&mut store, ()).map_err(said)?;
        if size == 0 {
            return Err(format!("`{name}` has no result"));
        }
        Ok(u64::MAX.saturating_sub(store.get_fuel().map_err(said)?))
    };
    run("prepare")?;
    let functions = module.exports().filter(|export| export.ty().func().is_some());
    let names: Vec<String> =
        functions.map(|export| export.name().to_owned()).filter(|name| name != "prepare").collect();
    names.into_iter().map(|name| Ok((name.clone(), run(&name)?))).collect()
}

fn compared(counts: &Counts) -> Result<(), String> {
    let text = fs::read_to_string(FILE).map_err(|error| format!("benches/instructions.json: {error}"))?;
    let known: Counts = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    if !known.keys().eq(counts.keys()) {
        return Err(
            "other functions than in benches/instructions.json: run `cargo xtask bench instructions --write`"
                .to_owned(),
        );
    }
    let mut more = Vec::new();
    for (name, now) in counts {
        let before = known.get(name).copied().unwrap_or(0);
        let ratio = ratio(*now, before);
        println!("{name:20} {now:>14} instructions, {ratio:.3} times those committed");
        if ratio > 1.0 + MARGIN {
            more.push(format!("{name} {ratio:.3}"));
        }
    }
    if more.is_empty() {
        return Ok(());
    }
    Err(format!(
        "more instructions than committed, beyond {MARGIN}: {}. Where that is meant: `cargo xtask bench instructions --write`",
        more.join(", ")
    ))
}

fn written(counts: &Counts) -> Result<(), String> {
    let text = serde_json::to_string_pretty(counts).map_err(|error| error.to_string())?;
    fs::write(FILE, format!("{text}\n")).map_err(|error| format!("benches/instructions.json: {error}"))
}

#[expect(clippy::as_conversions, reason = "a ratio for people")]
fn ratio(now: u64, before: u64) -> f64 {
    now as f64 / before as f64
}
