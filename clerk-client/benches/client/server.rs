//! The server of the comparison: a process of its own, so that its work is never counted, with fixed responses.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use super::task::Task;
use super::tls;

/// The argument with which the benchmark starts itself as the server.
pub(crate) const FLAG: &str = "--serve";

/// A running server; it ends with this value.
pub(crate) struct Server {
    process: Child,
    /// The base URL of HTTP/1.1 in plain text.
    pub(crate) plain: String,
    /// The base URL of HTTP/2 over TLS.
    pub(crate) http2: String,
    /// The file of the certificate that is to be trusted.
    pub(crate) certificate: String,
}

impl Server {
    pub(crate) fn start() -> std::io::Result<Self> {
        let mut process = Command::new(std::env::current_exe()?).arg(FLAG).stdout(Stdio::piped()).spawn()?;
        let mut lines = process.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines);
        let mut line = || lines.next().unwrap_or_else(|| Ok(String::new()));
        let (plain, http2, certificate) = (line()?, line()?, line()?);
        Ok(Self { process, plain, http2, certificate })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_file(&self.certificate);
    }
}

/// Serves until the process is killed.
pub(crate) fn serve() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}/v1", listener.local_addr()?);
    tls::serve()?;
    let responses = Arc::new(Task::ALL.map(|task| (format!("GET /v1{} ", task.target()), response(&task.body()))));
    for stream in listener.incoming() {
        let (stream, responses) = (stream?, responses.clone());
        std::thread::spawn(move || respond(stream, &*responses));
    }
    Ok(())
}

fn response(body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncf-ray: 8f0a\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Responds to each request by how it begins.
fn respond(mut stream: TcpStream, responses: &[(String, Vec<u8>)]) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer)?;
        if read == 0 {
            return Ok(());
        }
        request.extend_from_slice(&buffer[..read]);
        if request.ends_with(b"\r\n\r\n") {
            let found = responses.iter().find(|(start, _)| request.starts_with(start.as_bytes()));
            stream
                .write_all(found.map_or(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n", |(_, whole)| whole))?;
            request.clear();
        }
    }
}
