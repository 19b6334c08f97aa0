//! The program's one line a request.

use axum::response::Response;

#[allow(clippy::print_stderr)]
pub(crate) fn request(line: &str, reply: &Response) {
    if reply.extensions().get::<crate::faults::Break>().is_some() {
        eprintln!("{line} -> broken connection");
    } else {
        eprintln!("{line} -> {}", reply.status().as_u16());
    }
}
