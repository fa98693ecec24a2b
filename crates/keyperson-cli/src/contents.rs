//! What is written into files: what is there already, or what is made while it is written.

use std::io::{self, Write};
use std::path::Path;

use keyperson::Journal;
use keyperson_table::arrow::{arrow_file, journal_table, parquet_file};

/// What is written.
pub trait Contents {
    /// Writes it.
    fn write(&self, to: &mut dyn Write) -> io::Result<()>;
}

impl<T: AsRef<[u8]>> Contents for T {
    fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        to.write_all(self.as_ref())
    }
}

/// The facts of a journal: JSON Lines, which are written while further ones are made, or a table where the file is to
/// be one.
#[derive(Debug)]
pub struct Facts<'j> {
    journal: &'j Journal,
    form: Form,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    Lines,
    Parquet,
    Arrow,
}

impl<'j> Facts<'j> {
    /// The facts as the ending of the file's name says; JSON Lines for any other.
    pub fn for_file(journal: &'j Journal, path: &Path) -> Self {
        let ending = path.extension().unwrap_or_default();
        let form = if ending.eq_ignore_ascii_case("parquet") {
            Form::Parquet
        } else if ending.eq_ignore_ascii_case("arrow") {
            Form::Arrow
        } else {
            Form::Lines
        };
        Self { journal, form }
    }
}

impl Contents for Facts<'_> {
    fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let table = || journal_table(self.journal);
        let file = match self.form {
            Form::Lines => return keyperson_table::write_json_lines(self.journal, to),
            Form::Parquet => table().and_then(|table| parquet_file(&table)),
            Form::Arrow => table().and_then(|table| arrow_file(&table)),
        };
        to.write_all(&file.map_err(|error| io::Error::other(error.to_string()))?)
    }
}

/// All of it in memory.
///
/// # Errors
/// None but those of making it.
pub fn whole(contents: &dyn Contents) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    contents.write(&mut bytes)?;
    Ok(bytes)
}
