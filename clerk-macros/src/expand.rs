//! The code of a declaration: the trait, its implementation for `Client`, and the table of its endpoints. A broken endpoint is a
//! method of the trait and no more; its neighbours are whole.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Path, Visibility};

use self::attrs::carried;
use crate::diag::Diag;
use crate::model::{Api, Endpoint, Header, Options};

mod attrs;
mod client;
mod declaration;
mod docs;
mod table;

pub(crate) fn api(api: &Api, options: &Options, diag: &Diag) -> TokenStream {
    let rest = &api.rest;
    let krate = Krate::of(options, &api.header);
    let is_sound = |endpoint: &Endpoint| endpoint.site(diag).is_sound();
    let declaration = declaration::api(api, krate.as_ref(), is_sound);
    let Some(krate) = krate else { return quote!(#declaration #rest) };
    let paths: Vec<_> = api.endpoints.iter().filter_map(Endpoint::described).collect();
    // The types of a generic trait mean nothing to the client.
    let is_usable = api.header.generics.params.is_empty();
    let sound = api.endpoints.iter().filter(|endpoint| is_usable && is_sound(endpoint));
    let endpoints: Vec<(&Endpoint, TokenStream)> =
        sound.filter_map(|endpoint| Some((endpoint, table::value(api, endpoint, &paths, &krate)?))).collect();
    let client = client::api(api, &endpoints, &krate);
    let table = table(api, &endpoints, &krate);
    let import = krate.import(&carried(&api.header.attrs, false));
    quote!(#import #declaration #client #table #rest)
}

/// `ENDPOINTS`, seen by whoever sees the trait.
fn table(api: &Api, endpoints: &[(&Endpoint, TokenStream)], krate: &Krate) -> TokenStream {
    let header = &api.header;
    let vis = &header.vis;
    let ident = located(&header.ident);
    let dynamic = Ident::new("dyn", ident.span());
    let attrs = carried(&header.attrs, true);
    let lints = carried(&header.inner_attrs, false);
    let (impl_generics, ty_generics, _) = header.generics.split_for_impl();
    let entries = endpoints.iter().map(|(endpoint, value)| table::entry(endpoint, value));
    let krate = &krate.root;
    // A private constant that nobody reads would be reported as dead code.
    let is_public = matches!(vis, Visibility::Public(_));
    let read = (!is_public && header.generics.params.is_empty())
        .then(|| quote!(#attrs const _: &[#krate::Endpoint] = <#dynamic #ident>::ENDPOINTS;));
    quote! {
        #attrs #lints
        impl #impl_generics #dynamic #ident #ty_generics {
            /// Every endpoint of this API as it is declared, in the order of the declarations.
            #vis const ENDPOINTS: &'static [#krate::Endpoint] = &[#(#entries)*];
        }
        #read
    }
}

/// Where `clerk_client` is found.
struct Krate {
    /// What the user said, and the name under which the code here imports it: if there is nothing to import, that is one error.
    said: Option<(Path, Ident)>,
    /// The crate, and what generated code calls, shown at `#[clerk_api]`.
    root: TokenStream,
    private: TokenStream,
}

impl Krate {
    /// Nothing, if it was said and could not be read: then nothing can be generated that needs it.
    fn of(options: &Options, header: &Header) -> Option<Self> {
        let alias = format_ident!("__clerk_{}", header.ident.unraw(), span = Span::call_site());
        let said = options.krate.as_ref().ok()?.clone().map(|path| (path, alias));
        let mut krate = Krate { said, root: TokenStream::new(), private: TokenStream::new() };
        krate.root = krate.root_at(Span::call_site());
        krate.private = krate.private_at(Span::call_site());
        Some(krate)
    }

    /// The import, where one is needed.
    fn import(&self, attrs: &TokenStream) -> Option<TokenStream> {
        self.said.as_ref().map(|(path, alias)| quote!(#attrs use #path::__private as #alias;))
    }

    /// The crate, in tokens that the compiler shows at `span`. The name itself always has the same place: if there is no such crate,
    /// that is one error.
    fn root_at(&self, span: Span) -> TokenStream {
        let name = Ident::new("clerk_client", Span::call_site());
        self.alias(span).unwrap_or_else(|| quote_spanned!(span=> ::#name))
    }

    /// What generated code calls.
    fn private_at(&self, span: Span) -> TokenStream {
        let root = self.root_at(span);
        self.alias(span).unwrap_or_else(|| quote_spanned!(span=> #root::__private))
    }

    fn alias(&self, span: Span) -> Option<TokenStream> {
        self.said.as_ref().map(|(_, alias)| Ident::new(&alias.to_string(), span).to_token_stream())
    }
}

/// The trait's name as it appears in generated code: the compiler shows it where the user wrote it, and does not take it for
/// the user's own. Without that, an unknown type is reported twice, with different suggestions.
fn located(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(Span::call_site().located_at(ident.span()));
    ident
}

/// `type` for `r#type`.
fn unraw(ident: &Ident) -> String {
    ident.unraw().to_string()
}
