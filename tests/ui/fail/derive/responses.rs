use clerk_client::ClerkResponse;

#[derive(Debug, Clone, Default, ClerkResponse)]
#[clerk(rename_all = "camelCase")] //~
#[serde(deny_unknown_fields)] //~
struct Device {
    #[clerk(requird)] //~
    id: String,
    #[clerk(required)] //~
    name: Option<String>,
    #[clerk(required = true)] //~
    kind: String,
    #[clerk(required, required)] //~
    model: String,
    #[clerk(rename = "osVersion")] //~
    os_version: String,
    #[clerk] //~
    browser: String,
    #[clerk(optional)] //~
    city: String,
    #[clerk(range = 1..=5)] //~
    trust: u32,
    #[serde(default)] //~
    country: String,
    #[serde(rename = "")] //~
    region: String,
    #[serde(rename = "zip"u8)] //~
    zip: String,
    #[serde(rename(deserialize = "lat"))] //~
    latitude: String,
    #[serde(flatten)] //~
    more: String,
    #[clerk(required serde)] //~
    ip: String,
    #[serde(rename = "ip")]
    address: String, //~
}

#[derive(Debug, Clone, Default, ClerkResponse)]
#[serde(rename_all = "camel_case")] //~
#[clerk(crate = "clerk_client")] //~
struct Other {
    id: String,
}

fn main() {
    let device: Device = Default::default();
    let _ = serde_json::from_str::<Device>("{}").map(|read| read.id == device.id);
}
