//! Valid traits with tokens dropped, doubled, swapped and replaced: the macro never panics, every error has a place in the
//! input, and what is written for a trait is Rust.

use std::io::Write as _;
use std::process::{Command, Stdio};

use proc_macro2::{Group, TokenStream, TokenTree};

use crate::declare;
use crate::read::{Item, Source};

const INPUTS: usize = 5_000;
/// Each asks the compiler.
const SILENT_INPUTS: usize = 60;

const TRAITS: [&str; 5] = [
    r#"pub trait UsersApi: Debug + Send where {
        /// Bans.
        #[post("/users/<user_id>/ban")]
        fn ban(&self, user_id: &str) -> Call<User>;
        #[patch("/users/<user_id>")]
        #[cfg(feature = "x")]
        fn update(&self, user_id: &str, #[body] request: &UpdateUserRequest) -> Call<Page<User>>;
    }"#,
    r#"trait Roles<'a, T> {
        #[get("/files/<folder>/<type>")]
        fn list<'b: 'a>(&'b self, r#type: FileType, folder: &'b str, #[query] filter: &Filter<'_>,
            #[query("id")] ids: &[&str], #[header("X-Trace")] trace: Option<&str>) -> Call<Vec<T>> where 'b: 'a;
        #[put("/files",)] fn replace(&self, #[form] form: &[(&str, &str)]) -> clerk::Call<()>;
        #[post("/files")] fn upload(&self, #[multipart] form: Form) -> Call<[u8; 4]>;
    }"#,
    r#"#[clerk_api] unsafe auto trait Wrong {
        type Page: Clone; const BASE: &str = "/users"; endpoints!();
        #[get("users/{id}")] async unsafe extern "C" fn a<T>(self: Box<Self>, (x, y): (u8, _), mut z: str, ...) -> impl Future<Output = Result<T>> { todo!() }
        #[get] #[pst("/x")] #[query] default fn b(&mut self, #[path] #[body(json)] /** doc */ p: impl AsRef<str>) -> Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;
        fn c() -> Call<&'a str>; fn d(&self) -> Call<_>; fn e(&self) -> Call<Self, !>;
    }"#,
    r#"impl Users { #[get("/a")] fn list(&self, #[query] q: u8) -> Call<u8>; fn x() {} }"#,
    r#"pub struct Users<T>(#[body] T) where T: Copy;"#,
];

const ARGS: [&str; 4] = ["", "prefix = \"/v1\"", "crate = ::clerk, prefix = \"/v1/<id>\",", "prefx(\"x\"), 1, crate"];

const SPICE: &str = r#"fn trait impl dyn & 'a mut self Self :: -> => ! ? ; , < > = # .. ... "" "/<a>/{b}" "x-y: z" 'c' 1.5 b"b" async
    const unsafe extern where type _ Call Result Option () [] {} (a) [a] {a} #[get("/x")] #[body] #[cfg(x)] r#type | @ * + - $ crate pub"#;

/// A small generator: the same inputs on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % end.max(1)
    }
}

#[test]
fn no_input_makes_the_macro_panic_or_lose_its_place() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let spice: Vec<TokenTree> = SPICE.parse::<TokenStream>().unwrap().into_iter().collect();
    let traits = TRAITS.map(|text| text.parse::<TokenStream>().unwrap());
    let args = ARGS.map(|text| text.parse::<TokenStream>().unwrap());
    let mut seen = Seen::default();
    for _ in 0..INPUTS {
        let mut item = traits[dice.below(TRAITS.len())].clone();
        let mut options = args[dice.below(ARGS.len())].clone();
        for _ in 0..dice.below(6) {
            item = mutate(item, &spice, &mut dice);
        }
        if dice.below(4) == 0 {
            options = mutate(options, &spice, &mut dice);
        }
        holds(options, item, &mut seen);
    }
    assert!(seen.traits > INPUTS / 4 && seen.sound > INPUTS / 100, "the soup is too thick: {seen:?}");
}

#[test]
fn nothing_that_the_compiler_accepts_is_dropped_in_silence() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let spice: Vec<TokenTree> = SPICE.parse::<TokenStream>().unwrap().into_iter().collect();
    let traits = TRAITS.map(|text| text.parse::<TokenStream>().unwrap());
    let mut asked = 0;
    for _ in 0..INPUTS {
        let mut item = traits[dice.below(2)].clone();
        for _ in 0..1 + dice.below(2) {
            item = mutate(item, &spice, &mut dice);
        }
        if asked < SILENT_INPUTS && is_dropped_in_silence(&item) {
            asked += 1;
            assert!(!is_accepted(&item), "the compiler accepts it, and a method of it has vanished:\n{item}");
        }
    }
    assert!(asked > SILENT_INPUTS / 2, "only {asked} inputs were judged by the compiler");
}

/// Whether the macro leaves something out and says nothing.
fn is_dropped_in_silence(item: &TokenStream) -> bool {
    let Ok(source) = Source::of(item.clone()) else { return false };
    let is_skipped = source.items.iter().any(|item| matches!(item, Item::Skipped(_)));
    is_skipped && !declare(TokenStream::new(), item.clone()).to_string().contains("compile_error")
}

/// Whether the compiler can parse it; under `cfg` it does no more.
fn is_accepted(item: &TokenStream) -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut rustc = Command::new(rustc);
    rustc.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "-o", "-", "-"]);
    let mut child = rustc.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("#[cfg(any())]\n{item}").as_bytes()).unwrap();
    child.wait().unwrap().success()
}

/// What the inputs were.
#[derive(Debug, Default)]
struct Seen {
    traits: usize,
    sound: usize,
}

fn holds(args: TokenStream, item: TokenStream, seen: &mut Seen) {
    let input = format!("#[clerk_api({args})]\n{item}");
    let is_trait = Source::of(item.clone()).is_ok_and(|source| source.rest.is_empty());
    let is_empty = item.is_empty();
    let output = declare(args, item);
    assert!(is_empty || errors_have_a_place(&output), "an error without a place:\n{input}\n\n{output}");
    seen.traits += usize::from(is_trait);
    seen.sound += usize::from(is_trait && !output.to_string().contains("compile_error"));
    if is_trait {
        let problem = syn::parse2::<syn::File>(output.clone()).err();
        assert!(problem.is_none(), "{problem:?}:\n{input}\n\n{output}");
    }
}

/// `call_site` has no source text.
fn errors_have_a_place(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().all(|token| match token {
        TokenTree::Group(group) => errors_have_a_place(&group.stream()),
        TokenTree::Ident(ident) if ident == "compile_error" => ident.span().source_text().is_some(),
        _ => true,
    })
}

/// One change somewhere in the tree.
fn mutate(tokens: TokenStream, spice: &[TokenTree], dice: &mut Dice) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let groups: Vec<usize> = (0..tokens.len()).filter(|at| matches!(tokens[*at], TokenTree::Group(_))).collect();
    if !groups.is_empty() && dice.below(8) > 0 {
        let at = groups[dice.below(groups.len())];
        if let TokenTree::Group(group) = &tokens[at] {
            let mut changed = Group::new(group.delimiter(), mutate(group.stream(), spice, dice));
            changed.set_span(group.span());
            tokens[at] = changed.into();
        }
        return tokens.into_iter().collect();
    }
    let at = dice.below(tokens.len());
    let any = spice[dice.below(spice.len())].clone();
    match dice.below(5) {
        0 if !tokens.is_empty() => drop(tokens.remove(at)),
        1 if !tokens.is_empty() => tokens.insert(at, tokens[at].clone()),
        2 if !tokens.is_empty() => {
            let other = dice.below(tokens.len());
            tokens.swap(at, other);
        }
        3 if !tokens.is_empty() => tokens[at] = any,
        _ => tokens.insert(at, any),
    }
    tokens.into_iter().collect()
}
