//! The workshop: cuts texts into words for the page, with the dictionary, and takes files in.

use gloo::worker::Registrable;
use jianyue::codec::Postcard;
use jianyue::workshop::WorkshopWorker;

fn main() {
    WorkshopWorker::registrar().encoding::<Postcard>().register();
}
