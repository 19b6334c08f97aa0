//! Random requests from small pools of values, so that they meet each other often.

use serde_json::{Map, Value, json};

use super::model::{Model, User};

#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) body: Option<Value>,
}

pub(crate) struct Generator(fastrand::Rng);

const MOST_USERS: usize = 60;

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end)
    }

    pub(crate) fn every(&mut self, nth: usize) -> bool {
        self.below(nth) == 0
    }

    pub(crate) fn pick_mut<'a, T>(&mut self, items: &'a mut [T]) -> Option<&'a mut T> {
        let place = self.0.usize(..items.len().max(1));
        items.get_mut(place)
    }

    fn choose<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.0.usize(..items.len())]
    }

    pub(crate) fn request(&mut self, model: &Model) -> Request {
        if model.users.is_empty() || (model.users.len() < MOST_USERS && self.every(5)) {
            return self.create();
        }
        let user = self.choose(&model.users).clone();
        let id = if self.every(40) { "user_nobody".to_owned() } else { user.id.clone() };
        match self.below(20) {
            0 if self.every(2) => plain("DELETE", format!("/users/{id}")),
            0..=2 => self.update(&id, &user),
            3 | 4 => self.replace(&id),
            5 => self.moderate(&id, model),
            6 => self.metadata(&id),
            7 => with("POST", format!("/users/{id}/verify_totp"), json!({ "code": self.code() })),
            8 => self.delete_part(&id, &user),
            9 => self.credit(&id),
            10 => plain("DELETE", format!("/users/{id}/{}", self.choose(&["backup_code", "mfa", "totp"]).to_owned())),
            11 => plain("GET", format!("/users/{id}/billing/credits")),
            12 | 13 => plain("GET", format!("/users/{id}")),
            14 => plain("GET", format!("/users/count{}", self.query(model, &user, false))),
            _ => plain("GET", format!("/users{}", self.query(model, &user, true))),
        }
    }

    fn create(&mut self) -> Request {
        let mut body = self.attributes();
        if self.every(2) {
            let emails: Vec<_> = (0..1 + self.below(2)).map(|_| self.email()).collect();
            if self.every(4) {
                let statuses: Vec<_> = emails.iter().map(|_| *self.choose(&["verified", "reserved"])).collect();
                body.insert("email_address_identification_status".to_owned(), json!(statuses));
            }
            body.insert("email_address".to_owned(), json!(emails));
        }
        if self.every(3) {
            body.insert("phone_number".to_owned(), json!([self.phone()]));
        }
        if self.every(4) {
            body.insert("web3_wallet".to_owned(), json!([self.wallet()]));
        }
        if self.every(8) {
            body.insert("banned".to_owned(), json!(true));
        }
        with("POST", "/users".to_owned(), Value::Object(body))
    }

    fn attributes(&mut self) -> Map<String, Value> {
        let mut body = Map::new();
        for (name, chance) in [("username", 2), ("external_id", 4), ("first_name", 2), ("last_name", 3)] {
            if self.every(chance) {
                let value = match name {
                    "username" => format!("{}_{}", self.choose(&["user", "USER", "User"]), 10 + self.below(40)),
                    "external_id" => format!("ext-{}", self.below(40)),
                    _ => self.choose(&["Ada", "Grace", "Ägir", "ada", "Linus Benedict", "éva"]).to_string(),
                };
                body.insert(name.to_owned(), if self.every(12) { Value::Null } else { json!(value) });
            }
        }
        if self.every(8) {
            body.insert("backup_codes".to_owned(), json!([self.code(), self.code(), "zzzzzzzz"]));
        }
        if self.every(60) {
            body.insert("nickname".to_owned(), json!("x"));
        }
        body
    }

    fn update(&mut self, id: &str, user: &User) -> Request {
        let mut body = self.attributes();
        if let Some(email) = user.emails.get(self.below(3)).filter(|_| self.every(3)) {
            body.insert("primary_email_address_id".to_owned(), json!(email.id));
        }
        with("PATCH", format!("/users/{id}"), Value::Object(body))
    }

    fn replace(&mut self, id: &str) -> Request {
        let (name, value) =
            if self.every(2) { ("email_address", self.email()) } else { ("phone_number", self.phone()) };
        let mut body = json!({ name: value });
        if self.every(2) {
            body["identification_status"] = json!(self.choose(super::model::STATUSES));
        }
        with("PUT", format!("/users/{id}/{name}"), body)
    }

    fn moderate(&mut self, id: &str, model: &Model) -> Request {
        if self.every(4) {
            let ids: Vec<_> = (0..self.below(4)).map(|_| self.choose(&model.users).id.clone()).collect();
            let path = self.choose(&["/users/ban", "/users/unban"]).to_string();
            return with("POST", path, json!({ "user_ids": ids }));
        }
        plain("POST", format!("/users/{id}/{}", self.choose(&["ban", "unban", "lock", "unlock"])))
    }

    fn metadata(&mut self, id: &str) -> Request {
        let key = self.choose(&["a", "b", "c"]).to_string();
        let value = self
            .choose(&[json!(null), json!(1), json!({ "x": 1, "y": null }), json!({ "x": null }), json!([1, null])])
            .clone();
        let method = *self.choose(&["PATCH", "PUT"]);
        with(method, format!("/users/{id}/metadata"), json!({ "public_metadata": { key: value } }))
    }

    fn delete_part(&mut self, id: &str, user: &User) -> Request {
        if self.every(2) {
            let account = user.accounts.first().map_or("eac_none", |(account, _)| account);
            return plain("DELETE", format!("/users/{id}/external_accounts/{account}"));
        }
        let wallet = user.wallets.first().map_or("idn_none", |(wallet, _)| wallet);
        plain("DELETE", format!("/users/{id}/web3_wallets/{wallet}"))
    }

    fn credit(&mut self, id: &str) -> Request {
        let action = *self.choose(&["increase", "decrease"]);
        let body =
            json!({ "amount": self.below(50), "action": action, "idempotency_key": format!("k{}", self.below(30)) });
        with("POST", format!("/users/{id}/billing/credits"), body)
    }

    fn query(&mut self, model: &Model, user: &User, is_list: bool) -> String {
        let mut pairs = Vec::new();
        for _ in 0..self.below(3) {
            pairs.push(self.filter(model, user));
        }
        if is_list {
            if self.every(2) {
                let order = self.choose(super::model::ORDERS);
                pairs.push(format!("order_by={}{order}", self.choose(&["", "-", "%2B"])));
            }
            if self.every(2) {
                pairs.push(format!("limit={}", 1 + self.below(20)));
            }
            if self.every(4) {
                pairs.push(format!("offset={}", self.below(20)));
            }
            if self.every(8) {
                pairs.push(format!("starting_after={}", user.id));
            }
        }
        let query = pairs.join("&");
        if query.is_empty() { query } else { format!("?{query}") }
    }

    fn filter(&mut self, model: &Model, user: &User) -> String {
        let other = self.choose(&model.users).id.clone();
        let sign = *self.choose(&["", "-", "%2B"]);
        match self.below(17) {
            0 => format!("email_address={}&email_address={}", self.email().replace('+', "%2B"), self.email()),
            1 => format!("phone_number={}", self.phone().replace('+', "%2B")),
            2 => format!("username=user_{}", 10 + self.below(40)),
            3 => format!("web3_wallet={}", self.wallet()),
            4 => format!("user_id={sign}{}&user_id={sign}{other}", user.id),
            5 => format!("external_id={sign}ext-{}", self.below(40)),
            6 => format!("organization_id={sign}{}", model.organization),
            7 => format!(
                "query={}",
                self.choose(&["ad", "A", "user_1", "x.example", "0x", "555", "%C3%A4", "linus%20b", "user_2"])
            ),
            8 => format!("email_address_query={}", self.choose(&["1", "x.ex", "mail2"])),
            9 => format!("name_query={}", self.choose(&["ada", "a%20a", "us%20be", "e"])),
            10 => format!("username_query={}", self.choose(&["er_1", "2", "SER"])),
            11 => format!("phone_number_query={}", self.choose(&["0101", "%2B1", "9"])),
            12 => format!("banned={}", self.choose(&["true", "false"])),
            13 => format!("created_at_{}={}", self.choose(&["before", "after"]), user.created_at),
            14 => {
                let name = *self.choose(&["last_active_at_before", "last_active_at_after", "last_active_at_since"]);
                format!("{name}={}", user.last_active_at.unwrap_or(model.now))
            }
            15 => format!("last_sign_in_at_{}={}", self.choose(&["before", "after"]), model.now - 50_000),
            _ => {
                let uid = user.accounts.first().map_or("none", |(_, uid)| uid);
                format!("provider=oauth_github&provider_user_id={uid}")
            }
        }
    }

    fn email(&mut self) -> String {
        format!("{}{}@x.example", self.choose(&["mail", "Mail", "m+"]), self.below(30))
    }

    fn phone(&mut self) -> String {
        format!("+155555501{:02}", self.below(30))
    }

    fn wallet(&mut self) -> String {
        let digit = self.choose(&["a", "A", "b", "c", "D", "d", "e", "1", "2"]);
        format!("0x{}", digit.repeat(40))
    }

    fn code(&mut self) -> String {
        format!("code{:04}", self.below(12))
    }
}

fn plain(method: &'static str, path: String) -> Request {
    Request { method, path, body: None }
}

fn with(method: &'static str, path: String, body: Value) -> Request {
    Request { method, path, body: Some(body) }
}
