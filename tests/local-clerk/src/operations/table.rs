// Every operation of Clerk's Backend API: its name here, its method, its path, the oldest of the documents read that has it, and
// the handler of those that are emulated. Operations on users have the names of Clerk's Ruby client, all others their operation ids.
operations! {
    "Users":
    All: GET "/users", JANUARY_2025 => query(lists::all).slow(Slowness::Search);
    Create: POST "/users", JANUARY_2025 => body(create::create).slow(Slowness::Password);
    BanMany: POST "/users/ban", NOVEMBER_2025 => body(moderation::ban_many);
    Count: GET "/users/count", JANUARY_2025 => query(lists::count).slow(Slowness::Search);
    UnbanMany: POST "/users/unban", NOVEMBER_2025 => body(moderation::unban_many);
    Delete: DELETE "/users/{user_id}", JANUARY_2025 => id(update::delete);
    Find: GET "/users/{user_id}", JANUARY_2025 => id(get::<User>);
    Update: PATCH "/users/{user_id}", JANUARY_2025 => id_and_body(update::update).slow(Slowness::Password);
    DeleteBackupCode: DELETE "/users/{user_id}/backup_code", JANUARY_2025 => id(mfa::delete_backup_codes);
    Ban: POST "/users/{user_id}/ban", JANUARY_2025 => id(moderation::ban);
    CreditBalance: GET "/users/{user_id}/billing/credits", NOVEMBER_2025 => id(billing::balance);
    AdjustCreditBalance: POST "/users/{user_id}/billing/credits", NOVEMBER_2025 => id_and_body(billing::adjust);
    BillingSubscription: GET "/users/{user_id}/billing/subscription", NOVEMBER_2025 => id(billing::subscription);
    DeleteExternalAccount: DELETE "/users/{user_id}/external_accounts/{external_account_id}", JANUARY_2025 => ids(accounts::delete_external_account);
    Lock: POST "/users/{user_id}/lock", JANUARY_2025 => id(moderation::lock);
    UpdateMetadata: PATCH "/users/{user_id}/metadata", JANUARY_2025 => id_and_body(metadata::merge_of_user);
    ReplaceMetadata: PUT "/users/{user_id}/metadata", NOVEMBER_2025 => id_and_body(metadata::replace_of_user);
    DisableMfa: DELETE "/users/{user_id}/mfa", JANUARY_2025 => id(mfa::disable);
    OauthAccessToken: GET "/users/{user_id}/oauth_access_tokens/{provider}", JANUARY_2025 => two_ids_and_query(oauth::tokens);
    OrganizationInvitations: GET "/users/{user_id}/organization_invitations", JANUARY_2025 => id_and_query(organization_invitations::of_user);
    OrganizationMemberships: GET "/users/{user_id}/organization_memberships", JANUARY_2025 => id_and_query(memberships::of_user);
    DeletePasskey: DELETE "/users/{user_id}/passkeys/{passkey_identification_id}", JANUARY_2025 => ids(delete_of::<User, Passkey>);
    SetPasswordCompromised: POST "/users/{user_id}/password/set_compromised", NOVEMBER_2025 => id_and_body(password::set_compromised);
    UnsetPasswordCompromised: POST "/users/{user_id}/password/unset_compromised", NOVEMBER_2025 => id(password::unset_compromised);
    DeleteProfileImage: DELETE "/users/{user_id}/profile_image", JANUARY_2025 => id(images::remove);
    UpdateProfileImage: POST "/users/{user_id}/profile_image", JANUARY_2025 => image(images::set);
    RemovePassword: POST "/users/{user_id}/remove_password", NOVEMBER_2025 => id_and_body(password::remove);
    DeleteTotp: DELETE "/users/{user_id}/totp", JANUARY_2025 => id(mfa::delete_totp);
    TrustedDevices: GET "/users/{user_id}/trusted_devices", NOVEMBER_2025 => id(devices::list);
    RevokeTrustedDevice: DELETE "/users/{user_id}/trusted_devices/{trusted_device_id}", NOVEMBER_2025 => ids(devices::revoke);
    Unban: POST "/users/{user_id}/unban", JANUARY_2025 => id(moderation::unban);
    Unlock: POST "/users/{user_id}/unlock", JANUARY_2025 => id(moderation::unlock);
    VerifyPassword: POST "/users/{user_id}/verify_password", JANUARY_2025 => id_and_body(password::verify).slow(Slowness::Always);
    VerifyTotp: POST "/users/{user_id}/verify_totp", JANUARY_2025 => id_and_body(mfa::verify_totp).slow(Slowness::Always);
    DeleteWeb3Wallet: DELETE "/users/{user_id}/web3_wallets/{web3_wallet_identification_id}", JANUARY_2025 => ids(accounts::delete_web3_wallet);
    CreateTotp: POST "/users/{user_id}/totp", JANUARY_2025 => id(mfa::create_totp);
    "API Keys":
    GetApiKeys: GET "/api_keys", NOVEMBER_2025;
    CreateApiKey: POST "/api_keys", NOVEMBER_2025;
    VerifyApiKey: POST "/api_keys/verify", NOVEMBER_2025;
    DeleteApiKey: DELETE "/api_keys/{api_key_id}", NOVEMBER_2025;
    GetApiKey: GET "/api_keys/{api_key_id}", NOVEMBER_2025;
    UpdateApiKey: PATCH "/api_keys/{api_key_id}", NOVEMBER_2025;
    RevokeApiKey: POST "/api_keys/{api_key_id}/revoke", NOVEMBER_2025;
    GetApiKeySecret: GET "/api_keys/{api_key_id}/secret", NOVEMBER_2025;
    "Actor Tokens":
    CreateActorToken: POST "/actor_tokens", JANUARY_2025 => body(tokens::act);
    RevokeActorToken: POST "/actor_tokens/{actor_token_id}/revoke", JANUARY_2025 => id(tokens::revoke_actor);
    "Admin Portal Link Tokens":
    CreateAdminPortalLinkToken: POST "/admin_portal_link_tokens", NOVEMBER_2025;
    RevokeAdminPortalLinkToken: POST "/admin_portal_link_tokens/{admin_portal_link_token_id}/revoke", NOVEMBER_2025;
    "Agent Tasks":
    CreateAgentTask: POST "/agents/tasks", NOVEMBER_2025;
    RevokeAgentTask: POST "/agents/tasks/{agent_task_id}/revoke", NOVEMBER_2025;
    "Allow-list / Block-list":
    ListAllowlistIdentifiers: GET "/allowlist_identifiers", JANUARY_2025 => query(list::<AllowlistIdentifier>);
    CreateAllowlistIdentifier: POST "/allowlist_identifiers", JANUARY_2025 => body(restrictions::allow);
    DeleteAllowlistIdentifier: DELETE "/allowlist_identifiers/{identifier_id}", JANUARY_2025 => id(delete::<AllowlistIdentifier>);
    ListBlocklistIdentifiers: GET "/blocklist_identifiers", JANUARY_2025 => query(restrictions::blocked);
    CreateBlocklistIdentifier: POST "/blocklist_identifiers", JANUARY_2025 => body(restrictions::block);
    DeleteBlocklistIdentifier: DELETE "/blocklist_identifiers/{identifier_id}", JANUARY_2025 => id(delete::<BlocklistIdentifier>);
    "Beta Features":
    UpdateProductionInstanceDomain: PUT "/beta_features/domain", JANUARY_2025;
    UpdateInstanceAuthConfig: PATCH "/beta_features/instance_settings", JANUARY_2025;
    ChangeProductionInstanceDomain: POST "/instance/change_domain", JANUARY_2025;
    "Billing":
    GetCommercePlanList: GET "/billing/plans", NOVEMBER_2025;
    GetBillingPriceList: GET "/billing/prices", NOVEMBER_2025;
    CreateBillingPrice: POST "/billing/prices", NOVEMBER_2025;
    GetBillingStatementList: GET "/billing/statements", NOVEMBER_2025;
    GetBillingStatement: GET "/billing/statements/{statement_id}", NOVEMBER_2025;
    GetBillingStatementPaymentAttempts: GET "/billing/statements/{statement_id}/payment_attempts", NOVEMBER_2025;
    GetCommerceSubscriptionItemList: GET "/billing/subscription_items", NOVEMBER_2025;
    CancelCommerceSubscriptionItem: DELETE "/billing/subscription_items/{subscription_item_id}", NOVEMBER_2025;
    ApplyBillingSubscriptionItemDiscount: POST "/billing/subscription_items/{subscription_item_id}/discounts", NOVEMBER_2025;
    RemoveBillingSubscriptionItemDiscount: DELETE "/billing/subscription_items/{subscription_item_id}/discounts/{discount_id}", NOVEMBER_2025;
    ExtendBillingSubscriptionItemFreeTrial: POST "/billing/subscription_items/{subscription_item_id}/extend_free_trial", NOVEMBER_2025;
    CreateBillingPriceTransition: POST "/billing/subscription_items/{subscription_item_id}/price_transition", NOVEMBER_2025;
    "Clients":
    GetClientList: GET "/clients", JANUARY_2025;
    VerifyClient: POST "/clients/verify", JANUARY_2025;
    GetClient: GET "/clients/{client_id}", JANUARY_2025;
    "Directories":
    ListDirectories: GET "/directories", NOVEMBER_2025;
    CreateDirectory: POST "/directories", NOVEMBER_2025;
    DeleteDirectory: DELETE "/directories/{directory_id}", NOVEMBER_2025;
    GetDirectory: GET "/directories/{directory_id}", NOVEMBER_2025;
    UpdateDirectory: PATCH "/directories/{directory_id}", NOVEMBER_2025;
    ListDirectoryGroupRoleMappings: GET "/directories/{directory_id}/group_role_mappings", MAY_2026;
    CreateDirectoryGroupRoleMapping: POST "/directories/{directory_id}/group_role_mappings", MAY_2026;
    ReplaceDirectoryGroupRoleMappings: PUT "/directories/{directory_id}/group_role_mappings", MAY_2026;
    DeleteDirectoryGroupRoleMapping: DELETE "/directories/{directory_id}/group_role_mappings/{mapping_id}", MAY_2026;
    RotateDirectoryApiKey: POST "/directories/{directory_id}/rotate_api_key", MAY_2026;
    "Domains":
    ListDomains: GET "/domains", JANUARY_2025;
    AddDomain: POST "/domains", JANUARY_2025;
    DeleteDomain: DELETE "/domains/{domain_id}", JANUARY_2025;
    UpdateDomain: PATCH "/domains/{domain_id}", JANUARY_2025;
    "Email & SMS Templates":
    GetTemplateList: GET "/templates/{template_type}", JANUARY_2025;
    GetTemplate: GET "/templates/{template_type}/{slug}", JANUARY_2025;
    UpsertTemplate: PUT "/templates/{template_type}/{slug}", JANUARY_2025;
    PreviewTemplate: POST "/templates/{template_type}/{slug}/preview", JANUARY_2025;
    RevertTemplate: POST "/templates/{template_type}/{slug}/revert", JANUARY_2025;
    ToggleTemplateDelivery: POST "/templates/{template_type}/{slug}/toggle_delivery", JANUARY_2025;
    "Email Addresses":
    CreateEmailAddress: POST "/email_addresses", JANUARY_2025 => body(email_addresses::create);
    DeleteEmailAddress: DELETE "/email_addresses/{email_address_id}", JANUARY_2025 => id(identifications::delete::<EmailAddress>);
    GetEmailAddress: GET "/email_addresses/{email_address_id}", JANUARY_2025 => id(get::<EmailAddress>);
    UpdateEmailAddress: PATCH "/email_addresses/{email_address_id}", JANUARY_2025 => id_and_body(email_addresses::update);
    AttemptEmailAddressVerification: POST "/email_addresses/{email_address_id}/attempt_verification", NOVEMBER_2025;
    PrepareEmailAddressVerification: POST "/email_addresses/{email_address_id}/prepare_verification", NOVEMBER_2025;
    ReplaceEmailAddress: PUT "/users/{user_id}/email_address", NOVEMBER_2025 => id_and_body(email_addresses::replace);
    "Enterprise Connections":
    ListEnterpriseConnections: GET "/enterprise_connections", NOVEMBER_2025;
    CreateEnterpriseConnection: POST "/enterprise_connections", NOVEMBER_2025;
    DeleteEnterpriseConnection: DELETE "/enterprise_connections/{enterprise_connection_id}", NOVEMBER_2025;
    GetEnterpriseConnection: GET "/enterprise_connections/{enterprise_connection_id}", NOVEMBER_2025;
    UpdateEnterpriseConnection: PATCH "/enterprise_connections/{enterprise_connection_id}", NOVEMBER_2025;
    ListEnterpriseConnectionTestRuns: GET "/enterprise_connections/{enterprise_connection_id}/test_runs", NOVEMBER_2025;
    CreateEnterpriseConnectionTestRun: POST "/enterprise_connections/{enterprise_connection_id}/test_runs", NOVEMBER_2025;
    "Instance Settings":
    GetInstance: GET "/instance", NOVEMBER_2025;
    UpdateInstance: PATCH "/instance", JANUARY_2025;
    GetInstanceCommunication: GET "/instance/communication", NOVEMBER_2025;
    UpdateInstanceCommunication: PATCH "/instance/communication", NOVEMBER_2025;
    GetInstanceOauthApplicationSettings: GET "/instance/oauth_application_settings", NOVEMBER_2025;
    UpdateInstanceOauthApplicationSettings: PATCH "/instance/oauth_application_settings", NOVEMBER_2025;
    GetInstanceOrganizationSettings: GET "/instance/organization_settings", NOVEMBER_2025;
    UpdateInstanceOrganizationSettings: PATCH "/instance/organization_settings", JANUARY_2025;
    GetInstanceProtect: GET "/instance/protect", NOVEMBER_2025;
    UpdateInstanceProtect: PATCH "/instance/protect", NOVEMBER_2025;
    UpdateInstanceRestrictions: PATCH "/instance/restrictions", JANUARY_2025;
    "Invitations":
    ListInvitations: GET "/invitations", JANUARY_2025 => query(list::<Invitation>);
    CreateInvitation: POST "/invitations", JANUARY_2025 => body(invitations::create);
    CreateBulkInvitations: POST "/invitations/bulk", NOVEMBER_2025 => body(invitations::create_many);
    RevokeInvitation: POST "/invitations/{invitation_id}/revoke", JANUARY_2025 => id(invitations::revoke);
    "JWKS":
    GetJwks: GET "/jwks", JANUARY_2025;
    "JWT Templates":
    ListJwtTemplates: GET "/jwt_templates", JANUARY_2025 => query(list::<JwtTemplate>);
    CreateJwtTemplate: POST "/jwt_templates", JANUARY_2025 => body(jwt_templates::create);
    DeleteJwtTemplate: DELETE "/jwt_templates/{template_id}", JANUARY_2025 => id(delete::<JwtTemplate>);
    GetJwtTemplate: GET "/jwt_templates/{template_id}", JANUARY_2025 => id(get::<JwtTemplate>);
    UpdateJwtTemplate: PATCH "/jwt_templates/{template_id}", JANUARY_2025 => id_and_body(jwt_templates::update);
    "M2M Tokens":
    GetM2mTokens: GET "/m2m_tokens", NOVEMBER_2025;
    CreateM2mToken: POST "/m2m_tokens", NOVEMBER_2025;
    VerifyM2mToken: POST "/m2m_tokens/verify", NOVEMBER_2025;
    RevokeM2mToken: POST "/m2m_tokens/{m2m_token_id}/revoke", NOVEMBER_2025;
    "Machines":
    ListMachines: GET "/machines", NOVEMBER_2025 => query(all::<Machine>);
    CreateMachine: POST "/machines", NOVEMBER_2025 => body(machines::create);
    DeleteMachine: DELETE "/machines/{machine_id}", NOVEMBER_2025 => id(delete::<Machine>);
    GetMachine: GET "/machines/{machine_id}", NOVEMBER_2025 => id(get::<Machine>);
    UpdateMachine: PATCH "/machines/{machine_id}", NOVEMBER_2025 => id_and_body(update::<machines::Update>);
    CreateMachineScope: POST "/machines/{machine_id}/scopes", NOVEMBER_2025 => id_and_body(machines::add_scope);
    DeleteMachineScope: DELETE "/machines/{machine_id}/scopes/{other_machine_id}", NOVEMBER_2025 => ids(machines::remove_scope);
    GetMachineSecretKey: GET "/machines/{machine_id}/secret_key", NOVEMBER_2025 => id(machines::secret_key);
    RotateMachineSecretKey: POST "/machines/{machine_id}/secret_key/rotate", NOVEMBER_2025 => id_and_body(machines::rotate);
    "Miscellaneous":
    GetPublicInterstitial: GET "/public/interstitial", JANUARY_2025;
    "OAuth Access Tokens":
    VerifyOauthAccessToken: POST "/oauth_applications/access_tokens/verify", NOVEMBER_2025;
    "OAuth Applications":
    ListOauthApplications: GET "/oauth_applications", JANUARY_2025;
    CreateOauthApplication: POST "/oauth_applications", JANUARY_2025;
    DeleteOauthApplication: DELETE "/oauth_applications/{oauth_application_id}", JANUARY_2025;
    GetOauthApplication: GET "/oauth_applications/{oauth_application_id}", JANUARY_2025;
    UpdateOauthApplication: PATCH "/oauth_applications/{oauth_application_id}", JANUARY_2025;
    UploadOauthApplicationLogo: PUT "/oauth_applications/{oauth_application_id}/logo", NOVEMBER_2025;
    RevokeOauthApplicationToken: POST "/oauth_applications/{oauth_application_id}/revoke_token", NOVEMBER_2025;
    RotateOauthApplicationSecret: POST "/oauth_applications/{oauth_application_id}/rotate_secret", JANUARY_2025;
    "Organization Domains":
    ListAllOrganizationDomains: GET "/organization_domains", NOVEMBER_2025 => query(all::<OrganizationDomain>);
    ListOrganizationDomains: GET "/organizations/{organization_id}/domains", JANUARY_2025 => id_and_query(all_of::<Organization, OrganizationDomain>);
    CreateOrganizationDomain: POST "/organizations/{organization_id}/domains", JANUARY_2025 => id_and_body(organization_domains::create);
    DeleteOrganizationDomain: DELETE "/organizations/{organization_id}/domains/{domain_id}", JANUARY_2025 => ids(delete_of::<Organization, OrganizationDomain>);
    UpdateOrganizationDomain: PATCH "/organizations/{organization_id}/domains/{domain_id}", JANUARY_2025 => ids_and_body(organization_domains::update);
    VerifyOrganizationDomainOwnership: POST "/organizations/{organization_id}/domains/{domain_id}/verify_ownership", NOVEMBER_2025 => ids(organization_domains::verify);
    "Organization Invitations":
    ListInstanceOrganizationInvitations: GET "/organization_invitations", JANUARY_2025 => query(organization_invitations::all);
    ListOrganizationInvitations: GET "/organizations/{organization_id}/invitations", JANUARY_2025 => id_and_query(all_of::<Organization, OrganizationInvitation>);
    CreateOrganizationInvitation: POST "/organizations/{organization_id}/invitations", JANUARY_2025 => id_and_body(organization_invitations::create);
    CreateOrganizationInvitationBulk: POST "/organizations/{organization_id}/invitations/bulk", JANUARY_2025 => id_and_body(organization_invitations::create_many);
    ListPendingOrganizationInvitations: GET "/organizations/{organization_id}/invitations/pending", JANUARY_2025 => id_and_query(organization_invitations::pending);
    GetOrganizationInvitation: GET "/organizations/{organization_id}/invitations/{invitation_id}", JANUARY_2025 => ids(get_of::<Organization, OrganizationInvitation>);
    RevokeOrganizationInvitation: POST "/organizations/{organization_id}/invitations/{invitation_id}/revoke", JANUARY_2025 => ids_and_body(organization_invitations::revoke);
    "Organization Memberships":
    InstanceOrganizationMemberships: GET "/organization_memberships", JANUARY_2025 => query(all::<Membership>);
    ListOrganizationMemberships: GET "/organizations/{organization_id}/memberships", JANUARY_2025 => id_and_query(all_of::<Organization, Membership>).slow(Slowness::Search);
    CreateOrganizationMembership: POST "/organizations/{organization_id}/memberships", JANUARY_2025 => id_and_body(memberships::create);
    DeleteOrganizationMembership: DELETE "/organizations/{organization_id}/memberships/{user_id}", JANUARY_2025 => ids(memberships::delete);
    UpdateOrganizationMembership: PATCH "/organizations/{organization_id}/memberships/{user_id}", JANUARY_2025 => ids_and_body(memberships::update);
    UpdateOrganizationMembershipMetadata: PATCH "/organizations/{organization_id}/memberships/{user_id}/metadata", JANUARY_2025 => ids_and_body(memberships::merge_metadata);
    "Organization Permissions":
    ListOrganizationPermissions: GET "/organization_permissions", NOVEMBER_2025 => query(all::<Permission>);
    CreateOrganizationPermission: POST "/organization_permissions", NOVEMBER_2025 => body(create::<roles::CreatePermission>);
    DeleteOrganizationPermission: DELETE "/organization_permissions/{permission_id}", NOVEMBER_2025 => id(delete::<Permission>);
    GetOrganizationPermission: GET "/organization_permissions/{permission_id}", NOVEMBER_2025 => id(get::<Permission>);
    UpdateOrganizationPermission: PATCH "/organization_permissions/{permission_id}", NOVEMBER_2025 => id_and_body(update::<roles::UpdatePermission>);
    "Organization Roles":
    ListOrganizationRoles: GET "/organization_roles", NOVEMBER_2025 => query(all::<Role>);
    CreateOrganizationRole: POST "/organization_roles", NOVEMBER_2025 => body(roles::create);
    DeleteOrganizationRole: DELETE "/organization_roles/{organization_role_id}", NOVEMBER_2025 => id(roles::delete);
    GetOrganizationRole: GET "/organization_roles/{organization_role_id}", NOVEMBER_2025 => id(get::<Role>);
    UpdateOrganizationRole: PATCH "/organization_roles/{organization_role_id}", NOVEMBER_2025 => id_and_body(roles::update);
    RemovePermissionFromOrganizationRole: DELETE "/organization_roles/{organization_role_id}/permissions/{permission_id}", NOVEMBER_2025 => ids(roles::remove);
    AssignPermissionToOrganizationRole: POST "/organization_roles/{organization_role_id}/permissions/{permission_id}", NOVEMBER_2025 => ids(roles::assign);
    "Organizations":
    ListOrganizations: GET "/organizations", JANUARY_2025 => query(all::<Organization>);
    CreateOrganization: POST "/organizations", JANUARY_2025 => body(organizations::create);
    DeleteOrganization: DELETE "/organizations/{organization_id}", JANUARY_2025 => id(delete::<Organization>);
    GetOrganization: GET "/organizations/{organization_id}", JANUARY_2025 => id(organizations::get);
    UpdateOrganization: PATCH "/organizations/{organization_id}", JANUARY_2025 => id_and_body(update::<organizations::Update>);
    GetOrganizationBillingCreditBalance: GET "/organizations/{organization_id}/billing/credits", NOVEMBER_2025;
    AdjustOrganizationBillingCreditBalance: POST "/organizations/{organization_id}/billing/credits", NOVEMBER_2025;
    GetOrganizationBillingSubscription: GET "/organizations/{organization_id}/billing/subscription", NOVEMBER_2025;
    DeleteOrganizationLogo: DELETE "/organizations/{organization_id}/logo", JANUARY_2025;
    UploadOrganizationLogo: PUT "/organizations/{organization_id}/logo", JANUARY_2025;
    MergeOrganizationMetadata: PATCH "/organizations/{organization_id}/metadata", JANUARY_2025 => id_and_body(organizations::merge_metadata);
    ReplaceOrganizationMetadata: PUT "/organizations/{organization_id}/metadata", NOVEMBER_2025 => id_and_body(organizations::replace_metadata);
    "Phone Numbers":
    CreatePhoneNumber: POST "/phone_numbers", JANUARY_2025 => body(phone_numbers::create);
    DeletePhoneNumber: DELETE "/phone_numbers/{phone_number_id}", JANUARY_2025 => id(identifications::delete::<PhoneNumber>);
    GetPhoneNumber: GET "/phone_numbers/{phone_number_id}", JANUARY_2025 => id(get::<PhoneNumber>);
    UpdatePhoneNumber: PATCH "/phone_numbers/{phone_number_id}", JANUARY_2025 => id_and_body(phone_numbers::update);
    AttemptPhoneNumberVerification: POST "/phone_numbers/{phone_number_id}/attempt_verification", NOVEMBER_2025;
    PreparePhoneNumberVerification: POST "/phone_numbers/{phone_number_id}/prepare_verification", NOVEMBER_2025;
    ReplacePhoneNumber: PUT "/users/{user_id}/phone_number", NOVEMBER_2025 => id_and_body(phone_numbers::replace);
    "Proxy Checks":
    VerifyDomainProxy: POST "/proxy_checks", JANUARY_2025;
    "Redirect URLs":
    ListRedirectUrLs: GET "/redirect_urls", JANUARY_2025 => query(list::<RedirectUrl>);
    CreateRedirectUrl: POST "/redirect_urls", JANUARY_2025 => body(create::<redirect_urls::Create>);
    DeleteRedirectUrl: DELETE "/redirect_urls/{id}", JANUARY_2025 => id(delete::<RedirectUrl>);
    GetRedirectUrl: GET "/redirect_urls/{id}", JANUARY_2025 => id(get::<RedirectUrl>);
    "Role Sets":
    ListRoleSets: GET "/role_sets", NOVEMBER_2025;
    CreateRoleSet: POST "/role_sets", NOVEMBER_2025;
    GetRoleSet: GET "/role_sets/{role_set_key_or_id}", NOVEMBER_2025;
    UpdateRoleSet: PATCH "/role_sets/{role_set_key_or_id}", NOVEMBER_2025;
    ReplaceRoleSet: POST "/role_sets/{role_set_key_or_id}/replace", NOVEMBER_2025;
    AddRolesToRoleSet: POST "/role_sets/{role_set_key_or_id}/roles", NOVEMBER_2025;
    ReplaceRoleInRoleSet: POST "/role_sets/{role_set_key_or_id}/roles/replace", NOVEMBER_2025;
    "SAML Connections":
    ListSamlConnections: GET "/saml_connections", JANUARY_2025;
    CreateSamlConnection: POST "/saml_connections", JANUARY_2025;
    DeleteSamlConnection: DELETE "/saml_connections/{saml_connection_id}", JANUARY_2025;
    GetSamlConnection: GET "/saml_connections/{saml_connection_id}", JANUARY_2025;
    UpdateSamlConnection: PATCH "/saml_connections/{saml_connection_id}", JANUARY_2025;
    "SCIM Directories":
    ListScimDirectories: GET "/scim_directories", NOVEMBER_2025;
    CreateScimDirectory: POST "/scim_directories", NOVEMBER_2025;
    DeleteScimDirectory: DELETE "/scim_directories/{scim_directory_id}", NOVEMBER_2025;
    GetScimDirectory: GET "/scim_directories/{scim_directory_id}", NOVEMBER_2025;
    UpdateScimDirectory: PATCH "/scim_directories/{scim_directory_id}", NOVEMBER_2025;
    ListScimGroupRoleMappings: GET "/scim_directories/{scim_directory_id}/group_role_mappings", MAY_2026;
    CreateScimGroupRoleMapping: POST "/scim_directories/{scim_directory_id}/group_role_mappings", MAY_2026;
    ReplaceScimGroupRoleMappings: PUT "/scim_directories/{scim_directory_id}/group_role_mappings", MAY_2026;
    DeleteScimGroupRoleMapping: DELETE "/scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}", MAY_2026;
    RotateScimDirectoryApiKey: POST "/scim_directories/{scim_directory_id}/rotate_api_key", MAY_2026;
    "Sessions":
    GetSessionList: GET "/sessions", JANUARY_2025 => query(list::<Session>);
    CreateSession: POST "/sessions", NOVEMBER_2025 => body(sessions::create);
    GetSession: GET "/sessions/{session_id}", JANUARY_2025 => id(get::<Session>);
    RefreshSession: POST "/sessions/{session_id}/refresh", NOVEMBER_2025;
    RevokeSession: POST "/sessions/{session_id}/revoke", JANUARY_2025 => id(sessions::revoke);
    CreateSessionToken: POST "/sessions/{session_id}/tokens", NOVEMBER_2025;
    CreateSessionTokenFromTemplate: POST "/sessions/{session_id}/tokens/{template_name}", JANUARY_2025;
    "Sign Ups":
    GetSignUp: GET "/sign_ups/{id}", NOVEMBER_2025;
    UpdateSignUp: PATCH "/sign_ups/{id}", JANUARY_2025;
    "Sign-in Tokens":
    CreateSignInToken: POST "/sign_in_tokens", JANUARY_2025 => body(tokens::sign_in);
    RevokeSignInToken: POST "/sign_in_tokens/{sign_in_token_id}/revoke", JANUARY_2025 => id(tokens::revoke_sign_in);
    "Testing Tokens":
    CreateTestingToken: POST "/testing_tokens", JANUARY_2025;
    "Waitlist Entries":
    ListWaitlistEntries: GET "/waitlist_entries", NOVEMBER_2025 => query(all::<WaitlistEntry>);
    CreateWaitlistEntry: POST "/waitlist_entries", NOVEMBER_2025 => body(waitlist::create);
    CreateBulkWaitlistEntries: POST "/waitlist_entries/bulk", NOVEMBER_2025 => body(waitlist::create_many);
    DeleteWaitlistEntry: DELETE "/waitlist_entries/{waitlist_entry_id}", NOVEMBER_2025 => id(waitlist::delete);
    InviteWaitlistEntry: POST "/waitlist_entries/{waitlist_entry_id}/invite", NOVEMBER_2025 => id_and_body(waitlist::invite);
    RejectWaitlistEntry: POST "/waitlist_entries/{waitlist_entry_id}/reject", NOVEMBER_2025 => id(waitlist::reject);
    "Webhooks":
    DeleteSvixApp: DELETE "/webhooks/svix", JANUARY_2025;
    CreateSvixApp: POST "/webhooks/svix", JANUARY_2025;
    GenerateSvixAuthUrl: POST "/webhooks/svix_url", JANUARY_2025;
}
