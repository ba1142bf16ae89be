//! All that is kept written into an archive, and the documents of one taken in: a document at a time, so
//! that others are heard between two, and told how far it is.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag};
use zip::result::ZipError;

use super::archive::Archive;
use super::packing::Packing;
use crate::codec::enclose;
use crate::engine::{Segmenter, pack};
use crate::protocol::{Exported, Merged, Trouble, What};
use crate::storage::{Change, Database};

/// So often it is told how far it is.
pub const TOLD: usize = 10;

/// Writes all that is kept into an archive, with members that the page adds.
///
/// # Errors
///
/// [`Trouble`] where the storage does not give it, or there is no room for the archive.
pub async fn export(
    added: Vec<(String, String)>,
    database: Rc<Database>,
    say: &dyn Fn(What),
) -> Result<What, Trouble> {
    let records = database.records().await?;
    let mut left = records.len() as u32;
    let mut packing = Packing::new(added).map_err(trouble)?;
    for (at, (key, record)) in records.iter().enumerate() {
        if at % TOLD == 0 {
            say(What::Packed(at as u32, records.len() as u32));
        }
        if packing.is_full(0) {
            packing = turned(packing, say, &mut left)?;
        }
        if !packing.has_file(record)
            && let Some(file) = database.original(record.original).await?
        {
            if packing.is_full(file.len()) {
                packing = turned(packing, say, &mut left)?;
            }
            packing.file(record, &file).map_err(trouble)?;
        }
        let packed = database.documents(&[*key]).await?.pop();
        let doc = packed.and_then(|packed| pack::read_doc(packed.pack()?).ok());
        packing.document(record, doc).map_err(trouble)?;
    }
    let file = packing.finish().map_err(trouble)?;
    Ok(What::Exported(Exported { is_last: true, ..exported(&file, left)? }))
}

/// Tells that an archive is full; the next one. `left`: so many documents are in none yet.
fn turned(packing: Packing, say: &dyn Fn(What), left: &mut u32) -> Result<Packing, Trouble> {
    let (file, documents, next) = packing.turn().map_err(trouble)?;
    say(What::Exported(exported(&file, documents)?));
    *left -= documents;
    Ok(next)
}

fn exported(file: &[u8], documents: u32) -> Result<Exported, Trouble> {
    let parts = Array::of1(&Uint8Array::from(file));
    give(&parts, "application/zip")?;
    Ok(Exported { bytes: file.len() as u64, documents, ..Exported::default() })
}

/// Takes in the documents of an archive that are not kept yet, if they are wanted. At the end it is told
/// which of its documents have other ids here.
///
/// # Errors
///
/// [`Trouble`]; what was told to be kept is kept all the same.
pub async fn merge(
    number: u32,
    mut archive: Archive<Vec<u8>>,
    is_wanted: bool,
    database: Rc<Database>,
    words: Rc<Segmenter>,
    say: &dyn Fn(What),
) -> Result<What, Trouble> {
    let of = Merged { number, ..Merged::default() };
    let mut left = Vec::new();
    if is_wanted {
        let (lots, known) = archive.lots(&database.records().await?);
        say(What::Merged(Merged { known, ..of.clone() }));
        left = lots;
    }
    for lot in left {
        let (added, refused) = archive.made(lot, &words);
        let change = Change { added: added.into_iter().collect(), ..Change::default() };
        let (added, known) = database.write(change).await?;
        let holdings = added.iter().map(|(key, record)| record.holding(*key)).collect();
        say(What::Merged(Merged { holdings, known, refused, ..of.clone() }));
    }
    let renamed = archive.renamed(&database.records().await?);
    Ok(What::Merged(Merged { renamed, is_done: true, ..of }))
}

/// Has a file of these bytes and this kind go to the page with the next message.
///
/// # Errors
///
/// [`Trouble`] where it does not take it.
pub fn give(parts: &Array, kind: &str) -> Result<(), Trouble> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let said = |why: JsValue| Trouble::Program(format!("{why:?}"));
    enclose(&Blob::new_with_u8_array_sequence_and_options(parts, &options).map_err(said)?);
    Ok(())
}

fn trouble(error: ZipError) -> Trouble {
    Trouble::Program(error.to_string())
}
