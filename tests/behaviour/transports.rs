//! Both transports, side by side: what they send, and how they connect.

mod connecting;
mod sending;
