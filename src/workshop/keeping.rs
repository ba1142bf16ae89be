//! What is done with documents that are kept: listed, described, made anew of their files, removed.

use std::ops::ControlFlow;

use super::making;
use crate::engine::Segmenter;
use crate::import::{self, Encoding, Wishes};
use crate::protocol::{Given, Holding, Job, Key, Reading, Trouble, What};
use crate::storage::record::Record;
use crate::storage::{Change, Database, Packed};

/// So many documents are changed in one transaction.
const AT_ONCE: usize = 200;

/// Does a job for which no document is made: removes some, says something else of some, or lists all.
///
/// # Errors
///
/// [`Trouble`]; then nothing of it was written, or of a long one only whole pieces.
pub async fn says(job: Job, database: &Database) -> Result<What, Trouble> {
    match job {
        Job::Remove(keys) => {
            for removed in keys.chunks(AT_ONCE) {
                let removed = removed.to_vec();
                database.write(Change { removed, ..Change::default() }).await?;
            }
            Ok(What::Removed(keys))
        }
        Job::Describe(said) => describe(&said, database).await,
        _ => {
            let records = database.records().await?;
            Ok(What::Listed(records.iter().map(|(key, record)| record.holding(*key)).collect()))
        }
    }
}

/// Makes documents anew of their files; any other job is for [`says`].
///
/// # Errors
///
/// As above.
pub async fn makes(job: Job, database: &Database, words: &Segmenter) -> Result<What, Trouble> {
    match job {
        Job::Again(key, reading) => {
            anew(&[key], |_| reading.clone(), database, words).await.map(What::Changed)
        }
        Job::Renew(keys) => anew(&keys, Record::reading, database, words).await.map(What::Changed),
        job => says(job, database).await,
    }
}

/// From now on this is said of documents.
async fn describe(said: &[(Key, Given)], database: &Database) -> Result<What, Trouble> {
    let mut holdings = Vec::new();
    for said in said.chunks(AT_ONCE) {
        let keys: Vec<Key> = said.iter().map(|(key, _)| *key).collect();
        let records = database.records_of(&keys).await?;
        let packs = database.documents(&keys).await?;
        let mut changed = Vec::new();
        for (key, given) in said {
            let Some(mut record) = of(&records, *key) else { continue };
            record.given = (*given != record.said).then(|| given.clone());
            // One that another version has made is made anew when it is come to.
            let pack = packs.iter().find(|pack| pack.key == *key).and_then(Packed::pack);
            let pack = pack.and_then(|pack| making::given(pack, given).ok());
            holdings.push(record.holding(*key));
            changed.push((*key, record, pack));
        }
        database.write(Change { changed, ..Change::default() }).await?;
    }
    Ok(What::Changed(holdings))
}

/// Makes documents anew of their files, each read as `reading` says. Those that nothing comes of any more
/// stay as they are.
async fn anew(
    keys: &[Key],
    reading: impl Fn(&Record) -> Reading,
    database: &Database,
    words: &Segmenter,
) -> Result<Vec<Holding>, Trouble> {
    let records = database.records_of(keys).await?;
    let mut holdings = Vec::new();
    // The file that the last one came in: rows of a table follow each other.
    let mut last: Option<(Key, Vec<u8>)> = None;
    for &key in keys {
        let Some(record) = of(&records, key) else { continue };
        let file = match last.take().filter(|(of, _)| *of == record.original) {
            Some((_, file)) => file,
            None => database.original(record.original).await?.unwrap_or_default(),
        };
        let reading = reading(&record);
        if let Some(document) = made(&record, &file, &reading, words)? {
            let (record, pack) = document;
            holdings.push(record.holding(key));
            let changed = vec![(key, record, Some(pack))];
            database.write(Change { changed, ..Change::default() }).await?;
        }
        last = Some((record.original, file));
    }
    Ok(holdings)
}

/// The document made anew of its file; `None` where nothing comes of that.
fn made(
    record: &Record,
    file: &[u8],
    reading: &Reading,
    words: &Segmenter,
) -> Result<Option<(Record, Vec<u8>)>, Trouble> {
    let encoding = reading.encoding.as_deref().and_then(Encoding::named);
    let wishes = Wishes { encoding, ..Wishes::default() };
    let mut document = None;
    // A row is one of many of its file.
    let _ = import::take(record.file(), file, &wishes, &mut |found| match found {
        Ok(taken) if taken.path == record.path => {
            document = Some(making::again(record.clone(), &taken, reading, words));
            ControlFlow::Break(())
        }
        _ => ControlFlow::Continue(()),
    });
    document.transpose().map_err(|error| Trouble::Program(error.to_string()))
}

fn of(records: &[(Key, Record)], key: Key) -> Option<Record> {
    records.iter().find(|(of, _)| *of == key).map(|(_, record)| record.clone())
}
