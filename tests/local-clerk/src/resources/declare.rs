//! How a resource is declared: its row, what it belongs to, and the members that responses show.

/// Declares a resource: what its ids begin with, what it is called in "No user was found with id …", the rows that it belongs to and is
/// deleted with, whether it has times, its fields, and with `shows self { … }` the members of responses behind `object` and `id`. What
/// is special about it follows as items of its [`Resource`].
///
/// A part of a user is among its owners too; a change of it is a change of the user.
///
/// [`Resource`]: crate::store::Resource
macro_rules! resource {
    (@shows $name:ident shows $this:ident { $($members:tt)* } $($rest:tt)*) => {
        resource!(@shows $name shows $this, _view { $($members)* });
    };
    (@shows $name:ident shows $this:ident, $view:ident { $($members:tt)* } $($rest:tt)*) => {
        impl $crate::show::Show for $name {
            fn show(&$this, $view: &$crate::show::View<'_>, out: &mut $crate::show::Object<'_>) {
                out.put("object", <Self as $crate::store::Stored>::KIND.name()).put("id", &$this.id);
                members!(out, $this, $view; $($members)*);
            }
        }
    };
    (@shows $name:ident $($rest:tt)*) => {};
    (@items shows $this:ident $(, $view:ident)? { $($members:tt)* } $($items:tt)*) => { $($items)* };
    (@items $($items:tt)*) => { $($items)* };
    (
        $(#[$meta:meta])*
        $name:ident: $prefix:literal, $label:literal;
        $(part of $part:ident;)?
        $(of $($owner:ident: $kind:ident),+;)?
        $(with $created:ident, $updated:ident;)?
        { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }
        $($rest:tt)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub(crate) struct $name {
            pub(crate) id: $crate::store::Id,
            $(pub(crate) $part: $crate::store::Id,)?
            $($(pub(crate) $owner: $crate::store::Id,)+)?
            $($(#[$field_meta])* pub(crate) $field: $type,)*
            $(pub(crate) $created: i64, pub(crate) $updated: i64,)?
        }

        impl $crate::store::Resource for $name {
            const PREFIX: &'static str = $prefix;
            const LABEL: &'static str = $label;

            fn blank(transaction: &mut $crate::store::Transaction<'_>) -> Self {
                Self {
                    id: transaction.new_id::<Self>(),
                    $($created: transaction.now(), $updated: transaction.now(),)?
                    ..Self::default()
                }
            }

            fn id(&self) -> &$crate::store::Id {
                &self.id
            }

            fn owners(&self) -> impl Iterator<Item = ($crate::store::Kind, &$crate::store::Id)> {
                std::iter::empty()
                    $(.chain([($crate::store::Kind::User, &self.$part)]))?
                    $($(.chain([($crate::store::Kind::$kind, &self.$owner)]))+)?
            }

            $(fn part_of(&self) -> Option<&$crate::store::Id> {
                Some(&self.$part)
            })?

            $(fn created_at(&self) -> i64 {
                self.$created
            }

            fn touch(&mut self, now: i64) {
                self.$updated = now;
            })?

            resource!(@items $($rest)*);
        }

        resource!(@shows $name $($rest)*);
    };
}
pub(super) use resource;

/// Writes members in the order in which responses have them: `name` from the field of that name, `name = value` any other,
/// `name?` only where there is one, `name => item` an object of its own or null, and `since VERSION` those that came with a version.
macro_rules! members {
    ($out:expr, $this:expr $(, $view:expr)?;) => {};
    ($out:expr, $this:expr, $view:expr; $name:ident => $value:expr $(, $($rest:tt)*)?) => {
        $out.show(stringify!($name), $view, $value);
        members!($out, $this, $view; $($($rest)*)?);
    };
    ($out:expr, $this:expr $(, $view:expr)?; since $version:ident $name:ident = $value:expr $(, $($rest:tt)*)?) => {
        $out.since($version, stringify!($name), $value);
        members!($out, $this $(, $view)?; $($($rest)*)?);
    };
    ($out:expr, $this:expr $(, $view:expr)?; since $version:ident $name:ident $(, $($rest:tt)*)?) => {
        $out.since($version, stringify!($name), &$this.$name);
        members!($out, $this $(, $view)?; $($($rest)*)?);
    };
    ($out:expr, $this:expr $(, $view:expr)?; $name:ident? = $value:expr $(, $($rest:tt)*)?) => {
        $out.some(stringify!($name), $value);
        members!($out, $this $(, $view)?; $($($rest)*)?);
    };
    ($out:expr, $this:expr $(, $view:expr)?; $name:ident? $(, $($rest:tt)*)?) => {
        $out.some(stringify!($name), $this.$name.as_ref());
        members!($out, $this $(, $view)?; $($($rest)*)?);
    };
    ($out:expr, $this:expr $(, $view:expr)?; $name:ident = $value:expr $(, $($rest:tt)*)?) => {
        $out.put(stringify!($name), $value);
        members!($out, $this $(, $view)?; $($($rest)*)?);
    };
    ($out:expr, $this:expr $(, $view:expr)?; $name:ident $(, $($rest:tt)*)?) => {
        $out.put(stringify!($name), &$this.$name);
        members!($out, $this $(, $view)?; $($($rest)*)?);
    };
}
pub(super) use members;
