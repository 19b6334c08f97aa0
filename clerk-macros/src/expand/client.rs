//! `impl Api for Client`: each method only describes its request, and hands over to one function of the client.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{FnArg, Signature, Type};

use super::attrs::carried;
use super::{Krate, located, unraw};
use crate::model::{Api, Endpoint, Idempotency, Kind, Located, Param, Role, plain};

pub(super) fn api(api: &Api, endpoints: &[(&Endpoint, TokenStream)], krate: &Krate) -> TokenStream {
    let header = &api.header;
    let attrs = carried(&header.attrs, true);
    let lints = carried(&header.inner_attrs, false);
    let ident = located(&header.ident);
    let client = krate.root_at(ident.span());
    let client = quote_spanned!(ident.span()=> #client::Client);
    let (impl_generics, ty_generics, _) = header.generics.split_for_impl();
    let methods = endpoints.iter().map(|(endpoint, described)| method(endpoint, described, krate));
    quote! {
        #attrs #lints
        impl #impl_generics #ident #ty_generics for #client {
            #(#methods)*
        }
    }
}

fn method(endpoint: &Endpoint, described: &TokenStream, krate: &Krate) -> Option<TokenStream> {
    let response = endpoint.response.as_ref().ok()?;
    let client = endpoint.sig.receiver()?.self_token;
    let sig = signature(&endpoint.sig);
    let attrs = carried(&endpoint.attrs, false);
    let values = path_values(endpoint, krate);
    let call = Ident::new("__call", Span::mixed_site());
    let steps: Vec<_> = endpoint.params.iter().filter_map(|param| step(param, &call, krate)).collect();
    let mutable = (!steps.is_empty()).then(|| quote!(mut));
    let pages = pages(endpoint, response, krate);
    let unless = unless(endpoint, krate);
    let build = build(client, &call, response, krate);
    let krate = &krate.private;
    Some(quote! {
        #attrs #sig {
            #pages
            #unless
            let #mutable #call = #krate::begin(#client, const { &#described }, &[#(#values),*]);
            #(#steps)*
            #build
        }
    })
}

/// The lints that are off for an argument are off here too.
fn signature(sig: &Signature) -> TokenStream {
    let mut sig = sig.clone();
    let mut inputs = Vec::new();
    for input in &mut sig.inputs {
        let attrs = match input {
            FnArg::Receiver(receiver) => std::mem::take(&mut receiver.attrs),
            FnArg::Typed(typed) => std::mem::take(&mut typed.attrs),
        };
        let attrs = carried(&attrs, false);
        inputs.push(quote!(#attrs #input));
    }
    let Signature { ident, generics, output, .. } = &sig;
    let where_clause = &generics.where_clause;
    quote!(fn #ident #generics (#(#inputs),*) #output #where_clause)
}

/// The values of the placeholders, in the order of the template.
fn path_values(endpoint: &Endpoint, krate: &Krate) -> Vec<TokenStream> {
    let krate = &krate.private;
    let Some((_, template)) = endpoint.described() else { return Vec::new() };
    let argument = |name: &str| endpoint.params.iter().find(|param| param.name == name);
    let write = |param: &Param| {
        let Param { ident, ty, .. } = param;
        quote!(<#ty as #krate::PathParam>::erase(&#ident))
    };
    template.placeholders().filter_map(argument).map(write).collect()
}

/// What an argument that is not part of the path adds to the call.
fn step(param: &Param, call: &Ident, krate: &Krate) -> Option<TokenStream> {
    let Role::Marked { kind, member, .. } = &param.role else { return None };
    let (krate, row) = (&krate.private, kind.row());
    let ident = param.ident.as_ref()?;
    let name = unraw(ident);
    let role = Ident::new(if member.is_some() { row.member } else { row.whole? }, Span::call_site());
    let key = member.as_ref().map(|member| match kind {
        Kind::Header => member.value().to_lowercase(),
        _ => member.value(),
    });
    let key = key.map(|key| quote!(#key,));
    let (ty, value) =
        if row.by_value { (param.ty.to_token_stream(), quote!(#ident)) } else { peeled(&param.ty, ident) };
    Some(quote!(<#ty as #krate::#role>::add(#value, #name, #key &mut #call);))
}

/// Behind a reference, so that the compiler speaks of the type that lacks something.
fn peeled(ty: &Type, ident: &Ident) -> (TokenStream, TokenStream) {
    match plain(ty) {
        Type::Reference(reference) => (reference.elem.to_token_stream(), quote!(#ident)),
        _ => (quote!(#ty), quote!(&#ident)),
    }
}

/// Asks the compiler what a macro cannot see: whether the response is a list, and whether the query has the parameters.
fn pages(endpoint: &Endpoint, response: &Type, krate: &Krate) -> Option<TokenStream> {
    let (route, _) = endpoint.described()?;
    let Located { value: paginate, tokens } = route.options.paginate.as_ref()?;
    let span = shown_at(tokens);
    let krate = krate.private_at(span);
    let needed = endpoint.not_sent_alone(paginate);
    let is_struct =
        |param: &&Param| param.kind() == Some(Kind::Query) && param.member().is_none() && !needed.is_empty();
    let structs = endpoint.params.iter().filter(is_struct).filter_map(|param| {
        let (ty, _) = peeled(&param.ty, param.ident.as_ref()?);
        let ty = without_lifetimes(ty);
        Some(quote!(<#ty as #krate::PageQuery>::MEMBERS))
    });
    let needed = needed.iter().map(|name| {
        let missing = format!("the query has no member `{name}`, which `paginate` needs");
        quote!((#name, #missing))
    });
    Some(quote_spanned!(span=> const _: () = #krate::paginated::<#response>(&[#(#structs),*], &[#(#needed),*]);))
}

/// Asks the compiler whether the body has the members that `unless` names.
fn unless(endpoint: &Endpoint, krate: &Krate) -> Option<TokenStream> {
    let (route, _) = endpoint.described()?;
    let Located { value: Idempotency::Unless(members), tokens } = route.options.idempotent.as_ref()? else {
        return None;
    };
    let body = endpoint.params.iter().find(|param| param.kind() == Some(Kind::Body) && param.member().is_none())?;
    let (ty, _) = peeled(&body.ty, body.ident.as_ref()?);
    let ty = without_lifetimes(ty);
    let span = shown_at(tokens);
    let krate = krate.private_at(span);
    let members = members.iter().map(|name| {
        let missing = format!("the body has no member `{name}`, which `unless` names");
        quote!((#name, #missing))
    });
    Some(quote_spanned! {span=>
        const _: () = {
            use #krate::write::Unknown as _;
            #krate::unless(<#krate::write::Known<#ty>>::MEMBERS, &[#(#members),*])
        };
    })
}

/// Where the compiler shows what is generated for an option.
fn shown_at(option: &TokenStream) -> Span {
    let place = option.clone().into_iter().next();
    place.map_or_else(Span::call_site, |place| Span::call_site().located_at(place.span()))
}

/// An item in a method knows none of its lifetimes.
fn without_lifetimes(tokens: TokenStream) -> TokenStream {
    let mut is_name = false;
    let erase = |token: TokenTree| match token {
        TokenTree::Ident(name) if std::mem::take(&mut is_name) && name != "static" => {
            Ident::new("_", name.span()).into()
        }
        TokenTree::Group(group) => {
            let mut inner = proc_macro2::Group::new(group.delimiter(), without_lifetimes(group.stream()));
            inner.set_span(group.span());
            inner.into()
        }
        token => {
            is_name = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
            token
        }
    };
    tokens.into_iter().map(erase).collect()
}

/// Shown at the type of the response, since that is what can be wrong with it.
fn build(client: syn::Token![self], call: &Ident, response: &Type, krate: &Krate) -> TokenStream {
    let first = response.to_token_stream().into_iter().next();
    let place = first.map_or_else(Span::call_site, |token| token.span());
    let span = Span::call_site().located_at(place);
    let krate = krate.private_at(span);
    let mut call = call.clone();
    call.set_span(call.span().located_at(place));
    quote_spanned!(span=> #krate::call(#client, #call, <#response as #krate::FromResponse>::decode))
}
