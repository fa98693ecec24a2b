//! Turns the default policy from TOML, as people write it, into JSON.
//!
//! So a host that never reads TOML brings no reader of TOML along: for a browser that is a tenth of what it loads.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    const SOURCE: &str = "src/policy/default.toml";
    println!("cargo::rerun-if-changed={SOURCE}");
    let folder = env::var("CARGO_MANIFEST_DIR")?;
    let policy: toml::Table = fs::read_to_string(Path::new(&folder).join(SOURCE))?.parse()?;
    let target = Path::new(&env::var("OUT_DIR")?).join("default_policy.json");
    Ok(fs::write(target, serde_json::to_string(&policy)?)?)
}
