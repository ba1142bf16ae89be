//! The segmenter: cuts texts into words for the page, with the dictionary.

use gloo::worker::Registrable;
use jianyue::codec::Postcard;
use jianyue::segmenter::SegmenterWorker;

fn main() {
    SegmenterWorker::registrar().encoding::<Postcard>().register();
}
