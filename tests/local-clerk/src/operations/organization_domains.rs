use super::prelude::*;

/// Domains at which everybody can have an address.
const COMMON: &[&str] = &["gmail.com", "hotmail.com", "icloud.com", "outlook.com", "yahoo.com"];

input! {
    struct Create writes OrganizationDomain {
        name: Required<DomainText>,
        enrollment_mode: Option<EnrollmentMode>,
        verified: Option<bool>,
    }

    struct Update writes OrganizationDomain {
        enrollment_mode: Option<EnrollmentMode>,
        verified: Option<bool>,
    }
}

pub(super) fn create(call: &mut Call<'_>, organization: &str, input: Create) -> Outcome {
    let organization = call.get::<Organization>(organization)?.id.clone();
    let name = &input.name.0.0;
    let taken = call.by::<OrganizationDomain>(Index::Domain, name).next();
    let code = match taken {
        _ if COMMON.contains(&&**name) => "organization_domain_common",
        Some(taken) if taken.organization == organization => "organization_domain_already_exists_same_organization",
        Some(_) => "organization_domain_already_exists",
        None => {
            let blank = OrganizationDomain::blank(call);
            let enrollment_mode = "manual_invitation".into();
            let mut row = OrganizationDomain { organization, enrollment_mode, verified: true, ..blank };
            input.write(&mut row);
            let id = call.insert(row)?;
            return call.show::<OrganizationDomain>(&id);
        }
    };
    Err(Problem::param(code, "name", "The domain cannot be used for the organization."))
}

pub(super) fn update(call: &mut Call<'_>, organization: &str, id: &str, input: Update) -> Outcome {
    any::change_of::<Organization, OrganizationDomain>(call, organization, id, |row, _| input.write(row))
}

/// Called again, it leaves the time alone.
pub(super) fn verify(call: &mut Call<'_>, organization: &str, id: &str) -> Outcome {
    any::change_of::<Organization, OrganizationDomain>(call, organization, id, |row, now| {
        row.owned_since.get_or_insert(now);
    })
}
