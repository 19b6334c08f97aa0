use super::prelude::*;

input! {
    struct CreatePermission writes Permission {
        name: Required<Short>,
        key: Required<PermissionText>,
        description: Option<Short>,
    }

    struct UpdatePermission writes Permission {
        name: Option<Short>,
        key: Option<PermissionText>,
        description: Option<Short>,
    }

    struct CreateRole writes Role {
        name: Required<Short>,
        key: Required<RoleText>,
        description: Field<Short>,
    }
    beside {
        permissions: Option<Shorts>,
    }
    checked {
        include_in_initial_role_set: Option<bool>,
    }

    struct UpdateRole writes Role {
        name: Option<Short>,
        key: Option<RoleText>,
        description: Field<Short>,
    }
    beside {
        permissions: Option<Shorts>,
    }
}

pub(super) fn create(call: &mut Call<'_>, input: CreateRole) -> Outcome {
    let permissions = known(call, input.permissions.as_ref())?.unwrap_or_default();
    let mut role = Role { permissions, ..Role::blank(call) };
    input.write(&mut role);
    any::insert(call, role)
}

pub(super) fn update(call: &mut Call<'_>, id: &str, input: UpdateRole) -> Outcome {
    let permissions = known(call, input.permissions.as_ref())?;
    call.set::<Role>(id, |role| {
        permissions.write(&mut role.permissions);
        input.write(role);
    })?;
    call.show::<Role>(id)
}

fn known(store: &Store, ids: Option<&Shorts>) -> Result<Option<Vec<Id>>, Problem> {
    let get = |id: &str| store.get::<Permission>(id).map(|permission| permission.id.clone());
    ids.map(|ids| ids.0.iter().map(|id| get(id)).collect()).transpose()
}

/// A role that somebody has, or is to have, stays.
pub(super) fn delete(call: &mut Call<'_>, id: &str) -> Outcome {
    let key = call.get::<Role>(id)?.key.clone();
    let has = |code, text| Err(Problem::unprocessable(code, text));
    if !call.slots_where::<Membership>(|member| member.role == key).is_empty() {
        return has("organization_role_assigned_members", "Members of organizations have the role.");
    }
    if !call.slots_where::<OrganizationInvitation>(|invitation| invitation.role == key).is_empty() {
        return has("organization_role_exists_in_invitations", "Invitations to organizations have the role.");
    }
    any::delete::<Role>(call, id)
}

pub(super) fn assign(call: &mut Call<'_>, id: &str, permission: &str) -> Outcome {
    change(call, id, permission, |permissions, permission| {
        if permissions.contains(permission) {
            let text = "The role has the permission already.";
            return Err(Problem::conflict("organization_role_permission_association_exists", text));
        }
        permissions.push(permission.clone());
        Ok(())
    })
}

pub(super) fn remove(call: &mut Call<'_>, id: &str, permission: &str) -> Outcome {
    change(call, id, permission, |permissions, permission| {
        let text = "The role does not have the permission.";
        let missing = || Problem::missing("organization_role_permission_association_not_found", text);
        let place = permissions.iter().position(|known| known == permission).ok_or_else(missing)?;
        permissions.remove(place);
        Ok(())
    })
}

fn change(
    call: &mut Call<'_>,
    id: &str,
    permission: &str,
    change: impl FnOnce(&mut Vec<Id>, &Id) -> Result<(), Problem>,
) -> Outcome {
    call.get::<Role>(id)?;
    let permission = call.get::<Permission>(permission)?.id.clone();
    call.update::<Role>(id, |role| change(&mut role.permissions, &permission))?;
    call.show::<Role>(id)
}
