//! How a client is set up, and what is refused.

use std::process::Command;

use clerk_client::error::ErrorKind;
use clerk_client::transport::ReqwestTransport;
use clerk_client::{ApiVersion, Client, ClientBuilder};
use clerk_tests::wire::{Wire, response};

#[test]
fn a_key_that_cannot_be_one_is_refused() {
    for key in ["", " ", "sk_test_\n", "sk_test_ä", "pk_test_1"] {
        let error = Client::new(key).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains("the secret key"), "{error}");
    }
}

#[test]
fn plain_http_to_another_machine_is_refused_unless_it_is_asked_for() {
    let builder = || Client::builder("sk_test_1").base_url("http://api.clerk.example/v1");
    let error = builder().build().unwrap_err();
    assert!(error.to_string().contains("use https"), "{error}");
    assert!(builder().danger_allow_http(true).build().is_ok());
}

#[test]
fn the_default_is_clerks_own_address_and_the_pinned_version() {
    let client = Client::new("sk_test_1").unwrap();
    assert_eq!(client.base_url().as_str(), "https://api.clerk.com/v1");
    assert_eq!(ApiVersion::default(), ApiVersion::V2025_11_10);
    assert_eq!(
        format!("{client:?}"),
        r#"Client { base_url: "https://api.clerk.com/v1", api_version: ApiVersion("2025-11-10"), .. }"#
    );
}

#[tokio::test]
async fn an_http_client_of_ones_own_is_used() {
    let wire = Wire::json("[]").await;
    let http = ReqwestTransport::http_builder()
        .default_headers([(reqwest::header::FROM, "ada".parse().unwrap())].into_iter().collect());
    let client = wire.builder().http_client(http.build().unwrap()).build().unwrap();
    client.users().all(&Default::default()).await.unwrap();
    assert_eq!(wire.only().header("from"), Some("ada"));
}

#[tokio::test]
async fn an_http_client_of_ones_own_sends_no_referer_also_where_it_follows_redirects() {
    let target = Wire::json("[]").await;
    let location = format!("{}/users", target.base_url());
    let wire = Wire::raw([response(307, &[("location", &location)], "")]).await;
    let http = ReqwestTransport::http_builder().redirect(reqwest::redirect::Policy::limited(1)).build().unwrap();
    wire.builder().http_client(http).build().unwrap().users().all(&Default::default()).await.unwrap();
    assert_eq!(target.only().header("referer"), None);
}

#[tokio::test]
async fn a_proxy_is_used_when_it_is_asked_for() {
    let proxy = Wire::json("[]").await;
    let client = Client::builder("sk_test_1")
        .base_url("http://localhost:1/v1")
        .proxy(reqwest::Proxy::all(proxy.base_url()).unwrap())
        .build()
        .unwrap();
    client.users().all(&Default::default()).await.unwrap();
    assert_eq!(proxy.only().line(), "GET http://localhost:1/v1/users");
}

/// Both tests below start themselves again with an environment of their own.
#[test]
fn no_proxy_of_the_environment_is_used_for_this_machine() {
    let mut test = Command::new(std::env::current_exe().unwrap());
    test.args(["--exact", "settings::call_this_machine", "--ignored", "--nocapture"]);
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        test.env(name, "http://127.0.0.1:1");
    }
    let output = test.env_remove("NO_PROXY").env_remove("no_proxy").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[tokio::test]
#[ignore = "a part of `no_proxy_of_the_environment_is_used_for_this_machine`"]
async fn call_this_machine() {
    let wire = Wire::json("[]").await;
    for host in ["127.0.0.1", "localhost", "clerk.localhost"] {
        let base_url = wire.base_url().replace("127.0.0.1", host);
        wire.builder().base_url(base_url).build().unwrap().users().all(&Default::default()).await.unwrap();
    }
}

/// The environment belongs to the whole process, so each case runs in one of its own: this test, started again.
#[test]
fn the_environment_is_read() {
    for (variables, expected) in [
        (vec![("CLERK_SECRET_KEY", "sk_test_1")], "https://api.clerk.com/v1 2025-11-10"),
        (
            vec![
                ("CLERK_SECRET_KEY", "k"),
                ("CLERK_API_URL", "http://127.0.0.1:4010"),
                ("CLERK_API_VERSION", "2021-02-05"),
            ],
            "http://127.0.0.1:4010/v1 2021-02-05",
        ),
        (vec![("CLERK_SECRET_KEY", "k"), ("CLERK_API_VERSION", "v1")], "https://api.clerk.com/v1 2025-11-10"),
        (vec![("CLERK_SECRET_KEY", "k"), ("CLERK_API_URL", "")], "https://api.clerk.com/v1 2025-11-10"),
        (vec![], "CLERK_SECRET_KEY is not set"),
        (vec![("CLERK_SECRET_KEY", "")], "CLERK_SECRET_KEY is not set"),
        (vec![("CLERK_SECRET_KEY", "k"), ("CLERK_API_URL", "http://10.0.0.1")], "use https"),
    ] {
        let mut test = Command::new(std::env::current_exe().unwrap());
        test.args(["--exact", "settings::print_the_environments_client", "--ignored", "--nocapture"]);
        for name in ["CLERK_SECRET_KEY", "CLERK_API_URL", "CLERK_API_VERSION"] {
            test.env_remove(name);
        }
        let output = test.envs(variables.clone()).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(printed.contains(expected), "{variables:?}: {printed}");
    }
}

#[test]
#[ignore = "a part of `the_environment_is_read`"]
fn print_the_environments_client() {
    match ClientBuilder::from_env().and_then(ClientBuilder::build) {
        Ok(client) => {
            let request = client.users().find("u").into_request().unwrap();
            println!("{} {}", client.base_url(), request.headers()["clerk-api-version"].to_str().unwrap());
        }
        Err(error) => println!("{error}"),
    }
}
