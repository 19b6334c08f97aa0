//! Models of every shape, in a crate that has no `serde` of its own in scope.

use std::collections::BTreeMap;

use clerk_client::{ClerkEnum, ClerkQuery, ClerkRequest, ClerkResponse, Metadata, Patch, SecretString, Timestamp};

/// A wallet's chain.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Chain {
    /// Ethereum.
    Ethereum,
    /// Bitcoin Cash.
    BitcoinCash,
    #[serde(rename = "sol")]
    /// Solana.
    Solana,
    /// Any other.
    #[clerk(other)]
    Unlisted(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign(u8);

impl Default for Foreign {
    fn default() -> Self {
        Foreign(7)
    }
}

impl<'de> clerk_client::__private::serde::Deserialize<'de> for Foreign {
    fn deserialize<D: clerk_client::__private::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u8::deserialize(deserializer).map(Foreign)
    }
}

impl clerk_client::__private::serde::Serialize for Foreign {
    fn serialize<S: clerk_client::__private::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

#[derive(Debug, Clone, Default, ClerkResponse)]
#[serde(rename_all = "camelCase")]
pub struct Wallet {
    #[clerk(required)]
    pub wallet_id: String,
    #[serde(rename = "type")]
    pub chain: Chain,
    pub r#use: Option<String>,
    pub amounts: Vec<f64>,
    pub labels: BTreeMap<String, Option<String>>,
    pub parent: Option<Box<Wallet>>,
    pub secret: Option<SecretString>,
    #[clerk(serde)]
    pub foreign: Foreign,
    pub created_at: Option<Timestamp>,
    pub metadata: Metadata,
    hidden: u32,
}

#[derive(Debug, Clone, Default, ClerkResponse)]
pub struct Empty {}

#[derive(Debug, Clone, ClerkRequest)]
pub struct Nested {
    amount: u32,
}

#[derive(Debug, Clone, ClerkRequest)]
#[serde(rename_all = "camelCase")]
#[clerk(crate = ::clerk_client)]
pub struct NewWallet {
    pub chain: Chain,
    pub count: u8,
    pub user_ids: Vec<String>,
    pub nick_name: Patch<String>,
    pub limit: Patch<u32>,
    pub secret: Option<SecretString>,
    #[clerk(one = "owner")]
    pub owners: Option<Vec<String>>,
    pub numbers: Option<Vec<u32>>,
    pub nested: Option<Nested>,
    #[clerk(serde)]
    pub foreign: Patch<Foreign>,
    #[deprecated]
    pub old: Option<bool>,
}

#[derive(Debug, Clone, Default, ClerkQuery)]
#[clerk(flattened_in(ListWallets::filter))]
pub struct WalletFilter {
    #[clerk(signed, many = "owners")]
    pub owner: Option<Vec<String>>,
    #[clerk(one = "chain")]
    pub chains: Option<Vec<Chain>>,
}

#[derive(Debug, Clone, ClerkQuery)]
pub struct ListWallets {
    pub kind: Chain,
    #[clerk(flatten)]
    pub filter: WalletFilter,
    #[clerk(range = 1..=250)]
    pub limit: Option<u64>,
    #[clerk(range = 0..=9)]
    pub depth: u8,
    #[clerk(serde)]
    pub foreign: Option<Foreign>,
}

pub(super) fn main() {
    let json = r#"{"walletId":"w","type":"bitcoin-cash","use":"x","labels":{"a":null,"b":"c"},"amounts":[1.5,null],
        "parent":{"walletId":"p","type":"new"},"secret":"s","foreign":3,"createdAt":"1970-01-01T00:00:01Z","hidden":4,"more":{}}"#;
    let wallet: Wallet = serde_json::from_str(json).unwrap();
    assert!(matches!(wallet.chain, Chain::BitcoinCash));
    assert_eq!(wallet.parent.as_deref().map(|parent| parent.chain.as_str()), Some("new"));
    assert_eq!((wallet.amounts, wallet.foreign, wallet.hidden), (vec![1.5], Foreign(3), 4));
    assert_eq!(wallet.labels, BTreeMap::from([("b".to_owned(), Some("c".to_owned()))]));
    assert_eq!(serde_json::from_str::<Wallet>(r#"{"walletId":"w","foreign":null}"#).unwrap().foreign, Foreign(7));
    let error = serde_json::from_str::<Wallet>(r#"{"wallet_id":"w"}"#).unwrap_err().to_string();
    assert!(error.starts_with("missing field `walletId`"), "{error}");
    assert!(serde_json::from_str::<Empty>(r#"{"a":1}"#).is_ok());

    let new = NewWallet::new("sol", 1, ["user_1"]).nick_name(None::<String>).limit(5).owner("a").owners(["b"]);
    let new = new.numbers([1, 2]).nested(Nested::new(3)).foreign(Foreign(4)).secret(Some("s"));
    assert_eq!(
        serde_json::to_string(&new).unwrap(),
        r#"{"chain":"sol","count":1,"userIds":["user_1"],"limit":5,"secret":"s","owners":["a","b"],"numbers":[1,2],"nested":{"amount":3},"foreign":4}"#
    );

    let query = ListWallets::new(Chain::Solana, 2).owner("+a").exclude_owner("b").chain("x").limit(250).foreign(None::<Foreign>);
    assert_eq!(
        serde_json::to_string(&query).unwrap(),
        r#"{"kind":"sol","owner":["++a","-b"],"chains":["x"],"limit":250,"depth":2}"#
    );
    let wrong = serde_json::to_string(&ListWallets::new("x", 10)).unwrap_err().to_string();
    assert_eq!(wrong, "`depth` is 10, but Clerk allows 0 to 9");
}
