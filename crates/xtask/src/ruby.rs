//! `xtask-ruby signatures LIBRARY` writes the gem's RBS signatures, `xtask-ruby readers LIBRARY` its readers of
//! answers: both from what the built UniFFI library says of itself.

mod faces;
mod rbs;
mod readers;

use std::process::ExitCode;

use uniffi_bindgen::interface::rename;
use uniffi_bindgen::{BindgenLoader, BindgenPaths, ComponentInterface, GlobalConfig};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (write, library): (fn(&ComponentInterface) -> String, &String) = match arguments.as_slice() {
        [what, library] if what == "signatures" => (rbs::signatures, library),
        [what, library] if what == "readers" => (readers::readers, library),
        _ => {
            eprintln!("error: say `signatures` or `readers`, and name the built library");
            return ExitCode::FAILURE;
        }
    };
    match components(library) {
        Ok(components) if !components.is_empty() => {
            components.iter().for_each(|component| print!("{}", write(component)));
            ExitCode::SUCCESS
        }
        Ok(_none) => {
            eprintln!("error: {library} exports nothing by UniFFI");
            ExitCode::FAILURE
        }
        Err(reason) => {
            eprintln!("error: {library}: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// What the library exports, under the names that Ruby gives it.
fn components(library: &str) -> Result<Vec<ComponentInterface>, String> {
    let mut paths = BindgenPaths::default();
    paths.add_cargo_metadata_layer(false).map_err(|error| error.to_string())?;
    let loader = BindgenLoader::new(paths, GlobalConfig::default());
    let metadata = loader.load_metadata(library.into()).map_err(|error| error.to_string())?;
    let found = loader.load_cis(metadata).map_err(|error| error.to_string())?;
    let renamed = loader.load_components(found, |_, settings| {
        let ruby = settings.get("bindings").and_then(|bindings| bindings.get("ruby"));
        Ok(ruby.and_then(|ruby| ruby.get("rename")?.as_table().cloned()))
    });
    let renamed = renamed.map_err(|error| error.to_string())?;
    let names = renamed.iter().filter_map(|one| Some((one.ci.crate_name().to_owned(), one.config.clone()?)));
    let names = names.collect();
    let mut components: Vec<_> = renamed.into_iter().map(|one| one.ci).collect();
    components.iter_mut().for_each(|component| rename(component, &names));
    Ok(components)
}
