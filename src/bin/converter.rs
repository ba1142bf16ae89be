//! The converter: shows texts in the other script.

use gloo::worker::Registrable;
use jianyue::codec::Postcard;
use jianyue::converter::ConverterWorker;

fn main() {
    ConverterWorker::registrar().encoding::<Postcard>().register();
}
