//! The worker: answers the page from the embedded library.

use gloo::worker::Registrable;
use jianyue::worker::EngineWorker;

fn main() {
    EngineWorker::registrar().register();
}
