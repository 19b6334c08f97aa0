use super::prelude::*;

/// The claims that Clerk sets itself.
const RESERVED: &[&str] = &["azp", "exp", "iat", "iss", "nbf", "sid", "sub"];

input! {
    /// A change is a whole new template.
    struct Template writes JwtTemplate {
        name: Required<Short>,
        claims: Required<Metadata>,
        lifetime: Option<Within<30, 315_360_000>>,
        allowed_clock_skew: Option<Within<0, 300>>,
        custom_signing_key: Option<bool>,
        signing_algorithm: Option<Short>,
        signing_key: Field<Short>,
    }
}

pub(super) fn create(call: &mut Call<'_>, input: Template) -> Outcome {
    let mut row = JwtTemplate {
        lifetime: 60,
        allowed_clock_skew: 5,
        signing_algorithm: "RS256".into(),
        ..JwtTemplate::blank(call)
    };
    write(input, &mut row)?;
    any::insert(call, row)
}

pub(super) fn update(call: &mut Call<'_>, id: &str, input: Template) -> Outcome {
    any::change::<JwtTemplate>(call, id, |row| write(input, row))
}

fn write(input: Template, row: &mut JwtTemplate) -> Result<(), Problem> {
    if let Some(claim) = RESERVED.iter().find(|claim| input.claims.0.has(claim)) {
        let text = format!("The claim {claim} is reserved.");
        return Err(Problem::bad_request("jwt_template_reserved_claim", text).about("claims"));
    }
    let needed =
        [("signing_algorithm", input.signing_algorithm.is_some()), ("signing_key", input.signing_key != Field::Absent)];
    let missing = needed.iter().find(|(_, is_there)| input.custom_signing_key == Some(true) && !is_there);
    if let Some((name, _)) = missing {
        let text = format!("{name} must be included together with custom_signing_key.");
        return Err(Problem::param("form_conditional_param_missing", name, text));
    }
    input.write(row);
    Ok(())
}
