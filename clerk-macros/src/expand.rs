//! The code of a correct declaration: the trait, its implementation for `Client`, and the table of its endpoints.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, FnArg, Receiver, ReceiverKind, Token, Type, TypeParamBound, Visibility};

use crate::args::Options;
use crate::check::unraw;
use crate::errors::Diag;
use crate::model::{Api, Argument, Header, Method, Path};
use crate::reply::plain;
use crate::role::{Role, last_name};
use crate::template::{Segment, Template};
use crate::{outside, read, recover, shadow};

/// What `#[clerk_api(args)] item` becomes.
pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut diag = Diag::default();
    let options = Options::read(args, &mut diag);
    let Ok(mut header) = syn::parse2::<Header>(item.clone()) else {
        let errors = diag.into_compile_errors();
        let item = outside::not_a_trait(item);
        return quote!(#errors #item);
    };
    let rest = std::mem::take(&mut header.rest);
    let api = read::api(header, &options, &mut diag);
    if diag.is_empty() {
        let api = self::api(&api, &options);
        return quote!(#api #rest);
    }
    let errors = diag.into_compile_errors();
    let api = recover::api(api, &options);
    quote!(#errors #api #rest)
}

/// The code of a correct declaration.
fn api(api: &Api, options: &Options) -> TokenStream {
    let krate = &options.krate(Span::call_site());
    let declaration = declaration(api, |method| {
        let (api, name) = (unraw(&api.ident), unraw(&method.sig.ident));
        quote!(#krate::__private::not_implemented(#api, #name))
    });
    let endpoints: Vec<_> = api.methods.iter().map(|method| endpoint(api, method, krate)).collect();
    let described = || api.methods.iter().zip(&endpoints);
    let methods = described().map(|(method, endpoint)| implementation(method, endpoint.as_ref(), options));
    let entries = described().filter_map(|(method, endpoint)| {
        let cfg = method.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
        endpoint.as_ref().map(|endpoint| quote!(#(#cfg)* #endpoint,))
    });
    let client = client_impl(api, options, quote!(#(#methods)*));
    let table = table(api, krate, quote!(#(#entries)*));
    quote!(#declaration #client #table)
}

/// The trait, its methods provided, so that a new endpoint breaks nobody's fake.
pub(crate) fn declaration(api: &Api, body: impl Fn(&Method) -> TokenStream) -> TokenStream {
    let Api { attrs, vis, generics, inner_attrs, .. } = api;
    let ident = located(&api.ident);
    let unimplemented = unimplemented(api);
    let where_clause = &generics.where_clause;
    let supertraits = supertraits(api);
    let methods = api.methods.iter().map(|method| {
        let Method { vis, sig, .. } = method;
        let attrs = documented(method);
        let arguments = method.arguments.iter().filter_map(|argument| argument.ident.as_ref());
        let used = quote!((#(&#arguments,)*));
        let used = (!method.arguments.is_empty()).then(|| quote!(let _ = #used;));
        let body = body(method);
        let mut body = Group::new(Delimiter::Brace, quote!(#used #body));
        body.set_span(method.end);
        quote!(#attrs #vis #sig #body)
    });
    quote! {
        #(#attrs)*
        #unimplemented
        #vis trait #ident #generics: #supertraits #where_clause {
            #(#inner_attrs)*
            #(#methods)*
        }
    }
}

/// The trait's name as it appears in generated code: the compiler shows it where the user wrote it, and does not take it for
/// the user's own. Without that, an unknown type is reported twice, with different suggestions.
fn located(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(Span::call_site().located_at(ident.span()));
    ident
}

/// What the compiler says when something else is used as the API.
fn unimplemented(api: &Api) -> Option<TokenStream> {
    if api.attrs.iter().any(|attr| last_name(attr) == "on_unimplemented") {
        return None;
    }
    let name = unraw(&api.ident);
    let message = format!("`{{Self}}` is not a client of `{name}`");
    let note = format!("`clerk_client::Client` is one; a fake for tests is made with `impl {name} for Fake {{{{}}}}`");
    Some(quote!(#[diagnostic::on_unimplemented(message = #message, note = #note)]))
}

/// The user's, and `Send + Sync` where they are not said yet.
fn supertraits(api: &Api) -> TokenStream {
    let said = |name: &str| {
        api.supertraits.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|last| last.ident == name),
            _ => false,
        })
    };
    let mut bounds: Vec<TokenStream> = api.supertraits.iter().map(ToTokens::to_token_stream).collect();
    if !said("Send") {
        bounds.push(quote!(::core::marker::Send));
    }
    if !said("Sync") {
        bounds.push(quote!(::core::marker::Sync));
    }
    quote!(#(#bounds)+*)
}

/// The method's attributes; its docs gain the verb, the path, and what is retried. Without docs none are added: `missing_docs` is the user's.
fn documented(method: &Method) -> TokenStream {
    let attrs = &method.attrs;
    let last = attrs.iter().rposition(|attr| attr.path().is_ident("doc"));
    let (Some(last), Some(path @ Path { verb, template: Some(template), .. })) = (last, &method.path) else {
        return quote!(#(#attrs)*);
    };
    let (before, after) = attrs.split_at(last + 1);
    let line = format!(" `{} {}`", verb.method(), template.openapi());
    let retry = format!(" {}", path.retry().sentence());
    quote!(#(#before)* #[doc = ""] #[doc = #line] #[doc = ""] #[doc = #retry] #(#after)*)
}

/// `impl Api for Client`.
pub(crate) fn client_impl(api: &Api, options: &Options, methods: TokenStream) -> TokenStream {
    let attrs = carried(&api.attrs, true);
    let ident = located(&api.ident);
    let krate = options.krate(ident.span());
    let client = quote_spanned!(ident.span()=> #krate::Client);
    let (impl_generics, ty_generics, where_clause) = api.generics.split_for_impl();
    quote! {
        #attrs
        impl #impl_generics #ident #ty_generics for #client #where_clause {
            #methods
        }
    }
}

/// `ENDPOINTS`, seen by whoever sees the trait.
pub(crate) fn table(api: &Api, krate: &TokenStream, entries: TokenStream) -> TokenStream {
    let vis = &api.vis;
    let ident = located(&api.ident);
    let dynamic = Ident::new("dyn", ident.span());
    let attrs = carried(&api.attrs, true);
    let (impl_generics, ty_generics, where_clause) = api.generics.split_for_impl();
    // A private constant that nobody reads would be reported as dead code.
    let is_public = matches!(vis, Visibility::Public(_));
    let read = (!is_public && api.generics.params.is_empty())
        .then(|| quote!(#attrs const _: &[#krate::Endpoint] = <#dynamic #ident>::ENDPOINTS;));
    quote! {
        #attrs
        impl #impl_generics #dynamic #ident #ty_generics #where_clause {
            /// Every endpoint of this API as it is declared, in the order of the declarations.
            #vis const ENDPOINTS: &'static [#krate::Endpoint] = &[#entries];
        }
        #read
    }
}

/// The attributes that must stand on everything made of an item: `cfg`, and lints that the user has switched off. To implement
/// a deprecated trait is to use it; to implement a deprecated method is not.
fn carried(attrs: &[Attribute], on_trait: bool) -> TokenStream {
    let carry = |attr: &Attribute| match last_name(attr).as_str() {
        "cfg" | "allow" => Some(attr.to_token_stream()),
        "deprecated" if on_trait => Some(quote!(#[allow(deprecated)])),
        "expect" => {
            let syn::Meta::List(list) = &attr.meta else { return None };
            let tokens = &list.tokens;
            Some(quote!(#[allow(#tokens)]))
        }
        _ => None,
    };
    attrs.iter().filter_map(carry).collect()
}

fn endpoint(api: &Api, method: &Method, krate: &TokenStream) -> Option<TokenStream> {
    let Path { verb, template, retry, .. } = method.path.as_ref()?;
    let (trait_name, name) = (unraw(&api.ident), unraw(&method.sig.ident));
    let verb = Ident::new(verb.method(), Span::call_site());
    let path = template.as_ref()?.openapi();
    let shadows = shadow::paths(api, method);
    let shadowed = (!shadows.is_empty()).then(|| quote!(.shadowed_by(&[#(#shadows),*])));
    let retry = retry.as_ref().map(|declared| declared.retry.tokens(krate));
    let retry = retry.map(|retry| quote!(.retry(#retry)));
    Some(quote!(#krate::Endpoint::new(#trait_name, #name, #krate::Method::#verb, #path) #shadowed #retry))
}

fn implementation(method: &Method, endpoint: Option<&TokenStream>, options: &Options) -> TokenStream {
    let krate = &options.krate(Span::call_site());
    let parts = (endpoint, method.sig.receiver(), &method.reply);
    let (Some(endpoint), Some(receiver), Ok(reply)) = parts else {
        return TokenStream::new();
    };
    let attrs = carried(&method.attrs, false);
    let sig = without_argument_attributes(method);
    let client = receiver.self_token;
    let values = path_values(method, krate);
    let call = Ident::new("call", Span::mixed_site());
    let steps: Vec<_> = method.arguments.iter().filter_map(|argument| step(argument, &call, krate)).collect();
    let mutable = (!steps.is_empty()).then(|| quote!(mut));
    let build = build(client, &call, reply, options);
    quote! {
        #attrs #sig {
            let #mutable #call = #krate::__private::begin(#client, const { &#endpoint }, &[#(#values),*]);
            #(#steps)*
            #build
        }
    }
}

/// Shown at the type of the reply, since that is what can be wrong with it.
fn build(client: Token![self], call: &Ident, reply: &Type, options: &Options) -> TokenStream {
    let first = reply.to_token_stream().into_iter().next();
    let place = first.map_or_else(Span::call_site, |token| token.span());
    let span = Span::call_site().located_at(place);
    let krate = options.krate(span);
    let mut call = call.clone();
    call.set_span(call.span().located_at(place));
    quote_spanned!(span=> #krate::__private::call(#client, #call, <#reply as #krate::__private::FromResponse>::decode))
}

/// Lints on an argument are for the declaration; one expectation cannot be met twice.
fn without_argument_attributes(method: &Method) -> syn::Signature {
    let mut sig = method.sig.clone();
    for input in &mut sig.inputs {
        match input {
            FnArg::Receiver(receiver) => receiver.attrs.clear(),
            FnArg::Typed(typed) => typed.attrs.clear(),
        }
    }
    sig
}

/// The values of the placeholders, in the order of the template.
fn path_values(method: &Method, krate: &TokenStream) -> Vec<TokenStream> {
    let template = method.path.as_ref().and_then(|path| path.template.as_ref());
    let segments = template.map_or(&[] as &[Segment], |template: &Template| &template.segments);
    let argument =
        |name: &String| method.arguments.iter().find(|a| a.ident.as_ref().is_some_and(|ident| unraw(ident) == *name));
    let value = |segment: &Segment| match segment {
        Segment::Literal(_) => None,
        Segment::Placeholder(name) => argument(name),
    };
    let write = |argument: &Argument| {
        let Argument { ident, ty, .. } = argument;
        quote!(<#ty as #krate::__private::PathParam>::erase(&#ident))
    };
    segments.iter().filter_map(value).map(write).collect()
}

/// What an argument that is not part of the path adds to the call.
fn step(argument: &Argument, call: &Ident, krate: &TokenStream) -> Option<TokenStream> {
    let ident = argument.ident.as_ref()?;
    let name = unraw(ident);
    let (role, key) = match &argument.role {
        Role::Unmarked | Role::Broken => return None,
        Role::Query => ("QueryParams", None),
        Role::QueryKey(key) => ("QueryValue", Some(key.value())),
        Role::Body => ("JsonBody", None),
        Role::Form => ("FormBody", None),
        Role::Multipart => {
            let ty = &argument.ty;
            return Some(quote!(<#ty as #krate::__private::MultipartBody>::add(#ident, #name, &mut #call);));
        }
        Role::Header(header) => ("HeaderParam", Some(header.value().to_lowercase())),
    };
    let role = Ident::new(role, Span::call_site());
    let (ty, value) = peeled(&argument.ty, ident);
    let key = key.map(|key| quote!(#key,));
    Some(quote!(<#ty as #krate::__private::#role>::add(#value, #name, #key &mut #call);))
}

/// Behind a reference, so that the compiler speaks of the type that lacks something.
fn peeled(ty: &Type, ident: &Ident) -> (TokenStream, TokenStream) {
    match plain(ty) {
        Type::Reference(reference) => (reference.elem.to_token_stream(), quote!(#ident)),
        _ => (quote!(#ty), quote!(&#ident)),
    }
}

/// `&self`, whatever stood there.
pub(crate) fn shared_self(receiver: &Receiver) -> Receiver {
    let kind = match &receiver.kind {
        kind @ ReceiverKind::Reference(_, _, None) => kind.clone(),
        _ => ReceiverKind::Reference(Token![&](receiver.self_token.span), None, None),
    };
    Receiver { attrs: Vec::new(), mutability: None, self_token: receiver.self_token, kind }
}
