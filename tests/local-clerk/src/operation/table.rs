// Every operation of Clerk's Backend API: its name here, its method, its path, and the oldest of the documents read that has it.
// Operations on users have the names of Clerk's Ruby client, all others their operation ids.
operations! {
    "Users":
    All = all, GET "/users", JANUARY_2025;
    Create = create, POST "/users", JANUARY_2025;
    BanMany = ban_many, POST "/users/ban", NOVEMBER_2025;
    Count = count, GET "/users/count", JANUARY_2025;
    UnbanMany = unban_many, POST "/users/unban", NOVEMBER_2025;
    Delete = delete, DELETE "/users/{user_id}", JANUARY_2025;
    Find = find, GET "/users/{user_id}", JANUARY_2025;
    Update = update, PATCH "/users/{user_id}", JANUARY_2025;
    DeleteBackupCode = delete_backup_code, DELETE "/users/{user_id}/backup_code", JANUARY_2025;
    Ban = ban, POST "/users/{user_id}/ban", JANUARY_2025;
    CreditBalance = credit_balance, GET "/users/{user_id}/billing/credits", NOVEMBER_2025;
    AdjustCreditBalance = adjust_credit_balance, POST "/users/{user_id}/billing/credits", NOVEMBER_2025;
    BillingSubscription = billing_subscription, GET "/users/{user_id}/billing/subscription", NOVEMBER_2025;
    DeleteExternalAccount = delete_external_account, DELETE "/users/{user_id}/external_accounts/{external_account_id}", JANUARY_2025;
    Lock = lock, POST "/users/{user_id}/lock", JANUARY_2025;
    UpdateMetadata = update_metadata, PATCH "/users/{user_id}/metadata", JANUARY_2025;
    ReplaceMetadata = replace_metadata, PUT "/users/{user_id}/metadata", NOVEMBER_2025;
    DisableMfa = disable_mfa, DELETE "/users/{user_id}/mfa", JANUARY_2025;
    OauthAccessToken = oauth_access_token, GET "/users/{user_id}/oauth_access_tokens/{provider}", JANUARY_2025;
    OrganizationInvitations = organization_invitations, GET "/users/{user_id}/organization_invitations", JANUARY_2025;
    OrganizationMemberships = organization_memberships, GET "/users/{user_id}/organization_memberships", JANUARY_2025;
    DeletePasskey = delete_passkey, DELETE "/users/{user_id}/passkeys/{passkey_identification_id}", JANUARY_2025;
    SetPasswordCompromised = set_password_compromised, POST "/users/{user_id}/password/set_compromised", NOVEMBER_2025;
    UnsetPasswordCompromised = unset_password_compromised, POST "/users/{user_id}/password/unset_compromised", NOVEMBER_2025;
    DeleteProfileImage = delete_profile_image, DELETE "/users/{user_id}/profile_image", JANUARY_2025;
    UpdateProfileImage = update_profile_image, POST "/users/{user_id}/profile_image", JANUARY_2025;
    RemovePassword = remove_password, POST "/users/{user_id}/remove_password", NOVEMBER_2025;
    DeleteTotp = delete_totp, DELETE "/users/{user_id}/totp", JANUARY_2025;
    TrustedDevices = trusted_devices, GET "/users/{user_id}/trusted_devices", NOVEMBER_2025;
    RevokeTrustedDevice = revoke_trusted_device, DELETE "/users/{user_id}/trusted_devices/{trusted_device_id}", NOVEMBER_2025;
    Unban = unban, POST "/users/{user_id}/unban", JANUARY_2025;
    Unlock = unlock, POST "/users/{user_id}/unlock", JANUARY_2025;
    VerifyPassword = verify_password, POST "/users/{user_id}/verify_password", JANUARY_2025;
    VerifyTotp = verify_totp, POST "/users/{user_id}/verify_totp", JANUARY_2025;
    DeleteWeb3Wallet = delete_web3_wallet, DELETE "/users/{user_id}/web3_wallets/{web3_wallet_identification_id}", JANUARY_2025;
    CreateTotp = create_totp, POST "/users/{user_id}/totp", JANUARY_2025;
    "API Keys":
    GetApiKeys = get_api_keys, GET "/api_keys", NOVEMBER_2025;
    CreateApiKey = create_api_key, POST "/api_keys", NOVEMBER_2025;
    VerifyApiKey = verify_api_key, POST "/api_keys/verify", NOVEMBER_2025;
    DeleteApiKey = delete_api_key, DELETE "/api_keys/{api_key_id}", NOVEMBER_2025;
    GetApiKey = get_api_key, GET "/api_keys/{api_key_id}", NOVEMBER_2025;
    UpdateApiKey = update_api_key, PATCH "/api_keys/{api_key_id}", NOVEMBER_2025;
    RevokeApiKey = revoke_api_key, POST "/api_keys/{api_key_id}/revoke", NOVEMBER_2025;
    GetApiKeySecret = get_api_key_secret, GET "/api_keys/{api_key_id}/secret", NOVEMBER_2025;
    "Actor Tokens":
    CreateActorToken = create_actor_token, POST "/actor_tokens", JANUARY_2025;
    RevokeActorToken = revoke_actor_token, POST "/actor_tokens/{actor_token_id}/revoke", JANUARY_2025;
    "Admin Portal Link Tokens":
    CreateAdminPortalLinkToken = create_admin_portal_link_token, POST "/admin_portal_link_tokens", NOVEMBER_2025;
    RevokeAdminPortalLinkToken = revoke_admin_portal_link_token, POST "/admin_portal_link_tokens/{admin_portal_link_token_id}/revoke", NOVEMBER_2025;
    "Agent Tasks":
    CreateAgentTask = create_agent_task, POST "/agents/tasks", NOVEMBER_2025;
    RevokeAgentTask = revoke_agent_task, POST "/agents/tasks/{agent_task_id}/revoke", NOVEMBER_2025;
    "Allow-list / Block-list":
    ListAllowlistIdentifiers = list_allowlist_identifiers, GET "/allowlist_identifiers", JANUARY_2025;
    CreateAllowlistIdentifier = create_allowlist_identifier, POST "/allowlist_identifiers", JANUARY_2025;
    DeleteAllowlistIdentifier = delete_allowlist_identifier, DELETE "/allowlist_identifiers/{identifier_id}", JANUARY_2025;
    ListBlocklistIdentifiers = list_blocklist_identifiers, GET "/blocklist_identifiers", JANUARY_2025;
    CreateBlocklistIdentifier = create_blocklist_identifier, POST "/blocklist_identifiers", JANUARY_2025;
    DeleteBlocklistIdentifier = delete_blocklist_identifier, DELETE "/blocklist_identifiers/{identifier_id}", JANUARY_2025;
    "Beta Features":
    UpdateProductionInstanceDomain = update_production_instance_domain, PUT "/beta_features/domain", JANUARY_2025;
    UpdateInstanceAuthConfig = update_instance_auth_config, PATCH "/beta_features/instance_settings", JANUARY_2025;
    ChangeProductionInstanceDomain = change_production_instance_domain, POST "/instance/change_domain", JANUARY_2025;
    "Billing":
    GetCommercePlanList = get_commerce_plan_list, GET "/billing/plans", NOVEMBER_2025;
    GetBillingPriceList = get_billing_price_list, GET "/billing/prices", NOVEMBER_2025;
    CreateBillingPrice = create_billing_price, POST "/billing/prices", NOVEMBER_2025;
    GetBillingStatementList = get_billing_statement_list, GET "/billing/statements", NOVEMBER_2025;
    GetBillingStatement = get_billing_statement, GET "/billing/statements/{statement_id}", NOVEMBER_2025;
    GetBillingStatementPaymentAttempts = get_billing_statement_payment_attempts, GET "/billing/statements/{statement_id}/payment_attempts", NOVEMBER_2025;
    GetCommerceSubscriptionItemList = get_commerce_subscription_item_list, GET "/billing/subscription_items", NOVEMBER_2025;
    CancelCommerceSubscriptionItem = cancel_commerce_subscription_item, DELETE "/billing/subscription_items/{subscription_item_id}", NOVEMBER_2025;
    ApplyBillingSubscriptionItemDiscount = apply_billing_subscription_item_discount, POST "/billing/subscription_items/{subscription_item_id}/discounts", NOVEMBER_2025;
    RemoveBillingSubscriptionItemDiscount = remove_billing_subscription_item_discount, DELETE "/billing/subscription_items/{subscription_item_id}/discounts/{discount_id}", NOVEMBER_2025;
    ExtendBillingSubscriptionItemFreeTrial = extend_billing_subscription_item_free_trial, POST "/billing/subscription_items/{subscription_item_id}/extend_free_trial", NOVEMBER_2025;
    CreateBillingPriceTransition = create_billing_price_transition, POST "/billing/subscription_items/{subscription_item_id}/price_transition", NOVEMBER_2025;
    "Clients":
    GetClientList = get_client_list, GET "/clients", JANUARY_2025;
    VerifyClient = verify_client, POST "/clients/verify", JANUARY_2025;
    GetClient = get_client, GET "/clients/{client_id}", JANUARY_2025;
    "Directories":
    ListDirectories = list_directories, GET "/directories", NOVEMBER_2025;
    CreateDirectory = create_directory, POST "/directories", NOVEMBER_2025;
    DeleteDirectory = delete_directory, DELETE "/directories/{directory_id}", NOVEMBER_2025;
    GetDirectory = get_directory, GET "/directories/{directory_id}", NOVEMBER_2025;
    UpdateDirectory = update_directory, PATCH "/directories/{directory_id}", NOVEMBER_2025;
    ListDirectoryGroupRoleMappings = list_directory_group_role_mappings, GET "/directories/{directory_id}/group_role_mappings", MAY_2026;
    CreateDirectoryGroupRoleMapping = create_directory_group_role_mapping, POST "/directories/{directory_id}/group_role_mappings", MAY_2026;
    ReplaceDirectoryGroupRoleMappings = replace_directory_group_role_mappings, PUT "/directories/{directory_id}/group_role_mappings", MAY_2026;
    DeleteDirectoryGroupRoleMapping = delete_directory_group_role_mapping, DELETE "/directories/{directory_id}/group_role_mappings/{mapping_id}", MAY_2026;
    RotateDirectoryApiKey = rotate_directory_api_key, POST "/directories/{directory_id}/rotate_api_key", MAY_2026;
    "Domains":
    ListDomains = list_domains, GET "/domains", JANUARY_2025;
    AddDomain = add_domain, POST "/domains", JANUARY_2025;
    DeleteDomain = delete_domain, DELETE "/domains/{domain_id}", JANUARY_2025;
    UpdateDomain = update_domain, PATCH "/domains/{domain_id}", JANUARY_2025;
    "Email & SMS Templates":
    GetTemplateList = get_template_list, GET "/templates/{template_type}", JANUARY_2025;
    GetTemplate = get_template, GET "/templates/{template_type}/{slug}", JANUARY_2025;
    UpsertTemplate = upsert_template, PUT "/templates/{template_type}/{slug}", JANUARY_2025;
    PreviewTemplate = preview_template, POST "/templates/{template_type}/{slug}/preview", JANUARY_2025;
    RevertTemplate = revert_template, POST "/templates/{template_type}/{slug}/revert", JANUARY_2025;
    ToggleTemplateDelivery = toggle_template_delivery, POST "/templates/{template_type}/{slug}/toggle_delivery", JANUARY_2025;
    "Email Addresses":
    CreateEmailAddress = create_email_address, POST "/email_addresses", JANUARY_2025;
    DeleteEmailAddress = delete_email_address, DELETE "/email_addresses/{email_address_id}", JANUARY_2025;
    GetEmailAddress = get_email_address, GET "/email_addresses/{email_address_id}", JANUARY_2025;
    UpdateEmailAddress = update_email_address, PATCH "/email_addresses/{email_address_id}", JANUARY_2025;
    AttemptEmailAddressVerification = attempt_email_address_verification, POST "/email_addresses/{email_address_id}/attempt_verification", NOVEMBER_2025;
    PrepareEmailAddressVerification = prepare_email_address_verification, POST "/email_addresses/{email_address_id}/prepare_verification", NOVEMBER_2025;
    ReplaceEmailAddress = replace_email_address, PUT "/users/{user_id}/email_address", NOVEMBER_2025;
    "Enterprise Connections":
    ListEnterpriseConnections = list_enterprise_connections, GET "/enterprise_connections", NOVEMBER_2025;
    CreateEnterpriseConnection = create_enterprise_connection, POST "/enterprise_connections", NOVEMBER_2025;
    DeleteEnterpriseConnection = delete_enterprise_connection, DELETE "/enterprise_connections/{enterprise_connection_id}", NOVEMBER_2025;
    GetEnterpriseConnection = get_enterprise_connection, GET "/enterprise_connections/{enterprise_connection_id}", NOVEMBER_2025;
    UpdateEnterpriseConnection = update_enterprise_connection, PATCH "/enterprise_connections/{enterprise_connection_id}", NOVEMBER_2025;
    ListEnterpriseConnectionTestRuns = list_enterprise_connection_test_runs, GET "/enterprise_connections/{enterprise_connection_id}/test_runs", NOVEMBER_2025;
    CreateEnterpriseConnectionTestRun = create_enterprise_connection_test_run, POST "/enterprise_connections/{enterprise_connection_id}/test_runs", NOVEMBER_2025;
    "Instance Settings":
    GetInstance = get_instance, GET "/instance", NOVEMBER_2025;
    UpdateInstance = update_instance, PATCH "/instance", JANUARY_2025;
    GetInstanceCommunication = get_instance_communication, GET "/instance/communication", NOVEMBER_2025;
    UpdateInstanceCommunication = update_instance_communication, PATCH "/instance/communication", NOVEMBER_2025;
    GetInstanceOauthApplicationSettings = get_instance_oauth_application_settings, GET "/instance/oauth_application_settings", NOVEMBER_2025;
    UpdateInstanceOauthApplicationSettings = update_instance_oauth_application_settings, PATCH "/instance/oauth_application_settings", NOVEMBER_2025;
    GetInstanceOrganizationSettings = get_instance_organization_settings, GET "/instance/organization_settings", NOVEMBER_2025;
    UpdateInstanceOrganizationSettings = update_instance_organization_settings, PATCH "/instance/organization_settings", JANUARY_2025;
    GetInstanceProtect = get_instance_protect, GET "/instance/protect", NOVEMBER_2025;
    UpdateInstanceProtect = update_instance_protect, PATCH "/instance/protect", NOVEMBER_2025;
    UpdateInstanceRestrictions = update_instance_restrictions, PATCH "/instance/restrictions", JANUARY_2025;
    "Invitations":
    ListInvitations = list_invitations, GET "/invitations", JANUARY_2025;
    CreateInvitation = create_invitation, POST "/invitations", JANUARY_2025;
    CreateBulkInvitations = create_bulk_invitations, POST "/invitations/bulk", NOVEMBER_2025;
    RevokeInvitation = revoke_invitation, POST "/invitations/{invitation_id}/revoke", JANUARY_2025;
    "JWKS":
    GetJwks = get_jwks, GET "/jwks", JANUARY_2025;
    "JWT Templates":
    ListJwtTemplates = list_jwt_templates, GET "/jwt_templates", JANUARY_2025;
    CreateJwtTemplate = create_jwt_template, POST "/jwt_templates", JANUARY_2025;
    DeleteJwtTemplate = delete_jwt_template, DELETE "/jwt_templates/{template_id}", JANUARY_2025;
    GetJwtTemplate = get_jwt_template, GET "/jwt_templates/{template_id}", JANUARY_2025;
    UpdateJwtTemplate = update_jwt_template, PATCH "/jwt_templates/{template_id}", JANUARY_2025;
    "M2M Tokens":
    GetM2mTokens = get_m2m_tokens, GET "/m2m_tokens", NOVEMBER_2025;
    CreateM2mToken = create_m2m_token, POST "/m2m_tokens", NOVEMBER_2025;
    VerifyM2mToken = verify_m2m_token, POST "/m2m_tokens/verify", NOVEMBER_2025;
    RevokeM2mToken = revoke_m2m_token, POST "/m2m_tokens/{m2m_token_id}/revoke", NOVEMBER_2025;
    "Machines":
    ListMachines = list_machines, GET "/machines", NOVEMBER_2025;
    CreateMachine = create_machine, POST "/machines", NOVEMBER_2025;
    DeleteMachine = delete_machine, DELETE "/machines/{machine_id}", NOVEMBER_2025;
    GetMachine = get_machine, GET "/machines/{machine_id}", NOVEMBER_2025;
    UpdateMachine = update_machine, PATCH "/machines/{machine_id}", NOVEMBER_2025;
    CreateMachineScope = create_machine_scope, POST "/machines/{machine_id}/scopes", NOVEMBER_2025;
    DeleteMachineScope = delete_machine_scope, DELETE "/machines/{machine_id}/scopes/{other_machine_id}", NOVEMBER_2025;
    GetMachineSecretKey = get_machine_secret_key, GET "/machines/{machine_id}/secret_key", NOVEMBER_2025;
    RotateMachineSecretKey = rotate_machine_secret_key, POST "/machines/{machine_id}/secret_key/rotate", NOVEMBER_2025;
    "Miscellaneous":
    GetPublicInterstitial = get_public_interstitial, GET "/public/interstitial", JANUARY_2025;
    "OAuth Access Tokens":
    VerifyOauthAccessToken = verify_oauth_access_token, POST "/oauth_applications/access_tokens/verify", NOVEMBER_2025;
    "OAuth Applications":
    ListOauthApplications = list_oauth_applications, GET "/oauth_applications", JANUARY_2025;
    CreateOauthApplication = create_oauth_application, POST "/oauth_applications", JANUARY_2025;
    DeleteOauthApplication = delete_oauth_application, DELETE "/oauth_applications/{oauth_application_id}", JANUARY_2025;
    GetOauthApplication = get_oauth_application, GET "/oauth_applications/{oauth_application_id}", JANUARY_2025;
    UpdateOauthApplication = update_oauth_application, PATCH "/oauth_applications/{oauth_application_id}", JANUARY_2025;
    UploadOauthApplicationLogo = upload_oauth_application_logo, PUT "/oauth_applications/{oauth_application_id}/logo", NOVEMBER_2025;
    RevokeOauthApplicationToken = revoke_oauth_application_token, POST "/oauth_applications/{oauth_application_id}/revoke_token", NOVEMBER_2025;
    RotateOauthApplicationSecret = rotate_oauth_application_secret, POST "/oauth_applications/{oauth_application_id}/rotate_secret", JANUARY_2025;
    "Organization Domains":
    ListAllOrganizationDomains = list_all_organization_domains, GET "/organization_domains", NOVEMBER_2025;
    ListOrganizationDomains = list_organization_domains, GET "/organizations/{organization_id}/domains", JANUARY_2025;
    CreateOrganizationDomain = create_organization_domain, POST "/organizations/{organization_id}/domains", JANUARY_2025;
    DeleteOrganizationDomain = delete_organization_domain, DELETE "/organizations/{organization_id}/domains/{domain_id}", JANUARY_2025;
    UpdateOrganizationDomain = update_organization_domain, PATCH "/organizations/{organization_id}/domains/{domain_id}", JANUARY_2025;
    VerifyOrganizationDomainOwnership = verify_organization_domain_ownership, POST "/organizations/{organization_id}/domains/{domain_id}/verify_ownership", NOVEMBER_2025;
    "Organization Invitations":
    ListInstanceOrganizationInvitations = list_instance_organization_invitations, GET "/organization_invitations", JANUARY_2025;
    ListOrganizationInvitations = list_organization_invitations, GET "/organizations/{organization_id}/invitations", JANUARY_2025;
    CreateOrganizationInvitation = create_organization_invitation, POST "/organizations/{organization_id}/invitations", JANUARY_2025;
    CreateOrganizationInvitationBulk = create_organization_invitation_bulk, POST "/organizations/{organization_id}/invitations/bulk", JANUARY_2025;
    ListPendingOrganizationInvitations = list_pending_organization_invitations, GET "/organizations/{organization_id}/invitations/pending", JANUARY_2025;
    GetOrganizationInvitation = get_organization_invitation, GET "/organizations/{organization_id}/invitations/{invitation_id}", JANUARY_2025;
    RevokeOrganizationInvitation = revoke_organization_invitation, POST "/organizations/{organization_id}/invitations/{invitation_id}/revoke", JANUARY_2025;
    "Organization Memberships":
    InstanceOrganizationMemberships = instance_organization_memberships, GET "/organization_memberships", JANUARY_2025;
    ListOrganizationMemberships = list_organization_memberships, GET "/organizations/{organization_id}/memberships", JANUARY_2025;
    CreateOrganizationMembership = create_organization_membership, POST "/organizations/{organization_id}/memberships", JANUARY_2025;
    DeleteOrganizationMembership = delete_organization_membership, DELETE "/organizations/{organization_id}/memberships/{user_id}", JANUARY_2025;
    UpdateOrganizationMembership = update_organization_membership, PATCH "/organizations/{organization_id}/memberships/{user_id}", JANUARY_2025;
    UpdateOrganizationMembershipMetadata = update_organization_membership_metadata, PATCH "/organizations/{organization_id}/memberships/{user_id}/metadata", JANUARY_2025;
    "Organization Permissions":
    ListOrganizationPermissions = list_organization_permissions, GET "/organization_permissions", NOVEMBER_2025;
    CreateOrganizationPermission = create_organization_permission, POST "/organization_permissions", NOVEMBER_2025;
    DeleteOrganizationPermission = delete_organization_permission, DELETE "/organization_permissions/{permission_id}", NOVEMBER_2025;
    GetOrganizationPermission = get_organization_permission, GET "/organization_permissions/{permission_id}", NOVEMBER_2025;
    UpdateOrganizationPermission = update_organization_permission, PATCH "/organization_permissions/{permission_id}", NOVEMBER_2025;
    "Organization Roles":
    ListOrganizationRoles = list_organization_roles, GET "/organization_roles", NOVEMBER_2025;
    CreateOrganizationRole = create_organization_role, POST "/organization_roles", NOVEMBER_2025;
    DeleteOrganizationRole = delete_organization_role, DELETE "/organization_roles/{organization_role_id}", NOVEMBER_2025;
    GetOrganizationRole = get_organization_role, GET "/organization_roles/{organization_role_id}", NOVEMBER_2025;
    UpdateOrganizationRole = update_organization_role, PATCH "/organization_roles/{organization_role_id}", NOVEMBER_2025;
    RemovePermissionFromOrganizationRole = remove_permission_from_organization_role, DELETE "/organization_roles/{organization_role_id}/permissions/{permission_id}", NOVEMBER_2025;
    AssignPermissionToOrganizationRole = assign_permission_to_organization_role, POST "/organization_roles/{organization_role_id}/permissions/{permission_id}", NOVEMBER_2025;
    "Organizations":
    ListOrganizations = list_organizations, GET "/organizations", JANUARY_2025;
    CreateOrganization = create_organization, POST "/organizations", JANUARY_2025;
    DeleteOrganization = delete_organization, DELETE "/organizations/{organization_id}", JANUARY_2025;
    GetOrganization = get_organization, GET "/organizations/{organization_id}", JANUARY_2025;
    UpdateOrganization = update_organization, PATCH "/organizations/{organization_id}", JANUARY_2025;
    GetOrganizationBillingCreditBalance = get_organization_billing_credit_balance, GET "/organizations/{organization_id}/billing/credits", NOVEMBER_2025;
    AdjustOrganizationBillingCreditBalance = adjust_organization_billing_credit_balance, POST "/organizations/{organization_id}/billing/credits", NOVEMBER_2025;
    GetOrganizationBillingSubscription = get_organization_billing_subscription, GET "/organizations/{organization_id}/billing/subscription", NOVEMBER_2025;
    DeleteOrganizationLogo = delete_organization_logo, DELETE "/organizations/{organization_id}/logo", JANUARY_2025;
    UploadOrganizationLogo = upload_organization_logo, PUT "/organizations/{organization_id}/logo", JANUARY_2025;
    MergeOrganizationMetadata = merge_organization_metadata, PATCH "/organizations/{organization_id}/metadata", JANUARY_2025;
    ReplaceOrganizationMetadata = replace_organization_metadata, PUT "/organizations/{organization_id}/metadata", NOVEMBER_2025;
    "Phone Numbers":
    CreatePhoneNumber = create_phone_number, POST "/phone_numbers", JANUARY_2025;
    DeletePhoneNumber = delete_phone_number, DELETE "/phone_numbers/{phone_number_id}", JANUARY_2025;
    GetPhoneNumber = get_phone_number, GET "/phone_numbers/{phone_number_id}", JANUARY_2025;
    UpdatePhoneNumber = update_phone_number, PATCH "/phone_numbers/{phone_number_id}", JANUARY_2025;
    AttemptPhoneNumberVerification = attempt_phone_number_verification, POST "/phone_numbers/{phone_number_id}/attempt_verification", NOVEMBER_2025;
    PreparePhoneNumberVerification = prepare_phone_number_verification, POST "/phone_numbers/{phone_number_id}/prepare_verification", NOVEMBER_2025;
    ReplacePhoneNumber = replace_phone_number, PUT "/users/{user_id}/phone_number", NOVEMBER_2025;
    "Proxy Checks":
    VerifyDomainProxy = verify_domain_proxy, POST "/proxy_checks", JANUARY_2025;
    "Redirect URLs":
    ListRedirectUrLs = list_redirect_ur_ls, GET "/redirect_urls", JANUARY_2025;
    CreateRedirectUrl = create_redirect_url, POST "/redirect_urls", JANUARY_2025;
    DeleteRedirectUrl = delete_redirect_url, DELETE "/redirect_urls/{id}", JANUARY_2025;
    GetRedirectUrl = get_redirect_url, GET "/redirect_urls/{id}", JANUARY_2025;
    "Role Sets":
    ListRoleSets = list_role_sets, GET "/role_sets", NOVEMBER_2025;
    CreateRoleSet = create_role_set, POST "/role_sets", NOVEMBER_2025;
    GetRoleSet = get_role_set, GET "/role_sets/{role_set_key_or_id}", NOVEMBER_2025;
    UpdateRoleSet = update_role_set, PATCH "/role_sets/{role_set_key_or_id}", NOVEMBER_2025;
    ReplaceRoleSet = replace_role_set, POST "/role_sets/{role_set_key_or_id}/replace", NOVEMBER_2025;
    AddRolesToRoleSet = add_roles_to_role_set, POST "/role_sets/{role_set_key_or_id}/roles", NOVEMBER_2025;
    ReplaceRoleInRoleSet = replace_role_in_role_set, POST "/role_sets/{role_set_key_or_id}/roles/replace", NOVEMBER_2025;
    "SAML Connections":
    ListSamlConnections = list_saml_connections, GET "/saml_connections", JANUARY_2025;
    CreateSamlConnection = create_saml_connection, POST "/saml_connections", JANUARY_2025;
    DeleteSamlConnection = delete_saml_connection, DELETE "/saml_connections/{saml_connection_id}", JANUARY_2025;
    GetSamlConnection = get_saml_connection, GET "/saml_connections/{saml_connection_id}", JANUARY_2025;
    UpdateSamlConnection = update_saml_connection, PATCH "/saml_connections/{saml_connection_id}", JANUARY_2025;
    "SCIM Directories":
    ListScimDirectories = list_scim_directories, GET "/scim_directories", NOVEMBER_2025;
    CreateScimDirectory = create_scim_directory, POST "/scim_directories", NOVEMBER_2025;
    DeleteScimDirectory = delete_scim_directory, DELETE "/scim_directories/{scim_directory_id}", NOVEMBER_2025;
    GetScimDirectory = get_scim_directory, GET "/scim_directories/{scim_directory_id}", NOVEMBER_2025;
    UpdateScimDirectory = update_scim_directory, PATCH "/scim_directories/{scim_directory_id}", NOVEMBER_2025;
    ListScimGroupRoleMappings = list_scim_group_role_mappings, GET "/scim_directories/{scim_directory_id}/group_role_mappings", MAY_2026;
    CreateScimGroupRoleMapping = create_scim_group_role_mapping, POST "/scim_directories/{scim_directory_id}/group_role_mappings", MAY_2026;
    ReplaceScimGroupRoleMappings = replace_scim_group_role_mappings, PUT "/scim_directories/{scim_directory_id}/group_role_mappings", MAY_2026;
    DeleteScimGroupRoleMapping = delete_scim_group_role_mapping, DELETE "/scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}", MAY_2026;
    RotateScimDirectoryApiKey = rotate_scim_directory_api_key, POST "/scim_directories/{scim_directory_id}/rotate_api_key", MAY_2026;
    "Sessions":
    GetSessionList = get_session_list, GET "/sessions", JANUARY_2025;
    CreateSession = create_session, POST "/sessions", NOVEMBER_2025;
    GetSession = get_session, GET "/sessions/{session_id}", JANUARY_2025;
    RefreshSession = refresh_session, POST "/sessions/{session_id}/refresh", NOVEMBER_2025;
    RevokeSession = revoke_session, POST "/sessions/{session_id}/revoke", JANUARY_2025;
    CreateSessionToken = create_session_token, POST "/sessions/{session_id}/tokens", NOVEMBER_2025;
    CreateSessionTokenFromTemplate = create_session_token_from_template, POST "/sessions/{session_id}/tokens/{template_name}", JANUARY_2025;
    "Sign Ups":
    GetSignUp = get_sign_up, GET "/sign_ups/{id}", NOVEMBER_2025;
    UpdateSignUp = update_sign_up, PATCH "/sign_ups/{id}", JANUARY_2025;
    "Sign-in Tokens":
    CreateSignInToken = create_sign_in_token, POST "/sign_in_tokens", JANUARY_2025;
    RevokeSignInToken = revoke_sign_in_token, POST "/sign_in_tokens/{sign_in_token_id}/revoke", JANUARY_2025;
    "Testing Tokens":
    CreateTestingToken = create_testing_token, POST "/testing_tokens", JANUARY_2025;
    "Waitlist Entries":
    ListWaitlistEntries = list_waitlist_entries, GET "/waitlist_entries", NOVEMBER_2025;
    CreateWaitlistEntry = create_waitlist_entry, POST "/waitlist_entries", NOVEMBER_2025;
    CreateBulkWaitlistEntries = create_bulk_waitlist_entries, POST "/waitlist_entries/bulk", NOVEMBER_2025;
    DeleteWaitlistEntry = delete_waitlist_entry, DELETE "/waitlist_entries/{waitlist_entry_id}", NOVEMBER_2025;
    InviteWaitlistEntry = invite_waitlist_entry, POST "/waitlist_entries/{waitlist_entry_id}/invite", NOVEMBER_2025;
    RejectWaitlistEntry = reject_waitlist_entry, POST "/waitlist_entries/{waitlist_entry_id}/reject", NOVEMBER_2025;
    "Webhooks":
    DeleteSvixApp = delete_svix_app, DELETE "/webhooks/svix", JANUARY_2025;
    CreateSvixApp = create_svix_app, POST "/webhooks/svix", JANUARY_2025;
    GenerateSvixAuthUrl = generate_svix_auth_url, POST "/webhooks/svix_url", JANUARY_2025;
}
