// Drives a local Clerk through every users call of Clerk's own JavaScript SDK, and checks the values that come back.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test, after } from 'node:test';
import { createClerkClient } from '@clerk/backend';

const { CLERK_API_URL, CLERK_SECRET_KEY } = process.env;
const client = createClerkClient({ secretKey: CLERK_SECRET_KEY, apiUrl: CLERK_API_URL.replace(/\/v1$/, '') });
const called = new Set();
const users = new Proxy(client.users, {
  get(target, name) {
    called.add(name);
    return target[name].bind(target);
  },
});

const UNKNOWN = 'user_2doesNotExist000000000000000';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The call fails with this status and code. */
async function refuses(promise, status, code, param) {
  const error = await promise.then(() => assert.fail(`should be ${status} ${code}`), (error) => error);
  assert.equal(error.status, status, error.stack);
  assert.equal(error.errors[0].code, code);
  assert.match(error.clerkTraceId, /^[0-9a-f]{32}$/);
  if (param) assert.equal(error.errors[0].meta.paramName, param);
}

/** RFC 6238: SHA-1, 30 seconds, 6 digits. */
function totp(secret) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const ada = async () => (await users.getUserList({ externalId: ['crew-1'] })).data[0];

test('a seeded user decodes with everything it has', async () => {
  const user = await users.getUser((await ada()).id);
  assert.equal(user.fullName, 'Ada Lovelace');
  assert.equal(user.primaryEmailAddress.emailAddress, 'ada@example.com');
  assert.equal(user.primaryEmailAddress.verification.strategy, 'admin');
  assert.equal(user.primaryEmailAddress.linkedTo[0].type, 'oauth_github');
  assert.equal(user.primaryPhoneNumber.phoneNumber, '+15555550100');
  assert.equal(user.primaryWeb3Wallet.web3Wallet, '0x52908400098527886E0F7030069857D2E4169EE7');
  assert.equal(user.createdAt, Date.parse('2026-01-02T03:04:05.678Z'));
  assert.equal(user.lastSignInAt, 1767700000000);
  assert.equal(user.lastActiveAt, 1767800000000);
  assert.deepEqual(user.publicMetadata, { plan: 'pro', limits: { seats: 5, days: 30 } });
  assert.deepEqual([user.passwordEnabled, user.totpEnabled, user.backupCodeEnabled, user.twoFactorEnabled], [true, true, true, true]);
  assert.deepEqual(user.externalAccounts.map((account) => account.provider), ['oauth_github', 'oauth_google', 'oauth_apple']);
  assert.equal(user.externalAccounts[0].providerUserId ?? user.externalAccounts[0].externalId, '583231');
  assert.equal(user.enterpriseAccounts[0].emailAddress, 'ada@acme.example');
  assert.equal(user.hasImage, false);
  await refuses(users.getUser(UNKNOWN), 404, 'resource_not_found');
});

test('a wrong key is refused', async () => {
  const stranger = createClerkClient({ secretKey: 'sk_test_wrong', apiUrl: CLERK_API_URL.replace(/\/v1$/, '') });
  await refuses(stranger.users.getUserList(), 401, 'clerk_key_invalid');
});

test('users are created, with taken and bad data refused', async () => {
  const user = await users.createUser({
    emailAddress: ['linus+test@example.com'],
    phoneNumber: ['+15555550111'],
    username: 'linus_t',
    firstName: 'Linus',
    password: 'a long enough one',
    externalId: 'crew-2',
    publicMetadata: { role: 'maintainer' },
    privateMetadata: { notes: [1, null, { deep: true }] },
    unsafeMetadata: { theme: 'dark' },
    createdAt: new Date('2026-02-01T00:00:00Z'),
    legalAcceptedAt: new Date('2026-02-02T00:00:00Z'),
  });
  assert.match(user.id, /^user_[0-9A-Za-z]{27}$/);
  assert.equal(user.primaryEmailAddress.verification.status, 'verified');
  assert.equal(user.createdAt, Date.parse('2026-02-01T00:00:00Z'));
  assert.equal(user.legalAcceptedAt, Date.parse('2026-02-02T00:00:00Z'));
  assert.deepEqual(user.privateMetadata, { notes: [1, null, { deep: true }] });
  assert.deepEqual((await users.getUserList({ emailAddress: ['linus+test@example.com'] })).data.map((u) => u.id), [user.id]);
  await refuses(users.createUser({ emailAddress: ['ada@example.com'] }), 422, 'form_identifier_exists', 'email_address');
  await refuses(users.createUser({ username: 'linus_t' }), 422, 'form_identifier_exists', 'username');
  await refuses(users.createUser({ emailAddress: ['x@example.com'], password: 'short' }), 422, 'form_password_length_too_short', 'password');
  await refuses(users.createUser({ firstName: 'Nobody' }), 422, 'form_data_missing');
  await refuses(users.createUser({ emailAddress: ['not an address'] }), 422, 'form_param_format_invalid', 'email_address');
});

test('lists are filtered, ordered, paged and counted', async () => {
  const { data, totalCount } = await users.getUserList({ orderBy: '+created_at', limit: 2 });
  assert.deepEqual(data.map((user) => user.firstName), ['Grace', 'Ada']);
  assert.equal(totalCount, 3);
  assert.deepEqual((await users.getUserList({ orderBy: '-created_at', offset: 1, limit: 1 })).data[0].firstName, 'Ada');
  assert.equal((await users.getUserList({ query: 'lovelace' })).data.length, 1);
  assert.equal((await users.getUserList({ userId: [`-${(await ada()).id}`] })).data.length, 2);
  assert.equal((await users.getUserList({ createdAtAfter: Date.parse('2026-01-15T00:00:00Z') })).data[0].firstName, 'Linus');
  assert.equal(await users.getCount(), 3);
  assert.equal(await users.getCount({ username: ['LINUS_T'] }), 1);
  assert.equal(await users.getCount({ query: 'nobody at all' }), 0);
  await refuses(users.getUserList({ emailAddress: Array.from({ length: 101 }, (_, i) => `${i}@x.example`) }), 422, 'form_param_array_size_exceeded', 'email_address');
  await refuses(users.getUserList({ limit: 2.5 }), 422, 'form_param_value_invalid', 'limit');
});

test('users are updated, and a username removed', async () => {
  const { id, emailAddresses } = await ada();
  const user = await users.updateUser(id, { firstName: 'Augusta', primaryEmailAddressID: emailAddresses[1].id, notifyPrimaryEmailAddressChanged: true });
  assert.equal(user.firstName, 'Augusta');
  assert.equal(user.primaryEmailAddressId, emailAddresses[1].id);
  assert.equal((await users.updateUser(id, { username: '' })).username, null);
  assert.equal((await users.updateUser(id, { username: 'ada_l' })).username, 'ada_l');
  await refuses(users.updateUser(id, { username: 'linus_t' }), 422, 'form_identifier_exists', 'username');
  await refuses(users.updateUser(id, { primaryEmailAddressID: 'idn_2other' }), 422, 'form_resource_not_found', 'primary_email_address_id');
  await refuses(users.updateUser(UNKNOWN, { firstName: 'X' }), 404, 'resource_not_found');
  const grace = (await users.getUserList({ query: 'grace@' })).data[0];
  await refuses(users.updateUser(grace.id, { firstName: 'X' }), 409, 'user_managed_by_scim');
});

test('metadata is merged deeply and replaced wholly', async () => {
  const { id } = await ada();
  const merged = await users.updateUserMetadata(id, { publicMetadata: { limits: { days: null, hours: 1 }, new: [1] } });
  assert.deepEqual(merged.publicMetadata, { plan: 'pro', limits: { seats: 5, hours: 1 }, new: [1] });
  const replaced = await users.replaceUserMetadata(id, { publicMetadata: { only: 'this' } });
  assert.deepEqual(replaced.publicMetadata, { only: 'this' });
  await refuses(users.updateUserMetadata(id, { privateMetadata: { big: 'x'.repeat(9000) } }), 422, 'form_param_exceeds_allowed_size', 'private_metadata');
  assert.deepEqual((await users.getUser(id)).privateMetadata, {});
});

test('identifications are replaced', async () => {
  const { id } = (await users.getUserList({ externalId: ['crew-2'] })).data[0];
  const email = await users.replaceUserEmailAddress(id, { emailAddress: 'linus@kernel.example' });
  assert.equal(email.emailAddress, 'linus@kernel.example');
  const phone = await users.replaceUserPhoneNumber(id, { phoneNumber: '+15555550122', identificationStatus: 'reserved' });
  assert.equal(phone.phoneNumber, '+15555550122');
  assert.equal(phone.verification, null);
  const user = await users.getUser(id);
  assert.deepEqual(user.emailAddresses.map((e) => e.emailAddress), ['linus@kernel.example']);
  await refuses(users.replaceUserEmailAddress(id, { emailAddress: 'grace@example.com' }), 422, 'form_identifier_exists', 'email_address');
});

test('passwords are verified, marked and removed', async () => {
  const { id } = await ada();
  assert.deepEqual(await users.verifyPassword({ userId: id, password: 'correct horse battery' }), { verified: true });
  await refuses(users.verifyPassword({ userId: id, password: 'wrong' }), 422, 'incorrect_password', 'password');
  assert.equal((await users.setPasswordCompromised(id)).id, id);
  assert.equal((await users.unsetPasswordCompromised(id)).id, id);
  const linus = (await users.getUserList({ externalId: ['crew-2'] })).data[0];
  assert.equal((await users.removePassword(linus.id)).passwordEnabled, false);
  await refuses(users.verifyPassword({ userId: linus.id, password: 'any' }), 400, 'no_password_set');
});

test('codes are verified, and a backup code once', async () => {
  const { id } = await ada();
  assert.deepEqual(await users.verifyTOTP({ userId: id, code: totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ') }), { verified: true, code_type: 'totp' });
  assert.deepEqual(await users.verifyTOTP({ userId: id, code: 'backup01' }), { verified: true, code_type: 'backup_code' });
  await refuses(users.verifyTOTP({ userId: id, code: 'backup01' }), 422, 'totp_incorrect_code', 'code');
  await refuses(users.verifyTOTP({ userId: id, code: '12' }), 422, 'totp_invalid_length', 'code');
  assert.equal((await users.deleteUserBackupCodes(id)).user_id, id);
  assert.equal((await users.getUser(id)).backupCodeEnabled, false);
  assert.equal((await users.deleteUserTOTP(id)).user_id, id);
  assert.equal((await users.getUser(id)).twoFactorEnabled, false);
  await refuses(users.verifyTOTP({ userId: id, code: '123456' }), 400, 'totp_disabled');
  assert.equal((await users.disableUserMFA(id)).user_id, id);
  await refuses(users.disableUserMFA(UNKNOWN), 404, 'resource_not_found');
});

test('users are banned and locked, and let in again', async () => {
  const { id } = await ada();
  assert.equal((await users.banUser(id)).banned, true);
  assert.equal((await users.unbanUser(id)).banned, false);
  assert.equal((await users.lockUser(id)).locked, true);
  assert.equal((await users.unlockUser(id)).locked, false);
  await refuses(users.banUser(UNKNOWN), 404, 'resource_not_found');
});

test('a profile image is stored, served and deleted', async () => {
  const { id } = await ada();
  const user = await users.updateUserProfileImage(id, { file: new File([PNG], 'ada.png', { type: 'image/png' }) });
  assert.equal(user.hasImage, true);
  const image = await fetch(user.imageUrl);
  assert.equal(image.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await image.arrayBuffer()), PNG);
  assert.equal((await users.deleteUserProfileImage(id)).hasImage, false);
  await refuses(users.updateUserProfileImage(id, { file: new Blob(['no image']) }), 400, 'request_body_invalid');
});

test('OAuth tokens are listed and refreshed', async () => {
  const { id } = await ada();
  const github = await users.getUserOauthAccessToken(id, 'github');
  assert.equal(github.totalCount, 1);
  assert.equal(github.data[0].token, 'gho_first');
  assert.deepEqual(github.data[0].scopes, ['read:user', 'user:email']);
  const google = await users.getUserOauthAccessToken(id, 'google');
  assert.notEqual(google.data[0].token, 'ya29.old');
  assert.ok(google.data[0].expiresAt > Date.now());
  await refuses(users.getUserOauthAccessToken(id, 'apple'), 422, 'oauth_missing_refresh_token');
  await refuses(users.getUserOauthAccessToken(id, 'tiktok'), 404, 'oauth_token_provider_not_enabled');
});

test('memberships and invitations are listed', async () => {
  const { id } = await ada();
  const memberships = await users.getOrganizationMembershipList({ userId: id });
  assert.equal(memberships.totalCount, 1);
  assert.equal(memberships.data[0].role, 'org:admin');
  assert.equal(memberships.data[0].organization.slug, 'acme');
  assert.equal(memberships.data[0].organization.membersCount, 2);
  assert.equal(memberships.data[0].publicUserData.userId, id);
  const invitations = await users.getOrganizationInvitationList({ userId: id, status: 'pending' });
  assert.equal(invitations.totalCount, 1);
  assert.equal(invitations.data[0].publicOrganizationData.name, 'Globex');
  assert.equal((await users.getOrganizationInvitationList({ userId: id })).totalCount, 2);
});

test('an organization takes members in and lets them go', async () => {
  const { organizations } = client;
  const [{ id: userId }, { id: createdBy }] = (await users.getUserList({ orderBy: '+created_at', limit: 2 })).data;
  const { id: organizationId } = await organizations.createOrganization({ name: 'Initech', createdBy });
  const member = await organizations.createOrganizationMembership({ organizationId, userId, role: 'org:member' });
  assert.deepEqual([member.role, member.publicUserData.userId, member.organization.id], ['org:member', userId, organizationId]);
  await refuses(
    organizations.createOrganizationMembership({ organizationId, userId, role: 'org:member' }),
    400,
    'already_a_member_in_organization',
  );
  const changed = await organizations.updateOrganizationMembership({ organizationId, userId, role: 'org:admin' });
  assert.deepEqual([changed.id, changed.role], [member.id, 'org:admin']);
  const metadata = { publicMetadata: { seat: 4 } };
  const seated = await organizations.updateOrganizationMembershipMetadata({ organizationId, userId, ...metadata });
  assert.deepEqual(seated.publicMetadata, { seat: 4 });
  const members = await organizations.getOrganizationMembershipList({ organizationId, role: ['org:admin'], userId: [`-${createdBy}`] });
  assert.deepEqual([members.totalCount, members.data[0].id], [1, member.id]);
  assert.equal((await organizations.deleteOrganizationMembership({ organizationId, userId })).id, member.id);
  await refuses(organizations.deleteOrganizationMembership({ organizationId, userId }), 404, 'resource_not_found');
  const invite = { organizationId, role: 'org:member', inviterUserId: createdBy };
  const invitation = await organizations.createOrganizationInvitation({ ...invite, emailAddress: 'new@initech.example' });
  assert.deepEqual([invitation.status, invitation.organizationId], ['pending', organizationId]);
  const bulk = [{ emailAddress: 'a@initech.example', role: 'org:member' }, { emailAddress: 'b@initech.example', role: 'org:admin' }];
  assert.equal((await organizations.createOrganizationInvitationBulk(organizationId, bulk)).totalCount, 2);
  const invitationId = invitation.id;
  assert.equal((await organizations.getOrganizationInvitation({ organizationId, invitationId })).id, invitationId);
  const revoked = await organizations.revokeOrganizationInvitation({ organizationId, invitationId, requestingUserId: createdBy });
  assert.equal(revoked.status, 'revoked');
  const pending = await organizations.getOrganizationInvitationList({ organizationId, status: ['pending'] });
  assert.equal(pending.totalCount, 2);
  const domain = await organizations.createOrganizationDomain({ organizationId, name: 'initech.example', enrollmentMode: 'automatic_invitation', verified: true });
  assert.equal((await organizations.getOrganizationDomainList({ organizationId })).data[0].name, 'initech.example');
  const domainId = domain.id;
  const manual = await organizations.updateOrganizationDomain({ organizationId, domainId, enrollmentMode: 'manual_invitation' });
  // This SDK returns domains as they are sent.
  assert.equal(manual.enrollmentMode ?? manual.enrollment_mode, 'manual_invitation');
  assert.equal((await organizations.deleteOrganizationDomain({ organizationId, domainId })).deleted, true);
  assert.equal((await organizations.deleteOrganization(organizationId)).deleted, true);
});

test('an instance invites, allows, blocks and lets wait', async () => {
  const { invitations, allowlistIdentifiers, blocklistIdentifiers, waitlistEntries } = client;
  const invitation = await invitations.createInvitation({ emailAddress: 'new@x.example', publicMetadata: { plan: 'pro' } });
  assert.deepEqual([invitation.status, invitation.publicMetadata], ['pending', { plan: 'pro' }]);
  await refuses(invitations.createInvitation({ emailAddress: 'new@x.example' }), 400, 'duplicate_record');
  assert.equal((await invitations.createInvitationBulk([{ emailAddress: 'a@x.example' }, { emailAddress: 'b@x.example' }])).length, 2);
  assert.equal((await invitations.getInvitationList({ query: 'new' })).data[0].id, invitation.id);
  assert.equal((await invitations.revokeInvitation(invitation.id)).revoked, true);
  const allowed = await allowlistIdentifiers.createAllowlistIdentifier({ identifier: '*@x.example', notify: false });
  assert.equal((await allowlistIdentifiers.getAllowlistIdentifierList()).data[0].identifier, '*@x.example');
  assert.equal((await allowlistIdentifiers.deleteAllowlistIdentifier(allowed.id)).deleted, true);
  const blocked = await blocklistIdentifiers.createBlocklistIdentifier({ identifier: '+15555550111' });
  assert.equal((await blocklistIdentifiers.getBlocklistIdentifierList()).data[0].identifierType, 'phone_number');
  assert.equal((await blocklistIdentifiers.deleteBlocklistIdentifier(blocked.id)).deleted, true);
  const [first, second] = await waitlistEntries.createBulk([{ emailAddress: 'c@x.example' }, { emailAddress: 'd@x.example' }]);
  assert.equal((await waitlistEntries.invite(first.id)).invitation.emailAddress, 'c@x.example');
  assert.equal((await waitlistEntries.reject(second.id)).status, 'rejected');
  assert.equal((await waitlistEntries.list({ status: 'invited' })).totalCount, 1);
});

test('templates and redirect URLs come and go', async () => {
  const { jwtTemplates, redirectUrls } = client;
  const template = await jwtTemplates.create({ name: 'supabase', claims: { role: 'authenticated' }, lifetime: 120 });
  assert.deepEqual([template.lifetime, template.allowedClockSkew, template.claims], [120, 5, { role: 'authenticated' }]);
  const changed = await jwtTemplates.update({ templateId: template.id, name: 'hasura', claims: {} });
  assert.deepEqual([changed.name, (await jwtTemplates.get(template.id)).name], ['hasura', 'hasura']);
  assert.equal((await jwtTemplates.list({})).totalCount, 1);
  assert.equal((await jwtTemplates.delete(template.id)).deleted, true);
  const url = await redirectUrls.createRedirectUrl({ url: 'my-app://back' });
  assert.equal((await redirectUrls.getRedirectUrlList()).data[0].url, 'my-app://back');
  assert.equal((await redirectUrls.getRedirectUrl(url.id)).url, 'my-app://back');
  await redirectUrls.deleteRedirectUrl(url.id);
  await refuses(redirectUrls.getRedirectUrl(url.id), 404, 'resource_not_found');
});

test('passkeys, wallets and external accounts are deleted once', async () => {
  const user = await ada();
  const userId = user.id;
  const raw = await (await fetch(`${CLERK_API_URL}/users/${userId}`, { headers: { authorization: `Bearer ${CLERK_SECRET_KEY}` } })).json();
  const passkeyIdentificationId = raw.passkeys[0].id;
  assert.equal((await users.deleteUserPasskey({ userId, passkeyIdentificationId })).deleted, true);
  await refuses(users.deleteUserPasskey({ userId, passkeyIdentificationId }), 404, 'passkey_not_registered');
  const web3WalletIdentificationId = user.web3Wallets[0].id;
  assert.equal((await users.deleteUserWeb3Wallet({ userId, web3WalletIdentificationId })).deleted, true);
  await refuses(users.deleteUserWeb3Wallet({ userId, web3WalletIdentificationId }), 404, 'resource_not_found');
  const externalAccountId = user.externalAccounts[0].id;
  assert.equal((await users.deleteUserExternalAccount({ userId, externalAccountId })).id, externalAccountId);
  await refuses(users.deleteUserExternalAccount({ userId, externalAccountId }), 404, 'external_account_not_found');
  // The id that Google's accounts show is not the one that deletes them.
  const google = raw.external_accounts.find((account) => account.provider === 'oauth_google');
  await refuses(users.deleteUserExternalAccount({ userId, externalAccountId: google.id }), 404, 'external_account_not_found');
  assert.equal((await users.deleteUserExternalAccount({ userId, externalAccountId: google.external_account_id })).deleted, true);
});

test('a user is deleted once', async () => {
  const { id } = await ada();
  const deleted = await users.deleteUser(id);
  assert.equal(deleted.id, id);
  await refuses(users.deleteUser(id), 404, 'resource_not_found');
  assert.equal(await users.getCount(), 2);
});

after(() => {
  const all = Object.getOwnPropertyNames(Object.getPrototypeOf(client.users));
  const left = all.filter((name) => name !== 'constructor' && !called.has(name) && !name.startsWith('_'));
  assert.deepEqual(left, [], 'every users call of the SDK is made');
});
