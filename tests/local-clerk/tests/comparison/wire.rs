//! One kept-open connection, without a client in between: a hundred thousand requests have to be cheap.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use local_clerk::LocalClerk;
use serde_json::Value;

use super::requests::Request;

pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    key: String,
}

impl Connection {
    pub(crate) fn open(clerk: &LocalClerk) -> Self {
        let address = clerk.base_url().trim_start_matches("http://").trim_end_matches("/v1");
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        Self { stream: BufReader::with_capacity(64 * 1024, stream), key: clerk.secret_key().to_owned() }
    }

    pub(crate) fn send(&mut self, request: &Request) -> (u16, Value) {
        let body = request.body.as_ref().map(Value::to_string).unwrap_or_default();
        let head = format!(
            "{} /v1{} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            request.method,
            request.path,
            self.key,
            body.len()
        );
        self.stream.get_mut().write_all(head.as_bytes()).expect("a request");
        let (mut line, mut status, mut length) = (String::new(), 0, 0);
        while line != "\r\n" {
            line.clear();
            assert_ne!(self.stream.read_line(&mut line).expect("a header"), 0, "closed after {request:?}");
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                status = rest.get(..3).and_then(|code| code.parse().ok()).expect("a status");
            }
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).expect("a body");
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}
