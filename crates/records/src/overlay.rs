//! Overlays: rows of a user's, read from YAML and laid over the built-in tables.

use crate::limits::Limits;
use crate::locate::Located;
use crate::read::Document;
use beian_core::model::{Overlay, OverlaySource, Settings};
use beian_core::record::{Keyed, Place, Placed, Plain};
use beian_core::rows::table::RowFault;
use beian_core::rule::Finding;
use beian_core::rules::settings as rules;
use beian_core::tables::{BuiltIn, Tables};
use beian_core::words;
use beian_core::words::{Words, nearest};
use std::borrow::Cow;

/// The tables to judge by, and the overlays that are laid over them.
#[derive(Debug)]
pub struct Overlaid {
    /// The tables.
    pub tables: Cow<'static, Tables>,
    /// The overlays, in the order in which they were laid.
    pub overlays: Vec<Named>,
    /// What is wrong with them.
    pub findings: Vec<Located>,
}

/// An overlay as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The file.
    pub path: String,
    /// The title of its source.
    pub title: String,
    /// Who published that.
    pub publisher: String,
    /// Day of the revision meant.
    pub date: String,
    /// How many rows it lays.
    pub rows: usize,
}

/// A file of overlays: its path as reports name it, and its bytes.
pub type File = (String, Vec<u8>);

/// Lays the overlays that settings name over the built-in tables. `files` answers what a
/// name stands for, a file or all files of a folder, or why it cannot be read.
pub fn lay(settings: &Document<Settings>, mut files: impl FnMut(&str) -> Result<Vec<File>, Words>) -> Overlaid {
    let mut laid = Overlaid { tables: Cow::Borrowed(Tables::builtin()), overlays: Vec::new(), findings: Vec::new() };
    let names = settings.value.overlays.known().map_or(&[][..], |names| &names.0);
    let mut missing = Vec::new();
    for name in names {
        match files(&name.value) {
            Ok(files) => files.iter().for_each(|(path, bytes)| lay_file(path, bytes, &mut laid)),
            Err(why) => missing.push(Finding::new(&rules::overlay_unreadable::RULE, name.place, why)),
        }
    }
    laid.findings.extend(settings.locate(missing));
    laid
}

fn lay_file(path: &str, bytes: &[u8], laid: &mut Overlaid) {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let document = Document::<Overlay>::read(bytes, path, &format!("overlays/{stem}"), &Limits::default());
    let mut pack = Pack { source: Source::default(), findings: Vec::new(), rows: 0 };
    pack.read_source(&document.value);
    for (name, rows) in document.value.tables.known().into_iter().flat_map(|tables| tables.iter()) {
        match Tables::open().find(|table| table.name == name) {
            Some(table) => pack.lay(table, &rows.value, laid.tables.to_mut()),
            None => pack.findings.push(unknown_table(name, rows.place)),
        }
    }
    laid.findings.extend(document.findings.iter().cloned());
    laid.findings.extend(document.locate(pack.findings));
    let Source { title, publisher, date } = pack.source;
    laid.overlays.push(Named { path: path.to_owned(), title, publisher, date, rows: pack.rows });
}

fn unknown_table(name: &str, place: Place) -> Finding {
    let mut finding = Finding::new(
        &rules::overlay_of_unknown_table::RULE,
        place,
        words!("没有数据表 {name}", "there is no table {name}"),
    );
    let names: Vec<&str> = Tables::open().map(|table| table.name).collect();
    let all = names.join(", ");
    finding.help(match nearest(name, names) {
        Some(near) => words!("是不是 {near}？", "did you mean {near}?"),
        None => words!("有这些表：{all}", "the tables are: {all}"),
    });
    finding
}

#[derive(Debug, Default)]
struct Source {
    title: String,
    publisher: String,
    date: String,
}

/// One overlay while it is laid.
struct Pack {
    source: Source,
    findings: Vec<Finding>,
    rows: usize,
}

/// Columns that say where a row comes from: an overlay says it once.
const ABOUT: [(&str, &str); 3] = [("since", "-"), ("confidence", "REPORTED"), ("sources", "overlay")];

impl Pack {
    fn read_source(&mut self, overlay: &Overlay) {
        let empty = OverlaySource::default();
        let source = overlay.source.known().unwrap_or(&empty);
        let place = overlay.source.place().unwrap_or_default();
        let parts = [
            ("title", source.title.is_absent()),
            ("publisher", source.publisher.is_absent()),
            ("date", source.date.is_absent()),
        ];
        for (field, _) in parts.into_iter().filter(|(_, absent)| *absent) {
            let message = words!("来源没有写 {field}", "the source lacks `{field}`");
            let mut finding = Finding::new(&rules::overlay_without_source::RULE, place, message);
            finding.missing = Some(field);
            self.findings.push(finding);
        }
        self.source = Source {
            title: source.title.known().map(ToString::to_string).unwrap_or_default(),
            publisher: source.publisher.known().map(ToString::to_string).unwrap_or_default(),
            date: source.date.known().map(ToString::to_string).unwrap_or_default(),
        };
    }

    /// Lays rows over a table: each row becomes a line of the table's text, so that users'
    /// rows are read by the one reader that reads ours.
    fn lay(&mut self, table: &BuiltIn, rows: &[Placed<Keyed<Plain>>], tables: &mut Tables) {
        let columns: Vec<&str> = table.columns().collect();
        let mut text = columns.join("\t");
        let mut laid = Vec::new();
        for row in rows {
            if let Some(line) = self.line(row, &columns) {
                text += "\n";
                text += &line;
                laid.push(row);
            }
        }
        let faults = tables.lay(table, &text);
        self.rows += laid.len().saturating_sub(faults.len());
        for fault in faults {
            // The first line names the columns.
            if let Some(row) = fault.line.checked_sub(2).and_then(|at| laid.get(at)) {
                self.findings.push(row_fault(&fault, row));
            }
        }
    }

    fn line(&mut self, row: &Placed<Keyed<Plain>>, columns: &[&str]) -> Option<String> {
        let mut sound = true;
        for (key, cell) in row.value.iter() {
            let fault = if !columns.contains(&key) {
                let all = columns.join(", ");
                words!("这张表没有 {key} 这一列；有：{all}", "the table has no column `{key}`, but: {all}")
            } else if as_cell(&cell.value).is_none() {
                words!("{key} 只能写一行文字或文字的列表", "`{key}` takes one line of text or a list of texts")
            } else {
                continue;
            };
            self.findings.push(Finding::new(&rules::overlay_row_unreadable::RULE, cell.place, fault));
            sound = false;
        }
        let cells = columns.iter().map(|column| self.cell(row, column));
        sound.then(|| cells.collect::<Vec<_>>().join("\t"))
    }

    fn cell(&self, row: &Placed<Keyed<Plain>>, column: &str) -> String {
        let given = row.value.get(column).and_then(|cell| as_cell(&cell.value));
        let about = || ABOUT.iter().find(|(name, _)| *name == column).map(|(_, value)| (*value).to_owned());
        // A row was compared with its source when the source was read.
        let checked = || (column == "checked" && !self.source.date.is_empty()).then(|| self.source.date.clone());
        given.or_else(about).or_else(checked).unwrap_or_else(|| "-".to_owned())
    }
}

/// A value as a cell of a table: several texts are parted by `;`.
fn as_cell(value: &Plain) -> Option<String> {
    let fits = |text: &str| !text.contains(['\t', '\n', '\r']);
    match value {
        Plain::Text(text) => fits(text).then(|| text.to_string()),
        Plain::List(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Plain::as_text).collect();
            texts.filter(|texts| texts.iter().all(|text| fits(text))).map(|texts| texts.join(";"))
        }
        Plain::Map(_) => None,
    }
}

fn row_fault(fault: &RowFault, row: &Placed<Keyed<Plain>>) -> Finding {
    let (column, what) = (fault.column, fault.what);
    let message = if column.is_empty() {
        words!("这一行用不了：{what}", "the row cannot be used: {what}")
    } else {
        words!("{column} 用不了：{what}", "`{column}` cannot be used: {what}")
    };
    let cell = row.value.get(column).map(|cell| cell.place);
    let mut finding = Finding::new(&rules::overlay_row_unreadable::RULE, cell.unwrap_or(row.place), message);
    if cell.is_none() && !column.is_empty() {
        finding.missing = Some(column);
    }
    finding
}
