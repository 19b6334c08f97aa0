use super::prelude::*;

pub(super) fn all(context: &Context, query: &Query) -> Outcome {
    List::<User>::read(query)?.show(context, |view, users| Shown::list(view, users))
}

pub(super) fn count(context: &Context, query: &Query) -> Outcome {
    let count = List::<User>::to_count(query)?.count(context);
    Ok(Shown::object(context.version, |out| {
        out.put("object", "total_count").put("total_count", count);
    }))
}
