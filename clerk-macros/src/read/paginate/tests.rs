use super::*;

const OF_OFFSET: &str =
    "it takes `limit = \"page_limit\"`, `offset = \"page_offset\"`, `max = 500`, `count = \"/count\"`";
const OF_CURSOR: &str =
    "it takes `limit = \"page_limit\"`, `max = 500`, `timeline = \"-created_at\"`, `count = \"/count\"`";
const TWICE: &str = "give it its own, as in `limit = \"page_limit\"`";
const TIMELINE: &str =
    "write `timeline = \"created_at\"`, with `-` in front of the name if the default order is descending";

fn read(text: &str) -> Result<Paginate, Problem> {
    super::read(&Part::of(text.parse().unwrap()))
}

#[test]
fn offsets_and_cursors_are_read_with_the_names_that_differ() {
    let page = |limit: &str, start| Paginate { limit: limit.to_owned(), max: None, start, count: None };
    let offset = |limit: &str, offset: &str| page(limit, PageStart::Offset(offset.to_owned()));
    let cursor = |limit: &str, after: &str| page(limit, PageStart::Cursor { after: after.to_owned(), timeline: None });
    let timeline = |member: &str, descends| {
        let timeline = Some(Timeline { member: member.to_owned(), descends });
        page("limit", PageStart::Cursor { after: "after".to_owned(), timeline })
    };
    for (text, value) in [
        ("paginate = offset", offset("limit", "offset")),
        ("paginate = offset(offset = \"skip\")", offset("limit", "skip")),
        ("paginate = offset(offset = \"skip\", limit = \"page_size\")", offset("page_size", "skip")),
        ("paginate = offset(max = 100)", Paginate { max: Some(100), ..offset("limit", "offset") }),
        ("paginate = offset(count = \"/n\")", Paginate { count: Some("/n".into()), ..offset("limit", "offset") }),
        ("paginate = cursor(starting_after)", cursor("limit", "starting_after")),
        ("paginate = cursor(\"page[after]\", limit = \"n\")", cursor("n", "page[after]")),
        ("paginate = cursor(after, timeline = \"at\")", timeline("at", false)),
        ("paginate = cursor(after, timeline = \"-at\")", timeline("at", true)),
    ] {
        assert_eq!(read(text).unwrap(), value, "{text}");
    }
}

#[test]
fn anything_else_has_a_way_out() {
    for (text, help) in [
        ("paginate", WORDS.list),
        ("paginate = ", WORDS.list),
        ("paginate = 3", WORDS.list),
        ("paginate = \"offset\"", OFFSET),
        ("paginate = \"\"", WORDS.list),
        ("paginate = \"page\"", WORDS.list),
        ("paginate(offset)", OFFSET),
        ("paginate(cursor)", WORDS.list),
        ("paginate()", WORDS.list),
        ("paginate = none", "remove it: a list without `paginate` is one page"),
        ("paginate = ofset", "did you mean `paginate = offset`?"),
        ("paginate = page", OFFSET),
        ("paginate = starting_after", CURSOR),
        ("paginate = cursor", CURSOR),
        ("paginate = cursor()", CURSOR),
        (
            "paginate = cursor(limit = \"a\")",
            "write `paginate = cursor(starting_after, limit = \"a\")`, with the query parameter that takes the last item's id",
        ),
        ("paginate = cursor(max = 500, a)", "write `paginate = cursor(a, max = 500)`"),
        (
            "paginate = cursor(max = 500, \"a\", count = \"/n\")",
            "write `paginate = cursor(\"a\", max = 500, count = \"/n\")`",
        ),
        ("paginate = cursor(limit)", TWICE),
        ("paginate = cursor(offset, timeline = \"at\")", TWICE),
        ("paginate = offset(limit = \"p\", offset = \"p\")", TWICE),
        ("paginate = offset(limit)", "write `limit = \"page_limit\"`"),
        ("paginate = offset(limit = 3)", "write `limit = \"page_limit\"`"),
        ("paginate = offset(limit = \"a\", limit = \"b\")", "keep one"),
        ("paginate = offset(size = \"a\")", OF_OFFSET),
        ("paginate = offset(timeline = \"a\")", OF_OFFSET),
        ("paginate = cursor(a, offset = \"b\")", OF_CURSOR),
        ("paginate = offset(max)", "write `max = 500`"),
        ("paginate = offset(max = 0)", "write `max = 500`"),
        ("paginate = offset(max = \"5\")", "write `max = 500`"),
        ("paginate = offset(max = 99999999999)", "write `max = 500`"),
        ("paginate = cursor(a, count = \"count\")", "write `count = \"/count\"`"),
        ("paginate = cursor(a, count = \"/<id>\")", "write `count = \"/count\"`"),
        ("paginate = cursor(a, timeline = \"-\")", TIMELINE),
        ("paginate = cursor(a, timeline = created_at)", TIMELINE),
    ] {
        assert_eq!(read(text).unwrap_err().help(), help, "{text}");
    }
}
