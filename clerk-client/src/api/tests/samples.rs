//! One reply of each type with every member that Clerk documents or was seen to send. All values
//! are made up.

pub(crate) const USER: &str = r#"{
  "id":"user_1","object":"user","external_id":"own_1","primary_email_address_id":"idn_e1",
  "primary_phone_number_id":"idn_p1","primary_web3_wallet_id":"idn_w1","username":"ada",
  "first_name":"Ada","last_name":"Lovelace","locale":"en-GB","birthday":"1815-12-10","gender":"female",
  "profile_image_url":"https://img.example.com/old","image_url":"https://img.example.com/new",
  "has_image":true,"public_metadata":{"plan":"pro"},"private_metadata":{"crm":9007199254740993},
  "unsafe_metadata":{"z":1,"a":null},
  "email_addresses":[{
    "id":"idn_e1","object":"email_address","email_address":"ada@example.com","reserved":true,
    "verification":{"object":"verification_otp","status":"verified","strategy":"email_code",
      "attempts":1,"expire_at":1700690400000,"channel":"mail","verified_at_client":"client_1",
      "nonce":"nonce","message":"sign this","external_verification_redirect_url":"https://idp.example.com",
      "error":{"message":"no","long_message":"no, sorry","code":"refused","meta":{"why":[1,2]},
        "clerk_trace_id":"trace_1"}},
    "linked_to":[{"type":"oauth_google","id":"idn_x1"},{"type":"saml","id":"idn_x2"}],
    "matches_sso_connection":true,"created_at":1700690400001,"updated_at":1700690400002}],
  "phone_numbers":[{
    "id":"idn_p1","object":"phone_number","phone_number":"+15555550100",
    "reserved_for_second_factor":true,"default_second_factor":true,"reserved":true,
    "verification":{"object":"verification_admin","status":"verified","strategy":"admin",
      "attempts":2,"expire_at":1700690400003},
    "linked_to":[{"type":"oauth_apple","id":"idn_x3"}],"backup_codes":["code-1","code-2"],
    "created_at":1700690400004,"updated_at":1700690400005}],
  "web3_wallets":[{
    "id":"idn_w1","object":"web3_wallet","web3_wallet":"0x00",
    "verification":{"object":"verification_web3","status":"unverified",
      "strategy":"web3_solana_signature","nonce":"n","message":"m","attempts":0,"expire_at":1},
    "created_at":1700690400006,"updated_at":1700690400007}],
  "passkeys":[{
    "id":"idn_k1","object":"passkey","name":"phone","last_used_at":1700690400008,
    "verification":{"object":"verification_passkey","status":"verified","strategy":"passkey",
      "nonce":"nonce","message":"m","attempts":1,"expire_at":1700690400009}}],
  "password_enabled":true,"two_factor_enabled":true,"totp_enabled":true,"backup_code_enabled":true,
  "mfa_enabled_at":1700690400010,"mfa_disabled_at":1700690400011,
  "password_last_updated_at":1700690400012,"requires_password_reset":true,
  "external_accounts":[{
    "object":"google_account","id":"idn_g1","provider":"oauth_google","identification_id":"idn_x1",
    "provider_user_id":"115","user_id":"user_1","approved_scopes":"email profile","email_address":"ada@example.com",
    "email_address_verified":true,"first_name":"Ada","last_name":"L","avatar_url":"https://a",
    "image_url":"https://i","username":"ada","phone_number":"+15555550100","public_metadata":{"k":1},
    "label":"work","created_at":1700690400013,"updated_at":1700690400014,
    "verification":{"object":"verification_oauth","status":"transferable","strategy":"oauth_google",
      "external_verification_redirect_url":"https://r","expire_at":1700690400015,"attempts":1},
    "external_account_id":"eac_1","google_id":"115","facebook_id":"116","given_name":"Ada",
    "family_name":"L","picture":"https://p"}],
  "saml_accounts":[{
    "id":"samlacc_1","object":"saml_account","provider":"saml_okta","active":true,
    "email_address":"ada@example.com","first_name":"Ada","last_name":"L","provider_user_id":"s1",
    "last_authenticated_at":1700690400016,"public_metadata":{"k":2},
    "verification":{"object":"verification_saml","status":"expired","strategy":"saml",
      "external_verification_redirect_url":"https://r","expire_at":1700690400017,"attempts":1},
    "saml_connection":{"id":"samlc_1","name":"Okta","domain":"example.com","domains":["example.com"],
      "active":true,"provider":"saml_okta","sync_user_attributes":true,"allow_subdomains":true,
      "allow_idp_initiated":true,"disable_additional_identifications":true,
      "created_at":1700690400018,"updated_at":1700690400019}}],
  "enterprise_accounts":[{
    "id":"entacc_1","object":"enterprise_account","protocol":"saml","provider":"saml_okta",
    "active":true,"email_address":"ada@example.com","first_name":"Ada","last_name":"L",
    "provider_user_id":"e1","enterprise_connection_id":"entconn_1","public_metadata":{"k":3},
    "verification":{"object":"verification_ticket","status":"failed","strategy":"ticket",
      "attempts":1,"expire_at":1700690400020},
    "enterprise_connection":{"id":"entconn_1","object":"enterprise_connection","protocol":"oauth","provider":"oauth_custom_acme",
      "name":"Acme","logo_public_url":"https://logo","domain":"example.com","domains":["example.com"],
      "active":true,"sync_user_attributes":true,"allow_subdomains":true,"allow_idp_initiated":true,
      "disable_additional_identifications":true,"created_at":1700690400021,
      "updated_at":1700690400022},
    "last_authenticated_at":1700690400023}],
  "organization_memberships":[{
    "id":"orgmem_0","object":"organization_membership","role":"org:admin"}],
  "last_sign_in_at":1700690400024,"banned":true,"locked":true,"deprovisioned":true,
  "lockout_expires_in_seconds":300,"verification_attempts_remaining":7,
  "updated_at":1700690400025,"created_at":1700690400026,"delete_self_enabled":true,
  "create_organization_enabled":true,"create_organizations_limit":3,
  "last_active_at":1768619811659,"legal_accepted_at":1700690400027,"bypass_client_trust":true,
  "scim":{"directory_id":"scimdir_1","directory_enabled":true,"external_id":"ext_1"}}"#;

pub(crate) const ORGANIZATION_MEMBERSHIPS: &str = r#"{"data":[{
  "id":"orgmem_1","object":"organization_membership","role":"org:admin","role_name":"Admin",
  "permissions":["org:sys_memberships:read","org:sys_memberships:manage"],
  "public_metadata":{"k":1},"private_metadata":{"k":2},
  "organization":{"object":"organization","id":"org_1","name":"Acme","slug":"acme",
    "image_url":"https://i","has_image":true,"members_count":3,
    "missing_member_with_elevated_permissions":true,"pending_invitations_count":2,
    "max_allowed_memberships":5,"admin_delete_enabled":true,"public_metadata":{"k":3},
    "private_metadata":{"k":4},"created_by":"user_1","created_at":1700690400000,
    "updated_at":1700690400001,"last_active_at":1700690400002,"role_set_key":"role_set:default"},
  "public_user_data":{"user_id":"user_1","first_name":"Ada","last_name":"L",
    "profile_image_url":"https://o","image_url":"https://i","has_image":true,
    "identifier":"ada@example.com","username":"ada","banned":true,"deprovisioned":true},
  "created_at":1700690400003,"updated_at":1700690400004}],"total_count":1}"#;

pub(crate) const ORGANIZATION_INVITATIONS: &str = r#"{"data":[{
  "object":"organization_invitation","id":"orginv_1","email_address":"ada@example.com",
  "role":"org:member","role_name":"Member","organization_id":"org_1","inviter_id":"user_2",
  "public_inviter_data":{"user_id":"user_2","first_name":"Grace","last_name":"H",
    "image_url":"https://i","has_image":true,"identifier":"grace@example.com"},
  "status":"pending","public_metadata":{"k":1},"private_metadata":{"k":2},"url":"https://accept",
  "expires_at":1700690400000,"created_at":1700690400001,"updated_at":1700690400002,
  "public_organization_data":{"id":"org_1","name":"Acme","slug":"acme","image_url":"https://i",
    "has_image":true}}],"total_count":1}"#;

pub(crate) const TOTP: &str = r#"{"object":"totp","id":"totp_1","secret":"planted-1",
  "uri":"otpauth://totp/x?secret=planted-2","verified":true,"backup_codes":["planted-3","planted-4"]}"#;

pub(crate) const OAUTH_ACCESS_TOKENS: &str = r#"[{"object":"oauth_access_token",
  "external_account_id":"eac_1","provider_user_id":"115","token":"planted-5",
  "expires_at":1700690400000,"provider":"oauth_google","public_metadata":{"k":1},"label":"work",
  "scopes":["email","profile"],"id_token":"planted-6","token_secret":"planted-7"}]"#;

pub(crate) const DELETED_OBJECT: &str =
    r#"{"object":"user","id":"user_1","slug":"s","deleted":true,"external_id":"own_1"}"#;

pub(crate) const TOTAL_COUNT: &str = r#"{"object":"total_count","total_count":7}"#;

pub(crate) const MFA_DISABLED: &str = r#"{"user_id":"user_1"}"#;

pub(crate) const MFA_DISABLED_OLD: &str = r#"{"id":"totp_1","object":"totp","deleted":true}"#;

pub(crate) const PASSWORD_VERIFICATION: &str = r#"{"verified":true}"#;

pub(crate) const TOTP_VERIFICATION: &str = r#"{"verified":true,"code_type":"backup_code"}"#;
