//! The settings of a client, checked.

use std::sync::Arc;

use http::header::HeaderMap;

use super::ApiVersion;
use super::base_url::BaseUrl;
use crate::attempt::Shared;

/// What a client and all its clones and calls share.
#[derive(Clone)]
pub(crate) struct Config {
    pub(crate) base: BaseUrl,
    /// What every request carries: the key, the API version, the user agent.
    pub(crate) headers: Arc<HeaderMap>,
    pub(crate) api_version: ApiVersion,
    pub(crate) max_response_bytes: usize,
    pub(crate) shared: Arc<Shared>,
}
