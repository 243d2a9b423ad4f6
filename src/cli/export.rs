//! `export`: a project → a summary.

use std::path::Path;

use super::args::Export;
use super::{Console, Failure, counted};
use crate::analysis;
use crate::export::Report;
use crate::model::{Project, Timestamp};
use crate::session::ExportFormat;
use crate::storage;

pub(super) fn export(options: &Export, console: &mut Console<'_>) -> Result<(), Failure> {
    let opened = storage::open(&options.project)?;
    if !opened.lost.is_empty() {
        console.tell(format_args!(
            "{} no longer found in place, shown as saved: {}",
            counted(opened.lost.len(), "passage is", "passages are"),
            options.project.display()
        ));
    }
    let report = report(&opened.project);
    let output = options.output.as_deref().filter(|path| *path != Path::new("-"));
    let ending = output.and_then(ExportFormat::of_path);
    let text =
        options.format.map(Into::into).or(ending).unwrap_or(ExportFormat::Markdown).render(&report);
    match output {
        None => console.out.write_all(text.as_bytes())?,
        Some(path) if is_same_file(path, &options.project) => {
            return Err(Failure::OverProject(path.to_owned()));
        }
        Some(path) => storage::write_file(path, text.as_bytes())?,
    }
    Ok(())
}

fn report(project: &Project) -> Report {
    let articles: Vec<_> = project.articles.iter().collect();
    let families = analysis::families(&articles);
    let numbers = articles.iter().filter_map(|one| Some((one.id, families.of(one.id)?))).collect();
    Report::new(project, &numbers, Timestamp::now())
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
