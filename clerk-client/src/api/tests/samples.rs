//! One response of each type with every member that Clerk documents or was seen to send. All values
//! are made up.

/// Calls `check` with each response type and its full sample; the types are those that are in scope where it is used.
macro_rules! for_each_response {
    ($check:ident) => {
        $check::<User>(samples::USER);
        $check::<Page<OrganizationMembership>>(samples::ORGANIZATION_MEMBERSHIPS);
        $check::<Page<OrganizationInvitation>>(samples::ORGANIZATION_INVITATIONS);
        $check::<Totp>(samples::TOTP);
        $check::<Page<OAuthAccessToken>>(samples::OAUTH_ACCESS_TOKENS);
        $check::<DeletedObject>(samples::DELETED_OBJECT);
        $check::<TotalCount>(samples::TOTAL_COUNT);
        $check::<MfaDisabled>(samples::MFA_DISABLED);
        $check::<MfaDisabled>(samples::MFA_DISABLED_OLD);
        $check::<PasswordVerification>(samples::PASSWORD_VERIFICATION);
        $check::<TotpVerification>(samples::TOTP_VERIFICATION);
        $check::<Page<TrustedDevice>>(samples::TRUSTED_DEVICES);
        $check::<CreditBalance>(samples::CREDIT_BALANCE);
        $check::<CreditLedgerEntry>(samples::CREDIT_LEDGER_ENTRY);
        $check::<BillingSubscription>(samples::BILLING_SUBSCRIPTION);
    };
}
pub(crate) use for_each_response;

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

pub(crate) const TRUSTED_DEVICES: &str = r#"{"data":[{"object":"trusted_device","id":"td_1","platform":"ios",
  "app_identifier":"com.example","name":"Ada's phone","algorithm":"ES256","status":"active",
  "created_at":1700690400000,"updated_at":1700690400001,"last_used_at":1700690400002,
  "revoked_at":1700690400003}],"total_count":1}"#;

pub(crate) const CREDIT_BALANCE: &str = r#"{"object":"commerce_credit_balance",
  "balance":{"amount":500,"amount_formatted":"$5.00","currency":"USD","currency_symbol":"$"}}"#;

pub(crate) const CREDIT_LEDGER_ENTRY: &str = r#"{"object":"commerce_credit_ledger","id":"ccl_1",
  "payer_id":"cpayer_1",
  "amount":{"amount":-500,"amount_formatted":"-$5.00","currency":"USD","currency_symbol":"$"},
  "source_type":"grant","source_id":"refund-17","note":"late","created_at":1700690400000}"#;

pub(crate) const BILLING_SUBSCRIPTION: &str = r#"{
  "object":"commerce_subscription","id":"csub_1","instance_id":"ins_1","status":"active","payer_id":"cpayer_1",
  "created_at":1700690400000,"updated_at":1700690400001,"active_at":1700690400002,"past_due_at":1700690400003,
  "eligible_for_free_trial":true,
  "next_payment":{"date":1700690400004,
    "amount":{"amount":1000,"amount_formatted":"$10.00","currency":"USD","currency_symbol":"$"},
    "per_unit_totals":[{"name":"seats","block_size":1,"tiers":[{"quantity":3,
      "fee_per_block":{"amount":100,"amount_formatted":"$1.00","currency":"USD","currency_symbol":"$"},
      "total":{"amount":300,"amount_formatted":"$3.00","currency":"USD","currency_symbol":"$"}}]}],
    "totals":{"grand_total":{"amount":1300,"amount_formatted":"$13.00","currency":"USD","currency_symbol":"$"}}},
  "subscription_items":[{
    "object":"commerce_subscription_item","id":"csub_item_1","instance_id":"ins_1","status":"upcoming",
    "credit":{"amount":{"amount":1,"amount_formatted":"$0.01","currency":"USD","currency_symbol":"$"},
      "cycle_remaining_percent":62.5},
    "credits":{
      "proration":{"amount":{"amount":2,"amount_formatted":"$0.02","currency":"USD","currency_symbol":"$"},
        "cycle_days_remaining":10,"cycle_days_total":30,"cycle_remaining_percent":33.3},
      "payer":{
        "remaining_balance":{"amount":3,"amount_formatted":"$0.03","currency":"USD","currency_symbol":"$"},
        "applied_amount":{"amount":4,"amount_formatted":"$0.04","currency":"USD","currency_symbol":"$"}},
      "total":{"amount":5,"amount_formatted":"$0.05","currency":"USD","currency_symbol":"$"}},
    "plan_id":"cplan_1","price_id":"cprice_1",
    "plan":{"object":"commerce_plan","id":"cplan_1","name":"Pro",
      "fee":{"amount":1000,"amount_formatted":"$10.00","currency":"USD","currency_symbol":"$"},
      "annual_monthly_fee":{"amount":800,"amount_formatted":"$8.00","currency":"USD","currency_symbol":"$"},
      "annual_fee":{"amount":9600,"amount_formatted":"$96.00","currency":"USD","currency_symbol":"$"},
      "description":"for professionals","product_id":"cprod_1","is_default":true,"is_recurring":true,
      "publicly_visible":true,"has_base_fee":true,"for_payer_type":"user","slug":"pro","avatar_url":"https://a",
      "features":[{"object":"feature","id":"feat_1","name":"More","description":"of it","slug":"more",
        "avatar_url":"https://b"}],
      "free_trial_enabled":true,"free_trial_days":14,
      "unit_prices":[{"name":"seats","block_size":1,"tiers":[{"starts_at_block":1,"ends_after_block":5,
        "fee_per_block":{"amount":100,"amount_formatted":"$1.00","currency":"USD","currency_symbol":"$"}}]}]},
    "plan_period":"annual",
    "payment_method":{"object":"commerce_payment_method","id":"pm_1","payer_id":"cpayer_1",
      "payment_type":"payer-credits","is_default":true,"gateway":"stripe","gateway_external_id":"pm_x",
      "gateway_external_account_id":"acct_x","last4":"4242","status":"disconnected","wallet_type":"apple_pay",
      "card_type":"visa","expiry_year":2030,"expiry_month":12,"created_at":1700690400005,
      "updated_at":1700690400006,"is_removable":true},
    "lifetime_paid":{"amount":6,"amount_formatted":"$0.06","currency":"USD","currency_symbol":"$"},
    "next_payment":{"date":1700690400007},
    "payer_id":"cpayer_1",
    "payer":{"object":"commerce_payer","id":"cpayer_1","instance_id":"ins_1","user_id":"user_1","first_name":"Ada",
      "last_name":"L","email":"ada@example.com","organization_id":"org_1","organization_name":"Acme",
      "image_url":"https://c",
      "credits_balance":{"amount":7,"amount_formatted":"$0.07","currency":"USD","currency_symbol":"$"},
      "created_at":1700690400008,"updated_at":1700690400009},
    "is_free_trial":true,"period_start":1700690400010,"period_end":1700690400011,"proration_date":"2026-01-31",
    "canceled_at":1700690400012,"past_due_at":1700690400013,"ended_at":1700690400014,"created_at":1700690400015,
    "updated_at":1700690400016,
    "seats":{"quantity":3,"tiers":[{"quantity":3,
      "fee_per_block":{"amount":8,"amount_formatted":"$0.08","currency":"USD","currency_symbol":"$"},
      "total":{"amount":9,"amount_formatted":"$0.09","currency":"USD","currency_symbol":"$"}}]},
    "totals":{
      "subtotal":{"amount":10,"amount_formatted":"$0.10","currency":"USD","currency_symbol":"$"},
      "base_fee":{"amount":11,"amount_formatted":"$0.11","currency":"USD","currency_symbol":"$"},
      "tax_total":{"amount":12,"amount_formatted":"$0.12","currency":"USD","currency_symbol":"$"},
      "grand_total":{"amount":13,"amount_formatted":"$0.13","currency":"USD","currency_symbol":"$"},
      "per_unit_totals":[{"name":"seats","block_size":1,"tiers":[]}],
      "credits":{"total":{"amount":14,"amount_formatted":"$0.14","currency":"USD","currency_symbol":"$"}},
      "discounts":{
        "proration":{"amount":{"amount":15,"amount_formatted":"$0.15","currency":"USD","currency_symbol":"$"},
          "cycle_days_passed":20,"cycle_days_total":30,"cycle_passed_percent":66.7},
        "total":{"amount":16,"amount_formatted":"$0.16","currency":"USD","currency_symbol":"$"}}}}]}"#;
