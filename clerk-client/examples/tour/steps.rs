//! The steps of the tour: a user's life, from creation to deletion, through all 36 endpoints.

use clerk_client::{
    AdjustCreditBalanceRequest, CountUsers, CreateUserRequest, ListOAuthAccessTokens, ListOrganizationInvitations,
    ListOrganizationMemberships, ListUsers, MetadataPatch, OrganizationInvitationStatus, Patch, ProfileImage,
    RemovePasswordRequest, ReplaceUserMetadataRequest, SetPasswordCompromisedRequest, TotpCodeType,
    TrustedDeviceStatus, UpdateUserMetadataRequest, UpdateUserRequest, User, UsersApi, VerifyPasswordRequest,
    VerifyTotpRequest,
};

use crate::guide::{Guide, expect};
use crate::instance::{Belongings, Instance};
use crate::show;

const PASSWORD: &str = "correct horse battery staple 1815";
const BACKUP_CODE: &str = "ada18150";
const WALLET: &str = "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1";
/// A picture of one pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0b, b'I', b'D', b'A', b'T', 0x78, 0xda, 0x63, 0x60, 0, 2, 0, 0, 5,
    0, 1, 0xe9, 0xfa, 0xdc, 0xd8, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, b'B', 0x60, 0x82,
];

pub(crate) async fn walk(instance: &Instance, guide: &mut Guide) -> Result<(), Box<dyn std::error::Error>> {
    let users = instance.client.users();
    show::chapter("Create and find");
    let request = CreateUserRequest::new()
        .email_address(&instance.email)
        .web3_wallet(WALLET)
        .first_name("Ada")
        .username(&instance.username)
        .password(PASSWORD)
        .backup_codes([BACKUP_CODE]);
    let Some(user) = guide.show(users.create(&request), |user| expect(!user.id.is_empty(), &user.id)).await else {
        return Err("no user was created".into());
    };
    let belongings = instance.equip(&user.id)?;
    find(users, guide, &user, &instance.email).await;
    change(users, guide, &user).await;
    moderate(users, guide, &user).await;
    verify(users, guide, &user).await;
    look_around(users, guide, &user).await;
    pay(users, guide, &user).await;
    passwords_and_devices(users, guide, &user, &belongings).await;
    delete(users, guide, &user, &belongings).await;
    Ok(())
}

async fn find(users: &dyn UsersApi, guide: &mut Guide, user: &User, email: &str) {
    let id = &user.id;
    guide.show(users.find(id), |found| expect(found.id == *id, found.full_name().unwrap_or_default())).await;
    let by_email = ListUsers::new().email_address(email).limit(5);
    let listed = |found: &[User]| found.iter().any(|found| found.id == *id);
    guide.show(users.all(&by_email), |found| expect(listed(found), format!("{} on the page", found.len()))).await;
    let by_email = CountUsers::new().email_address(email);
    guide
        .show(users.count(&by_email), |count| expect(count.total_count >= 1, format!("{} in total", count.total_count)))
        .await;
    guide.refused(users.find("user_nobody"), "resource_not_found").await;
}

async fn change(users: &dyn UsersApi, guide: &mut Guide, user: &User) {
    show::chapter("Change");
    let changes = UpdateUserRequest::new().last_name("Lovelace").external_id(&user.id).username(Patch::Clear);
    let name = |user: &User| format!("{}, no username", user.full_name().unwrap_or_default());
    guide.show(users.update(&user.id, &changes), |user| expect(user.username.is_none(), name(user))).await;
    let changes = MetadataPatch::new().set("plan", "pro").remove("trial_ends");
    let request = UpdateUserMetadataRequest::new().public_metadata(changes);
    let plan = |user: &User| user.public_metadata.as_str().to_owned();
    guide.show(users.update_metadata(&user.id, &request), |user| expect(plan(user).contains("pro"), plan(user))).await;
    let request = ReplaceUserMetadataRequest::new().public_metadata(serde_json::json!({"tier": 2}));
    guide
        .show(users.replace_metadata(&user.id, &request), |user| expect(!plan(user).contains("pro"), plan(user)))
        .await;
    let image = ProfileImage::new("ada.png", PIXEL);
    guide.show(users.update_profile_image(&user.id, image), |user| expect(user.has_image, "has an image")).await;
    guide.show(users.delete_profile_image(&user.id), |user| expect(!user.has_image, "has none")).await;
}

async fn moderate(users: &dyn UsersApi, guide: &mut Guide, user: &User) {
    show::chapter("Moderate");
    guide.show(users.ban(&user.id), |user| expect(user.banned, "banned")).await;
    guide.show(users.unban(&user.id), |user| expect(!user.banned, "not banned")).await;
    let one = [user.id.as_str()];
    let many = |users: &[User]| format!("{} at once", users.len());
    guide.show(users.ban_many(&one), |users| expect(users.iter().all(|user| user.banned), many(users))).await;
    guide.show(users.unban_many(&one), |users| expect(users.iter().all(|user| !user.banned), many(users))).await;
    let locked = |user: &User| format!("locked for {} s", user.lockout_expires_in_seconds.unwrap_or_default());
    guide.show(users.lock(&user.id), |user| expect(user.locked, locked(user))).await;
    guide.show(users.unlock(&user.id), |user| expect(!user.locked, "not locked")).await;
}

#[allow(deprecated, reason = "all are visited")]
async fn verify(users: &dyn UsersApi, guide: &mut Guide, user: &User) {
    show::chapter("Verify");
    let id = &user.id;
    guide
        .show(users.verify_password(id, &VerifyPasswordRequest::new(PASSWORD)), |it| expect(it.verified, "right"))
        .await;
    guide.refused(users.verify_password(id, &VerifyPasswordRequest::new("guess")), "incorrect_password").await;
    let totp = users.create_totp(id);
    let totp = guide.show(totp, |totp| expect(totp.secret.is_some(), "a secret, redacted")).await;
    // A new secret comes with new backup codes.
    let new_code = totp.and_then(|totp| totp.backup_codes.into_iter().next());
    let backup_code = new_code.map_or_else(|| VerifyTotpRequest::new(BACKUP_CODE), VerifyTotpRequest::new);
    let kind = |code_type: &TotpCodeType| format!("right, consumed: {code_type}");
    guide.show(users.verify_totp(id, &backup_code), |it| expect(it.verified, kind(&it.code_type))).await;
    guide.refused(users.verify_totp(id, &VerifyTotpRequest::new("000000")), "totp_incorrect_code").await;
}

async fn look_around(users: &dyn UsersApi, guide: &mut Guide, user: &User) {
    show::chapter("Organizations and tokens");
    let page = ListOrganizationMemberships::new().limit(10);
    let roles = |roles: Vec<&str>| format!("{} as {}", roles.len(), roles.join(", "));
    guide
        .show(users.organization_memberships(&user.id, &page), |page| {
            Ok(roles(page.iter().map(|membership| membership.role.as_str()).collect()))
        })
        .await;
    let pending = ListOrganizationInvitations::new().status(OrganizationInvitationStatus::Pending);
    guide.show(users.organization_invitations(&user.id, &pending), |page| Ok(format!("{} pending", page.len()))).await;
    // In the real Clerk nobody has signed in as this user.
    let (tokens, expected) = (
        users.oauth_access_token(&user.id, "oauth_google", &ListOAuthAccessTokens::new()),
        usize::from(guide.is_local()),
    );
    let count = |count: usize| format!("{count} token{}, redacted", if count == 1 { "" } else { "s" });
    guide.show(tokens, |page| expect(page.len() == expected, count(page.len()))).await;
}

async fn pay(users: &dyn UsersApi, guide: &mut Guide, user: &User) {
    show::chapter("Billing");
    let id = &user.id;
    guide
        .show(users.billing_subscription(id), |it| Ok(format!("{}, {} plans", it.status, it.subscription_items.len())))
        .await;
    let refund = AdjustCreditBalanceRequest::increase(500, format!("refund-{id}"));
    guide.show(users.adjust_credit_balance(id, &refund), |it| Ok(it.amount.amount_formatted.clone())).await;
    guide
        .show(users.credit_balance(id), |it| {
            expect(
                it.balance.is_some(),
                it.balance.as_ref().map_or("none", |balance| balance.amount_formatted.as_str()),
            )
        })
        .await;
}

async fn passwords_and_devices(users: &dyn UsersApi, guide: &mut Guide, user: &User, belongings: &Belongings) {
    show::chapter("Passwords and devices");
    let id = &user.id;
    let compromised = users.set_password_compromised(id, &SetPasswordCompromisedRequest::new());
    guide.show(compromised, |user| expect(user.requires_password_reset != Some(false), "compromised")).await;
    let unset = users.unset_password_compromised(id);
    guide.show(unset, |user| expect(user.requires_password_reset != Some(true), "not compromised")).await;
    let request = RemovePasswordRequest::new().sign_out_of_other_sessions(true);
    guide.show(users.remove_password(id, &request), |user| expect(!user.password_enabled, "no password")).await;
    guide.show(users.trusted_devices(id), |page| Ok(format!("{} trusted", page.len()))).await;
    let revoked = users.revoke_trusted_device(id, &belongings.trusted_device);
    guide.show(revoked, |it| expect(it.status == TrustedDeviceStatus::Revoked, it.status.to_string())).await;
}

async fn delete(users: &dyn UsersApi, guide: &mut Guide, user: &User, belongings: &Belongings) {
    show::chapter("Delete");
    let id = &user.id;
    let wallet = user.web3_wallets.first().map_or("idn_nobody", |wallet| wallet.id.as_str());
    guide.show(users.delete_passkey(id, &belongings.passkey), |gone| expect(gone.deleted, "deleted")).await;
    guide.show(users.delete_web3_wallet(id, wallet), |gone| expect(gone.deleted, "deleted")).await;
    let account = users.delete_external_account(id, &belongings.external_account);
    guide.show(account, |gone| expect(gone.deleted, "deleted")).await;
    guide.show(users.delete_totp(id), |_| Ok("no authenticator app".to_owned())).await;
    guide.show(users.delete_backup_code(id), |_| Ok("no backup codes".to_owned())).await;
    guide.show(users.disable_mfa(id), |_| Ok("no second factor".to_owned())).await;
    guide.show(users.delete(id), |gone| expect(gone.deleted, "deleted")).await;
    guide.refused(users.find(id), "resource_not_found").await;
}
