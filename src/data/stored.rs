//! How a table is kept and recognised: a versioned binary form, CSV, and a fingerprint of the content.

use super::table::{Column, Table, TableError, Values};
use crate::base::date::Day;
use crate::base::hash::sha256_hex;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What every stored table begins with.
const MAGIC: &[u8] = b"DOJOTABL";
/// The newest version of the stored form, the byte after the magic.
const VERSION: u8 = 1;

/// Why bytes are no table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum StoredError {
    /// They do not begin as a stored table does.
    #[error("these bytes are not a stored table")]
    NotATable,
    /// A newer program wrote them.
    #[error("stored in version {found}, this program knows {known}")]
    NewerVersion {
        /// The version found.
        found: u8,
        /// The newest version known.
        known: u8,
    },
    /// They end too early, too late, or say something impossible.
    #[error("the stored table is damaged")]
    Damaged,
    /// The columns do not fit together.
    #[error("the stored columns make no table: {0}")]
    Table(TableError),
    /// A text column points outside its list of texts, or has a text in it twice.
    #[error("the texts of column `{column}` are damaged")]
    Texts {
        /// The column.
        column: String,
    },
    /// A date lies outside the years 0001 to 9999.
    #[error("the dates of column `{column}` are damaged")]
    Dates {
        /// The column.
        column: String,
    },
}

impl Table {
    /// The stored form: magic, version, then the columns in postcard's encoding.
    ///
    /// # Errors
    /// [`StoredError::Damaged`] when the encoder fails, which no table is known to cause.
    pub fn to_bytes(&self) -> Result<Vec<u8>, StoredError> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(VERSION);
        postcard::to_extend(self, bytes).map_err(|_| StoredError::Damaged)
    }

    /// Reads what [`Table::to_bytes`] wrote. The bytes may be anything: all is checked.
    ///
    /// # Errors
    /// A [`StoredError`] when they are not exactly one valid table.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StoredError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(StoredError::NotATable)?;
        let (&version, rest) = rest.split_first().ok_or(StoredError::Damaged)?;
        if version > VERSION {
            return Err(StoredError::NewerVersion { found: version, known: VERSION });
        }
        if version != VERSION {
            return Err(StoredError::Damaged);
        }
        let (table, left) = postcard::take_from_bytes::<Self>(rest).map_err(|_| StoredError::Damaged)?;
        if !left.is_empty() {
            return Err(StoredError::Damaged);
        }
        table.columns().iter().try_for_each(check_column)?;
        // The decoder fills the columns in as they come: equal lengths and unique names are checked here.
        Self::new(table.into_columns()).map_err(StoredError::Table)
    }

    /// SHA-256 of the content in hexadecimal digits: the same on every platform, another one when a name, a
    /// kind, the order of columns or rows, or a value differs. How texts are numbered does not matter.
    pub fn fingerprint(&self) -> String {
        let mut content = Vec::new();
        push_length(&mut content, self.columns().len());
        push_length(&mut content, self.rows());
        for column in self.columns() {
            push_text(&mut content, &column.name);
            push_values(&mut content, &column.values);
        }
        sha256_hex(&content)
    }

    /// The table as CSV in UTF-8: commas, a header, `\n`, quotes where needed, missing values empty.
    ///
    /// Reads back as the same table, except that a text which looks like another kind or like a missing
    /// value (`NA`, an empty text) is read as that, as with every CSV file.
    pub fn to_csv(&self) -> String {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        // Writing to memory cannot fail, and all records have one length.
        let _ = writer.write_record(self.columns().iter().map(|column| column.name.as_str()));
        let mut text = String::new();
        for row in 0..self.rows() {
            for column in self.columns() {
                use std::fmt::Write as _;
                text.clear();
                let _ = write!(text, "{}", column.values.cell(row));
                let _ = writer.write_field(&text);
            }
            let _ = writer.write_record(None::<&[u8]>);
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Codes within their categories, categories distinct, dates within range.
fn check_column(column: &Column) -> Result<(), StoredError> {
    match &column.values {
        Values::Text { categories, codes } => {
            let mut seen = HashSet::with_capacity(categories.len());
            let distinct = categories.iter().all(|text| seen.insert(text.as_str()));
            let known = |code: &u32| usize::try_from(*code).is_ok_and(|code| code < categories.len());
            if distinct && codes.iter().flatten().all(known) {
                Ok(())
            } else {
                Err(StoredError::Texts { column: column.name.clone() })
            }
        }
        Values::Date(days) if !days.iter().flatten().all(|day| Day(*day).is_in_range()) => {
            Err(StoredError::Dates { column: column.name.clone() })
        }
        _ => Ok(()),
    }
}

/// A length as eight bytes, so that neighbouring parts cannot run into each other.
fn push_length(content: &mut Vec<u8>, length: usize) {
    content.extend_from_slice(&(length as u64).to_le_bytes());
}

fn push_text(content: &mut Vec<u8>, text: &str) {
    push_length(content, text.len());
    content.extend_from_slice(text.as_bytes());
}

/// One byte for the kind, then each value; a missing one has a mark that no value has.
fn push_values(content: &mut Vec<u8>, values: &Values) {
    match values {
        Values::Float(values) => {
            content.push(b'f');
            for value in values {
                // One NaN stands for all of them: which bits it has says nothing about the data.
                let value = if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
                content.extend_from_slice(&value.to_le_bytes());
            }
        }
        Values::Integer(values) => {
            content.push(b'i');
            for value in values {
                content.push(u8::from(value.is_some()));
                content.extend_from_slice(&value.unwrap_or_default().to_le_bytes());
            }
        }
        Values::Boolean(values) => {
            content.push(b'b');
            content.extend(values.iter().map(|value| value.map_or(2, u8::from)));
        }
        Values::Date(values) => {
            content.push(b'd');
            for value in values {
                content.extend_from_slice(&value.unwrap_or(i32::MIN).to_le_bytes());
            }
        }
        Values::Text { categories, codes } => push_texts(content, categories, codes),
    }
}

/// The texts in order of first appearance with their numbers, whatever numbers the column itself uses.
fn push_texts(content: &mut Vec<u8>, categories: &[String], codes: &[Option<u32>]) {
    content.push(b't');
    let mut numbers = vec![u32::MAX; categories.len()];
    let mut used = 0_u32;
    for code in codes {
        let place = code.and_then(|code| numbers.get_mut(usize::try_from(code).ok()?).map(|n| (code, n)));
        let Some((code, number)) = place else {
            content.extend_from_slice(&u32::MAX.to_le_bytes());
            continue;
        };
        let first = *number == u32::MAX;
        if first {
            *number = used;
            used += 1;
        }
        content.extend_from_slice(&number.to_le_bytes());
        if first && let Some(text) = categories.get(code as usize) {
            push_text(content, text);
        }
    }
}
