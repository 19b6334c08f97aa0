//! The traits of the API guidelines, type by type.

use std::fmt::{Debug, Display};
use std::hash::Hash;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::admission::{Attempt, Permit, RateLimit};
use crate::multipart::{Form, Part};
use crate::transport::{Body, RawResponse, Request, TransportError, TransportErrorKind};
use crate::*;

fn is_shared<T: Debug + Send + Sync>() {}
fn is_value<T: Debug + Clone + PartialEq + Eq + Send + Sync>() {}
fn is_key<T: Debug + Clone + PartialEq + Eq + Hash + Send + Sync>() {}
fn is_response<T: Debug + Clone + Default + DeserializeOwned + Send + Sync + 'static>() {}
fn is_written<T: Serialize>() {}
fn is_error<T: std::error::Error + Display + Send + Sync + 'static>() {}

#[test]
fn types_that_are_stored_compare_and_hash() {
    is_key::<Timestamp>();
    is_key::<Metadata>();
    is_key::<MetadataPatch>();
    is_key::<Patch<String>>();
    is_key::<Page<String>>();
    is_key::<ApiError>();
    is_key::<ApiVersion>();
    is_key::<ErrorKind>();
    is_key::<TransportErrorKind>();
    is_key::<RetryReason>();
    is_key::<Endpoint>();
    is_key::<Idempotency>();
    is_key::<Pagination>();
    is_key::<ObjectType>();
    is_key::<Strategy>();
    is_key::<VerificationStatus>();
    is_key::<OrganizationInvitationStatus>();
    is_key::<IdentificationStatus>();
    is_key::<PasswordHasher>();
    is_key::<TotpCodeType>();
    is_key::<OrderBy>();
    is_key::<Order>();
}

#[test]
fn responses_are_values_that_can_be_written_again() {
    fn is_written_response<T: Debug + Clone + Default + PartialEq + Eq + Serialize + DeserializeOwned + Send + Sync>() {
    }
    is_written_response::<User>();
    is_written_response::<EmailAddress>();
    is_written_response::<ExternalAccount>();
    is_written_response::<Web3Wallet>();
    is_written_response::<Passkey>();
    is_written_response::<SamlAccount>();
    is_written_response::<EnterpriseAccount>();
    is_written_response::<Verification>();
    is_written_response::<DeletedObject>();
    is_written_response::<TotalCount>();
    is_written_response::<MfaDisabled>();
    is_written_response::<PasswordVerification>();
    is_written_response::<TotpVerification>();
    is_written_response::<Organization>();
    is_written_response::<OrganizationMembership>();
    is_written_response::<OrganizationInvitation>();
    // These hold secrets; phone numbers among a user's are written without theirs.
    is_response::<PhoneNumber>();
    is_response::<Totp>();
    is_response::<OAuthAccessToken>();
}

#[test]
fn requests_and_queries_are_shared_and_written() {
    is_written::<CreateUserRequest>();
    is_written::<UpdateUserRequest>();
    is_written::<UpdateUserMetadataRequest>();
    is_written::<VerifyPasswordRequest>();
    is_written::<VerifyTotpRequest>();
    is_shared::<CreateUserRequest>();
    is_shared::<UpdateUserRequest>();
    is_value::<UpdateUserMetadataRequest>();
    is_value::<ListUsers>();
    is_value::<CountUsers>();
    is_value::<ListOrganizationMemberships>();
    is_value::<ListOrganizationInvitations>();
    is_value::<ListOAuthAccessTokens>();
    is_value::<ProfileImage>();
    is_value::<Form>();
    is_value::<Part>();
}

#[test]
fn the_rest_crosses_threads() {
    is_shared::<Client>();
    is_shared::<ClientBuilder>();
    is_value::<RetryPolicy>();
    is_value::<RateLimit>();
    is_value::<RawResponse>();
    is_value::<Response<User>>();
    is_shared::<Request>();
    is_shared::<Body>();
    is_error::<Error>();
    is_error::<ApiError>();
    is_error::<TransportError>();
    is_error::<TimestampError>();
    fn is_sent<T: Send>() {}
    is_sent::<Call<User>>();
    is_sent::<OptionalCall<User>>();
    is_sent::<CallWithHttpInfo<User>>();
    is_sent::<Permit>();
    is_sent::<Attempt<'_>>();
}
