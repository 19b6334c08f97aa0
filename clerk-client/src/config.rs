//! The settings of a client, checked.

mod base_url;

use std::sync::Arc;

use reqwest::header::HeaderMap;

pub(crate) use self::base_url::{BaseUrl, CLERK};
use crate::ApiVersion;
use crate::retry::{Limits, Shared};
use crate::transport::Transport;

/// What a client and all its clones and calls share.
pub(crate) struct Config {
    pub(crate) base: BaseUrl,
    /// What every request carries: the key, the API version, the user agent.
    pub(crate) headers: HeaderMap,
    pub(crate) api_version: ApiVersion,
    pub(crate) limits: Limits,
    pub(crate) upload_limits: Limits,
    pub(crate) response_limit: usize,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) retry: Shared,
}
