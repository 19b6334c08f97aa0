//! The example of the macro's page.
#![deny(warnings)]

use clerk_client::multipart::Form;
use clerk_client::{Call, clerk_api};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub struct Filter {
    pub limit: u32,
}

#[derive(Serialize)]
pub struct Rename<'a> {
    pub name: &'a str,
}

#[derive(Deserialize)]
pub struct Team {
    pub id: String,
}

/// The teams of an organization.
#[clerk_api(prefix = "/organizations/<organization_id>")]
pub trait TeamsApi {
    /// Lists the teams.
    #[get("/teams")]
    fn all(&self, organization_id: &str, #[query] filter: &Filter, #[query("tag")] tags: &[&str]) -> Call<Vec<Team>>;

    /// Renames a team.
    #[patch("/teams/<team_id>")]
    fn rename(&self, organization_id: &str, team_id: &str, #[body] rename: &Rename<'_>) -> Call<Team>;

    /// Sets the picture of a team.
    #[put("/teams/<team_id>/logo")]
    fn set_logo(&self, organization_id: &str, team_id: &str, #[multipart] logo: Form) -> Call<Team>;

    /// Deletes a team.
    #[delete("/teams/<team_id>")]
    fn delete(&self, organization_id: &str, team_id: &str, #[header("x-reason")] reason: Option<&str>) -> Call<()>;
}

pub(super) fn main() {}
