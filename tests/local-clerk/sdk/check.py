"""Drives a local Clerk through every users call of Clerk's own Python SDK, and checks the values that come back."""

import base64
import hashlib
import hmac
import os
import struct
import time
import unittest

from clerk_backend_api import Clerk, models
from clerk_backend_api.users import Users

URL = os.environ["CLERK_API_URL"]
KEY = os.environ["CLERK_SECRET_KEY"]
UNKNOWN = "user_2doesNotExist000000000000000"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
# Of the class's own, not of the API's.
NOT_CALLS = {"do_request", "do_request_async"}


class Recorder:
    """The users calls, noting which were made."""

    called = set()

    def __init__(self, users):
        self._users = users

    def __getattr__(self, name):
        Recorder.called.add(name)
        return getattr(self._users, name)


sdk = Clerk(bearer_auth=KEY, server_url=URL)
users = Recorder(sdk.users)


def totp(secret):
    """RFC 6238: SHA-1, 30 seconds, 6 digits."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    number = struct.unpack_from(">I", digest, digest[19] & 15)[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def ada():
    return users.list(request={"external_id": ["crew-1"]})[0]


class Check(unittest.TestCase):
    def refuses(self, status, code, call, /, **arguments):
        with self.assertRaises(models.ClerkBaseError) as caught:
            call(**arguments)
        error = caught.exception
        self.assertEqual(error.status_code, status, error)
        # The SDK's own types leave the trace id out, and some calls have no error type at all: the body has both.
        self.assertEqual(error.body.count(f'"code":"{code}"'), 1, error.body)
        self.assertRegex(error.body, '"clerk_trace_id":"[0-9a-f]{32}"')
        if isinstance(error, models.ClerkErrors):
            self.assertEqual(error.data.errors[0].code, code)

    def test_a_seeded_user_decodes(self):
        user = users.get(user_id=ada().id)
        self.assertEqual((user.first_name, user.last_name, user.external_id), ("Ada", "Lovelace", "crew-1"))
        self.assertEqual(user.email_addresses[0].email_address, "ada@example.com")
        self.assertEqual(user.email_addresses[0].verification.strategy, "admin")
        self.assertEqual(user.email_addresses[0].linked_to[0].type, "oauth_github")
        self.assertEqual(user.phone_numbers[0].phone_number, "+15555550100")
        self.assertEqual(user.web3_wallets[0].web3_wallet, "0x52908400098527886E0F7030069857D2E4169EE7")
        self.assertEqual(user.passkeys[0].name, "Ada's laptop")
        self.assertEqual(user.created_at, 1767323045678)
        self.assertEqual(user.last_sign_in_at, 1767700000000)
        self.assertEqual(user.public_metadata, {"plan": "pro", "limits": {"seats": 5, "days": 30}})
        self.assertTrue(user.password_enabled and user.totp_enabled and user.backup_code_enabled)
        self.assertEqual([a.provider for a in user.external_accounts], ["oauth_github", "oauth_google", "oauth_apple"])
        self.assertEqual(user.external_accounts[0].verification.strategy, "oauth_github")
        self.assertEqual(user.saml_accounts[0].saml_connection.domain, "acme.example")
        self.assertEqual(user.enterprise_accounts[0].protocol, "saml")
        self.assertEqual(user.organization_memberships[0].role, "org:admin")
        self.refuses(404, "resource_not_found", users.get, user_id=UNKNOWN)

    def test_a_wrong_key_is_refused(self):
        stranger = Clerk(bearer_auth="sk_test_wrong", server_url=URL)
        self.refuses(401, "clerk_key_invalid", stranger.users.list)

    def test_users_are_created(self):
        user = users.create(
            email_address=["linus+test@example.com"],
            phone_number=["+15555550111"],
            username="linus_t",
            first_name="Linus",
            password="a long enough one",
            external_id="crew-2",
            private_metadata={"notes": [1, None, {"deep": True}]},
            created_at="2026-02-01T00:00:00Z",
            locale="fi-FI",
        )
        self.assertRegex(user.id, "^user_[0-9A-Za-z]{27}$")
        self.assertEqual(user.created_at, 1769904000000)
        self.assertEqual(user.private_metadata, {"notes": [1, None, {"deep": True}]})
        self.assertEqual(user.locale, "fi-FI")
        self.refuses(422, "form_identifier_exists", users.create, email_address=["ada@example.com"])
        self.refuses(422, "form_password_pwned", users.create, username="pwned_one", password="password123")
        self.refuses(422, "form_data_missing", users.create, first_name="Nobody")

    def test_lists_are_filtered_ordered_paged_and_counted(self):
        names = [user.first_name for user in users.list(request={"order_by": "+created_at", "limit": 2})]
        self.assertEqual(names, ["Grace", "Ada"])
        self.assertEqual(users.list(request={"offset": 1, "limit": 1})[0].first_name, "Ada")
        self.assertEqual(len(users.list(request={"query": "lovelace"})), 1)
        self.assertEqual(len(users.list(request={"user_id": ["-" + ada().id]})), 2)
        self.assertEqual(len(users.list(request={"email_address": ["linus+test@example.com"]})), 1)
        self.assertEqual(len(users.list(request={"provider": "oauth_github", "provider_user_id": ["583231"]})), 1)
        self.assertEqual(users.count().total_count, 3)
        self.assertEqual(users.count(request={"banned": True}).total_count, 0)
        self.refuses(422, "form_param_array_size_exceeded", users.list, request={"user_id": ["user_x"] * 101})
        self.refuses(422, "form_conditional_param_missing", users.list, request={"provider": "oauth_github"})

    def test_users_are_updated(self):
        user = users.update(user_id=ada().id, first_name="Augusta", username=None, bypass_client_trust=True)
        self.assertEqual((user.first_name, user.username, user.bypass_client_trust), ("Augusta", None, True))
        self.refuses(422, "form_identifier_exists", users.update, user_id=user.id, username="linus_t")
        grace = users.list(request={"query": "grace@"})[0]
        self.assertEqual((grace.scim.directory_id, grace.scim.external_id), ("dir_1", "g-1"))
        self.refuses(409, "user_managed_by_scim", users.update, user_id=grace.id, first_name="X")
        self.refuses(404, "resource_not_found", users.update, user_id=UNKNOWN, first_name="X")

    def test_metadata_is_merged_and_replaced(self):
        merged = users.update_metadata(user_id=ada().id, public_metadata={"limits": {"days": None, "hours": 1}})
        self.assertEqual(merged.public_metadata, {"plan": "pro", "limits": {"seats": 5, "hours": 1}})
        replaced = users.replace_metadata(user_id=ada().id, public_metadata={"only": "this"})
        self.assertEqual(replaced.public_metadata, {"only": "this"})
        big = {"big": "x" * 9000}
        self.refuses(422, "form_param_exceeds_allowed_size", users.update_metadata, user_id=ada().id, private_metadata=big)

    def test_passwords(self):
        self.assertTrue(users.verify_password(user_id=ada().id, password="correct horse battery").verified)
        self.refuses(422, "incorrect_password", users.verify_password, user_id=ada().id, password="wrong")
        self.assertEqual(users.set_password_compromised(user_id=ada().id, revoke_all_sessions=True).id, ada().id)
        self.assertEqual(users.unset_password_compromised(user_id=ada().id).id, ada().id)
        linus = users.list(request={"external_id": ["crew-2"]})[0]
        self.assertFalse(users.remove_password(user_id=linus.id, sign_out_of_other_sessions=True).password_enabled)
        self.refuses(400, "no_password_set", users.verify_password, user_id=linus.id, password="any")

    def test_codes(self):
        user_id = ada().id
        right = users.verify_totp(user_id=user_id, code=totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        self.assertEqual((right.verified, right.code_type), (True, "totp"))
        self.assertEqual(users.verify_totp(user_id=user_id, code="backup01").code_type, "backup_code")
        self.refuses(422, "totp_incorrect_code", users.verify_totp, user_id=user_id, code="backup01")
        self.refuses(422, "totp_invalid_length", users.verify_totp, user_id=user_id, code="12")
        self.assertEqual(users.delete_backup_codes(user_id=user_id).user_id, user_id)
        self.assertEqual(users.delete_totp(user_id=user_id).user_id, user_id)
        self.assertFalse(users.get(user_id=user_id).two_factor_enabled)
        self.refuses(400, "totp_disabled", users.verify_totp, user_id=user_id, code="123456")
        self.assertEqual(users.disable_mfa(user_id=user_id).user_id, user_id)
        self.refuses(404, "resource_not_found", users.disable_mfa, user_id=UNKNOWN)

    def test_bans_and_locks(self):
        user_id = ada().id
        self.assertTrue(users.ban(user_id=user_id).banned)
        self.assertFalse(users.unban(user_id=user_id).banned)
        self.assertTrue(users.bulk_ban(user_ids=[user_id])[0].banned)
        self.assertFalse(users.bulk_unban(user_ids=[user_id])[0].banned)
        locked = users.lock(user_id=user_id)
        self.assertTrue(locked.locked and 3590 < locked.lockout_expires_in_seconds <= 3600)
        self.assertFalse(users.unlock(user_id=user_id).locked)
        self.refuses(400, "bulk_size_exceeded", users.bulk_ban, user_ids=[user_id] * 51)
        self.refuses(404, "resource_not_found", users.ban, user_id=UNKNOWN)

    def test_profile_images(self):
        user_id = ada().id
        file = {"file_name": "ada.png", "content": PNG, "content_type": "image/png"}
        self.assertTrue(users.set_profile_image(user_id=user_id, file=file).has_image)
        self.assertFalse(users.delete_profile_image(user_id=user_id).has_image)
        self.refuses(404, "image_not_found", users.delete_profile_image, user_id=user_id)
        file = {"file_name": "ada.png", "content": b"no image", "content_type": "image/png"}
        self.refuses(400, "request_body_invalid", users.set_profile_image, user_id=user_id, file=file)

    def test_oauth_tokens(self):
        user_id = ada().id
        github = users.get_o_auth_access_token(user_id=user_id, provider="oauth_github")
        self.assertEqual((github[0].token, github[0].scopes), ("gho_first", ["read:user", "user:email"]))
        google = users.get_o_auth_access_token(user_id=user_id, provider="oauth_google")
        self.assertGreater(google[0].expires_at, time.time() * 1000)
        tokens = users.get_o_auth_access_token
        self.refuses(422, "oauth_missing_refresh_token", tokens, user_id=user_id, provider="oauth_apple")
        self.refuses(404, "oauth_token_provider_not_enabled", tokens, user_id=user_id, provider="oauth_tiktok")
        self.refuses(400, "oauth_unsupported_provider", tokens, user_id=user_id, provider="github")

    def test_organizations(self):
        memberships = users.get_organization_memberships(user_id=ada().id)
        self.assertEqual((memberships.total_count, memberships.data[0].organization.slug), (1, "acme"))
        self.assertEqual(memberships.data[0].public_user_data.user_id, ada().id)
        invitations = users.get_organization_invitations(user_id=ada().id, status="pending")
        self.assertEqual(invitations.data[0].public_organization_data.name, "Globex")
        self.assertEqual(users.get_organization_invitations(user_id=ada().id).total_count, 2)
        self.assertEqual(users.get_instance_organization_memberships().total_count, 2)
        self.refuses(404, "resource_not_found", users.get_organization_invitations, user_id=UNKNOWN)

    def test_billing(self):
        user_id = ada().id
        self.assertEqual(users.get_billing_subscription(user_id=user_id).status, "active")
        self.assertIsNone(users.get_billing_credit_balance(user_id=user_id).balance)
        change = {"user_id": user_id, "amount": 1250, "action": "increase", "idempotency_key": "once"}
        entry = users.adjust_billing_credit_balance(**change)
        self.assertEqual(entry.amount.amount_formatted, "$12.50")
        self.assertEqual(users.adjust_billing_credit_balance(**change).id, entry.id)
        self.assertEqual(users.get_billing_credit_balance(user_id=user_id).balance.amount, 1250)
        change = {"user_id": user_id, "amount": 9999, "action": "decrease", "idempotency_key": "twice"}
        self.refuses(422, "insufficient_credit_balance", users.adjust_billing_credit_balance, **change)

    def test_what_a_user_has_is_deleted_once(self):
        user = ada()
        passkey = {"user_id": user.id, "passkey_identification_id": user.passkeys[0].id}
        self.assertTrue(users.delete_passkey(**passkey).deleted)
        self.refuses(404, "passkey_not_registered", users.delete_passkey, **passkey)
        wallet = {"user_id": user.id, "web3_wallet_identification_id": user.web3_wallets[0].id}
        self.assertEqual(users.delete_web3_wallet(**wallet).object, "web3_wallet")
        self.refuses(404, "resource_not_found", users.delete_web3_wallet, **wallet)
        account = {"user_id": user.id, "external_account_id": user.external_accounts[0].id}
        self.assertTrue(users.delete_external_account(**account).deleted)
        self.refuses(404, "external_account_not_found", users.delete_external_account, **account)
        devices = users.list_trusted_devices(user_id=user.id)
        self.assertEqual((devices.total_count, devices.data[0].name), (1, "Ada's phone"))
        device = {"user_id": user.id, "trusted_device_id": devices.data[0].id}
        self.assertEqual(users.revoke_trusted_device(**device).status, "revoked")
        self.refuses(404, "resource_not_found", users.revoke_trusted_device, **device)

    def test_a_user_is_deleted_once(self):
        user_id = ada().id
        deleted = users.delete(user_id=user_id)
        self.assertEqual((deleted.id, deleted.object, deleted.deleted), (user_id, "user", True))
        self.refuses(404, "resource_not_found", users.delete, user_id=user_id)
        self.assertEqual(users.count().total_count, 2)

    def test_every_users_call_was_made(self):
        public = {name for name in vars(Users) if not name.startswith("_") and not name.endswith("_async")}
        self.assertEqual(public - NOT_CALLS - Recorder.called, set())


if __name__ == "__main__":
    # In the order they are written: each test builds on those before.
    suite = unittest.TestSuite(Check(name) for name in vars(Check) if name.startswith("test_"))
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    raise SystemExit(not result.wasSuccessful())
