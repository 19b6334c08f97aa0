//! What the emulator must answer, written as plainly as can be: a list of users, and a scan for every question.

use std::cmp::Ordering;

use serde_json::{Value, json};

use super::requests::Request;

pub(crate) const ORDERS: &[&str] = &[
    "created_at",
    "email_address",
    "web3wallet",
    "first_name",
    "last_name",
    "phone_number",
    "username",
    "last_active_at",
    "last_sign_in_at",
];
/// What an identification that replaces another may be.
pub(crate) const STATUSES: &[&str] = &["verified", "reserved", "unverified"];
const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

#[derive(Clone, Debug, Default)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) emails: Vec<Identification>,
    pub(crate) phones: Vec<Identification>,
    /// Ids and addresses.
    pub(crate) wallets: Vec<(String, String)>,
    pub(crate) accounts: Vec<(String, String)>,
    pub(crate) sessions: Vec<String>,
    pub(crate) is_member: bool,
    pub(crate) username: Option<String>,
    pub(crate) external_id: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    primary_email: usize,
    codes: Option<Vec<String>>,
    banned: bool,
    locked_until: i64,
    metadata: Value,
    credits: Vec<(String, i64)>,
    pub(crate) created_at: i64,
    pub(crate) last_active_at: Option<i64>,
    pub(crate) last_sign_in_at: Option<i64>,
    now: i64,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Identification {
    pub(crate) id: String,
    text: String,
    status: String,
}

pub(crate) enum Expected {
    User(usize),
    Email(usize),
    Phone(usize),
    Ids(Vec<String>),
    Exactly(Value),
    Refused(u16, &'static str, Option<String>),
}

pub(crate) struct Model {
    pub(crate) users: Vec<User>,
    pub(crate) organization: String,
    pub(crate) now: i64,
}

fn refused(code: &'static str, name: &str) -> Expected {
    Expected::Refused(422, code, Some(name.to_owned()))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(text).collect()
}

fn not_found() -> Expected {
    Expected::Refused(404, "resource_not_found", None)
}

impl Model {
    pub(crate) fn new(organization: String, now: i64) -> Self {
        Self { users: Vec::new(), organization, now }
    }

    pub(crate) fn answer(&mut self, request: &Request) -> Expected {
        let now = self.now;
        self.users.iter_mut().for_each(|user| user.now = now);
        let body = request.body.clone().unwrap_or(Value::Null);
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let parts: Vec<_> = path.split('/').skip(2).collect();
        match (request.method, parts.as_slice()) {
            ("POST", []) => self.create(&body),
            ("GET", []) => self.list(query),
            ("GET", ["count"]) => self.count(query),
            ("POST", ["ban"]) => self.ban_many(&body, true),
            ("POST", ["unban"]) => self.ban_many(&body, false),
            (method, [id, rest @ ..]) => {
                if body.get("nickname").is_some() {
                    return refused("form_param_unknown", "nickname");
                }
                if rest == ["billing", "credits"] && method == "POST" && body["amount"] == 0 {
                    return refused("invalid_credit_amount", "amount");
                }
                match self.users.iter().position(|user| user.id == *id) {
                    Some(place) => self.on_user(place, method, rest, &body),
                    None => not_found(),
                }
            }
            _ => not_found(),
        }
    }

    fn on_user(&mut self, place: usize, method: &str, rest: &[&str], body: &Value) -> Expected {
        let id = self.users[place].id.clone();
        match (method, rest) {
            ("DELETE", []) => {
                let gone = self.users.remove(place);
                let mut deleted = json!({ "object": "user", "id": gone.id, "deleted": true });
                if let Some(external_id) = gone.external_id {
                    deleted["external_id"] = json!(external_id);
                }
                Expected::Exactly(deleted)
            }
            ("PATCH", []) => self.update(place, body),
            ("GET", []) => Expected::User(place),
            ("PUT", ["email_address"]) => self.replace_email(place, body),
            ("PUT", ["phone_number"]) => self.replace_phone(place, body),
            ("POST", ["verify_totp"]) => self.users[place].verify(body["code"].as_str().unwrap_or_default()),
            ("PATCH" | "PUT", ["metadata"]) => {
                let user = &mut self.users[place];
                if method == "PUT" {
                    user.metadata = body["public_metadata"].clone();
                } else {
                    merge(&mut user.metadata, &body["public_metadata"]);
                }
                Expected::User(place)
            }
            ("DELETE", ["backup_code" | "mfa"]) => {
                self.users[place].codes = None;
                Expected::Exactly(json!({ "user_id": id }))
            }
            ("DELETE", ["totp"]) => Expected::Exactly(json!({ "user_id": id })),
            ("DELETE", ["external_accounts", account]) => self.users[place].delete_account(account),
            ("DELETE", ["web3_wallets", wallet]) => self.users[place].delete_wallet(wallet),
            ("GET", ["billing", "credits"]) => self.users[place].balance(),
            ("POST", ["billing", "credits"]) => self.users[place].adjust(body),
            (_, [action]) => {
                let user = &mut self.users[place];
                match *action {
                    "ban" => {
                        user.banned = true;
                        user.sessions.clear();
                    }
                    "unban" => user.banned = false,
                    "lock" => user.locked_until = user.now + HOUR,
                    _ => user.locked_until = 0,
                }
                Expected::User(place)
            }
            _ => not_found(),
        }
    }

    fn ban_many(&mut self, body: &Value, banned: bool) -> Expected {
        let ids = texts(&body["user_ids"]);
        if ids.is_empty() {
            return refused("form_param_missing", "user_ids");
        }
        for user in self.users.iter_mut().filter(|user| ids.contains(&user.id)) {
            user.banned = banned;
            if banned {
                user.sessions.clear();
            }
        }
        Expected::Ids(ids)
    }

    fn create(&mut self, body: &Value) -> Expected {
        if body.get("nickname").is_some() {
            return refused("form_param_unknown", "nickname");
        }
        let emails: Vec<_> = texts(&body["email_address"]).iter().map(|email| email.to_lowercase()).collect();
        let (phones, wallets) = (texts(&body["phone_number"]), texts(&body["web3_wallet"]));
        if emails.len() == 2 && emails[0] == emails[1] {
            return refused("form_param_duplicate", "email_address");
        }
        let username = text(&body["username"]);
        if emails.is_empty() && phones.is_empty() && wallets.is_empty() && username.is_none() {
            return Expected::Refused(422, "form_data_missing", None);
        }
        let taken = self.first_taken(&emails, &phones, &wallets, body, None);
        if let Some(name) = taken {
            return refused("form_identifier_exists", name);
        }
        let statuses = texts(&body["email_address_identification_status"]);
        let status = |place: usize| statuses.get(place).cloned().unwrap_or_else(|| "verified".to_owned());
        let emails = emails.into_iter().enumerate();
        let mut user = User {
            emails: emails
                .map(|(place, text)| Identification { id: String::new(), text, status: status(place) })
                .collect(),
            phones: phones
                .into_iter()
                .map(|text| Identification { text, status: "verified".into(), ..Default::default() })
                .collect(),
            wallets: wallets.into_iter().map(|wallet| (String::new(), wallet)).collect(),
            banned: body["banned"] == true,
            metadata: json!({}),
            created_at: self.now,
            now: self.now,
            ..User::default()
        };
        user.write(body);
        self.users.push(user);
        Expected::User(self.users.len() - 1)
    }

    /// The first of the identifiers that another user has.
    fn first_taken(
        &self,
        emails: &[String],
        phones: &[String],
        wallets: &[String],
        body: &Value,
        own: Option<usize>,
    ) -> Option<&'static str> {
        let others =
            || self.users.iter().enumerate().filter(move |(place, _)| Some(*place) != own).map(|(_, user)| user);
        let locks = |list: &[Identification], value: &String| {
            list.iter().any(|known| known.text == *value && known.status != "unverified")
        };
        let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
        let (username, external_id) = (text(&body["username"]), text(&body["external_id"]));
        if emails.iter().any(|email| others().any(|user| locks(&user.emails, email))) {
            return Some("email_address");
        }
        if phones.iter().any(|phone| others().any(|user| locks(&user.phones, phone))) {
            return Some("phone_number");
        }
        if wallets.iter().any(|wallet| others().any(|user| user.wallets.iter().any(|(_, known)| same(known, wallet)))) {
            return Some("web3_wallet");
        }
        if let Some(name) = username
            && others().any(|user| user.username.as_deref().is_some_and(|known| same(known, &name)))
        {
            return Some("username");
        }
        external_id.filter(|id| others().any(|user| user.external_id.as_ref() == Some(id))).map(|_| "external_id")
    }

    fn update(&mut self, place: usize, body: &Value) -> Expected {
        let mut primary = self.users[place].primary_email;
        if let Some(id) = text(&body["primary_email_address_id"]) {
            let emails = &self.users[place].emails;
            match emails.iter().position(|email| email.id == id) {
                Some(email) if emails[email].status == "verified" => primary = email,
                Some(_) => return refused("form_verification_needed", "primary_email_address_id"),
                None => return refused("form_resource_not_found", "primary_email_address_id"),
            }
        }
        if let Some(name) = self.first_taken(&[], &[], &[], body, Some(place)) {
            return refused("form_identifier_exists", name);
        }
        let user = &mut self.users[place];
        user.primary_email = primary;
        user.write(body);
        Expected::User(place)
    }

    fn replace_email(&mut self, place: usize, body: &Value) -> Expected {
        let email = body["email_address"].as_str().unwrap_or_default().to_lowercase();
        let status = text(&body["identification_status"]).unwrap_or_else(|| "verified".into());
        if status != "unverified"
            && self.first_taken(std::slice::from_ref(&email), &[], &[], &Value::Null, Some(place)).is_some()
        {
            return refused("form_identifier_exists", "email_address");
        }
        let user = &mut self.users[place];
        user.emails = vec![Identification { text: email, status, ..Default::default() }];
        user.primary_email = 0;
        Expected::Email(place)
    }

    fn replace_phone(&mut self, place: usize, body: &Value) -> Expected {
        let phone = text(&body["phone_number"]).unwrap_or_default();
        let status = text(&body["identification_status"]).unwrap_or_else(|| "verified".into());
        if status != "unverified"
            && self.first_taken(&[], std::slice::from_ref(&phone), &[], &Value::Null, Some(place)).is_some()
        {
            return refused("form_identifier_exists", "phone_number");
        }
        self.users[place].phones = vec![Identification { text: phone, status, ..Default::default() }];
        Expected::Phone(place)
    }

    fn pairs(query: &str) -> Vec<(String, String)> {
        form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }

    fn matching(&self, query: &str, signs: bool) -> Vec<usize> {
        let pairs = Self::pairs(query);
        let passes = |place: &usize| self.passes(&self.users[*place], &pairs, signs);
        (0..self.users.len()).filter(passes).collect()
    }

    fn passes(&self, user: &User, pairs: &[(String, String)], signs: bool) -> bool {
        let first = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let all = |name: &str| {
            pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let one_of = |name: &str, signs: bool, has: &dyn Fn(&str) -> bool| {
            let values = all(name);
            let (minus, plus): (Vec<_>, Vec<_>) = values.iter().partition(|value| signs && value.starts_with('-'));
            let plain = |value: &&String| value.strip_prefix('+').filter(|_| signs).unwrap_or(value).to_owned();
            minus.iter().all(|value| !has(&value[1..]))
                && (plus.is_empty() || plus.iter().any(|value| has(&plain(value))))
        };
        let number = |name: &str| first(name).and_then(|value| value.parse::<i64>().ok());
        let times = [
            ("created_at", Some(user.created_at)),
            ("last_active_at", user.last_active_at),
            ("last_sign_in_at", user.last_sign_in_at),
        ];
        let folded = |text: &str| text.to_lowercase();
        let search = |needle: &str| user.mentions(needle);
        one_of("email_address", false, &|value| user.emails.iter().any(|email| email.text == folded(value)))
            && one_of("phone_number", false, &|value| user.phones.iter().any(|phone| phone.text == value))
            && one_of("username", false, &|value| user.username.as_deref().map(folded) == Some(folded(value)))
            && one_of("web3_wallet", false, &|value| {
                user.wallets.iter().any(|(_, wallet)| folded(wallet) == folded(value))
            })
            && one_of("user_id", signs, &|value| user.id == value)
            && one_of("external_id", signs, &|value| user.external_id.as_deref() == Some(value))
            && one_of("organization_id", true, &|value| user.is_member && value == self.organization)
            && one_of("provider_user_id", false, &|value| user.accounts.iter().any(|(_, uid)| uid == value))
            && first("banned").is_none_or(|banned| (banned == "true") == user.banned)
            && times.iter().all(|(name, at)| {
                number(&format!("{name}_before")).is_none_or(|limit| at.is_some_and(|at| at < limit))
                    && number(&format!("{name}_after")).is_none_or(|limit| at.is_some_and(|at| at > limit))
            })
            && number("last_active_at_since")
                .is_none_or(|since| user.last_active_at.is_some_and(|at| at >= since - since.rem_euclid(DAY)))
            && first("query").is_none_or(|needle| search(&folded(needle)))
            && first("email_address_query")
                .is_none_or(|needle| user.emails.iter().any(|email| email.text.contains(&folded(needle))))
            && first("phone_number_query")
                .is_none_or(|needle| user.phones.iter().any(|phone| phone.text.contains(needle)))
            && first("username_query").is_none_or(|needle| {
                user.username.as_deref().is_some_and(|name| folded(name).contains(&folded(needle)))
            })
            && first("name_query").is_none_or(|needle| user.full_name().contains(&folded(needle)))
    }

    fn count(&self, query: &str) -> Expected {
        Expected::Exactly(json!({ "object": "total_count", "total_count": self.matching(query, false).len() }))
    }

    fn list(&self, query: &str) -> Expected {
        let pairs = Self::pairs(query);
        let first = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let number = |name: &str, default: usize| first(name).and_then(|value| value.parse().ok()).unwrap_or(default);
        let order = first("order_by").unwrap_or("-created_at");
        let (descends, name) = (order.starts_with('-'), order.trim_start_matches(['-', '+']));
        let offset = number("offset", 0);
        if first("starting_after").is_some() && (name != "created_at" || offset != 0) {
            return refused("form_param_value_conflict", "starting_after");
        }
        let mut places = self.matching(query, true);
        places.sort_by(|a, b| self.users[*a].compare(&self.users[*b], name).then(a.cmp(b)));
        if descends {
            places.reverse();
        }
        if let Some(id) = first("starting_after") {
            let Some(after) = self.users.iter().position(|user| user.id == id) else {
                return refused("form_param_value_invalid", "starting_after");
            };
            let key = |place: &usize| (self.users[*place].created_at, *place);
            places.retain(|place| if descends { key(place) < key(&after) } else { key(place) > key(&after) });
        }
        let page = places.into_iter().skip(offset).take(number("limit", 10));
        Expected::Ids(page.map(|place| self.users[place].id.clone()).collect())
    }
}

impl User {
    fn write(&mut self, body: &Value) {
        for (name, to) in [
            ("username", &mut self.username),
            ("external_id", &mut self.external_id),
            ("first_name", &mut self.first_name),
            ("last_name", &mut self.last_name),
        ] {
            if let Some(value) = body.get(name) {
                *to = text(value);
            }
        }
        if body.get("backup_codes").is_some() {
            self.codes = Some(texts(&body["backup_codes"]));
        }
    }

    fn full_name(&self) -> String {
        let names: Vec<_> = self.first_name.iter().chain(&self.last_name).map(|name| name.to_lowercase()).collect();
        names.join(" ")
    }

    fn mentions(&self, needle: &str) -> bool {
        let mut known: Vec<_> = self.emails.iter().chain(&self.phones).map(|one| one.text.clone()).collect();
        known.extend(self.wallets.iter().map(|(_, wallet)| wallet.to_lowercase()));
        known.extend(self.username.as_deref().map(str::to_lowercase));
        known.extend([self.full_name(), self.id.to_lowercase()]);
        known.iter().any(|text| text.contains(needle))
    }

    fn compare(&self, other: &Self, by: &str) -> Ordering {
        fn last<T: Ord>(a: Option<T>, b: Option<T>) -> Ordering {
            a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
        }
        let email = |user: &Self| user.emails.get(user.primary_email).map(|email| email.text.clone());
        let phone = |user: &Self| user.phones.first().map(|phone| phone.text.clone());
        let wallet = |user: &Self| user.wallets.first().map(|(_, wallet)| wallet.clone());
        match by {
            "created_at" => self.created_at.cmp(&other.created_at),
            "email_address" => last(email(self), email(other)),
            "phone_number" => last(phone(self), phone(other)),
            "web3wallet" => last(wallet(self), wallet(other)),
            "first_name" => last(self.first_name.as_ref(), other.first_name.as_ref()),
            "last_name" => last(self.last_name.as_ref(), other.last_name.as_ref()),
            "username" => last(self.username.as_ref(), other.username.as_ref()),
            "last_active_at" => last(self.last_active_at, other.last_active_at),
            _ => last(self.last_sign_in_at, other.last_sign_in_at),
        }
    }

    fn verify(&mut self, code: &str) -> Expected {
        let Some(codes) = &mut self.codes else { return Expected::Refused(400, "totp_disabled", None) };
        match codes.iter().position(|known| known == code) {
            Some(place) => {
                codes.remove(place);
                Expected::Exactly(json!({ "verified": true, "code_type": "backup_code" }))
            }
            None => refused("totp_incorrect_code", "code"),
        }
    }

    fn is_last(&self) -> bool {
        let count = self.emails.len() + self.phones.len() + self.wallets.len() + self.accounts.len();
        count + usize::from(self.username.is_some()) == 1
    }

    fn delete_account(&mut self, id: &str) -> Expected {
        let Some(place) = self.accounts.iter().position(|(known, _)| known == id) else {
            return Expected::Refused(404, "external_account_not_found", None);
        };
        if self.is_last() {
            return Expected::Refused(400, "last_required_identification_deletion_failed", None);
        }
        self.accounts.remove(place);
        Expected::Exactly(json!({ "object": "external_account", "id": id, "deleted": true }))
    }

    fn delete_wallet(&mut self, id: &str) -> Expected {
        let Some(place) = self.wallets.iter().position(|(known, _)| known == id) else { return not_found() };
        if self.is_last() {
            return Expected::Refused(400, "last_required_identification_deletion_failed", None);
        }
        self.wallets.remove(place);
        Expected::Exactly(json!({ "object": "web3_wallet", "id": id, "deleted": true }))
    }

    fn balance(&self) -> Expected {
        let cents: i64 = self.credits.iter().map(|(_, cents)| cents).sum();
        let formatted = format!("${}.{:02}", cents / 100, cents % 100);
        let money =
            json!({ "amount": cents, "amount_formatted": formatted, "currency": "USD", "currency_symbol": "$" });
        let balance = if self.credits.is_empty() { Value::Null } else { money };
        Expected::Exactly(json!({ "object": "commerce_credit_balance", "balance": balance }))
    }

    fn adjust(&mut self, body: &Value) -> Expected {
        let (amount, key) = (body["amount"].as_i64().unwrap_or(0), text(&body["idempotency_key"]).unwrap_or_default());
        let cents = if body["action"] == "increase" { amount } else { -amount };
        if self.credits.iter().all(|(known, _)| *known != key) {
            if self.credits.iter().map(|(_, cents)| cents).sum::<i64>() + cents < 0 {
                return Expected::Refused(422, "insufficient_credit_balance", None);
            }
            self.credits.push((key, cents));
        }
        // The entry itself has a made-up id; the balance is compared when it is asked for.
        Expected::Ids(Vec::new())
    }

    pub(crate) fn adopt_replaced(&mut self, body: &Value) -> Result<(), String> {
        let is_email = body["object"] == "email_address";
        let list = if is_email { &mut self.emails } else { &mut self.phones };
        list[0].id = text(&body["id"]).ok_or("no id")?;
        self.compare_identifications(is_email, &json!([body]))
    }

    fn compare_identifications(&self, is_email: bool, shown: &Value) -> Result<(), String> {
        let (list, name) = if is_email { (&self.emails, "email_address") } else { (&self.phones, "phone_number") };
        let expected: Vec<_> = list
            .iter()
            .map(|one| json!([one.id, one.text, one.status == "reserved", one.status == "verified"]))
            .collect();
        let shown = shown.as_array().into_iter().flatten();
        let shown: Vec<_> = shown
            .map(|one| json!([one["id"], one[name], one["reserved"], one["verification"]["status"] == "verified"]))
            .collect();
        if shown == expected { Ok(()) } else { Err(format!("expected {expected:?}, was {shown:?}")) }
    }

    /// Takes ids over from a user that was created just now, and compares everything else.
    pub(crate) fn adopt_and_compare(&mut self, shown: &Value) -> Result<(), String> {
        let id = |list: &str, place: usize| text(&shown[list][place]["id"]).unwrap_or_default();
        if self.id.is_empty() {
            self.id = text(&shown["id"]).ok_or("no id")?;
            self.emails.iter_mut().enumerate().for_each(|(place, email)| email.id = id("email_addresses", place));
            self.phones.iter_mut().enumerate().for_each(|(place, phone)| phone.id = id("phone_numbers", place));
            self.wallets.iter_mut().enumerate().for_each(|(place, wallet)| wallet.0 = id("web3_wallets", place));
        }
        self.compare_identifications(true, &shown["email_addresses"])?;
        self.compare_identifications(false, &shown["phone_numbers"])?;
        let ids = |name: &str, member: &str| {
            let items = shown[name].as_array().into_iter().flatten();
            items.filter_map(|item| text(&item[member])).collect::<Vec<_>>()
        };
        let locked_for = (self.locked_until - self.now).max(0);
        let expected = json!({
            "id": self.id, "username": self.username, "external_id": self.external_id, "first_name": self.first_name,
            "last_name": self.last_name, "banned": self.banned, "locked": locked_for > 0,
            "created_at": self.created_at, "public_metadata": self.metadata,
            "backup_code_enabled": self.codes.is_some(), "last_active_at": self.last_active_at,
            "last_sign_in_at": self.last_sign_in_at,
            "primary_email_address_id": self.emails.get(self.primary_email).map(|email| &email.id),
            "primary_phone_number_id": self.phones.first().map(|phone| &phone.id),
            "primary_web3_wallet_id": self.wallets.first().map(|(id, _)| id),
        });
        let differs = expected.as_object().into_iter().flatten().find(|(name, value)| shown[name.as_str()] != **value);
        if let Some((name, value)) = differs {
            return Err(format!("{name}: expected {value}"));
        }
        let wallets: Vec<_> = self.wallets.iter().map(|(_, wallet)| wallet.clone()).collect();
        let accounts: Vec<_> = self.accounts.iter().map(|(account, _)| account.clone()).collect();
        if ids("web3_wallets", "web3_wallet") != wallets || ids("external_accounts", "external_account_id") != accounts
        {
            return Err(format!("expected wallets {wallets:?} and accounts {accounts:?}"));
        }
        let members = usize::from(self.is_member);
        if ids("organization_memberships", "id").len() == members { Ok(()) } else { Err("memberships".to_owned()) }
    }
}

/// A deep merge in which null removes a key.
fn merge(into: &mut Value, patch: &Value) {
    let Some(changes) = patch.as_object() else {
        *into = patch.clone();
        return;
    };
    if !into.is_object() {
        *into = json!({});
    }
    for (key, change) in changes {
        if change.is_null() {
            into.as_object_mut().into_iter().for_each(|members| drop(members.remove(key)));
        } else {
            merge(into.as_object_mut().expect("an object").entry(key).or_insert(json!({})), change);
        }
    }
}
