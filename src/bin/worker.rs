//! The worker: answers the page from the embedded library.

use gloo::worker::Registrable;
use jianyue::codec::Postcard;
use jianyue::worker::EngineWorker;

fn main() {
    EngineWorker::registrar().encoding::<Postcard>().register();
}
